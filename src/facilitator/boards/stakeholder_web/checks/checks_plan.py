"""Who does what by when (A12, A15, A16, A21)."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from facilitator.boards.checking import Hit, Value
from facilitator.boards.stakeholder_web.checks.facts import Facts
from facilitator.boards.stakeholder_web.model import Deliverable, Stakeholder
from facilitator.boards.stakeholder_web.raci import ROLE_KEY

_LEAD = timedelta(days=30)


def approval_not_planned(facts: Facts, today: date) -> Iterator[Hit]:
    """A12: somebody must formally approve, and no contact is planned at least 30 days before the decision date.

    Without any contact that is so whatever the date; with a contact but without a date nobody can tell.
    """
    decision = facts.web.decision_date
    for each in facts.stakeholders:
        if "formal_approver" not in facts.known[each.id].flags:
            continue
        values: dict[str, Value] = {"name": each.name}
        if decision is not None:
            values["latest"] = decision - _LEAD
            if each.next_contact is not None and each.next_contact <= decision - _LEAD:
                continue
        elif each.next_contact is not None:
            continue
        yield Hit((each.id,), (each.id, "next_contact"), values, ("dated" if decision else "undated",))


def load_on_one(facts: Facts, today: date) -> Iterator[Hit]:
    """A15: one owner has more than 7 stakeholders, or more than 40 % of at least 10."""
    total = len(facts.stakeholders)
    owned: dict[str, list[Stakeholder]] = {}
    for each in facts.stakeholders:
        if owner := " ".join(each.owner.split()).casefold():
            owned.setdefault(owner, []).append(each)
    for theirs in owned.values():
        count = len(theirs)
        if count > 7 or (total >= 10 and count * 100 > total * 40):
            values: dict[str, Value] = {"owner": theirs[0].owner, "count": count, "total": total}
            yield Hit(tuple(each.id for each in theirs), (theirs[-1].id, "owner"), values)


def contact_overdue(facts: Facts, today: date) -> Iterator[Hit]:
    """A16: the next contact is in the past."""
    for each in facts.stakeholders:
        if each.next_contact is not None and each.next_contact < today:
            values: dict[str, Value] = {"name": each.name, "day": each.next_contact}
            yield Hit((each.id,), (each.id, "next_contact"), values)


def accountability_unclear(facts: Facts, today: date) -> Iterator[Hit]:
    """A21: a deliverable without exactly one A, or without an R."""
    for deliverable, by_role in facts.roles:
        accountable = by_role.get("A", ())
        cases = []
        if len(accountable) != 1:
            cases.append("many_accountable" if accountable else "none_accountable")
        if not by_role.get("R"):
            cases.append("none_responsible")
        if cases:
            values: dict[str, Value] = {"deliverable": deliverable.name, "count": len(accountable)}
            yield Hit(accountable, _role_to_look_at(facts, deliverable, by_role), values, tuple(cases))


def _role_to_look_at(facts: Facts, deliverable: Deliverable, by_role: Mapping[str, tuple[str, ...]]) -> tuple[str, str]:
    """The second of several who are accountable; else the list of deliverables."""
    accountable = by_role.get("A", ())
    return (accountable[1], f"{ROLE_KEY}{deliverable.id}") if len(accountable) > 1 else (facts.board_id, "raci")
