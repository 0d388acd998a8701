"""CaptureWork: what is typed or pasted becomes items of the board that is open."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from facilitator.boards.capturing import Reading, captured, read_list, together
from facilitator.boards.described import Item
from facilitator.domain.change import Change
from facilitator.domain.refusal import EditRejected
from facilitator.journal import Saved
from facilitator.ui.console.capture_bar import CaptureBar
from facilitator.ui.console.described import described
from facilitator.ui.console.import_work import ImportWork
from facilitator.ui.console.shown_board import ShownBoard
from facilitator.ui.desk import Desk
from facilitator.ui.dialogs.paste_preview import PastePreview
from facilitator.ui.errors import sentence
from facilitator.ui.pasted import is_chat, is_for_import, pasted_lines


class CaptureWork(QObject):
    """Ties the capture bar to the board that `shown` gives, None while there is none; `pick` picks what was added.

    What is no list of lines but a table goes to `importing`; `chatPasted` carries what is a meeting's chat.
    """

    chatPasted = Signal(str)

    def __init__(
        self,
        desk: Desk,
        capture: CaptureBar,
        shown: Callable[[], ShownBoard | None],
        pick: Callable[[Sequence[str]], object],
        importing: ImportWork,
    ) -> None:
        super().__init__(capture)
        self._desk, self._capture, self._importing = desk, capture, importing
        self._shown, self._pick = shown, pick
        self.preview: PastePreview | None = None
        capture.lineEntered.connect(self.capture)
        capture.listPasted.connect(self.paste)

    def capture(self, text: str, group: str) -> None:
        """Do what a capture line says, or say why not, with the text kept."""
        shown = self._shown()
        if shown is None:
            return
        spot = shown.view.showing.spotlight if shown.kind.captures_privately else ""

        def done(saved: Saved) -> None:
            self._say_taken(saved, shown.board_id, text)
            added = self._item_ids(saved.change)
            if added:
                self._pick(added)
            if spot and any(swap.record.id == spot for swap in saved.change.swaps):
                self._desk.showings.choose(shown.board_id, spotlight="")  # it is answered: on to the next
            if self._is_open(shown.board_id):
                self._follow_asked()

        ring = self._capture.ring
        self._desk.ask(
            lambda document: captured(shown.kind, document, shown.board_id, text, spot or group, ring),
            lambda refusal: self._say_refused(refusal, shown.board_id, text),
            done=done,
            about=("capture", shown.board_id, group, text),
        )

    def paste(self, text: str, group: str = "") -> None:
        """Show what a pasted text would do; a single line goes into the capture bar."""
        if is_chat(text):
            self.chatPasted.emit(text)
            return
        lines, shown = pasted_lines(text), self._shown()
        if shown is None or not lines:
            return
        if self._importing.takes() and is_for_import(text):
            self._importing.open(text=text, group=group)
            return
        if len(lines) == 1:
            self._capture.line.insert(lines[0])
            self._capture.line.setFocus()
            return
        kind, board_id, group = shown.kind, shown.board_id, group or self._capture.group
        ring = self._capture.ring

        def read(texts: Sequence[str]) -> tuple[Reading, ...]:
            return read_list(kind, self._desk.document, board_id, texts, group, ring)

        def add(texts: Sequence[str]) -> bool:
            # Not kept: the preview keeps the lines, and must not add them after it was cancelled.
            saved = self._desk.ask(lambda d: together(read_list(kind, d, board_id, texts, group, ring)), keep=False)
            if saved:
                self._capture.say(self._done(saved.change), problem=False)
            return saved is not None

        def describe(readings: Sequence[Reading]) -> list[str]:
            return described(readings, kind, board_id, self._desk)

        parent: QWidget = self._capture.window()
        if self.preview:
            self.preview.deleteLater()  # the one before, closed by now
        self.preview = PastePreview(lines, read, describe, add, self._desk.words, parent)
        self.preview.open()

    def pending(self) -> list[str]:
        """What was typed or pasted here and is not on the board yet, in words."""
        now, drafts = self._shown(), self._capture.drafts
        elsewhere = [board for board in self._desk.boards() if board.id in drafts and now and board.id != now.board_id]
        pending = [self._desk.words("console.pending_capture_on", board=board.title) for board in elsewhere]
        if self._capture.line.text().strip():
            pending.insert(0, self._desk.words("console.pending_capture"))
        if self.preview and self.preview.isVisible() and self.preview.lines():
            pending.append(self._desk.words("console.pending_list"))
        return pending + self._importing.pending()

    def turn_to_asked(self) -> None:
        """Where lines answer items, say for which group they are: that of the one that is asked now."""
        if asked := self._asked():
            self._capture.choose(asked.group)

    def _follow_asked(self) -> None:
        """The same, and pick what is asked; where all are answered, nothing moves."""
        if asked := self._asked():
            self._pick([asked.id])
            self._capture.choose(asked.group)

    def _asked(self) -> Item | None:
        """What the next answer is for; None where lines answer nothing, or all is answered."""
        shown = self._shown()
        if shown is None or not shown.kind.captures_privately:
            return None
        asked = (shown.view.showing.spotlight, *shown.kind.open_items(shown.view))
        return next((item for wanted in asked for item in shown.items if item.id == wanted), None)

    def _is_open(self, board_id: str) -> bool:
        now = self._shown()
        return now is not None and now.board_id == board_id

    def _say_refused(self, refusal: EditRejected, board_id: str, text: str) -> None:
        column, said = refusal.values.get("column"), sentence(refusal, self._desk.words)
        if board_id not in self._capture.drafts:  # it was tried later, and the line is free again
            self._capture.put_draft(board_id, text)
        if self._is_open(board_id):
            self._capture.refuse(said, column if isinstance(column, int) else None)
        else:
            self._capture.say(said, problem=True)

    def _say_taken(self, saved: Saved, board_id: str, text: str) -> None:
        said, typed = self._done(saved.change), self._capture.drafts.get(board_id) == text
        if typed and self._is_open(board_id):
            self._capture.take(said)
            return
        if typed:
            self._capture.put_draft(board_id, "")
        self._capture.say(said, problem=False)  # it was saved later, and something else is being typed

    def _done(self, change: Change) -> str:
        shown = self._shown()
        told = shown.kind.captured_told(self._desk.document, shown.board_id, change, self._desk.words) if shown else ""
        if told:
            return self._desk.words("console.done", step=told)
        items = shown.items if shown else ()
        added = set(self._item_ids(change))
        codes = [item.code for item in items if item.id in added and item.code]
        if codes:
            return self._desk.words("console.added", codes=self._desk.words.list(codes[:12]))
        names = {item.id: f"{item.code} {item.name}".strip() for item in items}
        for record in change.added():
            start, end = (names.get(getattr(record, each, "")) for each in ("from_id", "to_id"))
            if start and end:
                return self._desk.words("edits.linked", start=start, end=end)
        return self._desk.words("console.done", step=self._desk.step(change.label))

    def _item_ids(self, change: Change) -> list[str]:
        shown = self._shown()
        known = {item.id for item in shown.items} if shown else set()
        return [record.id for record in change.added() if record.id in known]
