"""The round stage in numbers: directions, distances from the hub, rings. Pixels of the 1920 x 1080 surface.

A direction is an index from 0 (straight up) to DIRECTIONS, clockwise, stepped so that equal steps enclose equal areas
inside the rim: a sector's share of the directions is its share of the stage. A distance is 1 on the rim and 0 in the
centre; near the hub lines of equal distance are ellipses, at the rim a superellipse that uses the stage's corners.
"""

import math
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from facilitator.boards.drawing import HEADER
from facilitator.domain.picture import STAGE_HEIGHT, STAGE_WIDTH, Rect

MARGIN = 16.0
FRAME = Rect(MARGIN, HEADER.bottom + MARGIN, STAGE_WIDTH - 2 * MARGIN, STAGE_HEIGHT - HEADER.bottom - 2 * MARGIN)
CENTRE_X, CENTRE_Y = FRAME.centre
DIRECTIONS = 1440
RINGS = (0.37, 0.55, 0.73, 0.91)
"""The distances of rings 1 to 4."""

RIM_X, RIM_Y = 912.0, 462.0
_CORNERS = 3.2  # exponent of the rim; 2 would be an ellipse
_ROUND, _SQUARE = 0.3, 1.0  # up to the first distance lines are ellipses, from the second superellipses


@dataclass(frozen=True, slots=True)
class Ray:
    """One direction: its angle (radians, 0 to the right, clockwise), unit vector, and the radii of both curves."""

    angle: float
    cos: float
    sin: float
    ellipse: float
    superellipse: float

    def radius(self, distance: float) -> float:
        """Pixels from the centre to the line of this distance."""
        squareness = min(1.0, max(0.0, (distance - _ROUND) / (_SQUARE - _ROUND)))
        return distance * (self.ellipse + squareness * (self.superellipse - self.ellipse))

    def point(self, distance: float) -> tuple[float, float]:
        """The point of the stage at this distance."""
        radius = self.radius(distance)
        return CENTRE_X + radius * self.cos, CENTRE_Y + radius * self.sin

    def distance(self, radius: float) -> float:
        """The distance of a point `radius` pixels from the centre: the inverse of `radius`."""
        if radius <= self.radius(_ROUND):
            return radius / self.ellipse
        if radius >= self.superellipse:
            return radius / self.superellipse
        bend = (self.superellipse - self.ellipse) / (_SQUARE - _ROUND)
        if bend < 1e-6:
            return radius / self.ellipse
        linear = self.ellipse - _ROUND * bend
        return (math.sqrt(linear * linear + 4 * bend * radius) - linear) / (2 * bend)


@cache
def rays() -> tuple[Ray, ...]:
    """The ray of every direction from 0 to DIRECTIONS, both ends (straight up) included."""
    steps = 4 * DIRECTIONS
    angles = [-math.pi / 2 + 2 * math.pi * step / steps for step in range(steps + 1)]
    areas = [0.0]
    for angle in angles[1:]:
        areas.append(areas[-1] + _superellipse(angle) ** 2)
    found = []
    for direction in range(DIRECTIONS + 1):
        wanted = areas[-1] * direction / DIRECTIONS
        place = min(max(1, bisect_left(areas, wanted)), steps)
        share = (wanted - areas[place - 1]) / (areas[place] - areas[place - 1])
        found.append(_ray(angles[place - 1] + share * (angles[place] - angles[place - 1])))
    return tuple(found)


def direction_of(x: float, y: float) -> int:
    """The direction in which a point of the stage lies, from 0 to DIRECTIONS - 1; the centre itself lies at 0."""
    angle = math.atan2(y - CENTRE_Y, x - CENTRE_X)
    if angle < -math.pi / 2:
        angle += 2 * math.pi
    return min(max(0, bisect_left(_angles(), angle - 1e-9)), DIRECTIONS - 1)


def distance_of(x: float, y: float) -> float:
    """How far from the hub a point of the stage lies: 0 in the centre, 1 on the rim."""
    return rays()[direction_of(x, y)].distance(math.hypot(x - CENTRE_X, y - CENTRE_Y))


def ring_of(distance: float) -> int:
    """The ring (1 to 4) to which a distance is nearest."""
    return min(range(1, 5), key=lambda ring: abs(RINGS[ring - 1] - distance))


@cache
def _angles() -> list[float]:
    return [ray.angle for ray in rays()]


def _ray(angle: float) -> Ray:
    cos, sin = math.cos(angle), math.sin(angle)
    ellipse = 1 / math.hypot(cos / RIM_X, sin / RIM_Y)
    return Ray(angle, cos, sin, ellipse, _superellipse(angle))


def _superellipse(angle: float) -> float:
    across, down = abs(math.cos(angle)) / RIM_X, abs(math.sin(angle)) / RIM_Y
    return float((across**_CORNERS + down**_CORNERS) ** (-1 / _CORNERS))
