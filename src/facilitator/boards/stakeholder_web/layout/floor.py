"""Who stands where on a web that is being filled: pills, stacks and scenery, and what they take in each style."""

from collections.abc import Iterable, Iterator
from copy import copy
from typing import NamedTuple

from facilitator.boards.stakeholder_web.layout.ground import Ground, PlacedLabel, Taken, taken_by_pill, taken_by_rect
from facilitator.boards.stakeholder_web.layout.lettering import in_style
from facilitator.boards.stakeholder_web.layout.people import Somebody
from facilitator.boards.stakeholder_web.layout.scenery import Scenery
from facilitator.boards.stakeholder_web.layout.styles import Steps
from facilitator.domain.picture import Rect


class Spot(NamedTuple):
    """Where somebody stands, and the step in whose style there was room.

    `unmoved` is where somebody put by hand would stand otherwise: that place others still leave some air.
    """

    standing: PlacedLabel
    step: int
    unmoved: PlacedLabel | None = None


class Floor:
    """A web while people are being put on it; a place is the number of somebody in `people`.

    `by_hand` are the places of those who stand exactly where a hand put them, `strays` of those outside their sector.
    """

    def __init__(self, steps: Steps, scene: Scenery) -> None:
        self.steps, self.scene = steps, scene
        self.people: list[Somebody] = []
        self.spots: list[Spot | None] = []
        self.by_hand: set[int] = set()
        self.strays: set[int] = set()
        self.stacks: dict[str, PlacedLabel] = {}
        self._grounds: dict[int, Ground] = {}

    def copy(self) -> "Floor":
        """The same, to go on with."""
        other = copy(self)
        other.people, other.spots = self.people[:], self.spots[:]
        other.by_hand, other.strays, other.stacks = self.by_hand.copy(), self.strays.copy(), self.stacks.copy()
        other._grounds = {step: ground.copy() for step, ground in self._grounds.items()}
        return other

    def ground(self, step: int) -> Ground:
        """All that is taken, in the style of a step."""
        if step not in self._grounds:
            self._grounds[step] = Ground(self.taken(step))
        return self._grounds[step]

    def taken(self, step: int, but: Iterable[int] = ()) -> list[Taken]:
        """What takes the ground in the style of a step, `but` for some people."""
        rects = [stack.rect for stack in self.stacks.values()]
        rects += [self.in_step(place, step).rect for place in self.standing() if place not in but]
        return self.scene.taken() + [taken_by_rect(rect) for rect in rects]

    def standing(self) -> Iterator[int]:
        """The places of all who stand."""
        return (place for place, spot in enumerate(self.spots) if spot)

    def members(self, category: str) -> list[int]:
        """The places of those of a category who stand."""
        return [place for place in self.standing() if self.people[place].category == category]

    def rect(self, place: int) -> Rect:
        """The largest rectangle in which somebody who stands is shown."""
        spot = self.spots[place]
        assert spot
        return spot.standing.rect

    def in_step(self, place: int, step: int) -> PlacedLabel:
        """How somebody who stands does so in the style of a step, if that is tighter than where there was room."""
        spot = self.spots[place]
        assert spot
        if step <= spot.step:
            return spot.standing
        return spot.standing._replace(label=in_style(spot.standing.label, self.steps[step], self.people[place].signs))

    def air(self, category: str, step: int) -> list[Taken]:
        """The pills of a category, to which others of it leave air."""
        pills = []
        for place in self.members(category):
            spot = self.spots[place]
            assert spot
            pills.append(taken_by_pill(spot.unmoved or self.in_step(place, step)))
        return pills

    def put(self, place: int, spot: Spot) -> None:
        """Somebody stands there from now on."""
        self.spots[place] = spot
        for step, ground in self._grounds.items():
            ground.add(taken_by_rect(self.in_step(place, step).rect))

    def take_away(self, places: Iterable[int]) -> None:
        """Nobody of these stands any more."""
        for place in places:
            self.spots[place] = None
            self.strays.discard(place)
            self.by_hand.discard(place)
            self._grounds = {}

    def put_stack(self, category: str, stack: PlacedLabel) -> None:
        """A stack stands there from now on."""
        self.stacks[category] = stack
        self._grounds = {}

    def take_stack_away(self, category: str) -> PlacedLabel:
        """The stack of a category, which stands no more."""
        self._grounds = {}
        return self.stacks.pop(category)

    def change(self, scene: Scenery) -> None:
        """Other sectors and tabs; who doesn't fit in is not looked after."""
        self.scene = scene
        self._grounds = {}

    def hand_rects(self) -> list[Rect]:
        """What those take who were put by hand."""
        return [self.rect(place) for place in sorted(self.by_hand)]
