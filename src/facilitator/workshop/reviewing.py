"""Reviews as sessions: which days a rhythm of reviews falls on, and sessions made for them in one step. Pure.

The five reviews, their intervals and agendas are those of `content.value_register`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice
from typing import Literal

from facilitator.content.value_register import Cadence, cadence, cadences
from facilitator.content.words import Words
from facilitator.domain.change import Change, composed
from facilitator.domain.document import Document
from facilitator.domain.editing import changed
from facilitator.domain.engagement import Board, Session, language_of
from facilitator.domain.program import HALF_DAY_SERIES, Cohort, Program
from facilitator.domain.refusal import EditRejected
from facilitator.domain.rhythm import next_day
from facilitator.workshop.agenda import sessions_of
from facilitator.workshop.one_to_ones import boards_of_others, is_for_two
from facilitator.workshop.sessions import SessionValues, held_by, planned, session_added, time_typed

MOST = 120
"""How many reviews can be planned at once: more than that is a day typed wrong."""

_FRIDAY = 4
_DAYS_OF_A_MONTH = 28


@dataclass(frozen=True, slots=True)
class ReviewsAsked:
    """What is to be planned: the ids of reviews, from when, until when (that day too), and at what time of the day.

    `begins` is as somebody types it, "" for no time. `cohort_id` is whose sessions they become, None for nobody's.
    """

    cadences: tuple[str, ...]
    first_day: date
    until: date
    begins: str = ""
    cohort_id: str | None = None


@dataclass(frozen=True, slots=True)
class PlannedReview:
    """A review and its day. It becomes a session unless it is `left_out`.

    "larger": another review, `by` its id, takes its place that day; "planned": it is planned already, `by` the title of
    that session, which is on `by_day`; "after": it comes on its day for the first time, which is behind the last one.
    `takes` is the id of a session of its sort without a day, which gets this one.
    """

    cadence: str
    day: date
    left_out: Literal["", "larger", "planned", "after"] = ""
    by: str = ""
    by_day: date | None = None
    takes: str = ""


def planned_reviews(cadence_ids: Iterable[str], first_day: date, until: date) -> tuple[PlannedReview, ...]:
    """The days of reviews in the order of time; of several on one day all but the largest are left out.

    The most frequent review begins on `first_day`, each larger one when its own interval has passed since. A month
    without that day has it on its last one. A Saturday or Sunday moves to the Monday after, and those that follow are
    counted from the day as it was; what falls behind `until` by that is not planned. A review that has no day at all
    until then stands at the end, left out, with the first day that it would have.

    Raises EditRejected: "reviews_none_chosen", "reviews_reversed" (first, until), "reviews_too_many" (most); KeyError
    for an id that is none.
    """
    wanted = [cadence(each) for each in dict.fromkeys(cadence_ids)]
    ordered = [each for each in cadences() if each in wanted]
    if not ordered:
        raise EditRejected("reviews_none_chosen")
    if until < first_day:
        raise EditRejected("reviews_reversed", first=first_day.isoformat(), until=until.isoformat())
    largest: dict[date, str] = {}
    found: list[tuple[str, date]] = []
    for each in ordered:
        days = _days(each, first_day, until, at_once=each is ordered[0])
        for day in islice(days, MOST + 1):
            found.append((each.id, day))
            largest[day] = each.id  # the reviews come from the most frequent to the largest
    if len(largest) > MOST:
        raise EditRejected("reviews_too_many", most=MOST)
    rank = {each.id: place for place, each in enumerate(ordered)}
    found.sort(key=lambda each: (each[1], -rank[each[0]]))
    made = tuple(
        PlannedReview(its_id, day)
        if largest[day] == its_id
        else PlannedReview(its_id, day, "larger", largest[day], day)
        for its_id, day in found
    )
    there = {its_id for its_id, _ in found}
    missing = [each for each in ordered if each.id not in there]
    late = [(each.id, _first_of(each, first_day, at_once=each is ordered[0])) for each in missing]
    return (*made, *(PlannedReview(its_id, day, "after") for its_id, day in late if day))


def reviews_asked(document: Document, asked: ReviewsAsked) -> tuple[PlannedReview, ...]:
    """The same for an engagement: left out is also what its sessions have already.

    A review is planned already where the cohort has one of its sort nearer than half of the interval, so that one that
    was moved by some days stays the one; and where a larger one stands on its day, that takes its place, but not one
    that is planned already on another day. Sessions of the cohort that have no day, and hold nothing that anybody said,
    get the days before new ones are made. Raises as `planned_reviews` does, "time_unreadable" (text), "gone" for the
    cohort, "reviews_of_series" for that of a series of half days, of which every session counts for certificates.
    """
    time_typed(asked.begins)
    if asked.cohort_id is not None and is_of_series(document, asked.cohort_id):
        raise EditRejected("reviews_of_series")
    its = [each for each in review_sessions(document, dated=False) if each[0].cohort_id == asked.cohort_id]
    there = [each for each in its if each[0].held_on]
    undated: dict[str, list[str]] = {}
    for session, of in its:
        if not session.held_on and not held_by(document, session.id).anything:
            undated.setdefault(of.id, []).append(session.id)
    found: list[PlannedReview] = []
    holds: dict[date, str] = {}
    for each in planned_reviews(asked.cadences, asked.first_day, asked.until):  # of one day the largest comes first
        if each.left_out == "after":
            beside = _beside(each, there)
            found.append(beside if beside.left_out == "planned" else each)
            continue
        held = holds.get(each.day, "")
        beside = PlannedReview(each.cadence, each.day, "larger", held, each.day) if held else _beside(each, there)
        if not beside.left_out or beside.by_day == each.day:
            holds.setdefault(each.day, beside.by if beside.left_out == "larger" else each.cadence)
        free = undated.get(each.cadence)
        found.append(replace(beside, takes=free.pop(0)) if free and not beside.left_out else beside)
    return tuple(found)


def is_of_series(document: Document, cohort_id: str) -> bool:
    """Whether a cohort goes through a series of half days; raises EditRejected("gone") for one that is not there."""
    return document.get(Program, document.get(Cohort, cohort_id).program_id).kind == HALF_DAY_SERIES


def reviews_added(document: Document, asked: ReviewsAsked) -> Change:
    """Sessions for all of these reviews that are not planned yet, in one step, each with the agenda of the house.

    They turn to the first board of each sort that their agenda works on, but to none of a 1:1. The title is that of the
    review and a number, which goes on after those that there are; sessions that only get a day stay as they are. Raises
    EditRejected as `reviews_asked` does, "reviews_nothing_new" where none is left to plan.
    """
    new = [each for each in reviews_asked(document, asked) if not each.left_out]
    if not new:
        raise EditRejected("reviews_nothing_new")
    language = language_of(document)
    words = Words(language)
    others = boards_of_others(document, "")
    boards = [board for board in document.every(Board) if board.id not in others]
    count: dict[str, int] = {}
    for session, its in review_sessions(document, dated=False):
        if session.cohort_id == asked.cohort_id:
            count[its.id] = count.get(its.id, 0) + 1
    changes = []
    for each in new:
        its = cadence(each.cadence)
        if each.takes:
            session = document.get(Session, each.takes)
            begins = time_typed(asked.begins) or session.begins
            changes.append(changed("edit_session", [(session, session.having(held_on=each.day, begins=begins))]))
            document = document.after(changes[-1])
            continue
        number = count[its.id] = count.get(its.id, 0) + 1
        title = words("review.session_title", review=its.name.within(language), number=number)
        values = SessionValues(title, asked.cohort_id, each.day, asked.begins)
        changes.append(session_added(document, values, planned(its.agenda, boards, language), its.agenda))
        document = document.after(changes[-1])
    return composed("plan_reviews", changes)


def review_sessions(document: Document, *, dated: bool = True) -> tuple[tuple[Session, Cadence], ...]:
    """The sessions with the agenda of a review, in the order of time; those without a day last, if at all. No 1:1s."""
    by_agenda = {each.agenda: each for each in cadences()}
    its = (each for each in sessions_of(document) if each.agenda in by_agenda and (each.held_on or not dated))
    found = [(each, by_agenda[each.agenda]) for each in its if not is_for_two(document, each)]
    return tuple(sorted(found, key=lambda each: (each[0].held_on or date.max, each[0].begins, each[0].number)))


def reviews_of_no_cohort(document: Document) -> frozenset[str]:
    """The ids of reviews that are no cohort's beside cohorts: they are for whoever leads the change, not participants.

    Without any cohort everybody is in all sessions.
    """
    if next(iter(document.every(Cohort)), None) is None:
        return frozenset()
    return frozenset(each.id for each, _ in review_sessions(document, dated=False) if not each.cohort_id)


def next_reviews(document: Document, day: date | None) -> tuple[tuple[Session, Cadence], ...]:
    """The next session of each review from `day` on, that day too, in the order of time; None: the first of all."""
    coming: dict[str, tuple[Session, Cadence]] = {}
    for session, its in review_sessions(document):
        if day is None or (session.held_on and session.held_on >= day):
            coming.setdefault(its.id, (session, its))
    return tuple(coming.values())


def left_out_told(review: PlannedReview, words: Words) -> str:
    """Why a review becomes no session, "" for one that does."""
    if review.left_out == "larger":
        return words("review.larger", review=cadence(review.by).name.within(words.language))
    if review.left_out == "after":
        return words("review.after")
    if review.left_out == "planned" and review.by_day:
        return words("review.planned", session=review.by, day=words.date(review.by_day))
    return ""


def _days(its: Cadence, first_day: date, until: date, *, at_once: bool) -> Iterator[date]:
    day: date | None = first_day if at_once else next_day(first_day, days=its.days, months=its.months)
    while day is not None and day <= until:
        working = _working(day)
        if working <= until:
            yield working
        day = next_day(first_day, days=its.days, months=its.months, after=day)


def _first_of(its: Cadence, first_day: date, *, at_once: bool) -> date | None:
    """The first day of a review, None where the calendar ends before."""
    day = first_day if at_once else next_day(first_day, days=its.days, months=its.months)
    return _working(day) if day else None


def _working(day: date) -> date:
    """The day itself, or the Monday after for a Saturday or Sunday."""
    return day + timedelta(days=7 - day.weekday() if day.weekday() > _FRIDAY else 0)


def _beside(planned_one: PlannedReview, there: Sequence[tuple[Session, Cadence]]) -> PlannedReview:
    """A review as it is beside the sessions that there are, whatever else is planned now."""
    its, day = cadence(planned_one.cadence), planned_one.day
    order = [each.id for each in cadences()]
    for session, other in there:
        assert session.held_on is not None  # only dated ones come here
        apart = abs((session.held_on - day).days)
        if other is its and 2 * apart < (its.days or _DAYS_OF_A_MONTH * its.months):
            return PlannedReview(its.id, day, "planned", session.title, session.held_on)
        if not apart and order.index(other.id) > order.index(its.id):
            return PlannedReview(its.id, day, "larger", other.id, day)
    return PlannedReview(its.id, day)
