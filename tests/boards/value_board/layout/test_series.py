from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from boards.value_board.registers import indicator, ratings, readings
from facilitator.boards.value_board.layout.series import Plot, apart, series_of
from facilitator.domain.picture import Rect

AREA = Rect(100, 50, 400, 200)


@given(st.lists(st.floats(0, 500)), st.floats(1, 60), st.floats(0, 300))
def test_places_are_apart_and_within_bounds_and_as_they_were_wanted_where_they_can_be(wanted, step, room):
    wanted.sort()
    placed = apart(wanted, step, 100, 100 + room)
    assert len(placed) == min(len(wanted), int(room / step + 1e-9) + 1)
    assert all(99.9 <= each <= 100.1 + room for each in placed)
    assert all(after - before >= step - 0.01 for before, after in pairwise(placed))


def test_what_has_room_stays_where_it_is_wanted():
    assert apart([100, 150, 190], 20, 100, 200) == [100, 150, 190]
    assert apart([150, 155], 20, 100, 160) == [140, 160]
    assert apart([150], 20, 100, 90) == []


def test_days_run_from_left_to_right_and_values_upwards():
    series = series_of(
        indicator("K1", mode="direction", readings=readings((date(2026, 1, 3), 0.0), (date(2026, 1, 5), 8.0)))
    )
    plot = Plot(series, AREA)
    assert plot.at(series.readings[0], 0.5) == (AREA.x, AREA.bottom)
    assert plot.at(series.readings[1], 0.5) == (AREA.right, AREA.y)
    assert plot.x(date(2026, 1, 4), 0.5) == AREA.centre[0]
    assert plot.y(2.0) == AREA.bottom - AREA.height / 4


def test_a_baseline_and_a_target_without_a_day_stand_outside_the_days_that_are_known():
    kpi = indicator("K1", baseline=1.0, baseline_date=None, target=9.0, target_date=None)
    series = series_of(kpi)
    plot = Plot(series, AREA)
    assert series.on_way
    assert plot.at(series.baseline, 0.0) == (AREA.x, AREA.bottom)
    assert plot.at(series.target, 1.0) == (AREA.right, AREA.y)


def test_a_target_before_its_baseline_is_on_no_way():
    series = series_of(indicator("K1", baseline=1.0, target=9.0, target_date=date(2025, 1, 1)))
    assert not series.on_way
    assert series.target


def test_ratings_always_have_their_whole_scale():
    series = series_of(indicator("K1", nature="qualitative", mode="direction", readings=ratings((date(2026, 1, 3), 3))))
    assert Plot(series, AREA).y(3.0) == AREA.centre[1]
    assert {min(series.values), max(series.values)} == {1.0, 5.0}
