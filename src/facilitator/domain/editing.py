"""Small pure edits that every kind of board needs."""

from collections.abc import Iterable

from facilitator.domain.change import Change, Swap
from facilitator.domain.document import Document
from facilitator.domain.engagement import SpokenCode
from facilitator.domain.record import Record
from facilitator.domain.refusal import EditRejected


def next_code(document: Document, letter: str) -> tuple[str, Swap]:
    """The next spoken code for a letter ("S8") and the swap that takes it, so that it is never given twice."""
    before = document.find(SpokenCode, letter)
    number = (before.last if before else 0) + 1
    return f"{letter}{number}", Swap(before, SpokenCode(id=letter, last=number))


def changed(label: str, pairs: Iterable[tuple[Record | None, Record | None]], more: Iterable[Swap] = ()) -> Change:
    """One step out of records before and after (None: not there), followed by `more`, which only goes along.

    Raises EditRejected("nothing_to_do") if no pair differs.
    """
    swaps = tuple(Swap(before, after) for before, after in pairs if before != after)
    if not swaps:
        raise EditRejected("nothing_to_do")
    return Change(label, (*swaps, *more))
