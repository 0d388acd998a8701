"""What stands on a web before anybody is on it: sectors with their tabs, and the hub."""

from collections.abc import Mapping
from dataclasses import dataclass

from facilitator.boards.stakeholder_web.geometry import CENTRE_X, CENTRE_Y
from facilitator.boards.stakeholder_web.ground import Taken, taken_by_rect
from facilitator.boards.stakeholder_web.lettering import HubLabel, Label, Style, hub_label, tab_label
from facilitator.boards.stakeholder_web.sectors import Sector, sectors, tabs
from facilitator.content import methods
from facilitator.domain.language import Language
from facilitator.domain.picture import Rect


@dataclass(frozen=True, slots=True)
class Subject:
    """What a web is about, and the words around it."""

    project: str
    problem: str
    category_set: methods.CategorySet
    language: Language


@dataclass(frozen=True, slots=True)
class Scenery:
    """Sectors, the tab of each, and the hub; `style` is that of all that stands on it."""

    style: Style
    sectors: tuple[Sector, ...]
    tabs: tuple[Rect, ...]
    tab_words: tuple[Label, ...]
    hub: Rect
    hub_words: HubLabel

    def taken(self) -> list[Taken]:
        """The stage that the scenery takes from the pills."""
        return [taken_by_rect(rect) for rect in (self.hub, *self.tabs)]


def scenery(subject: Subject, areas: Mapping[str, float], style: Style, colours: int, *, exactly: bool) -> Scenery:
    """The scenery for labels that need these `areas` (pixels by category; none for a category not in there)."""
    categories = methods.categories(subject.category_set)
    ids = [category.id for category in categories]
    found = sectors(ids, [areas.get(each, 0.0) for each in ids], colours, exactly=exactly)
    words = tuple(tab_label(category.name.within(subject.language), style) for category in categories)
    hub_words = hub_label(subject.project, subject.problem, subject.language, style)
    left, top = CENTRE_X - hub_words.width / 2, CENTRE_Y - hub_words.height / 2
    hub = Rect(left, top, hub_words.width, hub_words.height)
    return Scenery(style, found, tabs(found, words), words, hub, hub_words)
