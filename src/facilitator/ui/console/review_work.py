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
from facilitator.domain.rhythm import next_day
from facilitator.ui.console.cohort_choices import cohort_choices
from facilitator.ui.console.program_forms import weekday_told
from facilitator.ui.desk import Desk
from facilitator.ui.dialogs.reviews_dialog import ReviewFields, ReviewRow, ReviewsDialog
from facilitator.workshop.reviewing import (
    PlannedReview,
    ReviewsAsked,
    left_out_told,
    reviews_added,
    reviews_asked,
)

_FIRST_CHOSEN = ("monthly", "quarterly", "half", "annual")
_AHEAD = 12
"""How many months it is planned ahead unless somebody says otherwise: a year, of which the last day has the reset."""


def plan_reviews(desk: Desk, over: QWidget, done: Callable[[str, int], object]) -> ReviewsDialog:
    """Ask which reviews are to be planned; `done` hears the id of the first new session, and how many there are.

    They belong to no cohort unless one is chosen: in one, each would count in its attendance.
    """

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
    until = next_day(first, months=_AHEAD) or first
    fields = ReviewFields(_FIRST_CHOSEN, first.isoformat(), until.isoformat())
    dialog = ReviewsDialog(
        fields, _reviews(words), cohort_choices(desk.document, words), look, save, words, over, desk.today
    )
    dialog.open()
    return dialog


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


def _row(document: Document, planned: PlannedReview, words: Words) -> ReviewRow:
    name = cadence(planned.cadence).name.within(words.language)
    note = left_out_told(planned, words)
    if planned.takes:
        note = words("review.takes", session=document.get(Session, planned.takes).title)
    return ReviewRow(weekday_told(planned.day, words), name, note, left_out=bool(planned.left_out))
