"""Small pure edits that every kind of board needs."""

from facilitator.domain.change import Swap
from facilitator.domain.document import Document
from facilitator.domain.engagement import SpokenCode


def next_code(document: Document, letter: str) -> tuple[str, Swap]:
    """The next spoken code for a letter ("S8") and the swap that takes it, so that it is never given twice."""
    before = document.find(SpokenCode, letter)
    number = (before.last if before else 0) + 1
    return f"{letter}{number}", Swap(before, SpokenCode(id=letter, last=number))
