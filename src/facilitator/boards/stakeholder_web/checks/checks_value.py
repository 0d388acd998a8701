"""Whom the value board leaves out (V01): a check of this app's own, beside the published ones."""

from collections.abc import Iterator
from datetime import date

from facilitator.boards.checking import Hit
from facilitator.boards.stakeholder_web.checks.facts import Facts
from facilitator.boards.stakeholder_web.checks.values import is_high


def served_by_nothing(facts: Facts, today: date) -> Iterator[Hit]:
    """V01: somebody is affected (an impact on them of 3 or 4) and no desired impact of a value board is for them.

    Only on a map that a value board refers to, as it names at least one of its stakeholders: an exemplar, or a map of
    another project, is not measured by a board that was never meant for it. Whoever's impact is not known is left to
    A22, and who merely cares (interest) or stands near (ring) need not be better off.
    """
    if not any(each.id in facts.served for each in facts.stakeholders):
        return
    for each in facts.stakeholders:
        if is_high(facts.known[each.id].impact_on_them) and each.id not in facts.served:
            yield Hit((each.id,), (each.id, "needs"), {"name": each.name})
