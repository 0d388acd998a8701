"""How the cards of one column are fitted into its height: setting, what folds, and what is left for a stack."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from math import floor

from facilitator.boards.drawing import lines_of
from facilitator.boards.value_board.layout.folding import Piece, ended_anew, pieces_of
from facilitator.boards.value_board.layout.lettering import ICON_SPACE, Lettering
from facilitator.boards.value_board.layout.order import Lane, Node
from facilitator.boards.value_board.layout.placed import (
    FittedColumn,
    Foot,
    FootCount,
    Panel,
    Pill,
    PlacedCard,
    Row,
    Stack,
)
from facilitator.boards.value_board.layout.settings import Setting
from facilitator.boards.value_board.view import CardGroupView, CardView
from facilitator.content.typeface import line_height, width
from facilitator.domain.picture import Rect

LANE_STEP = 8.0
"""How far apart links run that pass between the same two cards, where there is room."""

LANE_CLEARANCE = 10.0
"""How far they keep from the cards, where there is room."""

PANEL_ASIDE = 8.0
"""How far the panel of a group reaches to either side of its cards."""

_HEAD_ABOVE = 5.0
_HEAD_BELOW = 4.0
_TAIL = 8.0
_FOOT_ABOVE = 6.0
_NUMBER_ASIDE = 8.0
_COUNTS_ASIDE = 26.0


class Fitting:
    """The cards of one column from top to bottom.

    `groups` by card id, `folding` the ids of those that may fold, in their order; cards `lifted` fold and stack last.
    `nodes` are cards and lanes in their order, `foot_size` that of the letters at the foot.
    """

    def __init__(
        self,
        cards: Sequence[CardView],
        groups: Mapping[str, CardGroupView],
        folding: Sequence[str],
        lifted: Collection[str],
        nodes: Sequence[Node],
        lettering: Lettering,
        foot_size: float,
    ) -> None:
        self._cards, self._groups, self._folding, self._lifted = cards, groups, folding, lifted
        self._nodes, self._lettering, self._foot_size = nodes, lettering, foot_size
        self._pieces = pieces_of(cards, groups)
        self._head = _HEAD_ABOVE + line_height(lettering.small) + _HEAD_BELOW

    def rows(self, setting: Setting, most: float) -> list[Row] | None:
        """What each piece needs in this setting; None when that is sure to be more than `most`."""
        if len(self._pieces) * (setting.least + setting.between) > most + setting.between:
            return None  # known without measuring any text
        return self._rows(self._pieces, setting)

    def in_rows(self, setting: Setting, rows: Sequence[Row], area: Rect) -> FittedColumn:
        """The column with its cards as high as the rows of the board."""
        return self._placed(self._pieces, rows[: len(self._pieces)], setting, area, ())

    def has_room(self, choice: Sequence[Setting], area: Rect) -> bool:
        """Whether all of the column stands in one of the settings, nothing folded."""
        return self._first(choice, self._pieces, area) is not None

    def alone(self, choice: Sequence[Setting], area: Rect) -> FittedColumn:
        """The column in the first setting that has room for all of it.

        Where none has, groups fold until the last setting has room; and where not even that is enough, the pieces that
        are furthest down go into a stack at its foot.
        """
        last, pieces = choice[-1], self._pieces
        setting = self._first(choice, pieces, area)
        for number in range(1, len(self._folding) + 1) if setting is None else ():
            pieces = pieces_of(self._cards, self._groups, self._folding[:number], self._lifted)
            if self._fits(pieces, last, area):
                setting = self._first(choice, pieces, area)
                break
        if setting is None:
            pieces = self._kept(pieces, last, area)
        setting = setting or last
        shown = {card.id for piece in pieces for card in piece.cards}
        rest = tuple(card.id for card in self._cards if card.id not in shown)
        return self._placed(pieces, self._loosened(pieces, setting, choice[0].between, area), setting, area, rest)

    def _first(self, choice: Sequence[Setting], pieces: Sequence[Piece], area: Rect) -> Setting | None:
        return next((each for each in choice if self._fits(pieces, each, area)), None)

    def _fits(self, pieces: Sequence[Piece], setting: Setting, area: Rect, *, stacked: bool = False) -> bool:
        room = self._room(setting, area) + setting.between
        least = (setting.least + setting.between) * len(pieces)
        if stacked:
            room -= self._pill_height(setting) + setting.between
        return least <= room and self._needed(pieces, setting) <= room

    def _needed(self, pieces: Sequence[Piece], setting: Setting) -> float:
        heads, tails = sum(piece.headed for piece in pieces), sum(piece.ended for piece in pieces)
        heights = sum(self._lettering.measured(piece, setting).height for piece in pieces)
        return heights + len(pieces) * setting.between + heads * self._head + tails * _TAIL

    def _kept(self, pieces: Sequence[Piece], setting: Setting, area: Rect) -> list[Piece]:
        """As many pieces as leave room for a stack: first those below go, and those of a lifted thread last."""
        lifted = [any(card.id in self._lifted for card in piece.cards) and not piece.folded for piece in pieces]
        going = [number for number in reversed(range(len(pieces))) if not lifted[number]]
        going += [number for number in reversed(range(len(pieces))) if lifted[number]]
        few, many = 0, len(pieces)
        while few < many:
            middle = (few + many) // 2
            if self._fits(_without(pieces, going[:middle]), setting, area, stacked=True):
                many = middle
            else:
                few = middle + 1
        return _without(pieces, going[:few])

    def _rows(self, pieces: Sequence[Piece], setting: Setting) -> list[Row]:
        lanes = self._lanes(pieces)
        return [
            Row(
                self._head if piece.headed else 0.0,
                self._lettering.measured(piece, setting).height,
                _TAIL if piece.ended else 0.0,
                max(setting.between, _lane_room(lanes[number])) if number else 0.0,
            )
            for number, piece in enumerate(pieces)
        ]

    def _loosened(self, pieces: Sequence[Piece], setting: Setting, loosest: float, area: Rect) -> list[Row]:
        """Rows that use what height is left: first for links that pass between cards, then for air."""
        lanes = self._lanes(pieces)
        rest = len(self._cards) > sum(len(piece.cards) for piece in pieces)
        stack = self._pill_height(setting) + setting.between if rest else 0.0
        left = self._room(setting, area) + setting.between - self._needed(pieces, setting) - stack
        wanted = [max(0.0, _lane_room(count) - setting.between) for count in lanes[1 : len(pieces) + rest]]
        share = min(1.0, left / sum(wanted)) if sum(wanted) else 0.0
        left -= share * sum(wanted)
        even = min(max(loosest - setting.between, 0.0), left / max(len(wanted), 1))
        above = [0.0, *(setting.between + max(each * share, even) for each in wanted)]
        return [replace(row, above=above[number]) for number, row in enumerate(self._rows(pieces, setting))]

    def _lanes(self, pieces: Sequence[Piece]) -> list[int]:
        """How many lanes pass above each piece, and below the last."""
        counts = [0] * (len(pieces) + 2)
        for gap in lane_gaps(self._nodes, _guards_of(pieces, self._cards), len(pieces)).values():
            counts[gap] += 1
        return counts

    def _placed(
        self, pieces: Sequence[Piece], rows: Sequence[Row], setting: Setting, area: Rect, rest: tuple[str, ...]
    ) -> FittedColumn:
        bottoms = [area.y + each for each in accumulate(row.total for row in rows)]
        rects = [
            Rect(area.x, floor(bottom - row.tail - row.height), area.width, row.height)
            for bottom, row in zip(bottoms, rows, strict=True)
        ]
        guards = [
            Rect(rect.x, rect.y - self._head, rect.width, rect.height + self._head) if piece.headed else rect
            for piece, rect in zip(pieces, rects, strict=True)
        ]
        stack = None
        if rest:
            top = bottoms[-1] + setting.between if bottoms else area.y
            stack = Stack(rest, Rect(area.x, top, area.width, self._pill_height(setting)))
            guards.append(stack.rect)
        pairs = list(zip(pieces, rects, strict=True))
        return FittedColumn(
            tuple(self._card(piece, rect, setting) for piece, rect in pairs if not piece.folded),
            tuple(self._pill(piece, rect) for piece, rect in pairs if piece.folded),
            tuple(self._panels(pairs)),
            stack,
            self._foot(setting, area),
            tuple(guards),
            _guards_of(pieces, self._cards),
        )

    def _card(self, piece: Piece, rect: Rect, setting: Setting) -> PlacedCard:
        (card,), measured = piece.cards, self._lettering.measured(piece, setting)
        gaps = self._lettering.gaps.get(card.id, ())
        return PlacedCard(
            card, rect, self._lettering.tab(setting), setting, measured.lines, gaps, measured.marks, measured.dots
        )

    def _pill(self, piece: Piece, rect: Rect) -> Pill:
        assert piece.group
        ids = tuple(card.id for card in piece.cards)
        return Pill(piece.group, piece.first, ids, sum(each in self._lettering.gaps for each in ids), rect)

    def _panels(self, pairs: Sequence[tuple[Piece, Rect]]) -> Iterator[Panel]:
        top, ids, small = 0.0, list[str](), self._lettering.small
        for piece, rect in pairs:
            if piece.headed:
                top, ids = rect.y - self._head, []
            ids += [card.id for card in piece.cards]
            if piece.group and piece.ended:
                box = Rect(rect.x - PANEL_ASIDE, top, rect.width + 2 * PANEL_ASIDE, rect.bottom + _TAIL - top)
                head = Rect(rect.x + 2, top + _HEAD_ABOVE, rect.width - 4, line_height(small))
                name = lines_of(piece.group.name, small, head.width, bold=True, most=1)
                yield Panel(piece.group, tuple(ids), box, name, head)

    def _pill_height(self, setting: Setting) -> float:
        return max(setting.least, line_height(self._lettering.small) + 14)

    def _room(self, setting: Setting, area: Rect) -> float:
        foot = self._foot(setting, area)
        return area.height - (foot.box.height + _FOOT_ABOVE if foot else 0)

    def _foot(self, setting: Setting, area: Rect) -> Foot | None:
        counts: dict[str, int] = {}
        if not setting.told:
            for card in self._cards:
                for gap in self._lettering.gaps.get(card.id, ()):
                    counts[gap] = counts.get(gap, 0) + 1
        if not counts:
            return None
        size, left, line = self._foot_size, area.x + ICON_SPACE, 0
        high = line_height(size)
        found: list[FootCount] = []
        for gap in sorted(counts):
            told = self._lettering.told(gap)
            wide = width(told, size, bold=True) + _NUMBER_ASIDE + width(str(counts[gap]), size, bold=True)
            if found and left + wide > area.right:
                left, line = area.x + ICON_SPACE, line + 1
            number_x = left + width(told, size, bold=True) + _NUMBER_ASIDE
            found.append(FootCount(gap, told, counts[gap], left, number_x, line * high))
            left += wide + _COUNTS_ASIDE
        box = Rect(area.x, area.bottom - (line + 1) * high, area.width, (line + 1) * high)
        return Foot(tuple(replace(each, top=box.y + each.top) for each in found), size, box)


def lane_gaps(nodes: Sequence[Node], guard_of: Mapping[str, int], most: int) -> dict[Lane, int]:
    """Below how many guards of its column each lane passes: below that of the last card before it, at most `most`."""
    gaps: dict[Lane, int] = {}
    below = 0
    for node in nodes:
        if isinstance(node, Lane):
            gaps[node] = below
        else:
            below = max(below, min(guard_of[node] + 1, most))
    return gaps


def _guards_of(pieces: Sequence[Piece], cards: Sequence[CardView]) -> dict[str, int]:
    """The number of the piece of each card; what is in none is in the stack below them."""
    numbers = {card.id: len(pieces) for card in cards}
    return numbers | {card.id: number for number, piece in enumerate(pieces) for card in piece.cards}


def _lane_room(lanes: int) -> float:
    return 2 * LANE_CLEARANCE + (lanes - 1) * LANE_STEP if lanes else 0.0


def _without(pieces: Sequence[Piece], going: Sequence[int]) -> list[Piece]:
    gone = set(going)
    return ended_anew([piece for number, piece in enumerate(pieces) if number not in gone])
