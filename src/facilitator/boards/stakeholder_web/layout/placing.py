"""Where one more pill comes to stand, given what stands already: with air around it, or wherever there is room.

A pill has wishes of its own, which depend on nobody else, and the spots that it is tried on are the same whatever
stands around: so one stakeholder more or less changes little for the others.
"""

import math
import zlib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from facilitator.boards.stakeholder_web.layout.geometry import DIRECTIONS
from facilitator.boards.stakeholder_web.layout.ground import Ground, PlacedLabel, Room, Taken, covered, crossings
from facilitator.boards.stakeholder_web.layout.lettering import Label
from facilitator.boards.stakeholder_web.layout.sectors import Sector
from facilitator.boards.stakeholder_web.layout.spots import ACROSS, ALONG, COARSE, FINE, Spot, lines, lines_near


class _Demand(NamedTuple):
    """What a spot has to offer: air (pixels) to those of the sector, nearness to the ring, few spokes crossed."""

    air: float
    off_ring: float
    crossed: int


_DEMANDS = (
    _Demand(150, 0.0, 0),
    _Demand(110, 0.0, 0),
    _Demand(80, 0.0, 0),
    _Demand(56, 0.03, 0),
    _Demand(38, 0.03, 0),
    _Demand(26, 0.06, 0),
    _Demand(18, 0.09, 0),
)
_GOOD = 6  # demands, of which a first shape has to meet one, before other shapes are tried
_STRETCH = 1.8  # air to the sides is so much more than above and below
_INNER = 0.12  # of a sector, at either border, where nobody wishes to be
_TURN = 0.6180339887  # of the circle, from wish to wish: the golden ratio spreads any number of them evenly

# What a spot costs for whoever is left: pixels away from the ideal one, weighed.
_OFF_RING, _OFF_WISH, _OUTSIDE, _CROSSED, _OTHER_SHAPE = 2.5, 0.5, 1.5, 90.0, 40.0


class Area(NamedTuple):
    """The directions in which somebody may stand, inside a sector if there is one, and how near the ring."""

    sector: Sector | None
    start: int
    end: int
    off_ring: float


@lru_cache(maxsize=4096)
def wish(number: int, sector: Sector) -> int:
    """The direction in a sector that a stakeholder likes best: the first of a row of its own that lies in there.

    `number` is that of the code. Where a border moves, only wishes near it change.
    """
    first = zlib.crc32(b"%d" % number) / 2**32
    inner = _INNER * (sector.end - sector.start)
    for turn in range(DIRECTIONS):
        direction = (first + turn * _TURN) % 1 * DIRECTIONS
        if sector.start + inner <= direction <= sector.end - inner:
            return round(direction)
    return sector.middle


def airy(
    labels: Iterable[Label],
    gap: float,
    sector: Sector,
    ring: int,
    direction: int,
    ground: Ground,
    others: Sequence[Taken],
) -> PlacedLabel | None:
    """The spot wholly inside the sector with the most air to `others` of it, then nearest to the ring and the wish.

    A shape that comes later is only looked at where the one before doesn't come out well.
    """
    met, standing = len(_DEMANDS), None
    for label in labels:
        room = ground.room_for(label.width, label.height, gap)
        better, spot = _airiest(room, label, gap, sector, ring, direction, others, met)
        if spot:
            met, standing = better, PlacedLabel(spot.x, spot.y, label)
        if met < _GOOD:
            break
    return standing


def _airiest(
    room: Room, label: Label, gap: float, sector: Sector, ring: int, direction: int, others: Sequence[Taken], best: int
) -> tuple[int, Spot | None]:
    """The first spot, in the order of nearness to ring and wish, that meets the highest demand above `best`."""
    found = None
    half_width, half_height = label.width / 2, label.height / 2
    for off_ring, line in lines_near(ring, COARSE):
        highest = 0
        while highest < best and _DEMANDS[highest].off_ring < off_ring - 1e-6:
            highest += 1
        if highest >= best:
            break
        free = room.free(line.between(sector.start, sector.end))
        free.sort(key=lambda spot: abs(spot[0] - direction))
        for spot in free:
            met = highest
            clear = _air(spot, half_width, half_height, others, _DEMANDS[best - 1].air)
            while met < best and _DEMANDS[met].air > clear:
                met += 1
            if met >= best or sector.outside(spot.x, spot.y, half_width + gap / 2, half_height + gap / 2) > 0:
                continue
            half_angle = covered(spot.angle, spot.radius, half_width, half_height)
            crossed = crossings(spot.angle, spot.radius, half_angle, others)
            while met < best and _DEMANDS[met].crossed < crossed:
                met += 1
            if met < best:
                best, found = met, spot
                if best == highest:
                    break
    return best, found


def _air(spot: Spot, half_width: float, half_height: float, others: Sequence[Taken], enough: float) -> float:
    """How much is free up to the next of the others; something below `enough` as soon as that is missed."""
    least = math.inf
    x, y = spot.x, spot.y
    for other_x, other_y, other_width, other_height, *_ in others:
        across = (abs(x - other_x) - half_width - other_width) / _STRETCH
        down = abs(y - other_y) - half_height - other_height
        apart = across if across > down else down
        if apart < least:
            least = apart
            if least < enough:
                break
    return least


def squeezed_in(
    labels: Iterable[Label], gap: float, area: Area, ring: int, direction: int, ground: Ground, pills: Sequence[Taken]
) -> PlacedLabel | None:
    """The cheapest free spot of an area; `pills` are those whose spokes had better not be crossed."""
    best, least = None, math.inf
    for number, label in enumerate(labels):
        room = ground.room_for(label.width, label.height, gap)
        for cost, spot in _priced(room, area, label, direction, ring, number * _OTHER_SHAPE, least):
            if cost >= least:
                break
            half_angle = covered(spot.angle, spot.radius, label.width / 2, label.height / 2)
            crossed = crossings(spot.angle, spot.radius, half_angle, pills)
            if cost + crossed * _CROSSED < least:
                best, least = PlacedLabel(spot.x, spot.y, label), cost + crossed * _CROSSED
        if least <= _CROSSED:
            break
    return best


def _priced(
    room: Room, area: Area, label: Label, direction: int, ring: int, extra: float, most: float
) -> list[tuple[float, Spot]]:
    """The free spots of an area that cost less than `most`, the cheapest first."""
    found = []
    half_width, half_height = label.width / 2, label.height / 2
    for off, line in lines_near(ring, FINE):
        cost_of_line = off * ACROSS * _OFF_RING + extra
        if off > area.off_ring or cost_of_line >= most:
            break
        cost_of_turn = line.distance * ALONG * _OFF_WISH
        for spot in room.free(line.between(area.start, area.end)):
            cost = cost_of_line + abs(spot.direction - direction) * cost_of_turn
            if area.sector:
                cost += _OUTSIDE * area.sector.outside(spot.x, spot.y, half_width, half_height)
            found.append((cost, spot))
    return sorted(found)


def nearest(labels: Iterable[Label], gap: float, x: float, y: float, ground: Ground) -> PlacedLabel | None:
    """The free spot nearest to a place of the stage, in whatever sector, in the first shape for which there is one."""
    for label in labels:
        room = ground.room_for(label.width, label.height, gap)
        free = [spot for line in lines(FINE) for spot in room.free(line.spots)]
        if free:
            spot = min(free, key=lambda spot: (math.hypot(spot.x - x, spot.y - y), spot))
            return PlacedLabel(spot.x, spot.y, label)
    return None
