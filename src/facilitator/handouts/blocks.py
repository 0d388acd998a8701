"""Blocks of text: paragraphs, headings, list items, links, lines of the contents."""

from dataclasses import replace
from typing import Self

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable

from facilitator.content import typeface
from facilitator.handouts import text as words_of_people
from facilitator.handouts.piece import Piece
from facilitator.handouts.styles import (
    ACCENT,
    BODY,
    HEADINGS,
    PROGRESS,
    RULE,
    SECTION,
    TITLE,
    TextStyle,
)
from facilitator.handouts.tagging import Node, TaggedCanvas

UNSPLIT = 160.0
"""Headings and lines of the contents lower than this stay whole, whatever room is left on a page."""
_BOOKMARK_LIMIT = 120


class TextBlock(Piece):
    """Literal text in one style; it splits between lines, and both halves are one element."""

    def __init__(self, text: str, style: TextStyle, node: Node | None = None) -> None:
        super().__init__(style.before, style.after)
        self.text = words_of_people.drawable(text)
        self.style = style
        self.node = node or Node("P")
        self.first = True  # not what is left over from the page before
        self._left: tuple[str, ...] | None = None  # the lines of a half, for the width at which it was split

    def column(self, width: float) -> tuple[float, float]:
        """Where the text stands in a block of that width: its left edge and its own width."""
        return 0, width

    def lines(self, width: float) -> tuple[str, ...]:
        """The text broken into lines for a block of that width."""
        if self._left is not None:
            return self._left
        style = self.style
        _, wide = self.column(width)
        return words_of_people.lines(self.text, style.size, wide, bold=style.bold, italic=style.italic)

    def height_for(self, width: float) -> float:
        """One leading a line."""
        return len(self.lines(width)) * self.style.leading

    def least_height(self, width: float) -> float:
        """Two lines."""
        return min(len(self.lines(width)), 2) * self.style.leading

    def split(self, available_width: float, available_height: float) -> list[Self]:
        """Two blocks, the first as high as there is room for; none when only a line or less fits."""
        lines = self.lines(available_width)
        fitting = int(available_height / self.style.leading + 1e-6)
        if len(lines) - fitting == 1 and fitting > 2:
            fitting -= 1
        if fitting < 2 or len(lines) <= 2:
            return []
        return [self.part(lines[:fitting], last=False), self.part(lines[fitting:], first=False)]

    def part(self, lines: tuple[str, ...], *, first: bool = True, last: bool = True) -> Self:
        """The same element with some of its lines only, at the width for which they were broken."""
        half = self.copied()
        half._left = lines
        half.first = self.first and first
        half.spaceBefore = self.spaceBefore if first else 0
        half.spaceAfter = self.spaceAfter if last else 0
        return half

    def draw(self) -> None:
        """All lines, as one marked piece."""
        self.draw_text(self.height)

    def draw_text(self, top: float) -> None:
        """Set the lines below `top`."""
        lines = self.lines(self.width)
        left, wide = self.column(self.width)
        if lines:
            with self.canv.mark(self.node):
                draw_lines(self.canv, lines, self.style, left, top, wide)

    def draw_at(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw as part of another piece, `width` wide below `top`, the origin being that piece's."""
        self.canv, self.width = canvas, width
        self.height = self.height_for(width)
        canvas.saveState()
        canvas.translate(x, top - self.height)
        self.draw()
        canvas.restoreState()


class Heading(TextBlock):
    """A heading of level 1 to 3, also a bookmark, in the look of its level unless `style` says otherwise.

    What looks like a section has a hairline and a `note` at its right.
    """

    stays_with_next = True

    def __init__(self, text: str, level: int, note: str = "", style: TextStyle | None = None) -> None:
        self.level = min(max(level, 1), len(HEADINGS))
        super().__init__(text, style or HEADINGS[self.level - 1])
        self.note = TextBlock(note, PROGRESS) if note else None
        self._foot = 6.0 if self.style is SECTION else 0.0

    def column(self, width: float) -> tuple[float, float]:
        """The heading left of its note."""
        return 0, width - self._note_width(width)

    def height_for(self, width: float) -> float:
        """The lines and the hairline below them."""
        return super().height_for(width) + self._foot

    def least_height(self, width: float) -> float:
        """All of it."""
        return self.height_for(width)

    def split(self, available_width: float, available_height: float) -> list[Self]:
        """Only a heading of very many lines is split."""
        if self.height_for(available_width) < UNSPLIT:
            return []
        return super().split(available_width, available_height - self._foot)

    def draw(self) -> None:
        """The text with its bookmark, the note, the hairline."""
        if self.first and self.text:
            self.node.tag = add_bookmark(self.canv, self.text, self.level, self.height)
        self.draw_text(self.height)
        if self.note and self.first:
            wide = self._note_width(self.width)
            self.note.draw_at(self.canv, self.width - wide, self.height, wide)
        if self.style is SECTION:
            draw_rule(self.canv, 0, 0, self.width, RULE, 1.2)

    def _note_width(self, width: float) -> float:
        if not self.note:
            return 0
        needed = typeface.width(self.note.text, PROGRESS.size, bold=PROGRESS.bold)
        return min(needed + 18, width / 2)


class Label(TextBlock):
    """A small line above what it names, which stays with it; no heading, so that lists of those stay short."""

    stays_with_next = True


class PageTitle(Heading):
    """A heading of level 2 in the look of a title, listed among the contents."""

    def __init__(self, text: str) -> None:
        super().__init__(text, 2, style=TITLE)


class ListItem(TextBlock):
    """One item of a bulleted list, with a drawn bullet; `node` is its LI."""

    INDENT = 14.0

    def __init__(self, text: str, node: Node, *, last: bool, style: TextStyle = BODY) -> None:
        self.label = node.add("Lbl")
        super().__init__(text, replace(style, after=9 if last else 3), node.add("LBody"))

    def column(self, width: float) -> tuple[float, float]:
        """The text right of the bullet."""
        return self.INDENT, width - self.INDENT

    def draw(self) -> None:
        """The bullet, then the text."""
        if self.first and self.text:
            with self.canv.mark(self.label):
                style = self.style
                ascent, descent = typeface.ascent(style.size), typeface.descent(style.size)
                baseline = self.height - (style.leading - ascent - descent) / 2 - ascent
                self.canv.setFillColor(self.canv.ink(ACCENT))
                draw_line(self.canv, "•", style, 2, baseline)
        self.draw_text(self.height)


class RunningLine(TextBlock):
    """A line that may head many pages, as the name of a board does: it is read aloud where it stands first."""

    def draw(self) -> None:
        """All lines, as page furniture when they were read on an earlier page."""
        if self.canv.is_new(self.text):
            super().draw()
            return
        with self.canv.repeated():
            super().draw()


class NewPage(Flowable):  # type: ignore[misc]  # ReportLab publishes no types
    """Says that what follows begins a new page, on its side if `wide`; the pack turns it into a page break."""

    def __init__(self, *, wide: bool = False) -> None:
        super().__init__()
        self.wide = wide


class LinkLine(TextBlock):
    """A paragraph that links to `address`, or to "#name" in this file; `end` stands at the right."""

    def __init__(self, text: str, address: str, style: TextStyle = BODY, end: str = "") -> None:
        paragraph = Node("P")
        super().__init__(text, style, paragraph.add("Link"))
        self.address = address
        self.end = end

    def column(self, width: float) -> tuple[float, float]:
        """The label left of `end`."""
        return 0, width - (40 if self.end else 0)

    def draw(self) -> None:
        """The label and the box that can be clicked; a label alone where that would lead to a page left out."""
        if not self.canv.kept.leads(self.address):
            self.node.tag = "Span"
        self.draw_text(self.height)
        if self.text:
            self.canv.link(self.node, (0, 0, self.width, self.height), self.text, to=self.address)

    def draw_text(self, top: float) -> None:
        """The label and, on its first line, `end`."""
        super().draw_text(top)
        if self.end:
            style = replace(self.style, align="end", bold=True, colour=ACCENT)
            with self.canv.mark(self.node):
                draw_lines(self.canv, (self.end,), style, 0, top, self.width)


def draw_lines(
    canvas: TaggedCanvas, lines: tuple[str, ...], style: TextStyle, x: float, top: float, width: float
) -> None:
    """Set lines below `top`; the space that may end a line sticks out."""
    ascent, descent = typeface.ascent(style.size), typeface.descent(style.size)
    baseline = top - (style.leading - ascent - descent) / 2 - ascent
    canvas.setFillColor(canvas.ink(style.colour))
    for line in lines:
        spare = width - typeface.width(line.rstrip(" "), style.size, bold=style.bold, italic=style.italic)
        shift = {"start": 0.0, "middle": spare / 2, "end": spare}[style.align]
        draw_line(canvas, line, style, x + shift, baseline)
        baseline -= style.leading


def draw_line(canvas: TaggedCanvas, line: str, style: TextStyle, x: float, baseline: float) -> None:
    """Set one line from `x` on in the current fill colour, each run in the face that has its characters."""
    pen = canvas.beginText(x, baseline)
    for run in words_of_people.runs(line, bold=style.bold, italic=style.italic):
        pen.setFont(run.font, style.size)
        pen.textOut(run.text)
    canvas.drawText(pen)
    canvas.note_line(line, x, baseline, style.size)


def add_bookmark(canvas: TaggedCanvas, text: str, level: int, top: float) -> str:
    """Note a heading for the bookmarks, `top` above the origin; returns its tag.

    A level is never more than one below the heading before it.
    """
    canvas.headed.add(canvas.page)
    if not canvas.is_kept:
        return f"H{level}"
    level = min(level, canvas.heading_level + 1)
    canvas.heading_level = level
    canvas.headings += 1
    name = f"heading-{canvas.headings}"
    _, height = canvas.absolutePosition(0, top)
    canvas.bookmarkHorizontalAbsolute(name, height + 6)
    canvas.addOutlineEntry(words_of_people.plain(text)[:_BOOKMARK_LIMIT], name, level - 1)
    return f"H{level}"


def draw_rule(canvas: TaggedCanvas, x: float, y: float, right: float, colour: str, thick: float) -> None:
    """A horizontal rule, as an artifact."""
    with canvas.artifact():
        canvas.setStrokeColor(HexColor(colour))
        canvas.setLineWidth(thick)
        canvas.line(x, y, right, y)
