"""Words on a screen of the stage: as large as they fit, and never below what the stage allows."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from facilitator.boards.drawing import HEADER_RIGHT, lines_of, readable
from facilitator.content.theme import Theme
from facilitator.content.typeface import line_height, width
from facilitator.domain.picture import STAGE_HEIGHT, STAGE_WIDTH, Group, Rect, Text

SIDE = 96.0
"""How far what stands on a screen keeps from the left and right edge."""

BODY = Rect(SIDE, 0, STAGE_WIDTH - 2 * SIDE, STAGE_HEIGHT - 40)
CORNER = 14.0
LEAST = 28.0
"""The smallest text of a screen: a screen is read from afar, by everybody, once."""

_TOP = 36.0


class Lettered(NamedTuple):
    """Lines of one size."""

    lines: tuple[str, ...]
    size: float

    @property
    def height(self) -> float:
        """What the lines need from top to foot."""
        return len(self.lines) * line_height(self.size)

    def wide(self, *, bold: bool = False) -> float:
        """How wide the widest line is."""
        return max((width(line, self.size, bold=bold) for line in self.lines), default=0.0)


def fitted(text: str, room: float, high: float, sizes: Sequence[float], *, bold: bool = False) -> Lettered:
    """The text in the first of `sizes` (falling) that fits; in the last one it is cut to as many lines as fit."""
    for size in sizes:
        lettered = Lettered(lines_of(text, size, room, bold=bold), size)
        if lettered.height <= high:
            return lettered
    return cut(text, room, high, sizes[-1], bold=bold)


def cut(text: str, room: float, high: float, size: float, *, bold: bool = False) -> Lettered:
    """The text in that size, in as many lines as fit, at least one."""
    most = max(1, int(high / line_height(size) + 1e-6))
    return Lettered(lines_of(text, size, room, bold=bold, most=most), size)


def falling(first: float, last: float) -> tuple[float, ...]:
    """Sizes from one down to another, in steps that one can see."""
    return tuple(_falling(first, last))


def quiet(theme: Theme, ground: str = "") -> str:
    """What small words are set in: `quiet` with contrast enough for a poor connection."""
    return readable(theme.quiet, theme, 7, ground)


def heading(text: str, theme: Theme, high: float, sizes: Sequence[float], label: str = "") -> Group:
    """What a screen is about, at its top, as large as it fits `high`; the clock of the stage stands right of it.

    Up to a quarter smaller, it stands on one line if it can.
    """
    room = HEADER_RIGHT - SIDE
    large = [size for size in sizes if size >= sizes[0] * 0.75]
    alone = (size for size in large if width(text, size, bold=True) <= room)
    lettered = fitted(text, room, high, (*alone, *sizes), bold=True)
    shape = Text(lettered.lines, SIDE, _TOP, lettered.size, theme.ink, bold=True)
    box = Rect(SIDE, _TOP, lettered.wide(bold=True), lettered.height)
    return Group("", "scenery", box, (shape,) if lettered.lines else (), label=label or text)


def sentence(text: str) -> str:
    """The text with a full stop, unless it ends with a mark of its own."""
    return text if text.endswith((".", "?", "!", "…")) else f"{text}."


def nothing_yet(text: str, room: Rect, theme: Theme) -> Group:
    """A calm line in the middle of what is still empty."""
    lettered = fitted(text, room.width, room.height, falling(56, LEAST))
    x, y = room.centre
    wide, top = lettered.wide(), y - lettered.height / 2
    shape = Text(lettered.lines, x, top, lettered.size, quiet(theme), anchor="middle")
    return Group("", "scenery", Rect(x - wide / 2, top, wide, lettered.height), (shape,), label=text)


def _falling(first: float, last: float) -> Iterator[float]:
    size = first
    while size > last:
        yield size
        size = max(last, size - max(2.0, round(size / 16)))
    yield last
