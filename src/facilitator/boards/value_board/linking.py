"""Links between the cards of a value board: making, changing, and what becomes of them when cards move."""

from collections.abc import Iterator, Mapping

from facilitator.boards.finding import choice_named, item_named
from facilitator.boards.value_board.model import Card, CardLink
from facilitator.boards.value_board.places import cards_of, placed
from facilitator.boards.value_board.settling import settled
from facilitator.boards.value_board.view import view_of
from facilitator.content import value_board as content
from facilitator.domain import words_of_people
from facilitator.domain.change import Change, Swap, adding, composed, removing
from facilitator.domain.document import Document
from facilitator.domain.editing import changed
from facilitator.domain.engagement import language_of
from facilitator.domain.record import new_id
from facilitator.domain.refusal import EditRejected
from facilitator.workshop.capture import LinkLine


def link_cards(document: Document, board_id: str, line: LinkLine) -> Change:
    """Link two cards, give their link another kind, or unlink them.

    A card that gets its first link moves to where fewer links cross; no other card does. The direction is that of
    the method, whichever way round the line names the cards. Raises EditRejected: "name_unknown" (name),
    "name_ambiguous" (name, codes), "link_self" (code), "link_exists" and "link_missing" (start, end: codes),
    "link_kind" (kind, known), and what `require_kinds` raises.
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


def set_link(document: Document, link_id: str, key: str, value: str) -> Change:
    """Give a link another `kind`, one of `kinds_of`, or another `note`, "" for none."""
    link = document.get(CardLink, link_id)
    read = words_of_people.note(value) if key == "note" else value
    return changed("change_link", [(link, link.having(**{key: read}))])


def kinds_of(document: Document, link: CardLink) -> tuple[content.LinkKind, ...]:
    """The kinds that a link may be of between its two columns, the usual one first."""
    start, end = (document.get(Card, each).column for each in (link.from_id, link.to_id))
    return kinds_between(start, end)


def kinds_between(one: str, other: str) -> tuple[content.LinkKind, ...]:
    """The kinds that may join cards of two columns, in either direction, the usual one first; maybe none."""
    return content.link_kinds_between(one, other) or content.link_kinds_between(other, one)


def require_kinds(document: Document, start: Card, end: Card) -> tuple[content.LinkKind, ...]:
    """The kinds that may join two cards.

    Raises EditRejected where there are none: "link_strip" (code, column) for a card that can't be linked at all, else
    "link_columns" (start, end: codes, known: the columns that `start` can be linked to).
    """
    kinds = kinds_between(start.column, end.column)
    if kinds:
        return kinds
    language = language_of(document)
    for card in (start, end):
        if not any(kinds_between(card.column, each.id) for each in content.columns()):
            column = content.column(card.column).name.within(language)
            raise EditRejected("link_strip", code=card.code, column=column)
    known = [each.name.within(language) for each in content.columns() if kinds_between(start.column, each.id)]
    raise EditRejected("link_columns", start=start.code, end=end.code, known=", ".join(known))


def refitted(document: Document, moved: Mapping[str, Card]) -> Iterator[Swap]:
    """What becomes of the links of cards that are in another column now.

    Each takes the usual kind for its new pair of columns where its own does not fit, and is removed where the method
    knows none.
    """
    links = list(document.every(CardLink))
    pairs = {(link.from_id, link.to_id) for link in links}
    for link in links:
        if link.from_id not in moved and link.to_id not in moved:
            continue
        pairs.discard((link.from_id, link.to_id))
        start, end = (moved.get(each) or document.get(Card, each) for each in (link.from_id, link.to_id))
        after: CardLink | None = None
        kinds = kinds_between(start.column, end.column)
        if kinds:
            kind = next((each for each in kinds if each.id == link.kind), kinds[0])
            if kind.start != start.column:
                start, end = end, start
            if (start.id, end.id) not in pairs:
                after = link.having(from_id=start.id, to_id=end.id, kind=kind.id)
                pairs.add((start.id, end.id))
        if after != link:
            yield Swap(link, after)


def _kind_wanted(document: Document, start: Card, end: Card, typed: str | None) -> content.LinkKind:
    known = require_kinds(document, start, end)
    if typed is None:
        return known[0]
    wanted = choice_named(document, typed, {kind.id: kind.name for kind in known}, "link_kind", "kind")
    return next(kind for kind in known if kind.id == wanted)


def _linked(document: Document, board_id: str, link: CardLink) -> Change:
    """The new link, and the move of the one card that settles because of it."""
    linking = Change("link_cards", adding([link]))
    move = settled(view_of(document.after(linking), board_id), (link.to_id, link.from_id))
    if move is None:
        return linking
    card_id, slot = move
    card = document.get(Card, card_id)
    cards = [each for each in cards_of(document, board_id, card.column) if each.id != card_id]
    cards.insert(slot, card)
    return composed("link_cards", [linking, changed("move_card", placed(cards, [card_id], card.column))])
