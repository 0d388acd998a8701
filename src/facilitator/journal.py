"""Journal: the only writer. Every edit, undo and redo takes the same steps: check, save, adopt, tell."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

from facilitator.domain.change import Change
from facilitator.domain.codec import Codec
from facilitator.domain.document import Document
from facilitator.domain.entry import FIRST_HASH, Entry, Step
from facilitator.domain.refusal import EditRejected, StoreError

Listener = Callable[[Change], None]


class Ledger(Protocol):
    """Where entries are kept; the store's EngagementFile is one."""

    def last_entry(self) -> Entry | None:
        """The newest entry, None in a new file."""

    def entry(self, seq: int) -> Entry:
        """The entry with this number."""

    def append(self, entry: Entry, change: Change) -> None:
        """Write rows and entry in one transaction; raises StoreError with nothing written. Returns after COMMIT."""


@dataclass(frozen=True, slots=True)
class Saved:
    """A step that is on disk: its number, when (UTC), and what it did."""

    seq: int
    at: datetime
    change: Change


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in the journal: the number of a step (0: before the first) and the hash of its entry.

    The hashes are a chain, so a mark that is known here was made here, with the same steps before it.
    """

    seq: int
    hash: str


class Journal:
    """The document of one open engagement and the one way to change it.

    Memory never runs ahead of disk: the document changes only after the ledger has committed. Listeners hear of a
    change after that; they may look, but an edit from within one raises RuntimeError.
    """

    def __init__(
        self,
        document: Document,
        ledger: Ledger,
        codec: Codec,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._document = document
        self._ledger = ledger
        self._codec = codec
        self._now = now
        self._head = ledger.last_entry()
        self._listeners: list[Listener] = []
        self._telling = False

    @property
    def document(self) -> Document:
        """All records as they are on disk."""
        return self._document

    @property
    def saved_at(self) -> datetime | None:
        """When the last step was committed (UTC); None in a new file."""
        return datetime.fromisoformat(self._head.at) if self._head else None

    @property
    def mark(self) -> Mark:
        """The place of the newest step."""
        return Mark(self._head.seq, self._head.hash) if self._head else Mark(0, FIRST_HASH)

    def knows(self, mark: Mark) -> bool:
        """Whether the mark is one of this journal: not of another file, nor of a newer copy of this one."""
        if not 0 < mark.seq <= self.mark.seq:
            return mark == Mark(0, FIRST_HASH)
        try:
            return self._ledger.entry(mark.seq).hash == mark.hash
        except StoreError:  # the step is missing
            return False

    def documents_since(self, mark: Mark) -> list[Document]:
        """The document as it was at `mark` and after each step since then, the newest one last.

        Reached by taking the steps back, one by one. Raises ValueError where the mark is not known or a step does not
        fit what is there, StoreError where one is missing.
        """
        if not self.knows(mark):
            raise ValueError(f"no step {mark.seq} with this hash")
        documents = [self._document]
        after = self._head
        for seq in range(self.mark.seq, mark.seq, -1):
            entry = self._ledger.entry(seq)
            if not entry.is_whole() or (after and after.seq > seq and after.previous_hash != entry.hash):
                raise ValueError(f"step {seq} is damaged")
            documents.append(self._before(documents[-1], entry))
            after = entry
        return documents[::-1]

    @property
    def undo_label(self) -> str | None:
        """The label of the step that undo would take back, None if there is none."""
        return self._label(self._head.undo_top) if self._head else None

    @property
    def undo_ends(self) -> bool:
        """Whether the step that undo would come to stays: `undo` refuses it."""
        if not self._head or not self._head.undo_top:
            return False
        entry = self._ledger.entry(self._head.undo_top)
        return Change(entry.label, self._codec.decode(entry.swaps)).lasts

    @property
    def redo_label(self) -> str | None:
        """The label of the step that redo would do again, None if there is none."""
        return self._label(self._head.redo_top) if self._head else None

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with every saved change; returns a function that ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def do(self, change: Change) -> Saved:
        """Save and adopt `change`; raises EditRejected or StoreError with nothing changed."""
        if not change.swaps:
            raise EditRejected("nothing_to_do")
        seq = self._head.seq + 1 if self._head else 1
        return self._take("do", change, undo_top=seq, redo_top=0)

    def found(self, change: Change) -> Saved:
        """Save the records that a new file starts with; there is nothing before them to undo to."""
        return self._take("do", change, undo_top=0, redo_top=0)

    def undo(self) -> Saved:
        """Take the newest step back; raises EditRejected: "nothing_to_undo", "undo_ends" for one that lasts."""
        if not self._head or not self._head.undo_top:
            raise EditRejected("nothing_to_undo")
        undone = self._ledger.entry(self._head.undo_top)
        step = Change(undone.label, self._codec.decode(undone.swaps))
        if step.lasts:
            raise EditRejected("undo_ends")
        change = step.reversed()
        # The stack below a step is what it was just before that step was taken.
        return self._take("undo", change, undo_top=self._tops(undone.seq - 1)[0], redo_top=self._head.seq + 1)

    def redo(self) -> Saved:
        """Do the step again that was undone last; raises EditRejected("nothing_to_redo")."""
        if not self._head or not self._head.redo_top:
            raise EditRejected("nothing_to_redo")
        undoing = self._ledger.entry(self._head.redo_top)
        change = Change(undoing.label, self._codec.decode(undoing.swaps)).reversed()
        return self._take("redo", change, undo_top=self._head.seq + 1, redo_top=self._tops(undoing.seq - 1)[1])

    def _take(self, step: Step, change: Change, *, undo_top: int, redo_top: int) -> Saved:
        if self._telling:
            raise RuntimeError("a listener may not edit")
        after = self._document.after(change)
        at = self._now()
        entry = Entry.sealed(
            self._head,
            at=at.isoformat(),
            step=step,
            label=change.label,
            swaps=self._codec.encode(change.swaps),
            undo_top=undo_top,
            redo_top=redo_top,
        )
        self._ledger.append(entry, change)
        self._head = entry
        self._document = after
        self._tell(change)
        return Saved(entry.seq, at, change)

    def _tell(self, change: Change) -> None:
        """Every listener hears of the change, also when an earlier one fails; failures are raised together after."""
        failures: list[Exception] = []
        with self._being_told():
            for listener in tuple(self._listeners):
                try:
                    listener(change)
                except Exception as failure:
                    failures.append(failure)
        if failures:
            raise ExceptionGroup("listeners failed after the change was saved", failures)

    @contextmanager
    def _being_told(self) -> Iterator[None]:
        self._telling = True
        try:
            yield
        finally:
            self._telling = False

    def _before(self, document: Document, entry: Entry) -> Document:
        """The document that this step, which led to `document`, was done to."""
        try:
            return document.after(Change(entry.label, self._codec.decode(entry.swaps)).reversed())
        except (KeyError, EditRejected) as error:
            raise ValueError(f"step {entry.seq} does not fit") from error

    def _tops(self, seq: int) -> tuple[int, int]:
        if seq == 0:
            return 0, 0
        entry = self._ledger.entry(seq)
        return entry.undo_top, entry.redo_top

    def _label(self, seq: int) -> str | None:
        return self._ledger.entry(seq).label if seq else None
