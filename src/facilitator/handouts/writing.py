"""Room to write by hand: a question, then lines or boxes to tick."""

from collections.abc import Sequence
from dataclasses import replace

from reportlab.lib.colors import HexColor

from facilitator.handouts.blocks import TextBlock, draw_rule
from facilitator.handouts.styles import BODY, BOX_EDGE, ITEM, NOTE
from facilitator.handouts.tagging import Node, Piece

_LINE = 21.5  # from line to line, for a hand that writes in a hurry
_COLUMN_GAP = 22.0
_ROW_GAP = 11.0
_TICK = 11.0
_TICK_INDENT = 20.0
_RULE = 0.7


class WritingSpace(Piece):
    """A question in bold, a hint in small letters, and `lines` to write on; kept whole. Blank texts draw nothing."""

    def __init__(self, question: str, hint: str, lines: int) -> None:
        super().__init__(after=_ROW_GAP)
        self._question = TextBlock(question, ITEM)
        self._hint = TextBlock(hint, NOTE)
        self._lines = lines

    def height_for(self, width: float) -> float:
        """The texts and the lines."""
        return self._question.height_for(width) + self._hint.height_for(width) + self._lines * _LINE

    def draw(self) -> None:
        """The texts at the top, at the bottom the lines, which are not read aloud."""
        top = self.height
        for text in (self._question, self._hint):
            text.draw_at(self.canv, 0, top, self.width)
            top -= text.height
        for number in range(self._lines):
            draw_rule(self.canv, 0, number * _LINE, self.width, BOX_EDGE, _RULE)

    def draw_in(self, row: Piece, x: float, width: float) -> None:
        """Draw as part of a row, from `x` on, as high as the row so that the lines of all stand on one level."""
        self.canv, self.width, self.height = row.canv, width, row.height
        self.canv.saveState()
        self.canv.translate(x, 0)
        self.draw()
        self.canv.restoreState()


class WritingColumns(Piece):
    """Two writing spaces side by side; kept whole, so that no question stands alone at the foot of a page."""

    def __init__(self, left: WritingSpace, right: WritingSpace | None) -> None:
        super().__init__(after=_ROW_GAP)
        self._spaces = (left, right)

    def height_for(self, width: float) -> float:
        """The higher of the two."""
        return max(each.height_for(self._column(width)) for each in self._spaces if each)

    def draw(self) -> None:
        """Left, then right."""
        column = self._column(self.width)
        for number, each in enumerate(self._spaces):
            if each:
                each.draw_in(self, number * (column + _COLUMN_GAP), column)

    def _column(self, width: float) -> float:
        return (width - _COLUMN_GAP) / 2


class TickLine(TextBlock):
    """One item of a list with an empty box to tick; `node` is its LI."""

    def __init__(self, text: str, node: Node, box: str, *, last: bool) -> None:
        self._label = node.add("Lbl", alt=box)
        super().__init__(text, replace(BODY, after=9 if last else BODY.after), node.add("LBody"))

    def column(self, width: float) -> tuple[float, float]:
        """The text right of the box."""
        return _TICK_INDENT, width - _TICK_INDENT

    def draw(self) -> None:
        """The box, then the text."""
        if self.first and self.text:
            with self.canv.mark(self._label):
                self.canv.setStrokeColor(HexColor(BOX_EDGE))
                self.canv.setLineWidth(1)
                self.canv.roundRect(1, self.height - (BODY.leading + _TICK) / 2, _TICK, _TICK, 2)
        self.draw_text(self.height)


def in_columns(spaces: Sequence[WritingSpace]) -> list[WritingColumns]:
    """The spaces two by two, row by row."""
    return [
        WritingColumns(spaces[at], spaces[at + 1] if at + 1 < len(spaces) else None) for at in range(0, len(spaces), 2)
    ]
