"""The value board of the sample engagement: see `sample` for what its data looks like."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from facilitator.content.reading import Bilingual


@dataclass(frozen=True, slots=True)
class SampleLink:
    """A link between two cards, by their keys, with what has to hold for it or how a trade-off is settled."""

    start: str
    end: str
    kind: str
    note: Bilingual


@dataclass(frozen=True, slots=True)
class SampleServed:
    """Somebody whom an impact serves: a stakeholder by `key`, or "" and a `name` that the web does not have."""

    key: str
    name: Bilingual


@dataclass(frozen=True, slots=True)
class SampleReading:
    """A reading of an indicator."""

    read_on: date
    value: float | None
    rating: int | None
    narrative: Bilingual
    voices: Bilingual
    evidence: Bilingual


@dataclass(frozen=True, slots=True)
class SampleCard:
    """A card in a column of the value board, at the place `slot` where tidying put it, None for a strip.

    `details` are fields of the record that says more of a card of the column, by their names: ids, numbers, ISO dates
    and texts in both languages.
    """

    key: str
    column: str
    slot: int | None
    text: Bilingual
    details: Mapping[str, Any]
    serves: tuple[SampleServed, ...]
    readings: tuple[SampleReading, ...]


@dataclass(frozen=True, slots=True)
class SampleReview:
    """A review of the indicators; `answers` are those of the form by its fields, none while it was not held."""

    key: str
    cadence: str
    planned_on: date
    held_on: date | None
    answers: Mapping[str, Bilingual]


@dataclass(frozen=True, slots=True)
class SampleDots:
    """How many dots one person gave, by the keys of cards: private."""

    person: str
    dots: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class SampleValueBoard:
    """The value board, with some threads broken on purpose; `test` are the answers to the public value test."""

    title: Bilingual
    question: Bilingual
    test: Mapping[str, str]
    cards: tuple[SampleCard, ...]
    links: tuple[SampleLink, ...]
    reviews: tuple[SampleReview, ...]
    dots: tuple[SampleDots, ...]


def _link(entry: dict[str, Any]) -> SampleLink:
    return SampleLink(entry["from"], entry["to"], entry["kind"], Bilingual.of(entry["note"]))


def value_board_of(entry: dict[str, Any]) -> SampleValueBoard:
    """The value board that an object of the data holds."""
    return SampleValueBoard(
        Bilingual.of(entry["title"]),
        Bilingual.of(entry["question"]),
        entry["test"],
        tuple(_card(part) for part in entry["cards"]),
        tuple(_link(part) for part in entry["links"]),
        tuple(_review(part) for part in entry["reviews"]),
        tuple(SampleDots(part["person"], part["dots"]) for part in entry["dots"]),
    )


def _card(entry: dict[str, Any]) -> SampleCard:
    nobody = {"en": "", "fr": ""}
    return SampleCard(
        entry["key"],
        entry["column"],
        entry["slot"],
        Bilingual.of(entry["text"]),
        values_of(entry["details"]),
        tuple(SampleServed(part.get("key", ""), Bilingual.of(part.get("name", nobody))) for part in entry["serves"]),
        tuple(
            SampleReading(**values_of(part) | {"read_on": date.fromisoformat(part["read_on"])})
            for part in entry["readings"]
        ),
    )


def _review(entry: dict[str, Any]) -> SampleReview:
    days = {"planned_on": date.fromisoformat(entry["planned_on"]), "held_on": day_of(entry["held_on"])}
    return SampleReview(**values_of(entry) | days | {"answers": values_of(entry["answers"])})


def values_of(entry: dict[str, Any]) -> dict[str, Any]:
    """What an entry holds under the same names: texts in both languages, lists of ids, plain values."""
    return {name: _value(part) for name, part in entry.items()}


def _value(part: Any) -> Any:
    if isinstance(part, dict) and "en" in part:
        return Bilingual.of(part)
    return tuple(part) if isinstance(part, list) else part


def day_of(text: str | None) -> date | None:
    """An ISO date, None for null."""
    return date.fromisoformat(text) if text else None
