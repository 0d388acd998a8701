"""How links run: from a card's right edge to the left edge of a card further right, never under a card."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from facilitator.boards.value_board.layout.fitting import LANE_CLEARANCE, LANE_STEP, lane_gaps
from facilitator.boards.value_board.layout.order import Lane, Order
from facilitator.boards.value_board.layout.placed import FittedColumn
from facilitator.boards.value_board.view import CardLinkView
from facilitator.domain.picture import PathCommand, Rect

_BULGE = 40.0
_PORT = 8.0
_HEAD = 12.0


@dataclass(frozen=True, slots=True)
class Place:
    """Where a card is: the column, and its box or that of the pill or stack that holds it; `alone` if it is its own."""

    column: int
    box: Rect
    alone: bool


@dataclass(frozen=True, slots=True)
class Route:
    """A link as a line; the card that it begins at, by the method, stands in the column `column`.

    `head` is the arrow's where it does not run from left to right, `whole` tells whether it joins two cards, not
    stacks.
    """

    link: CardLinkView
    column: int
    curve: tuple[PathCommand, ...]
    head: tuple[PathCommand, ...]
    whole: bool


class Routes:
    """The lines of the links of a board.

    `areas` are where links may pass each column, between its cards, above the first or below the last. Links `lifted`
    come last, and where a stack holds several they are the ones that are drawn.
    """

    def __init__(
        self,
        order: Order,
        links: Sequence[CardLinkView],
        columns: Sequence[FittedColumn],
        places: Mapping[str, Place],
        areas: Sequence[Rect],
        lifted: Collection[str],
    ) -> None:
        self._places, self._areas = places, areas
        self._drawn = _distinct(sorted(links, key=lambda link: link.id not in lifted), places)
        self._drawn.sort(key=lambda link: link.id in lifted)
        ends = [self._ends(link) for link in self._drawn]
        pointed = {end[0].box for link, end in zip(self._drawn, ends, strict=True) if self._points_back(link)}
        leaving = {end[0].box for link, end in zip(self._drawn, ends, strict=True) if not self._points_back(link)}
        self._both = pointed & leaving
        """Boxes on whose right side some lines end with an arrow while others begin."""
        used = dict(self._used())
        self._levels = {
            lane: level
            for column in range(len(columns))
            for lane, level in self._in(column, order, columns[column], used)
        }

    def routes(self) -> tuple[Route, ...]:
        """One line for each pair of boxes that are linked."""
        return tuple(map(self._route, self._drawn))

    def _ends(self, link: CardLinkView) -> tuple[Place, Place]:
        """Where the link starts and ends, from left to right."""
        start, end = self._places[link.from_id], self._places[link.to_id]
        return (end, start) if end.column < start.column else (start, end)

    def _points_back(self, link: CardLinkView) -> bool:
        return self._places[link.to_id].column < self._places[link.from_id].column

    def _lane(self, link: CardLinkView, column: int) -> Lane:
        back = self._points_back(link)
        return Lane(link.to_id if back else link.from_id, link.kind, column)

    def _used(self) -> Iterator[tuple[Lane, float]]:
        """The lanes of what is drawn, each with the level of the straight way of its first link."""
        for link in reversed(self._drawn):
            left, right = self._ends(link)
            for column in range(left.column + 1, right.column):
                share = (column - left.column) / (right.column - left.column)
                yield self._lane(link, column), left.box.centre[1] * (1 - share) + right.box.centre[1] * share

    def _in(
        self, column: int, order: Order, fitted: FittedColumn, used: Mapping[Lane, float]
    ) -> Iterator[tuple[Lane, float]]:
        """How far down each lane crosses a column: within its gap, as near as may be to the straight line."""
        guards, area = fitted.guards, self._areas[column]
        gaps: list[list[Lane]] = [[] for _ in range(len(guards) + 1)]
        for lane, gap in lane_gaps(order.columns[column], fitted.guard_of, len(guards) - bool(fitted.stack)).items():
            if lane in used:
                gaps[gap].append(lane)
        tops = [area.y, *(guard.bottom for guard in guards)]
        bottoms = [*(guard.y for guard in guards), area.bottom]
        for lanes, top, bottom in zip(gaps, tops, bottoms, strict=True):
            yield from _spread({lane: used[lane] for lane in lanes}, top, bottom)

    def _route(self, link: CardLinkView) -> Route:
        left, right = self._ends(link)
        whole = left.alone and right.alone
        if left.column == right.column:
            return _beside(link, left, right)
        back, y = self._points_back(link), left.box.centre[1]
        if left.box in self._both:
            y += -_PORT if back else _PORT
        points = [(left.box.right + (3 + _HEAD / 2 if back else 0), y)]
        for column in range(left.column + 1, right.column):
            level = self._levels[self._lane(link, column)]
            points += [(self._areas[column].x, level), (self._areas[column].right, level)]
        points.append((right.box.x, right.box.centre[1]))
        curve: list[PathCommand] = [("M", *points[0])]
        for (x1, y1), (x2, y2) in pairwise(points):
            middle = (x1 + x2) / 2
            curve.append(("L", x2, y2) if y1 == y2 else ("C", middle, y1, middle, y2, x2, y2))
        column = self._places[link.from_id].column
        return Route(link, column, tuple(curve), _arrow(left.box.right + 3, y) if back else (), whole)


def _distinct(links: Sequence[CardLinkView], places: Mapping[str, Place]) -> list[CardLinkView]:
    """The first link of each pair of boxes: what a stack holds is linked once."""
    drawn: dict[tuple[Rect, Rect], CardLinkView] = {}
    for link in links:
        if link.from_id in places and link.to_id in places:
            pair = places[link.from_id].box, places[link.to_id].box
            if pair[0] != pair[1]:
                drawn.setdefault(pair, link)
    return sorted(drawn.values(), key=lambda link: link.id)


def _spread(wanted: Mapping[Lane, float], top: float, bottom: float) -> Iterator[tuple[Lane, float]]:
    """The lanes of one gap, in their order: LANE_STEP apart and clear of the cards, closer where the gap is narrow."""
    step = min(LANE_STEP, (bottom - top) / (len(wanted) + 1))
    clear = min(LANE_CLEARANCE, (bottom - top - (len(wanted) - 1) * step) / 2)
    above = top + clear - step
    for place, (lane, level) in enumerate(wanted.items(), start=1):
        above = min(max(level, above + step), bottom - clear - step * (len(wanted) - place))
        yield lane, above


def _beside(link: CardLinkView, start: Place, end: Place) -> Route:
    """An arrow beside the column, from card to card."""
    down = 1 if end.box.y > start.box.y else -1
    x, y1, y2 = start.box.right, start.box.centre[1] + _PORT * down, end.box.centre[1] - _PORT * down
    curve: tuple[PathCommand, ...] = (("M", x, y1), ("C", x + _BULGE, y1, x + _BULGE, y2, x + 3 + _HEAD / 2, y2))
    return Route(link, start.column, curve, _arrow(x + 3, y2), start.alone and end.alone)


def _arrow(tip: float, y: float) -> tuple[PathCommand, ...]:
    """A head that points to the left."""
    return (("M", tip, y), ("L", tip + _HEAD, y - _HEAD * 0.55), ("L", tip + _HEAD, y + _HEAD * 0.55), ("Z",))
