"""Webs for the tests of checks: documents out of a few facts, and which checks fire on them."""

from collections.abc import Iterable, Sequence
from datetime import date

from facilitator.boards.described import Finding
from facilitator.boards.stakeholder_web.checks.analyses import findings_of
from facilitator.boards.stakeholder_web.model import (
    Relationship,
    Stakeholder,
    StakeholderAttitude,
    StakeholderInfluence,
    StakeholderSalience,
    Web,
)
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Engagement
from facilitator.domain.language import Language
from facilitator.domain.record import Record

TODAY = date(2026, 11, 30)

Person = list[Record]


def person(
    number: int,
    category: str = "internal",
    *,
    influence: int | None = None,
    attitude: int | None = None,
    basis: str = "",
    urgency: bool | None = None,
    legitimacy: bool | None = None,
    **fields: object,
) -> Person:
    """Stakeholder "s1", S1, "Person 1", with private records only for what is known."""
    its_id = f"s{number}"
    public = {"id": its_id, "board_id": "web", "code": f"S{number}", "name": f"Person {number}", "category": category}
    records: Person = [Stakeholder.model_validate(public | fields)]
    if influence is not None:
        records.append(StakeholderInfluence(id=its_id, influence=influence))
    if attitude is not None or basis:
        records.append(StakeholderAttitude(id=its_id, attitude=attitude, basis=basis))
    if urgency is not None or legitimacy is not None:
        records.append(StakeholderSalience(id=its_id, urgency=urgency, legitimacy=legitimacy))
    return records


def tie(start: int | None, end: int | None, kind: str = "works_with", **fields: object) -> Relationship:
    """A tie between two stakeholders by their numbers, None for the hub; its id is "1-2"."""
    ends = {"from_id": f"s{start}" if start else None, "to_id": f"s{end}" if end else None}
    return Relationship.model_validate({"id": f"{start}-{end}", "board_id": "web", "kind": kind} | ends | fields)


def map_of(*people: Person, more: Iterable[Record] = (), language: Language = "en", **web: object) -> Document:
    """An engagement with one web, "web", reviewed today unless it says otherwise."""
    hub = Web.model_validate({"id": "web", "project": "Permits", "reviewed_on": TODAY} | web)
    heads = [
        Engagement(id="engagement", title="Permits", language=language),
        Board(id="web", number=1, kind="stakeholder_web", title="Our map"),
    ]
    return Document.of([*heads, hub, *(record for each in people for record in each), *more])


def crowd(count: int, first: int = 1, **facts: object) -> list[Person]:
    """As many stakeholders, all alike."""
    return [person(number, **facts) for number in range(first, first + count)]  # type: ignore[arg-type]


def found(document: Document, check: str, today: date = TODAY, language: Language = "en") -> Sequence[Finding]:
    """What one check finds on the map."""
    return [each for each in findings_of(document, "web", today, Words(language)) if each.check == check]


def items(document: Document, check: str, today: date = TODAY) -> list[tuple[str, ...]]:
    """What the findings of one check are about."""
    return [each.items for each in found(document, check, today)]
