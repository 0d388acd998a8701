"""What heads every board, its title and its question: how the inspector shows them and what editing them does."""

from collections.abc import Callable, Mapping

from facilitator.boards.described import Field
from facilitator.boards.typed import optional_line
from facilitator.content.words import Words
from facilitator.domain import words_of_people
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.editing import changed
from facilitator.domain.engagement import Board

_READ: Mapping[str, Callable[[str], str]] = {"title": words_of_people.name, "question": optional_line}


def heading_fields(document: Document, board_id: str, words: Words) -> tuple[Field, ...]:
    """The lines for title and question; raises EditRejected("gone") if the board is no more."""
    board = document.get(Board, board_id)
    return (
        Field("title", words("board.field_title"), board.title, "line"),
        Field("question", words("board.field_question"), board.question, "line"),
    )


def set_heading(document: Document, board_id: str, key: str, value: str) -> Change:
    """Give a board another `title`, or another `question`, "" for none.

    Raises KeyError for another key, EditRejected for what a name may not be.
    """
    board = document.get(Board, board_id)
    return changed("edit_board", [(board, board.having(**{key: _READ[key](value)}))])
