"""By what the items of a checklist can be filtered: phase, status, owner, day, and the standards they align with."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from facilitator.boards.checklist.findings import OPEN, is_overdue
from facilitator.boards.checklist.signs import status_name
from facilitator.boards.checklist.view import ChecklistView, EntryView
from facilitator.boards.filtering import Filter, FilterChoice
from facilitator.content import checklist as content
from facilitator.content.words import Words

NO_OWNER = ""
"""The id of the choice for what nobody owns; the ids of the others are the owners."""
WITHIN = (7, 30, 90)
"""Days from today, today and the last one being within; what is overdue is within them too."""


def filters_of(view: ChecklistView, today: date, words: Words) -> tuple[Filter, ...]:
    """Each filter with the choices that any item has; only what is open is due."""
    return (
        Filter("phase", words("checklist.filter_phase"), tuple(_phases(view, words))),
        Filter("status", words("checklist.head_status"), tuple(_statuses(view, words))),
        Filter("owner", words("checklist.head_owner"), tuple(_owners(view, words))),
        Filter("due", words("checklist.head_due"), tuple(_due(view, today, words))),
        *_aligned(view, words),
    )


def _phases(view: ChecklistView, words: Words) -> Iterator[FilterChoice]:
    for phase in content.phases():
        yield _choice(phase.id, phase.name.within(words.language), view.of(phase))


def _statuses(view: ChecklistView, words: Words) -> Iterator[FilterChoice]:
    for status in content.statuses():
        having = [entry for entry in view.entries if entry.status == status.id]
        if having:
            yield _choice(status.id, status_name(status.id, words.language), having)


def _owners(view: ChecklistView, words: Words) -> Iterator[FilterChoice]:
    for owner in (*sorted({entry.owner for entry in view.entries if entry.owner}, key=str.casefold), NO_OWNER):
        its = (entry for entry in view.entries if entry.owner == owner)
        yield _choice(owner, owner or words("checklist.filter_no_owner"), its)


def _due(view: ChecklistView, today: date, words: Words) -> Iterator[FilterChoice]:
    late = (entry for entry in view.entries if is_overdue(entry, today))
    yield _choice("overdue", words("checklist.filter_overdue"), late)
    still = [entry for entry in view.entries if entry.status in OPEN]
    for days in WITHIN:
        last = today + timedelta(days)
        due = (entry for entry in still if entry.due and entry.due <= last)
        yield _choice(str(days), words("checklist.filter_within", count=days, day=words.short_date(last)), due)
    yield _choice("none", words("checklist.filter_no_day"), (entry for entry in still if entry.due is None))


def _aligned(view: ChecklistView, words: Words) -> Iterator[Filter]:
    """One filter a standard, with the day on which it was checked in its name."""
    for standard in content.tag_sets():
        name = words(
            "checklist.filter_aligns",
            standard=standard.name.within(words.language),
            day=words.date(standard.checked_on),
        )
        choices = (
            _choice(tag.id, tag.name.within(words.language), (each for each in view.entries if each.item in tag.items))
            for tag in standard.tags
        )
        yield Filter(standard.id, name, tuple(choices))


def _choice(its_id: str, name: str, entries: Iterable[EntryView]) -> FilterChoice:
    return FilterChoice(its_id, name, frozenset(entry.id for entry in entries))
