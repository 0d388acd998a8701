"""Room to write: a question, then lines or boxes to tick, by hand or, where they are fields, on screen, too."""

from collections.abc import Sequence

from facilitator.handouts.blocks import TextBlock, draw_rule
from facilitator.handouts.fields import TICK, FieldBox
from facilitator.handouts.piece import Piece
from facilitator.handouts.styles import BODY, BOX_EDGE, ITEM, NOTE
from facilitator.handouts.tagging import Node

_LINE = 21.5  # from line to line, for a hand that writes in a hurry
_COLUMN_GAP = 22.0
_ROW_GAP = 11.0
_FIELD_INDENT = TICK + 9.0
_RULE = 0.7
_FIELD_GAP = 3.0  # above a field


class WritingSpace(Piece):
    """A question in bold, a hint in small letters, and `lines` to write on; kept whole. Blank texts draw nothing.

    With a `field`, that field stands in place of the lines, as high as they are.
    """

    def __init__(self, question: str, hint: str, lines: int, field: str = "") -> None:
        super().__init__(after=_ROW_GAP)
        node = Node("Div") if field else None
        self._question = TextBlock(question, ITEM, node.add("P") if node else None)
        self._hint = TextBlock(hint, NOTE, node.add("P") if node else None)
        self._lines = lines
        self._field = FieldBox("lines" if lines > 1 else "line", field, f"{question} {hint}", node) if node else None

    def height_for(self, width: float) -> float:
        """The texts and the lines."""
        return self._question.height_for(width) + self._hint.height_for(width) + self._lines * _LINE

    def draw(self) -> None:
        """The texts at the top, at the bottom the field, or the lines, which are not read aloud."""
        top = self.height
        for text in (self._question, self._hint):
            text.draw_at(self.canv, 0, top, self.width)
            top -= text.height
        if self._field:
            self._field.draw_at(self.canv, 0, 0, self.width, self._lines * _LINE - _FIELD_GAP)
            return
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


class TickField(Piece):
    """One item of a list with a field to tick; `node` is its LI."""

    def __init__(self, text: str, node: Node, field: str, *, last: bool) -> None:
        super().__init__(after=9 if last else 3)
        body = node.add("LBody")
        self._tick = FieldBox("tick", field, text, body)
        self._text = TextBlock(text, BODY, body.add("P"))

    def height_for(self, width: float) -> float:
        """The text, or the box beside it."""
        return max(self._text.height_for(width - _FIELD_INDENT), TICK)

    def draw(self) -> None:
        """The box, then the text."""
        room = self.width - _FIELD_INDENT
        self._tick.draw_at(self.canv, 0, self.height - TICK, TICK, TICK)
        lower = max(TICK - self._text.height_for(room), 0) / 2
        self._text.draw_at(self.canv, _FIELD_INDENT, self.height - lower, room)


def in_columns(spaces: Sequence[WritingSpace]) -> list[WritingColumns]:
    """The spaces two by two, row by row."""
    return [
        WritingColumns(spaces[at], spaces[at + 1] if at + 1 < len(spaces) else None) for at in range(0, len(spaces), 2)
    ]
