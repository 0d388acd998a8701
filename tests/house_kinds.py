"""The kinds of the house, as the windows are told of them."""

from facilitator.boards.founding import board_like
from facilitator.catalogue import kind_of
from facilitator.templates import new_board
from facilitator.ui.desk import Kinds

HOUSE = Kinds(kind_of, (), new_board)


def like(document, board, title):
    """An empty board that works as another one does."""
    return board_like(document, board, title, HOUSE)
