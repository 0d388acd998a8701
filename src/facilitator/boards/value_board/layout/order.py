"""The tidy order of cards: few crossings of links, found by sweeps, sifting and swaps of neighbours.

Layered drawing after Sugiyama, Tagawa and Toda (1981), sifting after Matuszewski, Schönfeld and Molitor (1999). A
link that skips a column holds a place in it, a lane, so that it can pass between the cards; links of one kind from one
card share their lanes. The search begins with the order that there is and leaves it only for fewer crossings, so that
a small edit moves few cards.
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

SIFTED = 80
"""Columns with more cards and lanes than this are swept and swapped only: sifting costs the square of their number."""

_ROUNDS = 4


@dataclass(frozen=True, slots=True)
class Lane:
    """The place that the links of a kind from the card `start`, at their left end, hold in a column they skip."""

    start: str
    kind: str
    column: int


Node = str | Lane


@dataclass(frozen=True, slots=True)
class Order:
    """Cards and lanes of each column from top to bottom, and how often links cross between the columns."""

    columns: tuple[tuple[Node, ...], ...]
    crossings: int

    def cards(self, column: int) -> tuple[str, ...]:
        """The cards of a column from top to bottom."""
        return tuple(node for node in self.columns[column] if isinstance(node, str))


Links = Sequence[tuple[str, str]]
"""The ids of the two cards of each link. Links within a column play no part, nor do those of other cards."""


def tidy(columns: Sequence[Sequence[str]], links: Links, groups: Mapping[str, str], kinds: Sequence[str] = ()) -> Order:
    """The order with few crossings. `columns` hold card ids in the order that there is, `links` join two of them.

    Cards of one group, by `groups`, stay together. `kinds` are those of the links, () for all of one kind. Of two
    orders with as many crossings the one found first is kept.
    """
    search = _Search(columns, links, groups, kinds)
    best = search.start
    fewest = search.crossings(best)
    for ranks in search.starts():
        if fewest == 0:
            break
        settled = search.settle(ranks)
        if settled < fewest:
            best, fewest = ranks, settled
    return search.order(best, fewest)


def code_order(columns: Sequence[Sequence[str]], links: Links, kinds: Sequence[str] = ()) -> Order:
    """Cards as they are given; lanes on the straight way between them."""
    search = _Search(columns, links, {}, kinds)
    return search.order(search.start, search.crossings(search.start))


_Ranks = list[list[int]]


class _Search:
    """Cards and lanes as numbers; `_near` is whom each is linked with in the column to the left (0) and right (1)."""

    def __init__(
        self, columns: Sequence[Sequence[str]], links: Links, groups: Mapping[str, str], kinds: Sequence[str]
    ) -> None:
        self._nodes: list[Node] = [card for column in columns for card in column]
        self._near: tuple[list[list[int]], list[list[int]]] = ([[] for _ in self._nodes], [[] for _ in self._nodes])
        number_of = {card: number for number, card in enumerate(self._nodes)}
        self._cards = len(self._nodes)
        self._group = {number_of[card]: group for card, group in groups.items() if card in number_of}
        column_of = {number_of[card]: place for place, column in enumerate(columns) for card in column}
        lanes: _Ranks = [[] for _ in columns]
        lane_of: dict[Lane, int] = {}
        self._ways: dict[int, tuple[int, list[int]]] = {}
        for (from_id, to_id), kind in zip(links, kinds or [""] * len(links), strict=True):
            ends = [number_of[end] for end in (from_id, to_id) if end in number_of]
            left, right = sorted(ends, key=column_of.__getitem__) if len(ends) == 2 else (0, 0)
            before = left
            for place in range(column_of.get(left, 0) + 1, column_of.get(right, 0)):
                lane = Lane(str(self._nodes[left]), kind, place)
                if lane not in lane_of:
                    lane_of[lane] = self._new_lane(lane)
                    lanes[place].append(lane_of[lane])
                    self._joined(before, lane_of[lane])
                before = lane_of[lane]
                self._ways.setdefault(before, (left, []))[1].append(right)
            if column_of.get(left, 0) < column_of.get(right, 0):
                self._joined(before, right)
        self.start = self._start([[number_of[card] for card in column] for column in columns], lanes, column_of)

    def _new_lane(self, lane: Lane) -> int:
        self._nodes.append(lane)
        for near in self._near:
            near.append([])
        return len(self._nodes) - 1

    def _joined(self, left: int, right: int) -> None:
        self._near[1][left].append(right)
        self._near[0][right].append(left)

    def _start(self, columns: _Ranks, lanes: _Ranks, column_of: Mapping[int, int]) -> _Ranks:
        """Lanes level with the straight way from their card to the middle of those that it leads to."""
        level = {card: (place + 0.5) / len(column) for column in columns for place, card in enumerate(column)}
        for place, passing in enumerate(lanes):
            for lane in passing:
                left, ends = self._ways[lane]
                first = column_of[left]
                shares = ((place - first) / (column_of[end] - first) for end in ends)
                ways = (
                    level[left] + (level[end] - level[left]) * share for end, share in zip(ends, shares, strict=True)
                )
                level[lane] = sum(ways) / len(ends)
        ranks = zip(columns, lanes, strict=True)
        return [sorted([*column, *passing], key=level.__getitem__) for column, passing in ranks]

    def _together(self, rank: Sequence[int], level: Mapping[int, float]) -> list[int]:
        """The rank by level, with the cards of a group where their middle is."""
        members: dict[str, list[float]] = {}
        for node in rank:
            if node in self._group:
                members.setdefault(self._group[node], []).append(level[node])
        middle = {group: sum(levels) / len(levels) for group, levels in members.items()}

        def key(node: int) -> tuple[float, str, float]:
            group = self._group.get(node, "")
            return middle.get(group, level[node]), group, level[node]

        return sorted(rank, key=key)

    def order(self, ranks: _Ranks, crossings: int) -> Order:
        """The ranks in the words of the board."""
        return Order(tuple(tuple(self._nodes[node] for node in rank) for rank in ranks), crossings)

    def crossings(self, ranks: _Ranks) -> int:
        """How many pairs of links cross between neighbouring columns."""
        return sum(self._crossings(left, right) for left, right in pairwise(ranks))

    def _crossings(self, left: list[int], right: list[int]) -> int:
        place = {node: number for number, node in enumerate(right)}
        met: list[int] = []
        count = 0
        for node in left:
            ends = [place[end] for end in self._near[1][node]]
            count += sum(len(met) - bisect_right(met, end) for end in ends)
            for end in ends:
                insort(met, end)
        return count

    def starts(self) -> Iterator[_Ranks]:
        """Where to search from: the order of the codes, then that order swept to either side."""
        yield [list(rank) for rank in self.start]
        for side in (0, 1):
            ranks = [list(rank) for rank in self.start]
            for turn in (side, 1 - side, side):
                self._sweep(ranks, turn)
            yield ranks

    def _sweep(self, ranks: _Ranks, side: int) -> None:
        """Order each column by the mean place of its neighbours to the left (side 0) or to the right (side 1)."""
        places = range(1, len(ranks)) if side == 0 else range(len(ranks) - 2, -1, -1)
        for place in places:
            beside = ranks[place - 1 if side == 0 else place + 1]
            level = {node: (number + 0.5) / len(beside) for number, node in enumerate(beside)}
            rank = ranks[place]
            mean = {node: (number + 0.5) / len(rank) for number, node in enumerate(rank)}
            for node in rank:
                near = self._near[side][node]
                if near:
                    mean[node] = sum(level[other] for other in near) / len(near)
            ranks[place] = self._together(rank, mean)

    def settle(self, ranks: _Ranks) -> int:
        """Move single cards and lanes while that saves crossings; the crossings that are left."""
        there_and_back = [*range(len(ranks)), *range(len(ranks) - 2, -1, -1)]
        waiting = set(range(len(ranks)))
        for place in there_and_back * _ROUNDS:
            if place in waiting:
                waiting.discard(place)
                if self._improve(ranks, place):
                    waiting |= {place - 1, place + 1}
        return self.crossings(ranks)

    def _improve(self, ranks: _Ranks, place: int) -> bool:
        """Whether anything in the column was moved."""
        rank, before = ranks[place], list(ranks[place])
        weigh = _Weighing(self._near, ranks, place, self._group, self._cards)
        if len(rank) > SIFTED:
            self._swap(rank, weigh)
            return rank != before
        for group in dict.fromkeys(self._group[node] for node in before if node in self._group):
            weigh.sift(rank, self._span(rank, group), lambda above, below: not above or above != below)
        for node in before:
            weigh.sift(rank, [node], self._allowed(node))
        return rank != before

    def _span(self, rank: Sequence[int], group: str) -> list[int]:
        """The cards of a group and the lanes between them."""
        places = [place for place, node in enumerate(rank) if self._group.get(node) == group]
        return list(rank[places[0] : places[-1] + 1])

    def _allowed(self, node: int) -> "_Allowed":
        """Whether a node may stand between cards of these groups, "" for none: no group is torn apart by a card."""
        if node >= self._cards:
            return lambda above, below: True
        own = self._group.get(node)
        if own:
            return lambda above, below: own in (above, below)
        return lambda above, below: not above or above != below

    def _swap(self, rank: list[int], weigh: "_Weighing") -> None:
        """Swap neighbours where that saves: lanes with anything, cards with those of their own group or of none."""
        for first, second in pairwise(range(len(rank))):
            upper, lower = rank[first], rank[second]
            alike = self._group.get(upper) == self._group.get(lower)
            if (alike or max(upper, lower) >= self._cards) and weigh.above(lower, upper) < 0:
                rank[first], rank[second] = lower, upper


_Allowed = Callable[[str, str], bool]


class _Weighing:
    """What it costs, in crossings, to have one node of a column above another while the other columns stay."""

    def __init__(
        self,
        near: tuple[list[list[int]], list[list[int]]],
        ranks: _Ranks,
        place: int,
        group: Mapping[int, str],
        cards: int,
    ) -> None:
        self._group, self._cards = group, cards
        self._ends: dict[int, list[list[int]]] = {node: [] for node in ranks[place]}
        for side, other in ((0, place - 1), (1, place + 1)):
            beside = ranks[other] if 0 <= other < len(ranks) else []
            number_of = {node: number for number, node in enumerate(beside)}
            for node, ends in self._ends.items():
                ends.append(sorted([number_of[end] for end in near[side][node]]))
        self._known: dict[tuple[int, int], int] = {}

    def above(self, upper: int, lower: int) -> int:
        """Crossings of their links with `upper` above `lower`, less those with `lower` above `upper`."""
        known = self._known.get((upper, lower))
        if known is None:
            known = 0
            for ups, lows in zip(self._ends[upper], self._ends[lower], strict=True):
                if lows:
                    for end in ups:
                        known += bisect_left(lows, end) + bisect_right(lows, end) - len(lows)
            self._known[upper, lower] = known
            self._known[lower, upper] = -known
        return known

    def sift(self, rank: list[int], moving: Sequence[int], allowed: _Allowed) -> None:
        """Move nodes that follow each other to the place nearest to their own of those with the fewest crossings.

        `allowed` tells of the groups of the cards above and below a place, "" for none, whether they may go there.
        """
        if not any(any(self._ends[node]) for node in moving):
            return
        own = rank.index(moving[0])
        others = [*rank[:own], *rank[own + len(moving) :]]
        above, below = self._beside(others)
        cost, costs = 0, [0]
        for other in others:
            cost += sum(self.above(other, node) for node in moving)
            costs.append(cost)
        best, least = own, (costs[own], 0)
        for place, cost in enumerate(costs):
            if cost <= least[0] and (cost, abs(place - own)) < least and allowed(above[place], below[place]):
                best, least = place, (cost, abs(place - own))
        rank[:] = [*others[:best], *moving, *others[best:]]

    def _beside(self, rank: Sequence[int]) -> tuple[list[str], list[str]]:
        """For every place of the rank: the group of the next card above it, and of the next one below."""
        sides = []
        for nodes in (rank, rank[::-1]):
            found = [""]
            for node in nodes:
                found.append(self._group.get(node, "") if node < self._cards else found[-1])
            sides.append(found)
        return sides[0], sides[1][::-1]
