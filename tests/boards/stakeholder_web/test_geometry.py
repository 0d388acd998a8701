"""Directions, distances and sectors."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.boards.stakeholder_web.geometry import (
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
from facilitator.boards.stakeholder_web.lettering import Label
from facilitator.boards.stakeholder_web.sectors import Sector, sectors, tabs

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


@given(st.lists(st.floats(0, 3_000_000), min_size=6, max_size=13), st.booleans())
def test_sectors_share_the_whole_circle_and_none_gets_too_narrow_for_its_tab(areas, exactly):
    found = sectors([f"c{number}" for number in range(len(areas))], areas, 8, exactly=exactly)
    assert found[0].start == 0
    assert found[-1].end == DIRECTIONS
    assert all(one.end == other.start for one, other in pairwise(found))
    assert min(sector.end - sector.start for sector in found) >= 0.02 * DIRECTIONS
    assert all(one.colour != other.colour for one, other in zip(found, [*found[1:], found[0]], strict=True))


def test_colours_differ_from_their_neighbours_where_they_repeat():
    for count in range(2, 20):
        found = sectors([str(number) for number in range(count)], [0.0] * count, 8, exactly=False)
        assert all(one.colour != other.colour for one, other in zip(found, [*found[1:], found[0]], strict=True))


def test_who_needs_more_gets_more():
    categories = [str(number) for number in range(6)]
    for exactly in (False, True):
        found = sectors(categories, [900_000, 50_000, 50_000, 50_000, 50_000, 0], 8, exactly=exactly)
        spans = [sector.end - sector.start for sector in found]
        assert spans[0] == max(spans)
        assert spans[5] == min(spans)


@given(st.lists(st.floats(0, 3_000_000), min_size=13, max_size=13), st.floats(90, 260), st.floats(30, 90))
def test_tabs_keep_apart_and_inside_the_frame(areas, width, height):
    found = sectors([f"c{number}" for number in range(13)], areas, 8, exactly=True)
    placed = tabs(found, [Label(("Tab",), width, height)] * 13)
    for number, tab in enumerate(placed):
        assert FRAME.contains(tab.x, tab.y)
        assert FRAME.contains(tab.right, tab.bottom)
        assert not any(tab.overlaps(other) for other in placed[:number])


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
