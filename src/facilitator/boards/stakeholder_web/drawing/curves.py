"""Curves from one thing on the stage to another, and the ways in which a line may bend between two."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from facilitator.domain.picture import PathCommand, Rect

_CLEAR = 3.0  # pixels from the ends of a curve to what it joins
_CORNER = 14.0  # about the radius of a pill's corners
_HALVINGS = 7

# Height of the bow to the distance of its ends, and how far along the way its control point stands; the first are
# preferred.
_GENTLE = ((0.1, 0.5), (-0.1, 0.5), (0.2, 0.5), (-0.2, 0.5), (0.32, 0.5), (-0.32, 0.5), (0.0, 0.5))
_BOLD = tuple((side * bend, along) for bend in (0.2, 0.34, 0.5, 0.7) for along in (0.2, 0.8, 0.5) for side in (1, -1))
_SIDES = ((1, 0), (-1, 0), (0, -1), (0, 1))
_LEAST_PULL = 46.0  # pixels by which a line stands off the side that it leaves
_PULLS = (0.34, 0.6)  # of the distance
_CLOSE = 320.0  # pixels up to which a line may go round by the sides

Point = tuple[float, float]
Part = tuple[Point, Point, Point, Point]


@dataclass(frozen=True, slots=True)
class End:
    """What a line begins or ends at: a pill's rectangle, or the hub's oval in its."""

    rect: Rect
    oval: bool = False

    def edge(self, towards: Point) -> Point:
        """Where the line from the middle to a point leaves it, a little outside."""
        x, y = self.rect.centre
        dx, dy = towards[0] - x, towards[1] - y
        if not dx and not dy:
            return x, y
        half_width, half_height = self.rect.width / 2 + _CLEAR, self.rect.height / 2 + _CLEAR
        if self.oval:
            share = min(1.0, 1 / math.hypot(dx / half_width, dy / half_height))
            return x + dx * share, y + dy * share
        share = min(half_width / abs(dx) if dx else math.inf, half_height / abs(dy) if dy else math.inf, 1.0)
        corner_x, corner_y = half_width - _CORNER, half_height - _CORNER
        if abs(dx) * share > corner_x and abs(dy) * share > corner_y:
            share = self._round(abs(dx), abs(dy), corner_x, corner_y, share)
        return x + dx * share, y + dy * share

    def side(self, direction: Point) -> Point:
        """The middle of one side, a little outside."""
        x, y = self.rect.centre
        return (
            x + direction[0] * (self.rect.width / 2 + _CLEAR),
            y + direction[1] * (self.rect.height / 2 + _CLEAR),
        )

    @staticmethod
    def _round(dx: float, dy: float, corner_x: float, corner_y: float, outside: float) -> float:
        """The share of the way at which it leaves the round corner."""
        inside = 0.0
        for _ in range(_HALVINGS):
            middle = (inside + outside) / 2
            over_x, over_y = max(0.0, dx * middle - corner_x), max(0.0, dy * middle - corner_y)
            if math.hypot(over_x, over_y) <= _CORNER:
                inside = middle
            else:
                outside = middle
        return inside


@dataclass(frozen=True, slots=True)
class Curve:
    """Cubic curves end to end: points on the curve, with two control points between each two of them."""

    points: tuple[Point, ...]

    @property
    def start(self) -> Point:
        """Where it begins."""
        return self.points[0]

    @property
    def end(self) -> Point:
        """Where it ends."""
        return self.points[-1]

    def at(self, share: float) -> Point:
        """The point at a share (0 to 1) of the way."""
        part, within = self._place(share)
        return _sum(_weights_at(within), part)

    def heading(self, share: float) -> Point:
        """The unit vector in which it runs there."""
        ((x0, y0), (x1, y1), (x2, y2), (x3, y3)), within = self._place(share)
        rest = 1 - within
        first, middle, last = rest * rest, 2 * rest * within, within * within
        x = first * (x1 - x0) + middle * (x2 - x1) + last * (x3 - x2)
        y = first * (y1 - y0) + middle * (y2 - y1) + last * (y3 - y2)
        length = math.hypot(x, y) or 1.0
        return x / length, y / length

    def length(self) -> float:
        """About how long it is, in pixels."""
        return sum(map(_length, self._parts()))

    def between(self, count: int) -> list[Point]:
        """About so many points along it, both ends left out."""
        parts = list(self._parts())
        found: list[Point] = []
        lengths = [_length(part) for part in parts] if len(parts) > 1 else [1.0]
        for part, length in zip(parts, lengths, strict=True):
            some = max(4, round(count * length / (sum(lengths) or 1.0)))
            (x0, y0), (x1, y1), (x2, y2), (x3, y3) = part
            found += [
                (a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3) for a, b, c, d in _weights(some)
            ]
        return found

    def shifted(self, aside: float) -> "Curve":
        """The curve beside it, so many pixels to the right of where it runs."""
        moved: list[Point] = []
        for part in self._parts():
            one = Curve(part)
            for share, (x, y) in zip((0.0, 1 / 3, 2 / 3, 1.0), part, strict=True):
                along_x, along_y = one.heading(share)
                if share or not moved:
                    moved.append((x - along_y * aside, y + along_x * aside))
        return Curve(tuple(moved))

    def shortened(self, at_start: float, at_end: float) -> "Curve":
        """Without its first and last pixels."""
        (x, y), (dx, dy) = self.start, self.heading(0)
        (last_x, last_y), (last_dx, last_dy) = self.end, self.heading(1)
        first = (x + dx * at_start, y + dy * at_start)
        last = (last_x - last_dx * at_end, last_y - last_dy * at_end)
        return Curve((first, *self.points[1:-1], last))

    def commands(self) -> tuple[PathCommand, ...]:
        """It as a path."""
        return ("M", *self.start), *(("C", *near, *far, *end) for _, near, far, end in self._parts())

    def box(self) -> Rect:
        """A rectangle around it."""
        xs, ys = zip(self.start, *self.between(20), self.end, strict=True)
        return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))

    def _parts(self) -> Iterator[Part]:
        for place in range(0, len(self.points) - 1, 3):
            yield self.points[place], self.points[place + 1], self.points[place + 2], self.points[place + 3]

    def _place(self, share: float) -> tuple[Part, float]:
        """The part in which a share of the way lies, and the share of that part."""
        parts = list(self._parts())
        if len(parts) == 1:
            return parts[0], share
        lengths = [_length(part) for part in parts]
        left = share * sum(lengths)
        for part, length in zip(parts[:-1], lengths, strict=False):
            if left <= length:
                return part, left / length if length else 0.0
            left -= length
        return parts[-1], min(1.0, left / lengths[-1]) if lengths[-1] else 1.0


def through(points: Sequence[Point], smooth: float) -> Curve:
    """A curve through two points or more; control points stand off them by so much of the way to the next."""
    found = [points[0]]
    for place, (one, other) in enumerate(pairwise(points)):
        reach = smooth * math.dist(one, other)
        before = points[place - 1] if place else one
        after = points[place + 2] if place + 2 < len(points) else other
        found += [_along(one, before, other, reach), _along(other, after, one, reach), other]
    return Curve(tuple(found))


def _along(point: Point, back: Point, ahead: Point, reach: float) -> Point:
    """So far from a point, parallel to the way from the one before it to the one after it."""
    dx, dy = ahead[0] - back[0], ahead[1] - back[1]
    length = math.hypot(dx, dy) or 1.0
    return point[0] + dx / length * reach, point[1] + dy / length * reach


def gentle_curves(start: End, end: End) -> Iterator[Curve]:
    """The calm ways from one to the other, the usual first."""
    return (_bowed(start, end, *bow) for bow in _GENTLE)


def bold_curves(start: End, end: End) -> Iterator[Curve]:
    """Ways that go farther round, for where a calm one would run under something."""
    for bow in _BOLD:
        yield _bowed(start, end, *bow)
    away = math.dist(start.rect.centre, end.rect.centre)
    if start.oval or end.oval or away > _CLOSE:
        return
    for pull in _PULLS:
        reach = max(_LEAST_PULL, pull * away)
        for one in _SIDES:
            for other in _SIDES:
                yield _from_sides(start, one, end, other, reach)


def _bowed(start: End, end: End, bend: float, along: float) -> Curve:
    (x0, y0), (x1, y1) = start.rect.centre, end.rect.centre
    # The bow is half as high as its control point stands off.
    pull_x = x0 + along * (x1 - x0) - 2 * bend * (y1 - y0)
    pull_y = y0 + along * (y1 - y0) + 2 * bend * (x1 - x0)
    first, last = start.edge((pull_x, pull_y)), end.edge((pull_x, pull_y))
    near = (first[0] + (pull_x - first[0]) * 2 / 3, first[1] + (pull_y - first[1]) * 2 / 3)
    far = (last[0] + (pull_x - last[0]) * 2 / 3, last[1] + (pull_y - last[1]) * 2 / 3)
    return Curve((first, near, far, last))


def _from_sides(start: End, one: Point, end: End, other: Point, reach: float) -> Curve:
    first, last = start.side(one), end.side(other)
    near = (first[0] + one[0] * reach, first[1] + one[1] * reach)
    far = (last[0] + other[0] * reach, last[1] + other[1] * reach)
    return Curve((first, near, far, last))


@cache
def _weights(count: int) -> tuple[tuple[float, float, float, float], ...]:
    return tuple(_weights_at(number / (count + 1)) for number in range(1, count + 1))


def _weights_at(share: float) -> tuple[float, float, float, float]:
    rest = 1 - share
    return rest * rest * rest, 3 * rest * rest * share, 3 * rest * share * share, share * share * share


def _sum(weights: tuple[float, float, float, float], part: Part) -> Point:
    a, b, c, d = weights
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = part
    return a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3


def _length(part: Part) -> float:
    points = (part[0], *(_sum(weights, part) for weights in _weights(7)), part[3])
    return sum(math.dist(one, other) for one, other in pairwise(points))
