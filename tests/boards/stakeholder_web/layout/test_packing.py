"""Packing what is too much for rings and sectors."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from facilitator.boards.stakeholder_web.layout.geometry import CENTRE_X, CENTRE_Y, FRAME
from facilitator.boards.stakeholder_web.layout.ground import taken_by_rect
from facilitator.boards.stakeholder_web.layout.lettering import Label
from facilitator.boards.stakeholder_web.layout.packing import Parcel, packed
from facilitator.boards.stakeholder_web.layout.sectors import sectors
from facilitator.domain.picture import Rect

sizes = st.tuples(st.integers(15, 200), st.integers(10, 80)).map(lambda half: (2.0 * half[0], 2.0 * half[1]))


def parcel(width: float, height: float, x: float = 960, y: float = 576) -> Parcel:
    return Parcel((Label(("x",), width, height),), x, y)


@given(st.lists(sizes, min_size=1, max_size=30), st.booleans())
def test_what_is_packed_keeps_apart_from_all_else_and_inside(parcels, tightly):
    hub = Rect(800, 480, 320, 180)
    found = packed([parcel(*size) for size in parcels], [taken_by_rect(hub)], 6, tightly=tightly)
    rects = [hub, *(standing.rect for standing in found if standing)]
    for rect in rects:
        assert FRAME.contains(rect.x, rect.y)
        assert FRAME.contains(rect.right, rect.bottom)
    for one, other in combinations(rects, 2):
        assert not one.grown(5.99).overlaps(other)


def test_one_stands_as_near_to_its_wish_as_can_be():
    hub = Rect(800, 480, 320, 180)
    (standing,) = packed([parcel(100, 40, 960, 500)], [taken_by_rect(hub)], 6, tightly=False)
    assert (standing.x, standing.y) == (960, 480 - 6 - 20)


def test_equal_ones_fill_the_stage_to_the_last():
    wide, high = FRAME.width / 8 - 4, FRAME.height / 8 - 4
    found = packed([parcel(wide, high)] * 64, [], 4, tightly=True)
    assert all(found)
    assert packed([parcel(wide, high)] * 65, [], 4, tightly=True).count(None) == 1


def test_a_shape_that_fits_is_chosen():
    tall, flat = Label(("x",), 100, 990), Label(("x",), 400, 40)
    (standing,) = packed([Parcel((tall, flat), 960, 576)], [], 4, tightly=False)
    assert standing.label == flat
    assert packed([Parcel((tall,), 960, 576)], [], 4, tightly=False) == (None,)


def test_outside_its_sector_it_takes_the_shape_for_that():
    right, _ = sectors(["right", "left"], [0.5, 0.5], 8)
    inside, outside = Label(("x",), 300, 100), Label(("x",), 340, 100)
    home = Parcel((inside,), CENTRE_X + 200, CENTRE_Y, right, 600.0, (outside,))
    free, full = [], [taken_by_rect(Rect(CENTRE_X - 100, FRAME.y, FRAME.right - CENTRE_X + 100, FRAME.height))]
    (at_home,), (away,) = (packed([home], taken, 4, tightly=False) for taken in (free, full))
    assert (at_home.label, away.label) == (inside, outside)
    assert right.outside(at_home.x, at_home.y, 0, 0) == 0
    assert 0 < right.outside(away.x, away.y, 0, 0) <= 600
    assert packed([home._replace(astray=500.0)], full, 4, tightly=False) == (None,)
