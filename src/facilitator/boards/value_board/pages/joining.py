"""What joins a guiding value to a desired impact: a golden thread with its approaches and measures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from facilitator.boards.value_board.detail_tables import cards_of_column
from facilitator.boards.value_board.pages.telling import in_code_order
from facilitator.boards.value_board.reaching import reached
from facilitator.boards.value_board.view import CardView, ValueBoardView
from facilitator.content import value_board as content


@dataclass(frozen=True, slots=True)
class Joined:
    """What joins a value to an impact.

    `approaches` come of the value and contribute to the impact: themselves, or by an impact that leads to it, the
    second of the pair (None where they do it themselves). `measures` show whether the impact came; without approaches
    these are only those that watch over the value as well. `kinds` are the ids of direct links (trade-offs).
    """

    approaches: tuple[tuple[CardView, CardView | None], ...]
    measures: tuple[CardView, ...]
    kinds: tuple[str, ...]


def joined(view: ValueBoardView) -> Mapping[tuple[str, str], Joined]:
    """By the ids of value and impact what joins the two; pairs that nothing joins are left out."""
    cards = {card.id: card for card in view.cards}
    after: dict[str, dict[str, set[str]]] = {}
    for link in view.links:
        after.setdefault(link.kind, {}).setdefault(link.from_id, set()).add(link.to_id)

    def follow(kind: str, start: str) -> set[str]:
        return after.get(kind, {}).get(start, set())

    impacts = cards_of_column(view, "impact")
    leads = {impact.id: reached(follow("leads_to", impact.id), after.get("leads_to", {})) for impact in impacts}
    found: dict[tuple[str, str], Joined] = {}
    for value in cards_of_column(view, "guiding"):
        ways = [(cards[each], follow("contributes_to", each)) for each in follow("shapes", value.id)]
        watched = follow("watched_by", value.id)
        for impact in impacts:
            approaches = tuple(_approaches(ways, impact, leads, cards))
            measures = follow("measured_by", impact.id)
            kinds = tuple(
                kind.id for kind in content.link_kinds() if kind.both_ways and impact.id in follow(kind.id, value.id)
            )
            shown = in_code_order(cards[each] for each in (measures if approaches else measures & watched))
            if approaches or shown or kinds:
                found[value.id, impact.id] = Joined(approaches, tuple(shown), kinds)
    return found


def _approaches(
    ways: Sequence[tuple[CardView, set[str]]],
    impact: CardView,
    leads: Mapping[str, set[str]],
    cards: Mapping[str, CardView],
) -> list[tuple[CardView, CardView | None]]:
    found: list[tuple[CardView, CardView | None]] = []
    for approach, impacts in ways:
        if impact.id in impacts:
            found.append((approach, None))
        elif by := in_code_order(cards[each] for each in impacts if impact.id in leads[each]):
            found.append((approach, by[0]))
    order = {card.id: place for place, card in enumerate(in_code_order(card for card, _ in found))}
    return sorted(found, key=lambda each: order[each[0].id])
