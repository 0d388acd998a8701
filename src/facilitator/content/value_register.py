"""What the register of indicators is made of: starters, frequencies, words for how one stands, reviews, roles.

From `resources/content/value_register.json`; the wording is our own.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from facilitator.content.reading import Bilingual, read


@dataclass(frozen=True, slots=True)
class StandingWord:
    """How an indicator stands, in a word or two; `meaning` says it in a sentence, `symbol` is the icon beside it."""

    id: str
    name: Bilingual
    meaning: Bilingual
    symbol: str


@dataclass(frozen=True, slots=True)
class StarterKpi:
    """An indicator to pick from. Ids are those of the record `Kpi`'s fields; "" is what is not evident."""

    id: str
    name: Bilingual
    definition: Bilingual
    nature: Literal["quantitative", "qualitative"]
    measures: str
    unit: Bilingual
    better_is: str
    mode: str


@dataclass(frozen=True, slots=True)
class Cadence:
    """A kind of review: every `months` months, or every `days` days where these are 0, for so many `minutes`.

    `when` says the interval in words, `looks_at` what is looked at, `output` what comes out. `agenda` is the id of the
    agenda of such a session.
    """

    id: str
    name: Bilingual
    when: Bilingual
    days: int
    months: int
    minutes: int
    agenda: str
    looks_at: Bilingual
    output: Bilingual


@dataclass(frozen=True, slots=True)
class ReviewQuestion:
    """A line of the review form; `id` is the field of the record `Review` that holds the answer, `name` heads it."""

    id: str
    name: Bilingual
    question: Bilingual


@cache
def days_between(frequency: str) -> int | None:
    """How many days lie between two readings at a frequency; None for "" (not known)."""
    return _days()[frequency] if frequency else None


@cache
def standings() -> tuple[StandingWord, ...]:
    """All words for how an indicator stands."""
    return tuple(
        StandingWord(entry["id"], Bilingual.of(entry["name"]), Bilingual.of(entry["meaning"]), entry["symbol"])
        for entry in _register()["standings"]
    )


def standing(word_id: str) -> StandingWord:
    """One of them; raises KeyError for an id that is none."""
    return {each.id: each for each in standings()}[word_id]


@cache
def starter_kpis() -> tuple[StarterKpi, ...]:
    """Ten indicators that are counted, six that are told, one learning question."""
    return tuple(
        StarterKpi(
            entry["id"],
            Bilingual.of(entry["name"]),
            Bilingual.of(entry["definition"]),
            entry["nature"],
            entry["measures"],
            Bilingual.of(entry["unit"]),
            entry["better_is"],
            entry["mode"],
        )
        for entry in _register()["starter_kpis"]
    )


@cache
def cadences() -> tuple[Cadence, ...]:
    """The five reviews, the most frequent first: pulse, monthly, quarterly, half, annual."""
    return tuple(
        Cadence(
            entry["id"],
            Bilingual.of(entry["name"]),
            Bilingual.of(entry["when"]),
            entry["days"],
            entry["months"],
            entry["minutes"],
            entry["agenda"],
            Bilingual.of(entry["looks_at"]),
            Bilingual.of(entry["output"]),
        )
        for entry in _register()["cadences"]
    )


def cadence(cadence_id: str) -> Cadence:
    """One of them; raises KeyError for an id that is none."""
    return {each.id: each for each in cadences()}[cadence_id]


@cache
def review_questions() -> tuple[ReviewQuestion, ...]:
    """The review form from top to bottom, in the order of the fields of `Review`."""
    return tuple(
        ReviewQuestion(entry["id"], Bilingual.of(entry["name"]), Bilingual.of(entry["question"]))
        for entry in _register()["review_questions"]
    )


@cache
def _days() -> dict[str, int]:
    return {entry["id"]: entry["days"] for entry in _register()["frequencies"]}


@cache
def _register() -> dict[str, Any]:
    register: dict[str, Any] = read("content", "value_register.json")
    return register
