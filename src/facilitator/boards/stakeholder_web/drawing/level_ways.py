"""The ways in which the participation picture is tried, from the roomiest to the one that folds."""

from collections.abc import Iterator
from dataclasses import dataclass

from facilitator.boards.stakeholder_web.layout.styles import Style, large_styles, spotlit_styles, styles
from facilitator.boards.stakeholder_web.view import StakeholderWebView
from facilitator.content.theme import Theme


@dataclass(frozen=True, slots=True)
class Way:
    """How an attempt is made.

    `gap` is what stays free between rows. In `balanced` columns, full ones are wider, and heads hold names only. In
    `lanes` at the left of each column arrows end beside pills instead of above and below them. Where it `folds`, those
    whose arrow finds no room say in words where they are wanted, and those who then find none are counted. Where it
    `counts`, those whose level is not known are counted if they find no room.
    """

    style: Style
    gap: float
    balanced: bool = False
    lanes: bool = False
    folds: bool = False
    counts: bool = False


def ways(view: StakeholderWebView, theme: Theme) -> Iterator[Way]:
    """One after the other; the last of them folds whatever does not fit."""
    roomy, close, tight = styles(theme)
    if view.showing.large:
        large, closer = large_styles(theme)
        yield from (Way(large, gap) for gap in (24, 14))
        yield Way(closer, 8, balanced=True, counts=True)
        yield Way(closer, 8, balanced=True, folds=True, counts=True)
        return
    if view.showing.spotlight:
        yield from (Way(style, 20) for style in spotlit_styles(theme))
    yield from (Way(roomy, gap) for gap in (34, 26, 18, 12))
    yield Way(roomy, 14, balanced=True)
    yield Way(close, 8)
    yield Way(close, 8, balanced=True)
    yield Way(tight, 6)
    yield Way(tight, 6, balanced=True)
    yield Way(tight, 6, balanced=True, lanes=True)
    yield Way(tight, 4, counts=True)
    yield Way(tight, 4, balanced=True, counts=True)
    yield Way(tight, 4, balanced=True, lanes=True, folds=True, counts=True)
