"""Agendas of sessions, the methods they use, and the templates that an engagement can start from.

From `resources/content/agendas.json` and `templates.json`. A template names its agendas and boards by id, so
that one agenda serves several templates.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from facilitator.content.reading import Bilingual, read
from facilitator.domain.language import Language

MOST_MINUTES = 600
"""The longest that one segment can be."""

MOST_CUT_ORDER = 20
"""The highest place in the order in which segments are left out."""

SESSIONS = "session"
"""As the spot of a segment: what the session of the template is about."""


@dataclass(frozen=True, slots=True)
class MethodCard:
    """A way to run a segment. `minutes` is the least and the most, None where it runs beside others."""

    id: str
    name: Bilingual
    how: Bilingual
    minutes: tuple[int, int] | None
    group: Bilingual
    watch_for: Bilingual


@dataclass(frozen=True, slots=True)
class AgendaSegment:
    """A timed part of an agenda; `method` is the id of a method card.

    `cut_order` says what to drop when late: 1 first, None never. `prompt` and `materials` may be empty. When late, it
    can be cut to `minimum` minutes; see `least_minutes`. Where it is work on a sort of board, `board` is the id of that
    kind, "" else, and `form` the form in which such a board is shown then. `spot` is what stands in the spotlight,
    as the house calls it: a phase, a sector, a statement, a panel; "" for nothing, SESSIONS for that of its session.
    """

    minutes: int
    method: str
    title: Bilingual
    materials: Bilingual
    prompt: Bilingual
    cut_order: int | None
    minimum: int | None
    board: str = ""
    form: str = ""
    spot: str = ""


@dataclass(frozen=True, slots=True)
class Agenda:
    """The plan of one live meeting; `minutes` is the sum of its segments, `one_to_one` says that it is for two.

    `purpose` says in one sentence what people come together for.
    """

    id: str
    title: Bilingual
    purpose: Bilingual
    minutes: int
    segments: tuple[AgendaSegment, ...]
    one_to_one: bool = False


@dataclass(frozen=True, slots=True)
class TemplateSession:
    """A session that a template creates; `agenda` is the id of its agenda.

    `spot` is what it is about, such as a principle: segments whose own spot is SESSIONS put it in the spotlight.
    """

    agenda: str
    title: Bilingual
    spot: str = ""


@dataclass(frozen=True, slots=True)
class TemplateBoard:
    """A board that a template creates; `kind` is the id of a board kind, such as stakeholder_web.

    `serves` is the id of the agenda whose sessions alone turn to it, "" for all of them. `choices` are fields of the
    board that are set at once, such as the instrument of a group summary.
    """

    kind: str
    title: Bilingual
    question: Bilingual
    serves: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Template:
    """What a new engagement can start from.

    Where its sessions make one program, `cohort` is what the first group of people that goes through it is called, and
    `program` the kind of that program.
    """

    id: str
    name: Bilingual
    description: Bilingual
    sessions: tuple[TemplateSession, ...]
    boards: tuple[TemplateBoard, ...]
    cohort: Bilingual | None = None
    program: str = "community_of_practice"


@cache
def method_cards() -> tuple[MethodCard, ...]:
    """All method cards."""
    return tuple(_method_card(entry) for entry in _agendas()["methods"])


def method_card(method_id: str) -> MethodCard:
    """One method card; raises KeyError for an id that is none."""
    return {card.id: card for card in method_cards()}[method_id]


def least_minutes(method_id: str, minutes: int) -> int | None:
    """To how many minutes a segment of that length can be cut: the least that its method takes.

    None where the method runs beside others, so that `Segment.shortest` has the say. Raises KeyError for an unknown id.
    """
    usual = method_card(method_id).minutes
    return min(minutes, usual[0]) if usual else None


@cache
def agendas() -> tuple[Agenda, ...]:
    """All agendas."""
    return tuple(
        Agenda(
            entry["id"],
            Bilingual.of(entry["title"]),
            Bilingual.of(entry["purpose"]),
            entry["minutes"],
            tuple(_segment(segment) for segment in entry["segments"]),
            entry.get("one_to_one", False),
        )
        for entry in _agendas()["agendas"]
    )


def agenda(agenda_id: str) -> Agenda:
    """One agenda; raises KeyError for an id that is none."""
    return {entry.id: entry for entry in agendas()}[agenda_id]


def purpose_of(agenda_id: str, language: Language) -> str:
    """What people come together for with that agenda; "" for one of a later version, which nobody knows here."""
    return next((each.purpose.within(language) for each in agendas() if each.id == agenda_id), "")


def is_one_to_one(agenda_id: str) -> bool:
    """Whether that is an agenda for two; one of a later version, which nobody knows here, is none."""
    return any(each.id == agenda_id and each.one_to_one for each in agendas())


@cache
def templates() -> tuple[Template, ...]:
    """All templates in the order in which they are offered, "blank" last."""
    return tuple(_template(entry) for entry in read("content", "templates.json")["templates"])


def template(template_id: str) -> Template:
    """One template; raises KeyError for an id that is none."""
    return {entry.id: entry for entry in templates()}[template_id]


def _method_card(entry: dict[str, Any]) -> MethodCard:
    minutes = entry["minutes"]
    return MethodCard(
        entry["id"],
        Bilingual.of(entry["name"]),
        Bilingual.of(entry["how"]),
        (minutes[0], minutes[1]) if minutes else None,
        Bilingual.of(entry["group"]),
        Bilingual.of(entry["watch_for"]),
    )


def _segment(entry: dict[str, Any]) -> AgendaSegment:
    return AgendaSegment(
        entry["minutes"],
        entry["method"],
        Bilingual.of(entry["title"]),
        Bilingual.of(entry["materials"]),
        Bilingual.of(entry["prompt"]),
        entry.get("cut_order"),
        entry.get("minimum", least_minutes(entry["method"], entry["minutes"])),
        entry.get("board", ""),
        entry.get("form", ""),
        entry.get("spot", ""),
    )


def _template(entry: dict[str, Any]) -> Template:
    return Template(
        entry["id"],
        Bilingual.of(entry["name"]),
        Bilingual.of(entry["description"]),
        tuple(
            TemplateSession(part["agenda"], Bilingual.of(part["title"]), part.get("spot", ""))
            for part in entry["sessions"]
        ),
        tuple(
            TemplateBoard(
                part["kind"],
                Bilingual.of(part["title"]),
                Bilingual.of(part["question"]),
                part.get("serves", ""),
                part.get("choices", {}),
            )
            for part in entry["boards"]
        ),
        Bilingual.of(entry["cohort"]) if "cohort" in entry else None,
        entry.get("program", "community_of_practice"),
    )


@cache
def _agendas() -> dict[str, Any]:
    whole: dict[str, Any] = read("content", "agendas.json")
    return whole
