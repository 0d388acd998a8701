"""Reviews as sessions: the days, at their boundaries, what is left out, and that all of it is one step."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.content.agendas import agenda
from facilitator.content.value_register import cadences
from facilitator.content.words import Words
from facilitator.domain.change import Change, adding
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Engagement, Segment, Session
from facilitator.domain.outcome import Outcome
from facilitator.domain.program import Cohort, Program
from facilitator.domain.refusal import EditRejected
from facilitator.workshop.agenda import segments_of
from facilitator.workshop.reviewing import (
    MOST,
    ReviewsAsked,
    left_out_told,
    next_reviews,
    planned_reviews,
    review_sessions,
    reviews_added,
    reviews_asked,
)

ALL = tuple(each.id for each in cadences())
FIRST, UNTIL = date(2026, 12, 1), date(2027, 12, 31)


def engagement(*more, language="en"):
    first = (
        Engagement(id="engagement", title="Permits", language=language),
        Program(id="p", number=1, title="Change"),
        Cohort(id="c", program_id="p", number=1, title="North"),
        Board(id="plan", number=1, kind="change_plan", title="Plan"),
        Board(id="other", number=2, kind="change_plan", title="Another plan"),
        Board(id="values", number=3, kind="value_board", title="Values"),
    )
    return Document().after(Change("found", adding((*first, *more))))


def held(its_id, number, agenda_id, day=None, **more):
    return Session(id=its_id, number=number, title=f"Session {its_id}", agenda=agenda_id, held_on=day, **more)


def days(cadence, first, until, *also):
    """The days of one review, whether or not another one takes its place."""
    found = planned_reviews((cadence, *also), first, until)
    return [each.day for each in found if each.cadence == cadence and each.left_out != "after"]


def test_the_most_frequent_review_begins_on_the_first_day_and_the_others_when_their_time_has_passed():
    found = planned_reviews(ALL, FIRST, UNTIL)
    first_of = {its_id: next(each.day for each in found if each.cadence == its_id) for its_id in ALL}
    assert first_of == {
        "pulse": date(2026, 12, 1),
        "monthly": date(2027, 1, 1),
        "quarterly": date(2027, 3, 1),
        "half": date(2027, 6, 1),
        "annual": date(2027, 12, 1),
    }
    assert days("annual", FIRST, UNTIL) == [date(2026, 12, 1), date(2027, 12, 1)], "alone it is the most frequent"


def test_a_month_without_the_day_has_it_on_its_last_one_and_the_next_goes_back():
    start = date(2029, 1, 31)  # a Wednesday
    assert days("monthly", start, date(2029, 5, 31)) == [
        start,
        date(2029, 2, 28),
        date(2029, 4, 2),  # 31 March is a Saturday
        date(2029, 4, 30),
        date(2029, 5, 31),
    ]
    assert days("monthly", date(2028, 1, 31), date(2028, 2, 29))[-1] == date(2028, 2, 29), "in a leap year"


@pytest.mark.parametrize(
    ("first", "moved"),
    [
        (date(2026, 12, 4), date(2026, 12, 4)),  # Friday
        (date(2026, 12, 5), date(2026, 12, 7)),  # Saturday
        (date(2026, 12, 6), date(2026, 12, 7)),  # Sunday
        (date(2026, 12, 7), date(2026, 12, 7)),
    ],
)
def test_weekends_move_to_monday_and_the_next_is_counted_from_the_day_as_it_was(first, moved):
    assert days("pulse", first, first + timedelta(days=20)) == [moved, moved + timedelta(days=14)]


def test_the_last_day_counts_and_what_moves_behind_it_does_not():
    assert days("pulse", date(2026, 12, 1), date(2026, 12, 15)) == [date(2026, 12, 1), date(2026, 12, 15)]
    assert days("pulse", date(2026, 12, 1), date(2026, 12, 14)) == [date(2026, 12, 1)]
    saturday = date(2026, 12, 5)
    assert days("pulse", saturday, saturday + timedelta(days=1)) == []
    assert days("pulse", saturday, saturday + timedelta(days=2)) == [date(2026, 12, 7)]


def test_the_larger_review_takes_the_place_of_the_smaller_on_one_day():
    found = planned_reviews(("half", "quarterly", "monthly"), FIRST, date(2027, 6, 1))
    assert [(each.cadence, each.left_out, each.by) for each in found if each.day == date(2027, 6, 1)] == [
        ("half", "", ""),
        ("quarterly", "larger", "half"),
        ("monthly", "larger", "half"),
    ]
    assert [each.left_out for each in found if each.day == date(2027, 3, 1)] == ["", "larger"]


@given(
    st.sets(st.sampled_from(ALL), min_size=1),
    st.dates(date(2020, 1, 1), date(2040, 1, 1)),
    st.integers(0, 500),
)
def test_no_day_has_two_reviews_none_is_on_a_weekend_and_all_lie_between(chosen, first, ahead):
    until = first + timedelta(days=ahead)
    found = planned_reviews(chosen, first, until)
    late = [each for each in found if each.left_out == "after"]
    assert {each.cadence for each in found} == set(chosen), "each that was chosen is told of"
    assert all(each.day > until for each in late)
    found = tuple(each for each in found if each not in late)
    made = [each.day for each in found if not each.left_out]
    assert len(made) == len(set(made))
    assert all(first <= each.day <= until and each.day.weekday() < 5 for each in found)
    assert [each.day for each in found] == sorted(each.day for each in found)
    assert {each.day for each in found} == set(made), "no day on which all give way"
    order = list(ALL)
    assert all(order.index(each.by) > order.index(each.cadence) for each in found if each.left_out)


@given(st.sampled_from(cadences()), st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_from_one_to_the_next_it_is_the_interval_but_for_weekends_and_short_months(its, first):
    found = days(its.id, first, first + timedelta(days=2 * (its.days or 31 * its.months)))
    assert len(found) >= 2
    least, most = (its.days, its.days) if its.days else (28 * its.months, 31 * its.months)
    for one, after in pairwise(found):
        assert least - 2 <= (after - one).days <= most + 2


def test_what_cannot_be_planned_is_said():
    for chosen, first, until, key in [
        ((), FIRST, UNTIL, "reviews_none_chosen"),
        (("pulse",), UNTIL, FIRST, "reviews_reversed"),
        (("pulse",), FIRST, date.max, "reviews_too_many"),
    ]:
        with pytest.raises(EditRejected) as refused:
            planned_reviews(chosen, first, until)
        assert refused.value.key == key
    with pytest.raises(KeyError):
        planned_reviews(("weekly",), FIRST, UNTIL)


def test_the_most_that_can_be_planned_at_once():
    monday = date(2026, 12, 7)
    last = monday + timedelta(days=14 * (MOST - 1))
    assert len(planned_reviews(("pulse",), monday, last)) == MOST
    with pytest.raises(EditRejected) as refused:
        planned_reviews(("pulse",), monday, last + timedelta(days=14))
    assert refused.value.values == {"most": MOST}


def test_sessions_are_made_in_one_step_with_agenda_day_time_and_cohort():
    before = engagement()
    change = reviews_added(before, ReviewsAsked(("monthly",), FIRST, date(2027, 2, 1), "9 h 30", "c"))
    assert change.label == "plan_reviews"
    made = [each for each in change.added() if isinstance(each, Session)]
    assert [(each.title, each.held_on, each.begins, each.cohort_id, each.agenda) for each in made] == [
        ("Indicator check 1", date(2026, 12, 1), "09:30", "c", "review_monthly"),
        ("Indicator check 2", date(2027, 1, 1), "09:30", "c", "review_monthly"),
        ("Indicator check 3", date(2027, 2, 1), "09:30", "c", "review_monthly"),
    ]
    after = before.after(change)
    segments = segments_of(after, made[0].id)
    assert sum(each.minutes for each in segments) == 45
    asked = agenda("review_monthly").segments
    turned = {"change_plan": "plan", "value_board": "values", "": None}
    assert [each.board_id for each in segments] == [turned[each.board] for each in asked]


def test_they_are_written_in_the_language_of_the_engagement():
    change = reviews_added(engagement(language="fr"), ReviewsAsked(("pulse",), FIRST, FIRST))
    (made,) = [each for each in change.added() if isinstance(each, Session)]
    assert made.title == "Pouls d’équipe 1"
    assert any(isinstance(each, Segment) and each.title == "Depuis la dernière fois" for each in change.added())


def test_what_is_planned_already_is_left_out_and_numbers_go_on():
    asked = ReviewsAsked(("pulse",), FIRST, date(2026, 12, 29))
    before = engagement()
    after = before.after(reviews_added(before, asked))
    with pytest.raises(EditRejected) as refused:
        reviews_added(after, asked)
    assert refused.value.key == "reviews_nothing_new"
    longer = ReviewsAsked(("pulse",), FIRST, date(2027, 1, 12))
    assert [each.left_out for each in reviews_asked(after, longer)] == ["planned"] * 3 + [""]
    (made,) = [each for each in reviews_added(after, longer).added() if isinstance(each, Session)]
    assert (made.title, made.held_on) == ("Team pulse 4", date(2027, 1, 12))


@pytest.mark.parametrize(("apart", "left_out"), [(-7, ""), (-6, "planned"), (0, "planned"), (6, "planned"), (7, "")])
def test_one_that_was_moved_by_less_than_half_of_its_interval_stays_the_one(apart, left_out):
    document = engagement(held("s", 1, "review_pulse", FIRST + timedelta(days=apart)))
    (found,) = reviews_asked(document, ReviewsAsked(("pulse",), FIRST, FIRST))
    assert found.left_out == left_out
    if left_out:
        told = left_out_told(found, Words("en"))
        assert "Session s" in told
        assert Words("en").date(FIRST + timedelta(days=apart)) in told


def test_reviews_of_another_cohort_and_1to1s_do_not_count():
    others = held("s", 1, "review_pulse", FIRST, cohort_id="c"), held("t", 2, "review_pulse", FIRST, for_two=True)
    document = engagement(*others)
    asked = ReviewsAsked(("pulse",), FIRST, FIRST)
    assert [each.left_out for each in reviews_asked(document, asked)] == [""]
    assert [session.id for session, _ in review_sessions(document)] == ["s"]


def test_a_larger_review_that_stands_on_the_day_takes_its_place():
    document = engagement(held("s", 1, "learning_review_90", FIRST))
    (found,) = reviews_asked(document, ReviewsAsked(("monthly",), FIRST, FIRST))
    assert (found.left_out, found.by) == ("larger", "quarterly")
    assert "Learning review" in left_out_told(found, Words("en"))


def test_a_larger_review_that_is_planned_on_another_day_leaves_the_smaller_its_place():
    document = engagement(held("s", 1, "learning_review_90", date(2027, 3, 8)))
    asked = ReviewsAsked(("monthly", "quarterly"), FIRST, date(2027, 3, 1))
    on_first = [each for each in reviews_asked(document, asked) if each.day == date(2027, 3, 1)]
    assert [(each.cadence, each.left_out) for each in on_first] == [("quarterly", "planned"), ("monthly", "")]


def test_sessions_without_a_day_get_one_before_new_ones_are_made():
    said = Outcome(id="o", kind="decision", text="Go", session_id="t", number=1, code="D1")
    document = engagement(held("s", 1, "learning_review_90", begins="13:00"), held("t", 2, "learning_review_90"), said)
    asked = ReviewsAsked(("quarterly",), FIRST, date(2027, 3, 1))
    assert [each.takes for each in reviews_asked(document, asked)] == ["s", ""], "what was held keeps what was said"
    after = document.after(reviews_added(document, asked))
    assert (after.get(Session, "s").held_on, after.get(Session, "s").begins) == (FIRST, "13:00")
    assert after.get(Session, "t").held_on is None
    assert after.get(Session, "session_3").title == "Learning review 3"


def test_a_time_that_is_none_and_a_cohort_that_is_gone_are_refused():
    for asked, key in [
        (ReviewsAsked(("pulse",), FIRST, FIRST, "25:00"), "time_unreadable"),
        (ReviewsAsked(("pulse",), FIRST, FIRST, "", "nobody"), "gone"),
    ]:
        with pytest.raises(EditRejected) as refused:
            reviews_added(engagement(), asked)
        assert refused.value.key == key


def test_a_series_of_half_days_has_no_reviews_because_every_session_counts_for_its_certificate():
    series = Program(id="q", number=2, title="Leaders", kind="half_day_series")
    document = engagement(series, Cohort(id="d", program_id="q", number=1, title="One"))
    with pytest.raises(EditRejected) as refused:
        reviews_added(document, ReviewsAsked(("pulse",), FIRST, FIRST, "", "d"))
    assert refused.value.key == "reviews_of_series"
    assert reviews_added(document, ReviewsAsked(("pulse",), FIRST, FIRST, "", "c"))


def test_a_board_of_a_1to1_is_none_of_a_review():
    two = held("s", 1, "", FIRST, for_two=True)
    segment = Segment(id="g", session_id="s", number=1, minutes=10, title="Plan", board_id="plan")
    document = engagement(two, segment)
    change = reviews_added(document, ReviewsAsked(("pulse",), FIRST, FIRST))
    assert {each.board_id for each in change.added() if isinstance(each, Segment)} == {"other", None}


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 12, 1), ["a", "m"]),
        (date(2026, 12, 2), ["b", "m"]),
        (date(2027, 1, 1), ["m"]),
        (date(2027, 1, 2), []),
        (None, ["a", "m"]),
    ],
)
def test_the_next_of_each_review_counts_the_day_itself(day, expected):
    document = engagement(
        held("b", 1, "review_pulse", date(2026, 12, 15)),
        held("a", 2, "review_pulse", date(2026, 12, 1)),
        held("m", 3, "review_monthly", date(2027, 1, 1)),
        held("n", 4, "review_monthly"),
    )
    assert [session.id for session, _ in next_reviews(document, day)] == expected


def test_a_review_that_does_not_come_until_the_last_day_is_told_with_its_day():
    asked = ReviewsAsked(ALL, date(2026, 11, 23), date(2027, 11, 22))
    found = reviews_asked(engagement(), asked)
    assert [(each.cadence, each.day) for each in found if each.left_out == "after"] == [("annual", date(2027, 11, 23))]
    assert left_out_told(found[-1], Words("en")) == "left out: its first day would come after the last one"
    change = reviews_added(engagement(), asked)
    made = [each.after for each in change.swaps if isinstance(each.after, Session)]
    assert all(each.held_on and each.held_on <= asked.until for each in made)
    beside = engagement(held("reset", 1, cadences()[-1].agenda, date(2027, 11, 24)))
    assert reviews_asked(beside, asked)[-1].left_out == "planned"
