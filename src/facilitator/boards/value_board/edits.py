"""What can be done to a value board. Pure: every edit returns a Change or raises EditRejected."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from facilitator.boards.finding import choice_named, item_named
from facilitator.boards.typed import require_no_scales
from facilitator.boards.value_board.layout import order_of
from facilitator.boards.value_board.model import Card, CardLink
from facilitator.boards.value_board.settling import settled, tidied
from facilitator.boards.value_board.view import view_of
from facilitator.content import value_board as content
from facilitator.content.reading import Bilingual
from facilitator.domain import words_of_people
from facilitator.domain.change import Change, Swap, adding, composed, removing
from facilitator.domain.document import Document
from facilitator.domain.editing import changed, next_code
from facilitator.domain.engagement import Board
from facilitator.domain.record import new_id
from facilitator.domain.refusal import EditRejected
from facilitator.workshop.capture import AddLine, LinkLine

CODE_LETTERS = {"guiding": "G", "approach": "A", "impact": "I", "kpi": "K"}


def add_card(document: Document, board_id: str, line: AddLine, group: str) -> Change:
    """A new card in the column that the line names, else in `group`.

    Raises EditRejected: "capture_no_scale" (mark), "group_unknown" (group, known), or what a name may not be.
    """
    document.get(Board, board_id)
    require_no_scales(line)
    column = column_named(document, line.group or group)
    text = words_of_people.name(line.name)
    code, taken = next_code(document, CODE_LETTERS[column])
    card = Card(id=new_id(), board_id=board_id, code=code, column=column, text=text)
    return Change("add_card", (taken, *adding([card])))


def link_cards(document: Document, board_id: str, line: LinkLine) -> Change:
    """Link two cards, give their link another kind, or unlink them.

    A card that gets its first link moves to where fewer links cross; no other card does. The direction is that of
    the method, whichever way round the line names the cards. Raises EditRejected: "name_unknown" (name),
    "name_ambiguous" (name, codes), "link_self" (code), "link_columns", "link_exists" and "link_missing" (start, end:
    codes), "link_kind" (kind, known).
    """
    cards = [card for card in document.every(Card) if card.board_id == board_id]
    start, end = (item_named(cards, lambda card: card.text, name) for name in (line.from_name, line.to_name))
    if start.id == end.id:
        raise EditRejected("link_self", code=start.code)
    links = {(link.from_id, link.to_id): link for link in document.every(CardLink) if link.board_id == board_id}
    if line.remove:
        found = links.get((start.id, end.id)) or links.get((end.id, start.id))
        if found is None:
            raise EditRejected("link_missing", start=start.code, end=end.code)
        return Change("delete_link", removing([found]))
    kind = _kind_wanted(document, start, end, line.kind)
    if kind.start != start.column:
        start, end = end, start
    found = links.get((start.id, end.id))
    if found is None:
        link = CardLink(id=new_id(), board_id=board_id, from_id=start.id, to_id=end.id, kind=kind.id)
        return _linked(document, board_id, link)
    if line.kind is None or found.kind == kind.id:
        raise EditRejected("link_exists", start=start.code, end=end.code)
    return Change("change_link", (Swap(found, found.having(kind=kind.id)),))


def rename_card(document: Document, card_id: str, text: str) -> Change:
    """Give a card other words."""
    card = document.get(Card, card_id)
    return changed("rename_card", [(card, card.having(text=words_of_people.name(text)))])


def recolumn(document: Document, card_ids: Sequence[str], column: str) -> Change:
    """Put cards into another column, at its foot; codes stay.

    Links follow: each takes the usual kind for its new pair of columns, and is removed where the method knows none.
    """
    column = column_named(document, column)
    cards = [document.get(Card, card_id) for card_id in card_ids]
    moved = [(card, card.having(column=column, slot=None)) for card in cards if card.column != column]
    return changed("move_card", moved, _refitted(document, {after.id: after for _, after in moved}))


def place_card(document: Document, card_ids: Sequence[str], column: str, slot: int) -> Change:
    """Put cards by hand into a column, one after the other from the place `slot` on, counted from 0 without them.

    Other cards that a hand placed keep their order: they move on as far as they must.
    """
    cards = [document.get(Card, card_id) for card_id in dict.fromkeys(card_ids)]
    if not cards:
        raise EditRejected("nothing_to_do")
    column = column_named(document, column)
    placed = _placed(document, [card.id for card in cards], cards[0].board_id, column, slot)
    return changed("move_card", placed, _refitted(document, {card.id: card for _, card in placed}))


def tidy_board(document: Document, board_id: str) -> Change:
    """Put every card where few links cross; raises EditRejected("nothing_to_do") if all stand so."""
    view = view_of(document, board_id)
    order = order_of(view)
    now = {card: place for number in range(len(order.columns)) for place, card in enumerate(order.cards(number))}
    wanted = tidied(view)
    if now == wanted:
        raise EditRejected("nothing_to_do")
    cards = [document.get(Card, card_id) for card_id in wanted]
    return changed("tidy", [(card, card.having(slot=wanted[card.id])) for card in cards])


def delete(document: Document, ids: Sequence[str]) -> Change:
    """Remove cards with their links, or links alone; raises EditRejected("gone") for an id that is neither."""
    cards = {each: card for each in ids if (card := document.find(Card, each))}
    links = {each: document.get(CardLink, each) for each in ids if each not in cards}
    for link in document.every(CardLink):
        if link.from_id in cards or link.to_id in cards:
            links[link.id] = link
    if not cards and not links:
        raise EditRejected("nothing_to_do")
    label = "delete_card" if cards else "delete_link"
    return Change(label, (*removing(links.values()), *removing(cards.values())))


def set_card(document: Document, card_id: str, key: str, value: str) -> Change:
    """Edit one line of the inspector of a card: its `text` or its `column`."""
    edits: dict[str, Callable[[], Change]] = {
        "text": lambda: rename_card(document, card_id, value),
        "column": lambda: recolumn(document, [card_id], value),
    }
    return edits[key]()


def column_named(document: Document, wanted: str) -> str:
    """The column that letters mean, by id, name or what its cards are called, in either language.

    Raises EditRejected("group_unknown") (group, known).
    """
    columns = {column.id: column for column in content.columns()}
    names = {each: column.name for each, column in columns.items()}
    also = {
        each: Bilingual(f"{column.name.en} {column.one.en}s", f"{column.name.fr} {column.one.fr}s")
        for each, column in columns.items()
    }
    return choice_named(document, wanted, names, "group_unknown", "group", also)


def _kind_wanted(document: Document, start: Card, end: Card, typed: str | None) -> content.LinkKind:
    known = _kinds(start.column, end.column)
    if not known:
        raise EditRejected("link_columns", start=start.code, end=end.code)
    if typed is None:
        return known[0]
    wanted = choice_named(document, typed, {kind.id: kind.name for kind in known}, "link_kind", "kind")
    return next(kind for kind in known if kind.id == wanted)


def _kinds(one: str, other: str) -> tuple[content.LinkKind, ...]:
    """The kinds that may join cards of two columns, in either direction, the usual one first."""
    return content.link_kinds_between(one, other) or content.link_kinds_between(other, one)


def _refitted(document: Document, moved: Mapping[str, Card]) -> Iterator[Swap]:
    """What becomes of the links of cards that are in another column now."""
    links = list(document.every(CardLink))
    pairs = {(link.from_id, link.to_id) for link in links}
    for link in links:
        if link.from_id not in moved and link.to_id not in moved:
            continue
        pairs.discard((link.from_id, link.to_id))
        start, end = (moved.get(each) or document.get(Card, each) for each in (link.from_id, link.to_id))
        after: CardLink | None = None
        kinds = _kinds(start.column, end.column)
        if kinds:
            kind = next((each for each in kinds if each.id == link.kind), kinds[0])
            if kind.start != start.column:
                start, end = end, start
            if (start.id, end.id) not in pairs:
                after = link.having(from_id=start.id, to_id=end.id, kind=kind.id)
                pairs.add((start.id, end.id))
        if after != link:
            yield Swap(link, after)


def _linked(document: Document, board_id: str, link: CardLink) -> Change:
    """The new link, and the move of the one card that settles because of it."""
    linking = Change("link_cards", adding([link]))
    after = document.after(linking)
    move = settled(view_of(after, board_id), (link.to_id, link.from_id))
    if move is None:
        return linking
    card_id, column, place = move
    return composed("link_cards", [linking, changed("move_card", _placed(after, [card_id], board_id, column, place))])


def _placed(
    document: Document, moving: Sequence[str], board_id: str, column: str, slot: int
) -> list[tuple[Card, Card]]:
    """Cards before and after when `moving` go to the place `slot` of a column: they and all placed before them."""
    now = order_of(view_of(document, board_id)).cards(list(CODE_LETTERS).index(column))
    staying = [card for card in now if card not in moving]
    slot = min(max(slot, 0), len(staying))
    after = (*staying[:slot], *moving, *staying[slot:])
    if after == now:
        raise EditRejected("nothing_to_do")
    placed = []
    for place, card_id in enumerate(after):
        card = document.get(Card, card_id)
        if card_id in moving or card.slot is not None:
            placed.append((card, card.having(column=column, slot=place)))
    return placed
