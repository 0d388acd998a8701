"""Where cards go so that few links cross: one card at a time while people watch, all of them when asked to tidy."""

from collections.abc import Sequence

from facilitator.boards.value_board.layout import columns_of, order_of
from facilitator.boards.value_board.order import code_order, tidy
from facilitator.boards.value_board.view import ValueBoardView
from facilitator.content import value_board as content

_WATCHED = 120
"""On boards with more cards nobody follows a single one, and trying every place would take too long."""


def settled(view: ValueBoardView, linked: Sequence[str]) -> tuple[str, str, int] | None:
    """Which one of the cards just linked moves where (card, column, place from 0) so that fewer links cross.

    Only a card whose first link this is moves, and none that a hand placed: what the room has looked at stays.
    None where no move makes fewer crossings.
    """
    if len(view.cards) > _WATCHED:
        return None
    columns = [list(order_of(view).cards(place)) for place in range(len(content.columns()))]
    links = [(link.from_id, link.to_id) for link in view.links]
    fewest = code_order(columns, links, {}).crossings
    best = None
    by_id = {card.id: card for card in view.cards}
    for card_id in linked:
        first = sum(card_id in link for link in links) == 1
        if not first or by_id[card_id].slot is not None:
            continue
        column = next(place for place, cards in enumerate(columns) if card_id in cards)
        others = [card for card in columns[column] if card != card_id]
        for place in range(len(others) + 1):
            tried = [*columns]
            tried[column] = [*others[:place], card_id, *others[place:]]
            crossings = code_order(tried, links, {}).crossings
            if crossings < fewest:
                fewest, best = crossings, (card_id, content.columns()[column].id, place)
    return best


def tidied(view: ValueBoardView) -> dict[str, int]:
    """The place of every card in its column, from 0, in the order with few crossings; hands do not count."""
    order = tidy(columns_of(view), [(link.from_id, link.to_id) for link in view.links], {})
    return {card: place for number in range(len(order.columns)) for place, card in enumerate(order.cards(number))}
