"""Whether an indicator is fit to be read and reviewed (B10 to B13, B16, B24, Q1 to Q3, Q5, Q10).

Retired indicators are left alone. A learning question promises no number, so it needs neither baseline nor unit.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from facilitator.boards.checking import Hit
from facilitator.boards.numbers import as_typed
from facilitator.boards.value_board.checks.facts import Facts, about, says
from facilitator.boards.value_board.status import measured
from facilitator.boards.value_board.view import CardView, KpiView

_OVER_TIME = re.compile(
    r"\b(?:per|a|each|every|par|chaque)\s+(?:hour|day|week|month|quarter|year|heure|jour|semaine|mois|trimestre|an|année)\b",
    re.IGNORECASE,
)
"""A count for each month is no share of anything."""


def no_baseline(facts: Facts, day: date) -> Iterator[Hit]:
    """B10: an indicator in use without baseline; its first reading can be taken for it."""
    for card, kpi in facts.indicators():
        if kpi.status != "active" or kpi.baseline is not None or kpi.mode == "learning":
            continue
        hit = about(card, "baseline")
        values = ((each.read_on, measured(kpi, each)) for each in kpi.readings if each.read_on <= day)
        first = next(((read_on, value) for read_on, value in values if value is not None), None)
        if first:
            typed = as_typed(float(first[1]), facts.view.language)
            sets = ((card.id, "baseline", typed), (card.id, "baseline_date", first[0].isoformat()))
            hit = replace(hit, sets=sets)
        yield hit


def no_target(facts: Facts, day: date) -> Iterator[Hit]:
    """B11: the mode is a target, without target or without target date."""
    for card, kpi in facts.indicators():
        target = kpi.target is None and (kpi.better_is != "range" or kpi.target_high is None)
        known = {"target": not target, "target_date": kpi.target_date is not None}
        missing = tuple(each for each, is_known in known.items() if not is_known)
        if kpi.mode == "target" and missing:
            yield about(card, missing[0], cases=missing)


def no_owner(facts: Facts, day: date) -> Iterator[Hit]:
    """B12: an indicator without owner."""
    return (about(card, "owner") for card, kpi in facts.indicators() if not kpi.owner.strip())


def not_readable(facts: Facts, day: date) -> Iterator[Hit]:
    """B13: an indicator without source or frequency."""
    for card, kpi in facts.indicators():
        missing = tuple(each for each in ("source", "frequency") if not getattr(kpi, each).strip())
        if missing:
            yield about(card, missing[0], cases=missing)


def vanity(facts: Facts, day: date) -> Iterator[Hit]:
    """B16, Q7: no decision depends on it, or its name counts attention without saying out of how many."""
    for card, kpi in facts.indicators():
        cases = {"decision": not kpi.decision_it_informs.strip(), "vanity": _counts_attention(card, kpi)}
        hit = tuple(case for case, is_so in cases.items() if is_so)
        if hit:
            yield about(card, "decision_it_informs" if hit[0] == "decision" else "text", cases=hit)


def not_protected(facts: Facts, day: date) -> Iterator[Hit]:
    """B24: privacy is among the guiding values, and an indicator takes data about persons without a note on that."""
    if facts.guiding_about("privacy"):
        for card, kpi in facts.indicators():
            if kpi.personal_data and not kpi.privacy_note.strip():
                yield about(card, "privacy_note")


def not_specific(facts: Facts, day: date) -> Iterator[Hit]:
    """Q1: no definition, "etc.", or an "and" in the name, which may be two things."""
    for card, kpi in facts.indicators():
        cases = {
            "empty": not kpi.definition.strip(),
            "several": says(card.text, "several"),
            "etc": says(card.text, "open_ended") or says(kpi.definition, "open_ended"),
        }
        hit = tuple(case for case, is_so in cases.items() if is_so)
        if hit:
            yield about(card, "text" if hit[0] == "several" else "definition", cases=hit)


def not_measurable(facts: Facts, day: date) -> Iterator[Hit]:
    """Q2: neither unit nor rubric. That there is no source either is told by B13."""
    for card, kpi in facts.indicators():
        rubric = kpi.rubric_1 + kpi.rubric_3 + kpi.rubric_5
        if kpi.mode != "learning" and not kpi.unit.strip() and not rubric.strip():
            yield about(card, "rubric_1" if kpi.nature == "qualitative" else "unit")


def out_of_the_air(facts: Facts, day: date) -> Iterator[Hit]:
    """Q3: a target without a reason for it."""
    for card, kpi in facts.indicators():
        if kpi.mode == "target" and kpi.target is not None and not kpi.target_reason.strip():
            yield about(card, "target_reason")


def by_when(facts: Facts, day: date) -> Iterator[Hit]:
    """Q5: no target date, unless only a direction or a learning question is meant.

    That a target has none is told by B11, and that there is no frequency by B13.
    """
    for card, kpi in facts.indicators():
        if kpi.mode in ("", "limit") and kpi.target_date is None:
            yield about(card, "target_date")


def perverse_effect(facts: Facts, day: date) -> Iterator[Hit]:
    """Q10: nobody has said how the indicator could rise while things get worse."""
    return (about(card, "gaming_risk") for card, kpi in facts.indicators() if not kpi.gaming_risk.strip())


def _counts_attention(card: CardView, kpi: KpiView) -> bool:
    if not says(card.text, "vanity"):
        return False
    name, unit, definition = (_OVER_TIME.sub(" ", each) for each in (card.text, kpi.unit, kpi.definition))
    if any(says(each, "share") or "%" in each for each in (name, unit, definition)):
        return False
    return not any(says(each, "each") or "/" in each for each in (name, unit))
