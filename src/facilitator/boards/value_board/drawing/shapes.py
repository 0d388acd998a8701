"""Shapes that cards and stacks of a value board have in common."""

from collections.abc import Iterator

from facilitator.boards.value_board.layout.lettering import DOT, DOT_STEP, MOST_DOTS
from facilitator.content.typeface import line_height
from facilitator.domain.picture import Box, Oval, PathCommand, Rect, Shape, Text

CORNER = 10.0
SMALL_CORNER = 6.0
"""That of cards on full boards: an outline that comes near a word costs sharpness."""

DASHED = (9.0, 6.0)
_BAR_HIGH = 12.0
_LEAST_BAR = 8.0


def dots(count: int, left: float, middle: float, size: float, colour: str, ink: str) -> Iterator[Shape]:
    """As many dots as were given and their number, level with `middle`."""
    for place in range(count):
        yield Oval(Rect(left + place * DOT_STEP, middle - DOT / 2, DOT, DOT), fill=colour)
    right = left + (count - 1) * DOT_STEP + DOT
    yield _number(count, right + (12 if count > 1 else 6), middle, size, ink)


def dots_bar(
    count: int, most: int, left: float, middle: float, size: float, colour: str, ink: str
) -> tuple[Shape, Shape]:
    """A bar as long as so many dots are to the `most` of any card, and their number."""
    longest = (MOST_DOTS - 1) * DOT_STEP + DOT
    bar = Rect(left, middle - _BAR_HIGH / 2, max(longest * count / most, _LEAST_BAR), _BAR_HIGH)
    return Box(bar, _BAR_HIGH / 4, fill=colour), _number(count, bar.right + 12, middle, size, ink)


def _number(count: int, x: float, middle: float, size: float, ink: str) -> Text:
    return Text((str(count),), x, middle - line_height(size) / 2, size, ink, bold=True, sign=True)


def centred(text: str, rect: Rect, size: float, ink: str, *, bold: bool = True) -> Text:
    """One line in the middle of a box."""
    x, y = rect.centre
    return Text((text,), x, y - line_height(size) / 2, size, ink, bold=bold, anchor="middle")


def around(curve: tuple[PathCommand, ...]) -> Rect:
    """The rectangle that holds all points of a curve, control points included."""
    points = [number for command in curve for number in command[1:]]
    xs, ys = points[0::2], points[1::2]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
