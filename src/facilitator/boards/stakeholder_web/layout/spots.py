"""The spots of the stage on which pills are tried: the same ones for every board, so that pills seldom move."""

import math
from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from facilitator.boards.stakeholder_web.layout.geometry import CENTRE_X, CENTRE_Y, DIRECTIONS, FRAME, RINGS, rays

ALONG = 3.1
"""Pixels on the rim that one direction covers, on average."""

ACROSS = 462.0
"""Pixels from the centre to the rim, straight up."""

CELL = 4
"""Pixels; spots lie on the corners of a grid of cells with these sides."""

ROW = 512
"""Cells of a row of that grid: the stage's 480, and some where nothing stands, so that rows don't touch."""

COARSE, FINE = 24.0, 12.0
"""Pixels from spot to spot along a line: where there is room, and where every gap counts."""

_APART = 0.03  # distance from line to line
_INNERMOST, _OUTERMOST = -3, 27  # lines, counted from the first ring


class Spot(NamedTuple):
    """A place for a pill's centre that is tried.

    `cell` is the number of the cell to whose top left it lies; `angle` and `radius` are those of its spoke.
    """

    direction: int
    distance: float
    x: float
    y: float
    cell: int
    angle: float
    radius: float


class Line(NamedTuple):
    """The spots at one distance from the hub, by direction."""

    distance: float
    directions: tuple[int, ...]
    spots: tuple[Spot, ...]

    def between(self, first: float, end: float) -> tuple[Spot, ...]:
        """Those in directions from `first` to before `end`."""
        return self.spots[bisect_left(self.directions, first) : bisect_left(self.directions, end)]


@cache
def lines(step: float) -> tuple[Line, ...]:
    """All spots about `step` pixels apart, line by line from the hub outwards; every ring is one of the lines."""
    lines = []
    for number in range(_INNERMOST, _OUTERMOST):
        distance = round(RINGS[0] + number * _APART, 4)
        turn = max(1, round(step / (ALONG * distance)))
        spots = []
        for direction in range(turn * (number % 2) // 2, DIRECTIONS, turn):
            x, y = rays()[direction].point(distance)
            if FRAME.contains(x, y):
                column, row = round(x / CELL), round(y / CELL)
                spots.append(_spot(direction, distance, column, row))
        lines.append(Line(distance, tuple(spot.direction for spot in spots), tuple(spots)))
    return tuple(lines)


def _spot(direction: int, distance: float, column: int, row: int) -> Spot:
    x, y = float(CELL * column), float(CELL * row)
    angle, radius = rays()[direction].angle, math.hypot(x - CENTRE_X, y - CENTRE_Y)
    return Spot(direction, distance, x, y, row * ROW + column, angle, radius)


@cache
def lines_near(ring: int, step: float) -> tuple[tuple[float, Line], ...]:
    """All lines with how far they are from a ring, the nearest first."""
    away = ((round(abs(line.distance - RINGS[ring - 1]), 4), line) for line in lines(step))
    return tuple(sorted(away, key=lambda pair: (pair[0], pair[1].distance)))
