"""What stands on a web before anybody is on it: sectors with their tabs, the hub, and what is kept free."""

from dataclasses import dataclass
from functools import lru_cache

from facilitator.boards.stakeholder_web.layout.geometry import CENTRE_X, CENTRE_Y
from facilitator.boards.stakeholder_web.layout.ground import Taken, taken_by_rect
from facilitator.boards.stakeholder_web.layout.lettering import HubLabel, Label, hub_label, tab_label
from facilitator.boards.stakeholder_web.layout.sectors import Sector, sectors, tabs
from facilitator.boards.stakeholder_web.layout.styles import Style
from facilitator.content import methods
from facilitator.domain.language import Language
from facilitator.domain.picture import Rect

_MANY, _NARROW = 8, 0.76  # with more categories than that, tabs are so much narrower


@dataclass(frozen=True, slots=True)
class Subject:
    """What a web is about, and the words around it.

    `reserved` is kept free for the legend.
    """

    project: str
    problem: str
    category_set: methods.CategorySet
    language: Language
    colours: int
    reserved: Rect | None = None


@dataclass(frozen=True, slots=True)
class Scenery:
    """Sectors, the tab of each, and the hub; `style` is that of all that stands on it."""

    style: Style
    sectors: tuple[Sector, ...]
    tabs: tuple[Rect, ...]
    tab_words: tuple[Label, ...]
    hub: Rect
    hub_words: HubLabel
    reserved: Rect | None

    def immovable(self) -> list[Rect]:
        """What takes its part of the stage whatever a hand puts there."""
        return [self.hub, self.reserved] if self.reserved else [self.hub]

    def covers(self, rect: Rect) -> bool:
        """Whether a tab stands on it."""
        return any(rect.overlaps(tab) for tab in self.tabs)

    def taken(self) -> list[Taken]:
        """The stage that the scenery takes from the pills."""
        return [taken_by_rect(rect) for rect in (*self.immovable(), *self.tabs)]

    def sector(self, category: str) -> Sector:
        """The sector of a category."""
        return next(sector for sector in self.sectors if sector.category == category)


@lru_cache(maxsize=128)
def scenery(subject: Subject, shares: tuple[float, ...], style: Style, keep_clear: tuple[Rect, ...] = ()) -> Scenery:
    """The scenery in which the categories have these shares of the stage; tabs don't stand in `keep_clear`."""
    categories = methods.categories(subject.category_set)
    found = sectors([category.id for category in categories], shares, subject.colours)
    width = style.tab_width * (_NARROW if len(categories) > _MANY else 1)
    words = tuple(tab_label(category.name.within(subject.language), style, width) for category in categories)
    hub_words = hub_label(subject.project, subject.problem, subject.language, style)
    left, top = CENTRE_X - hub_words.width / 2, CENTRE_Y - hub_words.height / 2
    hub = Rect(left, top, hub_words.width, hub_words.height)
    reserved = (subject.reserved,) if subject.reserved else ()
    standing = tabs(found, words, (*reserved, *keep_clear))
    return Scenery(style, found, standing, words, hub, hub_words, subject.reserved)
