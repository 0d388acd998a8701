"""What the civic value board is made of: columns, strips, links, words for gaps, choices, questions, starter cards.

From `resources/content/value_board.json`. The board separates values that steer how we act from value that we
produce, after Open North's work on civic value; the public value test is after Moore's strategic triangle; the
wording is our own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from facilitator.content.methods import Choice
from facilitator.content.reading import Bilingual, read
from facilitator.content.steps import Step


@dataclass(frozen=True, slots=True)
class Column:
    """A column or strip: `name` and `subtitle` head it, `one` is what its cards are called, `question` fills it."""

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
    """A desired impact to pick from, with an example statement; `kind` is the id of its group in `impact_groups`."""

    id: str
    kind: str
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


@dataclass(frozen=True, slots=True)
class ValueQuestion:
    """A question of the public value test; `id` is the field of the record `ValueFrame` that holds the answer."""

    id: str
    name: Bilingual
    question: Bilingual


@cache
def columns() -> tuple[Column, ...]:
    """The four columns in the order of the screen: guiding, approach, impact, kpi."""
    return tuple(_column(entry) for entry in _board()["columns"])


@cache
def strips() -> tuple[Column, ...]:
    """The three side strips: assumption, side_effect, parking. No link joins their cards."""
    return tuple(_column(entry) for entry in _board()["strips"])


@cache
def columns_and_strips() -> tuple[Column, ...]:
    """The four columns, then the three strips."""
    return (*columns(), *strips())


def column(column_id: str) -> Column:
    """One column or strip; raises KeyError for an id that is none."""
    return {entry.id: entry for entry in columns_and_strips()}[column_id]


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
def impact_groups() -> tuple[Choice, ...]:
    """The seven kinds of value that an impact may be of: social, democratic, economic, ..."""
    return _choices(_board()["impact_groups"])


@cache
def choices(field: str) -> tuple[Choice, ...]:
    """What may be chosen in a field of a record, by the field's name; raises KeyError for one without choices.

    `source` (of a guiding value), `kind`, `level`, `direction` (of an impact), `stage` (of an approach), and of an
    indicator `nature`, `measures`, `timing`, `better_is`, `mode`, `frequency`, `cost_to_collect`, `status`. "" always
    means not known and is not among them.
    """
    if field == "kind":
        return impact_groups()
    if field == "frequency":
        return _choices(read("content", "value_register.json")["frequencies"])
    return _choices(_board()["choices"][field])


def choice_name(field: str, choice_id: str) -> Bilingual:
    """The words for what was chosen in a field; raises KeyError where that is no choice of it."""
    return {each.id: each.name for each in choices(field)}[choice_id]


@cache
def value_questions() -> tuple[ValueQuestion, ...]:
    """The three questions of the public value test: valuable, authorised, doable."""
    return tuple(
        ValueQuestion(entry["id"], Bilingual.of(entry["name"]), Bilingual.of(entry["question"]))
        for entry in _board()["public_value_test"]["questions"]
    )


@cache
def value_answers() -> tuple[Choice, ...]:
    """What may be answered to each: yes, partly, not_yet."""
    return _choices(_board()["public_value_test"]["answers"])


@cache
def steps() -> tuple[Step, ...]:
    """What the facilitator asks, by column in the order in which groups think (guiding, impact, approach, kpi), then
    on reporting.
    """
    return tuple(map(Step.of, _board()["prompts"]))


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
    groups = {group.id: group.name for group in impact_groups()}
    return tuple(
        StarterImpact(
            entry["id"],
            entry["group"],
            groups[entry["group"]],
            Bilingual.of(entry["name"]),
            Bilingual.of(entry["example"]),
        )
        for entry in _board()["starter_impacts"]
    )


@cache
def starter_approaches() -> tuple[StarterApproach, ...]:
    """Fourteen approaches."""
    return tuple(
        StarterApproach(entry["id"], Bilingual.of(entry["name"]), tuple(entry["values"]), tuple(entry["impacts"]))
        for entry in _board()["starter_approaches"]
    )


def _column(entry: dict[str, Any]) -> Column:
    name, one, subtitle, question = (Bilingual.of(entry[key]) for key in ("name", "one", "subtitle", "question"))
    return Column(entry["id"], name, one, subtitle, question)


def _choices(entries: Sequence[dict[str, Any]]) -> tuple[Choice, ...]:
    return tuple(Choice(entry["id"], Bilingual.of(entry["name"])) for entry in entries)


@cache
def _board() -> dict[str, Any]:
    board: dict[str, Any] = read("content", "value_board.json")
    return board
