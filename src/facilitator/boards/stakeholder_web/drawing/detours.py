"""Ways round what stands on the stage, for lines that find no calm way between."""

import heapq
import math
from array import array
from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from facilitator.boards.stakeholder_web.drawing.curves import Curve, End, Point, through
from facilitator.boards.stakeholder_web.layout.geometry import FRAME
from facilitator.domain.picture import STAGE_HEIGHT, STAGE_WIDTH, Rect

_CELL = 4  # pixels; side of the cells in which taken stage is marked
_ACROSS, _DOWN = STAGE_WIDTH // _CELL + 1, STAGE_HEIGHT // _CELL + 1
_AIR, _HUB_AIR = 2.0, 7.0  # pixels around a rectangle and the hub that a line stays clear of
_OFFS = (13.0, 8.0, 4.5)  # pixels from a corner at which a way may turn, the first that is free
_STRIDE = 5.0  # pixels from look to look
_TURN = 30.0  # pixels that a turn is worth
_BESIDE = 18.0  # pixels that a look at another line is worth
_TRIES, _AROUND = 90, 12
_HUB_TURNS = 12
_SMOOTH = (0.36, 0.22, 0.1)  # how far control points stand off the turns, of the way to the next

_Plan = tuple[float, int, float, tuple[Point, ...]]


class Ground:
    """The stage in small cells, each with the number of what stands on it, 0 where it is free."""

    def __init__(self, standing: Sequence[Rect], hub: Rect) -> None:
        self._cells = array("H", bytes(2 * _ACROSS * _DOWN))
        self._lines = bytearray(_ACROSS * _DOWN)
        self._hub = hub
        self._rects = tuple(dict.fromkeys((hub, *standing)))
        self._numbers: Mapping[Rect, int] = {rect: number for number, rect in enumerate(self._rects, 1)}
        self._turns: dict[int, tuple[Point, ...]] = {}
        for rect, number in self._numbers.items():
            self._mark(rect.grown(_HUB_AIR if rect == hub else _AIR), number, oval=rect == hub)

    def number(self, end: End) -> int:
        """The number of what a line begins or ends at, -1 for what does not stand here."""
        return self._numbers.get(end.rect, -1)

    def lay(self, points: Sequence[Point]) -> None:
        """Mark where a line runs, so that others keep away from it."""
        for x, y in points:
            start = int(y / _CELL - 1) * _ACROSS + int(x / _CELL) - 1
            for row in range(3):
                self._lines[start + row * _ACROSS : start + row * _ACROSS + 3] = b"111"

    def along(self, points: Sequence[Point]) -> int:
        """How many of the points inside the frame lie on or close to a line that was laid."""
        lines, contains = self._lines, FRAME.contains
        return sum(bool(lines[int(y / _CELL) * _ACROSS + int(x / _CELL)]) for x, y in points if contains(x, y))

    def under(self, points: Sequence[Point], own: tuple[int, int]) -> tuple[int, int, int]:
        """How many of the points lie under anything but the ends of a line, under these ends, and outside the frame."""
        one, other = own
        left, top, right, bottom = FRAME.x, FRAME.y, FRAME.right, FRAME.bottom
        cells = self._cells
        hidden = under_own = outside = 0
        for x, y in points:
            if not (left <= x <= right and top <= y <= bottom):
                outside += 1
                continue
            number = cells[int(y / _CELL) * _ACROSS + int(x / _CELL)]
            if not number:
                continue
            if number in (one, other):
                under_own += 1
            else:
                hidden += 1
        return hidden, under_own, outside

    def detours(self, start: End, end: End) -> Iterator[Curve]:
        """Curves along a short way round everything, smooth ones first; none where no way was found soon."""
        turns = self._way(start, end)
        if len(turns) > 2:
            points = (start.edge(turns[1]), *turns[1:-1], end.edge(turns[-2]))
            yield from (through(points, smooth) for smooth in _SMOOTH)

    def _way(self, start: End, end: End) -> tuple[Point, ...]:
        own = (0, self.number(start), self.number(end))
        goal = end.rect.centre
        order = count()
        first = start.rect.centre
        plans: list[_Plan] = [(math.dist(first, goal), next(order), 0.0, (first,))]
        reached: set[Point] = set()
        for _ in range(_TRIES):
            if not plans:
                break
            _, _, so_far, points = heapq.heappop(plans)
            here = points[-1]
            if here == goal:
                return points
            if here in reached:
                continue
            reached.add(here)
            for turn in self._reachable(here, goal, own):
                length = so_far + math.dist(here, turn) + _TURN + _BESIDE * self.along(_between(here, turn))
                heapq.heappush(plans, (length + math.dist(turn, goal), next(order), length, (*points, turn)))
        return ()

    def _reachable(self, here: Point, goal: Point, own: tuple[int, int, int]) -> Iterator[Point]:
        """The goal if it can be seen from here, else the turns round what is in the way that can."""
        targets, seen = [goal], set(own)
        for target in targets:  # grows while it is gone through
            hit = self._first_hit(here, target, own)
            if not hit:
                yield target
            elif hit > 0 and hit not in seen and len(seen) < _AROUND:
                seen.add(hit)
                targets += self._turns_round(hit)

    def _first_hit(self, here: Point, target: Point, own: tuple[int, int, int]) -> int:
        """What is first in the way of the straight line; 0 for nothing."""
        (x0, y0), (x1, y1) = here, target
        steps = max(1, int(math.dist(here, target) / _STRIDE))
        dx, dy = (x1 - x0) / steps, (y1 - y0) / steps
        cells = self._cells
        for step in range(1, steps + 1):
            number = cells[int((y0 + dy * step) / _CELL) * _ACROSS + int((x0 + dx * step) / _CELL)]
            if number and number not in own:
                return number
        return 0

    def _turns_round(self, number: int) -> tuple[Point, ...]:
        """Free points beside the corners of something."""
        found = self._turns.get(number)
        if found is None:
            rect = self._rects[number - 1]
            found = self._turns[number] = tuple(self._free(_round_hub(rect) if rect == self._hub else _corners(rect)))
        return found

    def _free(self, choices: Sequence[Sequence[Point]]) -> Iterator[Point]:
        for points in choices:
            yield from [point for point in points if self.under([point], (0, 0)) == (0, 0, 0)][:1]

    def _mark(self, rect: Rect, number: int, *, oval: bool) -> None:
        """Mark the cells whose middle lies in it."""
        x, y = rect.centre
        for row in range(max(0, round(rect.y / _CELL)), min(_DOWN, round(rect.bottom / _CELL))):
            half = rect.width / 2
            if oval:
                off = ((row + 0.5) * _CELL - y) / (rect.height / 2)
                half *= math.sqrt(max(0.0, 1 - off * off))
            first, last = max(0, round((x - half) / _CELL)), min(_ACROSS, round((x + half) / _CELL))
            if last > first:
                self._cells[row * _ACROSS + first : row * _ACROSS + last] = array("H", [number]) * (last - first)


def _between(here: Point, there: Point) -> list[Point]:
    count = max(1, int(math.dist(here, there) / (2 * _STRIDE)))
    dx, dy = (there[0] - here[0]) / count, (there[1] - here[1]) / count
    return [(here[0] + dx * step, here[1] + dy * step) for step in range(1, count)]


def _corners(rect: Rect) -> list[list[Point]]:
    """For each corner the points beside it, the farthest first."""
    return [
        [
            ((rect.right + off) if right else (rect.x - off), (rect.bottom + off) if low else (rect.y - off))
            for off in _OFFS
        ]
        for right in (False, True)
        for low in (False, True)
    ]


def _round_hub(rect: Rect) -> list[list[Point]]:
    x, y = rect.centre
    angles = [2 * math.pi * turn / _HUB_TURNS for turn in range(_HUB_TURNS)]
    return [
        [(x + (rect.width / 2 + 2 * off) * math.cos(a), y + (rect.height / 2 + 2 * off) * math.sin(a)) for off in _OFFS]
        for a in angles
    ]
