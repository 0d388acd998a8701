"""Curves between pills: a gentle bend, chosen so that it runs under as few pills as can be."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from facilitator.boards.stakeholder_web.geometry import FRAME
from facilitator.domain.picture import PathCommand, Rect

_BENDS = (0.1, -0.1, 0.2, -0.2, 0.32, -0.32, 0.0)  # height of the bow to the distance of its ends, preferred first
_USUAL = _BENDS[0]
_LOOKS = tuple(number / 10 for number in range(1, 10))
_HIDDEN, _OUTSIDE = 20.0, 500.0  # what one point under a pill, or outside the frame, costs
_CLEAR = 3.0  # pixels from the ends of the curve to its pills

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Curve:
    """A quadratic curve from pill to pill: both ends and the control point."""

    start: Point
    pull: Point
    end: Point

    def at(self, share: float) -> Point:
        """The point at a share (0 to 1) of the way."""
        rest = 1 - share
        first, middle, last = rest * rest, 2 * rest * share, share * share
        return (
            first * self.start[0] + middle * self.pull[0] + last * self.end[0],
            first * self.start[1] + middle * self.pull[1] + last * self.end[1],
        )

    def heading(self, share: float) -> Point:
        """The unit vector in which it runs there."""
        rest = 1 - share
        x = rest * (self.pull[0] - self.start[0]) + share * (self.end[0] - self.pull[0])
        y = rest * (self.pull[1] - self.start[1]) + share * (self.end[1] - self.pull[1])
        length = math.hypot(x, y) or 1.0
        return x / length, y / length

    def length(self) -> float:
        """About how long it is, in pixels."""
        points = [self.at(number / 8) for number in range(9)]
        return sum(math.dist(one, other) for one, other in pairwise(points))

    def shifted(self, aside: float) -> "Curve":
        """The curve beside it, so many pixels to the right of where it runs."""
        moved = []
        for point, share in ((self.start, 0.0), (self.pull, 0.5), (self.end, 1.0)):
            x, y = self.heading(share)
            moved.append((point[0] - y * aside, point[1] + x * aside))
        return Curve(*moved)

    def shortened(self, by: float) -> "Curve":
        """Without its last pixels."""
        x, y = self.heading(1)
        return Curve(self.start, self.pull, (self.end[0] - x * by, self.end[1] - y * by))

    def commands(self) -> tuple[PathCommand, ...]:
        """It as a path."""
        (x0, y0), (x1, y1), (x2, y2) = self.start, self.pull, self.end
        near = (x0 + (x1 - x0) * 2 / 3, y0 + (y1 - y0) * 2 / 3)
        far = (x2 + (x1 - x2) * 2 / 3, y2 + (y1 - y2) * 2 / 3)
        return ("M", x0, y0), ("C", *near, *far, x2, y2)

    def box(self) -> Rect:
        """A rectangle around it."""
        xs, ys = zip(self.start, self.pull, self.end, strict=True)
        return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def curve_between(start: Rect, end: Rect, others: Sequence[Rect], taken_bends: set[float]) -> tuple[Curve, float]:
    """A curve from one rectangle to the other and its bend; `taken_bends` are those of others between the same two.

    `others` is what it should not run under.
    """
    best: tuple[float, Curve, float] | None = None
    for place, bend in enumerate(_BENDS):
        if bend in taken_bends:
            continue
        curve = _bent(start, end, bend)
        cost = place + _trouble(curve, others)
        if best is None or cost < best[0]:
            best = cost, curve, bend
        if best[0] < 1:
            break
    if best is None:
        return _bent(start, end, _USUAL), _USUAL
    return best[1], best[2]


def _bent(start: Rect, end: Rect, bend: float) -> Curve:
    (x0, y0), (x1, y1) = start.centre, end.centre
    # The bow is half as high as its control point stands off.
    pull = ((x0 + x1) / 2 - 2 * bend * (y1 - y0), (y0 + y1) / 2 + 2 * bend * (x1 - x0))
    return Curve(_edge(start, pull), pull, _edge(end, pull))


def _edge(rect: Rect, towards: Point) -> Point:
    """Where the line from the middle of a rectangle to a point leaves it."""
    x, y = rect.centre
    dx, dy = towards[0] - x, towards[1] - y
    if not dx and not dy:
        return x, y
    half_width, half_height = rect.width / 2 + _CLEAR, rect.height / 2 + _CLEAR
    share = min(half_width / abs(dx) if dx else math.inf, half_height / abs(dy) if dy else math.inf, 1.0)
    return x + dx * share, y + dy * share


def _trouble(curve: Curve, others: Sequence[Rect]) -> float:
    """How much of it lies under something or, worse, outside the frame."""
    box = curve.box()
    near = [rect for rect in others if rect.overlaps(box)]
    points = [curve.at(look) for look in _LOOKS]
    outside = 0
    if not (FRAME.contains(box.x, box.y) and FRAME.contains(box.right, box.bottom)):
        outside = sum(not FRAME.contains(*point) for point in points)
    hidden = sum(any(rect.contains(*point) for rect in near) for point in points) if near else 0
    return _OUTSIDE * outside + _HIDDEN * hidden
