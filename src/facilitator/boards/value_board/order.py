"""The tidy order of cards: few crossings of links, found by sweeps, sifting and swaps of neighbours.

Layered drawing after Sugiyama, Tagawa and Toda (1981), sifting after Matuszewski, Schönfeld and Molitor (1999). A
link that skips a column holds a place in it, a lane, so that it can pass between the cards. The search begins with
the order of the codes and leaves it only for fewer crossings, so that a small edit moves few cards.
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

SIFTED = 80
"""Columns with more cards and lanes than this are swept and swapped only: sifting costs the square of their number."""

_ROUNDS = 4


@dataclass(frozen=True, slots=True)
class Lane:
    """The place that the link number `link` holds in a column that it skips."""

    link: int
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


def tidy(columns: Sequence[Sequence[str]], links: Sequence[tuple[str, str]], pinned: Mapping[str, int]) -> Order:
    """The order with few crossings. `columns` hold card ids in the order of their codes, `links` join two of them.

    `pinned` cards keep their place in their column, counted from 0. Of two orders with as many crossings the one
    found first is kept. Links within a column play no part.
    """
    search = _Search(columns, links, pinned)
    best = search.start
    fewest = search.crossings(best)
    for ranks in search.starts():
        if fewest == 0:
            break
        settled = search.settle(ranks)
        if settled < fewest:
            best, fewest = ranks, settled
    return search.order(best, fewest)


def code_order(columns: Sequence[Sequence[str]], links: Sequence[tuple[str, str]], pinned: Mapping[str, int]) -> Order:
    """Cards in the order of their codes but for those pinned, lanes level with the cards that they start from."""
    search = _Search(columns, links, pinned)
    return search.order(search.start, search.crossings(search.start))


_Ranks = list[list[int]]


class _Search:
    """Cards and lanes as numbers; `_near` is whom each is linked with in the column to the left (0) and right (1)."""

    def __init__(
        self, columns: Sequence[Sequence[str]], links: Sequence[tuple[str, str]], pinned: Mapping[str, int]
    ) -> None:
        self._nodes: list[Node] = [card for column in columns for card in column]
        self._near: tuple[list[list[int]], list[list[int]]] = ([[] for _ in self._nodes], [[] for _ in self._nodes])
        number_of = {card: number for number, card in enumerate(self._nodes)}
        self._pinned = {number_of[card]: place for card, place in pinned.items()}
        self._cards = len(self._nodes)
        column_of = {number_of[card]: place for place, column in enumerate(columns) for card in column}
        lanes: _Ranks = [[] for _ in columns]
        for link, ends in enumerate(links):
            left, right = sorted((number_of[end] for end in ends), key=column_of.__getitem__)
            before = left
            for place in range(column_of[left] + 1, column_of[right]):
                lanes[place].append(self._new_lane(Lane(link, place)))
                before = self._joined(before, lanes[place][-1])
            if column_of[left] < column_of[right]:
                self._joined(before, right)
        self.start = self._start([[number_of[card] for card in column] for column in columns], lanes)

    def _new_lane(self, lane: Lane) -> int:
        self._nodes.append(lane)
        for near in self._near:
            near.append([])
        return len(self._nodes) - 1

    def _joined(self, left: int, right: int) -> int:
        self._near[1][left].append(right)
        self._near[0][right].append(left)
        return right

    def _start(self, columns: _Ranks, lanes: _Ranks) -> _Ranks:
        ranks: _Ranks = []
        level: dict[int, float] = {}
        for column, passing in zip(columns, lanes, strict=True):
            level |= {card: (place + 0.5) / len(column) for place, card in enumerate(self._laid(column))}
            level |= {lane: level[self._near[0][lane][0]] for lane in passing}
            ranks.append(sorted([*column, *passing], key=level.__getitem__))
        return ranks

    def _laid(self, rank: Iterable[int]) -> list[int]:
        """The rank with its pinned cards in their places among the cards, or in the nearest place that is left."""
        rank = list(rank)
        cards = [node for node in rank if node < self._cards]
        pinned = sorted((card for card in cards if card in self._pinned), key=lambda card: (self._pinned[card], card))
        if not pinned:
            return rank
        places: list[int | None] = [None] * len(cards)
        for card in pinned:
            wanted = min(max(self._pinned[card], 0), len(cards) - 1)
            outwards = (place for step in range(len(cards)) for place in (wanted + step, wanted - step))
            free = (place for place in outwards if 0 <= place < len(cards) and places[place] is None)
            places[next(free)] = card
        others = iter([card for card in cards if card not in self._pinned])
        laid = iter([next(others) if card is None else card for card in places])
        return [next(laid) if node < self._cards else node for node in rank]

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
            ranks[place] = self._laid(sorted(rank, key=mean.__getitem__))

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
        weigh = _Weighing(self._near, ranks, place)
        fixed = any(node in self._pinned for node in rank)
        if len(rank) <= SIFTED:
            for node in before:
                if node >= self._cards or not fixed:
                    weigh.sift(rank, node)
        if len(rank) > SIFTED or fixed:
            self._swap(rank, weigh)
        return rank != before

    def _swap(self, rank: list[int], weigh: "_Weighing") -> None:
        """Swap cards that may move with the next one that may, and with lanes between them, where that saves."""
        movable = [number for number, node in enumerate(rank) if node not in self._pinned]
        for first, second in pairwise(movable):
            lane_passes_pinned = second > first + 1 and (rank[first] < self._cards) != (rank[second] < self._cards)
            if not lane_passes_pinned and weigh.swapped(rank, first, second) < 0:
                rank[first], rank[second] = rank[second], rank[first]


class _Weighing:
    """What it costs, in crossings, to have one node of a column above another while the other columns stay."""

    def __init__(self, near: tuple[list[list[int]], list[list[int]]], ranks: _Ranks, place: int) -> None:
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

    def sift(self, rank: list[int], node: int) -> None:
        """Move `node` to the place nearest to its own of those with the fewest crossings."""
        if not any(self._ends[node]):
            return
        own = rank.index(node)
        rank.pop(own)
        cost, best, least = 0, 0, (0, own)
        for place, other in enumerate(rank, start=1):
            cost += self.above(other, node)
            if cost <= least[0] and (cost, abs(place - own)) < least:
                best, least = place, (cost, abs(place - own))
        rank.insert(best, node)

    def swapped(self, rank: list[int], first: int, second: int) -> int:
        """The change in crossings when the nodes at two places, `first` above `second`, change places."""
        upper, lower = rank[first], rank[second]
        between = rank[first + 1 : second]
        passed = sum(self.above(each, upper) + self.above(lower, each) for each in between)
        return self.above(lower, upper) + passed
