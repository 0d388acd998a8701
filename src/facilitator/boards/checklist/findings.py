"""The checks of a checklist, C01 to C04: what is said to be done and can't be shown, what is late, what nobody does."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from facilitator.boards.checking import most_severe_first
from facilitator.boards.checklist.evidence import Shown
from facilitator.boards.checklist.view import EntryView, view_of
from facilitator.boards.described import Finding, Severity
from facilitator.content import checklist as content
from facilitator.content.words import Words
from facilitator.domain.document import Document

OPEN = ("not_started", "under_way")
_SEVERITIES: Mapping[str, Severity] = {"C01": "low", "C02": "medium", "C03": "medium", "C04": "low"}


def findings_of(
    document: Document, board_id: str, today: date, shown: Sequence[Shown], words: Words
) -> tuple[Finding, ...]:
    """Every check that fires, the most severe first.

    C01 done without evidence, where the engagement shows some, it is there to take; C02 open after its day (the day
    itself is in time); C03 under way, or due on a day, without an owner; C04 not for us without a reason. `shown` is in
    the language of the engagement. Raises EditRejected("gone") if the board is no more.
    """
    entries = view_of(document, board_id).entries
    return most_severe_first(found for entry in entries for found in _found(entry, today, shown, words))


def is_overdue(entry: EntryView, today: date) -> bool:
    """Whether an item is open after its day."""
    return entry.status in OPEN and entry.due is not None and entry.due < today


def _found(entry: EntryView, today: date, shown: Sequence[Shown], words: Words) -> Iterator[Finding]:
    if entry.status == "done" and not entry.evidence.strip():
        line = next((each.sentence for each in shown if each.item == entry.item), "")
        if line:
            action = words("checklist.c01_take", line=words.quote(line))
            yield _finding("C01", entry, "evidence", words, action=action, sets=((entry.id, "evidence", line),))
        else:
            yield _finding("C01", entry, "evidence", words)
    if entry.due and is_overdue(entry, today):
        yield _finding("C02", entry, "due", words, day=words.date(entry.due))
    if not entry.owner and (entry.status == "under_way" or (entry.due and entry.status in OPEN)):
        yield _finding("C03", entry, "owner", words)
    if entry.status == "not_for_us" and not entry.reason.strip():
        yield _finding("C04", entry, "reason", words)


def _finding(
    check: str,
    entry: EntryView,
    opens: str,
    words: Words,
    *,
    action: str = "",
    sets: tuple[tuple[str, str, str], ...] = (),
    **values: object,
) -> Finding:
    item = words("checklist.coded", code=entry.item, item=content.item(entry.item).text.within(words.language))
    message, why, usual = (
        words(f"checklist.{check.lower()}_{part}", item=item, **values) for part in ("message", "why", "action")
    )
    return Finding(check, _SEVERITIES[check], (entry.id,), message, why, action or usual, (entry.id, opens), sets)
