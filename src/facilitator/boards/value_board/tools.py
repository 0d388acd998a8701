"""What a gesture on a value board means: dragging cards, and moving them by key."""

from collections.abc import Sequence

from facilitator.boards.described import Direction
from facilitator.boards.value_board.edits import place_card, recolumn
from facilitator.boards.value_board.layout import COLUMN_WIDTH, column_left, layout_of, order_of
from facilitator.boards.value_board.model import Card
from facilitator.boards.value_board.view import view_of
from facilitator.content import value_board as content
from facilitator.content.theme import theme
from facilitator.domain.change import Change, composed
from facilitator.domain.document import Document
from facilitator.domain.refusal import EditRejected

_COLUMNS = tuple(column.id for column in content.columns())


def drop(document: Document, board_id: str, card_ids: Sequence[str], x: float, y: float) -> Change:
    """Cards dragged to (x, y): into the column under the point, below the cards whose middle is above it."""
    place = min(range(len(_COLUMNS)), key=lambda each: abs(column_left(each) + COLUMN_WIDTH / 2 - x))
    shown = layout_of(view_of(document, board_id), theme()).columns[place].cards
    slot = sum(placed.rect.centre[1] < y for placed in shown if placed.card.id not in card_ids)
    return place_card(document, card_ids, _COLUMNS[place], slot)


def nudge(document: Document, card_ids: Sequence[str], direction: Direction) -> Change:
    """Cards moved by key: to the column beside theirs, or one place up or down in it.

    Raises EditRejected("nothing_to_do") when all of them are at the edge already.
    """
    if direction in ("left", "right"):
        return _nudge_aside(document, card_ids, -1 if direction == "left" else 1)
    return _nudge_along(document, card_ids, -1 if direction == "up" else 1)


def _nudge_aside(document: Document, card_ids: Sequence[str], step: int) -> Change:
    wanted: dict[str, list[str]] = {}
    for card_id in card_ids:
        place = _COLUMNS.index(document.get(Card, card_id).column) + step
        if 0 <= place < len(_COLUMNS):
            wanted.setdefault(_COLUMNS[place], []).append(card_id)
    changes = []
    for column, ids in wanted.items():
        changes.append(recolumn(document, ids, column))
        document = document.after(changes[-1])
    return _together(changes)


def _nudge_along(document: Document, card_ids: Sequence[str], step: int) -> Change:
    """One place up or down; cards that are selected together keep together, the front one first."""
    cards = [document.get(Card, card_id) for card_id in card_ids]
    changes: list[Change] = []
    for column in _COLUMNS:
        moving = {card.id for card in cards if card.column == column}
        if not moving:
            continue
        order = order_of(view_of(document, cards[0].board_id)).cards(_COLUMNS.index(column))
        blocked = -1 if step < 0 else len(order)
        for card_id in sorted(moving, key=order.index, reverse=step > 0):
            place = order.index(card_id)
            if place + step == blocked:
                blocked = place  # at the edge, or behind one that is
                continue
            changes.append(place_card(document, [card_id], column, place + step))
            document = document.after(changes[-1])
            order = order_of(view_of(document, cards[0].board_id)).cards(_COLUMNS.index(column))
    return _together(changes)


def _together(changes: Sequence[Change]) -> Change:
    if not changes:
        raise EditRejected("nothing_to_do")
    return composed("move_card", changes)
