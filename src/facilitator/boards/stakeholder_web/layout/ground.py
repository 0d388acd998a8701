"""What stands on the stage, and where there is room left: the stage as a grid of cells that are free or taken."""

import math
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from facilitator.boards.stakeholder_web.layout.geometry import CENTRE_X, CENTRE_Y, FRAME, direction_of, rays
from facilitator.boards.stakeholder_web.layout.lettering import Label
from facilitator.boards.stakeholder_web.layout.spots import CELL, ROW, Spot
from facilitator.domain.picture import STAGE_HEIGHT, Rect

_ROWS = STAGE_HEIGHT // CELL
_AIR = 8.0  # pixels between a spoke and a pill that it passes


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


class PlacedLabel(NamedTuple):
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


def taken_by_pill(pill: PlacedLabel) -> Taken:
    """A pill and its spoke."""
    half_width, half_height = pill.label.width / 2, pill.label.height / 2
    angle = rays()[direction_of(pill.x, pill.y)].angle
    radius = max(1.0, math.hypot(pill.x - CENTRE_X, pill.y - CENTRE_Y))
    half_angle = covered(angle, radius, half_width, half_height)
    return Taken(pill.x, pill.y, half_width, half_height, angle, radius, half_angle)


def covered(angle: float, radius: float, half_width: float, half_height: float) -> float:
    """Half the angle that a pill covers with some air, as seen from the hub."""
    return (abs(math.sin(angle)) * half_width + abs(math.cos(angle)) * half_height + _AIR) / radius


def crossings(angle: float, radius: float, half_angle: float, pills: Iterable[Taken]) -> int:
    """How many of the pills a spoke would cross, or would have their spokes crossed."""
    count = 0
    for other in pills:
        turn = abs(angle - other.angle)
        if (turn < other.half_angle and other.radius < radius) or (turn < half_angle and radius < other.radius):
            count += 1
    return count


def within_frame(rect: Rect) -> bool:
    """Whether all of it lies on the stage below the header, margins kept."""
    return rect.x >= FRAME.x and rect.y >= FRAME.y and rect.right <= FRAME.right and rect.bottom <= FRAME.bottom


class Ground:
    """The cells of the stage that are taken: all outside the frame, and what was added."""

    def __init__(self, taken: Iterable[Taken] = ()) -> None:
        self._bits = _outside_frame()
        self._rooms: dict[tuple[float, float, float], Room] = {}
        for each in taken:
            self.add(each)

    def copy(self) -> "Ground":
        """The same cells, to go on with."""
        ground = Ground.__new__(Ground)
        ground._bits, ground._rooms = self._bits, {}
        return ground

    def add(self, taken: Taken) -> None:
        """Take all cells that something touches."""
        left = max(0, math.floor((taken.x - taken.half_width) / CELL))
        right = min(ROW, math.ceil((taken.x + taken.half_width) / CELL))
        top = max(0, math.floor((taken.y - taken.half_height) / CELL))
        bottom = min(_ROWS, math.ceil((taken.y + taken.half_height) / CELL))
        self._rooms.clear()
        if left < right and top < bottom:
            self._bits |= (((1 << right - left) - 1) << left) * _column(bottom - top) << top * ROW

    def room_for(self, width: float, height: float, gap: float) -> "Room":
        """Where something of this size (multiples of two cells) can stand with so much (pixels) free around it."""
        asked = width, height, gap
        if asked not in self._rooms:
            self._rooms[asked] = self._room_for(*asked)
        return self._rooms[asked]

    def _room_for(self, width: float, height: float, gap: float) -> "Room":
        half_width, half_height = math.ceil((width / 2 + gap) / CELL), math.ceil((height / 2 + gap) / CELL)
        bits = _spread(_spread(self._bits, 2 * half_width, 1), 2 * half_height, ROW)
        before = half_width + half_height * ROW  # from the first cell that it takes to the one right below its centre
        return Room((bits << before | (1 << before) - 1).to_bytes((ROW * _ROWS + before) // 8 + 1, "little"))


class Room:
    """The spots that are free for something of one size."""

    def __init__(self, taken: bytes) -> None:
        self._taken = taken

    def free(self, spots: Iterable[Spot]) -> list[Spot]:
        """Those of the spots on which it may have its centre."""
        taken = self._taken
        return [spot for spot in spots if not taken[spot[4] >> 3] >> (spot[4] & 7) & 1]


def _spread(bits: int, count: int, step: int) -> int:
    """For each place whether it or one of the `count` - 1 next ones is taken."""
    done = 1
    while done < count:
        more = min(done, count - done)
        bits |= bits >> more * step
        done += more
    return bits


@cache
def _column(height: int) -> int:
    """The first cell of each of so many rows."""
    return sum(1 << row * ROW for row in range(height))


@cache
def _outside_frame() -> int:
    left, right = int(FRAME.x) // CELL, int(FRAME.right) // CELL
    top, bottom = int(FRAME.y) // CELL, int(FRAME.bottom) // CELL
    everything = (1 << ROW * _ROWS) - 1
    inside = (((1 << right - left) - 1) << left) * _column(bottom - top) << top * ROW
    return everything ^ inside
