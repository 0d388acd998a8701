"""What of a layout is under a point: for what is dropped there."""

from collections.abc import Collection

from facilitator.boards.value_board.layout.columns import OUTPUT
from facilitator.boards.value_board.layout.layout import ValueLayout
from facilitator.boards.value_board.layout.standing import standing
from facilitator.boards.value_board.view import ValueBoardView


def column_at(layout: ValueLayout, x: float, y: float) -> str:
    """The strip whose box is under the point, else the column that is nearest to it: the id that its cards have."""
    strip = next((strip.id for strip in layout.strips if strip.rect.contains(x, y)), None)
    return strip or layout.shown[layout.frame.nearest(x)].holds


def output_at(layout: ValueLayout, x: float, y: float) -> bool:
    """Whether the column there is that of immediate results, which holds impacts of this level only."""
    over_strip = any(strip.rect.contains(x, y) for strip in layout.strips)
    return not over_strip and layout.shown[layout.frame.nearest(x)].id == OUTPUT


def card_at(layout: ValueLayout, x: float, y: float) -> str | None:
    """The id of the card that is shown under the point."""
    boxes = [(placed.card.id, placed.rect) for column in layout.columns for placed in column.cards]
    boxes += [(placed.card.id, placed.rect) for strip in layout.strips for placed in strip.cards]
    return next((card for card, rect in boxes if rect.contains(x, y)), None)


def group_at(layout: ValueLayout, x: float, y: float) -> str | None:
    """The id of the named group whose panel or pill is under the point."""
    boxes = [(pill.group.id, pill.rect) for column in layout.columns for pill in column.pills]
    boxes += [(panel.group.id, panel.rect) for column in layout.columns for panel in column.panels]
    return next((group for group, rect in boxes if rect.contains(x, y)), None)


def slot_at(view: ValueBoardView, layout: ValueLayout, x: float, y: float, moving: Collection[str]) -> int:
    """The place for what is dropped there, from 0, among the cards that column or strip has without those `moving`.

    Below the cards whose middle is above the point, in a strip right of those whose middle is left of it.
    """
    column = column_at(layout, x, y)
    staying = [card for card in standing(view)[column] if card not in moving]
    strip = next((each for each in layout.strips if each.id == column), None)
    if strip:
        passed = [placed.card.id for placed in strip.cards if placed.rect.centre[0] < x]
    else:
        fitted = layout.columns[layout.frame.nearest(x)]
        passed = [placed.card.id for placed in fitted.cards if placed.rect.centre[1] < y]
        passed += [card for pill in fitted.pills if pill.rect.centre[1] < y for card in pill.ids]
        passed += fitted.stack.ids if fitted.stack and fitted.stack.rect.centre[1] < y else ()
    places = [staying.index(card) for card in passed if card in staying]
    return max(places, default=-1) + 1
