"""What can be done to a value board and its cards. Pure: every edit returns a Change or raises EditRejected."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from facilitator.boards.stakeholder_web.model import Served
from facilitator.boards.typed import require_no_scales
from facilitator.boards.value_board.groups import emptied, rename_group
from facilitator.boards.value_board.layout.standing import standing
from facilitator.boards.value_board.linking import refitted
from facilitator.boards.value_board.model import (
    DETAIL_OF,
    Card,
    CardGroup,
    CardLink,
    CountedHands,
    PersonDots,
    Reading,
    ValueFrame,
)
from facilitator.boards.value_board.places import CODE_LETTERS, cards_of, column_named, placed
from facilitator.boards.value_board.serving import still_meant
from facilitator.boards.value_board.settling import tidied
from facilitator.boards.value_board.view import view_of
from facilitator.domain import words_of_people
from facilitator.domain.change import Change, Swap, adding, removing
from facilitator.domain.document import Document
from facilitator.domain.editing import changed, next_code
from facilitator.domain.engagement import Board
from facilitator.domain.record import Record, new_id
from facilitator.domain.refusal import EditRejected
from facilitator.workshop.capture import AddLine


def add_card(document: Document, board_id: str, line: AddLine, group: str) -> Change:
    """A new card in the column or strip that the line names, else in `group`.

    Raises EditRejected: "capture_no_scale" (mark), "group_unknown" (group, known), or what a name may not be.
    """
    document.get(Board, board_id)
    require_no_scales(line)
    column = column_named(document, line.group or group)
    text = words_of_people.name(line.name)
    code, taken = next_code(document, CODE_LETTERS[column])
    card = Card(id=new_id(), board_id=board_id, code=code, column=column, text=text)
    return Change("add_card", (taken, *adding([card])))


def rename(document: Document, item_id: str, name: str) -> Change:
    """Give a card or a group other words."""
    if document.find(CardGroup, item_id):
        return rename_group(document, item_id, name)
    return rename_card(document, item_id, name)


def rename_card(document: Document, card_id: str, text: str) -> Change:
    """Give a card other words."""
    card = document.get(Card, card_id)
    return changed("rename_card", [(card, card.having(text=words_of_people.name(text)))])


def recolumn(document: Document, card_ids: Sequence[str], column: str) -> Change:
    """Put cards into another column, at its foot; codes stay.

    Links follow: each takes the usual kind for its new pair of columns, and is removed where the method knows none.
    The cards leave their groups. What else is known of a card stays with it, unseen while it is of no use: moved back
    it has it all again.
    """
    column = column_named(document, column)
    cards = [document.get(Card, card_id) for card_id in dict.fromkeys(card_ids)]
    pairs = [(card, card.having(column=column, slot=None, group_id=None)) for card in cards if card.column != column]
    moved = {after.id: after for _, after in pairs}
    return changed("move_card", pairs, _left_behind(document, moved, moved))


def place_card(document: Document, card_ids: Sequence[str], column: str, slot: int) -> Change:
    """Put cards by hand into a column, one after the other from the place `slot` on, counted from 0 without them.

    Other cards that a hand placed keep their order: they move on as far as they must.
    """
    moving = {each: document.get(Card, each) for each in card_ids}
    if not moving:
        raise EditRejected("nothing_to_do")
    column = column_named(document, column)
    now = cards_of(document, next(iter(moving.values())).board_id, column)
    staying = [card for card in now if card.id not in moving]
    slot = min(max(slot, 0), len(staying))
    return reordered(document, [*staying[:slot], *moving.values(), *staying[slot:]], list(moving), column)


def reordered(document: Document, wanted: Sequence[Card], moving: Sequence[str], column: str) -> Change:
    """Make the cards of a column stand as `wanted`, because a hand moved some of them, maybe from other columns."""
    pairs = placed(wanted, moving, column)
    after = {card.id: card for _, card in pairs}
    arrived = {card.id: card for before, card in pairs if before.column != card.column}
    return changed("move_card", pairs, _left_behind(document, arrived, after))


def _left_behind(document: Document, arrived: Mapping[str, Card], moved: Mapping[str, Card]) -> Iterable[Swap]:
    """What follows where some of the cards that moved arrived in another column."""
    return *refitted(document, arrived), *still_meant(document, arrived), *emptied(document, moved)


def tidy_board(document: Document, board_id: str) -> Change:
    """Put every card where few links cross; raises EditRejected("nothing_to_do") if all stand so."""
    view = view_of(document, board_id)
    now, wanted = standing(view), tidied(view)
    if all(now[column] == cards for column, cards in wanted.items()):
        raise EditRejected("nothing_to_do")
    places = [(document.get(Card, each), slot) for cards in wanted.values() for slot, each in enumerate(cards)]
    return changed("tidy", [(card, card.having(slot=slot)) for card, slot in places])


def delete(document: Document, ids: Sequence[str]) -> Change:
    """Remove cards with all that is known of them, links, or groups, whose cards stay.

    Raises EditRejected: "gone" for an id that is nothing here, "nothing_to_do" for no id.
    """
    cards = {each: card for each in ids if (card := document.find(Card, each))}
    groups = {each: group for each in ids if (group := document.find(CardGroup, each))}
    others = [each for each in ids if each not in cards and each not in groups]
    links = {each: document.get(CardLink, each) for each in others}
    for link in document.every(CardLink):
        if link.from_id in cards or link.to_id in cards:
            links[link.id] = link
    if not cards and not links and not groups:
        raise EditRejected("nothing_to_do")
    freed = [card for card in document.every(Card) if card.group_id in groups and card.id not in cards]
    swaps = [
        *removing(links.values()),
        *removing(_hanging(document, cards)),
        *removing(cards.values()),
        *(Swap(card, card.having(group_id=None)) for card in freed),
        *removing(groups.values()),
        *(swap for swap in emptied(document, dict.fromkeys(cards)) if swap.record.id not in groups),
    ]
    label = "delete_card" if cards else "dissolve_group"
    if not cards and not groups:
        label = "delete_link"
    return Change(label, tuple(swaps))


def set_detail(document: Document, card_id: str, **fields: object) -> Change:
    """Change what is known of a card in its column; a record that says nothing any more is removed."""
    card = document.get(Card, card_id)
    kind = DETAIL_OF[card.column]
    before = document.find(kind, card_id)
    blank = kind.model_validate({"id": card_id})
    after = (before or blank).having(**fields)
    return changed("edit_card", [(before, None if after == blank else after)])


def set_frame(document: Document, board_id: str, **fields: object) -> Change:
    """Change what is said of the whole board; a record that says nothing any more is removed."""
    document.get(Board, board_id)
    before = document.find(ValueFrame, board_id)
    blank = ValueFrame(id=board_id)
    after = (before or blank).having(**fields)
    return changed("edit_board", [(before, None if after == blank else after)])


def _hanging(document: Document, cards: dict[str, Card]) -> Iterator[Record]:
    """What is known of cards beyond their words, of the columns too that they were in before."""
    kinds: tuple[type[Record], ...] = (*DETAIL_OF.values(), CountedHands)
    for its_id in cards:
        for kind in kinds:
            if found := document.find(kind, its_id):
                yield found
    yield from (each for each in document.every(Reading) if each.kpi_id in cards)
    yield from (each for each in document.every(PersonDots) if each.card_id in cards)
    yield from (each for each in document.every(Served) if each.card_id in cards)
