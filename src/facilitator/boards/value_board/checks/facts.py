"""What the checks of a value board look at: its public view, gathered once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from facilitator.boards.checking import Hit, Value
from facilitator.boards.value_board.view import CardLinkView, CardView, KpiView, ValueBoardView
from facilitator.content.checks import recognized
from facilitator.content.naming import plain

_CODES_SHOWN = 8
"""A chain of more cards than these is told by its ends."""


@dataclass(frozen=True, slots=True)
class Facts:
    """A value board as its checks see it: cards by column in the order of their codes, and by id.

    `kpis` are the indicators by card id without those that are retired, and so are `measures_of` (by impact) and
    `impacts_of` (by indicator). `leads_to` are the links from an impact to an impact.
    """

    view: ValueBoardView
    cards: Mapping[str, CardView]
    kpis: Mapping[str, KpiView]
    measures_of: Mapping[str, tuple[CardView, ...]]
    impacts_of: Mapping[str, tuple[CardView, ...]]
    leads_to: tuple[CardLinkView, ...]

    def column(self, column_id: str) -> tuple[CardView, ...]:
        """The cards of one column."""
        return tuple(card for card in self.view.cards if card.column == column_id)

    def indicators(self) -> tuple[tuple[CardView, KpiView], ...]:
        """The indicators that are not retired, each with its card."""
        return tuple((self.cards[its_id], kpi) for its_id, kpi in self.kpis.items())

    def measures(self, impact: CardView) -> tuple[KpiView, ...]:
        """The indicators of an impact."""
        return tuple(self.kpis[card.id] for card in self.measures_of.get(impact.id, ()))

    def guiding_about(self, what: str) -> tuple[CardView, ...]:
        """The guiding values whose text is about something that `recognized` has words for ("privacy", "equity")."""
        return tuple(card for card in self.column("guiding") if says(card.text, what))

    def chain(self, card_ids: Iterable[str]) -> str:
        """Cards one after the other by their codes: "A1 → I1 → I2"."""
        codes = [self.cards[each].code for each in card_ids]
        if len(codes) > _CODES_SHOWN:
            codes[_CODES_SHOWN // 2 : 1 - _CODES_SHOWN // 2] = ["…"]
        return " → ".join(codes)


def facts_of(view: ValueBoardView) -> Facts:
    """The facts of one board."""
    cards = {card.id: card for card in view.cards}
    kpis = {kpi.id: kpi for kpi in view.kpis if kpi.status != "retired"}
    measures_of: dict[str, list[CardView]] = {}
    impacts_of: dict[str, list[CardView]] = {}
    leads_to = []
    for link in view.links:
        start, end = cards[link.from_id], cards[link.to_id]
        if (start.column, end.column) == ("impact", "impact"):
            leads_to.append(link)
        elif start.column == "impact" and end.id in kpis:
            measures_of.setdefault(start.id, []).append(end)
            impacts_of.setdefault(end.id, []).append(start)
    return Facts(view, cards, kpis, _frozen(measures_of), _frozen(impacts_of), tuple(leads_to))


def says(text: str, what: str) -> bool:
    """Whether a text has one of the words that `recognized` knows for something, whatever its case and accents."""
    words = f" {plain(text)} "
    return any(f" {plain(each)} " in words for each in recognized("value", what))


def about(card: CardView, key: str, *others: CardView, cases: tuple[str, ...] = (), **values: Value) -> Hit:
    """A hit on a card, and on `others` with it, that opens one of the card's fields."""
    items = (card.id, *(each.id for each in others))
    return Hit(items, (card.id, key), {"card": card.text, "code": card.code, **values}, cases)


def _frozen(found: Mapping[str, Iterable[CardView]]) -> dict[str, tuple[CardView, ...]]:
    return {key: tuple(dict.fromkeys(cards)) for key, cards in found.items()}
