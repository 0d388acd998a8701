"""Pills for columns and cells: names in lines that fit a width, with room for marks. Pixels."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from facilitator.boards.stakeholder_web.layout.styles import Style
from facilitator.content import typeface
from facilitator.domain.picture import Rect

_GAP = 4.0  # between marks, and before them
_MOST_LINES = 4
_LONGEST_WORD = 9.0  # em
_ENOUGH = 5.0  # em of text beside the marks; with less, marks stand above each other
_ROUNDING = 2.0


@dataclass(frozen=True, slots=True)
class Slip:
    """A pill's lines and its size; its marks stand in `rows` rows at its right end."""

    lines: tuple[str, ...]
    width: float
    height: float
    marks: int
    rows: int

    def mark_boxes(self, rect: Rect, style: Style) -> tuple[Rect, ...]:
        """The squares of the marks where the pill stands in `rect`, row by row."""
        return tuple(self._mark_boxes(rect, style))

    def _mark_boxes(self, rect: Rect, style: Style) -> Iterator[Rect]:
        side, columns = style.mark, math.ceil(self.marks / self.rows)
        left = rect.right - style.right - columns * side - (columns - 1) * _GAP
        top = rect.centre[1] - (self.rows * side + (self.rows - 1) * _GAP) / 2
        for place in range(self.marks):
            row, column = divmod(place, columns)
            yield Rect(left + column * (side + _GAP), top + row * (side + _GAP), side, side)


@lru_cache(maxsize=4096)
def slip(name: str, style: Style, room: float, marks: int, remark: str = "") -> Slip:
    """A pill at most `room` wide around a name in as few lines as that takes, with so many marks.

    `remark` is a line of its own, the last. What takes too many lines is cut.
    """
    rows = _rows(marks, style, room)
    around = _around(marks, rows, style)
    limit = max(room - around - _ROUNDING, 2 * style.text)
    lines = typeface.wrap(name, style.text, limit, max_lines=_MOST_LINES) or (name,)
    if remark:
        lines = (*lines, typeface.wrap(remark, style.text, limit, max_lines=1)[0])
    text = max(typeface.width(line, style.text) for line in lines)
    return Slip(lines, _even(around + text), _even(_height(len(lines), rows, style)), marks, rows)


def slip_height(name: str, style: Style, room: float, marks: int, remark: str = "") -> float:
    """About how high `slip` comes out, without breaking lines."""
    rows = _rows(marks, style, room)
    limit = max(room - _around(marks, rows, style) - _ROUNDING, 2 * style.text)
    lines = min(_MOST_LINES, math.ceil(1.06 * typeface.width(name, style.text) / limit))
    return _height(max(1, lines) + bool(remark), rows, style)


@lru_cache(maxsize=2048)
def unbroken(name: str, style: Style, marks: int) -> float:
    """How wide a pill has to be that breaks no word, unless one is very long."""
    words = (typeface.width(word, style.text) for word in name.split())
    longest = min(max(words, default=0.0), _LONGEST_WORD * style.text)
    return longest + _ROUNDING + _around(marks, 1, style)


def _rows(marks: int, style: Style, room: float) -> int:
    """In how many rows marks stand so that enough is left for the words."""
    enough = (rows for rows in range(1, marks) if room - _around(marks, rows, style) >= _ENOUGH * style.text)
    return next(enough, max(1, marks))


def _around(marks: int, rows: int, style: Style) -> float:
    """The width of a pill without its words."""
    columns = math.ceil(marks / rows)
    return style.before_text + style.right + columns * (style.mark + _GAP)


def _height(lines: int, rows: int, style: Style) -> float:
    marks = rows * (style.mark + _GAP) + _GAP
    return max(lines * typeface.line_height(style.text) + 2 * style.pad, style.patch + 2 * style.inset, marks)


def _even(size: float) -> float:
    return 2.0 * math.ceil(size / 2)
