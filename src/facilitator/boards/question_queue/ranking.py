"""How questions are told beyond their panels: with the codes of what was merged, in the order of their dots."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import cast

from facilitator.boards.described import Table
from facilitator.boards.panels.view import CardView, PanelsView, PanelView
from facilitator.content.words import Words
from facilitator.domain.view import View


def ticked(view: PanelsView) -> PanelsView:
    """The view with a box to tick on every question."""
    return replace(
        view,
        panels=tuple(
            replace(panel, cards=tuple(replace(card, ticks=True) for card in panel.cards)) for panel in view.panels
        ),
    )


def with_codes(view: PanelsView, also: Mapping[str, Sequence[str]]) -> PanelsView:
    """The view with the codes of what was merged into a question on its card, so that everybody finds their own."""
    words = Words(view.language)

    def told(card: CardView) -> CardView:
        if card.id not in also:
            return card
        return replace(card, below=(words("questions.with_codes", codes=words.list(list(also[card.id]))), *card.below))

    panels = (replace(panel, cards=tuple(map(told, panel.cards))) for panel in view.panels)
    return replace(view, panels=tuple(panels))


def in_order_of_dots(view: PanelsView, totals: Mapping[str, int]) -> PanelsView:
    """The view with the dots of questions; those to answer by them, the most first, and as many in their order.

    Those that wait no more keep their own order, and show what they got where any of them got something.
    """
    return replace(view, panels=tuple(_ranked(each, totals) for each in view.panels))


def with_dots(tables: tuple[Table, ...], view: View, words: Words) -> tuple[Table, ...]:
    """The tables of a board's panels, with a column of dots where the view tells them."""
    panels = cast(PanelsView, view).panels
    return tuple(_with_dots(table, panel, words) for table, panel in zip(tables, panels, strict=True))


def _ranked(panel: PanelView, totals: Mapping[str, int]) -> PanelView:
    waiting = panel.id == "open"
    if not waiting and not any(totals.get(card.id) for card in panel.cards):
        return panel
    cards = tuple(replace(card, dots=totals.get(card.id, 0)) for card in panel.cards)
    if not waiting:
        return replace(panel, cards=cards)
    return replace(panel, cards=tuple(sorted(cards, key=lambda card: -(card.dots or 0))))


def _with_dots(table: Table, panel: PanelView, words: Words) -> Table:
    dots = [card.dots for card in panel.cards]
    if not dots or None in dots:
        return table
    rows = ((*row, str(count)) for row, count in zip(table.rows, dots, strict=True))
    numbers = table.numbers | {len(table.columns)}
    return replace(table, columns=(*table.columns, words("board.head_dots")), rows=tuple(rows), numbers=numbers)
