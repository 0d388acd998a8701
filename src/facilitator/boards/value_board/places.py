"""The columns and strips of a value board, and which card stands where in them. Pure: nothing here draws."""

from collections.abc import Iterable, Sequence

from facilitator.boards.finding import choice_named
from facilitator.boards.value_board.layout.standing import in_place, together
from facilitator.boards.value_board.model import Card
from facilitator.content import value_board as content
from facilitator.content.reading import Bilingual
from facilitator.domain.document import Document
from facilitator.domain.engagement import by_code
from facilitator.domain.refusal import EditRejected

CODE_LETTERS = {
    "guiding": "G",
    "approach": "A",
    "impact": "I",
    "kpi": "K",
    "assumption": "H",
    "side_effect": "E",
    "parking": "P",
}
"""The letter of the spoken codes by column or strip, in the order of the screen."""


def column_named(document: Document, wanted: str) -> str:
    """The column or strip that letters mean, by id, name or what its cards are called, in either language.

    One letter alone is that of the spoken codes. Raises EditRejected("group_unknown") (group, known).
    """
    by_letter = {letter: column for column, letter in CODE_LETTERS.items()}
    if column := by_letter.get(wanted.strip().upper()):
        return column
    names = {each.id: each.name for each in content.columns_and_strips()}
    also = {
        each.id: Bilingual(f"{each.name.en} {each.one.en}s", f"{each.name.fr} {each.one.fr}s")
        for each in content.columns_and_strips()
    }
    return choice_named(document, wanted, names, "group_unknown", "group", also)


def cards_of(document: Document, board_id: str, column: str) -> list[Card]:
    """The cards of a column from top to bottom."""
    return _standing([each for each in document.every(Card) if (each.board_id, each.column) == (board_id, column)])


def placed(cards: Sequence[Card], moving: Iterable[str], column: str) -> list[tuple[Card, Card]]:
    """Cards before and after they stand in this order in a column because a hand moved some of them there.

    Those moving get a slot, and those that a hand placed before; all of them where that alone would not do. A card
    from another column leaves its group; cards of a group stand together where the first of them does. Raises
    EditRejected("nothing_to_do") where they stand so already.
    """
    arrived = {card.id: card.having(column=column, group_id=None) for card in cards if card.column != column}
    before = {card.id: card for card in cards}
    there = [arrived.get(card.id, card) for card in cards]
    order = together([card.id for card in there], _groups(there))
    moving = set(moving)
    if not arrived and [card.id for card in _standing(there)] == order:
        raise EditRejected("nothing_to_do")
    pinned = {card.id for card in there if card.id in moving or card.slot is not None}
    for kept in (pinned, set(order)):
        after = [card.having(slot=order.index(card.id) if card.id in kept else None) for card in there]
        if [card.id for card in _standing(after)] == order:
            break
    return [(before[card.id], card) for card in after]


def _standing(cards: Sequence[Card]) -> list[Card]:
    by_id = {card.id: card for card in sorted(cards, key=lambda card: by_code(card.code))}
    slots = {card.id: card.slot for card in cards if card.slot is not None}
    return [by_id[each] for each in in_place(list(by_id), slots, _groups(cards))]


def _groups(cards: Iterable[Card]) -> dict[str, str]:
    return {card.id: card.group_id for card in cards if card.group_id}
