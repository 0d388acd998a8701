"""How people take part, now and as planned (A02, A06, A07, A08, A11, A13, A14, A23)."""

from collections.abc import Iterator
from datetime import date

from facilitator.boards.checking import Hit, Value
from facilitator.boards.stakeholder_web.checks.facts import Facts
from facilitator.boards.stakeholder_web.checks.strategies import FIND_OUT, RIGHTS_BASED, suggestion
from facilitator.boards.stakeholder_web.checks.values import Known, is_high, level_index, participation_gap
from facilitator.boards.stakeholder_web.model import Stakeholder
from facilitator.content import methods

_NOT_YET, _TOLD, _TOGETHER = "none", "inform", "collaborate"
_LARGE_GAP = 2


def doubts_unheard(facts: Facts, today: date) -> Iterator[Hit]:
    """A02: an attitude of -1 or less and no plan: neither a chosen strategy nor words on how."""
    for each, known in _everybody(facts):
        doubtful = known.attitude is not None and known.attitude <= -1
        if doubtful and not each.strategy_id and not each.strategy.strip():
            strategy = methods.strategy(suggestion(known).strategy_id)
            yield _about(each, "strategy_id", strategy=strategy.name)


def affected_but_only_told(facts: Facts, today: date) -> Iterator[Hit]:
    """A06: an impact of 3 or 4 and a level today of "not yet reached" or "inform"."""
    for each, known in _everybody(facts):
        if is_high(known.impact_on_them) and known.level_now in (_NOT_YET, _TOLD):
            values: dict[str, Value] = {"name": each.name}
            yield Hit((each.id,), (each.id, "next_contact"), values, (known.level_now or "",))


def aims_too_low(facts: Facts, today: date) -> Iterator[Hit]:
    """A07: the level wanted is below the usual one of the strategy, the suggested one where none is chosen.

    Where too little is known for a suggestion, the position suggests no level.
    """
    for each, known in _everybody(facts):
        strategy = methods.strategy(known.strategy_id or suggestion(known).strategy_id)
        if strategy.id == FIND_OUT and not known.strategy_id:
            continue
        if known.level_wanted is not None and level_index(known.level_wanted) < level_index(strategy.level):
            names: dict[str, Value] = {
                "name": each.name,
                "strategy": strategy.name,
                "wanted": facts.level_name(known.level_wanted),
                "suggested": facts.level_name(strategy.level),
            }
            field = (each.id, "level_wanted")
            yield Hit((each.id,), field, names, sets=((*field, strategy.level),))


def far_from_wanted(facts: Facts, today: date) -> Iterator[Hit]:
    """A08: a participation gap of 2 or more, and no next step noted.

    A next step is noted in words on how, or by an owner with a next contact from today on.
    """
    for each, known in _everybody(facts):
        gap = participation_gap(known)
        if gap is not None and gap >= _LARGE_GAP and not _has_next_step(each, today):
            now, wanted = (facts.level_name(level or "") for level in (known.level_now, known.level_wanted))
            yield _about(each, "strategy", now=now, wanted=wanted, gap=gap)


def rights_not_met(facts: Facts, today: date) -> Iterator[Hit]:
    """A11: a rights-holder with another strategy than the rights-based one, or a level wanted below "collaborate"."""
    for each, known in _everybody(facts):
        if "rights_holder" not in known.flags:
            continue
        sets = []
        if known.strategy_id != RIGHTS_BASED:
            sets.append((each.id, "strategy_id", RIGHTS_BASED))
        if known.level_wanted is not None and level_index(known.level_wanted) < level_index(_TOGETHER):
            sets.append((each.id, "level_wanted", _TOGETHER))
        if sets:
            names: dict[str, Value] = {
                "name": each.name,
                "strategy": methods.strategy(RIGHTS_BASED).name,
                "suggested": facts.level_name(_TOGETHER),
            }
            yield Hit((each.id,), sets[0][:2], names, sets=tuple(sets))


def private_contact_with_bidder(facts: Facts, today: date) -> Iterator[Hit]:
    """A13: a possible bidder in an open procurement, and the channel is one-to-one."""
    for each, known in _everybody(facts):
        if "in_procurement" in known.flags and each.channel == "one_to_one":
            yield _about(each, "channel")


def staff_body_not_spoken_to(facts: Facts, today: date) -> Iterator[Hit]:
    """A14: a union or staff association, an impact of 3 or 4, not yet reached."""
    for each, known in _everybody(facts):
        if "represented_staff" in known.flags and is_high(known.impact_on_them) and known.level_now == _NOT_YET:
            yield _about(each, "next_contact")


def barriers_left(facts: Facts, today: date) -> Iterator[Hit]:
    """A23: harder to reach, and no words on how barriers are removed."""
    for each, known in _everybody(facts):
        if "harder_to_reach" in known.flags and not each.access_plan.strip():
            yield _about(each, "access_plan")


def _everybody(facts: Facts) -> Iterator[tuple[Stakeholder, Known]]:
    return ((each, facts.known[each.id]) for each in facts.stakeholders)


def _has_next_step(each: Stakeholder, today: date) -> bool:
    planned = each.next_contact is not None and each.next_contact >= today
    return bool(each.strategy.strip()) or (planned and bool(each.owner.strip()))


def _about(each: Stakeholder, key: str, **values: Value) -> Hit:
    return Hit((each.id,), (each.id, key), {"name": each.name, **values})
