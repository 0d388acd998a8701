"""Directions, distances and sectors."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.boards.stakeholder_web.layout.geometry import (
    CENTRE_X,
    CENTRE_Y,
    DIRECTIONS,
    FRAME,
    RINGS,
    direction_of,
    distance_of,
    rays,
    ring_of,
)
from facilitator.boards.stakeholder_web.layout.lettering import Label
from facilitator.boards.stakeholder_web.layout.sectors import (
    Sector,
    exact_shares,
    pushed_shares,
    sectors,
    spotlit_shares,
    tabs,
)

directions = st.integers(0, DIRECTIONS - 1)
distances = st.floats(0.05, 1.3)


@given(directions, distances)
def test_a_point_has_the_direction_and_distance_that_it_was_made_of(direction, distance):
    x, y = rays()[direction].point(distance)
    assert direction_of(x, y) == direction
    assert distance_of(x, y) == pytest.approx(distance, abs=1e-6)


@given(st.floats(0, 1920), st.floats(0, 1080))
def test_every_point_of_the_stage_has_a_direction_and_a_ring(x, y):
    assert 0 <= direction_of(x, y) < DIRECTIONS
    assert ring_of(distance_of(x, y)) in (1, 2, 3, 4)


def test_directions_run_clockwise_from_the_top():
    for direction, (x, y) in {0: (0, -1), 360: (1, 0), 720: (0, 1), 1080: (-1, 0)}.items():
        ray = rays()[direction]
        assert (ray.cos, ray.sin) == pytest.approx((x, y), abs=0.01)


def test_equal_steps_enclose_equal_areas():
    areas = []
    for first, last in zip(range(0, DIRECTIONS, 120), range(120, DIRECTIONS + 1, 120), strict=True):
        corners = [rays()[direction].point(1) for direction in range(first, last + 1)]
        area = 0.0
        for (x0, y0), (x1, y1) in pairwise(corners):
            area += ((x0 - CENTRE_X) * (y1 - CENTRE_Y) - (x1 - CENTRE_X) * (y0 - CENTRE_Y)) / 2
        areas.append(area)
    assert max(areas) < 1.01 * min(areas)


def test_rings_are_told_from_the_point_that_is_nearest():
    for ring, distance in enumerate(RINGS, 1):
        x, y = rays()[100].point(distance + 0.05)
        assert ring_of(distance_of(x, y)) == ring
    assert ring_of(0) == 1
    assert ring_of(1.4) == 4


def shared(shares: list[float]) -> tuple[Sector, ...]:
    return sectors([f"c{number}" for number in range(len(shares))], shares, 8)


areas_of_some = st.lists(st.floats(0, 3_000_000), min_size=6, max_size=13)


@given(areas_of_some, st.lists(st.integers(0, 12), min_size=13, max_size=13), st.integers(0, 12))
def test_sectors_share_the_whole_circle_and_none_gets_too_narrow_for_its_tab(areas, pushes, spotlit):
    count = len(areas)
    for shares in (
        exact_shares(areas),
        pushed_shares(pushes[:count], areas),
        spotlit_shares([place == spotlit % count for place in range(count)]),
    ):
        found = shared(shares)
        assert found[0].start == 0
        assert found[-1].end == DIRECTIONS
        assert all(one.end == other.start for one, other in pairwise(found))
        assert min(sector.end - sector.start for sector in found) >= 0.02 * DIRECTIONS
        assert all(one.colour != other.colour for one, other in zip(found, [*found[1:], found[0]], strict=True))


def test_colours_differ_from_their_neighbours_where_they_repeat():
    for count in range(2, 20):
        found = shared([1 / count] * count)
        assert all(one.colour != other.colour for one, other in zip(found, [*found[1:], found[0]], strict=True))


def test_who_needs_more_gets_more():
    spans = [sector.end - sector.start for sector in shared(exact_shares([900_000, 50_000, 50_000, 50_000, 50_000, 0]))]
    assert spans[0] == max(spans)
    assert spans[5] == min(spans)


def test_a_sector_that_pushes_takes_room_from_those_around_it():
    even = shared(pushed_shares([0] * 13, [50_000.0] * 13))
    assert {sector.end - sector.start for sector in even} <= {110, 111}
    for times in (1, 4):
        pushes = [times if place == 5 else 0 for place in range(13)]
        pushed = shared(pushed_shares(pushes, [50_000.0] * 13))
        moved = [abs(one.start - other.start) for one, other in zip(even, pushed, strict=True)]
        assert pushed[5].end - pushed[5].start > even[5].end - even[5].start
        assert max(moved) == max(moved[5], moved[6]) > max(moved[4], moved[7])
        assert moved[1] <= 6
        assert moved[11] <= 6


def test_a_sector_with_room_to_spare_gives_way_more_easily():
    pushed = shared(pushed_shares([0, 0, 4, 0, 0, 0], [90_000.0, 10_000, 90_000, 90_000, 90_000, 90_000]))
    assert pushed[1].end - pushed[1].start < pushed[3].end - pushed[3].start


def test_in_the_spotlight_is_most_of_the_stage():
    for count in (6, 13):
        spans = [each.end - each.start for each in shared(spotlit_shares([place == 2 for place in range(count)]))]
        assert 0.6 * DIRECTIONS <= spans[2] <= 0.7 * DIRECTIONS


@given(st.lists(st.floats(0, 3_000_000), min_size=13, max_size=13), st.floats(90, 260), st.floats(30, 90))
def test_tabs_keep_apart_and_inside_the_frame(areas, width, height):
    placed = tabs(shared(exact_shares(areas)), [Label(("Tab",), width, height)] * 13)
    for number, tab in enumerate(placed):
        assert FRAME.contains(tab.x, tab.y)
        assert FRAME.contains(tab.right, tab.bottom)
        assert not any(tab.overlaps(other) for other in placed[:number])


def test_a_tab_keeps_clear_of_what_it_may_not_cover_and_stays_where_its_sector_moves_little():
    labels = [Label(("Tab",), 160, 40)] * 6
    before = tabs(shared([1 / 6] * 6), labels)
    after = tabs(shared(pushed_shares([1, 0, 0, 0, 0, 0], [0.0] * 6)), labels)
    assert before == after
    kept = before[2].grown(10)
    moved = tabs(shared([1 / 6] * 6), labels, [kept])
    assert not any(tab.overlaps(kept) for tab in moved)
    assert moved[5] == before[5]


@pytest.mark.parametrize(("start", "end"), [(0, 240), (200, 500), (100, 1300)])
def test_a_pill_inside_its_sector_is_not_outside(start, end):
    sector = Sector("c", start, end, 0)
    x, y = rays()[sector.middle].point(0.7)
    assert sector.outside(x, y, 40, 20) == 0
    x, y = rays()[(start - 60) % DIRECTIONS].point(0.7)
    if end - start < DIRECTIONS / 2:
        assert sector.outside(x, y, 40, 20) > 40
    border_x, border_y = rays()[end].point(0.8)
    assert sector.outside(border_x, border_y, 40, 20) == pytest.approx(
        40 * abs(rays()[end].sin) + 20 * abs(rays()[end].cos), abs=0.01
    )
    assert math.isfinite(sector.outside(CENTRE_X, CENTRE_Y, 10, 10))
