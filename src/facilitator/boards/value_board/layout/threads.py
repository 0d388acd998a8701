"""The golden thread of a card: everything up and down stream of it."""

from collections.abc import Mapping, Sequence

from facilitator.boards.value_board.view import CardLinkView, ValueBoardView
from facilitator.content import value_board as content


def thread_of(view: ValueBoardView, card_id: str) -> frozenset[str]:
    """The ids of the card, of all cards and links that lead to it, and of all that it leads to.

    Trade-offs carry no thread: what pulls against a value does not come of it. A circle is gone round once. Empty for
    an id that is no card's.
    """
    if all(card.id != card_id for card in view.cards):
        return frozenset()
    carrying = [link for link in view.links if not content.link_kind(link.kind).both_ways]
    leading: dict[str, list[CardLinkView]] = {}
    coming: dict[str, list[CardLinkView]] = {}
    for link in carrying:
        leading.setdefault(link.from_id, []).append(link)
        coming.setdefault(link.to_id, []).append(link)
    return frozenset({card_id} | _reached(card_id, leading) | _reached(card_id, coming))


def _reached(card_id: str, links: Mapping[str, Sequence[CardLinkView]]) -> set[str]:
    """Links and cards on all ways from the card, always to the end of a link that it was not reached by."""
    cards, found, waiting = {card_id}, set[str](), [card_id]
    while waiting:
        here = waiting.pop()
        for link in links.get(here, ()):
            found.add(link.id)
            there = link.to_id if link.from_id == here else link.from_id
            if there not in cards:
                cards.add(there)
                waiting.append(there)
    return cards | found
