"""Where a thread from value to measure breaks off, and how many hold."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from facilitator.boards.value_board.reaching import reached
from facilitator.boards.value_board.view import CardLinkView, ValueBoardView

_WANTED: Mapping[str, Sequence[tuple[str, str, str]]] = {
    "guiding": [("no_approach", "to", "approach")],
    "approach": [("no_value", "from", "guiding"), ("no_impact", "to", "impact")],
    "impact": [("no_approach", "from", "approach"), ("no_measure", "to", "kpi")],
}
"""For each column: the gap, and the side and column of the link that would close it."""

_MEASURED = {"guiding", "approach", "impact"}


@dataclass(frozen=True, slots=True)
class Counts:
    """How much of a board hangs together, in numbers and never as a grade.

    `traceable` of the `impacts` have a thread from a guiding value over an approach and to a measure of their own.
    `active` of the `kpis` are in use.
    """

    impacts: int
    traceable: int
    kpis: int
    active: int


def gaps(view: ValueBoardView) -> dict[str, tuple[str, ...]]:
    """The gaps of each card that has any, as keys of the content's gap words; cards in strips have none.

    A guiding value without approach; an approach without value or without impact; an impact without approach or
    without measure; a measure linked to nothing. An impact that another impact leads to is worked for as that one is.
    """
    column = {card.id: card.column for card in view.cards}
    linked: set[tuple[str, str, str]] = set()
    touched: set[str] = set()
    for link in view.links:
        linked.add((link.from_id, "to", column[link.to_id]))
        linked.add((link.to_id, "from", column[link.from_id]))
        touched |= {link.from_id, link.to_id}
    starts = (card for card, side, other in linked if (side, other) == ("from", "approach"))
    linked |= {(card, "from", "approach") for card in _led_to(view.links, column, starts)}
    found: dict[str, tuple[str, ...]] = {}
    for card in view.cards:
        if card.column == "kpi":
            missing: tuple[str, ...] = () if card.id in touched else ("nothing_measured",)
        else:
            wanted = _WANTED.get(card.column, ())
            missing = tuple(gap for gap, side, other in wanted if (card.id, side, other) not in linked)
        if missing:
            found[card.id] = missing
    return found


def open_gaps(view: ValueBoardView) -> dict[str, tuple[str, ...]]:
    """Those of the `gaps` that a group can see as such: where the column that would close one has cards already.

    While a board is filled column by column, nothing is missing yet.
    """
    there = {card.column for card in view.cards}
    closing = {gap: other for wanted in _WANTED.values() for gap, _, other in wanted}
    found: dict[str, tuple[str, ...]] = {}
    for card, missing in gaps(view).items():
        kept = tuple(gap for gap in missing if (closing[gap] in there if gap in closing else there & _MEASURED))
        if kept:
            found[card] = kept
    return found


def counts(view: ValueBoardView) -> Counts:
    """How much of a board hangs together."""
    column = {card.id: card.column for card in view.cards}
    pairs = {(link.from_id, link.to_id): (column[link.from_id], column[link.to_id]) for link in view.links}
    shaped = {end for (_, end), columns in pairs.items() if columns == ("guiding", "approach")}
    starts = (end for (start, end), columns in pairs.items() if start in shaped and columns == ("approach", "impact"))
    valued = _led_to(view.links, column, starts)
    measured = {start for (start, _), columns in pairs.items() if columns == ("impact", "kpi")}
    return Counts(
        impacts=sum(each == "impact" for each in column.values()),
        traceable=len(valued & measured),
        kpis=len(view.kpis),
        active=sum(kpi.status == "active" for kpi in view.kpis),
    )


def _led_to(links: Iterable[CardLinkView], column: Mapping[str, str], starts: Iterable[str]) -> set[str]:
    """These impacts and all that they lead to."""
    after: dict[str, list[str]] = {}
    for link in links:
        if column[link.from_id] == column[link.to_id]:
            after.setdefault(link.from_id, []).append(link.to_id)
    return reached(starts, after)
