"""Shapes that cards have in common, among others and alone."""

from collections.abc import Iterator, Sequence

from facilitator.boards.panels.lettering import DOT, DOT_BESIDE
from facilitator.content.theme import Theme, contrast, mixed
from facilitator.content.typeface import baseline, line_height, width, x_height
from facilitator.domain.picture import Box, Oval, Rect, Shape, Text

_THICK, _PALE = 1 / 12, 1.8
_SHARES = [share / 20 for share in range(4, 21)]


def struck(lines: Sequence[str], left: float, top: float, size: float, colour: str, theme: Theme) -> Iterator[Shape]:
    """A line through each line of bold words, in the middle of a small x: below the letters, and pale.

    On a bad line a strong one and the letters become one, so that struck words can't be read any more.
    """
    high, fill = max(round(size * _THICK), 2), _pale(colour, theme)
    for place, line in enumerate(lines):
        y = round(top + place * line_height(size) + baseline(size) - x_height(size) / 2)
        yield Box(Rect(left, y - high / 2, width(line, size, bold=True), high), fill=fill)


def _pale(colour: str, theme: Theme) -> str:
    """As little of the colour as can be seen on a card."""
    tried = (mixed(colour, share, theme.surface) for share in _SHARES)
    return next((each for each in tried if contrast(each, theme.surface) >= _PALE), colour)


def dots_told(count: int, left: float, middle: float, size: float, colour: str, theme: Theme) -> Iterator[Shape]:
    """A dot, empty for none, and how many there are."""
    dot = Rect(left, middle - DOT / 2, DOT, DOT)
    yield Oval(dot, fill=colour) if count else Oval(dot.grown(-1), stroke=theme.quiet, stroke_width=2)
    top = middle - line_height(size) / 2
    yield Text((str(count),), dot.right + DOT_BESIDE, top, size, theme.ink, bold=True, sign=True)
