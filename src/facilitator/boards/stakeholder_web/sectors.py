"""The sectors of a web: how much of the stage each category gets, its colour and its tab at the rim."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from facilitator.boards.stakeholder_web.geometry import CENTRE_X, CENTRE_Y, DIRECTIONS, FRAME, rays
from facilitator.boards.stakeholder_web.lettering import Label
from facilitator.domain.picture import Rect

_ROOM = 1000_000.0  # pixels of labels that the stage holds comfortably
_EMPTY = 0.6  # weight of a sector without stakeholders where others need its room; one with few has 1
_GROWTH = 1.65  # weight when the labels need twice the room
_TAB_WEIGHT = 0.05  # of each sector for its tab, times how many there are, where one that needs an even share has 1
_HALVES_STEP, _LEAST_HALF = 0.12, 0.2  # of the stage: by how much its halves grow at a time, and the smallest
_LEAST_SHARE = 0.028  # of the stage: room for a tab
_TAB_GAP = 8.0
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
    needs = [area / base for area in areas]
    shares = _exact_shares(needs) if exactly else _calm_shares(needs)
    found, border = [], 0.0
    for place, (category, share) in enumerate(zip(categories, shares, strict=True)):
        start, border = round(border * DIRECTIONS), border + share
        found.append(Sector(category, start, round(border * DIRECTIONS), _colour(place, len(categories), colours)))
    return tuple(found)


def _exact_shares(needs: Sequence[float]) -> list[float]:
    weights = [_TAB_WEIGHT * len(needs) + need for need in needs]
    return _at_least(_LEAST_SHARE, [weight / sum(weights) for weight in weights])


def _calm_shares(needs: Sequence[float]) -> list[float]:
    """All alike while nobody needs more; then the halves share first, so that a step on one side spares the other."""
    empty = _EMPTY if max(needs) > 1 else 1.0
    weights = [_GROWTH ** max(0, math.ceil(math.log2(need) - 1e-9)) if need > 0 else empty for need in needs]
    half = (len(needs) + 1) // 2
    even = half / len(needs)
    right, left = sum(weights[:half]), sum(weights[half:])
    steps = round((right / (right + left) - even) / _HALVES_STEP)
    share = min(max(_LEAST_HALF, even + steps * _HALVES_STEP), 1 - _LEAST_HALF)
    shares = [weight / right * share for weight in weights[:half]]
    shares += [weight / left * (1 - share) for weight in weights[half:]]
    return _at_least(_LEAST_SHARE, shares)


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
    left = min(max(FRAME.x, round(x - label.width / 2)), FRAME.right - label.width)
    top = min(max(FRAME.y, round(y - label.height / 2)), FRAME.bottom - label.height)
    return Rect(left, top, label.width, label.height)
