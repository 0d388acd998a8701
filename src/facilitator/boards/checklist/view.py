"""What participants may see of a checklist: all of it, in the order of the content."""

from dataclasses import dataclass
from datetime import date

from facilitator.boards.checklist.model import ChecklistEntry
from facilitator.content import checklist
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, language_of
from facilitator.domain.view import View


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
    """All items, phase by phase."""

    entries: tuple[EntryView, ...]


def entry_id(board_id: str, item: str) -> str:
    """The id of the entry for an item on a board: one entry an item."""
    return f"{board_id}.{item}"


def view_of(document: Document, board_id: str) -> ChecklistView:
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
