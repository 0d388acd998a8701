"""What can be done to a checklist: its items are given, so edits say how far they are. Pure."""

from collections.abc import Callable, Sequence
from datetime import date

from facilitator.boards.checklist.model import STATUSES, ChecklistEntry
from facilitator.boards.checklist.view import entry_id
from facilitator.content import checklist as content
from facilitator.content.naming import AmbiguousNameError, UnknownNameError, match_name
from facilitator.domain import words_of_people
from facilitator.domain.change import Change, Swap
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board
from facilitator.domain.refusal import EditRejected
from facilitator.workshop.capture import AddLine


def mark_item(document: Document, board_id: str, line: AddLine, group: str) -> Change:
    """Give the item that the line names, by code or the beginning of its text, the status of the line or `group`.

    Raises EditRejected: "checklist_fixed" when there is no such item, "name_ambiguous" (name, codes),
    "capture_no_scale" (mark), "group_unknown" (group, known), "nothing_to_do".
    """
    for mark, value in (("@", line.ring), ("!", line.influence), ("~", line.attitude)):
        if value is not None:
            raise EditRejected("capture_no_scale", mark=mark)
    status = status_named(line.group or group)
    try:
        item = match_name(line.name, {each.id: each.text for each in content.items()})
    except UnknownNameError:
        raise EditRejected("checklist_fixed") from None
    except AmbiguousNameError as several:
        raise EditRejected("name_ambiguous", name=line.name, codes=", ".join(several.candidates)) from None
    return set_status(document, [entry_id(board_id, item)], status)


def set_status(document: Document, entry_ids: Sequence[str], status: str) -> Change:
    """Give items a status, by id or name in either language."""
    status = status_named(status)
    entries = [entry_of(document, each) for each in dict.fromkeys(entry_ids)]
    return _changed(document, [entry.having(status=status) for entry in entries], "set_status")


def step_status(document: Document, entry_ids: Sequence[str], step: int) -> Change:
    """Move items on by `step` in the row not started, under way, done, not for us; at its ends they stay."""
    after = []
    for entry in (entry_of(document, each) for each in dict.fromkeys(entry_ids)):
        place = STATUSES.index(entry.status) + step
        after.append(entry.having(status=STATUSES[min(max(place, 0), len(STATUSES) - 1)]))
    return _changed(document, after, "set_status")


def clear(document: Document, entry_ids: Sequence[str]) -> Change:
    """Back to where every item begins: not started, nothing noted."""
    found = [document.find(ChecklistEntry, entry_of(document, each).id) for each in dict.fromkeys(entry_ids)]
    swaps = tuple(Swap(record, None) for record in found if record)
    if not swaps:
        raise EditRejected("nothing_to_do")
    return Change("clear_entry", swaps)


def set_field(document: Document, item_id: str, key: str, value: str) -> Change:
    """Edit one line of the inspector: an item's `status`, `owner`, `due`, `evidence` or `reason`, or the board's
    `title` or `question`.

    Raises EditRejected: "date_unreadable" (text) for a `due` that is not of the form 2027-01-14, and what a name or
    a note may not be.
    """
    read: dict[str, Callable[[], object]] = {
        "status": lambda: status_named(value),
        "owner": lambda: value.strip() and words_of_people.name(value),
        "due": lambda: _day(value),
        "evidence": lambda: words_of_people.note(value),
        "reason": lambda: words_of_people.note(value),
        "title": lambda: words_of_people.name(value),
        "question": lambda: value.strip() and words_of_people.name(value),
    }
    board = document.find(Board, item_id)
    if board:
        after = board.having(**{key: read[key]()})
        if after == board:
            raise EditRejected("nothing_to_do")
        return Change("edit_board", (Swap(board, after),))
    label = "set_status" if key == "status" else "edit_entry"
    return _changed(document, [entry_of(document, item_id).having(**{key: read[key]()})], label)


def entry_of(document: Document, its_id: str) -> ChecklistEntry:
    """The entry with this id, a new one where nothing was noted yet; raises EditRejected("gone") if there is none."""
    found = document.find(ChecklistEntry, its_id)
    if found:
        return found
    board_id, _, item = its_id.rpartition(".")
    if document.find(Board, board_id) is None or item not in {each.id for each in content.items()}:
        raise EditRejected("gone", id=its_id)
    return ChecklistEntry(id=its_id, board_id=board_id, item=item)


def status_named(wanted: str) -> str:
    """The status that letters mean, by id or name in either language; raises EditRejected("group_unknown")."""
    names = {status.id: status.name for status in content.statuses()}
    try:
        return match_name(wanted, names)
    except (UnknownNameError, AmbiguousNameError):
        raise EditRejected("group_unknown", group=wanted, known=", ".join(names)) from None


def _changed(document: Document, entries: Sequence[ChecklistEntry], label: str) -> Change:
    """The step to these entries; what says nothing has no record."""
    swaps = []
    for entry in entries:
        before = document.find(ChecklistEntry, entry.id)
        blank = ChecklistEntry(id=entry.id, board_id=entry.board_id, item=entry.item)
        after = None if entry == blank else entry
        if before != after:
            swaps.append(Swap(before, after))
    if not swaps:
        raise EditRejected("nothing_to_do")
    return Change(label, tuple(swaps))


def _day(value: str) -> date | None:
    if not value.strip():
        return None
    try:
        return date.fromisoformat(value.strip())
    except ValueError:
        raise EditRejected("date_unreadable", text=value) from None
