"""Which columns a form of the board shows, in which order, with which cards."""

from collections.abc import Mapping
from dataclasses import dataclass

from facilitator.boards.value_board.layout.standing import standing
from facilitator.boards.value_board.view import CardView, ValueBoardView
from facilitator.content import value_board as content
from facilitator.content.words import Words

CHAIN, THINK = "chain", "think"

OUTPUT = "output"
"""The column of the chain that holds impacts to be seen at once, where there are any."""

_ORDERS = {
    CHAIN: ("guiding", "approach", OUTPUT, "impact", "kpi"),
    THINK: ("guiding", "impact", "approach", "kpi"),
}


@dataclass(frozen=True, slots=True)
class ShownColumn:
    """A column as it is shown: `id` one of METHODS' or "output", `holds` the column of its cards, and their ids."""

    id: str
    holds: str
    cards: tuple[str, ...]

    def head(self, words: Words) -> tuple[str, str, str]:
        """Its name, what it holds in a few words, and the question that fills it."""
        column = content.column(self.holds)
        if self.id == OUTPUT:
            return words("value.output"), words("value.output_subtitle"), column.question.within(words.language)
        names = (column.name, column.subtitle, column.question)
        name, subtitle, question = (each.within(words.language) for each in names)
        return name, subtitle, question


def shown_columns(view: ValueBoardView) -> tuple[ShownColumn, ...]:
    """The columns from left to right in the form that the view asks for: the chain, unless it says "think".

    Large text needs wide columns, so immediate results then stand among the other impacts.
    """
    cards = standing(view)
    order = _ORDERS.get(view.showing.form, _ORDERS[CHAIN])
    at_once = frozenset(card.id for card in view.cards if _is_output(card))
    apart = OUTPUT in order and bool(at_once) and not view.showing.large
    return tuple(
        _shown(column, cards, at_once if apart else frozenset()) for column in order if apart or column != OUTPUT
    )


def _shown(column: str, cards: Mapping[str, tuple[str, ...]], at_once: frozenset[str]) -> ShownColumn:
    if column == OUTPUT:
        return ShownColumn(column, "impact", tuple(card for card in cards["impact"] if card in at_once))
    return ShownColumn(column, column, tuple(card for card in cards[column] if card not in at_once))


def _is_output(card: CardView) -> bool:
    return card.column == "impact" and card.detail("level") == "immediate"
