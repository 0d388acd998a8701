"""How an indicator stands: the rule of the register at its boundaries, with wrong dates and without a span."""

from datetime import date, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.boards.value_board.status import Word, bounds, measured, standing
from facilitator.boards.value_board.view import KpiView, ReadingView
from facilitator.content import value_board

START = date(2026, 1, 1)
HALF = START + timedelta(100)
END = START + timedelta(200)


def reading(day: date, value: float | None = None, rating: int | None = None, narrative: str = "") -> ReadingView:
    return ReadingView(f"r{day}{value}", day, value, rating, narrative, "", "")


def kpi(*readings: ReadingView, **known) -> KpiView:
    """From 100 down to 50 within 200 days, unless told otherwise."""
    usual = {"mode": "target", "baseline": 100.0, "target": 50.0, "better_is": "down", "nature": "quantitative"}
    usual |= {"baseline_date": START, "target_date": END}
    return KpiView("K1", readings=readings, **(usual | known))


@pytest.mark.parametrize(
    ("value", "word"),
    [
        (75.0, "on_track"),  # half of the way in half of the time
        (77.5, "on_track"),  # 0.9 of that
        (77.51, "watch"),
        (85.0, "watch"),  # 0.6 of that
        (85.01, "off_track"),
        (120.0, "off_track"),  # backwards
        (40.0, "on_track"),  # beyond
    ],
)
def test_progress_against_the_time_that_has_passed(value, word):
    found = standing(kpi(reading(HALF, value)), HALF)
    assert found.word == word
    assert found.expected == 0.5
    assert found.progress == pytest.approx((100 - value) / 50)
    assert found.latest == reading(HALF, value)


def test_upward_goes_by_the_same_formula():
    up = {"baseline": 0.1, "target": 0.4, "better_is": "up"}
    assert standing(kpi(reading(HALF, 0.235), **up), HALF).word == "on_track", (
        "0.45 of 0.5, to the last digit of a float"
    )
    assert standing(kpi(reading(HALF, 0.19), **up), HALF).word == "watch"
    assert standing(kpi(reading(HALF, 0.18), **up), HALF).word == "off_track"


@pytest.mark.parametrize(("days", "word"), [(-5, "too_early"), (0, "too_early"), (19, "too_early"), (20, "off_track")])
def test_nothing_is_said_before_a_tenth_of_the_time(days, word):
    day = START + timedelta(days)
    assert standing(kpi(reading(START, 100.0)), max(day, START)).word == ("too_early" if days < 20 else word)
    assert standing(kpi(), day).word == ("too_early" if days < 20 else "no_data")


def test_after_the_target_date_all_of_it_is_expected():
    found = standing(kpi(reading(END, 60.0)), END + timedelta(300))
    assert (found.word, found.expected, found.progress) == ("watch", 1.0, 0.8)


def test_a_single_day_is_time_enough_to_be_early():
    one_day = kpi(reading(START, 100.0), target_date=START + timedelta(1))
    assert standing(one_day, START).expected == 0.0
    assert standing(one_day, START).word == "too_early"
    assert standing(one_day, START + timedelta(1)).expected == 1.0


@pytest.mark.parametrize("end", [START, START - timedelta(1), START - timedelta(4000)])
def test_a_target_without_time_for_it_expects_everything_at_once(end):
    found = standing(kpi(reading(HALF, 55.0), target_date=end), HALF)
    assert (found.word, found.expected) == ("on_track", 1.0)
    assert standing(kpi(reading(HALF, 56.0), target_date=end), HALF).word == "watch"
    assert standing(kpi(reading(START, 100.0), target_date=end), START).word == "off_track", "never too early"


@pytest.mark.parametrize(
    ("frequency", "days"), [("weekly", 10), ("monthly", 45), ("quarterly", 136), ("half_yearly", 273), ("yearly", 547)]
)
def test_a_reading_grows_old_after_one_and_a_half_times_its_frequency(frequency, days):
    old = kpi(reading(HALF, 50.0), frequency=frequency)
    assert standing(old, HALF + timedelta(days)).word == "on_track"
    found = standing(old, HALF + timedelta(days + 1))
    assert (found.word, found.latest) == ("no_data", reading(HALF, 50.0))
    assert standing(kpi(reading(HALF, 50.0)), HALF + timedelta(9999)).word == "on_track", (
        "no frequency, nothing is late"
    )


@pytest.mark.parametrize("mode", ["target", "limit", "direction", "learning"])
def test_without_a_reading_that_counts_there_is_no_data(mode):
    before, after = reading(START - timedelta(1), 50.0, 5, "Before"), reading(HALF + timedelta(1), 50.0, 5, "Ahead")
    assert standing(kpi(mode=mode), HALF).word == "no_data"
    assert standing(kpi(before, after, mode=mode), HALF).word == "no_data"
    assert standing(kpi(reading(HALF, float("nan")), mode=mode), HALF).word == "no_data"


def test_the_latest_counts_whatever_order_readings_come_in():
    assert standing(kpi(reading(HALF, 75.0), reading(START, 100.0)), HALF).word == "on_track"


@pytest.mark.parametrize("nature", ["qualitative", "quantitative", ""])
def test_what_is_told_is_judged_by_its_ratings(nature):
    told = {"nature": nature, "baseline": 2.0, "target": 4.0, "better_is": "up"}
    both = reading(HALF, 2.0, 4)
    assert measured(kpi(**told), both) == (4 if nature == "qualitative" else 2.0)
    assert standing(kpi(both, **told), HALF).word == ("on_track" if nature == "qualitative" else "off_track")


@pytest.mark.parametrize(
    ("better", "value", "word"),
    [
        ("up", 50.0, "on_track"),
        ("up", 99.0, "on_track"),
        ("up", 49.99, "watch"),
        ("up", 45.0, "watch"),
        ("up", 44.99, "off_track"),
        ("down", 50.0, "on_track"),
        ("down", 1.0, "on_track"),
        ("down", 55.0, "watch"),
        ("down", 55.01, "off_track"),
        ("range", 50.0, "on_track"),
        ("range", 80.0, "on_track"),
        ("range", 81.0, "watch"),
        ("range", 88.0, "watch"),
        ("range", 88.01, "off_track"),
        ("range", 45.0, "watch"),
        ("range", 44.9, "off_track"),
        ("", 50.0, "none"),
    ],
)
@pytest.mark.parametrize("mode", ["limit", "target"])
def test_a_limit_holds_inside_and_is_watched_a_tenth_beyond(mode, better, value, word):
    """A target that equals its baseline, and a range, are limits too."""
    limit = kpi(reading(HALF, value), mode=mode, better_is=better, baseline=50.0, target_high=80.0)
    found = standing(limit, HALF)
    assert (found.word, found.progress, found.expected) == (word, None, None)


def test_a_range_may_lack_an_end_or_stand_the_wrong_way_round():
    assert bounds(kpi(better_is="range", target=80.0, target_high=50.0)) == (50.0, 80.0)
    assert bounds(kpi(better_is="range", target=None, target_high=50.0)) == (None, 50.0)
    low_only = kpi(reading(HALF, 1e6), mode="limit", better_is="range")
    assert standing(low_only, HALF).word == "on_track"
    assert standing(kpi(reading(HALF, 1.0), mode="limit", better_is="range", target=None), HALF).word == "none"


def test_nothing_lies_within_a_tenth_of_a_limit_of_zero():
    assert standing(kpi(reading(HALF, 0.1), mode="limit", target=0.0), HALF).word == "off_track"
    assert standing(kpi(reading(HALF, -11.0), mode="limit", target=-10.0, better_is="up"), HALF).word == "watch"


@pytest.mark.parametrize(
    ("values", "word"),
    [
        ([1, 2, 3], "rising"),
        ([1, 1, 2], "rising"),
        ([3, 2, 1], "falling"),
        ([3, 1, 1], "falling"),
        ([9, 1, 2, 3], "rising"),
        ([2, 2, 2], "steady"),
        ([1, 3, 2], "steady"),
        ([3, 1, 2], "steady"),
        ([1, 2], "too_early"),
    ],
)
def test_a_direction_is_read_off_the_last_three_readings(values, word):
    readings = [reading(START + timedelta(7 * place), float(value)) for place, value in enumerate(values)]
    found = standing(kpi(*readings, mode="direction", target=None), HALF)
    assert (found.word, found.progress, found.expected) == (word, None, None)


def test_a_learning_question_has_a_finding_and_no_verdict():
    told = reading(START, narrative="We dropped the form")
    found = standing(kpi(told, mode="learning", target=None, nature="quantitative"), HALF)
    assert (found.word, found.latest, found.progress) == ("learning", told, None)


@pytest.mark.parametrize(
    "lacking",
    [
        {"mode": ""},
        {"target": None},
        {"baseline": None},
        {"baseline_date": None},
        {"target_date": None},
        {"status": "paused"},
        {"status": "retired"},
        {"mode": "limit", "target": None},
    ],
)
def test_what_is_not_known_is_not_judged(lacking):
    found = standing(kpi(reading(HALF, 75.0), **lacking), HALF)
    assert (found.word, found.expected) == ("none", None)
    assert found.latest == reading(HALF, 75.0)


def test_the_symbol_comes_with_the_word():
    assert standing(kpi(reading(HALF, 75.0)), HALF).symbol == "check"
    assert standing(kpi(reading(HALF, 100.0)), HALF).symbol == "warning"


DAYS = st.dates(date(2025, 12, 1), date(2026, 12, 31)) | st.sampled_from([date.min, date.max])
NUMBERS = st.sampled_from([0.0, 1.0, -1.0, 100.0]) | st.floats()


def _choice(field: str) -> st.SearchStrategy[str]:
    return st.sampled_from(["", *(each.id for each in value_board.choices(field))])


KPIS = st.builds(
    KpiView,
    id=st.just("K1"),
    nature=_choice("nature"),
    better_is=_choice("better_is"),
    mode=_choice("mode"),
    frequency=_choice("frequency"),
    status=_choice("status"),
    baseline=st.none() | NUMBERS,
    target=st.none() | NUMBERS,
    target_high=st.none() | NUMBERS,
    baseline_date=st.none() | DAYS,
    target_date=st.none() | DAYS,
    readings=st.lists(
        st.builds(
            ReadingView,
            st.text(max_size=3),
            DAYS,
            st.none() | NUMBERS,
            st.none() | st.integers(1, 5),
            st.sampled_from(["", "Said"]),
            st.just(""),
            st.just(""),
        ),
        max_size=5,
    ).map(tuple),
)


@given(KPIS, DAYS)
def test_every_indicator_has_one_word_on_every_day(indicator, day):
    found = standing(indicator, day)
    assert found.word in get_args(Word)
    assert found.expected is None or 0 <= found.expected <= 1
    assert found.latest is None or found.latest in indicator.readings
    assert found.symbol
    if found.word in ("on_track", "watch", "off_track", "rising", "falling", "steady", "learning"):
        assert found.latest is not None
        assert found.latest.read_on <= day
