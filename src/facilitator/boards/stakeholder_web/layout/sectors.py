"""The sectors of a web: how much of the stage each category gets, its colour and its tab at the rim."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from facilitator.boards.stakeholder_web.layout.geometry import CENTRE_X, CENTRE_Y, DIRECTIONS, FRAME, rays
from facilitator.boards.stakeholder_web.layout.lettering import Label
from facilitator.boards.stakeholder_web.layout.spots import CELL
from facilitator.domain.picture import Rect

_ROOM = 1000_000.0  # pixels of labels that the stage holds comfortably
_PUSH = 0.25  # by how much of an even share a sector would like to be larger each time it has run out of room
_SPARE, _SOFT = 0.5, 0.5  # a sector that needs less than this share of its room gives way so much more easily
_HELD = 1.0  # how strongly a border is held where it would be if all were alike; a sector keeps its size with 1
_TAB_WEIGHT = 0.05  # of each sector for its tab, times how many there are, where one that needs an even share has 1
_BORDER_STEP = 6  # directions by which borders move
_LEAST_SHARE = 0.028  # of the stage: room for a tab
_SPOTLIT = 0.65  # of the stage, for the sector in the spotlight
_TAB_GAP = 8.0
_TAB_MARGIN = 0.3  # of a sector, at either border, where no tab stands if it can help it
_TAB_STEP = 6


@dataclass(frozen=True, slots=True)
class Sector:
    """One category's part of the stage, clockwise from direction `start` to `end`; `colour` indexes the theme's."""

    category: str
    start: int
    end: int
    colour: int

    @property
    def middle(self) -> int:
        """The direction in the middle."""
        return (self.start + self.end) // 2

    def outside(self, x: float, y: float, half_width: float, half_height: float) -> float:
        """How far (pixels) a pill with this centre reaches beyond the sector's borders; 0 if it stays within."""
        sin, cos, last_sin, last_cos, wide = _borders(self.start, self.end)
        dx, dy = x - CENTRE_X, y - CENTRE_Y
        over = abs(sin) * half_width + abs(cos) * half_height + dx * sin - dy * cos
        over_last = abs(last_sin) * half_width + abs(last_cos) * half_height - dx * last_sin + dy * last_cos
        if wide:  # what lies outside is a wedge: being on one side of it is enough
            return max(0.0, min(over, over_last))
        return (over if over > 0 else 0.0) + (over_last if over_last > 0 else 0.0)


@cache
def _borders(start: int, end: int) -> tuple[float, float, float, float, bool]:
    """Sine and cosine of both borders of a sector, and whether it takes more than half of the stage."""
    first, last = rays()[start], rays()[end]
    return first.sin, first.cos, last.sin, last.cos, last.angle - first.angle > math.pi


def sectors(categories: Sequence[str], shares: Sequence[float], colours: int) -> tuple[Sector, ...]:
    """Sectors clockwise from the top with these shares of the stage.

    Colours repeat after `colours`, never in neighbouring sectors.
    """
    found, border = [], 0.0
    for place, (category, share) in enumerate(zip(categories, shares, strict=True)):
        start, border = round(border * DIRECTIONS), border + share
        found.append(Sector(category, start, round(border * DIRECTIONS), _colour(place, len(categories), colours)))
    return tuple(found)


def exact_shares(areas: Sequence[float]) -> list[float]:
    """By the areas (pixels) that the labels need, and some for each tab."""
    base = _ROOM / len(areas)
    weights = [_TAB_WEIGHT * len(areas) + area / base for area in areas]
    return _at_least(_LEAST_SHARE, [weight / sum(weights) for weight in weights])


def spotlit_shares(spotlit: Sequence[bool]) -> list[float]:
    """Most of the stage for the one in the spotlight."""
    others = len(spotlit) - 1
    share = max(_LEAST_SHARE, (1 - _SPOTLIT) / max(others, 1))
    return [1 - others * share if is_spotlit else share for is_spotlit in spotlit]


def pushed_shares(pushes: Sequence[int], areas: Sequence[float]) -> list[float]:
    """All alike, but that each sector pushes its borders outwards as often as it has run out of room.

    Each sector is a spring, softer where its labels leave room to spare, and each border is held by another one where
    it would be if all were alike. So a sector that grows moves borders near it much and those far away hardly.
    """
    count = len(pushes)
    if not any(pushes):
        return [1 / count] * count
    sizes = [1 + _PUSH * push for push in pushes]
    stiff = [_SOFT if area < _SPARE * _ROOM / count else 1.0 for area in areas]
    # Where the forces on the borders 1 to count - 1 are in balance, in even shares; solved by elimination.
    diagonal = [stiff[place] + stiff[place + 1] + _HELD for place in range(count - 1)]
    forces = [
        stiff[place] * sizes[place] - stiff[place + 1] * sizes[place + 1] + _HELD * (place + 1)
        for place in range(count - 1)
    ]
    forces[-1] += stiff[-1] * count
    for place in range(1, count - 1):
        share = stiff[place] / diagonal[place - 1]
        diagonal[place] -= share * stiff[place]
        forces[place] += share * forces[place - 1]
    borders = [0.0] * (count - 1) + [float(count)]
    for place in reversed(range(count - 1)):
        after = stiff[place + 1] * borders[place + 1] if place < count - 2 else 0.0
        borders[place] = (forces[place] + after) / diagonal[place]
    steps = [round(border / count * DIRECTIONS / _BORDER_STEP) * _BORDER_STEP / DIRECTIONS for border in borders]
    return _at_least(_LEAST_SHARE, [end - start for start, end in pairwise([0.0, *steps])])


def _at_least(least: float, shares: list[float]) -> list[float]:
    """The shares, none below `least`; what that takes is given by the others."""
    small = [share < least for share in shares]
    large = sum(share for share, is_small in zip(shares, small, strict=True) if not is_small)
    left = 1 - least * sum(small)
    return [least if is_small else share * left / large for share, is_small in zip(shares, small, strict=True)]


def _colour(place: int, count: int, colours: int) -> int:
    closes_the_circle = place == count - 1 and place % colours == 0 and place > 0
    return colours // 2 if closes_the_circle else place % colours


def tabs(found: Sequence[Sector], labels: Sequence[Label], keep_clear: Sequence[Rect] = ()) -> tuple[Rect, ...]:
    """Where the tabs stand: on the rim in the middle of their sectors, moved along the rim where two would touch.

    Where borders have moved, a tab stays where it was as long as that is well inside its sector. What is to be kept
    clear is, unless there is no room left along the rim.
    """
    placed: list[Rect] = []
    for number, (sector, label) in enumerate(zip(found, labels, strict=True)):
        margin = _TAB_MARGIN * (sector.end - sector.start)
        usual = round((number + 0.5) / len(found) * DIRECTIONS)
        direction = round(min(max(usual, sector.start + margin), sector.end - margin))
        clear = _first_free(direction, label, [*placed, *keep_clear]) or _first_free(direction, label, placed)
        placed.append(clear or _tab(direction, label))
    return tuple(placed)


def _first_free(direction: int, label: Label, placed: Sequence[Rect]) -> Rect | None:
    spots = (_tab(around, label) for around in _around(direction))
    return next((spot for spot in spots if not any(spot.grown(_TAB_GAP).overlaps(other) for other in placed)), None)


def _around(direction: int) -> Sequence[int]:
    steps = range(DIRECTIONS // _TAB_STEP // 2)
    return [(direction + side * step * _TAB_STEP) % DIRECTIONS for step in steps for side in (1, -1)]


def _tab(direction: int, label: Label) -> Rect:
    x, y = rays()[direction].point(1)
    left = min(max(FRAME.x, CELL * round((x - label.width / 2) / CELL)), FRAME.right - label.width)
    top = min(max(FRAME.y, CELL * round((y - label.height / 2) / CELL)), FRAME.bottom - label.height)
    return Rect(left, top, label.width, label.height)
