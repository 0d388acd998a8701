"""The gap checks of a stakeholder web (A01 to A25, and V01 of our own): which there are, and what they find."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from facilitator.boards.checking import Hit, most_severe_first, told
from facilitator.boards.described import Finding
from facilitator.boards.stakeholder_web.checks import (
    checks_map,
    checks_participation,
    checks_plan,
    checks_power,
    checks_value,
)
from facilitator.boards.stakeholder_web.checks.facts import Facts, facts_of
from facilitator.content.checks import checks
from facilitator.content.words import Words
from facilitator.domain.document import Document

CHECKS: Mapping[str, Callable[[Facts, date], Iterable[Hit]]] = {
    "A01": checks_power.nobody_looks_after,
    "A02": checks_participation.doubts_unheard,
    "A03": checks_map.empty_category,
    "A04": checks_map.looks_inward,
    "A05": checks_map.people_served_missing,
    "A06": checks_participation.affected_but_only_told,
    "A07": checks_participation.aims_too_low,
    "A08": checks_participation.far_from_wanted,
    "A09": checks_power.view_not_known,
    "A10": checks_power.view_assumed,
    "A11": checks_participation.rights_not_met,
    "A12": checks_plan.approval_not_planned,
    "A13": checks_participation.private_contact_with_bidder,
    "A14": checks_participation.staff_body_not_spoken_to,
    "A15": checks_plan.load_on_one,
    "A16": checks_plan.contact_overdue,
    "A17": checks_power.conflict_near_power,
    "A18": checks_power.isolated,
    "A19": checks_power.single_bridge,
    "A20": checks_power.no_sponsor,
    "A21": checks_plan.accountability_unclear,
    "A22": checks_map.too_many_unknowns,
    "A23": checks_participation.barriers_left,
    "A24": checks_map.review_due,
    "A25": checks_map.no_doubt_anywhere,
    "V01": checks_value.served_by_nothing,
}
"""Each check by its id; what it says is in resources/content/stakeholder_checks.json."""


def findings_of(document: Document, board_id: str, today: date, words: Words) -> tuple[Finding, ...]:
    """Every check that fires on a web, the most severe first; none on a map that nobody is on yet.

    Raises EditRejected("gone") if the board is no more.
    """
    facts = facts_of(document, board_id)
    if not facts.stakeholders:
        return ()
    said = checks("stakeholder")
    found = (told(said[its_id], hit, words) for its_id, fires in CHECKS.items() for hit in fires(facts, today))
    return most_severe_first(found)
