"""A certificate: one page on its side in a frame, to be printed or kept; words and numbers say all that it tells."""

import math
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable

from facilitator.content.words import Words
from facilitator.domain.certificate_view import CertificateView
from facilitator.handouts import kit
from facilitator.handouts.blocks import Heading, ListItem, TextBlock, draw_rule
from facilitator.handouts.cells import Stack
from facilitator.handouts.logo import LogoBlock
from facilitator.handouts.piece import Piece
from facilitator.handouts.seals import draw_seal
from facilitator.handouts.styles import ACCENT, HEADING, INK, QUIET, RULE, TINT, TextStyle
from facilitator.handouts.tagging import Node, TaggedCanvas

MOST_OBJECTIVES = 5
_SCALES = (1.0, 0.93, 0.86, 0.8, 0.74)
"""How much smaller everything may be set to stay on one page; the smallest letters are still 8 points high."""

_EDGE, _PAD = 7.0, 30.0  # between the two lines of the frame; inside it
_SEAL = 62.0
_WIDEST_LOGO = 170.0
_FACTS_WIDTH, _GAP = 212.0, 30.0
_PANEL = 14.0
_BELOW_HEAD = 14.0
_ABOVE = 10.0  # a heading in a column
_SIGNATURE = 40.0  # room to sign by hand
_SIGNATURE_WIDTH = 260.0

_ISSUER = TextStyle(12, 16, colour=ACCENT, bold=True, after=8)
_TITLE = TextStyle(27, 33, colour=HEADING, bold=True, after=10)
_SMALL = TextStyle(11, 15, colour=QUIET, after=3)
_LEARNER = TextStyle(29, 36, colour=INK, bold=True, after=7)
_LEARNER_SIZES = (29.0, 25.0, 21.5)
_LONG_LEARNER = replace(_LEARNER, size=18.0, leading=22.5)
_PROGRAM = TextStyle(16, 21, colour=INK, bold=True, after=4)
_LINE = TextStyle(11, 15, colour=INK, after=3)
_LABEL = TextStyle(11, 14, colour=HEADING, bold=True, after=4)
_ITEM = TextStyle(11, 14.5, colour=INK)
_FACT = TextStyle(11, 14, colour=QUIET, after=0)
_VALUE = TextStyle(12, 16, colour=INK, bold=True, after=6)
_FOOT = TextStyle(11, 14, colour=QUIET)


def certificate_pages(view: CertificateView, words: Words, logo: bytes = b"", logo_text: str = "") -> list[Flowable]:
    """The page of one certificate, in the language of `words`, with the issuer's logo, else with a seal.

    What is too long for a page in the smallest letters goes on over pages, without a frame.
    """
    mark = LogoBlock(logo, logo_text, _WIDEST_LOGO, _SEAL) if logo else None
    return [kit.new_page(wide=True), CertificateBlock(view, words, mark)]


def told_dates(begins: date | None, ends: date | None, words: Words) -> str:
    """From when to when, as far as known."""
    if begins and ends:
        return words("learning.from_to", begins=words.date(begins), ends=words.date(ends))
    if begins:
        return words("learning.since", begins=words.date(begins))
    return words("learning.until", ends=words.date(ends)) if ends else ""


def told_badges(view: CertificateView, words: Words) -> str:
    """How many badges of each level: "3 Gold · 2 Silver"; "" where there are none."""
    counts = {"gold": view.gold, "silver": view.silver, "bronze": view.bronze}
    return " · ".join(words(f"learning.badges_{name}", count=count) for name, count in counts.items() if count)


def told_facts(view: CertificateView, words: Words) -> list[tuple[str, str]]:
    """What was done, each as a name and what is said; without those that are blank."""
    what = "sessions" if view.of_sessions else "lessons"
    done = words("learning.fact_of", done=words.number(view.lessons_done), whole=view.lessons)
    hours = words("learning.hours", count=view.hours, hours=words.number(view.hours)) if view.hours else ""
    facts = (
        (f"fact_{what}", done if view.lessons else ""),
        ("fact_badges", told_badges(view, words)),
        ("fact_hours", hours),
        ("fact_issued", words.date(view.issued_on)),
        ("fact_number", view.number),
        ("fact_check", view.check_code),
        ("fact_language", words("learning.language")),
    )
    return [(words(f"learning.{key}"), text) for key, text in facts if text.strip()]


class _Spaced(Heading):
    """A heading with air above it that belongs to its own height."""

    def height_for(self, width: float) -> float:
        return super().height_for(width) + _ABOVE

    def draw_text(self, top: float) -> None:
        super().draw_text(top - _ABOVE)


class CertificateBlock(Piece):
    """Who is certified what by whom on the left, beside it what was done, below it who signs; in a double frame."""

    def __init__(self, view: CertificateView, words: Words, logo: LogoBlock | None) -> None:
        super().__init__()
        self._view, self._words, self._logo = view, words, logo
        self._set(1.0)

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """As high as there is room, in the largest letters with which all of it fits."""
        for scale in _SCALES:
            self._set(scale, _left_width(available_width))
            if self.height_for(available_width) <= available_height:
                break
        needed = self.height_for(available_width)
        self.width, self.height = available_width, max(needed, available_height - 1)
        return self.width, self.height

    def height_for(self, width: float) -> float:
        """The head above the higher of the columns, the signature, the margins inside the frame."""
        inner = width - 2 * (_EDGE + _PAD)
        columns = max(
            self._left.height_for(_left_width(width)),
            self._facts.height_for(_FACTS_WIDTH - 2 * _PANEL) + 2 * _PANEL,
        )
        foot = _SIGNATURE + self._signed.height_for(_SIGNATURE_WIDTH)
        return (
            2 * (_EDGE + _PAD)
            + self._head_height(width)
            + columns
            + _GAP / 2
            + max(foot, self._licence.height_for(inner / 2))
        )

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """All texts below each other where they are too long for a page."""
        if self.height_for(available_width) <= available_height:
            return []
        self._set(_SCALES[-1], available_width)
        stacks = (self._head, self._left, self._facts, self._signed, self._licence)
        texts = [block for stack in stacks for block in stack.blocks]
        return [self._logo, *texts] if self._logo else texts

    def draw(self) -> None:
        """Frame and seal as decoration, then the texts from the issuer to the signature."""
        canvas, left = self.canv, _EDGE + _PAD
        inner = self.width - 2 * left
        self._draw_frame(canvas)
        top = self.height - left
        self._draw_mark(canvas, self.width - left, top)
        self._head.draw_at(canvas, left, top, self._head_width(self.width))
        top -= self._head_height(self.width)
        self._left.draw_at(canvas, left, top, _left_width(self.width))
        panel = self._facts.height_for(_FACTS_WIDTH - 2 * _PANEL) + 2 * _PANEL
        right = self.width - left - _FACTS_WIDTH
        with canvas.artifact():
            canvas.setFillColor(HexColor(TINT))
            canvas.roundRect(right, top - panel, _FACTS_WIDTH, panel, 5, stroke=0, fill=1)
        self._facts.draw_at(canvas, right + _PANEL, top - _PANEL, _FACTS_WIDTH - 2 * _PANEL)
        signed = self._signed.height_for(_SIGNATURE_WIDTH)
        draw_rule(canvas, left, left + signed + 3, left + _SIGNATURE_WIDTH, INK, 0.8)
        self._signed.draw_at(canvas, left, left + signed, _SIGNATURE_WIDTH)
        wide = inner - _SIGNATURE_WIDTH - _GAP
        high = self._licence.height_for(wide)
        self._licence.draw_at(canvas, self.width - left - wide, left + high, wide)

    def _head_height(self, width: float) -> float:
        """Issuer and title, or the seal beside them, with the space below."""
        return max(self._head.height_for(self._head_width(width)), _SEAL) + _BELOW_HEAD

    def _head_width(self, width: float) -> float:
        return width - 2 * (_EDGE + _PAD) - (self._logo.wide if self._logo else _SEAL) - _GAP

    def _set(self, scale: float, column: float = math.inf) -> None:
        """Make all texts anew, in letters of that scale; the learner's name for a column that wide."""
        view, words = self._view, self._words
        self._head = Stack(_shown(_head(view, words), scale))
        self._left = Stack([*_shown(_certified(view, words, column / scale), scale), *_objectives(view, words, scale)])
        self._facts = Stack(_facts(view, words, scale))
        self._signed = Stack(_shown(_signed(view, words), scale))
        self._licence = Stack([_scaled(words("learning.no_licence"), replace(_FOOT, align="end"), scale)])

    def _draw_mark(self, canvas: TaggedCanvas, right: float, top: float) -> None:
        if self._logo is None:
            draw_seal(canvas, right - _SEAL / 2, top - _SEAL / 2, _SEAL / 2)
            return
        canvas.saveState()
        canvas.translate(right - self._logo.wide, top - self._logo.height_for(self._logo.wide))
        self._logo.canv = canvas
        self._logo.draw()
        canvas.restoreState()

    def _draw_frame(self, canvas: TaggedCanvas) -> None:
        with canvas.artifact():
            for inset, colour, thick in ((0.0, HEADING, 2.2), (_EDGE, RULE, 1.0)):
                canvas.setStrokeColor(canvas.ink(colour))
                canvas.setLineWidth(thick)
                canvas.rect(inset, inset, self.width - 2 * inset, self.height - 2 * inset, stroke=1, fill=0)


def _head(view: CertificateView, words: Words) -> Iterator[tuple[str, TextStyle]]:
    yield view.issuer, _ISSUER
    yield words(f"learning.sort_{view.sort}"), _TITLE


def _left_width(width: float) -> float:
    return width - 2 * (_EDGE + _PAD) - _FACTS_WIDTH - _GAP


def _certified(view: CertificateView, words: Words, column: float) -> Iterator[tuple[str, TextStyle]]:
    yield words("learning.awarded"), _SMALL
    yield view.learner, _fitted(view.learner, column)
    yield words(f"learning.took_part_{view.sort}"), _SMALL
    yield view.program, _PROGRAM
    track = words("learning.track", track=view.track) if view.track else ""
    yield " · ".join(filter(None, (view.cohort, track))), _LINE
    yield told_dates(view.begins_on, view.ends_on, words), _LINE
    if view.partners:
        yield words("learning.credit", credit=words.list(view.partners)), _SMALL


def _fitted(learner: str, column: float) -> TextStyle:
    """How a name is set in a column: a long one in smaller letters, so that it takes two lines rather than three."""
    smaller = (replace(_LEARNER, size=size, leading=size * 1.24) for size in _LEARNER_SIZES)
    return next((style for style in smaller if len(TextBlock(learner, style).lines(column)) <= 2), _LONG_LEARNER)


def _signed(view: CertificateView, words: Words) -> Iterator[tuple[str, TextStyle]]:
    yield view.signatory or words("learning.signature"), replace(_LINE, bold=bool(view.signatory))
    yield view.role, _FOOT


def _objectives(view: CertificateView, words: Words, scale: float) -> list[TextBlock]:
    """A heading and a list, or nothing; the heading holds the air above itself, which a stack would leave out."""
    shown = [text for text in view.objectives if text.strip()][:MOST_OBJECTIVES]
    if not shown:
        return []
    node, style = Node("L"), replace(_at(_ITEM, scale), after=2)
    items = [ListItem(text, node.add("LI"), last=n == len(shown), style=style) for n, text in enumerate(shown, 1)]
    return [_Spaced(words("learning.objectives_met"), 2, style=_at(_LABEL, scale)), *items]


def _facts(view: CertificateView, words: Words, scale: float) -> list[TextBlock]:
    node = Node("L")
    blocks: list[TextBlock] = []
    for name, value in told_facts(view, words):
        item = node.add("LI")
        blocks.append(TextBlock(name, _at(_FACT, scale), item.add("Lbl")))
        blocks.append(TextBlock(value, _at(_VALUE, scale), item.add("LBody")))
    return blocks


def _shown(texts: Iterator[tuple[str, TextStyle]], scale: float) -> list[TextBlock]:
    return [_scaled(text, style, scale) for text, style in texts if text.strip()]


def _scaled(text: str, style: TextStyle, scale: float) -> TextBlock:
    set_in = _at(style, scale)
    return Heading(text, 1, style=set_in) if style is _TITLE else TextBlock(text, set_in)


def _at(style: TextStyle, scale: float) -> TextStyle:
    return replace(style, size=style.size * scale, leading=style.leading * scale, after=style.after * scale)
