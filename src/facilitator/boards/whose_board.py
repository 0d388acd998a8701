"""Where a form belongs that somebody filled in: with the board of their own, where they have one. Pure."""

from facilitator.boards.kind import Kind
from facilitator.content.naming import plain
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Person
from facilitator.workshop.one_to_ones import boards_between_two


def own_board_instead(document: Document, board: Board, kind: Kind, name: str) -> Board:
    """The board of that kind which is somebody's own, by their name, in the place of one that is a group's.

    A board is somebody's where it asks them, or where only 1:1s with them work on it. It stays the same board where it
    is somebody's already, where nobody or several people are called so, and where they have no such board or several.
    """
    between_two = boards_between_two(document)

    def owner(each: Board) -> frozenset[str]:
        asked = kind.respondent(document, each.id)
        return frozenset({asked}) if asked else between_two.get(each.id, frozenset())

    called = [each.id for each in document.every(Person) if name and plain(each.name) == plain(name)]
    if len(called) != 1 or board.id in between_two or owner(board):
        return board
    of_kind = [each for each in document.every(Board) if each.kind == board.kind]
    own = [each for each in of_kind if owner(each) == frozenset(called)]
    return own[0] if len(own) == 1 else board
