"""Whether what is measured shows what is wanted (B07 to B09, B14, B15, B19, B20, B22, B27, Q6, Q8, Q9).

Retired indicators do not count, and what is not known of one is neither this nor that.
"""

from collections.abc import Iterator
from datetime import date

from facilitator.boards.checking import Hit
from facilitator.boards.described import LINK
from facilitator.boards.value_board.checks.facts import Facts, about
from facilitator.boards.value_board.view import CardView

_FEW = 3
_MANY_IMPACTS = 4
_MANY_MEASURES = 4
_MANY_ACTIVE = 15
_EFFORT = {"output", "activity"}
_OF_PEOPLE = {"social", "democratic", "service"}
"""Impacts of these kinds are about people; one of no known kind is if it serves somebody."""


def nobody_asked(facts: Facts, day: date) -> Iterator[Hit]:
    """B07: an impact has only quantitative indicators."""
    return _all_of_impact(facts, "nature", {"quantitative"}, LINK)


def no_number(facts: Facts, day: date) -> Iterator[Hit]:
    """B08: an impact has only qualitative indicators."""
    return _all_of_impact(facts, "nature", {"qualitative"}, LINK)


def numbers_only(facts: Facts, day: date) -> Iterator[Hit]:
    """B09: three indicators or more are quantitative, and none is qualitative."""
    natures = [kpi.nature for kpi in facts.kpis.values()]
    if natures.count("quantitative") >= _FEW and "qualitative" not in natures:
        counted = next(its_id for its_id, kpi in facts.kpis.items() if kpi.nature == "quantitative")
        yield Hit(tuple(facts.kpis), (counted, "nature"), {"count": len(natures)})


def effort_only(facts: Facts, day: date) -> Iterator[Hit]:
    """B14: an impact has only indicators of output or activity."""
    return _all_of_impact(facts, "measures", _EFFORT, LINK)


def all_look_back(facts: Facts, day: date) -> Iterator[Hit]:
    """B15: all indicators of the board are lagging."""
    if facts.kpis and {kpi.timing for kpi in facts.kpis.values()} == {"lagging"}:
        yield Hit(tuple(facts.kpis), (next(iter(facts.kpis)), "timing"))


def overworked(facts: Facts, day: date) -> Iterator[Hit]:
    """B19: one indicator for more than four impacts."""
    for card, _ in facts.indicators():
        served = facts.impacts_of.get(card.id, ())
        if len(served) > _MANY_IMPACTS:
            yield about(card, "text", *served, count=len(served))


def too_many(facts: Facts, day: date) -> Iterator[Hit]:
    """B20: an impact with more than four indicators, or more than fifteen in use on the board."""
    for card in facts.column("impact"):
        measures = facts.measures_of.get(card.id, ())
        if len(measures) > _MANY_MEASURES:
            yield about(card, "text", *measures, count=len(measures))
    active = tuple(its_id for its_id, kpi in facts.kpis.items() if kpi.status == "active")
    if len(active) > _MANY_ACTIVE:
        yield Hit(active, (active[-1], "status"), {"card": facts.view.title, "count": len(active)})


def averages_measured(facts: Facts, day: date) -> Iterator[Hit]:
    """B22: equity is among the guiding values, there are indicators, and none is split by group or place."""
    equity = facts.guiding_about("equity")
    if equity and facts.kpis and not any(kpi.split_by.strip() for kpi in facts.kpis.values()):
        values = {"card": equity[0].text}
        yield Hit((equity[0].id, *facts.kpis), (next(iter(facts.kpis)), "split_by"), values)


def tested_to_targets(facts: Facts, day: date) -> Iterator[Hit]:
    """B27: an approach is being tested, and no indicator of the board is a learning question."""
    if not any(kpi.mode == "learning" for kpi in facts.kpis.values()):
        for card in facts.column("approach"):
            if card.detail("stage") == "testing":
                yield about(card, "smallest_test")


def effort_alone(facts: Facts, day: date) -> Iterator[Hit]:
    """Q6: an indicator of input, activity or output, and an impact that it measures has no other."""
    for card, kpi in facts.indicators():
        alone = [each for each in facts.impacts_of.get(card.id, ()) if len(facts.measures_of[each.id]) == 1]
        if kpi.measures in _EFFORT | {"input"} and alone:
            yield about(card, "measures", impact=alone[0].text)


def not_split(facts: Facts, day: date) -> Iterator[Hit]:
    """Q8: an indicator of an impact about people is not split by group or place; a learning question need not be."""
    for card, kpi in facts.indicators():
        people = any(_is_about_people(each) for each in facts.impacts_of.get(card.id, ()))
        if people and kpi.mode != "learning" and not kpi.split_by.strip():
            yield about(card, "split_by")


def no_early_sign(facts: Facts, day: date) -> Iterator[Hit]:
    """Q9: all indicators of an impact are lagging."""
    for hit in _all_of_impact(facts, "timing", {"lagging"}, "text"):
        first = hit.items[1]
        yield Hit(hit.items, (first, "timing"), hit.values)


def _all_of_impact(facts: Facts, field: str, among: set[str], opens: str) -> Iterator[Hit]:
    """Impacts with indicators, a field of each of which is `among` these; the hit is on them, too."""
    for card in facts.column("impact"):
        found = {getattr(kpi, field) for kpi in facts.measures(card)}
        if found and found <= among:
            yield about(card, opens, *facts.measures_of[card.id])


def _is_about_people(impact: CardView) -> bool:
    kind = impact.detail("kind")
    return kind in _OF_PEOPLE if kind else bool(impact.serves)
