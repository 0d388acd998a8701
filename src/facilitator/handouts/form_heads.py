"""Heads of pages to fill in, and how far something is: badges, bars, lines of an overview."""

from dataclasses import dataclass, replace

from reportlab.lib.colors import HexColor

from facilitator.content import typeface
from facilitator.content.theme import contrast
from facilitator.handouts import styles
from facilitator.handouts.blocks import Heading, TextBlock, draw_line, draw_rule
from facilitator.handouts.piece import Piece
from facilitator.handouts.styles import TextStyle
from facilitator.handouts.tagging import Node, TaggedCanvas

FIELDS_WIDTH = 168.0
"""The column of fields at the right of a page to fill in."""
DUE_WIDTH = 64.0
"""A field for a day, at the right end of that column."""
GAP = 10.0
"""Between text and fields, and between fields under labels."""
_BADGE = 34.0
_BAR, _BAR_WIDE = 6.0, 118.0


@dataclass(frozen=True, slots=True)
class Progress:
    """How far something is: a number in a coloured badge, and a bar below what it `says`."""

    number: int
    colour: str
    done: int
    count: int
    says: str


class PageHead(Piece):
    """The head of a page to fill in: a heading of level 2 with a badge, a line, what the fields at the right are.

    `labels` stand above the fields of `FormRows`: who, by when, and below them the comment.
    """

    def __init__(self, title: str, line: str, labels: tuple[str, str, str], progress: Progress | None = None) -> None:
        super().__init__(after=4)
        self._title = Heading(title, 2, style=styles.FORM_TITLE)
        self._line = TextBlock(line, replace(styles.BODY, colour="#3A4651"))
        self._labels = tuple(TextBlock(label, styles.FIELD_LABEL) for label in labels)
        self._progress = progress
        self._says = TextBlock(progress.says, styles.PROGRESS) if progress else None

    def height_for(self, width: float) -> float:
        """Title and line, or progress and labels."""
        left = self._title.height_for(self._title_width(width)) + self._line.height_for(self._text_width(width))
        return max(left, 27 + 2 * styles.FIELD_LABEL.leading) + 5

    def draw(self) -> None:
        """Badge, title, line, progress, labels, a rule below."""
        canvas, indent = self.canv, self._indent()
        if self._progress:
            with canvas.artifact():
                draw_badge(canvas, self._progress, 0, self.height - _BADGE + 1)
        self._title.draw_at(canvas, indent, self.height + 2, self._title_width(self.width))
        self._line.draw_at(canvas, indent, self.height - self._title.height, self._text_width(self.width))
        left, labels = self.width - FIELDS_WIDTH, 5 + 2 * styles.FIELD_LABEL.leading
        if self._progress and self._says:
            start = self.width - _BAR_WIDE
            self._says.draw_at(canvas, start, self.height + 3, _BAR_WIDE)
            draw_bar(canvas, self._progress, start, self.height - 20, _BAR_WIDE)
        owner, due, comment = self._labels
        owner.draw_at(canvas, left, labels, FIELDS_WIDTH - DUE_WIDTH)
        due.draw_at(canvas, self.width - DUE_WIDTH, labels, DUE_WIDTH)
        comment.draw_at(canvas, left, labels - styles.FIELD_LABEL.leading, FIELDS_WIDTH)
        draw_rule(canvas, 0, 0, self.width, self._progress.colour if self._progress else styles.RULE, 1.4)

    def _indent(self) -> float:
        return _BADGE + 10 if self._progress else 0

    def _title_width(self, width: float) -> float:
        return width - _BAR_WIDE - GAP - self._indent()

    def _text_width(self, width: float) -> float:
        return width - FIELDS_WIDTH - GAP - self._indent()


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
        return max(self._name.height_for(room) + self._about.height_for(room), _BADGE * 0.8) + 9

    def draw(self) -> None:
        """Badge, texts, bar, hairline."""
        canvas, top = self.canv, self.height - 4.5
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
        return width - _BADGE - 4 - _BAR_WIDE - GAP


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
