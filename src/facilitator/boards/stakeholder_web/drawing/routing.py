"""Ways for lines between what stands on a web: calm, and where there is one, clear of everything else."""

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from facilitator.boards.stakeholder_web.drawing.curves import Curve, End, Point, bold_curves, gentle_curves
from facilitator.boards.stakeholder_web.drawing.detours import Ground
from facilitator.boards.stakeholder_web.layout.geometry import FRAME
from facilitator.domain.picture import Rect

_EVERY, _MOST_LOOKS = 6.0, 180  # pixels from look to look
_COARSE = 6  # looks between those that measure a length

# What a way costs: running under something at all, and each look of it; each look outside the frame; each pixel under
# its own ends; being so short that nobody sees it; its turns; having its middle where that of another one is.
_UNDER, _HIDDEN, _OUTSIDE, _OWN, _UNSEEN, _LONGER, _SHARED, _TWIN = 60.0, 4.0, 200.0, 0.6, 90.0, 14.0, 12.0, 150.0
_BESIDE, _CROSSING = 0.25, 4  # each pixel along another line, once more looks than a crossing takes are there
_LAID = 120  # points of a line that is laid
_SEEN = 44.0  # pixels that a line needs to be noticed
_STEP = 0.4  # how much each next way has to be better
_CALM, _FINE = 7, 40.0  # where none of the calm ways is free, the first that costs less is good enough
_MIDDLES = 27.0  # pixels that the middles of two lines keep apart, as marks stand there
_ROUTED = 150  # lines that look for a way round; with more of them nobody can follow one anyway
_THOROUGHLY = 40  # lines that look farther

Pair = tuple[End, End]


@lru_cache(maxsize=16)
def ways(pairs: tuple[Pair, ...], standing: tuple[Rect, ...], hub: Rect) -> tuple[Curve, ...]:
    """One curve for each pair of ends, in their order; `standing` is what lines should not run under, nor the hub."""
    ground = Ground(standing, hub)
    found: list[Curve] = []
    middles: list[tuple[Point, frozenset[End]]] = []
    for number, pair in enumerate(pairs):
        if number < _ROUTED:
            curve = _cheapest(pair, ground, middles, thoroughly=len(pairs) <= _THOROUGHLY)
        else:
            curve = next(gentle_curves(*pair))
        found.append(curve)
        ground.lay([point for point in curve.between(_LAID) if FRAME.contains(*point)])
        middles.append((curve.at(0.5), frozenset(pair)))
    return tuple(found)


def _cheapest(
    pair: Pair, ground: Ground, middles: Sequence[tuple[Point, frozenset[End]]], *, thoroughly: bool
) -> Curve:
    looks = min(_MOST_LOOKS, max(10, round(math.dist(pair[0].rect.centre, pair[1].rect.centre) / _EVERY)))
    own = ground.number(pair[0]), ground.number(pair[1])
    best: tuple[float, Curve] | None = None
    for place, curve in enumerate(_curves(pair, ground, thoroughly=thoroughly)):
        cost = place * _STEP
        if best and cost >= best[0]:
            break
        cost += _trouble(curve, looks, own, ground) + _beside(curve, frozenset(pair), middles)
        if best is None or cost < best[0]:
            best = cost, curve
        if place >= _CALM and best[0] < _FINE:
            break
    assert best is not None  # there are gentle curves between any two
    return best[1]


def _curves(pair: Pair, ground: Ground, *, thoroughly: bool) -> Iterator[Curve]:
    yield from gentle_curves(*pair)
    if thoroughly:
        yield from ground.detours(*pair)
        yield from bold_curves(*pair)


def _trouble(curve: Curve, looks: int, own: tuple[int, int], ground: Ground) -> float:
    """How much of it lies under something or, worse, outside the frame, and how much too long it is."""
    points = curve.between(looks)
    hidden, under_own, outside = ground.under(points, own)
    length = sum(math.dist(one, other) for one, other in pairwise((curve.start, *points[::_COARSE], curve.end)))
    spacing = length / (len(points) + 1)
    seen = (len(points) - hidden - under_own - outside) * spacing
    longer = length / max(_SEEN, math.dist(curve.start, curve.end)) - 1.05
    cost = _LONGER * max(0.0, longer) + _OUTSIDE * outside + _OWN * max(0.0, under_own * spacing - 6)
    cost += _BESIDE * max(0, ground.along(points) - _CROSSING) * spacing
    if hidden:
        cost += _UNDER + _HIDDEN * hidden
    return cost + (_UNSEEN if seen < _SEEN else 0.0)


def _beside(curve: Curve, pair: frozenset[End], middles: Sequence[tuple[Point, frozenset[End]]]) -> float:
    x, y = curve.at(0.5)
    cost = 0.0
    for (other_x, other_y), ends in middles:
        if abs(x - other_x) < _MIDDLES and abs(y - other_y) < _MIDDLES:
            cost += _TWIN if ends == pair else _SHARED
    return cost
