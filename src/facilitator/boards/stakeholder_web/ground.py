"""A sector, or the whole stage, while pills are being put on it one by one."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from facilitator.boards.stakeholder_web.geometry import CENTRE_X, CENTRE_Y, FRAME, direction_of, rays
from facilitator.boards.stakeholder_web.lettering import Label, Style
from facilitator.boards.stakeholder_web.sectors import Sector
from facilitator.boards.stakeholder_web.spots import ACROSS, ALONG, Spot, lines
from facilitator.domain.picture import STAGE_HEIGHT, Rect

# What a spot costs: pixels away from the ideal one, weighed.
_OFF_RING = 1.5
_OFF_SLOT = 0.5
_OUTSIDE = 2.4
_CROWDED = 0.7
_CROSSED = 90.0

FIRST_LOOK = 5.5
"""The cost, in steps between spots, up to which spots are looked at first."""

_FURTHER = 2.5  # how much further the next look goes
_CELL = 8  # pixels; side of the cells in which taken ground is marked
_SQUEEZED_GAP, _SQUEEZED_STEP, _SQUEEZED_RING = 6.0, 14.0, 0.34  # see Style; for pills that find no spot else


class Taken(NamedTuple):
    """Stage that is taken: centre, half sizes and, for a pill, where its spoke runs."""

    x: float
    y: float
    half_width: float
    half_height: float
    angle: float = 0.0
    radius: float = 0.0
    half_angle: float = -1.0  # as seen from the hub; only pills can be crossed

    @property
    def rect(self) -> Rect:
        """The rectangle that is taken."""
        left, top = self.x - self.half_width, self.y - self.half_height
        return Rect(left, top, 2 * self.half_width, 2 * self.half_height)


class Standing(NamedTuple):
    """Where something was placed, and in which shape."""

    x: float
    y: float
    label: Label

    @property
    def rect(self) -> Rect:
        """The stage that it takes."""
        width, height = self.label.width, self.label.height
        return Rect(self.x - width / 2, self.y - height / 2, width, height)


def taken_by_rect(rect: Rect) -> Taken:
    """Something without a spoke."""
    x, y = rect.centre
    return Taken(x, y, rect.width / 2, rect.height / 2)


def taken_by_pill(pill: Standing) -> Taken:
    """A pill and its spoke."""
    ray = rays()[direction_of(pill.x, pill.y)]
    radius = max(1.0, math.hypot(pill.x - CENTRE_X, pill.y - CENTRE_Y))
    half_width, half_height = pill.label.width / 2, pill.label.height / 2
    half_angle = (abs(ray.sin) * half_width + abs(ray.cos) * half_height) / radius
    return Taken(pill.x, pill.y, half_width, half_height, ray.angle, radius, half_angle)


def within_frame(rect: Rect) -> bool:
    """Whether all of it lies on the stage below the header, margins kept."""
    return rect.x >= FRAME.x and rect.y >= FRAME.y and rect.right <= FRAME.right and rect.bottom <= FRAME.bottom


class Ground:
    """The directions from `start` to `end` while pills are being put there, inside a sector if there is one."""

    def __init__(self, style: Style, sector: Sector | None, start: int, end: int, taken: Iterable[Taken]) -> None:
        self._style = style
        self._sector = sector
        self._start, self._end = start, end
        self._taken: list[Taken] = []
        self._cells = [0] * (STAGE_HEIGHT // _CELL + 1)
        for each in taken:
            self._add(each)

    def put(self, labels: Sequence[Label], direction: int, distance: float) -> Standing | None:
        """Put a pill on the cheapest free spot near where it would like to be; further away if there is none."""
        seen, bound, whole = -1.0, FIRST_LOOK * self._style.step, False
        while not whole:
            ranking, whole = self._ranked(direction, distance, seen, bound)
            for label in labels:
                spot = self._cheapest(ranking, label.width / 2, label.height / 2)
                if spot:
                    return self._put(spot, label)
            seen, bound = bound, bound * _FURTHER
        return None

    def put_first(self, labels: Sequence[Label], ranking: Sequence[tuple[float, Spot]]) -> Standing | None:
        """Put a pill on the cheapest free spot of a ranking, in the first shape for which there is one."""
        for label in labels:
            spot = self._cheapest(ranking, label.width / 2, label.height / 2)
            if spot:
                return self._put(spot, label)
        return None

    def _put(self, spot: Spot, label: Label) -> Standing:
        pill = Standing(spot.x, spot.y, label)
        self._add(taken_by_pill(pill))
        return pill

    def _ranked(
        self, direction: int, distance: float, seen: float, bound: float
    ) -> tuple[list[tuple[float, Spot]], bool]:
        """The spots that cost more than `seen`, up to `bound`, the cheapest first; and whether none costs more."""
        start, end = self._start, self._end
        found, whole = [], True
        for line in lines(self._style.step):
            off = abs(line.distance - distance)
            if off > self._style.off_ring:
                continue
            off_ring = off * ACROSS * _OFF_RING
            if off_ring > bound:
                whole = False
                continue
            off_slot = line.distance * ALONG * _OFF_SLOT
            reach = (bound - off_ring) / off_slot
            first, last = direction - reach, direction + reach
            whole = whole and first <= start and last >= end
            for spot in line.between(max(start, first), min(end, last)):
                cost = off_ring + abs(spot[0] - direction) * off_slot
                if cost > seen:
                    found.append((cost, spot))
        return sorted(found), whole

    def put_again(
        self, pill: Standing | None, labels: Sequence[Label], direction: int, distance: float
    ) -> Standing | None:
        """Put a pill that stands here where it is best now; it stays if nothing is free but between others."""
        assert pill
        gone = taken_by_pill(pill)
        remaining = [each for each in self._taken if each != gone]
        self._taken, self._cells = [], [0] * len(self._cells)
        for each in remaining:
            self._add(each)
        better = self.put(labels, direction, distance)
        if not better:
            self._add(gone)
        return better or pill

    def squeeze_in(self, labels: Sequence[Label], direction: int, distance: float) -> Standing | None:
        """Put a pill where it is no longer airy, in steps so small that hardly a spot is missed."""
        style = replace(
            self._style,
            gap=min(self._style.gap, _SQUEEZED_GAP),
            air=0,
            step=_SQUEEZED_STEP,
            off_ring=max(self._style.off_ring, _SQUEEZED_RING),
        )
        pill = Ground(style, self._sector, self._start, self._end, self._taken).put(labels, direction, distance)
        if pill:
            self._add(taken_by_pill(pill))
        return pill

    def _add(self, taken: Taken) -> None:
        """Note it down, and mark the cells that it covers whole: what touches one of these is taken for sure."""
        self._taken.append(taken)
        gap = self._style.gap
        left = math.ceil((taken.x - taken.half_width - gap) / _CELL)
        right = math.floor((taken.x + taken.half_width + gap) / _CELL)
        top = math.ceil((taken.y - taken.half_height - gap) / _CELL)
        bottom = math.floor((taken.y + taken.half_height + gap) / _CELL)
        cells = ((1 << max(0, right - max(0, left))) - 1) << max(0, left)
        for row in range(max(0, top), min(bottom, len(self._cells))):
            self._cells[row] |= cells

    def _cheapest(self, ranking: Sequence[tuple[float, Spot]], half_width: float, half_height: float) -> Spot | None:
        best, least = None, math.inf
        rows, sector = self._cells, self._sector
        margin = self._style.air / 4
        least_x, most_x = FRAME.x + half_width, FRAME.right - half_width
        least_y, most_y = FRAME.y + half_height, FRAME.bottom - half_height
        for cost, spot in ranking:
            if cost >= least:
                break
            _, _, x, y = spot
            if not (least_x <= x <= most_x and least_y <= y <= most_y):
                continue
            first = int((x - half_width) / _CELL)
            cells = ((2 << (int((x + half_width) / _CELL) - first)) - 1) << first
            for row in rows[int((y - half_height) / _CELL) : int((y + half_height) / _CELL) + 1]:
                if row & cells:
                    break
            else:
                if sector:
                    cost += _OUTSIDE * sector.outside(x, y, half_width + margin, half_height + margin)
                cost = self._cost(cost, least, spot, half_width, half_height)
                if cost < least:
                    best, least = spot, cost
        return best

    def _cost(self, cost: float, least: float, spot: Spot, half_width: float, half_height: float) -> float:
        """The cost with what neighbours add; infinity where one is in the way, anything from `least` on is too much."""
        gap, air = self._style.gap, self._style.air
        direction, _, x, y = spot
        ray = rays()[direction]
        angle = ray.angle
        radius = math.hypot(x - CENTRE_X, y - CENTRE_Y)
        half_angle = (abs(ray.sin) * half_width + abs(ray.cos) * half_height) / radius
        for other_x, other_y, other_width, other_height, other_angle, other_radius, other_half in self._taken:
            across = abs(x - other_x) - half_width - other_width
            down = abs(y - other_y) - half_height - other_height
            apart = across if across > down else down
            if apart < air:
                if apart < gap:
                    return math.inf
                if other_half >= 0:
                    cost += (air - apart) * _CROWDED
            turn = abs(angle - other_angle)
            if (turn < other_half and other_radius < radius) or (turn < half_angle and radius < other_radius):
                cost += _CROSSED
            if cost >= least:
                return cost
        return cost
