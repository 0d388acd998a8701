"""How large what stands on a web is, from roomy to tight. Pixels of the stage."""

from dataclasses import dataclass, replace
from functools import cache

from facilitator.content.theme import Theme


@dataclass(frozen=True, slots=True)
class Style:
    """The sizes of one degree of tightness.

    `gap` is what stays free around a pill; with `air` between pills, lines are drawn strong. The icon patch with
    sides `patch` stands `inset` from the left end of its pill, the text `after` right of it, with `right` and `pad`
    (above, below) free; `mark` is the side of a sign. Texts up to `line` wide stay in one line. `note` is the size of
    small words. Sizes of pills are multiples of `snap`: 8 where pills stand on the cells of `ground`. A round pill has
    corners with the radius `corner`: so small that the outline stays clear of the words.
    """

    text: float
    tab_text: float
    hub_title: float
    hub_text: float
    note: float
    gap: float
    air: float
    patch: float
    inset: float
    after: float
    right: float
    pad: float
    mark: float
    line: float
    tab_width: float
    hub_width: float
    hub_lines: int
    snap: float = 8.0
    corner: float = 22.0

    @property
    def before_text(self) -> float:
        """From the left end of a pill to its text."""
        return self.inset + self.patch + self.after


Steps = tuple[Style, ...]
"""Styles to try one after the other: hub and tabs alike in all, and no pill larger than in the one before."""


@cache
def styles(theme: Theme) -> tuple[Style, Style, Style]:
    """Roomy, close and tight; no text is set smaller than the theme's stage minimum."""
    least = theme.stage_minimum
    roomy = Style(
        text=theme.stage_text,
        tab_text=theme.stage_text,
        hub_title=max(theme.stage_hub, least),
        hub_text=theme.stage_text,
        note=least,
        gap=12,
        air=36,
        patch=28,
        inset=6,
        after=9,
        right=16,
        pad=8,
        mark=24,
        line=215,
        tab_width=250,
        hub_width=290,
        hub_lines=3,
    )
    close = replace(roomy, gap=8, air=14, patch=26, inset=5, after=7, right=13, pad=4, mark=22, line=160, corner=18)
    tight = replace(close, text=least, patch=22, inset=4, after=6, right=9, mark=20, line=140, corner=16)
    return roomy, close, tight


@cache
def web_styles(theme: Theme) -> Steps:
    """As `styles`, with one more that saves around the text before the text gets smaller."""
    roomy, close, tight = styles(theme)
    return roomy, close, replace(close, patch=22, inset=4, after=6, right=11, mark=20, line=150, corner=16), tight


@cache
def dense_style(theme: Theme) -> Style:
    """Tighter still, for crowds that are packed: the text is as large, what is around it as small as can be seen."""
    tight = styles(theme)[-1]
    return replace(
        tight,
        tab_text=tight.text,
        hub_title=max(theme.stage_hub - 10, tight.text),
        hub_text=tight.text,
        gap=4,
        air=4,
        patch=20,
        inset=3,
        right=11,
        snap=2,
        tab_width=210,
        hub_width=200,
        hub_lines=2,
    )


@cache
def large_styles(theme: Theme) -> Steps:
    """Everything in text that can be read on a phone."""
    roomy, _, _ = styles(theme)
    size = theme.stage_large
    first = replace(
        _scaled(roomy, size),
        tab_text=size,
        hub_title=max(theme.stage_hub, size),
        hub_text=size,
        note=size,
        tab_width=290,
        hub_width=300,
        hub_lines=2,
    )
    return first, _closer(first)


@cache
def spotlit_styles(theme: Theme) -> Steps:
    """Pills in text for phones, and smaller only as far as they need to be; what is around them in the usual sizes."""
    roomy, close, _ = styles(theme)
    first = _scaled(roomy, theme.stage_large)
    middle = _scaled(roomy, (theme.stage_large + roomy.text) / 2)
    return first, _closer(first), _closer(middle), close


def _scaled(style: Style, text: float) -> Style:
    """The pills larger, with text of that size."""
    by = text / style.text
    sizes = {name: round(getattr(style, name) * by) for name in ("patch", "inset", "after", "right", "pad", "mark")}
    return replace(style, text=text, line=style.line * by, **sizes)


def _closer(style: Style) -> Style:
    """Less around the text."""
    return replace(
        style,
        gap=8,
        air=14,
        patch=style.patch - 2,
        inset=style.inset - 1,
        after=style.after - 2,
        right=style.right - 5,
        pad=style.pad - 4,
        mark=style.mark - 2,
        line=style.line * 0.75,
    )
