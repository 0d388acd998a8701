"""The sample engagement: a fictional town in Ontario that puts its permits online.

`resources/sample/engagement.json` holds one object; every text is `{"en": "…", "fr": "…"}`, days are ISO
dates or null, `key`s tie its parts together and mean nothing outside:

    title, organization
    stakeholder_web: title, question, hub, problem,
        stakeholders: [{key, name, category (short set), ring 1-4,
            level_now, level_wanted (participation ids), strategy, owner (may be empty), next_contact,
            private: {attitude -2..2 or null, influence 1-4 or null, note (may be empty)}}],
        relationships: [{from, to (keys), kind (id of a line kind)}]
    value_board: title, question,
        cards: [{key, column, text}],
        links: [{from, to (keys), kind (id of a link kind)}]
    checklist: title, question,
        entries: [{item, status (ids), owner, due, evidence, reason (why it is not for us)}]
    session: agenda (id), title, held_on, people: [{name (the same in both languages), organization}]
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from facilitator.content.reading import Bilingual, read


@dataclass(frozen=True, slots=True)
class SampleStakeholder:
    """A stakeholder; `attitude`, `influence` and `note` are private, the rest is public."""

    key: str
    name: Bilingual
    category: str
    ring: int
    level_now: str
    level_wanted: str
    strategy: Bilingual
    owner: Bilingual
    next_contact: date | None
    attitude: int | None
    influence: int | None
    note: Bilingual


@dataclass(frozen=True, slots=True)
class SampleLink:
    """A relationship between two stakeholders, or a link between two cards, by their keys."""

    start: str
    end: str
    kind: str


@dataclass(frozen=True, slots=True)
class SampleWeb:
    """The stakeholder web; `hub` is the project in its middle, `problem` what is wrong today."""

    title: Bilingual
    question: Bilingual
    hub: Bilingual
    problem: Bilingual
    stakeholders: tuple[SampleStakeholder, ...]
    relationships: tuple[SampleLink, ...]


@dataclass(frozen=True, slots=True)
class SampleCard:
    """A card in a column of the value board."""

    key: str
    column: str
    text: Bilingual


@dataclass(frozen=True, slots=True)
class SampleValueBoard:
    """The value board, with some threads broken on purpose."""

    title: Bilingual
    question: Bilingual
    cards: tuple[SampleCard, ...]
    links: tuple[SampleLink, ...]


@dataclass(frozen=True, slots=True)
class SampleEntry:
    """What is known about one item of the checklist; `reason` says why it is not for us."""

    item: str
    status: str
    owner: Bilingual
    due: date | None
    evidence: Bilingual
    reason: Bilingual


@dataclass(frozen=True, slots=True)
class SampleChecklist:
    """The checklist; items without an entry are not started."""

    title: Bilingual
    question: Bilingual
    entries: tuple[SampleEntry, ...]


@dataclass(frozen=True, slots=True)
class SamplePerson:
    """Somebody who takes part in the session."""

    name: str
    organization: Bilingual


@dataclass(frozen=True, slots=True)
class SampleSession:
    """The one session; `agenda` is the id of its agenda."""

    agenda: str
    title: Bilingual
    held_on: date
    people: tuple[SamplePerson, ...]


@dataclass(frozen=True, slots=True)
class SampleData:
    """The whole sample engagement in both languages."""

    title: Bilingual
    organization: Bilingual
    stakeholder_web: SampleWeb
    value_board: SampleValueBoard
    checklist: SampleChecklist
    session: SampleSession


def sample_engagement() -> SampleData:
    """The sample engagement, read anew at each call: it is needed once."""
    whole = read("sample", "engagement.json")
    return SampleData(
        Bilingual.of(whole["title"]),
        Bilingual.of(whole["organization"]),
        _web(whole["stakeholder_web"]),
        _value_board(whole["value_board"]),
        _checklist(whole["checklist"]),
        _session(whole["session"]),
    )


def _web(entry: dict[str, Any]) -> SampleWeb:
    return SampleWeb(
        Bilingual.of(entry["title"]),
        Bilingual.of(entry["question"]),
        Bilingual.of(entry["hub"]),
        Bilingual.of(entry["problem"]),
        tuple(_stakeholder(part) for part in entry["stakeholders"]),
        tuple(_link(part) for part in entry["relationships"]),
    )


def _stakeholder(entry: dict[str, Any]) -> SampleStakeholder:
    private = entry["private"]
    return SampleStakeholder(
        entry["key"],
        Bilingual.of(entry["name"]),
        entry["category"],
        entry["ring"],
        entry["level_now"],
        entry["level_wanted"],
        Bilingual.of(entry["strategy"]),
        Bilingual.of(entry["owner"]),
        _day(entry["next_contact"]),
        private["attitude"],
        private["influence"],
        Bilingual.of(private["note"]),
    )


def _link(entry: dict[str, Any]) -> SampleLink:
    return SampleLink(entry["from"], entry["to"], entry["kind"])


def _value_board(entry: dict[str, Any]) -> SampleValueBoard:
    return SampleValueBoard(
        Bilingual.of(entry["title"]),
        Bilingual.of(entry["question"]),
        tuple(SampleCard(part["key"], part["column"], Bilingual.of(part["text"])) for part in entry["cards"]),
        tuple(_link(part) for part in entry["links"]),
    )


def _checklist(entry: dict[str, Any]) -> SampleChecklist:
    entries = tuple(
        SampleEntry(
            part["item"],
            part["status"],
            Bilingual.of(part["owner"]),
            _day(part["due"]),
            Bilingual.of(part["evidence"]),
            Bilingual.of(part["reason"]),
        )
        for part in entry["entries"]
    )
    return SampleChecklist(Bilingual.of(entry["title"]), Bilingual.of(entry["question"]), entries)


def _session(entry: dict[str, Any]) -> SampleSession:
    return SampleSession(
        entry["agenda"],
        Bilingual.of(entry["title"]),
        date.fromisoformat(entry["held_on"]),
        tuple(SamplePerson(part["name"], Bilingual.of(part["organization"])) for part in entry["people"]),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
