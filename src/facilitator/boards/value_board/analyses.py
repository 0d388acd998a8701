"""Where a thread from value to measure breaks off (checks B01 to B06)."""

from collections.abc import Mapping, Sequence

from facilitator.boards.value_board.view import ValueBoardView

_WANTED: Mapping[str, Sequence[tuple[str, str, str]]] = {
    "guiding": [("no_approach", "to", "approach")],
    "approach": [("no_value", "from", "guiding"), ("no_impact", "to", "impact")],
    "impact": [("no_approach", "from", "approach"), ("no_measure", "to", "kpi")],
}
"""For each column: the gap, and the side and column of the link that would close it."""


def gaps(view: ValueBoardView) -> dict[str, tuple[str, ...]]:
    """The gaps of each card that has any, as keys of the content's gap words.

    A guiding value without approach; an approach without value or without impact; an impact without approach or
    without measure; a measure linked to nothing. An impact that another impact leads to is worked for as that one is.
    """
    column = {card.id: card.column for card in view.cards}
    linked: set[tuple[str, str, str]] = set()
    led_to: dict[str, list[str]] = {}
    for link in view.links:
        linked.add((link.from_id, "to", column[link.to_id]))
        linked.add((link.to_id, "from", column[link.from_id]))
        if column[link.from_id] == column[link.to_id]:
            led_to.setdefault(link.from_id, []).append(link.to_id)
    _carry_approaches(linked, led_to)
    found: dict[str, tuple[str, ...]] = {}
    touched = {card for card, _, _ in linked}
    for card in view.cards:
        if card.column == "kpi":
            missing: tuple[str, ...] = () if card.id in touched else ("nothing_measured",)
        else:
            missing = tuple(gap for gap, side, other in _WANTED[card.column] if (card.id, side, other) not in linked)
        if missing:
            found[card.id] = missing
    return found


def _carry_approaches(linked: set[tuple[str, str, str]], led_to: Mapping[str, Sequence[str]]) -> None:
    reached = [card for card, side, other in linked if (side, other) == ("from", "approach")]
    while reached:
        for after in led_to.get(reached.pop(), ()):
            if (after, "from", "approach") not in linked:
                linked.add((after, "from", "approach"))
                reached.append(after)
