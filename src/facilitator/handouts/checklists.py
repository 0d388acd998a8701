"""Checklist items: a tick box, what is to be in place, its evidence, and boxes for who and by when."""

from dataclasses import dataclass, replace
from typing import Literal, Self

from reportlab.lib.colors import HexColor

from facilitator.handouts.blocks import TextBlock, draw_rule
from facilitator.handouts.piece import Piece
from facilitator.handouts.styles import (
    ACCENT,
    BOX_EDGE,
    BOXED,
    EVIDENCE,
    ITEM,
    PROMPT,
    QUIET,
    ROW_RULE,
    TINT,
)
from facilitator.handouts.tagging import Node

State = Literal["done", "under_way", "not_started", "not_for_us"]

_TICK = 13.0  # the side of the tick box
_INDENT = 24.0  # from the box to the text
_GAP = 10.0
_OWNER_WIDTH = 104.0
_DUE_WIDTH = 76.0
_BOX_PAD = 5.0
_PAD = 8.0  # above and below an item
_UNSPLIT = 200.0
_BOX_LIMIT = 200  # characters in a box: as many as a name may have


@dataclass(frozen=True, slots=True)
class Entry:
    """One item as it is printed, every word in its language.

    `state_word` is read aloud for the tick box. Where `owner` or `due` is "", the box shows its prompt instead and
    can be filled in by hand.
    """

    text: str
    state: State
    state_word: str
    evidence: str
    owner: str
    due: str
    owner_prompt: str
    due_prompt: str


class ChecklistItem(Piece):
    """An item with a hairline below, kept whole unless it is very high: then it goes on overleaf."""

    def __init__(self, entry: Entry, checklist: Node, *, last: bool) -> None:
        super().__init__(after=12 if last else 0)
        self.entry = entry
        self.first, self._ruled = True, True
        item = checklist.add("LI")
        self._label = item.add("Lbl", alt=entry.state_word)
        body = item.add("LBody")
        not_for_us = entry.state == "not_for_us"
        self._has_boxes = not not_for_us or bool(entry.owner or entry.due)  # nobody need do what is not for us
        self._text = TextBlock(entry.text, replace(ITEM, colour=QUIET) if not_for_us else ITEM, body.add("P"))
        self._evidence = TextBlock(entry.evidence, EVIDENCE, body.add("P"))
        self._owner = _boxed(entry.owner, entry.owner_prompt, body.add("P"))
        self._due = _boxed(entry.due, entry.due_prompt, body.add("P"))

    def height_for(self, width: float) -> float:
        """What the text or the boxes need, whichever is more."""
        words = self._words_width(width)
        text = self._text.height_for(words) + self._evidence.height_for(words)
        return max(text, self._boxes_height() if self.first else 0) + 2 * _PAD

    def split(self, available_width: float, available_height: float) -> list[Self]:
        """Only what is very high is split, between lines of its text or evidence."""
        if self.height_for(available_width) < _UNSPLIT:
            return []
        words = self._words_width(available_width)
        room = available_height - 2 * _PAD
        if room < self._boxes_height():
            return []
        text = self._text.height_for(words)
        no_text, no_evidence = self._text.part(()), self._evidence.part(())
        if text <= room:
            above, below = self._evidence.split(words, room - text) or (no_evidence, self._evidence)
            return [self._part(self._text, above, True), self._part(no_text, below, False)]
        halves = self._text.split(words, room)
        if not halves:
            return []
        return [self._part(halves[0], no_evidence, True), self._part(halves[1], self._evidence, False)]

    def draw(self) -> None:
        """Tick box, text, evidence, boxes, hairline."""
        top = self.height - _PAD
        if self.first:
            self._draw_tick(top)
        words = self._words_width(self.width)
        self._text.draw_at(self.canv, _INDENT, top, words)
        self._evidence.draw_at(self.canv, _INDENT, top - self._text.height, words)
        if self.first and self._has_boxes:
            due = self.width - _DUE_WIDTH
            self._draw_box(self._owner, due - _GAP - _OWNER_WIDTH, top, _OWNER_WIDTH)
            self._draw_box(self._due, due, top, _DUE_WIDTH)
        if self._ruled:
            draw_rule(self.canv, 0, 0, self.width, ROW_RULE, 0.8)

    def _draw_tick(self, top: float) -> None:
        """A box with a tick, half filled, empty, or with a bar: never by colour alone."""
        canvas, state = self.canv, self.entry.state
        side, bottom = _TICK, top - _TICK - 0.5
        with canvas.mark(self._label):
            canvas.setStrokeColor(canvas.ink(QUIET if state == "not_for_us" else ACCENT))
            canvas.setFillColor(HexColor("#FFFFFF"))
            canvas.setLineWidth(1.2)
            canvas.roundRect(0.6, bottom, side, side, 2.5, stroke=1, fill=1)
            if state == "under_way":
                canvas.setFillColor(canvas.ink(ACCENT))
                canvas.rect(3, bottom + 2.4, side / 2 - 2.4, side - 4.8, stroke=0, fill=1)
            if state == "not_for_us":
                canvas.line(3.6, bottom + side / 2, side - 2.4, bottom + side / 2)
            if state == "done":
                canvas.setLineWidth(1.8)
                canvas.setLineCap(1)
                canvas.setLineJoin(1)
                tick = canvas.beginPath()
                tick.moveTo(3.7, bottom + 6.4)
                tick.lineTo(6.2, bottom + 3.6)
                tick.lineTo(10.6, bottom + 9.8)
                canvas.drawPath(tick, stroke=1, fill=0)
                canvas.setLineCap(0)
                canvas.setLineJoin(0)

    def _words_width(self, width: float) -> float:
        return width - _INDENT - _OWNER_WIDTH - _DUE_WIDTH - 2 * _GAP - 4

    def _boxes_height(self) -> float:
        owner = self._owner.height_for(_OWNER_WIDTH - 2 * _BOX_PAD)
        due = self._due.height_for(_DUE_WIDTH - 2 * _BOX_PAD)
        return max(owner, due) + 2 * _BOX_PAD - 2

    def _draw_box(self, words: TextBlock, left: float, top: float, wide: float) -> None:
        high = self._boxes_height()
        with self.canv.artifact():
            self.canv.setFillColor(HexColor(TINT))
            self.canv.setStrokeColor(HexColor(BOX_EDGE))
            self.canv.setLineWidth(0.7)
            self.canv.roundRect(left, top - high, wide, high, 2.5, stroke=1, fill=1)
        words.draw_at(self.canv, left + _BOX_PAD, top - _BOX_PAD + 1, wide - 2 * _BOX_PAD)

    def _part(self, text: TextBlock, evidence: TextBlock, first: bool) -> Self:
        part = self.copied()
        part._text, part._evidence = text, evidence
        part.first, part._ruled = self.first and first, not first
        return part


def _boxed(words: str, prompt: str, node: Node) -> TextBlock:
    if words.strip():
        return TextBlock(_cut(words), BOXED, node)
    return TextBlock(_cut(prompt), PROMPT, node)


def _cut(words: str) -> str:
    return words if len(words) <= _BOX_LIMIT else words[: _BOX_LIMIT - 1] + "…"
