"""Pills that count those for whom a column or cell has no room, or who stand outside the spotlight."""

from collections.abc import Sequence
from dataclasses import dataclass

from facilitator.boards.stakeholder_web.drawing.slips import Slip
from facilitator.boards.stakeholder_web.layout.styles import Style
from facilitator.boards.stakeholder_web.view import StakeholderView, StakeholderWebView
from facilitator.content import methods, typeface
from facilitator.content.theme import Theme
from facilitator.content.words import Words
from facilitator.domain.picture import Rect

_UNDER = 6.0  # by which the pill below looks out


@dataclass(frozen=True, slots=True)
class Pile:
    """So many in one place, which `where` names."""

    where: str
    rect: Rect
    lines: tuple[str, ...]
    ids: tuple[str, ...]


def pile_label(count: int, view: StakeholderWebView, style: Style) -> Slip:
    """The words on a pile and its size; while a spotlight is on, those in a pile are the others."""
    text = Words(view.language)("web.others" if view.showing.spotlight else "web.more", count=count)
    height = typeface.line_height(style.text) + 2 * style.pad + _UNDER
    wide = 2 * round((typeface.width(text, style.text) + 2 * style.right + 8) / 2)
    return Slip((text,), wide, height, 0, 1)


def people_of(view: StakeholderWebView) -> tuple[list[StakeholderView], list[StakeholderView]]:
    """Those who get a pill and those who stand outside the spotlight, each by category, from the hub outwards."""
    around = [category.id for category in methods.categories(view.category_set)]
    everybody = sorted(view.stakeholders, key=lambda each: (around.index(each.category), each.ring))
    lit = view.showing.spotlight if view.showing.spotlight in around else ""
    shown: Sequence[StakeholderView] = [each for each in everybody if not lit or each.category == lit]
    return list(shown), [each for each in everybody if lit and each.category != lit]


def small_text(view: StakeholderWebView, theme: Theme) -> float:
    """The size of words around pills: the least for the stage, or that for phones."""
    return theme.stage_large if view.showing.large else theme.stage_minimum
