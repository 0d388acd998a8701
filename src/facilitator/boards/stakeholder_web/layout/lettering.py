"""The words of pills, hub, tabs and notes, and how much room they need. Pixels of the stage."""

import math
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from facilitator.boards.stakeholder_web.layout.styles import Style
from facilitator.content import typeface
from facilitator.content.words import Words
from facilitator.domain.language import Language
from facilitator.domain.picture import Rect

NAME_LETTERS = 60
"""Longer names are cut on the stage; lists and handouts hold them whole."""

_HUB_FLATNESS = 0.54  # height of the hub's oval to its width
TAB_PAD_X, _TAB_PAD_Y, TAB_ICON = 12.0, 7.0, 30.0
_LONGEST_WORD = 12.0  # em
_FLATNESS = 3.4  # a pill's text is about this much wider than high
_BETWEEN_MARKS = 4.0
_GROWTH = (0.0, 0.0, 2.0, 4.0, 6.0)  # by which a pill of each size is higher above and below, and wider


class Signs(NamedTuple):
    """What a pill shows besides its name: how many marks, and its size from 0 to 4 (see `size_of`).

    `patched` ones have a patch in any style.
    """

    marks: int = 0
    size: int = 0
    patched: bool = False

    @property
    def growth(self) -> float:
        """How much higher the pill is above and below than its words need, and how much wider at its end."""
        return _GROWTH[self.size]

    def width(self, style: Style) -> float:
        """What the marks take, the space before them included."""
        return self.marks * (style.mark + _BETWEEN_MARKS)


PLAIN, PATCHED = Signs(), Signs(patched=True)


@dataclass(frozen=True, slots=True)
class Label:
    """Lines of text and the size of what they stand on."""

    lines: tuple[str, ...]
    width: float
    height: float


def first_label(name: str, style: Style, signs: Signs = PLAIN) -> Label:
    """The best shape."""
    return _shape(name, style, signs, 0)


def other_labels(name: str, style: Style, signs: Signs = PLAIN) -> tuple[Label, ...]:
    """The shapes to fall back on, the better first."""
    seen = [first_label(name, style, signs)]
    for choice in (1, 2):
        label = _shape(name, style, signs, choice)
        if label not in seen:
            seen.append(label)
    return tuple(seen[1:])


def pill_labels(name: str, style: Style, signs: Signs = PLAIN) -> tuple[Label, ...]:
    """All shapes, the best first; each shows the whole `name`."""
    return (first_label(name, style, signs), *other_labels(name, style, signs))


def in_style(label: Label, style: Style, signs: Signs = PLAIN) -> Label:
    """The same lines in another style."""
    return _pill(label.lines, style, signs)


def mark_rects(rect: Rect, style: Style, signs: Signs) -> tuple[Rect, ...]:
    """The squares for the marks at the right end of a pill, left to right."""
    left = rect.right - signs.growth - style.right - signs.width(style) + _BETWEEN_MARKS
    top = rect.centre[1] - style.mark / 2
    step = style.mark + _BETWEEN_MARKS
    return tuple(Rect(left + number * step, top, style.mark, style.mark) for number in range(signs.marks))


def roughly(name: str, style: Style, signs: Signs = PLAIN) -> float:
    """About the area that a pill needs with the gap around it, without breaking lines."""
    full = typeface.width(name, style.text)
    line = typeface.line_height(style.text)
    lines = 1 if full <= style.line else max(2, round(full / math.sqrt(full * line * _FLATNESS)))
    text = full / lines * (1 if lines == 1 else 1.12)
    beside = style.before_text + style.right + signs.width(style) + signs.growth + style.gap
    return (text + beside) * (lines * line + 2 * (style.pad + signs.growth) + style.gap)


@lru_cache(maxsize=8192)
def _shape(name: str, style: Style, signs: Signs, choice: int) -> Label:
    full = typeface.width(name, style.text)
    line = typeface.line_height(style.text)
    compact = math.sqrt(full * line * _FLATNESS)
    limit = compact * (1.1, 1.7, 0.75)[choice]
    if full <= style.line:
        limit = compact * 0.8 if choice else full
    least = min(_longest_word(name, style.text), _LONGEST_WORD * style.text)  # only a longer word is broken
    return _pill(typeface.wrap(name, style.text, max(limit, least)) or (name,), style, signs)


def _longest_word(name: str, size: float) -> float:
    return max(_word_widths(name, size), default=0.0)


def _word_widths(name: str, size: float) -> Iterator[float]:
    return (typeface.width(word, size) for word in name.split())


def _pill(lines: tuple[str, ...], style: Style, signs: Signs) -> Label:
    text = max(typeface.width(line, style.text) for line in lines)
    inner = len(lines) * typeface.line_height(style.text) + 2 * style.pad
    patched = style.patched or signs.patched
    if patched:
        inner = max(inner, style.patch + 2 * style.inset)
    width = style.indent(patched=patched) + text + signs.width(style) + style.right + signs.growth
    return Label(lines, snapped(width, style.snap), snapped(inner + 2 * signs.growth, style.snap))


def snapped(size: float, snap: float = 8.0) -> float:
    """The next larger multiple of `snap`; of 8, so that edges come to lie on the cells of `ground`."""
    return snap * math.ceil(size / snap)


def shortened(name: str) -> str:
    """The name as the stage shows it: at most NAME_LETTERS characters, the last one "…" where something is cut."""
    if len(name) <= NAME_LETTERS:
        return name
    end = NAME_LETTERS - 1
    while end > 1 and unicodedata.category(name[end])[0] == "M":  # rather no letter than one without its marks
        end -= 1
    return name[:end].rstrip() + "…"


def narrowed(name: str, size: float, width: float) -> str:
    """As much of the name as `width` pixels hold in one line, "…" at the end where something is cut."""
    return typeface.wrap(name, size, width, max_lines=1)[0]


@lru_cache(maxsize=256)
def tab_label(name: str, style: Style, width: float) -> Label:
    """A category's tab: its icon and its name in lines of that width."""
    size = style.tab_text
    lines = typeface.wrap(name, size, width, bold=True)
    text = max(typeface.width(line, size, bold=True) for line in lines)
    height = len(lines) * typeface.line_height(size) + 2 * _TAB_PAD_Y
    return Label(lines, snapped(text + 2 * TAB_PAD_X + TAB_ICON), snapped(height))


def note_label(text: str, size: float, width: float, lines: int) -> Label:
    """Text without anything around it, in at most so many lines."""
    wrapped = typeface.wrap(text, size, width, max_lines=lines)
    widest = max((typeface.width(line, size) for line in wrapped), default=0.0)
    return Label(wrapped, widest, len(wrapped) * typeface.line_height(size))


@dataclass(frozen=True, slots=True)
class HubLabel:
    """The words in the hub and the size of its oval; `title_size` and `text_size` are those of the letters."""

    title: tuple[str, ...]
    title_size: float
    problem: tuple[str, ...]
    text_size: float
    width: float
    height: float


@lru_cache(maxsize=64)
def hub_label(project: str, problem: str, language: Language, style: Style) -> HubLabel:
    """The hub's oval around the project and the quoted problem, both cut where they are long."""
    title_size = style.hub_title
    if len(typeface.wrap(project, title_size, style.hub_width, bold=True)) > 2:
        title_size = max(style.hub_text, title_size - 8)
    title = typeface.wrap(project, title_size, style.hub_width, bold=True, max_lines=3)
    quoted = _quoted(problem, Words(language), style) if problem else ()
    sizes = [(line, title_size, True) for line in title] + [(line, style.hub_text, False) for line in quoted]
    total = sum(typeface.line_height(size) for _, size, _ in sizes)
    reach, top = 0.0, -total / 2
    for line, size, bold in sizes:
        bottom = top + typeface.line_height(size)
        across = typeface.width(line, size, bold=bold) / 2
        reach = max(reach, math.hypot(across, max(-top, bottom) / _HUB_FLATNESS))
        top = bottom
    half = max(reach + 14, style.hub_width / 2)
    return HubLabel(title, title_size, quoted, style.hub_text, snapped(2 * half), snapped(2 * half * _HUB_FLATNESS))


def _quoted(problem: str, words: Words, style: Style) -> tuple[str, ...]:
    """The problem in quotation marks, with as many of its words as there are lines for."""
    said = problem.split()
    for count in range(min(len(said), 60), 0, -1):
        text = " ".join(said[:count]) + ("…" if count < len(said) else "")
        lines = typeface.wrap(words.quote(text), style.hub_text, style.hub_width)
        if len(lines) <= style.hub_lines:
            return lines
    return typeface.wrap(words.quote(problem), style.hub_text, style.hub_width, max_lines=style.hub_lines)
