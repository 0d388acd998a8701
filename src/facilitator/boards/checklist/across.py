"""Several checklists of one engagement side by side: one an organization or a cohort. For the facilitator."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from facilitator.boards.checklist.findings import OPEN, is_overdue
from facilitator.boards.checklist.layout import progress
from facilitator.boards.checklist.signs import counts_told, status_name
from facilitator.boards.checklist.view import ChecklistView, EntryView, view_of
from facilitator.boards.described import Table
from facilitator.boards.standing import PartsDone, StandingPart
from facilitator.content import checklist as content
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board

KIND_ID = "checklist"

MARKS = {"done": "✓", "under_way": "◐", "not_started": "○", "not_for_us": "–"}
"""The sign that goes with the word of each status where signs are letters."""


def checklists_of(document: Document) -> list[Board]:
    """All checklist boards in the order of the list."""
    found = (board for board in document.every(Board) if board.kind == KIND_ID)
    return sorted(found, key=lambda board: board.number)


def phases_across(document: Document, boards: Sequence[Board], words: Words) -> Table:
    """A row a phase, a column a board: how many are in place of how many that apply, and how many have which status."""
    views = [view_of(document, board.id) for board in boards]
    rows = tuple(
        (phase.name.within(words.language), *(_phase_told(view, phase, words) for view in views))
        for phase in content.phases()
    )
    return Table(words("checklist.across_phases"), (words("checklist.filter_phase"), *_heads(boards)), rows)


def standing_of(view: ChecklistView, today: date, words: Words) -> PartsDone:
    """How far each phase has come; what is open after its day is late, and the next day is that of the first other."""
    parts = tuple(_part([*view.of(phase)], phase, words) for phase in content.phases())
    due = [each.due for each in view.entries if each.status in OPEN and each.due and not is_overdue(each, today)]
    return PartsDone(parts, sum(is_overdue(each, today) for each in view.entries), min(due, default=None))


def items_across(document: Document, boards: Sequence[Board], words: Words) -> Table:
    """A row an item, a column a board: the status in a word."""
    views = [view_of(document, board.id) for board in boards]
    rows = tuple(
        (
            words("checklist.coded", code=item.id, item=item.text.within(words.language)),
            *(status_name(view.entries[place].status, words.language) for view in views),
        )
        for place, item in enumerate(content.items())
    )
    return Table(words("checklist.across_items"), (words("checklist.head_item"), *_heads(boards)), rows)


def _part(entries: Sequence[EntryView], phase: content.Phase, words: Words) -> StandingPart:
    done, count = progress(entries)
    begun = any(each.status in ("done", "under_way") for each in entries)
    status = "not_for_us" if not count else "done" if done == count else "under_way" if begun else "not_started"
    name, word = phase.name.within(words.language), status_name(status, words.language)
    return StandingPart(name, MARKS[status], word, done, count)


def _phase_told(view: ChecklistView, phase: content.Phase, words: Words) -> str:
    entries = [*view.of(phase)]
    done, count = progress(entries)
    in_place = words("checklist.in_place", done=done, count=count)
    return words("checklist.across_told", in_place=in_place, counts=counts_told(entries, words.language))


def _heads(boards: Sequence[Board]) -> list[str]:
    """The titles; where several have one, with the number of the board in the list behind it."""
    titles = Counter(board.title for board in boards)
    return [board.title if titles[board.title] == 1 else f"{board.title} ({board.number})" for board in boards]
