"""The columns of the participation picture: their widths, and what stands in their heads. Pixels."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from facilitator.boards.stakeholder_web.drawing.participation import NOT_KNOWN, Participation
from facilitator.boards.stakeholder_web.layout.geometry import FRAME
from facilitator.content import typeface
from facilitator.domain.picture import Rect

PAD = 10.0
"""From the edges of a column to what stands in it."""

_GUTTER, _APART = 8.0, 26.0  # from column to column; from those whose level is not known to the others
_EVEN = 0.9  # of an even share of the width, which every column may have
NARROWEST = 180.0
"""Width that a level has at least."""

_TRAY = 1 / 3  # of the width, which those may have at most whose level is not known
_STEPS = 8  # in which their place gets wider
_ROUNDS = 4  # in which widths are brought nearer to what columns need


@dataclass(frozen=True, slots=True)
class Column:
    """A level from head to foot, with its name and, where there is room, what we do on it."""

    level: str
    rect: Rect
    name: tuple[str, ...]
    promise: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Letters:
    """The sizes of the text in the heads: of names, and of what we do on a level."""

    name: float
    promise: float


def columns_of(
    levels: Mapping[str, float],
    participation: Participation,
    bottom: float,
    letters: Letters,
    needs: Callable[[Mapping[str, float]], Mapping[str, float]] | None,
    tray: float,
    narrowest: float,
) -> Iterator[Column]:
    """Columns as wide as the frame, down to `bottom`, for levels with the width that each would at least like.

    Before them stands one `tray` wide for those whose level is not known, none if that is 0. With `needs`, which tells
    how high columns would have to be that have certain widths, full columns are wider and there is nothing but names
    in the heads; else all levels are alike. None is narrower than `narrowest`.
    """
    room = _room(len(levels), tray)
    even = room / len(levels)
    widths = dict.fromkeys(levels, even)
    if needs:
        least = {
            level: max(
                narrowest, _longest(participation.name(level), letters.name), min(wish, room / len(levels) * _EVEN)
            )
            for level, wish in levels.items()
        }
        for _ in range(_ROUNDS):
            widths = _nearer(widths, needs(widths), least, room)
    left = FRAME.x
    for level, wide in (({NOT_KNOWN: tray} if tray else {}) | widths).items():
        name = typeface.wrap(participation.name(level), letters.name, wide - 2 * PAD, bold=True)
        promise = "" if needs else participation.promise(level)
        lines = typeface.wrap(promise, letters.promise, wide - 2 * PAD)
        yield Column(level, Rect(left, FRAME.y, wide, bottom - FRAME.y), name, lines if promise else ())
        left += wide + (_APART if level == NOT_KNOWN else _GUTTER)


def trays(participation: Participation, letters: Letters, narrowest: float) -> Iterator[float]:
    """Widths to try for the place of those whose level is not known, from about a level's to the most it may take.

    Beside any of them each level has the width `narrowest`, and room for the longest word of the names.
    """
    levels = len(participation.order)
    longest = max(_longest(participation.name(level), letters.name) for level in participation.order)
    spare = _room(levels, 0) - _APART - levels * max(longest, narrowest)
    widest = max(_longest(participation.name(NOT_KNOWN), letters.name), min(FRAME.width * _TRAY, spare))
    narrow = min(widest, _room(levels + 1, 0) / (levels + 1) * _EVEN)
    for step in range(_STEPS + 1):
        yield narrow + (widest - narrow) * step / _STEPS


def foot_of_head(column: Column, columns: Iterable[Column], letters: Letters) -> float:
    """Where the head of a column ends: alike in all levels; where the level is not known, right below its name."""
    heads = [each for each in columns if each.level != NOT_KNOWN] if column.level != NOT_KNOWN else [column]
    return FRAME.y + max(_head(each, letters) for each in heads)


def _head(column: Column, letters: Letters) -> float:
    line, below = typeface.line_height(letters.name), typeface.line_height(letters.promise)
    return 2 * PAD + len(column.name) * line + len(column.promise) * below


def _room(levels: int, tray: float) -> float:
    """The width that so many levels share beside a tray, none if that is 0."""
    return FRAME.width - _GUTTER * (levels - 1) - (tray + _APART if tray else 0)


def _longest(name: str, size: float) -> float:
    """How narrow a column may get that breaks no word of its name."""
    return max(typeface.width(word, size, bold=True) for word in name.split()) + 2 * PAD + 1


def _nearer(
    widths: Mapping[str, float], needs: Mapping[str, float], least: Mapping[str, float], room: float
) -> dict[str, float]:
    """The widths, moved to where all columns would need the same height, none narrower than its least."""
    usual = sum(needs.values()) / len(needs)
    wished = {level: max(least[level], wide * (needs[level] / usual) ** 0.5) for level, wide in widths.items()}
    spare = {level: wide - least[level] for level, wide in wished.items()}
    share = (room - sum(least.values())) / max(1.0, sum(spare.values()))
    return {level: least[level] + more * share for level, more in spare.items()}
