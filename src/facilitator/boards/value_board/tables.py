"""A value board in words: its items in reading order, its tables, and what is still open."""

from facilitator.boards.described import Item, Table
from facilitator.boards.value_board.checks.threads import gaps
from facilitator.boards.value_board.detail_tables import detail_tables, link_table, reading_table, test_table
from facilitator.boards.value_board.layout.standing import standing
from facilitator.boards.value_board.view import CardLinkView, CardView, ValueBoardView
from facilitator.content import value_board as content
from facilitator.content.words import Words


def cards_in_order(view: ValueBoardView) -> tuple[CardView, ...]:
    """All cards, column by column, then the strips, from top to bottom."""
    card_of = {card.id: card for card in view.cards}
    return tuple(card_of[card] for cards in standing(view).values() for card in cards)


def items(view: ValueBoardView) -> tuple[Item, ...]:
    """The cards as lists show them."""
    return tuple(Item(card.id, card.code, card.text, card.column) for card in cards_in_order(view))


def tables(view: ValueBoardView, words: Words) -> tuple[Table, ...]:
    """The threads, then what is known of the cards, the register, the readings, notes on links, the value test."""
    noted = link_table(view, words) if any(link.note for link in view.links) else None
    more = (*detail_tables(view, words, whole=False), reading_table(view, words), noted, test_table(view, words))
    return (card_table(view, words), *(table for table in more if table))


def sheets(view: ValueBoardView, words: Words) -> tuple[Table, ...]:
    """The same for a spreadsheet, with every public field, every link and every reading."""
    more = (reading_table(view, words, whole=True), link_table(view, words), test_table(view, words))
    return (
        card_table(view, words),
        *detail_tables(view, words, whole=True),
        *(table for table in more if table),
    )


def card_table(view: ValueBoardView, words: Words) -> Table:
    """The board's text twin: each card with the cards that it leads to and comes from, by code, and its gaps."""
    code_of = {card.id: card.code for card in view.cards}
    leads: dict[str, list[str]] = {}
    comes: dict[str, list[str]] = {}
    for link in view.links:
        leads.setdefault(link.from_id, []).append(_told(code_of[link.to_id], link, words))
        comes.setdefault(link.to_id, []).append(_told(code_of[link.from_id], link, words))
    open_ones = still_open(view, words)
    rows = tuple(
        (
            content.column(card.column).name.within(words.language),
            card.code,
            card.text,
            ", ".join(sorted(leads.get(card.id, ()), key=_by_number)),
            ", ".join(sorted(comes.get(card.id, ()), key=_by_number)),
            open_ones.get(card.id, ""),
        )
        for card in cards_in_order(view)
    )
    heads = ("column", "code", "card", "leads_to", "comes_from", "gap")
    return Table(view.title, tuple(words(f"value.head_{head}") for head in heads), rows)


def still_open(view: ValueBoardView, words: Words) -> dict[str, str]:
    """The gaps of each card that has any, in words."""
    told = content.gap_words()
    return {card: ", ".join(told[gap].within(words.language) for gap in found) for card, found in gaps(view).items()}


def _told(code: str, link: CardLinkView, words: Words) -> str:
    """The code at a link's other end, with the kind of the link where it is not the usual one."""
    kind = content.link_kind(link.kind)
    if kind == content.link_kinds_between(kind.start, kind.end)[0]:
        return code
    return words("value.link_kind", code=code, kind=kind.name.within(words.language))


def _by_number(told: str) -> tuple[str, int, str]:
    digits = "".join(letter for letter in told.split()[0] if letter.isdigit())
    return told[:1], int(digits or 0), told
