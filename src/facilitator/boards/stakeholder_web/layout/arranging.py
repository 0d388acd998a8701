"""A web to which people are added one by one, in the order in which they came up: so who stands stays.

Each comes to stand in the best place that those before have left: on the ring, inside the sector, with air around; in
smaller type where there is none in a larger one. All are shown in the tightest style that one of them, or their
number, needs, around the same centres. Only this moves people: where a sector needs more room its borders move a
little, and who is on the wrong side of one looks for another spot; before type gets smaller, a full sector is packed;
and whoever stands where a hand puts somebody gives way.
"""

import math
from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import replace

from facilitator.boards.stakeholder_web.layout.floor import Floor, Spot
from facilitator.boards.stakeholder_web.layout.ground import PlacedLabel
from facilitator.boards.stakeholder_web.layout.homes import (
    Tightness,
    astray,
    at_home,
    close_by,
    near_rim,
    packed_at_home,
)
from facilitator.boards.stakeholder_web.layout.lettering import PATCHED, Label, in_style, roughly
from facilitator.boards.stakeholder_web.layout.people import Arrangement, Somebody, there
from facilitator.boards.stakeholder_web.layout.scenery import Scenery, Subject, scenery
from facilitator.boards.stakeholder_web.layout.sectors import pushed_shares
from facilitator.boards.stakeholder_web.layout.stacks import MOST, count_label, more_label
from facilitator.boards.stakeholder_web.layout.styles import Steps
from facilitator.content import methods
from facilitator.domain.picture import Rect

_MOVED = 0.1  # of the people outside a sector: less than that share moves when one is added to it
_LEFT_OUT = 4  # people who may stay beyond a border before it moves on
_OUT = 48.0  # pixels by which a pill may reach over a border that has moved
_PUSHES = 10  # times that a sector grows
_FEW, _STRAYS = 3, 8  # people who may stand outside their sector: before type gets smaller, and in the end
_PATIENCE = 4  # people of a sector for whom there is no room before nobody else of it is tried


class Arranging:
    """A web while people are being added to it, in styles from the roomiest to the tightest.

    Sectors share the stage alike and grow when they need more room, unless they have fixed `shares`. Who finds no
    room is counted in a stack; `strays` says whether some may stand outside their sector before it comes to that.
    """

    def __init__(
        self, subject: Subject, steps: Steps, shares: Sequence[float] | None = None, *, strays: bool = True
    ) -> None:
        categories = [category.id for category in methods.categories(subject.category_set)]
        self._subject, self._steps = subject, steps
        self._may_grow, self._may_stray = shares is None, strays
        self._shares = tuple(shares or [1 / len(categories)] * len(categories))
        self._areas = dict.fromkeys(categories, 0.0)
        self._pushes, self._first_step, self._hidden = (dict.fromkeys(categories, 0) for _ in range(3))
        self._may_move = self._left_out = 0
        self._growing = ""
        self._floor = Floor(steps, scenery(subject, self._shares, steps[0]))

    def copy(self) -> "Arranging":
        """The same web, to go on with."""
        other = copy(self)
        other._areas, other._pushes = self._areas.copy(), self._pushes.copy()
        other._first_step, other._hidden = self._first_step.copy(), self._hidden.copy()
        other._floor = self._floor.copy()
        return other

    def add(self, somebody: Somebody) -> None:
        """Find a place for one more."""
        floor, category = self._floor, somebody.category
        place = len(floor.people)
        floor.people.append(somebody)
        floor.spots.append(None)
        self._areas[category] += roughly(somebody.name, self._steps[0], somebody.signs)
        outside = sum(each.category != category for each in floor.people)
        self._may_move, self._growing = math.ceil(_MOVED * outside) - 1, category
        if somebody.placed:
            self._put_by_hand(place)
        if not floor.spots[place] and self._hidden[category] < _PATIENCE:
            self._put(place)
        if not floor.spots[place]:
            self._fold(category)

    def stack(self, category: str, count: int) -> None:
        """A stack for so many in the sector of a category, where nobody is to stand."""
        self._put_stack(category, count_label(count, self._steps[0]))

    def arrangement(self) -> Arrangement:
        """Everybody as they stand now."""
        floor = self._floor
        step = max((spot.step for spot in floor.spots if spot), default=0)
        step = max(step, self._least_step())
        style = self._steps[step]
        stacks = []
        for category, standing in floor.stacks.items():
            hidden, label = self._hidden[category], in_style(standing.label, style, PATCHED)
            if hidden:
                label = more_label(self._subject.language, hidden, style)
            stacks.append((category, standing._replace(label=label)))
        standings = tuple(floor.in_step(place, step) if spot else None for place, spot in enumerate(floor.spots))
        return Arrangement(replace(floor.scene, style=style), standings, tuple(stacks))

    def _least_step(self) -> int:
        """The first step whose style is for so many people."""
        return next(step for step, style in enumerate(self._steps) if len(self._floor.people) <= style.most)

    # Scenery

    def _scenery(self, shares: tuple[float, ...], *also_clear: Rect) -> Scenery:
        """Sectors, tabs and hub, alike in all styles; tabs keep clear of those who were put by hand."""
        return scenery(self._subject, shares, self._steps[0], (*self._floor.hand_rects(), *also_clear))

    def _pushed(self, pushes: Mapping[str, int]) -> tuple[float, ...]:
        return tuple(pushed_shares(list(pushes.values()), list(self._areas.values())))

    def _may_push(self, category: str) -> bool:
        """Whether a sector may grow: borders that have gone far wait for people to follow, and few may be covered."""
        if not self._may_grow or self._pushes[category] == _PUSHES:
            return False
        if self._may_move <= 0 and self._left_out > _LEFT_OUT:
            return False
        after = self._scenery(self._pushed({**self._pushes, category: self._pushes[category] + 1}))
        covered = [place for place in self._floor.standing() if after.covers(self._floor.rect(place))]
        return len(covered) <= max(0, self._may_move) and self._floor.by_hand.isdisjoint(covered)

    def _grow(self, category: str) -> None:
        """More room for a sector."""
        self._pushes[category] += 1
        self._shares = self._pushed(self._pushes)
        self._floor.change(self._scenery(self._shares))
        for other, stack in list(self._floor.stacks.items()):
            if self._beyond(other, stack.rect) > _OUT or self._floor.scene.covers(stack.rect):
                self._put_stack(other, self._floor.take_stack_away(other).label)
        self._put_all(self._cleared())

    def _cleared(self) -> list[int]:
        """Take away, and return, who is under a tab or farthest beyond a border; only a few move at a time."""
        gone: list[int] = []
        out: list[tuple[float, int]] = []
        for place in self._floor.standing():
            rect = self._floor.rect(place)
            if self._floor.scene.covers(rect):
                gone.append(place)
            elif place not in self._floor.by_hand:
                beyond = self._beyond(self._floor.people[place].category, rect)
                if beyond > _OUT:
                    out.append((beyond, place))
        few = max(0, self._may_move - len(gone))
        gone += [place for _, place in sorted(out, reverse=True)[:few]]
        self._left_out = max(0, len(out) - few)
        self._may_move -= len(gone)
        self._floor.take_away(gone)
        return sorted(gone)

    def _beyond(self, category: str, rect: Rect) -> float:
        return self._floor.scene.sector(category).outside(*rect.centre, rect.width / 2, rect.height / 2)

    # People

    def _put_all(self, places: Sequence[int]) -> None:
        for place in places:
            somebody = self._floor.people[place]
            if somebody.placed:
                self._put_by_hand(place)
            if not self._floor.spots[place]:
                self._put(place)
            if not self._floor.spots[place]:
                self._fold(somebody.category)

    def _put(self, place: int) -> None:
        """The best spot in the largest type that the sector, which may grow, has room for; or else outside of it."""
        category = self._floor.people[place].category
        for step in range(max(self._first_step[category], self._least_step()), len(self._steps)):
            self._first_step[category] = step
            standing = self._at_home(place, step)
            while not standing and step and self._may_push(category):
                self._grow(category)
                standing = self._at_home(place, step)
            if standing:
                self._floor.put(place, Spot(standing, step))
                return
            is_last = step == len(self._steps) - 1
            if not is_last and self._steps[step + 1].text == self._steps[step].text:
                continue
            if self._pack(place, step) or self._stray(place, step, _STRAYS if is_last else _FEW):
                return

    def _stray(self, place: int, step: int, most: int) -> bool:
        """Whether somebody has room outside the sector, where so many may be."""
        floor = self._floor
        standing = None
        if self._may_stray and len(floor.strays) < most:
            standing = astray(floor.people[place], floor.scene, self._steps[step], floor.ground(step))
        if standing:
            floor.strays.add(place)
            floor.put(place, Spot(standing, step))
        return standing is not None

    def _at_home(self, place: int, step: int) -> PlacedLabel | None:
        somebody = self._floor.people[place]
        tightness = Tightness(self._steps[step], first=not step, last=step == len(self._steps) - 1)
        sector = self._floor.scene.sector(somebody.category)
        others = self._floor.air(somebody.category, step)
        return at_home(somebody, sector, tightness, self._floor.ground(step), others)

    def _pack(self, place: int, step: int) -> bool:
        """Whether one more has room when a sector is packed; of another one than grows, only few may move for that."""
        floor, category = self._floor, self._floor.people[place].category
        moving = [each for each in floor.members(category) if each not in floor.by_hand]
        if category != self._growing and len(moving) > self._may_move:
            return False
        together = [*moving, place]
        people = [floor.people[each] for each in together]
        found = packed_at_home(people, floor.scene, self._steps[step], floor.taken(step, moving))
        if found:
            self._may_move -= len(moving) if category != self._growing else 0
            floor.take_away(moving)
            for each, standing in zip(together, found, strict=True):
                floor.put(each, Spot(standing, step))
        return bool(found)

    def _put_by_hand(self, place: int) -> None:
        """Exactly there, in the largest type for which there is room beside others put by hand; or close by.

        Whatever else is there gives way, tabs too.
        """
        floor, somebody = self._floor, self._floor.people[place]
        for step, style in enumerate(self._steps):
            others = [floor.in_step(other, step).rect for other in floor.by_hand]
            standing = there(somebody, style, [*floor.scene.immovable(), *others])
            if standing and self._tabs_can_clear(standing.rect):
                self._make_way(place, Spot(standing, step, self._at_home(place, 0)))
                return
        standing = close_by(somebody, floor.scene, self._steps[0], floor.ground(0))
        if standing:
            floor.put(place, Spot(standing, 0))

    def _tabs_can_clear(self, rect: Rect) -> bool:
        after = self._scenery(self._shares, rect)
        return not any(after.covers(each) for each in (rect, *self._floor.hand_rects()))

    def _make_way(self, place: int, spot: Spot) -> None:
        floor, rect = self._floor, spot.standing.rect
        floor.put(place, spot)
        floor.by_hand.add(place)
        floor.change(self._scenery(self._shares))
        gone = [
            other
            for other in floor.standing()
            if other not in floor.by_hand
            if floor.rect(other).overlaps(rect) or floor.scene.covers(floor.rect(other))
        ]
        floor.take_away(gone)
        in_the_way = [each for each, stack in floor.stacks.items() if stack.rect.overlaps(rect)]
        for category, stack in [(each, floor.take_stack_away(each)) for each in in_the_way]:
            self._put_stack(category, stack.label)
        self._put_all(gone)

    # Stacks

    def _fold(self, category: str) -> None:
        """One more who is counted in the stack of a sector; the last of it give way to a stack that has no room."""
        self._hidden[category] += 1
        while category not in self._floor.stacks:
            if self._put_stack(category, more_label(self._subject.language, MOST, self._steps[0])):
                break
            members = [each for each in self._floor.members(category) if each not in self._floor.by_hand]
            if not members:
                break
            self._floor.take_away(members[-1:])
            self._hidden[category] += 1

    def _put_stack(self, category: str, label: Label) -> bool:
        standing = near_rim(label, self._floor.scene.sector(category), self._floor.ground(0))
        if standing:
            self._floor.put_stack(category, standing)
        return standing is not None
