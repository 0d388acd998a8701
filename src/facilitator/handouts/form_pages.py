"""Pages to fill in on screen or by hand: their heads, rows with a box to tick, fields under labels."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportlab.lib.colors import HexColor

from facilitator.content import typeface
from facilitator.content.theme import contrast
from facilitator.handouts import styles
from facilitator.handouts import text as words_of_people
from facilitator.handouts.blocks import Heading, TextBlock, draw_line, draw_lines, draw_rule
from facilitator.handouts.fields import LINE, TICK, FieldBox
from facilitator.handouts.styles import TextStyle
from facilitator.handouts.tagging import Node, Piece, TaggedCanvas

_FIELDS = 168.0  # the column of fields at the right
_DUE = 64.0
_GAP = 10.0
_BETWEEN = 4.0  # from field to field
_INDENT = 28.0  # from the box to the text
_PAD = 3.5  # above and below a row
_BADGE = 34.0
_BAR, _BAR_WIDE = 6.0, 118.0
_MOST = 42.0  # what a row may get of the room that is left on a page
_LEAST_COMMENT = LINE


@dataclass(frozen=True, slots=True)
class Progress:
    """How far something is: a number in a coloured badge, and a bar below what it `says`."""

    number: int
    colour: str
    done: int
    count: int
    says: str


class RunIn(TextBlock):
    """A paragraph that begins with a word or two in bold; without them it is like any other."""

    def __init__(self, head: str, text: str, style: TextStyle, node: Node) -> None:
        super().__init__(text, style, node)
        self._head = words_of_people.drawable(head)

    def lines(self, width: float) -> tuple[str, ...]:
        """The lines, the first of them short by the words in bold."""
        if not self._head:
            return super().lines(width)
        style, room = self.style, width - self._indent()
        first = words_of_people.lines(self.text, style.size, room)[:1] if self.text else ("",)
        rest = self.text[len(first[0]) :].lstrip(" ")
        return first + words_of_people.lines(rest, style.size, width)

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


class PageHead(Piece):
    """The head of a page to fill in: a heading of level 2 with a badge, a line, what the fields at the right are.

    `labels` stand above the fields of `FormRows`: who, by when, and below them the comment.
    """

    def __init__(self, title: str, line: str, labels: tuple[str, str, str], progress: Progress | None = None) -> None:
        super().__init__(after=4)
        self._title = Heading(title, 2, style=styles.TITLE)
        self._line = TextBlock(line, replace(styles.BODY, colour="#3A4651"))
        self._labels = tuple(TextBlock(label, styles.FIELD_LABEL) for label in labels)
        self._progress = progress
        self._says = TextBlock(progress.says, styles.PROGRESS) if progress else None

    def height_for(self, width: float) -> float:
        """Title and line, or progress and labels."""
        text = self._text_width(width)
        left = self._title.height_for(text) + self._line.height_for(text)
        return max(left, 27 + 2 * styles.FIELD_LABEL.leading) + 5

    def draw(self) -> None:
        """Badge, title, line, progress, labels, a rule below."""
        canvas, text, indent = self.canv, self._text_width(self.width), self._indent()
        if self._progress:
            with canvas.artifact():
                draw_badge(canvas, self._progress, 0, self.height - _BADGE + 1)
        self._title.draw_at(canvas, indent, self.height + 2, text)
        self._line.draw_at(canvas, indent, self.height - self._title.height, text)
        left, labels = self.width - _FIELDS, 5 + 2 * styles.FIELD_LABEL.leading
        if self._progress and self._says:
            self._says.draw_at(canvas, left, self.height + 3, _FIELDS)
            draw_bar(canvas, self._progress, left, self.height - 20, _FIELDS)
        owner, due, comment = self._labels
        owner.draw_at(canvas, left, labels, _FIELDS - _DUE)
        due.draw_at(canvas, self.width - _DUE, labels, _DUE)
        comment.draw_at(canvas, left, labels - styles.FIELD_LABEL.leading, _FIELDS)
        draw_rule(canvas, 0, 0, self.width, self._progress.colour if self._progress else styles.RULE, 1.4)

    def _indent(self) -> float:
        return _BADGE + 10 if self._progress else 0

    def _text_width(self, width: float) -> float:
        return width - _FIELDS - _GAP - self._indent()


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row as it is printed, every word in its language; `tips` say what belongs into its four fields.

    `name` begins the names of its fields: "v1" makes "v1.done", "v1.owner", "v1.due" and "v1.comment".
    """

    name: str
    code: str
    text: str
    note: str
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
        self._note = RunIn(row.state, row.note, styles.ROW_NOTE, body.add("P"))
        self._owner = FieldBox("line", f"{row.name}.owner", owner, body, row.owner)
        self._due = FieldBox("line", f"{row.name}.due", due, body, row.due)
        self._comment = FieldBox("lines", f"{row.name}.comment", comment, body, row.comment)

    def height_for(self, width: float) -> float:
        room = self._words_width(width)
        words = self._text.height_for(room) + self._note.height_for(room)
        return max(words, LINE + 3 + _LEAST_COMMENT) + 2 * _PAD

    def draw_at(self, canvas: TaggedCanvas, top: float, width: float, high: float) -> None:
        draw_rule(canvas, 0, top - high, width, styles.ROW_RULE, 0.8)
        upper, lower = top - _PAD - 1, top - high + _PAD
        self._code.draw_at(canvas, -4, upper - TICK, TICK + 8)
        self._tick.draw_at(canvas, 0, upper - TICK, TICK, TICK)
        room = self._words_width(width)
        self._text.draw_at(canvas, _INDENT, top - _PAD, room)
        self._note.draw_at(canvas, _INDENT, top - _PAD - self._text.height, room)
        left = width - _FIELDS
        self._owner.draw_at(canvas, left, upper - LINE, _FIELDS - _DUE - _BETWEEN, LINE)
        self._due.draw_at(canvas, width - _DUE, upper - LINE, _DUE, LINE)
        self._comment.draw_at(canvas, left, lower, _FIELDS, upper - LINE - 3 - lower)

    def _words_width(self, width: float) -> float:
        return width - _INDENT - _FIELDS - _GAP


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
        kind = "lines" if high > LINE * 2 else "line"
        node = Node("Div")
        self._high = high
        self._tick = FieldBox("tick", tick.name, tick.tip, node) if tick else None
        self._fields = []
        for field in fields:
            label = TextBlock(field.label, styles.FIELD_LABEL, node.add("P"))
            sort = "choice" if field.choices else kind
            box = FieldBox(sort, field.name, field.tip, node, "", field.choices)  # type: ignore[arg-type]
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
            left += wide + _GAP

    def _labels_height(self, width: float) -> float:
        pairs = zip(self._fields, self._widths(width), strict=True)
        return max(label.height_for(wide) for (label, _, _), wide in pairs) + 1

    def _widths(self, width: float) -> list[float]:
        room = width - _GAP * (len(self._fields) - 1) - (_INDENT if self._tick else 0)
        whole = sum(share for _, _, share in self._fields)
        return [room * share / whole for _, _, share in self._fields]


class ProgressRow(Piece):
    """A line of an overview: badge, name and what it is about, at the right how far it is."""

    def __init__(self, name: str, about: str, progress: Progress, *, last: bool) -> None:
        super().__init__(after=10 if last else 0)
        item = Node("P")
        self._name = TextBlock(name, styles.ROW_TEXT, item)
        self._about = TextBlock(about, styles.ROW_NOTE)
        self._says = TextBlock(progress.says, replace(styles.PROGRESS, leading=14))
        self._progress = progress

    def height_for(self, width: float) -> float:
        """Name and line with air around."""
        room = self._room(width)
        return max(self._name.height_for(room) + self._about.height_for(room), _BADGE * 0.8) + 12

    def draw(self) -> None:
        """Badge, texts, bar, hairline."""
        canvas, top = self.canv, self.height - 6
        with canvas.artifact():
            draw_badge(canvas, self._progress, 0, top - _BADGE * 0.8, _BADGE * 0.8)
        room = self._room(self.width)
        self._name.draw_at(canvas, _BADGE + 4, top, room)
        self._about.draw_at(canvas, _BADGE + 4, top - self._name.height, room)
        left = self.width - _BAR_WIDE
        self._says.draw_at(canvas, left, top, _BAR_WIDE)
        draw_bar(canvas, self._progress, left, top - 22, _BAR_WIDE)
        draw_rule(canvas, 0, 0, self.width, styles.ROW_RULE, 0.8)

    def _room(self, width: float) -> float:
        return width - _BADGE - 4 - _BAR_WIDE - _GAP


def draw_badge(canvas: TaggedCanvas, progress: Progress, x: float, y: float, side: float = _BADGE) -> None:
    """A coloured square with the number, to be drawn inside an artifact."""
    canvas.setFillColor(HexColor(progress.colour))
    canvas.roundRect(x, y, side, side, side / 6, stroke=0, fill=1)
    ink = max(("#FFFFFF", styles.INK), key=lambda each: contrast(each, progress.colour))
    canvas.setFillColor(HexColor(ink))
    size, number = side * 0.58, str(progress.number)
    left = x + (side - typeface.width(number, size, bold=True)) / 2
    draw_line(canvas, number, TextStyle(size, size, bold=True), left, y + side * 0.31)


def draw_bar(canvas: TaggedCanvas, progress: Progress, x: float, y: float, width: float) -> None:
    """A bar that is filled as far as things are done; its words stand elsewhere."""
    with canvas.artifact():
        canvas.setFillColor(HexColor(styles.RULE))
        canvas.roundRect(x, y, width, _BAR, _BAR / 2, stroke=0, fill=1)
        if progress.done:
            canvas.setFillColor(HexColor(progress.colour))
            share = progress.done / progress.count
            canvas.roundRect(x, y, max(width * share, _BAR), _BAR, _BAR / 2, stroke=0, fill=1)
