"""Tables that go on over pages: their head is repeated, and only a row higher than `_UNSPLIT` is split."""

from collections.abc import Sequence
from typing import NamedTuple, Self

from reportlab.lib.colors import HexColor

from facilitator.content import typeface
from facilitator.handouts import text as words_of_people
from facilitator.handouts.blocks import TextBlock, draw_rule
from facilitator.handouts.cells import Cell, Stack, cell_of, worth_cutting
from facilitator.handouts.piece import Piece
from facilitator.handouts.styles import CELL, ROW_RULE, TINT
from facilitator.handouts.tagging import Node

_PAD_X = 6.0
_PAD_Y = 5.0
_UNSPLIT = 200.0
_WHOLE = 330.0
_WORD_LIMIT = 120.0  # a longer word is broken
_WIDE_ENOUGH = 230.0  # a column that could be wider rather breaks its lines
_HEAD_LIMIT = 200  # characters, as they are drawn, of a column's name: the head must leave room for rows on every page

_ELSEWHERE = "…"

Row = list[Stack]


class TableBlock(Piece):
    """A table of literal text with a head row; blank cells show a dash.

    `shares` are the columns' shares of the width; without them, columns are as wide as their words need. `row_head`
    is the place of the column that names its rows. A `whole` table goes on overleaf only where it is very high.
    """

    def __init__(
        self,
        columns: Sequence[str],
        rows: Sequence[Sequence[str | Cell]],
        shares: Sequence[float] | None = None,
        *,
        row_head: int | None = 0,
        whole: bool = False,
    ) -> None:
        super().__init__(before=2, after=10)
        if not columns:
            raise ValueError("a table has at least one column")
        self.node = Node("Table")
        head = self.node.add("THead").add("TR")
        body = self.node.add("TBody")
        self.head: Row = [cell_of(_head(name), head.add("TH", scope="Column"), heads=True) for name in columns]
        # A single row needs no head to be told from others, nor does a row whose one other cell follows anyway.
        tag = "TH" if len(rows) > 1 and len(columns) > 2 else "TD"
        self.rows: list[Row] = [_row(row, len(columns), body.add("TR"), row_head, tag) for row in rows]
        self._shares = tuple(shares) if shares else None
        if self._shares and len(self._shares) != len(columns):
            raise ValueError(f"{len(columns)} columns have {len(self._shares)} shares of the width")
        self._needs = [_needed(column) for column in zip(self.head, *self.rows, strict=True)]
        self._whole = whole
        self._first = True

    def height_for(self, width: float) -> float:
        """The head and all rows."""
        return self._row_height(self.head, width) + sum(self._row_height(row, width) for row in self.rows)

    def least_height(self, width: float) -> float:
        """The head and the first row, or what of it would be split off; all of a table that stays whole."""
        if self._stays_whole(width):
            return self.height_for(width)
        first = next((self._row_height(row, width) for row in self.rows), 0.0)
        return self._row_height(self.head, width) + (first if first <= _UNSPLIT else _UNSPLIT / 2)

    def split(self, available_width: float, available_height: float) -> list[Self]:
        """As many rows as fit, then the rest under the same head; none when not even one row fits."""
        if self._stays_whole(available_width):
            return []
        room = available_height - self._row_height(self.head, available_width)
        fitting = 0
        for row in self.rows:
            high = self._row_height(row, available_width)
            if high > room:
                break
            room -= high
            fitting += 1
        if fitting == len(self.rows):
            return []
        above, below = self.rows[:fitting], self.rows[fitting:]
        if self._row_height(below[0], available_width) > _UNSPLIT:
            halves = self._split_row(below[0], available_width, room - 2 * _PAD_Y)
            if halves:
                above, below = [*above, halves[0]], [halves[1], *below[1:]]
        if not above:
            return []
        return [self._part(above, first=True), self._part(below, first=False)]

    def draw(self) -> None:
        """The head on a tint, then row by row with hairlines."""
        top = self.height
        high = self._row_height(self.head, self.width)
        with self.canv.artifact():
            self.canv.setFillColor(HexColor(TINT))
            self.canv.rect(0, top - high, self.width, high, stroke=0, fill=1)
        if self._first or not self.head[0].is_read:
            self._draw_row(self.head, top)
        else:
            with self.canv.repeated():
                self._draw_row(self.head, top)
        for row in self.rows:
            top -= high
            self._draw_row(row, top)
            high = self._row_height(row, self.width)
            draw_rule(self.canv, 0, top - high, self.width, ROW_RULE, 0.8)

    def _stays_whole(self, width: float) -> bool:
        return self._whole and self.height_for(width) < _WHOLE

    def _draw_row(self, row: Row, top: float) -> None:
        left = 0.0
        for cell, wide in zip(row, self._widths(self.width), strict=True):
            place = left + _PAD_X, top - _PAD_Y, wide - 2 * _PAD_X
            cell.draw_at(self.canv, *place)
            if not cell.is_read:  # all of it stands on a page left out: a row has as many cells as the head
                TextBlock(_ELSEWHERE, CELL, cell.node).draw_at(self.canv, *place)
            left += wide

    def _widths(self, width: float) -> list[float]:
        if self._shares:
            return [width * share / sum(self._shares) for share in self._shares]
        least = sum(need.least for need in self._needs)
        wanted = sum(need.wanted for need in self._needs)
        if width <= least:
            return [width * need.least / least for need in self._needs]
        if width < wanted:
            share = (width - least) / (wanted - least)
            return [need.least + share * (need.wanted - need.least) for need in self._needs]
        return [width * need.wanted / wanted for need in self._needs]

    def _row_height(self, row: Row, width: float) -> float:
        heights = (cell.height_for(wide - 2 * _PAD_X) for cell, wide in zip(row, self._widths(width), strict=True))
        return max(heights) + 2 * _PAD_Y

    def _split_row(self, row: Row, width: float, room: float) -> tuple[Row, Row] | None:
        """A row in two: each cell's lines that fit, and the rest."""
        if not worth_cutting(room):
            return None
        halves = [cell.cut(wide - 2 * _PAD_X, room) for cell, wide in zip(row, self._widths(width), strict=True)]
        return [above for above, _ in halves], [below for _, below in halves]

    def _part(self, rows: list[Row], *, first: bool) -> Self:
        part = self.copied()
        part.rows = rows
        part._first = self._first and first
        part.spaceBefore = self.spaceBefore if first else 0
        return part


def _row(cells: Sequence[str | Cell], count: int, node: Node, row_head: int | None, tag: str) -> Row:
    if len(cells) != count:
        raise ValueError(f"a row of {len(cells)} cells in a table of {count} columns")
    row: Row = []
    for place, cell in enumerate(cells):
        heads = place == row_head
        is_head = heads and tag == "TH"
        row.append(cell_of(cell, node.add("TH", scope="Row") if is_head else node.add("TD"), heads=heads))
    return row


def _head(name: str) -> str:
    """A column's name as it is drawn, where characters that no face has are told in words, and not too long."""
    shown = words_of_people.drawable(name)
    return shown if len(shown) <= _HEAD_LIMIT else f"{shown[:_HEAD_LIMIT]}…"


class _Need(NamedTuple):
    """How wide a column is when its longest word stands whole, and when its cells take few lines."""

    least: float
    wanted: float


def _needed(cells: Sequence[Stack]) -> _Need:
    longest_word = widest = 0.0
    for block in (block for cell in cells for block in cell.blocks):
        size, bold = block.style.size, block.style.bold
        for word in block.text.split():
            longest_word = max(longest_word, typeface.width(word, size, bold=bold))
        for line in block.text.split("\n"):
            widest = max(widest, typeface.width(line, size, bold=bold))
    least = min(longest_word, _WORD_LIMIT) + 2 * _PAD_X + 1
    return _Need(least, max(least, min(widest, _WIDE_ENOUGH) + 2 * _PAD_X + 1))
