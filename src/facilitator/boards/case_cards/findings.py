"""The checks of case cards, CA1 to CA3: what a case lacks that a group would ask about."""

from collections.abc import Iterator, Mapping
from datetime import date

from facilitator.boards.case_cards.model import CaseCard
from facilitator.boards.checking import most_severe_first
from facilitator.boards.described import Finding, Severity
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board

CHECKS: Mapping[str, tuple[str, Severity]] = {
    "CA1": ("source", "medium"),
    "CA2": ("problem", "low"),
    "CA3": ("lesson", "low"),
}
"""Of each check the field that it looks at, and how severe it is."""


def findings_of(document: Document, board_id: str, today: date, words: Words) -> tuple[Finding, ...]:
    """Every check that fires, the most severe first; in each the cases in the order of their places.

    CA1 no source; CA2 no problem; CA3 nothing to ask oneself. Raises EditRejected("gone") if the board is no more.
    """
    document.get(Board, board_id)
    its = sorted((each for each in document.every(CaseCard) if each.board_id == board_id), key=lambda each: each.number)
    return most_severe_first(found for case in its for found in _found(case, words))


def _found(case: CaseCard, words: Words) -> Iterator[Finding]:
    said = words("cases.coded", code=case.code, title=words.quote(case.title))
    for check, (field, severity) in CHECKS.items():
        if not getattr(case, field).strip():
            message, why, action = (
                words(f"cases.{check.lower()}_{part}", case=said) for part in ("message", "why", "action")
            )
            yield Finding(check, severity, (case.id,), message, why, action, (case.id, field))
