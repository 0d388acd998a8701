"""What both pictures of a summary have: from how many it is, how they were protected, and words as large as can be."""

from collections.abc import Sequence

from facilitator.boards.assessment.group.told import head_told, method_told
from facilitator.boards.assessment.group.view import SummaryView
from facilitator.boards.drawing import readable
from facilitator.content.theme import Theme
from facilitator.content.typeface import line_height, wrap
from facilitator.content.words import Words
from facilitator.domain.picture import Box, Group, Rect, Shape, Text

LEFT, RIGHT, TOP, BOTTOM = 60.0, 1860.0, 88.0, 1060.0
HEAD_SIZE, METHOD_SIZE = 30.0, 24.0
SIZES = (48.0, 44.0, 40.0, 36.0, 32.0, 28.0, 26.0, 24.0)
"""Words below each other are as large as there is room for."""


def head(view: SummaryView, theme: Theme) -> Group:
    """From how many organizations, and when."""
    told = head_told(view, Words(view.language))
    shape = Text((told,), LEFT, TOP, HEAD_SIZE, readable(theme.focus, theme, 7), bold=True)
    return Group("", "scenery", Rect(LEFT, TOP, RIGHT - LEFT, line_height(HEAD_SIZE)), (shape,), label=told)


def method(view: SummaryView, theme: Theme) -> Group:
    """How those who answered were protected, at the bottom; empty before a release."""
    lines = wrap(method_told(view, Words(view.language)), METHOD_SIZE, RIGHT - LEFT)
    high = len(lines) * line_height(METHOD_SIZE)
    quiet = readable(theme.quiet, theme, 7)
    shapes = (Text(lines, LEFT, BOTTOM - high, METHOD_SIZE, quiet),) if lines else ()
    return Group("", "scenery", Rect(LEFT, BOTTOM - high, RIGHT - LEFT, high), shapes, label=" ".join(lines))


def heading(told: str, left: float, top: float, wide: float, colour: str, theme: Theme) -> tuple[list[Shape], float]:
    """A heading over a rule in a colour, and where it ends."""
    shapes: list[Shape] = [Text((told,), left, top, HEAD_SIZE, readable(colour, theme, 7), bold=True)]
    top += line_height(HEAD_SIZE) + 4
    shapes.append(Box(Rect(left, top, wide, 4), 2, fill=colour))
    return shapes, top + 18


def fitting(
    texts: Sequence[str], wide: float, high: float, between: float, *, most: float = 40.0, bold: bool = False
) -> float:
    """The largest size, `most` at most, in which texts stand below each other in so much room, else the smallest."""
    for size in (each for each in SIZES if each <= most):
        lines = sum(len(wrap(text, size, wide, bold=bold)) for text in texts)
        if lines * line_height(size) + (len(texts) - 1) * between <= high:
            return size
    return SIZES[-1]
