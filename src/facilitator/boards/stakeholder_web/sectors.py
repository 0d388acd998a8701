"""The sectors of a web: how much of the stage each category gets, its colour and its tab at the rim."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from facilitator.boards.stakeholder_web.geometry import CENTRE_X, CENTRE_Y, DIRECTIONS, FRAME, rays
from facilitator.boards.stakeholder_web.lettering import Label
from facilitator.domain.picture import Rect

_ROOM = 560_000.0  # pixels of labels that the stage holds comfortably
_EMPTY = 0.5  # weight of a sector without stakeholders, where one with few has 1
_GROWTH = 1.5  # weight when the labels need twice the room
_LEAST_SHARE = 0.028  # of the stage: room for a tab
_TAB_GAP = 8.0
_TAB_STEP = 6


@dataclass(frozen=True, slots=True)
class Sector:
    """One category's part of the stage: directions `start` to `end`, clockwise; `colour` indexes the theme's colours."""

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
        first, last = rays()[self.start], rays()[self.end]
        dx, dy = x - CENTRE_X, y - CENTRE_Y
        over_first = abs(first.sin) * half_width + abs(first.cos) * half_height + dx * first.sin - dy * first.cos
        over_last = abs(last.sin) * half_width + abs(last.cos) * half_height - dx * last.sin + dy * last.cos
        if last.angle - first.angle > math.pi:  # what lies outside is a wedge: being on one side of it is enough
            return max(0.0, min(over_first, over_last))
        return max(0.0, over_first) + max(0.0, over_last)


def sectors(categories: Sequence[str], areas: Sequence[float], colours: int, *, exactly: bool) -> tuple[Sector, ...]:
    """Sectors clockwise from the top, their shares by the `areas` (pixels) that their labels need.

    Shares grow in a few large steps, so that one stakeholder more seldom moves a border; `exactly` gives that up to
    use the stage as well as can be. Colours repeat after `colours`, never in neighbouring sectors.
    """
    base = _ROOM / len(categories)
    weights = [_weight(area / base, exactly) for area in areas]
    shares = _at_least(_LEAST_SHARE, [weight / sum(weights) for weight in weights])
    found, border = [], 0.0
    for place, (category, share) in enumerate(zip(categories, shares, strict=True)):
        start, border = round(border * DIRECTIONS), border + share
        found.append(Sector(category, start, round(border * DIRECTIONS), _colour(place, len(categories), colours)))
    return tuple(found)


def _weight(need: float, exactly: bool) -> float:
    if need <= 0:
        return _EMPTY
    if exactly:
        return 0.3 + need
    doublings = max(0, math.ceil(math.log2(need) - 1e-9))
    return float(_GROWTH**doublings)


def _at_least(least: float, shares: list[float]) -> list[float]:
    """The shares, none below `least`; what that takes is given by the others."""
    small = [share < least for share in shares]
    large = sum(share for share, is_small in zip(shares, small, strict=True) if not is_small)
    left = 1 - least * sum(small)
    return [least if is_small else share * left / large for share, is_small in zip(shares, small, strict=True)]


def _colour(place: int, count: int, colours: int) -> int:
    closes_the_circle = place == count - 1 and place % colours == 0 and place > 0
    return colours // 2 if closes_the_circle else place % colours


def tabs(found: Sequence[Sector], labels: Sequence[Label]) -> tuple[Rect, ...]:
    """Where the tabs stand: on the rim in the middle of their sectors, moved along the rim where two would touch."""
    placed: list[Rect] = []
    for sector, label in zip(found, labels, strict=True):
        spots = (_tab(direction, label) for direction in _around(sector.middle))
        free = (spot for spot in spots if not any(spot.grown(_TAB_GAP).overlaps(other) for other in placed))
        placed.append(next(free))
    return tuple(placed)


def _around(direction: int) -> Sequence[int]:
    steps = range(DIRECTIONS // _TAB_STEP // 2)
    return [(direction + side * step * _TAB_STEP) % DIRECTIONS for step in steps for side in (1, -1)]


def _tab(direction: int, label: Label) -> Rect:
    x, y = rays()[direction].point(1)
    left = min(max(FRAME.x, x - label.width / 2), FRAME.right - label.width)
    top = min(max(FRAME.y, y - label.height / 2), FRAME.bottom - label.height)
    return Rect(left, top, label.width, label.height)
