"""The web itself: tinted sectors, and threads that run outwards and sag from one to the next, ring by ring."""

import math
from collections.abc import Collection, Iterator, Sequence

from facilitator.boards.stakeholder_web.layout.geometry import (
    CENTRE_X,
    CENTRE_Y,
    DIRECTIONS,
    FRAME,
    RINGS,
    Ray,
    rays,
)
from facilitator.boards.stakeholder_web.layout.sectors import Sector
from facilitator.content.theme import Theme, mixed
from facilitator.domain.picture import Group, Path, PathCommand, Rect

_TINT = 0.075
_EDGE_STEP = 12  # directions from corner to corner of the rim's outline
_THREAD_APART = 90  # directions from thread to thread, about
_SAG = 0.07  # how far an arc hangs in its middle, of its length
_INNERMOST = 0.2


def sectors_and_threads(sectors: Sequence[Sector], theme: Theme, dimmed: Collection[str] = ()) -> Group:
    """The whole background of the stage; the sectors of `dimmed` categories have no colour of their own."""
    shapes = [
        Path(_wedge(sector), fill=ground_of(sector, theme)) for sector in sectors if sector.category not in dimmed
    ]
    borders: list[PathCommand] = []
    for sector in sectors:
        borders += _outwards(rays()[sector.start], 0, 1)
    thread = mixed(theme.line, 0.75, theme.paper)
    shapes.append(Path(tuple(_threads(sectors)), stroke=thread, stroke_width=1.5))
    shapes.append(Path(tuple(borders), stroke=theme.paper, stroke_width=4))
    return Group("", "scenery", Rect(FRAME.x, FRAME.y, FRAME.width, FRAME.height), tuple(shapes))


def ground_of(sector: Sector, theme: Theme) -> str:
    """The tint that a sector gives the paper: what stands in it without a pill stands on this."""
    return mixed(theme.categories[sector.colour], _TINT, theme.paper)


def _wedge(sector: Sector) -> tuple[PathCommand, ...]:
    directions = [*range(sector.start, sector.end, _EDGE_STEP), sector.end]
    edge: list[PathCommand] = [("L", *rays()[direction].point(1)) for direction in directions]
    return ("M", CENTRE_X, CENTRE_Y), *edge, ("Z",)


def _outwards(ray: Ray, start: float, end: float) -> Iterator[PathCommand]:
    yield ("M", *ray.point(start))
    yield ("L", *ray.point(end))


def _threads(sectors: Sequence[Sector]) -> Iterator[PathCommand]:
    directions: list[int] = []
    for sector in sectors:
        span = sector.end - sector.start
        parts = max(1, round(span / _THREAD_APART))
        directions += [sector.start + round(span * part / parts) for part in range(parts)]
    for direction in directions:
        yield from _outwards(rays()[direction], _INNERMOST, 1)
    for distance in (*RINGS, 1.0):
        yield ("M", *rays()[directions[0]].point(distance))
        for first, last in zip(directions, [*directions[1:], DIRECTIONS], strict=True):
            yield _sagging(first, last, distance)


def _sagging(first: int, last: int, distance: float) -> PathCommand:
    """An arc from thread to thread whose middle hangs towards the hub."""
    (x0, y0), (x3, y3) = rays()[first].point(distance), rays()[last].point(distance)
    middle_x, middle_y = (x0 + x3) / 2, (y0 + y3) / 2
    inwards_x, inwards_y = CENTRE_X - middle_x, CENTRE_Y - middle_y
    # A quadratic curve comes half as far as its control point; 2/3 of the way to that are the cubic's control points.
    pull = 2 * _SAG * math.hypot(x3 - x0, y3 - y0) / math.hypot(inwards_x, inwards_y)
    x, y = middle_x + pull * inwards_x, middle_y + pull * inwards_y
    return (
        "C",
        x0 + (x - x0) * 2 / 3,
        y0 + (y - y0) * 2 / 3,
        x3 + (x - x3) * 2 / 3,
        y3 + (y - y3) * 2 / 3,
        x3,
        y3,
    )
