"""Those with a say, and the ties around them (A01, A09, A10, A17, A18, A19, A20)."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from facilitator.boards.checking import Hit, Value
from facilitator.boards.described import LINK
from facilitator.boards.stakeholder_web.checks.facts import Facts
from facilitator.boards.stakeholder_web.checks.values import is_high
from facilitator.boards.stakeholder_web.model import CONFLICT, Relationship, Stakeholder
from facilitator.content import methods

_FLOWS = ("influences", "informs")
_DECISIVE = 4
_CHAMPION = 2


def nobody_looks_after(facts: Facts, today: date) -> Iterator[Hit]:
    """A01: an influence of 3 or 4 and no owner."""
    for each in facts.powerful():
        if not each.owner.strip():
            yield _about(facts, each, "owner")


def view_not_known(facts: Facts, today: date) -> Iterator[Hit]:
    """A09: an influence of 3 or 4 and an attitude that is not known."""
    for each in facts.powerful():
        if facts.known[each.id].attitude is None:
            yield _about(facts, each, "attitude")


def view_assumed(facts: Facts, today: date) -> Iterator[Hit]:
    """A10: an influence of 3 or 4 and an attitude that is only assumed."""
    for each in facts.powerful():
        if facts.known[each.id].basis == "assumed":
            yield _about(facts, each, "basis")


def conflict_near_power(facts: Facts, today: date) -> Iterator[Hit]:
    """A17: a tension or a broken tie without a note, and at either end an influence of 3 or 4."""
    names = {each.id: each.name for each in facts.stakeholders}
    for tie in facts.ties:
        ends = [each for each in (tie.from_id, tie.to_id) if each is not None]
        near_power = any(is_high(facts.known[each].influence) for each in ends)
        if tie.kind in CONFLICT and near_power and tie.id not in facts.noted:
            start, end = (names[each] if each else facts.web.project for each in (tie.from_id, tie.to_id))
            values: dict[str, Value] = {"start": start, "end": end, "kind": methods.line_kind(tie.kind).name}
            yield Hit((tie.id, *ends), (tie.id, "note"), values)


def isolated(facts: Facts, today: date) -> Iterator[Hit]:
    """A18: an influence of 3 or 4 and no tie of any kind, not even with the hub."""
    tied = {each for tie in facts.ties for each in (tie.from_id, tie.to_id)}
    for each in facts.powerful():
        if each.id not in tied:
            yield _about(facts, each, LINK)


def single_bridge(facts: Facts, today: date) -> Iterator[Hit]:
    """A19: one stakeholder is at the other end of more than half of the lines that reach those of influence 4.

    These are lines of informal influence and of information, each once for every such end that its arrows point at.
    """
    decisive = {each.id for each in facts.stakeholders if facts.known[each.id].influence == _DECISIVE}
    bridges = [start for tie in facts.ties if tie.kind in _FLOWS for start, end in _ways(tie) if end in decisive]
    for each, count in Counter(bridges).items():
        if each is not None and count * 2 > len(bridges):
            stakeholder = next(one for one in facts.stakeholders if one.id == each)
            values: dict[str, Value] = {"name": stakeholder.name, "count": count, "total": len(bridges)}
            yield Hit((each,), (each, LINK), values)


def no_sponsor(facts: Facts, today: date) -> Iterator[Hit]:
    """A20: no champion (attitude 2) with an influence of 3 or 4."""
    powerful = facts.powerful()
    if any(facts.known[each.id].attitude == _CHAMPION for each in powerful):
        return
    in_favour = [each for each in powerful if facts.known[each.id].attitude == _CHAMPION - 1]
    if in_favour:
        nearest = max(in_favour, key=lambda each: facts.known[each.id].influence or 0)
        yield Hit((nearest.id,), (nearest.id, "strategy"), {"name": nearest.name}, ("ask",))
    else:
        yield Hit((), (facts.board_id, "change_sought"), cases=("find",))


def _about(facts: Facts, each: Stakeholder, key: str) -> Hit:
    influence = facts.known[each.id].influence
    values: dict[str, Value] = {"name": each.name, "code": each.code, "influence": influence or ""}
    return Hit((each.id,), (each.id, key), values)


def _ways(tie: Relationship) -> tuple[tuple[str | None, str | None], ...]:
    """From whom to whom something flows along a tie: to its second end, or both ways where it says so."""
    there = (tie.from_id, tie.to_id)
    return (there, (tie.to_id, tie.from_id)) if tie.direction in ("both", "none") else (there,)
