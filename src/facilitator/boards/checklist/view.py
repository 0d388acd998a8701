"""What participants may see of a checklist: all of it, in the order of the content."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from facilitator.boards.checklist.model import ChecklistEntry
from facilitator.content import checklist
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, language_of
from facilitator.domain.view import PLAIN, Showing, View

PHASES, OVERVIEW = "phases", "overview"
"""The forms: all items in words, or as signs with how many have which status."""


@dataclass(frozen=True, slots=True)
class EntryView:
    """One item of the checklist and how far it is. `id` is the entry's id whether or not a record exists yet."""

    id: str
    item: str
    phase: str
    status: str
    owner: str
    due: date | None
    evidence: str
    reason: str


@dataclass(frozen=True, slots=True)
class ChecklistView(View):
    """All items, phase by phase; `showing` has a form of ours, and in the spotlight a phase or nothing."""

    entries: tuple[EntryView, ...]

    @property
    def phase(self) -> checklist.Phase | None:
        """The phase in the spotlight, which is shown alone; None in the overview, which only lifts it."""
        lit = "" if self.showing.form == OVERVIEW else self.showing.spotlight
        return next((phase for phase in checklist.phases() if phase.id == lit), None)

    def of(self, phase: checklist.Phase) -> Iterator[EntryView]:
        """The items of a phase."""
        return (entry for entry in self.entries if entry.phase == phase.id)


def entry_id(board_id: str, item: str) -> str:
    """The id of the entry for an item on a board: one entry an item."""
    return f"{board_id}.{item}"


def view_of(document: Document, board_id: str, showing: Showing = PLAIN) -> ChecklistView:
    """The public view of a checklist; raises EditRejected("gone") if the board is no more."""
    board = document.get(Board, board_id)
    entries = tuple(
        _entry(document, board_id, phase.id, item.id) for phase in checklist.phases() for item in phase.items
    )
    return ChecklistView(
        board_id=board_id,
        kind=board.kind,
        title=board.title,
        question=board.question,
        language=language_of(document),
        entries=entries,
        showing=Showing(
            form=OVERVIEW if showing.form == OVERVIEW else PHASES,
            spotlight=showing.spotlight if any(each.id == showing.spotlight for each in checklist.phases()) else "",
        ),
    )


def _entry(document: Document, board_id: str, phase: str, item: str) -> EntryView:
    its_id = entry_id(board_id, item)
    found = document.find(ChecklistEntry, its_id) or ChecklistEntry(id=its_id, board_id=board_id, item=item)
    return EntryView(
        id=its_id,
        item=item,
        phase=phase,
        status=found.status,
        owner=found.owner,
        due=found.due,
        evidence=found.evidence,
        reason=found.reason,
    )
