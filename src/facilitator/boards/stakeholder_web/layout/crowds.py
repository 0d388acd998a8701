"""More people than can stand by ring and sector: squeezed in wherever there is room, or some of them folded."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from facilitator.boards.stakeholder_web.layout.geometry import RINGS, rays
from facilitator.boards.stakeholder_web.layout.ground import Ground, PlacedLabel, Taken, taken_by_pill, taken_by_rect
from facilitator.boards.stakeholder_web.layout.lettering import Label, narrowed
from facilitator.boards.stakeholder_web.layout.packing import Parcel, packed
from facilitator.boards.stakeholder_web.layout.people import Arrangement, Labels, Somebody, home, there, visiting
from facilitator.boards.stakeholder_web.layout.placing import nearest
from facilitator.boards.stakeholder_web.layout.scenery import Scenery

_GAP = 4  # pixels between pills
_NARROWER = (900, 800, 720, 640, 560, 480, 400, 320, 240, 160)  # pixels of a name that stay when all else has failed
_ASTRAY = 150.0  # pixels by which the middle of a pill may lie outside its sector
_MOST = 170  # people who are tried; the stage has room for fewer


def squeezed(people: Sequence[Somebody], scene: Scenery) -> Arrangement | None:
    """Everybody near ring and sector as far as can be, else anywhere, in the end with names cut; None if that fails."""
    for tightly in (False, True):
        standings = _packed(people, scene, tightly=tightly)
        if all(standings):
            return Arrangement(scene, standings)
    for most in _NARROWER:
        shorter = [each._replace(name=narrowed(each.name, scene.style.text, most)) for each in people]
        standings = _packed(shorter, scene, tightly=True)
        if all(standings):
            return Arrangement(scene, standings)
    return None


def folded(people: Sequence[Somebody], scene: Scenery, stack_label: Callable[[int], Label]) -> Arrangement:
    """As many as can stand in or near their sectors, and a stack with the number of the others in each.

    `stack_label` makes the words of a stack with so many.
    """
    tried = _first_of_each(people)
    left_out = Counter(each.category for each in people) - Counter(people[place].category for place in tried)
    crowded = set(left_out)
    hands = [place for place in tried if people[place].placed]
    widest = stack_label(len(people))
    while True:
        found, taken = _by_hand(people, hands, scene)
        stacks = _stacks(crowded, widest, scene, taken)
        if stacks is None:  # those placed by hand leave no room for them: half of those give way
            hands = hands[: len(hands) // 2]
            continue
        left = [place for place in tried if not found[place]]
        parcels = [_parcel(people[place], scene, bound=True) for place in left]
        taken += [taken_by_pill(stack) for stack in stacks.values()]
        for place, standing in zip(left, packed(parcels, taken, _GAP, tightly=False), strict=True):
            found[place] = standing
        hidden = Counter(each.category for each, standing in zip(people, found, strict=True) if not standing)
        if crowded >= set(hidden):
            words = {category: stack_label(count) for category, count in hidden.items()}
            shown = tuple((each, stacks[each]._replace(label=words[each])) for each in stacks if each in hidden)
            return Arrangement(scene, tuple(found), shown)
        crowded |= set(hidden)


def _first_of_each(people: Sequence[Somebody]) -> list[int]:
    """The places of those who are tried: of each category the first ones, so many that all together are _MOST."""
    turns: Counter[str] = Counter()
    turn_of = []
    for place, somebody in enumerate(people):
        turn_of.append((turns[somebody.category], place))
        turns[somebody.category] += 1
    return sorted(place for _, place in sorted(turn_of)[:_MOST])


def _packed(people: Sequence[Somebody], scene: Scenery, *, tightly: bool) -> tuple[PlacedLabel | None, ...]:
    found, taken = _by_hand(people, range(len(people)), scene)
    left = [place for place, standing in enumerate(found) if not standing]
    parcels = [_parcel(people[place], scene, bound=False) for place in left]
    for place, standing in zip(left, packed(parcels, taken, _GAP, tightly=tightly), strict=True):
        found[place] = standing
    return tuple(found)


def _parcel(somebody: Somebody, scene: Scenery, *, bound: bool) -> Parcel:
    labels = tuple(Labels(somebody, scene.style))
    if not bound or somebody.placed:
        return Parcel(labels, *home(somebody, scene))
    away = tuple(Labels(visiting(somebody), scene.style))
    return Parcel(labels, *home(somebody, scene), scene.sector(somebody.category), _ASTRAY, away)


def _by_hand(
    people: Sequence[Somebody], hands: Iterable[int], scene: Scenery
) -> tuple[list[PlacedLabel | None], list[Taken]]:
    """Those of `hands` who can stand where they were placed, and all that is taken then."""
    taken = scene.taken()
    found: list[PlacedLabel | None] = [None] * len(people)
    for place in hands:
        found[place] = standing = there(people[place], scene.style, (each.rect for each in taken))
        if standing:
            taken.append(taken_by_rect(standing.rect))
    return found, taken


def _stacks(
    wanted: Iterable[str], label: Label, scene: Scenery, taken: Sequence[Taken]
) -> dict[str, PlacedLabel] | None:
    """The stacks of these categories, each near the rim of its sector; None if there is no room for one."""
    ground, found = Ground(taken), {}
    for sector in scene.sectors:
        if sector.category in wanted:
            x, y = rays()[sector.middle].point(RINGS[3])
            stack = nearest([label], _GAP, x, y, ground)
            if not stack:
                return None
            found[sector.category] = stack
            ground.add(taken_by_pill(stack))
    return found
