"""Statements to answer on a scale: a mark under each number, words at its ends; on screen or with a pen."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from facilitator.handouts import styles
from facilitator.handouts.blocks import TextBlock, draw_rule
from facilitator.handouts.fields import TICK, FieldBox
from facilitator.handouts.piece import Piece
from facilitator.handouts.tagging import Node, TaggedCanvas

_SCALE = 236.0  # the column of marks at the right
_GAP = 14.0
_PAD = 7.0  # above and below a row
_CODE = 28.0  # the column of codes at the left
_NUMBER = 12.0  # the line above a mark
_LEAST, _MOST = 34.0, 104.0  # what a field for words may get of the page


@dataclass(frozen=True, slots=True)
class ScaleRow:
    """A statement, every word in its language: what the ends of its scale mean, and the number and tip of each mark.

    `marks` are (number, tip), the lowest first. Only one of them can be chosen: the field `name` then has its number.
    """

    code: str
    text: str
    low: str
    high: str
    name: str
    marks: tuple[tuple[str, str], ...]


class ScaleRows(Piece):
    """Rows with a statement at the left and its scale at the right, a hairline below each."""

    def __init__(self, rows: Sequence[ScaleRow]) -> None:
        super().__init__(after=8)
        node = Node("L")
        self._rows = [_Row(row, node.add("LI")) for row in rows]

    def height_for(self, width: float) -> float:
        """Row below row."""
        return sum(row.height_for(width) for row in self._rows)

    def draw(self) -> None:
        """From the top."""
        top = self.height
        for row in self._rows:
            high = row.height_for(self.width)
            row.draw_at(self.canv, top, self.width, high)
            top -= high


class WordFields(Piece):
    """Fields for words below each other, (label, name, tip), which share what is left of the page."""

    def __init__(self, fields: Sequence[tuple[str, str, str]]) -> None:
        super().__init__()
        node = Node("Div")
        self._fields = [
            (TextBlock(label, styles.ROW_TEXT, node.add("P")), FieldBox("lines", name, tip, node))
            for label, name, tip in fields
        ]
        self._high = _LEAST

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """All the width, and as much of the height as the fields may get."""
        self.width, self._high = available_width, _LEAST
        least, many = self.height_for(available_width), len(self._fields)
        self._high = min(_LEAST + max(available_height - least, 0) / max(many, 1), _MOST)
        self.height = least + many * (self._high - _LEAST)
        return self.width, self.height

    def height_for(self, width: float) -> float:
        """The least that the fields take."""
        return sum(label.height_for(width) + _LEAST + _PAD + 2 for label, _ in self._fields)

    def draw(self) -> None:
        """Label, then field."""
        top = self.height
        for label, box in self._fields:
            label.draw_at(self.canv, 0, top, self.width)
            top -= label.height + 2 + self._high
            box.draw_at(self.canv, 0, top, self.width, self._high)
            top -= _PAD


class _Row:
    def __init__(self, row: ScaleRow, item: Node) -> None:
        self._code = TextBlock(row.code, styles.ROW_CODE, item.add("Lbl"))
        body = item.add("LBody")
        self._text = TextBlock(row.text, styles.ROW_TEXT, body.add("P"))
        self._low = TextBlock(row.low, styles.ROW_NOTE, body.add("P"))
        self._high = TextBlock(row.high, replace(styles.ROW_NOTE, align="end"), body.add("P"))
        number = replace(styles.FIELD_LABEL, align="middle")
        self._marks = [
            (TextBlock(told, number, body.add("P")), FieldBox("one", row.name, tip, body, option=told))
            for told, tip in row.marks
        ]

    def height_for(self, width: float) -> float:
        text = self._text.height_for(width - _SCALE - _GAP - _CODE)
        scale = _NUMBER + TICK + 2 + max(self._low.height_for(_SCALE / 2), self._high.height_for(_SCALE / 2))
        return max(text, scale) + 2 * _PAD

    def draw_at(self, canvas: TaggedCanvas, top: float, width: float, high: float) -> None:
        draw_rule(canvas, 0, top - high, width, styles.ROW_RULE, 0.8)
        upper = top - _PAD
        room = width - _SCALE - _GAP - _CODE
        middle = upper - _NUMBER - TICK / 2 + self._text.height_for(room) / 2
        first = min(middle, upper)
        self._code.draw_at(canvas, 0, first - 1, _CODE)
        self._text.draw_at(canvas, _CODE, first, room)
        left, step = width - _SCALE, (_SCALE - TICK) / max(len(self._marks) - 1, 1)
        bottom = upper - _NUMBER - TICK
        self._low.draw_at(canvas, left, bottom - 2, _SCALE / 2)
        self._high.draw_at(canvas, width - _SCALE / 2, bottom - 2, _SCALE / 2)
        for place, (number, mark) in enumerate(self._marks):
            x = left + place * step
            number.draw_at(canvas, x, upper, TICK)
            mark.draw_at(canvas, x, bottom, TICK, TICK)
