"""The boards of an engagement: in the order of the list, and by their ids."""

from facilitator.domain.document import Document
from facilitator.domain.engagement import Board
from facilitator.domain.refusal import StoreError


def boards_of(document: Document) -> list[Board]:
    """The boards in the order of the list."""
    return sorted(document.every(Board), key=lambda board: board.number)


def board_with(document: Document, board_id: str) -> Board:
    """The board with this id; raises StoreError("board_unknown") that names those there are."""
    board = document.find(Board, board_id)
    if board is None:
        known = ", ".join(each.id for each in boards_of(document))
        raise StoreError("board_unknown", id=board_id, known=known)
    return board
