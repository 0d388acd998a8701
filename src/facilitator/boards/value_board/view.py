"""What participants may see of a value board."""

from dataclasses import dataclass

from facilitator.boards.value_board.model import Card, CardLink
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, by_code, language_of
from facilitator.domain.view import View


@dataclass(frozen=True, slots=True)
class CardView:
    """The public words of one card."""

    id: str
    code: str
    column: str
    text: str
    slot: int | None


@dataclass(frozen=True, slots=True)
class CardLinkView:
    """A link as everybody may see it."""

    id: str
    from_id: str
    to_id: str
    kind: str


@dataclass(frozen=True, slots=True)
class ValueBoardView(View):
    """A value board for the stage: cards in the order of their codes, and links."""

    cards: tuple[CardView, ...]
    links: tuple[CardLinkView, ...]


def view_of(document: Document, board_id: str) -> ValueBoardView:
    """The public view of a value board; raises EditRejected("gone") if the board is no more."""
    board = document.get(Board, board_id)
    cards = sorted((each for each in document.every(Card) if each.board_id == board_id), key=lambda c: by_code(c.code))
    links = sorted((each for each in document.every(CardLink) if each.board_id == board_id), key=lambda t: t.id)
    return ValueBoardView(
        board_id=board_id,
        kind=board.kind,
        title=board.title,
        question=board.question,
        language=language_of(document),
        cards=tuple(CardView(c.id, c.code, c.column, c.text, c.slot) for c in cards),
        links=tuple(CardLinkView(t.id, t.from_id, t.to_id, t.kind) for t in links),
    )
