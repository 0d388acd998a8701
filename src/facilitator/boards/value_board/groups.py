"""Cards of one column that belong together, under a name (affinity). A group without cards goes away by itself."""

from collections.abc import Iterator, Mapping, Sequence

from facilitator.boards.value_board.folded import folded
from facilitator.boards.value_board.model import Card, CardGroup, CardLink
from facilitator.content.words import Words
from facilitator.domain import words_of_people
from facilitator.domain.change import Change, Swap, adding
from facilitator.domain.document import Document
from facilitator.domain.editing import changed
from facilitator.domain.engagement import language_of
from facilitator.domain.record import new_id
from facilitator.domain.refusal import EditRejected


def group_cards(document: Document, card_ids: Sequence[str], name: str) -> Change:
    """Put cards of one column into its group of this name, which is founded if there is none; "" takes them out.

    Raises EditRejected: "group_columns" for cards of several columns, "nothing_to_do", or what a name may not be.
    """
    cards = _of_one_column(document, card_ids)
    if not name.strip():
        return _regrouped(document, cards, None)
    wanted = words_of_people.name(name)
    board_id, column = cards[0].board_id, cards[0].column
    return _regrouped(document, cards, _named(document, board_id, column, wanted) or _new(document, cards[0], wanted))


def group_onto(document: Document, card_ids: Sequence[str], onto_id: str) -> Change:
    """Put cards into the group of another card of their column; where it has none, both into a new one.

    A new one is called "Group 1" in the language of the engagement, or the next number that is free. Raises
    EditRejected: "group_columns" for cards of several columns, "nothing_to_do" where they are together already.
    """
    onto = document.get(Card, onto_id)
    cards = _of_one_column(document, [*card_ids, onto_id])
    if onto.group_id:
        return _regrouped(document, cards, document.get(CardGroup, onto.group_id))
    return _regrouped(document, cards, _new(document, onto, _free_name(document, onto)))


def join(document: Document, card_ids: Sequence[str], group_id: str | None) -> Change:
    """Put cards of one column into one of its groups, or with None out of theirs.

    Raises EditRejected: "group_columns" for cards of several columns or a group of another one, "nothing_to_do".
    """
    cards = _of_one_column(document, card_ids)
    group = document.get(CardGroup, group_id) if group_id else None
    if group and group.column != cards[0].column:
        raise EditRejected("group_columns")
    return _regrouped(document, cards, group)


def rename_group(document: Document, group_id: str, name: str) -> Change:
    """Give a group another name; raises EditRejected("group_taken") (name) where its column has one of that name."""
    group, wanted = document.get(CardGroup, group_id), words_of_people.name(name)
    found = _named(document, group.board_id, group.column, wanted)
    if found and found.id != group_id:
        raise EditRejected("group_taken", name=found.name)
    return changed("rename_group", [(group, group.having(name=wanted))])


def emptied(document: Document, after: Mapping[str, Card | None]) -> Iterator[Swap]:
    """Swaps that remove the groups that are left by the last of their cards.

    `after` is what becomes of cards by id, None for those that are removed.
    """
    left = {
        before.group_id
        for its_id, card in after.items()
        if (before := document.get(Card, its_id)).group_id and (card is None or card.group_id != before.group_id)
    }
    if left:
        for card in document.every(Card):
            now = after.get(card.id, card)
            left.discard(now.group_id if now else None)
    for each in document.every(CardGroup):
        if each.id in left:
            yield Swap(each, None)


def cards_among(document: Document, ids: Sequence[str]) -> list[str]:
    """The cards among these, and those of the groups among them; raises EditRejected("gone") for what is none here."""
    found: dict[str, None] = {}
    for each in ids:
        if document.find(CardGroup, each):
            found |= dict.fromkeys(card.id for card in document.every(Card) if card.group_id == each)
        elif not document.find(CardLink, each):
            found[document.get(Card, each).id] = None
    return list(found)


def _of_one_column(document: Document, card_ids: Sequence[str]) -> list[Card]:
    cards = [document.get(Card, each) for each in dict.fromkeys(card_ids)]
    if not cards:
        raise EditRejected("nothing_to_do")
    if len({(card.board_id, card.column) for card in cards}) > 1:
        raise EditRejected("group_columns")
    return cards


def _regrouped(document: Document, cards: Sequence[Card], group: CardGroup | None) -> Change:
    its_id = group.id if group else None
    founded = adding([group]) if group and not document.find(CardGroup, group.id) else ()
    after = {card.id: card.having(group_id=its_id) for card in cards}
    pairs = [(card, after[card.id]) for card in cards]
    return changed("group_cards", pairs, (*founded, *emptied(document, after)))


def _new(document: Document, card: Card, name: str) -> CardGroup:
    numbers = (each.number for each in _of_column(document, card.board_id, card.column))
    number = max(numbers, default=0) + 1
    return CardGroup(id=new_id(), board_id=card.board_id, column=card.column, number=number, name=name)


def _free_name(document: Document, card: Card) -> str:
    words, number = Words(language_of(document)), 1
    while _named(document, card.board_id, card.column, words("value.new_group", number=number)):
        number += 1
    return words("value.new_group", number=number)


def _named(document: Document, board_id: str, column: str, name: str) -> CardGroup | None:
    """The group of a column that is called so; case, accents and marks do not count."""
    there = _of_column(document, board_id, column)
    return next((each for each in there if folded(each.name) == folded(name)), None)


def _of_column(document: Document, board_id: str, column: str) -> Iterator[CardGroup]:
    return (each for each in document.every(CardGroup) if (each.board_id, each.column) == (board_id, column))
