"""Cards: a bordered box with a title, a line, and two columns of short lists; a very long one goes on overleaf."""

from collections.abc import Sequence
from typing import Self

from reportlab.lib.colors import HexColor

from facilitator.content import typeface
from facilitator.handouts.blocks import Heading, ListItem, TextBlock
from facilitator.handouts.cells import Stack, worth_cutting
from facilitator.handouts.piece import Piece
from facilitator.handouts.styles import ACCENT, CARD_ITEM, CARD_LABEL, CARD_LINE, CARD_TITLE, NOTE, RULE
from facilitator.handouts.tagging import Node

_PAD = 10.0
_BAR = 5.0  # the coloured edge
_GAP = 18.0  # between the columns
_LEFT_SHARE = 0.46
_BELOW_HEAD = 6.0
_UNSPLIT = 330.0  # what is lower than this stays whole, whatever room is left on a page
_TITLE_LIMIT, _LINE_LIMIT = 120, 400  # characters: the head of a card must leave room on every page
_CORNER = 5.0
_NOTE_LOWER = 3.0  # a note beside the title stands on its line

CardList = tuple[str, Sequence[str]]
"""A label and what stands below it, each with a bullet."""


class CardBlock(Piece):
    """A card as wide as the page with two labelled lists beside each other; what is blank draws nothing.

    Title, line and note are cut where they would leave no room on a page.
    """

    def __init__(self, title: str, line: str, note: str, left: CardList, right: CardList) -> None:
        super().__init__(before=2, after=10)
        self._title = Heading(title[:_TITLE_LIMIT], 3, style=CARD_TITLE)
        self._line = TextBlock(line[:_LINE_LIMIT], CARD_LINE)
        self._note = TextBlock(note[:_LINE_LIMIT], NOTE)
        self._left, self._right = _column(*left), _column(*right)
        self._first = True

    def height_for(self, width: float) -> float:
        """The head, then the higher of the columns."""
        return self._head_height(width) + self._body_height(width) + 2 * _PAD

    def least_height(self, width: float) -> float:
        """All of it, or what of it would be split off."""
        return min(self.height_for(width), _UNSPLIT)

    def split(self, available_width: float, available_height: float) -> list[Self]:
        """The head with what fits of the columns, then a card without head; none for a card that is not very long."""
        if self.height_for(available_width) < _UNSPLIT:
            return []
        room = available_height - self._head_height(available_width) - 2 * _PAD
        if not worth_cutting(room):
            return []
        one, other = self._column_widths(available_width)
        left, right = self._left.cut(one, room), self._right.cut(other, room)
        return [self._part(left[0], right[0], first=True), self._part(left[1], right[1], first=False)]

    def draw(self) -> None:
        """The box with its coloured edge, the head, the columns."""
        canvas = self.canv
        with canvas.artifact():
            canvas.setStrokeColor(HexColor(RULE))
            canvas.setFillColor(HexColor("#FFFFFF"))
            canvas.setLineWidth(0.9)
            canvas.roundRect(0, 0, self.width, self.height, _CORNER, stroke=1, fill=1)
            canvas.saveState()
            clip = canvas.beginPath()
            clip.roundRect(0, 0, self.width, self.height, _CORNER)
            canvas.clipPath(clip, stroke=0, fill=0)
            canvas.setFillColor(canvas.ink(ACCENT))
            canvas.rect(0, 0, _BAR, self.height, stroke=0, fill=1)
            canvas.restoreState()
        left, top, wide = _PAD + _BAR, self.height - _PAD, self._inner_width(self.width)
        if self._first:
            self._title.draw_at(canvas, left, top, wide)
            self._line.draw_at(canvas, left, top - self._title.height, wide)
            if self._note_beside(self.width):
                self._note.draw_at(canvas, left + wide - self._note_width, top - _NOTE_LOWER, self._note_width + 1)
            else:
                self._note.draw_at(canvas, left, top - self._title.height - self._line.height, wide)
            top -= self._head_height(self.width)
        one, other = self._column_widths(self.width)
        self._left.draw_at(canvas, left, top, one)
        self._right.draw_at(canvas, left + one + (_GAP if one else 0.0), top, other)

    def _inner_width(self, width: float) -> float:
        return width - 2 * _PAD - _BAR

    def _note_beside(self, width: float) -> bool:
        """Whether the note has room at the right of the title, with no line below that to follow."""
        title = typeface.width(self._title.text, CARD_TITLE.size, bold=CARD_TITLE.bold)
        return not self._line.text and title + _GAP + self._note_width < self._inner_width(width)

    @property
    def _note_width(self) -> float:
        return typeface.width(self._note.text, NOTE.size)

    def _column_widths(self, width: float) -> tuple[float, float]:
        """The columns' widths; the right one takes all of a card that has nothing at the left."""
        room = self._inner_width(width) - _GAP
        share = _LEFT_SHARE if self._left.blocks else 0.0
        return room * share, room * (1 - share)

    def _head_height(self, width: float) -> float:
        if not self._first:
            return 0.0
        inner = self._inner_width(width)
        head = (self._title, self._line) if self._note_beside(width) else (self._title, self._line, self._note)
        return sum(block.height_for(inner) for block in head) + _BELOW_HEAD

    def _body_height(self, width: float) -> float:
        one, other = self._column_widths(width)
        return max(self._left.height_for(one), self._right.height_for(other))

    def _part(self, left: Stack, right: Stack, *, first: bool) -> Self:
        part = self.copied()
        part._left, part._right = left, right
        part._first = self._first and first
        part.spaceBefore = self.spaceBefore if first else 0
        return part


def _column(label: str, texts: Sequence[str]) -> Stack:
    shown = [text for text in texts if text.strip()]
    node = Node("L")
    items = [
        ListItem(text, node.add("LI"), last=number == len(shown), style=CARD_ITEM)
        for number, text in enumerate(shown, 1)
    ]
    return Stack([TextBlock(label, CARD_LABEL), *items] if items else [])
