"""How links run: from a card's right edge to the left edge of a card further right, never under a card."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from facilitator.boards.value_board.order import Lane, Order
from facilitator.boards.value_board.view import CardLinkView
from facilitator.domain.picture import PathCommand, Rect

LANE_STEP = 7.0
"""How far apart links run that pass between the same two cards, where there is room."""

LANE_CLEARANCE = 13.0
"""How far they keep from the cards, where there is room."""

_BULGE = 46.0
_PORT = 9.0
_HEAD = 10.0


@dataclass(frozen=True, slots=True)
class Place:
    """Where a card is: the column, and its box or that of the stack that holds it."""

    column: int
    box: Rect


@dataclass(frozen=True, slots=True)
class Route:
    """A link as a line from the column `column`; `head` is the arrow's where both cards are in that column."""

    link: CardLinkView
    column: int
    curve: tuple[PathCommand, ...]
    head: tuple[PathCommand, ...] = ()


def routes(
    order: Order, links: Sequence[CardLinkView], places: Mapping[str, Place], areas: Sequence[Rect]
) -> tuple[Route, ...]:
    """One line for each pair of boxes that are linked, in the order of the links.

    `areas` are where links may pass each column, between its cards, above the first or below the last.
    """
    drawn = _distinct(links, places)
    levels = {
        lane: level for column, area in enumerate(areas) for lane, level in _levels(order, column, area, drawn, places)
    }
    return tuple(_route(number, link, places, areas, levels) for number, link in drawn.items())


def _distinct(links: Sequence[CardLinkView], places: Mapping[str, Place]) -> dict[int, CardLinkView]:
    """Links by their number, one for each pair of boxes: what a stack holds is linked once."""
    pairs: set[tuple[Rect, Rect]] = set()
    drawn: dict[int, CardLinkView] = {}
    for number, link in enumerate(links):
        pair = places[link.from_id].box, places[link.to_id].box
        if pair[0] != pair[1] and pair not in pairs:
            pairs.add(pair)
            drawn[number] = link
    return drawn


def _ends(link: CardLinkView, places: Mapping[str, Place]) -> tuple[Place, Place]:
    """Where the link starts and ends, from left to right."""
    start, end = places[link.from_id], places[link.to_id]
    return (end, start) if end.column < start.column else (start, end)


def _levels(
    order: Order, column: int, area: Rect, drawn: Mapping[int, CardLinkView], places: Mapping[str, Place]
) -> Iterator[tuple[Lane, float]]:
    """How far down each lane crosses a column: within its gap, as near as may be to the straight line."""
    top, wanted = area.y, dict[Lane, float]()
    for node in order.columns[column]:
        if isinstance(node, Lane):
            if node.link in drawn:
                wanted[node] = _straight(drawn[node.link], column, places)
        elif places[node].box.bottom > top:
            yield from _spread(wanted, top, places[node].box.y)
            top, wanted = places[node].box.bottom, {}
    yield from _spread(wanted, top, area.bottom)


def _straight(link: CardLinkView, column: int, places: Mapping[str, Place]) -> float:
    left, right = _ends(link, places)
    share = (column - left.column) / (right.column - left.column)
    return left.box.centre[1] * (1 - share) + right.box.centre[1] * share


def _spread(wanted: Mapping[Lane, float], top: float, bottom: float) -> Iterator[tuple[Lane, float]]:
    """The lanes of one gap, in their order: LANE_STEP apart and clear of the cards, closer where the gap is narrow."""
    step = min(LANE_STEP, (bottom - top) / (len(wanted) + 1))
    clear = min(LANE_CLEARANCE, (bottom - top - (len(wanted) - 1) * step) / 2)
    above = top + clear - step
    for place, (lane, level) in enumerate(wanted.items(), start=1):
        above = min(max(level, above + step), bottom - clear - step * (len(wanted) - place))
        yield lane, above


def _route(
    number: int,
    link: CardLinkView,
    places: Mapping[str, Place],
    areas: Sequence[Rect],
    levels: Mapping[Lane, float],
) -> Route:
    left, right = _ends(link, places)
    if left.column == right.column:
        return _beside(link, left, right)
    points = [(left.box.right, left.box.centre[1])]
    for column in range(left.column + 1, right.column):
        level = levels[Lane(number, column)]
        points += [(areas[column].x, level), (areas[column].right, level)]
    points.append((right.box.x, right.box.centre[1]))
    curve: list[PathCommand] = [("M", *points[0])]
    for (x1, y1), (x2, y2) in pairwise(points):
        middle = (x1 + x2) / 2
        curve.append(("L", x2, y2) if y1 == y2 else ("C", middle, y1, middle, y2, x2, y2))
    return Route(link, left.column, tuple(curve))


def _beside(link: CardLinkView, start: Place, end: Place) -> Route:
    """An arrow beside the column, from card to card."""
    down = 1 if end.box.y > start.box.y else -1
    x, y1, y2 = start.box.right, start.box.centre[1] + _PORT * down, end.box.centre[1] - _PORT * down
    tip = x + 3
    curve: tuple[PathCommand, ...] = (("M", x, y1), ("C", x + _BULGE, y1, x + _BULGE, y2, tip + _HEAD / 2, y2))
    head: tuple[PathCommand, ...] = (
        ("M", tip, y2),
        ("L", tip + _HEAD, y2 - _HEAD * 0.6),
        ("L", tip + _HEAD, y2 + _HEAD * 0.6),
        ("Z",),
    )
    return Route(link, start.column, curve, head)
