"""Legends: a small drawing beside the words that say what it stands for, in columns."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from facilitator.domain.picture import Rect, Shape
from facilitator.handouts.blocks import TextBlock
from facilitator.handouts.piece import Piece
from facilitator.handouts.shapes import draw_shapes
from facilitator.handouts.styles import LEGEND
from facilitator.handouts.tagging import Node

_SAMPLE_WIDTH, _SAMPLE_HEIGHT = 34.0, 12.0
_GAP = 7.0
_COLUMN = 140.0  # at least as wide as this
_ROW_GAP = 3.0


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign of a picture: `shapes` drawn inside `box`, both in stage pixels, and what it means."""

    shapes: tuple[Shape, ...]
    box: Rect
    meaning: str


_Row = tuple[Sign, TextBlock, float]


class LegendBlock(Piece):
    """Signs with their meanings, column by column; a list in the tag tree, the drawings are decoration."""

    def __init__(self, signs: Sequence[Sign]) -> None:
        super().__init__(before=6, after=8)
        node = Node("L")
        self._signs = [(sign, TextBlock(sign.meaning, LEGEND, node.add("LI").add("LBody"))) for sign in signs]

    def height_for(self, width: float) -> float:
        """The highest of the columns."""
        return max((sum(high for _, _, high in column) for column in self._columns(width)), default=0.0)

    def draw(self) -> None:
        """Sign by sign, down each column."""
        wide = self._column_width(self.width)
        for number, column in enumerate(self._columns(self.width)):
            left, top = number * wide, self.height
            for sign, meaning, high in column:
                self._draw_sample(sign, left, top - meaning.style.leading / 2)
                meaning.draw_at(self.canv, left + _SAMPLE_WIDTH + _GAP, top, self._room(self.width))
                top -= high

    def _draw_sample(self, sign: Sign, left: float, middle: float) -> None:
        canvas, box = self.canv, sign.box
        scale = min(_SAMPLE_WIDTH / box.width, _SAMPLE_HEIGHT / box.height)
        with canvas.artifact():
            canvas.saveState()
            canvas.translate(left + (_SAMPLE_WIDTH - box.width * scale) / 2, middle + box.height * scale / 2)
            canvas.scale(scale, scale)
            canvas.translate(-box.x, box.y)
            draw_shapes(canvas, sign.shapes)
            canvas.restoreState()

    def _columns(self, width: float) -> list[list[_Row]]:
        """The signs with their heights, in order, in columns as low as their number allows."""
        room = self._room(width)
        signs = [(sign, meaning, meaning.height_for(room) + _ROW_GAP) for sign, meaning in self._signs]
        limit = max((high for _, _, high in signs), default=0.0)
        while len(columns := list(_filled(signs, limit))) > self._count(width):
            limit += 1
        return columns

    def _count(self, width: float) -> int:
        return max(1, min(len(self._signs), int(width / _COLUMN)))

    def _column_width(self, width: float) -> float:
        return width / self._count(width)

    def _room(self, width: float) -> float:
        """What a column has for a meaning."""
        return self._column_width(width) - _SAMPLE_WIDTH - 2 * _GAP


def _filled(signs: Iterable[_Row], limit: float) -> Iterator[list[_Row]]:
    """Columns no higher than the limit, which every sign fits."""
    column: list[_Row] = []
    for each in signs:
        if column and sum(high for _, _, high in column) + each[2] > limit:
            yield column
            column = []
        column.append(each)
    if column:
        yield column
