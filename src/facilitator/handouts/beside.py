"""Blocks side by side: codes with what they stand for, a figure beside a table, a sign before a line."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from facilitator.handouts.blocks import TextBlock
from facilitator.handouts.figures import FigureBlock
from facilitator.handouts.legends import Sign
from facilitator.handouts.piece import Piece
from facilitator.handouts.shapes import draw_shapes
from facilitator.handouts.styles import CODE, CODED, SIGNED
from facilitator.handouts.tables import TableBlock
from facilitator.handouts.tagging import Node

_CODE_WIDTH = 34.0
_GAP = 16.0
_ROW_GAP = 3.0
_SIGN, _SIGN_SPACE = 14.0, 21.0
_WHOLE = 330.0  # a figure and its table that are higher than this stand one below the other


class CodeRow(Piece):
    """Codes in bold, each beside the text that it stands for, in `across` columns; items of one list, `node`."""

    def __init__(self, pairs: Sequence[tuple[str, str]], across: int, node: Node, *, last: bool) -> None:
        super().__init__(after=9 if last else _ROW_GAP)
        self._across = across
        self._pairs = []
        for code, text in pairs:
            item = node.add("LI")
            self._pairs.append((TextBlock(code, CODE, item.add("Lbl")), TextBlock(text, CODED, item.add("LBody"))))

    def height_for(self, width: float) -> float:
        """The highest of its texts."""
        room = self._column(width) - _CODE_WIDTH
        return max(max(code.height_for(_CODE_WIDTH), text.height_for(room)) for code, text in self._pairs)

    def draw(self) -> None:
        """Code and text, from left to right."""
        wide = self._column(self.width)
        for place, (code, text) in enumerate(self._pairs):
            left = place * (wide + _GAP)
            code.draw_at(self.canv, left, self.height, _CODE_WIDTH)
            text.draw_at(self.canv, left + _CODE_WIDTH, self.height, wide - _CODE_WIDTH)

    def _column(self, width: float) -> float:
        return (width - (self._across - 1) * _GAP) / self._across


class FigureBeside(Piece):
    """A figure and a table beside it, each half as wide as the page; where that is too high, one below the other."""

    def __init__(self, figure: FigureBlock, table: TableBlock) -> None:
        super().__init__(before=4, after=10)
        self._figure, self._table = figure, table

    def height_for(self, width: float) -> float:
        """The higher of the two."""
        half = self._half(width)
        return max(self._figure.height_for(half), self._table.height_for(half))

    def least_height(self, width: float) -> float:
        """All of it, or the figure alone."""
        whole = self.height_for(width)
        return whole if whole < _WHOLE else self._figure.height_for(width)

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Figure and table one below the other where they are too high to stay together; else none."""
        return [self._figure, self._table] if self.height_for(available_width) >= _WHOLE else []

    def draw(self) -> None:
        """The figure, then the table."""
        half = self._half(self.width)
        left = 0.0
        for piece in (self._figure, self._table):
            piece.canv = self.canv
            piece.wrap(half, self.height)
            self.canv.saveState()
            self.canv.translate(left, self.height - piece.height)
            piece.draw()
            self.canv.restoreState()
            left += half + _GAP

    def _half(self, width: float) -> float:
        return (width - _GAP) / 2


class SignedLine(TextBlock):
    """A line in bold after a sign, which is decoration: the line says what the sign means."""

    stays_with_next = True

    def __init__(self, sign: Sign) -> None:
        super().__init__(sign.meaning, SIGNED)
        self._sign = sign

    def column(self, width: float) -> tuple[float, float]:
        """The text right of the sign."""
        return _SIGN_SPACE, width - _SIGN_SPACE

    def draw(self) -> None:
        """The sign beside the first line, then the text."""
        if self.first and self.text:
            canvas, box = self.canv, self._sign.box
            scale = _SIGN / max(box.width, box.height)
            with canvas.artifact():
                canvas.saveState()
                canvas.translate(0, self.height - (self.style.leading - box.height * scale) / 2)
                canvas.scale(scale, scale)
                canvas.translate(-box.x, box.y)
                draw_shapes(canvas, self._sign.shapes)
                canvas.restoreState()
        self.draw_text(self.height)


def code_rows(pairs: Sequence[tuple[str, str]], across: int) -> list[CodeRow]:
    """The codes in order, row by row."""
    node, rows = Node("L"), [pairs[start : start + across] for start in range(0, len(pairs), across)]
    return [CodeRow(row, across, node, last=number == len(rows)) for number, row in enumerate(rows, 1)]
