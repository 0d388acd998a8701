"""Whether every card is tied to what it is for, and to whom (B01 to B06, B18, B21, B23, B25, B26)."""

from collections.abc import Iterator
from datetime import date

from facilitator.boards.checking import Hit, Value
from facilitator.boards.described import LINK
from facilitator.boards.value_board.checks.facts import Facts, about
from facilitator.boards.value_board.checks.threads import gaps
from facilitator.boards.value_board.view import CardLinkView

_FAR_APART = {"immediate", "long"}
_EFFICIENCY = {"economic", "service"}


def not_noticed(facts: Facts, day: date) -> Iterator[Hit]:
    """B01: an impact with no indicator."""
    return _broken(facts, "impact", "no_measure")


def stands_for_nothing(facts: Facts, day: date) -> Iterator[Hit]:
    """B02, Q4: an indicator linked to no impact and no value; a retired one may be."""
    return (hit for hit in _broken(facts, "kpi", "nothing_measured") if hit.items[0] in facts.kpis)


def changes_nothing(facts: Facts, day: date) -> Iterator[Hit]:
    """B03: a guiding value with no approach."""
    return _broken(facts, "guiding", "no_approach")


def why_this_way(facts: Facts, day: date) -> Iterator[Hit]:
    """B04: an approach linked to no value."""
    return _broken(facts, "approach", "no_value")


def no_benefit(facts: Facts, day: date) -> Iterator[Hit]:
    """B05: an approach linked to no impact."""
    return _broken(facts, "approach", "no_impact")


def not_worked_for(facts: Facts, day: date) -> Iterator[Hit]:
    """B06: an impact that no approach contributes to, nor to any impact that leads to it."""
    return _broken(facts, "impact", "no_approach")


def leap_in_logic(facts: Facts, day: date) -> Iterator[Hit]:
    """B18: a step from an impact at once to one in years, or back, with no word on what has to hold."""
    for link in facts.leads_to:
        levels = {facts.cards[end].detail("level") for end in (link.from_id, link.to_id)}
        if not link.note.strip() and levels == _FAR_APART:
            yield _on_link(facts, link)


def better_for_whom(facts: Facts, day: date) -> Iterator[Hit]:
    """B21: an impact that serves nobody."""
    return (about(card, "serves") for card in facts.column("impact") if not card.serves)


def not_settled(facts: Facts, day: date) -> Iterator[Hit]:
    """B23: a trade-off with no word on how it is settled."""
    for link in facts.view.links:
        if link.kind == "pulls_against" and not link.note.strip():
            yield _on_link(facts, link)


def nobody_mapped(facts: Facts, day: date) -> Iterator[Hit]:
    """B25: an impact serves somebody whom no stakeholder map has."""
    for card in facts.column("impact"):
        names = [each.name for each in card.serves if not each.mapped]
        if names:
            yield about(card, "serves", names=", ".join(names))


def efficiency_only(facts: Facts, day: date) -> Iterator[Hit]:
    """B26: the kind of every impact is known, and all are economic or service."""
    impacts = facts.column("impact")
    if impacts and {card.detail("kind") for card in impacts} <= _EFFICIENCY:
        yield Hit(tuple(card.id for card in impacts), (impacts[0].id, "kind"))


def _broken(facts: Facts, column: str, gap: str) -> Iterator[Hit]:
    found = gaps(facts.view)
    return (about(card, LINK) for card in facts.column(column) if gap in found.get(card.id, ()))


def _on_link(facts: Facts, link: CardLinkView) -> Hit:
    start, end = facts.cards[link.from_id], facts.cards[link.to_id]
    values: dict[str, Value] = {"start": start.text, "end": end.text}
    return Hit((start.id, end.id), (link.id, "note"), values)
