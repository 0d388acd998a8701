"""Small pure edits that every kind of board needs."""

from collections.abc import Iterable

from facilitator.domain.change import Change, Swap
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, SpokenCode
from facilitator.domain.record import Record
from facilitator.domain.refusal import EditRejected
from facilitator.domain.words_of_people import name


def next_code(document: Document, letter: str) -> tuple[str, Swap]:
    """The next spoken code for a letter ("S8") and the swap that takes it, so that it is never given twice."""
    before = document.find(SpokenCode, letter)
    number = (before.last if before else 0) + 1
    return f"{letter}{number}", Swap(before, SpokenCode(id=letter, last=number))


def next_board(document: Document, kind_id: str, title: str, question: str = "") -> Board:
    """A board after the last one of the list; its id is the kind's ("value_board"), with a number from the second on.

    Raises EditRejected for what a title may not be.
    """
    boards = list(document.every(Board))
    taken = {board.id for board in boards}
    number = 1
    while (board_id := kind_id if number == 1 else f"{kind_id}_{number}") in taken:
        number += 1
    place = max((board.number for board in boards), default=0) + 1
    return Board(id=board_id, number=place, kind=kind_id, title=name(title), question=question)


def changed(label: str, pairs: Iterable[tuple[Record | None, Record | None]], more: Iterable[Swap] = ()) -> Change:
    """One step out of records before and after (None: not there), followed by `more`, which only goes along.

    Raises EditRejected("nothing_to_do") if no pair differs.
    """
    swaps = tuple(Swap(before, after) for before, after in pairs if before != after)
    if not swaps:
        raise EditRejected("nothing_to_do")
    return Change(label, (*swaps, *more))
