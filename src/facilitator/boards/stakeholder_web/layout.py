"""Where everything on a web stands: pure, deterministic, measured without Qt."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from facilitator.boards.stakeholder_web.arranging import Somebody, Standings, by_ring, folded, squeezed
from facilitator.boards.stakeholder_web.geometry import DIRECTIONS, FRAME
from facilitator.boards.stakeholder_web.ground import Standing
from facilitator.boards.stakeholder_web.lettering import (
    Label,
    Style,
    narrowed,
    pill_labels,
    roughly,
    shortened,
    styles,
)
from facilitator.boards.stakeholder_web.scenery import Scenery, Subject, scenery
from facilitator.boards.stakeholder_web.view import StakeholderWebView
from facilitator.content.theme import Theme
from facilitator.content.words import Words
from facilitator.domain.picture import Rect

UNFOLDED = 60
"""Up to so many stakeholders all stand on the stage, whatever their names."""

_SQUEEZED_GAP = 4  # pixels
_NARROWER = (900, 800, 720, 640, 560, 480, 400, 320, 240, 160)  # pixels of a name that stay when all else has failed


@dataclass(frozen=True, slots=True)
class Pill:
    """Where a stakeholder stands, and its name in lines."""

    id: str
    category: str
    ring: int
    rect: Rect
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stack:
    """The pill that counts the stakeholders of a sector for whom the stage has no room."""

    category: str
    rect: Rect
    lines: tuple[str, ...]
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WebLayout:
    """The places of all that is on a web, in stage pixels; `pills` in the order of the view."""

    scenery: Scenery
    pills: tuple[Pill, ...]
    stacks: tuple[Stack, ...]


def layout_of(view: StakeholderWebView, theme: Theme) -> WebLayout:
    """The layout of a web.

    Nothing overlaps and nothing leaves the frame. Up to UNFOLDED stakeholders all stand there, in no text smaller than
    the theme's stage minimum; of more, those who don't fit in their sector are counted in a stack. Who was placed by
    hand stays there unless hub, tab, frame or another one placed so is in the way. An edit that changes none of all
    this costs nothing, and one in a sector little.
    """
    people = tuple(Somebody(shortened(each.name), each.category, each.ring, each.placed) for each in view.stakeholders)
    subject = Subject(view.project, view.problem, view.category_set, view.language)
    scene, standings, stacks = _arranged(people, subject, theme)
    pills: list[Pill] = []
    hidden: dict[str, list[str]] = {}
    for each, standing in zip(view.stakeholders, standings, strict=True):
        if standing:
            pills.append(Pill(each.id, each.category, each.ring, standing.rect, standing.label.lines))
        else:
            hidden.setdefault(each.category, []).append(each.id)
    piles = [Stack(category, stack.rect, stack.label.lines, tuple(hidden[category])) for category, stack in stacks]
    return WebLayout(scene, tuple(pills), tuple(piles))


_Arrangement = tuple[Scenery, tuple[Standing | None, ...], tuple[tuple[str, Standing], ...]]


@lru_cache(maxsize=32)
def _arranged(people: tuple[Somebody, ...], subject: Subject, theme: Theme) -> _Arrangement:
    """The first way to arrange them that works, from the roomiest to the tightest; in the end some are folded."""
    for scene, standings in _tries(people, subject, theme):
        if all(standings):
            return scene, tuple(standings), ()
    tight = replace(styles(theme)[2], off_ring=1)  # anywhere in the sector
    scene = _scenery(people, subject, theme, tight, exactly=True)
    words = Words(subject.language)
    crowded = [category for category, full in _fullness(people, scene).items() if full > 1]
    standings, stacks = folded(people, scene, _stack_label(words, len(people), tight), crowded)
    hidden = Counter(somebody.category for somebody, standing in zip(people, standings, strict=True) if not standing)
    counted = tuple(
        (category, stack._replace(label=_stack_label(words, hidden[category], tight)))
        for category, stack in stacks.items()
        if hidden[category]
    )
    return scene, tuple(standings), counted


def _tries(people: Sequence[Somebody], subject: Subject, theme: Theme) -> Iterator[tuple[Scenery, Standings]]:
    """Ways to have everybody on the stage, those left out that can't come out well."""
    roomy, close, tight = styles(theme)
    anywhere = replace(tight, off_ring=1)  # in the sector, however far from the ring
    for style, exactly, strays, fullest in (
        (roomy, False, 1, 0.6),
        (close, False, 2, 0.57),
        (close, True, 4, 0.62),
        (tight, False, 2, 0.6),
        (tight, True, 4, 0.7),
        (anywhere, True, len(people), 0.86),
    ):
        scene = _scenery(people, subject, theme, style, exactly=exactly)
        if max(_fullness(people, scene).values()) < fullest:
            yield scene, by_ring(people, scene, strays=strays)
    if len(people) <= UNFOLDED:
        scene = _scenery(people, subject, theme, replace(tight, gap=_SQUEEZED_GAP), exactly=True)
        yield scene, squeezed(people, scene, tightly=False)
        yield scene, squeezed(people, scene, tightly=True)
        for most in _NARROWER:
            shorter = [somebody._replace(name=narrowed(somebody.name, tight.text, most)) for somebody in people]
            yield scene, squeezed(shorter, scene, tightly=True)


def _scenery(people: Sequence[Somebody], subject: Subject, theme: Theme, style: Style, *, exactly: bool) -> Scenery:
    areas: dict[str, float] = {}
    for somebody in people:  # measured in one style, so that sectors don't depend on how tight it gets
        areas[somebody.category] = areas.get(somebody.category, 0) + roughly(somebody.name, styles(theme)[0])
    return scenery(subject, areas, style, len(theme.categories), exactly=exactly)


def _fullness(people: Sequence[Somebody], scene: Scenery) -> dict[str, float]:
    """About the share of its sector that the labels of each category need."""
    needs: dict[str, float] = {}
    for somebody in people:
        needs[somebody.category] = needs.get(somebody.category, 0) + roughly(somebody.name, scene.style)
    frame = FRAME.width * FRAME.height
    return {
        sector.category: needs.get(sector.category, 0) / frame * DIRECTIONS / (sector.end - sector.start)
        for sector in scene.sectors
    }


def _stack_label(words: Words, count: int, style: Style) -> Label:
    return pill_labels(words("web.more", count=count), style)[0]
