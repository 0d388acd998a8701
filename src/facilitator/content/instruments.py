"""What assessments ask through: instruments with their areas, from `resources/content/instruments/`, and their scales.

The digital audit and the scale are our own wording. A further instrument is a further file.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

from facilitator.content.reading import Bilingual, read
from facilitator.content.resources import resource
from facilitator.content.steps import Step


@dataclass(frozen=True, slots=True)
class Level:
    """One step of a scale, from 0: its word, and what it means in a line."""

    value: int
    name: Bilingual
    meaning: Bilingual


@dataclass(frozen=True, slots=True)
class Scale:
    """The levels from 0 up, and what is said of an area whose level is not known, which is never 0."""

    id: str
    levels: tuple[Level, ...]
    unknown: Bilingual
    unknown_meaning: Bilingual

    def name_of(self, value: int | None) -> Bilingual:
        """The word for a level, None included; raises KeyError for a level that the scale does not have."""
        if value is None:
            return self.unknown
        return {level.value: level.name for level in self.levels}[value]


@dataclass(frozen=True, slots=True)
class Area:
    """What is assessed by itself: what to look at there, and an example of what would show it."""

    id: str
    code: str
    name: Bilingual
    look_at: Bilingual
    sample_evidence: Bilingual


@dataclass(frozen=True, slots=True)
class Mark:
    """What an area can be singled out as, `most` of them at a time; `plural` heads the list of them."""

    id: str
    name: Bilingual
    plural: Bilingual
    meaning: Bilingual
    most: int


@dataclass(frozen=True, slots=True)
class Instrument:
    """A set of areas on one scale: a level of `strength_from` or more is a strength, of `needs_work_to` or less not."""

    id: str
    name: Bilingual
    lead: Bilingual
    scale: Scale
    strength_from: int
    needs_work_to: int
    areas: tuple[Area, ...]
    marks: tuple[Mark, ...]
    steps: tuple[Step, ...]

    def area(self, area_id: str) -> Area:
        """One area; raises KeyError for an id that is none."""
        return {area.id: area for area in self.areas}[area_id]

    def mark(self, mark_id: str) -> Mark:
        """One mark; raises KeyError for an id that is none."""
        return {mark.id: mark for mark in self.marks}[mark_id]

    def is_strength(self, level: int | None) -> bool:
        """Whether an area at this level carries; what is not known does not."""
        return level is not None and level >= self.strength_from

    def needs_work(self, level: int | None) -> bool:
        """Whether an area at this level holds back; of what is not known nobody can say so."""
        return level is not None and level <= self.needs_work_to


@cache
def instruments() -> tuple[Instrument, ...]:
    """All instruments, in the order of their ids."""
    files = sorted(resource("content", "instruments").glob("*.json"))
    return tuple(_instrument(read("content", "instruments", file.name)) for file in files)


def instrument(instrument_id: str) -> Instrument:
    """One instrument ("digital_audit"); raises KeyError for an id that is none."""
    return {each.id: each for each in instruments()}[instrument_id]


def _instrument(entry: dict[str, Any]) -> Instrument:
    return Instrument(
        entry["id"],
        Bilingual.of(entry["name"]),
        Bilingual.of(entry["lead"]),
        scale(entry["scale"]),
        entry["strength_from"],
        entry["needs_work_to"],
        tuple(_area(each) for each in entry["areas"]),
        tuple(_mark(each) for each in entry["marks"]),
        tuple(map(Step.of, entry["steps"])),
    )


@cache
def scale(scale_id: str) -> Scale:
    """One scale; raises KeyError for an id that is none."""
    entry = {each["id"]: each for each in read("content", "assessment_scales.json")["scales"]}[scale_id]
    return Scale(
        entry["id"],
        tuple(
            Level(each["value"], Bilingual.of(each["name"]), Bilingual.of(each["meaning"])) for each in entry["levels"]
        ),
        Bilingual.of(entry["unknown"]),
        Bilingual.of(entry["unknown_meaning"]),
    )


def _area(entry: dict[str, Any]) -> Area:
    return Area(
        entry["id"],
        entry["code"],
        Bilingual.of(entry["name"]),
        Bilingual.of(entry["look_at"]),
        Bilingual.of(entry["sample_evidence"]),
    )


def _mark(entry: dict[str, Any]) -> Mark:
    return Mark(
        entry["id"],
        Bilingual.of(entry["name"]),
        Bilingual.of(entry["plural"]),
        Bilingual.of(entry["meaning"]),
        entry["most"],
    )
