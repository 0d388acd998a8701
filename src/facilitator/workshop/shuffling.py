"""The people of a session in a random order, or in random groups in which they meet others than last time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from random import Random

from facilitator.domain.change import Change, adding, removing
from facilitator.domain.document import Document
from facilitator.domain.engagement import Person, Session
from facilitator.domain.participation import Shuffle, ShuffledPerson
from facilitator.domain.record import new_id
from facilitator.domain.refusal import EditRejected
from facilitator.workshop.participants import participants

MOST_IN_GROUP = 50

_REMEMBERED = 12
"""Drawings that count: so many rounds ago two people are as good as new to each other."""
_LOOKS = 80_000
"""Pairs that are looked at before the best groups so far will do: a few hundredths of a second."""
_IDLE = 12
"""Exchanges that gain nothing, before all begins anew."""

Met = dict[tuple[str, str], int]
"""How much it matters that two people (ids in order) do not meet again; who never met is not in it."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A shuffle with its people: one group for an order."""

    shuffle: Shuffle
    groups: tuple[tuple[Person, ...], ...]

    @property
    def is_order(self) -> bool:
        """Whether it is an order for a round."""
        return self.shuffle.size == 0


def sizes(count: int, size: int) -> tuple[int, ...]:
    """How large the groups are when so many people come together in groups of `size`: they differ by one at most.

    Nobody is alone unless groups of one are asked for or there is one person only. Sevens in fours are 4 and 3.
    """
    if not count:
        return ()
    groups = max(1, (2 * count + size) // (2 * size))
    while size > 1 and groups > 1 and count // groups < 2:
        groups -= 1
    least, more = divmod(count, groups)
    return tuple(least + (place < more) for place in range(groups))


def in_groups(ids: Sequence[str], size: int, met: Met, random: Random) -> list[list[str]]:
    """Everybody once, in groups as `sizes` says, with as little of `met` as was found.

    Random groups, in which whoever meets again changes places with the one with whom that helps most; anew from other
    groups where nothing helps, until nobody meets again or enough was looked at.
    """
    wanted = sizes(len(ids), size)
    best: list[list[str]] = []
    best_cost, looks = -1, 0
    while best_cost and (best_cost < 0 or looks < _LOOKS):
        groups, cost, seen = _settled(_dealt(ids, wanted, random), met, random, _LOOKS - looks)
        looks += seen
        if best_cost < 0 or cost < best_cost:
            best, best_cost = groups, cost
    return best


def met_before(drawings: Iterable[Iterable[Iterable[str]]]) -> Met:
    """Who was in one group, from the groups of drawings, the latest first: each counts twice as much as the next."""
    met: Met = {}
    for age, groups in enumerate(drawings):
        if age == _REMEMBERED:
            break
        for group in groups:
            for pair in combinations(sorted(group), 2):
                met[pair] = met.get(pair, 0) + 2 ** (_REMEMBERED - age)
    return met


def drawn(document: Document, session_id: str, size: int, random: Random, *, instead_of: str = "") -> Change:
    """Put those who are there into a random order (`size` 0) or into groups of `size`, and keep it for the next time.

    Whoever is marked absent is left out. Groups avoid who was together in this session and in the others of its
    cohort, the latest most. `instead_of` is the id of a drawing that was not used: it goes, and counts no more.
    Raises EditRejected: "no_session", "gone", "people_nobody", "group_size" (most).
    """
    if not session_id:
        raise EditRejected("no_session")
    document.get(Session, session_id)
    if not 0 <= size <= MOST_IN_GROUP:
        raise EditRejected("group_size", most=MOST_IN_GROUP)
    ids = [each.person.id for each in participants(document, session_id) if each.attendance.presence != "absent"]
    if not ids:
        raise EditRejected("people_nobody")
    before = [each for each in drawings(document, session_id) if each.shuffle.id != instead_of]
    if size:
        met = met_before([[person.id for person in group] for group in each.groups] for each in before if each.groups)
        groups = in_groups(ids, size, met, random)
    else:
        groups = [random.sample(ids, len(ids))]
    number = max((each.number for each in document.every(Shuffle)), default=0) + 1
    shuffle = Shuffle(id=new_id(), session_id=session_id, number=number, size=size)
    places = [
        ShuffledPerson(id=new_id(), shuffle_id=shuffle.id, person_id=person_id, group=group, place=place)
        for group, members in enumerate(groups, start=1)
        for place, person_id in enumerate(members, start=1)
    ]
    gone = _with_places(document, instead_of) if instead_of else []
    return Change("shuffle_people", (*removing(gone), *adding((shuffle, *places))))


def drawings(document: Document, session_id: str) -> list[Drawing]:
    """The groups that were drawn in this session and in others of its cohort, the latest first; no orders."""
    cohort = document.get(Session, session_id).cohort_id
    together = {each.id for each in document.every(Session) if cohort is not None and each.cohort_id == cohort}
    its = [each for each in document.every(Shuffle) if each.session_id in together | {session_id} and each.size]
    return [_drawing(document, each) for each in sorted(its, key=lambda each: (each.number, each.id), reverse=True)]


def latest_drawing(document: Document, session_id: str) -> Drawing | None:
    """What was drawn last in this session, an order or groups; None where nothing was."""
    its = (each for each in document.every(Shuffle) if each.session_id == session_id)
    last = max(its, key=lambda each: (each.number, each.id), default=None)
    return _drawing(document, last) if last else None


def again(document: Document, drawing: Drawing) -> int | None:
    """How many pairs of a drawing were together in an earlier one that counts; None where there is no earlier one."""
    earlier = [
        each for each in drawings(document, drawing.shuffle.session_id) if each.shuffle.number < drawing.shuffle.number
    ]
    met = met_before([[person.id for person in group] for group in each.groups] for each in earlier)
    pairs = (pair for group in drawing.groups for pair in combinations(sorted(each.id for each in group), 2))
    return sum(pair in met for pair in pairs) if earlier else None


def _drawing(document: Document, shuffle: Shuffle) -> Drawing:
    rows = [each for each in document.every(ShuffledPerson) if each.shuffle_id == shuffle.id]
    groups: dict[int, list[Person]] = {}
    for row in sorted(rows, key=lambda row: (row.group, row.place, row.id)):
        if person := document.find(Person, row.person_id):
            groups.setdefault(row.group, []).append(person)
    return Drawing(shuffle, tuple(map(tuple, groups.values())))


def _with_places(document: Document, shuffle_id: str) -> list[Shuffle | ShuffledPerson]:
    rows = [each for each in document.every(ShuffledPerson) if each.shuffle_id == shuffle_id]
    return [*rows, document.get(Shuffle, shuffle_id)]


def _dealt(ids: Sequence[str], wanted: Sequence[int], random: Random) -> list[list[str]]:
    mixed = iter(random.sample(ids, len(ids)))
    return [[next(mixed) for _ in range(size)] for size in wanted]


def _settled(groups: list[list[str]], met: Met, random: Random, looks: int) -> tuple[list[list[str]], int, int]:
    """The groups after exchanges that help, what they still cost, and how many pairs were looked at."""
    seen = idle = 0
    while True:
        burdened = [(place, each) for place, group in enumerate(groups) for each in group if _burden(met, each, group)]
        seen += sum(len(group) ** 2 for group in groups)
        if not burdened or idle > _IDLE or seen > looks or len(groups) == 1:
            cost = sum(_burden(met, each, groups[place]) for place, each in burdened) // 2
            return groups, cost, max(seen, 1)
        place, person = random.choice(burdened)
        gain, exchanges = _best_exchanges(groups, place, person, met)
        seen += 4 * sum(map(len, groups)) * len(groups[place])
        idle = 0 if gain > 0 else idle + 1
        if gain >= 0:  # one that changes nothing can lead to one that helps
            other_place, other = random.choice(exchanges)
            own, group = groups[place], groups[other_place]
            own[own.index(person)], group[group.index(other)] = other, person


def _best_exchanges(
    groups: Sequence[Sequence[str]], place: int, person: str, met: Met
) -> tuple[int, list[tuple[int, str]]]:
    """With whom of other groups (group and person) somebody changes places best, and what that gains."""
    own, best, most = groups[place], list[tuple[int, str]](), 0
    for other_place, group in enumerate(groups):
        for other in group if other_place != place else ():
            now = _burden(met, person, own) + _burden(met, other, group)
            gain = now - _burden(met, person, group, other) - _burden(met, other, own, person)
            if not best or gain > most:
                best, most = [(other_place, other)], gain
            elif gain == most:
                best.append((other_place, other))
    return most, best


def _burden(met: Met, person: str, group: Sequence[str], without: str = "") -> int:
    """How much it matters whom of a group somebody has met."""
    pairs = ((person, each) if person < each else (each, person) for each in group if each not in (person, without))
    return sum(met.get(pair, 0) for pair in pairs)
