"""What the inspector tells of a stakeholder that nobody typed in: sentences that follow from what is known."""

from collections.abc import Iterator

from facilitator.boards.described import Field
from facilitator.boards.stakeholder_web.checks.strategies import add_ons, because, suggestion
from facilitator.boards.stakeholder_web.checks.values import Known, known_of, quadrant, salience, suggested_ring
from facilitator.content import methods
from facilitator.content.words import Words
from facilitator.domain.document import Document


def told_fields(document: Document, stakeholder_id: str, words: Words) -> tuple[Field, ...]:
    """Sentences for the private panel, as they tell influence and attitude; raises EditRejected("gone").

    The suggested strategy with the facts that it goes by, its add-ons, the quadrant, the suggested closeness and the
    salience class: always the same lines, whatever is known.
    """
    known = known_of(document, stakeholder_id)
    return tuple(
        Field(f"told_{key}", words(f"web.told_{key}"), value, "told", private=True, part=words("web.part_told"))
        for key, value in _told(known, words)
    )


def _told(known: Known, words: Words) -> Iterator[tuple[str, str]]:
    suggested = suggestion(known)
    strategy = methods.strategy(suggested.strategy_id)
    yield (
        "suggestion",
        words(
            "web.told_strategy",
            strategy=strategy.name.within(words.language),
            because=because(suggested, words),
            line=strategy.line.within(words.language),
        ),
    )
    extra = {each.id: each for each in methods.strategy_add_ons()}
    added = " ".join(_add_on(extra[each], words) for each in add_ons(known))
    yield "add_ons", added or words("web.told_none")
    yield "quadrant", words(f"web.quadrant_{quadrant(known)}")
    ring = suggested_ring(known)
    name = methods.rings()[ring - 1].name.within(words.language) if ring else ""
    yield "ring", words("web.told_ring_is", ring=ring, name=name) if ring else words("web.not_known")
    yield "salience", words(f"web.salience_{salience(known)}")


def _add_on(add_on: methods.Strategy, words: Words) -> str:
    name, line = add_on.name.within(words.language), add_on.line.within(words.language)
    return words("web.told_add_on", name=name, line=line)
