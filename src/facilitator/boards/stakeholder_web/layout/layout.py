"""Where everything on a web stands: pure, deterministic, measured without Qt."""

from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from facilitator.boards.stakeholder_web.layout.arranging import Arranging
from facilitator.boards.stakeholder_web.layout.crowds import folded, squeezed
from facilitator.boards.stakeholder_web.layout.geometry import FRAME, RINGS, rays
from facilitator.boards.stakeholder_web.layout.legend import Legend, legend_of
from facilitator.boards.stakeholder_web.layout.lettering import Signs, mark_rects, roughly, shortened
from facilitator.boards.stakeholder_web.layout.people import Arrangement, Somebody, there
from facilitator.boards.stakeholder_web.layout.scenery import Scenery, Subject, scenery
from facilitator.boards.stakeholder_web.layout.sectors import exact_shares, spotlit_shares
from facilitator.boards.stakeholder_web.layout.stacks import more_label
from facilitator.boards.stakeholder_web.layout.styles import (
    Steps,
    Style,
    dense_style,
    large_styles,
    spotlit_styles,
    web_styles,
)
from facilitator.boards.stakeholder_web.layout.visitors import visitors
from facilitator.boards.stakeholder_web.marks import marks_of, size_of
from facilitator.boards.stakeholder_web.view import StakeholderWebView
from facilitator.content import methods
from facilitator.content.theme import Theme
from facilitator.domain.picture import Rect

UNFOLDED = 60
"""Up to so many stakeholders all stand on the stage in its usual type, whatever their names."""

_CROWDED, _LARGE_CROWDED = 0.5, 0.62  # of the frame: many names that need more can only be packed
_FULL = 0.75  # of the frame: so can few
_FEW = 0.1  # of the people who may be folded where everybody else stands by ring and sector

People = tuple[Somebody, ...]


@dataclass(frozen=True, slots=True)
class Pill:
    """Where a stakeholder stands, and its name in lines.

    `marks` are the squares for the signs that `marks_of` names, in their order. `size` is that of `size_of`. `patched`
    says whether it shows the patch of its category.
    """

    id: str
    category: str
    ring: int
    rect: Rect
    lines: tuple[str, ...]
    marks: tuple[Rect, ...] = ()
    size: int = 0
    patched: bool = True


@dataclass(frozen=True, slots=True)
class Stack:
    """The pill that counts the stakeholders of a sector for whom the stage has no room."""

    category: str
    rect: Rect
    lines: tuple[str, ...]
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WebLayout:
    """The places of all that is on a web, in stage pixels; `pills` in the order of the view.

    `dimmed` are the categories that are mere context beside the one in the spotlight.
    """

    scenery: Scenery
    pills: tuple[Pill, ...]
    stacks: tuple[Stack, ...]
    legend: Legend | None = None
    dimmed: frozenset[str] = frozenset()


def layout_of(view: StakeholderWebView, theme: Theme) -> WebLayout:
    """The layout of a web, as the view asks for it to be shown.

    Nothing overlaps and nothing leaves the frame. Up to UNFOLDED stakeholders all stand there, in no text smaller than
    the theme's stage minimum; of more, those who don't fit in their sector are counted in a stack. So they are where
    the view asks for large text, which stays as large. In the spotlight a sector gets most of the stage and text as
    large as it has room for, and of the others there is the number.

    Who was placed by hand stays there unless hub, frame, legend or another one placed so is in the way. Who came
    earlier stays where one more is added, but for a few whose sector gives room to another one.
    """
    legend = legend_of(view, theme)
    people = tuple(
        Somebody(
            shortened(each.name),
            each.category,
            each.ring,
            each.placed,
            int(each.code[1:]),
            Signs(len(marks_of(each, view)), size_of(each, view)),
        )
        for each in view.stakeholders
    )
    categories = {category.id for category in methods.categories(view.category_set)}
    spotlight = view.showing.spotlight if view.showing.spotlight in categories else ""
    reserved = legend.rect if legend else None
    subject = Subject(view.project, view.problem, view.category_set, view.language, len(theme.categories), reserved)
    if spotlight:
        arrangement = _spotlit(people, subject, spotlit_styles(theme), spotlight)
    elif view.showing.large:
        arrangement = _large(people, subject, large_styles(theme))
    else:
        arrangement = _arranged(people, subject, web_styles(theme), dense_style(theme))
    return _laid_out(view, people, arrangement, legend, frozenset(categories - {spotlight} if spotlight else ()))


def point_of(category: str, ring: int, layout: WebLayout) -> tuple[float, float]:
    """The natural place of somebody: on the ring in the middle of the sector, in stage pixels.

    Raises StopIteration for a category that has no sector.
    """
    return rays()[layout.scenery.sector(category).middle].point(RINGS[ring - 1])


def _laid_out(
    view: StakeholderWebView, people: People, arrangement: Arrangement, legend: Legend | None, dimmed: frozenset[str]
) -> WebLayout:
    pills: list[Pill] = []
    hidden: dict[str, list[str]] = {}
    scene = arrangement.scene
    patched = visitors(people, arrangement)
    for place, (each, somebody) in enumerate(zip(view.stakeholders, people, strict=True)):
        standing = patched.get(place, arrangement.standings[place])
        if standing:
            signs, rect = somebody.signs, standing.rect
            marks = mark_rects(rect, scene.style, signs)
            lines = standing.label.lines
            shown = scene.style.patched or place in patched
            pills.append(Pill(each.id, each.category, each.ring, rect, lines, marks, signs.size, shown))
        else:
            hidden.setdefault(each.category, []).append(each.id)
    stacks = tuple(
        Stack(category, stack.rect, stack.label.lines, tuple(hidden[category]))
        for category, stack in arrangement.stacks
    )
    return WebLayout(scene, tuple(pills), stacks, legend, dimmed)


@lru_cache(maxsize=32)
def _arranged(people: People, subject: Subject, steps: Steps, dense: Style) -> Arrangement:
    """Calmly if everybody, or nearly, finds a place so; else as the stage can hold as many as can be."""
    needs = _needs(people, subject, steps)
    shares = tuple(exact_shares(needs))
    most = _FULL if len(people) <= UNFOLDED else _CROWDED
    if sum(needs) > most * FRAME.width * FRAME.height:
        return _crowded(people, subject, dense, shares)
    calm = _after(people, subject, steps).arrangement()
    if not calm.stacks:
        return calm
    if len(people) <= UNFOLDED:
        exact = Arranging(subject, steps, shares)
        for somebody in people:
            exact.add(somebody)
        if not exact.arrangement().stacks:
            return exact.arrangement()
    elif calm.shown() >= (1 - _FEW) * len(people):
        return calm
    return _crowded(people, subject, dense, shares)


def _crowded(people: People, subject: Subject, style: Style, shares: tuple[float, ...]) -> Arrangement:
    """In their sectors, or few so that all are there: where many stand outside their sector, all show their patch."""
    scene = _around_hands(people, subject, style, shares)
    found = folded(people, scene, partial(more_label, subject.language, style=style))
    if not found.stacks or len(people) > UNFOLDED:
        return found
    return squeezed(people, _around_hands(people, subject, replace(style, patched=True), shares)) or found


def _around_hands(people: People, subject: Subject, style: Style, shares: tuple[float, ...]) -> Scenery:
    """The scenery, with tabs that keep clear of those whom hands have put."""
    bare = scenery(subject, shares, style)
    by_hand = (there(each, style, bare.immovable()) for each in people)
    return scenery(subject, shares, style, tuple(standing.rect for standing in by_hand if standing))


@lru_cache(maxsize=512)
def _after(people: People, subject: Subject, steps: Steps) -> Arranging:
    """The web after everybody in turn was added; one more only costs what it costs to add that one."""
    if not people:
        return Arranging(subject, steps)
    web = _after(people[:-1], subject, steps).copy()
    web.add(people[-1])
    return web


@lru_cache(maxsize=32)
def _large(people: People, subject: Subject, steps: Steps) -> Arrangement:
    """Calmly if everybody finds a place so, else packed, or those who do in their sectors if that shows more."""
    needs = _needs(people, subject, steps)
    scene = scenery(subject, tuple(exact_shares(needs)), steps[-1])
    packed = folded(people, scene, partial(more_label, subject.language, style=steps[-1]))
    if sum(needs) > _LARGE_CROWDED * FRAME.width * FRAME.height:
        return packed
    for strays in (True, False):
        web = Arranging(subject, steps, strays=strays)
        for somebody in people:
            web.add(somebody)
        calm = web.arrangement()
        if not calm.stacks:
            return calm
    return calm if calm.shown() >= packed.shown() else packed


@lru_cache(maxsize=32)
def _spotlit(people: People, subject: Subject, steps: Steps, spotlight: str) -> Arrangement:
    """One sector large; where hands had put its people doesn't count, as that was on another stage."""
    categories = [category.id for category in methods.categories(subject.category_set)]
    web = Arranging(subject, steps, spotlit_shares([each == spotlight for each in categories]), strays=False)
    counts = Counter(somebody.category for somebody in people)
    for category in categories:
        if category != spotlight and counts[category]:
            web.stack(category, counts[category])
    for somebody in people:
        if somebody.category == spotlight:
            web.add(somebody._replace(placed=None))
    shown = web.arrangement()
    standings = iter(shown.standings)
    everybody = tuple(next(standings) if each.category == spotlight else None for each in people)
    return Arrangement(shown.scene, everybody, shown.stacks)


def _needs(people: People, subject: Subject, steps: Steps) -> list[float]:
    """About the pixels that the labels of each category need at least."""
    needs = {category.id: 0.0 for category in methods.categories(subject.category_set)}
    for each in people:
        needs[each.category] += roughly(each.name, steps[-1], each.signs)
    return list(needs.values())
