"""The cards of a value board in the order of their dots, as far as everybody may know it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from facilitator.boards.value_board.view import CardView, ValueBoardView
from facilitator.content import value_board as content


@dataclass(frozen=True, slots=True)
class Ranked:
    """A card in the order of its dots: `rank` counts from 1, cards with as many dots share it and are `tied`."""

    rank: int
    card: CardView
    dots: int
    tied: bool


def ranking(view: ValueBoardView) -> tuple[Ranked, ...]:
    """The cards that got dots, those with the most first (1, 2, 2, 4), in the order of their codes where they tie.

    () while totals are not revealed.
    """
    if not view.dots_shown:
        return ()
    weighed = sorted(((card.dots, card) for card in view.cards if card.dots), key=lambda each: -each[0])
    counts = [dots for dots, _ in weighed]
    return tuple(Ranked(counts.index(dots) + 1, card, dots, counts.count(dots) > 1) for dots, card in weighed)


def ranking_by_column(view: ValueBoardView) -> Iterator[tuple[str, tuple[Ranked, ...]]]:
    """Each column and strip that got dots, ranked by itself: a principle is no rival of what it is to bring."""
    for column in content.columns_and_strips():
        cards = tuple(card for card in view.cards if card.column == column.id)
        if ranked := ranking(replace(view, cards=cards)):
            yield column.id, ranked
