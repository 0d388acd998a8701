"""What one set of answers comes to: values, priorities, next steps, the light before a purchase. Pure.

All rules are our own. A level that nobody knows is never a 0: it has no gap, no priority and no part in a median.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import median
from typing import Literal

from facilitator.content.instruments import Area, Instrument, LibraryStep

Scored = Literal["", "level", "unknown", "not_applicable"]
Reason = Literal["gate", "find_out", "gap"]
Light = Literal["red", "amber", "green", "open"]

GATE_TO = 1
"""A gate item at this level or below is to be settled before launch."""

CRITICAL = 3
"""The importance from which what nobody knows is worth finding out, and from which a low level stops a purchase."""

FIND_OUT_GAP = 2
"""What nobody knows is ranked like a gap of 2: neither the worst case nor the best."""

_EFFORTS = ("S", "M", "L")

_Ranked = tuple[tuple[int, int, int, int], "Suggestion"]


@dataclass(frozen=True, slots=True)
class Said:
    """What was answered about one area; `level` only where `scored` is "level", `importance` None where nobody said.

    `target` None is the instrument's own. `opportunities` and `constraints` are ids of tags.
    """

    area: str
    scored: Scored = ""
    level: int | None = None
    target: int | None = None
    importance: int | None = None
    opportunities: tuple[str, ...] = ()
    constraints: tuple[str, ...] = ()
    example: str = ""


@dataclass(frozen=True, slots=True)
class Value:
    """What a dimension or profile comes to: `value` None where it is hidden; `scored` of `applicable` have a level."""

    id: str
    value: float | None
    scored: int
    applicable: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What to do about an area, and why; `step` is None where something is to be found out or the library has none.

    `priority` is gap times importance, 0 to 12.
    """

    area: str
    reason: Reason
    priority: int
    step: LibraryStep | None = None


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What an assessment suggests: gate items first and however many, then at most five; `further` were left out.

    Gate items that nobody knows follow those that are to be settled. `find_out` are those of the further ones that are
    critical, and nobody knows: they are told whatever else there is.
    """

    before_launch: tuple[Suggestion, ...]
    steps: tuple[Suggestion, ...]
    find_out: tuple[Suggestion, ...]
    further: int


@dataclass(frozen=True, slots=True)
class QuickWin:
    """A step of little effort for an area with a gap, where an opportunity has been seen."""

    area: str
    step: LibraryStep
    opportunities: tuple[str, ...]


def dimension_values(asked: Instrument, said: Iterable[Said]) -> tuple[Value, ...]:
    """The value of each dimension, in order: the median of the levels in it, hidden below half of what applies."""
    found = _by_area(said)
    return tuple(_value(each.id, asked.areas_of(each.id), found) for each in asked.dimensions)


def profile_values(asked: Instrument, said: Iterable[Said]) -> tuple[Value, ...]:
    """The value of each profile, by the same rule, over its own areas and those that are tagged with it."""
    found = _by_area(said)
    return tuple(_value(each.id, asked.areas_for(each.id), found) for each in asked.profiles)


def gap(asked: Instrument, said: Said) -> int | None:
    """How far the level is below what is wanted, never below 0; None where there is no level or nothing is wanted."""
    wanted = asked.default_target if said.target is None else said.target
    if said.level is None or wanted is None or said.scored != "level":
        return None
    return max(0, wanted - said.level)


def priority(asked: Instrument, said: Said) -> int | None:
    """Gap times importance, 0 to 12; an importance nobody gave counts as 1, the least. None where there is no gap."""
    missing = gap(asked, said)
    return None if missing is None else missing * (said.importance or 1)


def suggestions(asked: Instrument, said: Iterable[Said]) -> Suggestions:
    """What to do next: gate items at 1 or below or that nobody knows, outside the cap, then the first five by priority.

    Equal priorities: the larger gap first, then the smaller effort, then the order of the instrument.
    """
    found = _by_area(said)
    gates: list[_Ranked] = []
    unknown: list[_Ranked] = []
    others: list[_Ranked] = []
    for place, area in enumerate(asked.areas):
        each = found.get(area.id, Said(area.id))
        if area.gate and each.scored == "level" and each.level is not None and each.level <= GATE_TO:
            gates.append((_rank(asked, each, place), _suggestion(asked, each, "gate")))
        elif each.scored == "unknown" and (area.gate or each.importance == CRITICAL):
            weight = FIND_OUT_GAP * (each.importance or 1)
            find_out = (-weight, -FIND_OUT_GAP, 0, place), Suggestion(area.id, "find_out", weight)
            (unknown if area.gate else others).append(find_out)
        elif gap(asked, each):
            others.append((_rank(asked, each, place), _suggestion(asked, each, "gap")))
    ranked = _in_order(others)
    steps, further = ranked[: asked.most_steps], ranked[asked.most_steps :]
    left = tuple(each for each in further if each.reason == "find_out")
    return Suggestions((*_in_order(gates), *_in_order(unknown)), steps, left, len(further))


def quick_wins(asked: Instrument, said: Iterable[Said]) -> tuple[QuickWin, ...]:
    """Where an opportunity meets a gap of at least 1 and a step of effort S, in the order of the instrument."""
    found = _by_area(said)
    wins: list[QuickWin] = []
    for area in asked.areas:
        each = found.get(area.id, Said(area.id))
        if each.opportunities and gap(asked, each):
            small = [step for step in asked.steps_for(area.id) if step.effort == "S"]
            wins.extend(QuickWin(area.id, step, each.opportunities) for step in small)
    return tuple(wins)


def ready_to_buy(asked: Instrument, said: Iterable[Said]) -> Light | None:
    """The light before a purchase, a talking point and not a verdict; None for an instrument that has none.

    Red: an area that it hangs on is critical and at 1 or below. Open: none is, but one has no level yet. Amber: one is
    at 2, or below without being critical. Green: all others. What does not apply is left out.
    """
    if asked.ready is None:
        return None
    found = _by_area(said)
    on = [found.get(area, Said(area)) for area in asked.ready.areas]
    on = [each for each in on if each.scored != "not_applicable"]
    levels = [each.level if each.scored == "level" else None for each in on]
    if any(
        level is not None and level <= GATE_TO and each.importance == CRITICAL
        for level, each in zip(levels, on, strict=True)
    ):
        return "red"
    if None in levels or not levels:
        return "open"
    return "amber" if any(level is not None and level <= GATE_TO + 1 for level in levels) else "green"


def is_hollow(said: Said) -> bool:
    """Whether a rating stands without an example: it is drawn hollow. What is not rated is not hollow, but open."""
    return said.scored == "level" and not said.example.strip()


def where_stuck(asked: Instrument, said: Iterable[Said]) -> Suggestion | None:
    """The first area from the left that needs work, with its action; None where none does. For the adoption check.

    The order is that of our own five steps, which is compatible with the order of published adoption models: what
    stands further right cannot hold before it. A step that nobody has asked about is passed over.
    """
    found = _by_area(said)
    for area in asked.areas:
        each = found.get(area.id, Said(area.id))
        if each.scored == "level" and asked.needs_work(each.level):
            return _suggestion(asked, each, "gap")
    return None


def _by_area(said: Iterable[Said]) -> Mapping[str, Said]:
    return {each.area: each for each in said}


def _value(its_id: str, areas: Iterable[Area], found: Mapping[str, Said]) -> Value:
    on = [found.get(area.id, Said(area.id)) for area in areas]
    applicable = [each for each in on if each.scored != "not_applicable"]
    levels = [each.level for each in applicable if each.scored == "level" and each.level is not None]
    enough = bool(levels) and 2 * len(levels) >= len(applicable)
    return Value(its_id, float(median(levels)) if enough else None, len(levels), len(applicable))


def _suggestion(asked: Instrument, said: Said, reason: Reason) -> Suggestion:
    steps = sorted(asked.steps_for(said.area), key=lambda step: _EFFORTS.index(step.effort))
    return Suggestion(said.area, reason, priority(asked, said) or 0, steps[0] if steps else None)


def _in_order(some: Iterable[_Ranked]) -> tuple[Suggestion, ...]:
    return tuple(suggestion for _, suggestion in sorted(some, key=lambda pair: pair[0]))


def _rank(asked: Instrument, said: Said, place: int) -> tuple[int, int, int, int]:
    efforts = [_EFFORTS.index(step.effort) for step in asked.steps_for(said.area)]
    return (-(priority(asked, said) or 0), -(gap(asked, said) or 0), min(efforts, default=len(_EFFORTS)), place)
