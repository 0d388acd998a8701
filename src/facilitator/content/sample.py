"""The sample engagement: a fictional town in Ontario that puts its permits online.

`resources/sample/engagement.json` holds one object; every text is `{"en": "…", "fr": "…"}`, days are ISO
dates or null, `key`s tie its parts together and mean nothing outside:

    title, organization
    stakeholder_web: title, question, hub, problem, change_sought, out_of_scope, decision, decision_date, phase,
        reviewed_on,
        deliverables: [{key, name, roles: {key of a stakeholder: R, A, C or I}}],
        stakeholders: [{key, name, category (short set), ring 1-4,
            level_now, level_wanted (participation ids), strategy, owner (may be empty), next_contact,
            kind, strategy_id, cadence, channel, confidence (ids, "" not known), flags (ids),
            interest, impact_on_them (1-4 or null), needs, concerns, contribution, access_plan (may be empty),
            private: {attitude -2..2 or null, basis (id), influence 1-4 or null, sources (ids),
                urgency, legitimacy (true, false or null), strategy_reason, note (may be empty)}}],
        relationships: [{from, to (keys), kind (id of a line kind), strength 1-3, quality, direction, confidence (ids,
            "" not known), what_flows (may be empty)}]
    value_board: title, question, test: {valuable, authorised, doable (ids)},
        cards: [{key, column, slot (place from 0, or null), text, details: {fields of the record that the column has},
            serves: [{key: of a stakeholder} or {name}],
            readings: [{read_on, value, rating, narrative, voices, evidence (may be empty)}]}],
        links: [{from, to (keys), kind (id of a link kind), note (may be empty)}],
        reviews: [{key, cadence, planned_on, held_on, answers: {fields of the review form}}],
        dots: [{person (one of the session's people), dots: {key of a card: number}}]
    checklist: title, question,
        entries: [{item, status (ids), owner, due, evidence, reason (why it is not for us)}]
    session: agenda (id), title, held_on, people: [{name (the same in both languages), organization}],
        outcomes: [{kind (id), text, who (may be empty), due, confirmed}]
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from facilitator.content.reading import Bilingual, read
from facilitator.content.sample_value import SampleValueBoard, day_of, value_board_of, values_of
from facilitator.domain.outcome import OutcomeKind


@dataclass(frozen=True, slots=True)
class SamplePrivate:
    """What is private of a stakeholder."""

    attitude: int | None
    basis: str
    influence: int | None
    sources: tuple[str, ...]
    urgency: bool | None
    legitimacy: bool | None
    strategy_reason: Bilingual
    note: Bilingual


@dataclass(frozen=True, slots=True)
class SampleStakeholder:
    """A stakeholder, public but for what is `private`."""

    key: str
    name: Bilingual
    category: str
    ring: int
    level_now: str
    level_wanted: str
    strategy: Bilingual
    owner: Bilingual
    next_contact: date | None
    kind: str
    flags: tuple[str, ...]
    interest: int | None
    impact_on_them: int | None
    needs: Bilingual
    concerns: Bilingual
    contribution: Bilingual
    strategy_id: str
    cadence: str
    channel: str
    access_plan: Bilingual
    confidence: str
    private: SamplePrivate


@dataclass(frozen=True, slots=True)
class SampleTie:
    """A relationship between two stakeholders, by their keys."""

    start: str
    end: str
    kind: str
    strength: int
    quality: str
    direction: str
    what_flows: Bilingual
    confidence: str


@dataclass(frozen=True, slots=True)
class SampleDeliverable:
    """A decision or deliverable, with the role (R, A, C, I) of stakeholders by their keys."""

    key: str
    name: Bilingual
    roles: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class SampleWeb:
    """The stakeholder web; `hub` is the project in its middle, `problem` what is wrong today."""

    title: Bilingual
    question: Bilingual
    hub: Bilingual
    problem: Bilingual
    change_sought: Bilingual
    out_of_scope: Bilingual
    decision: Bilingual
    decision_date: date
    phase: Bilingual
    reviewed_on: date
    deliverables: tuple[SampleDeliverable, ...]
    stakeholders: tuple[SampleStakeholder, ...]
    relationships: tuple[SampleTie, ...]


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
class SampleOutcome:
    """What came out of the session; see `Outcome` for the fields."""

    kind: OutcomeKind
    text: Bilingual
    who: Bilingual
    due: date | None
    confirmed: bool


@dataclass(frozen=True, slots=True)
class SampleSession:
    """The one session; `agenda` is the id of its agenda."""

    agenda: str
    title: Bilingual
    held_on: date
    people: tuple[SamplePerson, ...]
    outcomes: tuple[SampleOutcome, ...]


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
        value_board_of(whole["value_board"]),
        _checklist(whole["checklist"]),
        _session(whole["session"]),
    )


def _web(entry: dict[str, Any]) -> SampleWeb:
    return SampleWeb(
        Bilingual.of(entry["title"]),
        Bilingual.of(entry["question"]),
        Bilingual.of(entry["hub"]),
        Bilingual.of(entry["problem"]),
        Bilingual.of(entry["change_sought"]),
        Bilingual.of(entry["out_of_scope"]),
        Bilingual.of(entry["decision"]),
        date.fromisoformat(entry["decision_date"]),
        Bilingual.of(entry["phase"]),
        date.fromisoformat(entry["reviewed_on"]),
        tuple(
            SampleDeliverable(part["key"], Bilingual.of(part["name"]), part["roles"]) for part in entry["deliverables"]
        ),
        tuple(_stakeholder(part) for part in entry["stakeholders"]),
        tuple(_tie(part) for part in entry["relationships"]),
    )


def _stakeholder(entry: dict[str, Any]) -> SampleStakeholder:
    private = SamplePrivate(**values_of(entry["private"]))
    return SampleStakeholder(**values_of(entry) | {"next_contact": day_of(entry["next_contact"]), "private": private})


def _tie(entry: dict[str, Any]) -> SampleTie:
    values = values_of(entry)
    return SampleTie(start=values.pop("from"), end=values.pop("to"), **values)


def _checklist(entry: dict[str, Any]) -> SampleChecklist:
    entries = tuple(
        SampleEntry(
            part["item"],
            part["status"],
            Bilingual.of(part["owner"]),
            day_of(part["due"]),
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
        tuple(SampleOutcome(**values_of(part) | {"due": day_of(part["due"])}) for part in entry["outcomes"]),
    )
