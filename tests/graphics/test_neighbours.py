"""Where Tab and the arrow keys lead."""

from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.picture import Rect
from facilitator.graphics.neighbours import beside, following, nearest

GRID = {f"{row}{column}": Rect(300 * column, 100 * row, 200, 50) for row in range(3) for column in range(3)}


def test_arrows_go_to_the_box_beside():
    assert nearest(GRID, "11", "right") == "12"
    assert nearest(GRID, "11", "left") == "10"
    assert nearest(GRID, "11", "up") == "01"
    assert nearest(GRID, "11", "down") == "21"


def test_there_is_nothing_past_the_edge():
    assert nearest(GRID, "00", "left") is None
    assert nearest(GRID, "22", "down") is None


def test_a_close_one_ahead_wins_over_a_closer_one_well_aside():
    boxes = {"start": Rect(0, 0, 10, 10), "ahead": Rect(300, 0, 10, 10), "aside": Rect(100, 200, 10, 10)}
    assert nearest(boxes, "start", "right") == "ahead"


def test_the_other_end_of_a_link_is_sought_in_the_next_column_first():
    boxes = {
        "start": Rect(0, 500, 200, 50),
        "in next column": Rect(300, 100, 200, 50),
        "nearer in next column": Rect(320, 250, 200, 50),
        "straight ahead": Rect(600, 500, 200, 50),
        "same column": Rect(0, 600, 200, 50),
    }
    assert nearest(boxes, "start", "right") == "straight ahead"
    assert beside(boxes, "start", "right") == "nearer in next column"
    assert beside(boxes, "straight ahead", "left") == "nearer in next column"
    assert beside(boxes, "start", "down") == "same column"
    assert beside(boxes, "straight ahead", "right") is None


def test_following_goes_through_the_order_and_ends():
    order = ("a", "b", "c")
    assert following(order, None, 1) == "a"
    assert following(order, None, -1) == "c"
    assert following(order, "a", 1) == "b"
    assert following(order, "c", 1) is None
    assert following(order, "a", -1) is None
    assert following(order, "gone", 1) == "a"
    assert following((), None, 1) is None


places = st.tuples(st.integers(0, 1900), st.integers(0, 1060))


@given(st.lists(places, min_size=2, max_size=30, unique=True))
def test_whatever_is_reached_lies_in_that_direction(corners):
    boxes = {str(number): Rect(x, y, 100, 40) for number, (x, y) in enumerate(corners)}
    x, y = boxes["0"].centre
    for direction, ahead in (("right", 1), ("left", -1), ("down", 1), ("up", -1)):
        found = nearest(boxes, "0", direction)
        if found is not None:
            there = boxes[found].centre
            offset = there[0] - x if direction in ("left", "right") else there[1] - y
            assert offset * ahead > 0
