"""Planning review sessions: what the window asks, as one edit."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from facilitator.boards.said_day import said_day
from facilitator.content.value_register import cadence, cadences
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Session
from facilitator.domain.refusal import EditRejected
from facilitator.ui.console.program_forms import weekday_told
from facilitator.ui.desk import Desk
from facilitator.ui.dialogs.reviews_dialog import ReviewFields, ReviewRow, ReviewsDialog
from facilitator.workshop.reviewing import (
    PlannedReview,
    ReviewsAsked,
    is_of_series,
    left_out_told,
    reviews_added,
    reviews_asked,
)
from facilitator.workshop.sessions import cohorts_of, programs_of

_FIRST_CHOSEN = ("monthly", "quarterly", "half", "annual")
_AHEAD = 364
"""How many days it is planned ahead unless somebody says otherwise: a year, in whole weeks."""


def plan_reviews(desk: Desk, over: QWidget, cohort_id: str, done: Callable[[str, int], object]) -> ReviewsDialog:
    """Ask which reviews are to be planned; `done` hears the id of the first new session, and how many there are."""

    def asked(fields: ReviewFields) -> ReviewsAsked:
        return _asked(fields, desk.today())

    def look(fields: ReviewFields) -> tuple[ReviewRow, ...]:
        return tuple(_row(desk.document, each, desk.words) for each in reviews_asked(desk.document, asked(fields)))

    def save(fields: ReviewFields) -> bool:
        saved = desk.ask_for(dialog.say, lambda document: reviews_added(document, asked(fields)))
        if saved is None:
            return False
        made = [each.after.id for each in saved.change.swaps if isinstance(each.after, Session)]
        done(made[0], len(made))
        return True

    words = desk.words
    first = desk.today() + timedelta(days=7 - desk.today().weekday())
    until = first + timedelta(days=_AHEAD)
    fields = ReviewFields(_FIRST_CHOSEN, first.isoformat(), until.isoformat(), cohort_id=cohort_id)
    dialog = ReviewsDialog(fields, _reviews(words), _cohorts(desk), look, save, words, over, desk.today)
    dialog.open()
    return dialog


def cohort_of(desk: Desk, session_id: str) -> str:
    """The cohort that a session belongs to, else the only one there is, else ""; none of a series of half days."""
    session = desk.document.find(Session, session_id)
    known = [its_id for its_id, _ in _cohorts(desk) if its_id]
    found = (session and session.cohort_id) or (known[0] if len(known) == 1 else "")
    return "" if found and is_of_series(desk.document, found) else found


def _asked(fields: ReviewFields, today: date) -> ReviewsAsked:
    first, until = said_day(fields.first_day, today), said_day(fields.until, today)
    if first is None or until is None:
        raise EditRejected("reviews_days_missing")
    return ReviewsAsked(fields.cadences, first, until, fields.begins, fields.cohort_id or None)


def _reviews(words: Words) -> list[tuple[str, str]]:
    language = words.language
    return [
        (
            each.id,
            words(
                "review.tick", name=each.name.within(language), when=each.when.within(language), minutes=each.minutes
            ),
        )
        for each in cadences()
    ]


def _cohorts(desk: Desk) -> list[tuple[str, str]]:
    document, words = desk.document, desk.words
    return [("", words("session.no_cohort"))] + [
        (each.id, words("session.cohort_of", cohort=each.title, program=program.title))
        for program in programs_of(document)
        for each in cohorts_of(document, program.id)
    ]


def _row(document: Document, planned: PlannedReview, words: Words) -> ReviewRow:
    name = cadence(planned.cadence).name.within(words.language)
    note = left_out_told(planned, words)
    if planned.takes:
        note = words("review.takes", session=document.get(Session, planned.takes).title)
    return ReviewRow(weekday_told(planned.day, words), name, note, left_out=bool(planned.left_out))
