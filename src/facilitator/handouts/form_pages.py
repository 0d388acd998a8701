"""Pages to fill in on screen or by hand: rows with a box to tick, fields under labels."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from facilitator.content import typeface
from facilitator.handouts import styles
from facilitator.handouts import text as words_of_people
from facilitator.handouts.blocks import TextBlock, draw_lines, draw_rule
from facilitator.handouts.fields import LINE, TICK, FieldBox, fits
from facilitator.handouts.form_heads import DUE_WIDTH, FIELDS_WIDTH, GAP
from facilitator.handouts.piece import Piece
from facilitator.handouts.styles import TextStyle
from facilitator.handouts.tagging import FieldKind, Node, TaggedCanvas

_BETWEEN = 4.0  # from field to field
_INDENT = 26.0  # from the box to the text
_PAD = 3.0  # above and below a row
_MOST = 42.0  # what a row may get of the room that is left on a page
_OWNER = FIELDS_WIDTH - DUE_WIDTH - _BETWEEN
_TWO_LINES = 25.5  # the height of a field whose value takes two


class RunIn(TextBlock):
    """A paragraph that begins with a word or two in bold; without them it is like any other."""

    def __init__(self, head: str, text: str, style: TextStyle, node: Node) -> None:
        super().__init__(" ".join(filter(None, (head, text))), style, node)
        self._head = words_of_people.drawable(head)

    def lines(self, width: float) -> tuple[str, ...]:
        """The lines, the first of them without the words in bold and short by them."""
        if not self._head:
            return super().lines(width)
        size, text = self.style.size, self.text[len(self._head) :].lstrip(" ")
        first = words_of_people.lines(text, size, width - self._indent())[:1] or ("",)
        return first + words_of_people.lines(text[len(first[0]) :].lstrip(" \n"), size, width)

    def draw_text(self, top: float) -> None:
        """The words in bold, the line beside them, the lines below."""
        if not self._head:
            super().draw_text(top)
            return
        style, lines = self.style, self.lines(self.width)
        with self.canv.mark(self.node):
            draw_lines(self.canv, (f"{self._head} ",), replace(style, bold=True, colour=styles.HEADING), 0, top, 0)
            draw_lines(self.canv, lines[:1], style, self._indent(), top, 0)
            draw_lines(self.canv, lines[1:], style, 0, top - style.leading, 0)

    def _indent(self) -> float:
        return typeface.width(f"{self._head} ", self.style.size, bold=True)


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row as it is printed, every word in its language; `tips` say what belongs into its four fields.

    Each of the `notes` stands on a line of its own where there is room. `name` begins the names of the fields: "v1"
    makes "v1.done", "v1.owner", "v1.due" and "v1.comment".
    """

    name: str
    code: str
    text: str
    notes: tuple[str, ...]
    tips: tuple[str, str, str, str]
    state: str = ""
    quiet: bool = False
    done: bool = False
    owner: str = ""
    due: str = ""
    comment: str = ""


class FormRows(Piece):
    """Rows with a box to tick, a text and fields, which share what is left of the page."""

    def __init__(self, rows: Sequence[FormRow]) -> None:
        super().__init__()
        node = Node("L")
        self._rows = [_Row(row, node.add("LI")) for row in rows]
        self._extra = 0.0

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """All the width, and as much of the height as rows may get."""
        self.width = available_width
        least = self.height_for(available_width)
        self._extra = min(max(available_height - least, 0) / max(len(self._rows), 1), _MOST)
        self.height = least + self._extra * len(self._rows)
        return self.width, self.height

    def height_for(self, width: float) -> float:
        """The least that the rows take."""
        return sum(row.height_for(width) for row in self._rows)

    def draw(self) -> None:
        """Row below row."""
        top = self.height
        for row in self._rows:
            high = row.height_for(self.width) + self._extra
            row.draw_at(self.canv, top, self.width, high)
            top -= high


class _Row:
    def __init__(self, row: FormRow, item: Node) -> None:
        label, body = item.add("Lbl"), item.add("LBody")
        colour = styles.QUIET if row.quiet else styles.INK
        self._code = TextBlock(row.code, styles.ROW_CODE, label)
        done, owner, due, comment = row.tips
        self._tick = FieldBox("tick", f"{row.name}.done", done, body, "1" if row.done else "")
        self._text = TextBlock(row.text, replace(styles.ROW_TEXT, colour=colour), body.add("P"))
        note = body.add("P")
        self._note = RunIn(row.state, " ".join(row.notes), styles.ROW_NOTE, note)
        self._roomy = RunIn(row.state, "\n".join(row.notes), styles.ROW_NOTE, note)
        self._long = not fits(row.owner, _OWNER)
        self._owner = FieldBox("lines" if self._long else "line", f"{row.name}.owner", owner, body, row.owner)
        self._due = FieldBox("line", f"{row.name}.due", due, body, row.due)
        self._comment = FieldBox("lines", f"{row.name}.comment", comment, body, row.comment)

    def height_for(self, width: float) -> float:
        room = self._words_width(width)
        words = self._text.height_for(room) + self._note.height_for(room)
        return max(words, 2 * LINE + 3) + 2 * _PAD

    def draw_at(self, canvas: TaggedCanvas, top: float, width: float, high: float) -> None:
        draw_rule(canvas, 0, top - high, width, styles.ROW_RULE, 0.8)
        upper, lower = top - _PAD - 1, top - high + _PAD
        self._code.draw_at(canvas, -4, upper - TICK, TICK + 8)
        self._tick.draw_at(canvas, 0, upper - TICK, TICK, TICK)
        room = self._words_width(width)
        self._text.draw_at(canvas, _INDENT, top - _PAD, room)
        roomy = self._text.height + self._roomy.height_for(room) <= high - 2 * _PAD
        (self._roomy if roomy else self._note).draw_at(canvas, _INDENT, top - _PAD - self._text.height, room)
        left = width - FIELDS_WIDTH
        line = _TWO_LINES if self._long and upper - lower >= _TWO_LINES + 3 + LINE else LINE
        self._owner.draw_at(canvas, left, upper - line, _OWNER, line)
        self._due.draw_at(canvas, width - DUE_WIDTH, upper - line, DUE_WIDTH, line)
        self._comment.draw_at(canvas, left, lower, FIELDS_WIDTH, upper - line - 3 - lower)

    def _words_width(self, width: float) -> float:
        return width - _INDENT - FIELDS_WIDTH - GAP


@dataclass(frozen=True, slots=True)
class Labelled:
    """A field under its `label`; `share` is that of the width of its row, `tip` says the same where it stands alone."""

    label: str
    name: str
    tip: str
    share: float = 1
    choices: tuple[str, ...] = ()


class LabelledFields(Piece):
    """Fields beside each other, each under its label; `high` ones are for several lines.

    With a `tick`, a box stands before them that says what is ticked.
    """

    def __init__(self, fields: Sequence[Labelled], high: float = LINE + 3, tick: Labelled | None = None) -> None:
        super().__init__(after=8)
        kind: FieldKind = "lines" if high > LINE * 1.5 else "line"
        node = Node("Div")
        self._high = high
        self._tick = FieldBox("tick", tick.name, tick.tip, node) if tick else None
        self._fields = []
        for field in fields:
            label = TextBlock(field.label, styles.FIELD_LABEL, node.add("P"))
            box = FieldBox("choice" if field.choices else kind, field.name, field.tip, node, "", field.choices)
            self._fields.append((label, box, field.share))

    def height_for(self, width: float) -> float:
        """A line of labels and the fields."""
        return self._labels_height(width) + self._high

    def draw(self) -> None:
        """From left to right: label, then field."""
        canvas, left = self.canv, 0.0
        if self._tick:
            self._tick.draw_at(canvas, 0, (self._high - TICK) / 2, TICK, TICK)
            left = _INDENT
        for (label, box, _), wide in zip(self._fields, self._widths(self.width), strict=True):
            label.draw_at(canvas, left, self.height, wide)
            box.draw_at(canvas, left, 0, wide, self._high)
            left += wide + GAP

    def _labels_height(self, width: float) -> float:
        pairs = zip(self._fields, self._widths(width), strict=True)
        return max(label.height_for(wide) for (label, _, _), wide in pairs) + 1

    def _widths(self, width: float) -> list[float]:
        room = width - GAP * (len(self._fields) - 1) - (_INDENT if self._tick else 0)
        whole = sum(share for _, _, share in self._fields)
        return [room * share / whole for _, _, share in self._fields]
