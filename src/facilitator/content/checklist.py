"""The digital transformation checklist: five phases, 45 items, from `resources/content/checklist.json`."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from facilitator.content.reading import Bilingual, read


@dataclass(frozen=True, slots=True)
class Item:
    """Something to have in place, why it matters, what would prove it, and the id of the role to own it."""

    id: str
    phase: str
    text: Bilingual
    why: Bilingual
    evidence: Bilingual
    owner: str


@dataclass(frozen=True, slots=True)
class Phase:
    """A part of the checklist; `summary` says it in one line."""

    id: str
    name: Bilingual
    summary: Bilingual
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class OwnerRole:
    """A role in a municipality that can own an item."""

    id: str
    name: Bilingual


@dataclass(frozen=True, slots=True)
class Status:
    """How far an item is: not_started, under_way, done, not_for_us; `mark` stands beside the word."""

    id: str
    name: Bilingual
    mark: str


@dataclass(frozen=True, slots=True)
class Tag:
    """A point of a published standard, by name, and the ids of the items that lead there."""

    id: str
    name: Bilingual
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TagSet:
    """A published standard, as it was on the day on which it was checked."""

    id: str
    name: Bilingual
    checked_on: date
    tags: tuple[Tag, ...]


@cache
def phases() -> tuple[Phase, ...]:
    """The phases in order, the two that cut across (change, procure) last."""
    return tuple(_phase(entry) for entry in _checklist()["phases"])


@cache
def items() -> tuple[Item, ...]:
    """The items of all phases in order."""
    return tuple(item for phase in phases() for item in phase.items)


def item(item_id: str) -> Item:
    """One item; raises KeyError for an id that is none."""
    return {entry.id: entry for entry in items()}[item_id]


@cache
def owner_roles() -> tuple[OwnerRole, ...]:
    """The roles that own items."""
    return tuple(OwnerRole(entry["id"], Bilingual.of(entry["name"])) for entry in _checklist()["owner_roles"])


def owner_role(role_id: str) -> OwnerRole:
    """One role; raises KeyError for an id that is none."""
    return {role.id: role for role in owner_roles()}[role_id]


@cache
def statuses() -> tuple[Status, ...]:
    """The four statuses, the one that every item begins with first."""
    return tuple(Status(entry["id"], Bilingual.of(entry["name"]), entry["mark"]) for entry in _checklist()["statuses"])


def status(status_id: str) -> Status:
    """One status; raises KeyError for an id that is none."""
    return {entry.id: entry for entry in statuses()}[status_id]


@cache
def tag_sets() -> tuple[TagSet, ...]:
    """The standards that items align with."""
    return tuple(
        TagSet(
            entry["id"],
            Bilingual.of(entry["name"]),
            date.fromisoformat(entry["checked_on"]),
            tuple(Tag(each["id"], Bilingual.of(each["name"]), tuple(each["items"])) for each in entry["tags"]),
        )
        for entry in _checklist()["aligns"]
    )


def _phase(entry: dict[str, Any]) -> Phase:
    return Phase(
        entry["id"],
        Bilingual.of(entry["name"]),
        Bilingual.of(entry["summary"]),
        tuple(
            Item(
                part["id"],
                entry["id"],
                Bilingual.of(part["text"]),
                Bilingual.of(part["why"]),
                Bilingual.of(part["evidence"]),
                part["owner"],
            )
            for part in entry["items"]
        ),
    )


@cache
def _checklist() -> dict[str, Any]:
    checklist: dict[str, Any] = read("content", "checklist.json")
    return checklist
