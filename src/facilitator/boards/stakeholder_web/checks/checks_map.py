"""Who is on the map at all, and how much of it is known (A03, A04, A05, A22, A24, A25)."""

from collections.abc import Iterator
from datetime import date, timedelta

from facilitator.boards.checking import Hit, Value
from facilitator.boards.stakeholder_web.checks.facts import Facts
from facilitator.boards.stakeholder_web.checks.values import is_high, quadrant
from facilitator.content import methods

_REVIEW_AFTER = timedelta(days=90)


def empty_category(facts: Facts, today: date) -> Iterator[Hit]:
    """A03: a category has no stakeholder and is not marked "none apply" with a reason."""
    for category in _empty(facts):
        values = {"category": category.name, "prompt": category.prompt}
        yield Hit((), (facts.board_id, f"none:{category.id}"), values)


def looks_inward(facts: Facts, today: date) -> Iterator[Hit]:
    """A04: fewer than 40 % of at least 8 stakeholders are external."""
    side = {each.id: each.side for each in methods.categories(facts.category_set)}
    external = sum(side[facts.shown(each)] == "external" for each in facts.stakeholders)
    count = len(facts.stakeholders)
    if count >= 8 and external * 100 < count * 40:
        empty = next((f"none:{each.id}" for each in _empty(facts) if each.side == "external"), "problem")
        yield Hit((), (facts.board_id, empty), {"external": external, "count": count})


def people_served_missing(facts: Facts, today: date) -> Iterator[Hit]:
    """A05: no stakeholder in `residents` with an impact of 3 or 4.

    In the short set, residents stand in `community`, so there everybody in that sector counts, filed under whichever
    category of either set; in the full set only those who show in `residents`.
    """
    sector = methods.display_category("residents", facts.category_set)
    residents = [each for each in facts.stakeholders if facts.shown(each) == sector]
    if any(is_high(each.impact_on_them) for each in residents):
        return
    opens = (facts.board_id, f"none:{sector}")
    if residents:  # whoever is not rated yet is the one to look at
        first = next((each for each in residents if each.impact_on_them is None), residents[0])
        opens = (first.id, "impact_on_them")
    yield Hit(tuple(each.id for each in residents), opens)


def too_many_unknowns(facts: Facts, today: date) -> Iterator[Hit]:
    """A22: more than 25 % of the stakeholders are unplaced."""
    unplaced = [each for each in facts.stakeholders if quadrant(facts.known[each.id]) == "unplaced"]
    count, total = len(unplaced), len(facts.stakeholders)
    if count * 100 > total * 25:
        first = min(unplaced, key=lambda each: each.ring)
        key = "influence" if facts.known[first.id].influence is None else "interest"
        yield Hit(tuple(each.id for each in unplaced), (first.id, key), {"count": count, "total": total})


def review_due(facts: Facts, today: date) -> Iterator[Hit]:
    """A24: not reviewed for 90 days, or the phase has changed since.

    A map without any review on record was not reviewed in these 90 days, either: a new one is as of its first day.
    """
    web, case = facts.web, ""
    days = (today - web.reviewed_on).days if web.reviewed_on else 0
    if web.reviewed_on is None:
        case = "never"
    elif today - web.reviewed_on >= _REVIEW_AFTER:
        case = "days"
    elif web.phase and web.reviewed_phase and web.phase != web.reviewed_phase:
        case = "phase"
    if case:
        field = (facts.board_id, "reviewed_on")
        values: dict[str, Value] = {"title": facts.title, "days": days}
        yield Hit((), field, values, (case,), ((*field, today.isoformat()),))


def no_doubt_anywhere(facts: Facts, today: date) -> Iterator[Hit]:
    """A25: all of at least 10 stakeholders have an attitude of 0 or more; one that is not known is none of these."""
    attitudes = [facts.known[each.id].attitude for each in facts.stakeholders]
    if len(attitudes) >= 10 and all(each is not None and each >= 0 for each in attitudes):
        assumed = (each for each in facts.stakeholders if facts.known[each.id].basis == "assumed")
        first = next(assumed, facts.stakeholders[0])
        yield Hit((), (first.id, "attitude"), {"count": len(attitudes)})


def _empty(facts: Facts) -> list[methods.Category]:
    used = {facts.shown(each) for each in facts.stakeholders}
    categories = methods.categories(facts.category_set)
    return [each for each in categories if each.id not in used and each.id not in facts.none_apply]
