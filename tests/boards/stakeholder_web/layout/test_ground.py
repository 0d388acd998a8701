"""The cells that tell where there is room, and the wishes of pills."""

from hypothesis import given
from hypothesis import strategies as st

from facilitator.boards.stakeholder_web.layout.geometry import DIRECTIONS, FRAME
from facilitator.boards.stakeholder_web.layout.ground import Ground, taken_by_rect
from facilitator.boards.stakeholder_web.layout.placing import wish
from facilitator.boards.stakeholder_web.layout.sectors import Sector
from facilitator.boards.stakeholder_web.layout.spots import CELL, FINE, lines
from facilitator.domain.picture import Rect

SPOTS = [spot for line in lines(FINE) for spot in line.spots]
on_cells = st.integers(0, 480).map(lambda cells: 4.0 * cells)
sides = st.integers(1, 90).map(lambda cells: 4.0 * cells)
rects = st.builds(Rect, on_cells, on_cells, sides, sides)
sizes = st.tuples(st.integers(4, 40), st.integers(4, 14)).map(lambda size: (8.0 * size[0], 8.0 * size[1]))


@given(st.lists(rects, max_size=12), sizes, st.sampled_from([0, 4, 8, 12]))
def test_a_spot_is_free_where_nothing_is_nearer_than_the_gap(taken, size, gap):
    room = Ground(map(taken_by_rect, taken)).room_for(*size, gap)
    free = set(room.free(SPOTS))
    for spot in SPOTS[::37]:
        rect = Rect(spot.x - size[0] / 2, spot.y - size[1] / 2, *size).grown(gap)
        inside = FRAME.contains(rect.x, rect.y) and FRAME.contains(rect.right, rect.bottom)
        assert (spot in free) == (inside and not any(rect.overlaps(other) for other in taken))


@given(rects, sizes)
def test_what_lies_between_cells_takes_all_that_it_touches(rect, size):
    off = Rect(rect.x + 1.5, rect.y + 0.5, rect.width, rect.height)
    room = Ground([taken_by_rect(off)]).room_for(*size, 0)
    for spot in room.free(SPOTS[::23]):
        assert not Rect(spot.x - size[0] / 2, spot.y - size[1] / 2, *size).overlaps(off)


def test_a_copy_goes_its_own_way():
    ground = Ground()
    other = ground.copy()
    assert len(ground.room_for(80, 40, 0).free(SPOTS)) == len(other.room_for(80, 40, 0).free(SPOTS))
    other.add(taken_by_rect(Rect(200, 200, 400, 400)))
    assert len(other.room_for(80, 40, 0).free(SPOTS)) < len(ground.room_for(80, 40, 0).free(SPOTS))


def test_spots_lie_on_the_corners_of_cells():
    assert all(spot.x % CELL == 0 and spot.y % CELL == 0 for spot in SPOTS)
    assert len({(spot.x, spot.y) for spot in SPOTS}) > 0.9 * len(SPOTS)


def test_a_wish_is_inside_the_sector_and_stays_while_it_is_inside():
    before, after = Sector("c", 200, 400, 0), Sector("c", 200, 430, 0)
    stayed = 0
    for number in range(1, 201):
        direction = wish(number, before)
        assert 200 <= direction <= 400
        stayed += direction == wish(number, after)
    assert stayed > 140


def test_wishes_are_spread_over_the_sector():
    sector = Sector("c", 0, DIRECTIONS // 6, 0)
    halves = [wish(number, sector) < sector.middle for number in range(1, 401)]
    assert 150 < sum(halves) < 250
