"""What a 1:1 assessment shows of the items of the checklist: that it was done and when, and nothing that was said."""

from facilitator.boards.assessment.model import Assessment
from facilitator.boards.assessment.own.results import results_of
from facilitator.boards.evidence import Evidence
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board

_ITEMS = {"capacity": "p2", "governance": "d6"}
"""By the id of the instrument."""


def evidence_of(document: Document, board_id: str, words: Words) -> tuple[Evidence, ...]:
    """That every statement was answered, for capacity (p2) and data governance (d6); () before.

    Governance counts as a beginning until every gate item is at 2 or above, or does not apply and it is said why; the
    sentence is the same.
    Raises EditRejected("gone") if the board is no more.
    """
    document.get(Board, board_id)
    found = results_of(document, board_id)
    item = _ITEMS.get(found.asked.id, "")
    if not item or found.done < len(found.answered):
        return ()
    told = words(f"checklist.says_{found.asked.id}")
    assessment = document.find(Assessment, board_id)
    if assessment and assessment.assessed_on:
        told = words("checklist.says_on", said=told, day=words.date(assessment.assessed_on))
    gates = (found.answered[area.id].answer for area in found.asked.areas if area.gate)
    unsaid = any(each.scored == "not_applicable" and not each.reason for each in gates)
    return (Evidence(item, not (found.suggested.before_launch or unsaid), told),)
