"""What the civic value board is made of: columns, links, words for gaps, starter cards.

From `resources/content/value_board.json`. The board separates values that steer how we act from value that we
produce, after Open North's work on civic value; the wording is our own.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

from facilitator.content.reading import Bilingual, read


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `name` and `subtitle` head it, `one` is what a card of it is called, `question` fills it."""

    id: str
    name: Bilingual
    one: Bilingual
    subtitle: Bilingual
    question: Bilingual


@dataclass(frozen=True, slots=True)
class LinkKind:
    """A link, named by a verb, from a card of column `start` to one of column `end`, or `both_ways`."""

    id: str
    name: Bilingual
    start: str
    end: str
    both_ways: bool


@dataclass(frozen=True, slots=True)
class StarterValue:
    """A guiding value to pick from: what it means, and what one sees where it is honoured."""

    id: str
    name: Bilingual
    means: Bilingual
    looks_like: Bilingual


@dataclass(frozen=True, slots=True)
class StarterImpact:
    """A desired impact to pick from, with an example statement; `group` is its kind of value."""

    id: str
    group: Bilingual
    name: Bilingual
    example: Bilingual


@dataclass(frozen=True, slots=True)
class StarterApproach:
    """An approach to pick from, with the ids of the starter values and impacts that it tends to serve."""

    id: str
    name: Bilingual
    values: tuple[str, ...]
    impacts: tuple[str, ...]


@cache
def columns() -> tuple[Column, ...]:
    """The four columns in the order of the screen: guiding, approach, impact, kpi."""
    return tuple(
        Column(
            entry["id"],
            Bilingual.of(entry["name"]),
            Bilingual.of(entry["one"]),
            Bilingual.of(entry["subtitle"]),
            Bilingual.of(entry["question"]),
        )
        for entry in _board()["columns"]
    )


def column(column_id: str) -> Column:
    """One column; raises KeyError for an id that is none."""
    return {entry.id: entry for entry in columns()}[column_id]


@cache
def link_kinds() -> tuple[LinkKind, ...]:
    """The kinds of links, the usual one first where several join the same columns."""
    return tuple(
        LinkKind(
            entry["id"],
            Bilingual.of(entry["name"]),
            entry["from"],
            entry["to"],
            entry.get("both_ways", False),
        )
        for entry in _board()["links"]
    )


def link_kind(kind_id: str) -> LinkKind:
    """One kind of link; raises KeyError for an id that is none."""
    return {kind.id: kind for kind in link_kinds()}[kind_id]


def link_kinds_between(start: str, end: str) -> tuple[LinkKind, ...]:
    """The kinds that may join a card of one column to one of another, the usual first; maybe none."""
    return tuple(
        kind
        for kind in link_kinds()
        if (kind.start, kind.end) == (start, end) or (kind.both_ways and (kind.end, kind.start) == (start, end))
    )


@cache
def gap_words() -> dict[str, Bilingual]:
    """What a card says when a thread breaks off at it.

    `no_approach` on a guiding value or an impact that nothing is done for; `no_measure` on an impact;
    `no_value` and `no_impact` on an approach; `nothing_measured` on a measure that nothing leads to.
    """
    return {entry["id"]: Bilingual.of(entry["words"]) for entry in _board()["gaps"]}


@cache
def starter_values() -> tuple[StarterValue, ...]:
    """Sixteen guiding values."""
    return tuple(
        StarterValue(
            entry["id"],
            Bilingual.of(entry["name"]),
            Bilingual.of(entry["means"]),
            Bilingual.of(entry["looks_like"]),
        )
        for entry in _board()["starter_values"]
    )


@cache
def starter_impacts() -> tuple[StarterImpact, ...]:
    """Eighteen desired impacts."""
    groups = {entry["id"]: Bilingual.of(entry["name"]) for entry in _board()["impact_groups"]}
    return tuple(
        StarterImpact(entry["id"], groups[entry["group"]], Bilingual.of(entry["name"]), Bilingual.of(entry["example"]))
        for entry in _board()["starter_impacts"]
    )


@cache
def starter_approaches() -> tuple[StarterApproach, ...]:
    """Fourteen approaches."""
    return tuple(
        StarterApproach(entry["id"], Bilingual.of(entry["name"]), tuple(entry["values"]), tuple(entry["impacts"]))
        for entry in _board()["starter_approaches"]
    )


@cache
def _board() -> dict[str, Any]:
    board: dict[str, Any] = read("content", "value_board.json")
    return board
