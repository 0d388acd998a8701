"""Where cards go so that few links cross: one card at a time while people watch, all of them when asked to tidy.

Links cross between the columns of the usual form, in which immediate results stand apart from the other impacts.
"""

from collections.abc import Mapping, Sequence

from facilitator.boards.value_board.layout.columns import shown_columns
from facilitator.boards.value_board.layout.order import code_order, tidy
from facilitator.boards.value_board.layout.standing import groups_of, standing, together
from facilitator.boards.value_board.view import ValueBoardView

_WATCHED = 120
"""On boards with more cards nobody follows a single one, and trying every place would take too long."""


def settled(view: ValueBoardView, linked: Sequence[str]) -> tuple[str, int] | None:
    """Which one of the cards just linked moves where (card, place from 0 among the others of its column).

    Only a card whose first link this is moves, and none that a hand placed or that is in a group: what the room has
    looked at stays. None where no move makes fewer crossings.
    """
    if len(view.cards) > _WATCHED:
        return None
    columns = [list(column.cards) for column in shown_columns(view)]
    links, kinds = _links(view)
    fewest = code_order(columns, links, kinds).crossings
    best = None
    by_id = {card.id: card for card in view.cards}
    for card_id in linked:
        first = sum(card_id in link for link in links) == 1
        if not first or by_id[card_id].slot is not None or by_id[card_id].group_id:
            continue
        number = next(number for number, cards in enumerate(columns) if card_id in cards)
        others = [card for card in columns[number] if card != card_id]
        for place in range(len(others) + 1):
            tried = [*columns]
            tried[number] = [*others[:place], card_id, *others[place:]]
            crossings = code_order(tried, links, kinds).crossings
            if crossings < fewest:
                fewest, best = crossings, (card_id, others[place] if place < len(others) else "")
    if best is None:
        return None
    card_id, before = best
    column = [card for card in standing(view)[by_id[card_id].column] if card != card_id]
    return card_id, column.index(before) if before else len(column)


def tidied(view: ValueBoardView) -> Mapping[str, tuple[str, ...]]:
    """The ids of the cards of each column in the order with few crossings; hands do not count. Strips are not in it."""
    shown, groups = shown_columns(view), groups_of(view)
    links, kinds = _links(view)
    order = tidy([column.cards for column in shown], links, groups, kinds)
    found: dict[str, tuple[str, ...]] = {}
    for number, column in enumerate(shown):
        found[column.holds] = (*found.get(column.holds, ()), *order.cards(number))
    return {column: tuple(together(cards, groups)) for column, cards in found.items()}


def _links(view: ValueBoardView) -> tuple[list[tuple[str, str]], list[str]]:
    """The two ends of each link, and the kinds of the links."""
    return [(link.from_id, link.to_id) for link in view.links], [link.kind for link in view.links]
