"""What can be done to a checklist: its items are given, so edits say how far they are. Pure."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from facilitator.boards.checklist.model import STATUSES, ChecklistEntry
from facilitator.boards.checklist.view import entry_id
from facilitator.boards.finding import choice_named
from facilitator.boards.typed import optional_day, optional_line, require_no_scales
from facilitator.content import checklist as content
from facilitator.content.naming import AmbiguousNameError, UnknownNameError, match_name
from facilitator.domain import words_of_people
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.editing import changed
from facilitator.domain.engagement import Board
from facilitator.domain.refusal import EditRejected
from facilitator.workshop.capture import AddLine


def mark_item(document: Document, board_id: str, line: AddLine, group: str) -> Change:
    """Give the item that the line names, by code or the beginning of its text, the status of the line or `group`.

    Raises EditRejected: "checklist_fixed" when there is no such item, "name_ambiguous" (name, codes),
    "capture_no_scale" (mark), "group_unknown" (group, known), "nothing_to_do".
    """
    require_no_scales(line)
    status = status_named(document, line.group or group)
    try:
        item = match_name(line.name, {each.id: each.text for each in content.items()})
    except UnknownNameError:
        raise EditRejected("checklist_fixed") from None
    except AmbiguousNameError as several:
        raise EditRejected("name_ambiguous", name=line.name, codes=", ".join(several.candidates)) from None
    return set_status(document, [entry_id(board_id, item)], status)


def set_status(document: Document, entry_ids: Sequence[str], status: str) -> Change:
    """Give items a status, by id or name in either language."""
    status = status_named(document, status)
    entries = [entry_of(document, each) for each in dict.fromkeys(entry_ids)]
    return changed("set_status", _pairs(document, [entry.having(status=status) for entry in entries]))


def toggle(document: Document, its_id: str) -> Change:
    """Done, or, where it is done already, back to not started; owner, date and evidence stay."""
    done = entry_of(document, its_id).status == "done"
    return set_status(document, [its_id], "not_started" if done else "done")


def step_status(document: Document, entry_ids: Sequence[str], step: int) -> Change:
    """Move items on by `step` in the row not started, under way, done, not for us; at its ends they stay."""
    after = []
    for entry in (entry_of(document, each) for each in dict.fromkeys(entry_ids)):
        place = STATUSES.index(entry.status) + step
        after.append(entry.having(status=STATUSES[min(max(place, 0), len(STATUSES) - 1)]))
    return changed("set_status", _pairs(document, after))


def clear(document: Document, entry_ids: Sequence[str]) -> Change:
    """Back to where every item begins: not started, nothing noted."""
    found = [document.find(ChecklistEntry, entry_of(document, each).id) for each in dict.fromkeys(entry_ids)]
    return changed("clear_entry", [(record, None) for record in found])


def set_entry(document: Document, its_id: str, key: str, value: str) -> Change:
    """Edit one line of the inspector of an item: its `status`, `owner`, `due`, `evidence` or `reason`.

    Raises EditRejected: "date_unreadable" (text) for a `due` that is not of the form 2027-01-14, and what a name or
    a note may not be.
    """
    if key == "status":
        return set_status(document, [its_id], value)
    read: dict[str, Callable[[str], object]] = {
        "owner": optional_line,
        "due": optional_day,
        "evidence": words_of_people.note,
        "reason": words_of_people.note,
    }
    return changed("edit_entry", _pairs(document, [entry_of(document, its_id).having(**{key: read[key](value)})]))


def entry_of(document: Document, its_id: str) -> ChecklistEntry:
    """The entry with this id, a new one where nothing was noted yet; raises EditRejected("gone") if there is none."""
    found = document.find(ChecklistEntry, its_id)
    if found:
        return found
    board_id, _, item = its_id.rpartition(".")
    if document.find(Board, board_id) is None or item not in {each.id for each in content.items()}:
        raise EditRejected("gone", id=its_id)
    return ChecklistEntry(id=its_id, board_id=board_id, item=item)


def merged(document: Document, label: str, entries: Iterable[ChecklistEntry]) -> Change:
    """One step, called `label`, that has these entries be so; raises EditRejected("nothing_to_do") where all are."""
    return changed(label, _pairs(document, entries))


def status_named(document: Document, wanted: str) -> str:
    """The status that letters mean, by id or name in either language; raises EditRejected("group_unknown")."""
    names = {status.id: status.name for status in content.statuses()}
    return choice_named(document, wanted, names, "group_unknown", "group")


def _pairs(
    document: Document, entries: Iterable[ChecklistEntry]
) -> Iterator[tuple[ChecklistEntry | None, ChecklistEntry | None]]:
    """What is noted now, and these entries after it; what says nothing has no record."""
    for entry in entries:
        blank = ChecklistEntry(id=entry.id, board_id=entry.board_id, item=entry.item)
        yield document.find(ChecklistEntry, entry.id), None if entry == blank else entry
