"""What a gesture on a value board means: dragging cards, and moving them by key."""

from collections.abc import Callable, Mapping, Sequence

from facilitator.boards.described import Direction
from facilitator.boards.value_board.edits import place_card, recolumn, reordered, set_detail
from facilitator.boards.value_board.groups import cards_among, group_onto, join
from facilitator.boards.value_board.layout.columns import OUTPUT
from facilitator.boards.value_board.layout.layout import ValueLayout, layout_of
from facilitator.boards.value_board.layout.pointing import card_at, column_at, group_at, output_at, slot_at
from facilitator.boards.value_board.model import Card, CardGroup, DesiredImpact
from facilitator.boards.value_board.places import CODE_LETTERS, cards_of
from facilitator.boards.value_board.view import view_of
from facilitator.content.theme import theme
from facilitator.domain.change import Change, composed
from facilitator.domain.document import Document
from facilitator.domain.refusal import EditRejected
from facilitator.domain.view import PLAIN, Showing

_ONTO = 0.2
"""How far from the middle of a card, in heights of it, is still on the card; further out is the place beside it."""

_AT_ONCE = "immediate"

_Step = Callable[[Document], Change]


def drop(document: Document, board_id: str, ids: Sequence[str], x: float, y: float, showing: Showing = PLAIN) -> Change:
    """Cards dragged to (x, y) of the picture shown so: onto another card of their column, else to the place there.

    Onto a card puts them into one group with it. Inside a group's frame they join it, outside they leave the one that
    they were in. Into the column of immediate results makes them such, out of it no longer. Raises
    EditRejected("nothing_to_do") where that changes nothing.
    """
    view = view_of(document, board_id, showing)
    layout = layout_of(view, theme())
    card_ids = cards_among(document, ids)
    cards = [document.get(Card, each) for each in card_ids]
    onto = _onto(document, layout, cards, x, y)
    if onto:
        return group_onto(document, card_ids, onto)
    column, panel = column_at(layout, x, y), group_at(layout, x, y)
    group = document.find(CardGroup, panel) if panel else None
    joined = group.id if group and group.column == column else None
    slot = slot_at(view, layout, x, y, frozenset(card_ids))
    there = [card.id for card in cards if card.column == column]
    steps: list[_Step] = [lambda now: join(now, there, joined)] if there else []
    steps.append(lambda now: place_card(now, card_ids, column, slot))
    if joined:
        steps.append(lambda now: join(now, card_ids, joined))
    if column == "impact" and any(shown.id == OUTPUT for shown in layout.shown):
        at_once = output_at(layout, x, y)
        steps += [lambda now, its_id=card.id: _timed(now, its_id, at_once) for card in cards]  # type: ignore[misc]
    return _one_after_the_other(document, steps)


def nudge(document: Document, ids: Sequence[str], direction: Direction) -> Change:
    """Cards moved by key: to the column or strip beside theirs, or one place up or down in it.

    A group is passed as a whole, and moves as a whole when a card at its edge is moved out, or when it is named
    itself; links stay where their cards are. Raises EditRejected("nothing_to_do") when all are at the edge already.
    """
    card_ids = cards_among(document, ids)
    if direction in ("left", "right"):
        return _nudge_aside(document, card_ids, -1 if direction == "left" else 1)
    return _nudge_along(document, card_ids, up=direction == "up")


def _onto(document: Document, layout: ValueLayout, cards: Sequence[Card], x: float, y: float) -> str:
    """The card that all of them were dropped on, "" for none: one of their column that is not of their group yet.

    In strips cards stand side by side in little room, so there is no dropping onto one of them.
    """
    found = card_at(layout, x, y)
    if found is None or any(card.id == found for card in cards):
        return ""
    onto, place = document.get(Card, found), layout.places.get(found)
    if place is None or abs(y - place.box.centre[1]) > _ONTO * place.box.height:
        return ""
    together = onto.group_id is not None and all(card.group_id == onto.group_id for card in cards)
    return found if not together and all(card.column == onto.column for card in cards) else ""


def _timed(document: Document, card_id: str, at_once: bool) -> Change:
    """An impact that shows at once, or one of which that is not said."""
    found = document.find(DesiredImpact, card_id)
    level = found.level if found else ""
    wanted = _AT_ONCE if at_once else ("" if level == _AT_ONCE else level)
    return set_detail(document, card_id, level=wanted)


def _nudge_aside(document: Document, card_ids: Sequence[str], step: int) -> Change:
    columns = list(CODE_LETTERS)
    wanted: dict[str, list[str]] = {}
    for card_id in card_ids:
        place = columns.index(document.get(Card, card_id).column) + step
        if 0 <= place < len(columns):
            wanted.setdefault(columns[place], []).append(card_id)
    moves = [lambda now, to=column: recolumn(now, wanted[to], to) for column in wanted]
    return _one_after_the_other(document, moves)


def _nudge_along(document: Document, card_ids: Sequence[str], *, up: bool) -> Change:
    cards = [document.get(Card, card_id) for card_id in card_ids]
    changes = []
    for column in CODE_LETTERS:
        moving = {card.id for card in cards if card.column == column}
        if not moving:
            continue
        by_id = {card.id: card for card in cards_of(document, cards[0].board_id, column)}
        groups = {card.id: card.group_id for card in by_id.values() if card.group_id}
        row = list(by_id) if up else list(by_id)[::-1]
        wanted, moved = _stepped(row, moving, groups)
        if moved:
            order = [by_id[each] for each in (wanted if up else wanted[::-1])]
            changes.append(reordered(document, order, moved, column))
    if not changes:
        raise EditRejected("nothing_to_do")
    return composed("move_card", changes)


def _stepped(row: list[str], moving: set[str], groups: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """The row with some of its cards one place nearer to its front, and which these are; at the front they stay.

    Cards that are selected together keep together, the front one first.
    """
    held: set[str] = set()
    moved: dict[str, None] = {}
    for card in row[:]:
        if card not in moving or card in moved:
            continue
        place = row.index(card)
        block, passed = [card], row[max(place - 1, 0) : place]
        if passed and (groups.get(card) is None or groups.get(card) != groups.get(passed[0])):
            block, passed = _unit(row, place, groups), _unit(row, place - 1, groups)
        if not passed or held.intersection(passed):
            held.update(block)
            continue
        start = place - len(passed)
        row[start : place + len(block)] = [*block, *passed]
        moved |= dict.fromkeys(block)
    return row, list(moved)


def _unit(row: Sequence[str], place: int, groups: Mapping[str, str]) -> list[str]:
    """The card at this place of a row, with all of its group, which stand together."""
    group = groups.get(row[place])
    return [row[place]] if group is None else [each for each in row if groups.get(each) == group]


def _one_after_the_other(document: Document, steps: Sequence[_Step]) -> Change:
    """One step out of several, each on what the one before leads to; those that change nothing are left out."""
    changes: list[Change] = []
    for step in steps:
        try:
            changes.append(step(document))
        except EditRejected as refusal:
            if refusal.key != "nothing_to_do":
                raise
        else:
            document = document.after(changes[-1])
    if not changes:
        raise EditRejected("nothing_to_do")
    return changes[0] if len(changes) == 1 else composed("move_card", changes)
