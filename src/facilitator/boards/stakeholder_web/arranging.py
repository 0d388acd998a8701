"""Three ways to put people on the scenery: by ring and sector, squeezed in wherever there is room, or folded."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from facilitator.boards.stakeholder_web.geometry import RINGS, rays
from facilitator.boards.stakeholder_web.ground import Standing, Taken, taken_by_pill, taken_by_rect, within_frame
from facilitator.boards.stakeholder_web.lettering import Label, pill_labels
from facilitator.boards.stakeholder_web.packing import Parcel, packed
from facilitator.boards.stakeholder_web.placing import Member, astray, near, nearest, placed
from facilitator.boards.stakeholder_web.scenery import Scenery
from facilitator.boards.stakeholder_web.sectors import Sector

_MOST = 120  # people of one sector who are tried; the whole stage has room for fewer
_PATIENCE = 4  # people moved off the place where a hand put them, before nobody else is tried


class Somebody(NamedTuple):
    """A stakeholder as the layout sees it; `name` as it is shown."""

    name: str
    category: str
    ring: int
    placed: tuple[float, float] | None


Standings = list[Standing | None]
"""Where people stand, in their order; None for those for whom there was no room."""


def by_ring(people: Sequence[Somebody], scene: Scenery, *, strays: int) -> Standings:
    """Everybody near the ring inside the sector, but for at most so many `strays` who don't fit in theirs.

    Gives up, with some left out, as soon as that can't come out.
    """
    found, taken = _by_hand_or_close(people, scene)
    homeless = 0
    for sector, members in _members(people, scene):
        homeless += _fill(sector, members, people, scene, found, taken)
        if homeless > strays:
            return found
    for place, somebody in enumerate(people):
        if found[place] is None:
            labels = pill_labels(somebody.name, scene.style)
            middle = _sector(somebody, scene).middle
            standing = astray(scene.style, labels, middle, somebody.ring, taken)
            if not standing and scene.style.off_ring >= 1:
                standing = nearest(scene.style, labels, *_home(somebody, scene), taken)
            found[place] = standing
            if not standing:
                return found
            taken.append(taken_by_pill(standing))
    return found


def squeezed(people: Sequence[Somebody], scene: Scenery, *, tightly: bool) -> Standings:
    """Everybody wherever there is room, near the ring in the sector as far as can be (not so `tightly`)."""
    found, taken = _by_hand(people, range(len(people)), scene)
    left = [place for place, standing in enumerate(found) if not standing]
    parcels = [Parcel(pill_labels(people[place].name, scene.style), *_home(people[place], scene)) for place in left]
    for place, standing in zip(left, packed(parcels, taken, scene.style.gap, tightly=tightly), strict=True):
        found[place] = standing
    return found


def folded(
    people: Sequence[Somebody], scene: Scenery, stack_label: Label, crowded: Iterable[str]
) -> tuple[Standings, dict[str, Standing]]:
    """As many as fit by ring and sector, and the stacks, by category, for those who don't; `stack_label` is the widest.

    `crowded` are the categories that need a stack for sure.
    """
    stacks = dict.fromkeys(crowded, _NOWHERE)
    hands = [place for place, somebody in enumerate(people) if somebody.placed]
    while True:
        found, taken = _by_hand(people, hands, scene)
        standing_stacks = _stacks(stacks, stack_label, scene, taken)
        if standing_stacks is None:  # those placed by hand leave no room for them: half of those give way
            hands = hands[: len(hands) // 2]
            continue
        stacks = standing_stacks
        taken += [taken_by_pill(stack) for stack in stacks.values()]
        again = False
        for sector, members in _members(people, scene):
            homeless = _fill(sector, members, people, scene, found, taken)
            if homeless and sector.category not in stacks:
                stacks[sector.category] = _NOWHERE
                again = True
        if not again:
            return found, stacks


_NOWHERE = Standing(0, 0, Label((), 0, 0))


def _stacks(
    wanted: Mapping[str, Standing], label: Label, scene: Scenery, taken: Sequence[Taken]
) -> dict[str, Standing] | None:
    """The stacks of these categories, each near the rim of its sector; None if there is no room for one."""
    used, found = list(taken), {}
    for sector in scene.sectors:
        if sector.category in wanted:
            x, y = rays()[sector.middle].point(RINGS[3])
            stack = nearest(scene.style, [label], x, y, used)
            if not stack:
                return None
            found[sector.category] = stack
            used.append(taken_by_pill(stack))
    return found


def _by_hand(people: Sequence[Somebody], hands: Iterable[int], scene: Scenery) -> tuple[Standings, list[Taken]]:
    """Those of `hands` who can stand where they were placed, and all that is taken then."""
    taken = scene.taken()
    found: Standings = [None] * len(people)
    for place in hands:
        somebody = people[place]
        if somebody.placed:
            found[place] = standing = _there(pill_labels(somebody.name, scene.style), *somebody.placed, taken)
            if standing:
                taken.append(taken_by_rect(standing.rect))
    return found, taken


def _by_hand_or_close(people: Sequence[Somebody], scene: Scenery) -> tuple[Standings, list[Taken]]:
    """Those who were placed by hand, where they were placed or as close to it as can be; and all that is taken then."""
    found, taken = _by_hand(people, range(len(people)), scene)
    failed = 0
    for place, somebody in enumerate(people):
        if somebody.placed and not found[place] and failed < _PATIENCE:
            found[place] = standing = nearest(
                scene.style, pill_labels(somebody.name, scene.style), *somebody.placed, taken
            )
            if standing:
                taken.append(taken_by_rect(standing.rect))
            failed += standing is None
    return found, taken


def _there(labels: Sequence[Label], x: float, y: float, taken: Sequence[Taken]) -> Standing | None:
    """Standing at exactly this place, in the first shape that fits there; None if none does."""
    for label in labels:
        standing = Standing(x, y, label)
        rect = standing.rect
        if within_frame(rect) and not any(rect.overlaps(each.rect) for each in taken):
            return standing
    return None


def _members(people: Sequence[Somebody], scene: Scenery) -> list[tuple[Sector, list[int]]]:
    """For each sector the places of the people in it."""
    members: dict[str, list[int]] = {sector.category: [] for sector in scene.sectors}
    for place, somebody in enumerate(people):
        members[somebody.category].append(place)
    return [(sector, members[sector.category]) for sector in scene.sectors]


def _fill(
    sector: Sector,
    members: Sequence[int],
    people: Sequence[Somebody],
    scene: Scenery,
    found: Standings,
    taken: list[Taken],
) -> int:
    """Let the members of a sector stand where they do best, and return for how many there was no room.

    Those who stand already keep their turn, so that moving one by hand leaves the others where they are.
    """
    tried = sorted(members, key=lambda place: people[place].ring)[:_MOST]
    these = []
    for place in tried:
        labels = () if found[place] else pill_labels(people[place].name, scene.style)
        these.append(Member(labels, people[place].ring))
    widest = max((label.width for member in these for label in member.labels), default=0)
    around = near(sector, taken, widest / 2 + scene.style.air)
    spokes = tuple(taken_by_pill(standing) for place in tried if (standing := found[place]))
    for place, standing in zip(tried, placed(scene.style, sector, tuple(these), around + spokes), strict=True):
        if standing:
            found[place] = standing
            taken.append(taken_by_rect(standing.rect))
    return sum(found[place] is None for place in members)


def _home(somebody: Somebody, scene: Scenery) -> tuple[float, float]:
    """The place on the ring in the middle of the sector, or where a hand put somebody."""
    if somebody.placed:
        return somebody.placed
    return rays()[_sector(somebody, scene).middle].point(RINGS[somebody.ring - 1])


def _sector(somebody: Somebody, scene: Scenery) -> Sector:
    return next(sector for sector in scene.sectors if sector.category == somebody.category)
