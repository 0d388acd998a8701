"""The spots of the stage on which pills are tried: the same ones for every board, so that pills seldom move."""

from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from facilitator.boards.stakeholder_web.geometry import DIRECTIONS, FRAME, RINGS, rays
from facilitator.domain.picture import Rect

ALONG = 3.1  # pixels on the rim that one direction covers, on average
ACROSS = 462.0  # pixels from the centre to the rim, straight up
_WIDE = 24.0  # pixels; step of the spots by which the extent of a sector is measured
_COARSE = 20.0  # pixels; from this step on, lines of spots are further apart


class Spot(NamedTuple):
    """A place for a pill's centre that is tried."""

    direction: int
    distance: float
    x: float
    y: float


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
    """All spots, line by line from the hub outwards, about `step` pixels apart; every ring is one of the lines."""
    apart = 0.045 if step > _COARSE else 0.03
    lines = []
    for ring in range(-round(0.09 / apart), round(0.8 / apart)):
        distance = round(RINGS[0] + ring * apart, 4)
        turn = max(1, round(step / (ALONG * distance)))
        spots = []
        for direction in range(turn * (ring % 2) // 2, DIRECTIONS, turn):
            x, y = rays()[direction].point(distance)
            if FRAME.contains(x, y):
                spots.append(Spot(direction, distance, round(x), round(y)))
        lines.append(Line(distance, tuple(spot.direction for spot in spots), tuple(spots)))
    return tuple(lines)


@cache
def reached(start: int, end: int) -> Rect:
    """The rectangle around all spots of a sector."""
    spots = [spot for line in lines(_WIDE) for spot in line.between(start, end)]
    left, right = min(spot.x for spot in spots), max(spot.x for spot in spots)
    top, bottom = min(spot.y for spot in spots), max(spot.y for spot in spots)
    return Rect(left, top, right - left, bottom - top)
