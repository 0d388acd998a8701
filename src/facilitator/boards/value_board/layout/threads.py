"""The golden thread of a card: everything up and down stream of it."""

from facilitator.boards.value_board.reaching import reached
from facilitator.boards.value_board.view import ValueBoardView
from facilitator.content import value_board as content


def thread_of(view: ValueBoardView, card_id: str) -> frozenset[str]:
    """The ids of the card, of all cards and links that lead to it, and of all that it leads to.

    Trade-offs carry no thread: what pulls against a value does not come of it. A circle is gone round once. Empty for
    an id that is no card's.
    """
    if all(card.id != card_id for card in view.cards):
        return frozenset()
    carrying = [link for link in view.links if not content.link_kind(link.kind).both_ways]
    after: dict[str, list[str]] = {}
    before: dict[str, list[str]] = {}
    for link in carrying:
        after.setdefault(link.from_id, []).append(link.to_id)
        before.setdefault(link.to_id, []).append(link.from_id)
    down, up = reached([card_id], after), reached([card_id], before)
    links = {link.id for link in carrying if link.from_id in down or link.to_id in up}
    return frozenset(down | up | links)
