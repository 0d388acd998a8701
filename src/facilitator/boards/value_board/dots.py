"""Weighing the cards of a value board with dots, or by show of hands. Who gave what is private, always."""

from collections import Counter
from collections.abc import Mapping

from facilitator.boards import dots as weighing
from facilitator.boards.described import Ballot, Item, Table
from facilitator.boards.value_board.model import Card, CountedHands, PersonDots, ValueFrame
from facilitator.content import value_board as content
from facilitator.content.words import Words
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.engagement import by_code


def _items(document: Document, board_id: str) -> tuple[Item, ...]:
    """All cards, column by column."""
    columns = [each.id for each in content.columns_and_strips()]
    cards = sorted(
        (each for each in document.every(Card) if each.board_id == board_id),
        key=lambda each: (columns.index(each.column), by_code(each.code)),
    )
    return tuple(Item(card.id, card.code, card.text, card.column) for card in cards)


WEIGHING = weighing.Weighing(ValueFrame, "dot_budget", "dots_shown", PersonDots, "card_id", CountedHands, _items)
"""Where a value board keeps its dots and hands; every card is weighed."""


def ballot(document: Document, board_id: str) -> Ballot:
    """How the cards of a board are weighed; raises EditRejected("gone") if the board is no more."""
    return weighing.ballot(WEIGHING, document, board_id)


def dot_totals(document: Document, board_id: str) -> Counter[str]:
    """Dots and counted hands together by card id. Private as long as the board does not show them."""
    return weighing.totals(WEIGHING, document, board_id)


def give_dots(document: Document, board_id: str, person: str, dots: Mapping[str, int]) -> Change:
    """All the dots of one person, in place of what they gave before; {} takes them back. Raises as its namesake."""
    return weighing.give_dots(WEIGHING, document, board_id, person, dots)


def count_hands(document: Document, board_id: str, hands: Mapping[str, int]) -> Change:
    """The hands counted for these cards, in place of what was counted before. Raises as its namesake."""
    return weighing.count_hands(WEIGHING, document, board_id, hands)


def set_ballot(document: Document, board_id: str, *, budget: int | None = None, shown: bool | None = None) -> Change:
    """Another budget of dots, or totals shown to everybody or hidden. Raises as its namesake."""
    return weighing.set_ballot(WEIGHING, document, board_id, budget=budget, shown=shown)


def dots_table(document: Document, board_id: str, words: Words) -> Table | None:
    """Who gave which cards how many dots, and the hands counted: for the facilitator only. None where nobody did."""
    return weighing.dots_table(ballot(document, board_id), words)
