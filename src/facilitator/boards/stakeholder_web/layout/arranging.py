"""A web to which people are added one by one, in the order in which they came up: so who stands stays.

Each comes to stand in the best place that those before have left: on the ring, inside the sector, with air around; in
smaller type where there is none in a larger one. All are shown in the smallest type that one of them needs, around
the same centres. Only this moves people: where a sector needs more room its borders move a little, and who is on the
wrong side of one looks for another spot; and a hand that puts somebody where others stand.
"""

import math
from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import replace
from typing import NamedTuple

from facilitator.boards.stakeholder_web.layout.ground import Ground, Standing, taken_by_pill, taken_by_rect
from facilitator.boards.stakeholder_web.layout.homes import Tightness, astray, at_home, close_by, near_rim
from facilitator.boards.stakeholder_web.layout.lettering import Label, in_style, roughly
from facilitator.boards.stakeholder_web.layout.people import Arrangement, Somebody, there
from facilitator.boards.stakeholder_web.layout.scenery import Scenery, Subject, scenery
from facilitator.boards.stakeholder_web.layout.sectors import Sector, pushed_shares
from facilitator.boards.stakeholder_web.layout.stacks import MOST, count_label, more_label
from facilitator.boards.stakeholder_web.layout.styles import Steps
from facilitator.content import methods
from facilitator.domain.picture import Rect

_MOVED = 0.1  # of the people outside a sector: less than that share moves when one is added to it
_LEFT_OUT = 5  # people who may stay beyond a border before it moves on
_OUT = 48.0  # pixels by which a pill may reach over a border that has moved
_PUSHES = 6  # times that a sector grows
_STRAYS = 8  # people who may stand outside their sector
_PATIENCE = 4  # people of a sector for whom there is no room before nobody else of it is tried

_MUTABLE = ("_areas", "_pushes", "_first_step", "_people", "_pills", "_by_hand", "_strays", "_hidden", "_stacks")


class _Pill(NamedTuple):
    """Where somebody stands, in which step's style there was room.

    `unmoved` is where somebody put by hand would stand otherwise: that place others still leave some air.
    """

    standing: Standing
    step: int
    unmoved: Standing | None = None


class Arranging:
    """A web while people are being added to it, in styles from the roomiest to the tightest.

    Sectors share the stage alike and grow when they need more room, unless they have fixed `shares`. Who finds no
    room is counted in a stack; `strays` says whether some may stand outside their sector before it comes to that.
    """

    def __init__(
        self, subject: Subject, steps: Steps, shares: Sequence[float] | None = None, *, strays: bool = True
    ) -> None:
        self._subject, self._steps = subject, steps
        self._categories = [category.id for category in methods.categories(subject.category_set)]
        self._may_grow, self._may_stray = shares is None, strays
        self._shares = tuple(shares or [1 / len(self._categories)] * len(self._categories))
        self._areas = dict.fromkeys(self._categories, 0.0)
        self._pushes = dict.fromkeys(self._categories, 0)
        self._first_step = dict.fromkeys(self._categories, 0)
        self._people: list[Somebody] = []
        self._pills: list[_Pill | None] = []
        self._by_hand: set[int] = set()
        self._strays: set[int] = set()
        self._hidden = dict.fromkeys(self._categories, 0)
        self._stacks: dict[str, Standing] = {}
        self._may_move = self._left_out = 0
        self._scene = self._scenery(self._shares)
        self._grounds: dict[int, Ground] = {}

    def copy(self) -> "Arranging":
        """The same web, to go on with."""
        other = copy(self)
        for name in _MUTABLE:
            setattr(other, name, getattr(self, name).copy())
        other._grounds = {step: ground.copy() for step, ground in self._grounds.items()}
        return other

    def add(self, somebody: Somebody) -> None:
        """Find a place for one more."""
        place = len(self._people)
        self._people.append(somebody)
        self._pills.append(None)
        self._areas[somebody.category] += roughly(somebody.name, self._steps[0], somebody.signs)
        outside = sum(each.category != somebody.category for each in self._people)
        self._may_move = math.ceil(_MOVED * outside) - 1
        if somebody.placed:
            self._put_by_hand(place)
        if not self._pills[place] and self._hidden[somebody.category] < _PATIENCE:
            self._put(place)
        if not self._pills[place]:
            self._fold(somebody.category)

    def stack(self, category: str, count: int) -> None:
        """A stack for so many in the sector of a category, where nobody is to stand."""
        self._put_stack(category, count_label(count, self._steps[0]))

    def arrangement(self) -> Arrangement:
        """Everybody as they stand now."""
        step = max((pill.step for pill in self._pills if pill), default=0)
        style = self._steps[step]
        stacks = []
        for category, standing in self._stacks.items():
            hidden, label = self._hidden[category], in_style(standing.label, style)
            if hidden:
                label = more_label(self._subject.language, hidden, style)
            stacks.append((category, standing._replace(label=label)))
        standings = tuple(self._in_step(place, pill, step) if pill else None for place, pill in enumerate(self._pills))
        return Arrangement(replace(self._scene, style=style), standings, tuple(stacks))

    # Scenery

    def _scenery(self, shares: tuple[float, ...], *also_clear: Rect) -> Scenery:
        """Sectors, tabs and hub, alike in all styles; tabs keep clear of those who were put by hand."""
        rects = (pill.standing.rect for place in sorted(self._by_hand) if (pill := self._pills[place]))
        return scenery(self._subject, shares, self._steps[0], (*rects, *also_clear))

    def _sector(self, category: str) -> Sector:
        return self._scene.sector(category)

    def _in_step(self, place: int, pill: _Pill, step: int) -> Standing:
        """How somebody stands in the style of a step, which is at least as tight as the pill's own."""
        if step <= pill.step:
            return pill.standing
        label = in_style(pill.standing.label, self._steps[step], self._people[place].signs)
        return pill.standing._replace(label=label)

    def _ground(self, step: int) -> Ground:
        """All that is taken, in the style of a step."""
        if step not in self._grounds:
            taken = self._scene.taken()
            taken += [taken_by_rect(stack.rect) for stack in self._stacks.values()]
            for place, pill in enumerate(self._pills):
                if pill:
                    taken.append(taken_by_rect(self._in_step(place, pill, step).rect))
            self._grounds[step] = Ground(taken)
        return self._grounds[step]

    def _grow(self, category: str) -> None:
        """More room for a sector."""
        self._pushes[category] += 1
        self._shares = self._pushed(self._pushes)
        self._scene = self._scenery(self._shares)
        self._grounds = {}
        self._put_all(self._cleared())

    def _pushed(self, pushes: Mapping[str, int]) -> tuple[float, ...]:
        return tuple(pushed_shares(list(pushes.values()), list(self._areas.values())))

    def _may_push(self, category: str) -> bool:
        """Whether a sector may grow: borders that have gone far wait for people to follow, and few may be covered."""
        if not self._may_grow or self._pushes[category] == _PUSHES:
            return False
        if self._may_move <= 0 and self._left_out > _LEFT_OUT:
            return False
        after = self._scenery(self._pushed({**self._pushes, category: self._pushes[category] + 1}))
        covered = [place for place, pill in enumerate(self._pills) if pill and after.covers(pill.standing.rect)]
        return len(covered) <= max(0, self._may_move) and self._by_hand.isdisjoint(covered)

    def _cleared(self) -> list[int]:
        """Take away, and return, who is under a tab or farthest beyond a border; only a few move at a time."""
        for category, stack in list(self._stacks.items()):
            if self._beyond(category, stack.rect) > _OUT or self._scene.covers(stack.rect):
                del self._stacks[category]
                self._grounds = {}
                self._put_stack(category, stack.label)
        gone: list[int] = []
        out: list[tuple[float, int]] = []
        for place, pill in enumerate(self._pills):
            if pill:
                if self._scene.covers(pill.standing.rect):
                    gone.append(place)
                elif place not in self._by_hand:
                    beyond = self._beyond(self._people[place].category, pill.standing.rect)
                    if beyond > _OUT:
                        out.append((beyond, place))
        few = max(0, self._may_move - len(gone))
        gone += [place for _, place in sorted(out, reverse=True)[:few]]
        self._left_out = max(0, len(out) - few)
        self._may_move -= len(gone)
        self._take_away(gone)
        return sorted(gone)

    def _take_away(self, places: Sequence[int]) -> None:
        for place in places:
            self._pills[place] = None
            self._strays.discard(place)
            self._by_hand.discard(place)
        if places:
            self._grounds = {}

    def _beyond(self, category: str, rect: Rect) -> float:
        return self._sector(category).outside(*rect.centre, rect.width / 2, rect.height / 2)

    # People

    def _put_all(self, places: Sequence[int]) -> None:
        for place in places:
            if self._people[place].placed:
                self._put_by_hand(place)
            if not self._pills[place]:
                self._put(place)
            if not self._pills[place]:
                self._fold(self._people[place].category)

    def _put(self, place: int) -> None:
        """The best spot in the largest type that the sector, which may grow, has room for; or else outside of it."""
        somebody = self._people[place]
        for step in range(self._first_step[somebody.category], len(self._steps)):
            self._first_step[somebody.category] = step
            standing = self._at_home(somebody, step)
            while not standing and step and self._may_push(somebody.category):
                self._grow(somebody.category)
                standing = self._at_home(somebody, step)
            if standing:
                self._stand(place, _Pill(standing, step))
                return
        if self._may_stray and len(self._strays) < _STRAYS:
            standing = astray(somebody, self._scene, self._steps[-1], self._ground(len(self._steps) - 1))
            if standing:
                self._strays.add(place)
                self._stand(place, _Pill(standing, len(self._steps) - 1))

    def _stand(self, place: int, pill: _Pill) -> None:
        self._pills[place] = pill
        for step, ground in self._grounds.items():
            ground.add(taken_by_rect(self._in_step(place, pill, step).rect))

    def _put_by_hand(self, place: int) -> None:
        """Exactly there, in the largest type for which there is room beside others put by hand; or close by.

        Whatever else is there gives way, tabs too.
        """
        somebody = self._people[place]
        for step, style in enumerate(self._steps):
            fixed = self._scene.immovable()
            for other in sorted(self._by_hand):
                pill = self._pills[other]
                if pill:
                    fixed.append(self._in_step(other, pill, step).rect)
            standing = there(somebody, style, fixed)
            if standing and self._tabs_can_clear(standing.rect):
                self._make_way(place, _Pill(standing, step, self._at_home(somebody, 0)))
                return
        standing = close_by(somebody, self._scene, self._steps[0], self._ground(0))
        if standing:
            self._stand(place, _Pill(standing, 0))

    def _tabs_can_clear(self, rect: Rect) -> bool:
        after = self._scenery(self._shares, rect)
        others = (pill.standing.rect for place in self._by_hand if (pill := self._pills[place]))
        return not any(after.covers(each) for each in (rect, *others))

    def _make_way(self, place: int, pill: _Pill) -> None:
        self._pills[place] = pill
        self._by_hand.add(place)
        self._scene = self._scenery(self._shares)
        rect = pill.standing.rect
        gone = [
            other
            for other, each in enumerate(self._pills)
            if each and other not in self._by_hand
            if each.standing.rect.overlaps(rect) or self._scene.covers(each.standing.rect)
        ]
        self._take_away(gone)
        in_the_way = [category for category, stack in self._stacks.items() if stack.rect.overlaps(rect)]
        moved = {category: self._stacks.pop(category).label for category in in_the_way}
        self._grounds = {}
        for category, label in moved.items():
            self._put_stack(category, label)
        self._put_all(gone)

    def _at_home(self, somebody: Somebody, step: int) -> Standing | None:
        others = [
            taken_by_pill(pill.unmoved or self._in_step(place, pill, step))
            for place, pill in enumerate(self._pills)
            if pill and self._people[place].category == somebody.category
        ]
        last = step == len(self._steps) - 1
        sector, tightness = self._sector(somebody.category), Tightness(self._steps[step], first=not step, last=last)
        return at_home(somebody, sector, tightness, self._ground(step), others)

    # Stacks

    def _fold(self, category: str) -> None:
        """One more who is counted in the stack of a sector; the last of it give way to a stack that has no room."""
        self._hidden[category] += 1
        while category not in self._stacks:
            if self._put_stack(category, more_label(self._subject.language, MOST, self._steps[0])):
                break
            members = [
                place
                for place, pill in enumerate(self._pills)
                if pill and place not in self._by_hand and self._people[place].category == category
            ]
            if not members:
                break
            self._take_away(members[-1:])
            self._hidden[category] += 1

    def _put_stack(self, category: str, label: Label) -> bool:
        standing = near_rim(label, self._sector(category), self._ground(0))
        if standing:
            self._stacks[category] = standing
            self._grounds = {}
        return standing is not None
