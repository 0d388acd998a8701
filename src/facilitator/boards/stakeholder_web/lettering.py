"""How large the words of a web are set and how much room they need, from roomy to tight. Pixels of the stage."""

import math
import unicodedata
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from facilitator.content import typeface
from facilitator.content.theme import Theme
from facilitator.content.words import Words
from facilitator.domain.language import Language

NAME_LETTERS = 60
"""Longer names are cut on the stage; lists and handouts hold them whole."""

_HUB_FLATNESS = 0.54  # height of the hub's oval to its width
_LONGEST_WORD = 12.0  # em
_PILL_FLATNESS = 3.4  # a pill's text is about this much wider than high
TAB_PAD_X, _TAB_PAD_Y, TAB_ICON = 12.0, 7.0, 30.0


@dataclass(frozen=True, slots=True)
class Style:
    """The sizes of one degree of tightness.

    `gap` is what stays free around a pill and `air` what the layout would like to be free. The icon patch with sides
    `patch` stands `inset` from the left end of its pill, the text `after` right of it, with `right` and `pad` (above,
    below) free. Texts up to `line` wide stay in one line. `step` is how far apart the spots are that are tried, at
    most `off_ring` (of the way from hub to rim) nearer or farther than the ring.
    """

    text: float
    tab_text: float
    hub_title: float
    gap: float
    air: float
    patch: float
    inset: float
    after: float
    right: float
    pad: float
    line: float
    step: float
    off_ring: float
    tab_width: float
    hub_width: float
    hub_lines: int

    @property
    def before_text(self) -> float:
        """From the left end of a pill to its text."""
        return self.inset + self.patch + self.after


@dataclass(frozen=True, slots=True)
class Label:
    """Lines of text and the size of what they stand on."""

    lines: tuple[str, ...]
    width: float
    height: float


@cache
def styles(theme: Theme) -> tuple[Style, Style, Style]:
    """Roomy, close and tight; no text is set smaller than the theme's stage minimum."""
    least = theme.stage_minimum
    roomy = Style(
        text=theme.stage_text,
        tab_text=theme.stage_text,
        hub_title=max(theme.stage_hub, least),
        gap=10,
        air=36,
        patch=28,
        inset=6,
        after=9,
        right=16,
        pad=8,
        line=215,
        step=24,
        off_ring=0.28,
        tab_width=250,
        hub_width=290,
        hub_lines=3,
    )
    close = replace(
        roomy,
        hub_title=max(theme.stage_hub - 6, least),
        gap=7,
        air=14,
        patch=26,
        inset=5,
        after=7,
        right=11,
        pad=6,
        line=160,
        step=16,
        off_ring=0.28,
        tab_width=190,
        hub_width=250,
    )
    tight = replace(
        close,
        text=least,
        tab_text=least,
        hub_title=max(theme.stage_hub - 10, least),
        gap=6,
        air=6,
        patch=24,
        inset=4,
        after=6,
        right=9,
        pad=5,
        line=140,
        step=14,
        off_ring=0.4,
        tab_width=160,
        hub_width=210,
        hub_lines=2,
    )
    return roomy, close, tight


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


@lru_cache(maxsize=8192)
def pill_labels(name: str, style: Style) -> tuple[Label, ...]:
    """The shapes that a pill may take, the best first; all show the whole `name`."""
    full = typeface.width(name, style.text)
    line = typeface.line_height(style.text)
    compact = math.sqrt(full * line * _PILL_FLATNESS)
    limits = [compact * 1.1, compact * 1.7, compact * 0.75]
    if full <= style.line:
        limits = [full, compact * 0.8]
    word = max(typeface.width(word, style.text) for word in name.split()) if name.strip() else 0.0
    least = min(word, _LONGEST_WORD * style.text)  # only a longer word is broken
    shapes: dict[tuple[str, ...], Label] = {}
    for limit in limits:
        label = _pill(typeface.wrap(name, style.text, max(limit, least)) or (name,), style)
        shapes.setdefault(label.lines, label)
    return tuple(shapes.values())


def roughly(name: str, style: Style) -> float:
    """About the area that a pill needs with the gap around it, without breaking lines."""
    full = typeface.width(name, style.text)
    line = typeface.line_height(style.text)
    lines = 1 if full <= style.line else max(2, round(full / math.sqrt(full * line * _PILL_FLATNESS)))
    width = full / lines * (1 if lines == 1 else 1.12) + style.before_text + style.right + style.gap
    return width * (lines * line + 2 * style.pad + style.gap)


def tab_label(name: str, style: Style) -> Label:
    """A category's tab: its icon and its name."""
    size = style.tab_text
    lines = typeface.wrap(name, size, style.tab_width, bold=True)
    text = max(typeface.width(line, size, bold=True) for line in lines)
    height = len(lines) * typeface.line_height(size) + 2 * _TAB_PAD_Y
    return Label(lines, _even(text + 2 * TAB_PAD_X + TAB_ICON), _even(height))


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
        title_size = max(style.text, title_size - 8)
    title = typeface.wrap(project, title_size, style.hub_width, bold=True, max_lines=3)
    quoted = _quoted(problem, Words(language), style) if problem else ()
    sizes = [(line, title_size, True) for line in title] + [(line, style.text, False) for line in quoted]
    total = sum(typeface.line_height(size) for _, size, _ in sizes)
    reach, top = 0.0, -total / 2
    for line, size, bold in sizes:
        bottom = top + typeface.line_height(size)
        across = typeface.width(line, size, bold=bold) / 2
        reach = max(reach, math.hypot(across, max(-top, bottom) / _HUB_FLATNESS))
        top = bottom
    half = max(reach + 14, style.hub_width / 2)
    return HubLabel(title, title_size, quoted, style.text, _even(2 * half), _even(2 * half * _HUB_FLATNESS))


def _quoted(problem: str, words: Words, style: Style) -> tuple[str, ...]:
    """The problem in quotation marks, with as many of its words as there are lines for."""
    said = problem.split()
    for count in range(min(len(said), 60), 0, -1):
        text = " ".join(said[:count]) + ("…" if count < len(said) else "")
        lines = typeface.wrap(words.quote(text), style.text, style.hub_width)
        if len(lines) <= style.hub_lines:
            return lines
    return typeface.wrap(words.quote(problem), style.text, style.hub_width, max_lines=style.hub_lines)


def _pill(lines: tuple[str, ...], style: Style) -> Label:
    text = max(typeface.width(line, style.text) for line in lines)
    height = max(len(lines) * typeface.line_height(style.text) + 2 * style.pad, style.patch + 2 * style.inset)
    return Label(lines, _even(style.before_text + text + style.right), _even(height))


def _even(size: float) -> float:
    """The next even number of pixels: edges come to lie on whole pixels, which are drawn crisp."""
    return 2.0 * math.ceil(size / 2)
