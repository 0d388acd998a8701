"""How large what stands on a web is, from roomy to tight. Pixels of the stage."""

import math
from dataclasses import dataclass, replace
from functools import cache

from facilitator.content.theme import Theme


@dataclass(frozen=True, slots=True)
class Style:
    """The sizes of one degree of tightness.

    `gap` is what stays free around a pill. The icon patch with sides `patch` stands `inset` from the left end of its
    pill, the text `after` right of it, with `right` and `pad` (above, below) free; `mark` is the side of a sign. Texts
    up to `line` wide stay in one line. `note` is the size of small words. Sizes of pills are multiples of `snap`: 8
    where pills stand on the cells of `ground`. A round pill has corners with the radius `corner`: so small that the
    outline stays clear of the words.

    Each line and patch costs sharpness in a video call, so a full stage has less of them: `outline` and `spoke` are the
    width of a line and how much of the category's colour it has. Where pills are not `patched`, the tab shows for the
    whole sector what its patch and icon are, and only who stands outside of it shows them once more. More people than
    `most` are shown in a later style even where there is room in this one.
    """

    text: float
    tab_text: float
    hub_title: float
    hub_text: float
    note: float
    gap: float
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
    outline: tuple[float, float] = (2.5, 1.0)
    spoke: tuple[float, float] = (2.5, 0.55)
    patched: bool = True
    most: float = math.inf

    @property
    def before_text(self) -> float:
        """From the left end of a pill to its text, as most pills have it."""
        return self.indent(patched=self.patched)

    def indent(self, *, patched: bool) -> float:
        """From the left end of a pill to its text, with a patch or without."""
        return self.inset + self.patch + self.after if patched else self.right


_FAINT, _FAINTEST = (2.0, 0.45), (1.5, 0.3)  # outlines
_FAINT_SPOKE = (1.5, 0.32)
_MOST_PATCHES = 40  # pills

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
    lines = replace(roomy, outline=_FAINT, spoke=_FAINT_SPOKE)
    close = replace(lines, gap=8, patch=26, inset=5, after=7, right=13, pad=4, mark=22, line=160, corner=18)
    tight = replace(close, text=least, patch=22, inset=4, after=6, right=9, mark=20, line=140, corner=16)
    return roomy, close, tight


@cache
def web_styles(theme: Theme) -> Steps:
    """As `styles`, with one more that saves the patches, and around the text, before the text gets smaller."""
    roomy, close, tight = styles(theme)
    closer = replace(close, patch=22, inset=4, after=6, right=11, mark=20, line=150, corner=16)
    few = (replace(style, most=_MOST_PATCHES) for style in (roomy, close))
    many = (replace(style, patched=False, outline=_FAINTEST) for style in (closer, tight))
    return *few, *many


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
        patch=20,
        inset=3,
        right=10,
        pad=3,
        snap=2,
        tab_width=210,
        hub_width=200,
        hub_lines=2,
        patched=False,
        outline=_FAINTEST,
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
    return first, replace(_closer(first), outline=_FAINT, spoke=_FAINT_SPOKE)


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
        patch=style.patch - 2,
        inset=style.inset - 1,
        after=style.after - 2,
        right=style.right - 5,
        pad=style.pad - 4,
        mark=style.mark - 2,
        line=style.line * 0.75,
    )
