"""Pills one by one at the free spot that is nearest their ring inside their sector, with air around where there is."""

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from facilitator.boards.stakeholder_web.geometry import DIRECTIONS, RINGS
from facilitator.boards.stakeholder_web.ground import FIRST_LOOK, Ground, Standing, Taken
from facilitator.boards.stakeholder_web.lettering import Label, Style
from facilitator.boards.stakeholder_web.sectors import Sector
from facilitator.boards.stakeholder_web.spots import lines, reached

_AIRY = 20  # pixels; where so much air is wished for, there is time to do it well
_ASTRAY = DIRECTIONS // 12  # directions to either side in which there may be a spot for those left over
_FIRST_RINGS = (1, 4, 2, 3)  # the rings in which pills are placed: those that can give way on both sides come last
_PATIENCE = 4  # pills of a sector that find no spot before the rest isn't tried any more


class Member(NamedTuple):
    """What is to be placed: the shapes it may take, the best first, and its ring.

    Without shapes it stands somewhere already, and only keeps its turn.
    """

    labels: tuple[Label, ...]
    ring: int


@lru_cache(maxsize=256)
def placed(
    style: Style, sector: Sector, members: tuple[Member, ...], taken: tuple[Taken, ...]
) -> tuple[Standing | None, ...]:
    """Where the members of a sector come to stand, None for those that find no spot; `taken` is what is there already.

    Cached, because an edit in one sector leaves the others as they are.
    """
    ground = Ground(style, sector, sector.start, sector.end, taken)
    wishes = _wishes([member.ring for member in members], sector)
    found: list[Standing | None] = [None] * len(members)
    order = [place for place, member in enumerate(members) if member.labels]
    order.sort(key=lambda place: _FIRST_RINGS.index(members[place].ring))
    failed = 0
    for place in order:
        if failed < _PATIENCE:
            labels, wish = members[place].labels, wishes[place]
            found[place] = ground.put(labels, *wish) or ground.squeeze_in(labels, *wish)
            failed += found[place] is None
    if style.air >= _AIRY and not failed:
        for place in order:  # once more, now that everybody's spokes are known
            found[place] = ground.put_again(found[place], members[place].labels, *wishes[place])
    return tuple(found)


def near(sector: Sector, taken: Iterable[Taken], reach: float) -> tuple[Taken, ...]:
    """Those of `taken` that something in the sector could touch that reaches so far (pixels) from its centre."""
    box = reached(sector.start, sector.end).grown(reach)
    return tuple(
        each
        for each in taken
        if box.x < each.x + each.half_width
        and each.x - each.half_width < box.right
        and box.y < each.y + each.half_height
        and each.y - each.half_height < box.bottom
    )


def astray(style: Style, labels: Sequence[Label], direction: int, ring: int, taken: Iterable[Taken]) -> Standing | None:
    """The best free spot near a ring in about this direction, whatever sector it is in."""
    start, end = max(0, direction - _ASTRAY), min(DIRECTIONS, direction + _ASTRAY)
    ground = Ground(style, None, start, end, taken)
    distance = RINGS[ring - 1]
    return ground.put(labels, direction, distance) or ground.squeeze_in(labels, direction, distance)


def nearest(style: Style, labels: Sequence[Label], x: float, y: float, taken: Iterable[Taken]) -> Standing | None:
    """The free spot nearest to a place of the stage, in whatever sector."""
    ground = Ground(style, None, 0, DIRECTIONS, taken)
    away = sorted((math.hypot(spot.x - x, spot.y - y), spot) for line in lines(style.step) for spot in line.spots)
    look = FIRST_LOOK * style.step
    for ranking in ([spot for spot in away if spot[0] < look], away):
        standing = ground.put_first(labels, ranking)
        if standing:
            return standing
    return None


def _wishes(rings: Sequence[int], sector: Sector) -> list[tuple[int, float]]:
    """Direction and distance that each pill of a sector would like, given their rings.

    Each has a direction of its own, so that no spoke runs under another pill, and those of one ring are far apart.
    """
    count_of = {ring: rings.count(ring) for ring in set(rings)}
    seen = dict.fromkeys(count_of, 0)
    turns = []
    for place, ring in enumerate(rings):
        turn = (seen[ring] + 0.5) / count_of[ring]
        turns.append((turn, -ring if turn < 0.5 else ring, place))  # inner rings to the middle: it is wider there
        seen[ring] += 1
    found = [(0, 0.0)] * len(rings)
    span = sector.end - sector.start
    for slot, (_, _, place) in enumerate(sorted(turns)):
        direction = sector.start + round((slot + 0.5) / len(rings) * span)
        found[place] = direction, RINGS[rings[place] - 1]
    return found
