"""Which card stands where in its column or strip: as it came, where a hand put it, and groups together."""

from collections.abc import Mapping, Sequence

from facilitator.boards.value_board.view import ValueBoardView
from facilitator.content import value_board as content


def standing(view: ValueBoardView) -> Mapping[str, tuple[str, ...]]:
    """The ids of the cards of every column and strip from top to bottom; the same in all forms of the board."""
    groups = groups_of(view)
    slots = {card.id: card.slot for card in view.cards if card.slot is not None}
    columns: dict[str, list[str]] = {column.id: [] for column in content.columns_and_strips()}
    for card in view.cards:
        columns[card.column].append(card.id)
    return {column: tuple(in_place(cards, slots, groups)) for column, cards in columns.items()}


def groups_of(view: ValueBoardView) -> dict[str, str]:
    """The named group of each card that is in one of its own column."""
    column_of = {group.id: group.column for group in view.groups}
    return {card.id: card.group_id for card in view.cards if column_of.get(card.group_id) == card.column}


def in_place(cards: Sequence[str], slots: Mapping[str, int], groups: Mapping[str, str]) -> list[str]:
    """Cards of one column, given in the order of their codes, from top to bottom.

    Those with a slot stand in that place, counted from 0, or in the nearest one that is left; then the cards of a
    group follow the first of them.
    """
    return together(_in_slots(cards, slots), groups)


def together(cards: Sequence[str], groups: Mapping[str, str]) -> list[str]:
    """The cards in their order, but those of a group right after the first of them."""
    members: dict[str, list[str]] = {}
    for card in cards:
        members.setdefault(groups.get(card, ""), []).append(card)
    laid: list[str] = []
    for card in cards:
        group = groups.get(card, "")
        laid += [card] if not group else members.pop(group, ())
    return laid


def _in_slots(cards: Sequence[str], slots: Mapping[str, int]) -> list[str]:
    pinned = sorted((card for card in cards if card in slots), key=slots.__getitem__)
    if not pinned:
        return list(cards)
    places: list[str | None] = [None] * len(cards)
    for card in pinned:
        wanted = min(max(slots[card], 0), len(cards) - 1)
        outwards = (place for step in range(len(cards)) for place in (wanted + step, wanted - step))
        places[next(place for place in outwards if 0 <= place < len(cards) and places[place] is None)] = card
    others = iter([card for card in cards if card not in slots])
    return [next(others) if card is None else card for card in places]
