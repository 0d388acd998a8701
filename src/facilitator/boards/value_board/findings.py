"""The checks of a value board that have an id (B01 to B06): broken threads as findings."""

from collections.abc import Iterator, Mapping

from facilitator.boards.checking import Hit, most_severe_first, told
from facilitator.boards.described import Finding
from facilitator.boards.value_board.analyses import gaps
from facilitator.boards.value_board.view import ValueBoardView
from facilitator.content.checks import checks
from facilitator.content.words import Words

_IDS: Mapping[tuple[str, str], str] = {
    ("impact", "no_measure"): "B01",
    ("kpi", "nothing_measured"): "B02",
    ("guiding", "no_approach"): "B03",
    ("approach", "no_value"): "B04",
    ("approach", "no_impact"): "B05",
    ("impact", "no_approach"): "B06",
}
"""The id of a check by column and gap."""


def findings_of(view: ValueBoardView, words: Words) -> tuple[Finding, ...]:
    """Every broken thread, the most severe first, cards of one check in the order of their codes."""
    return most_severe_first(_found(view, words))


def _found(view: ValueBoardView, words: Words) -> Iterator[Finding]:
    said, missing = checks("value"), gaps(view)
    for card in view.cards:
        for gap in missing.get(card.id, ()):
            hit = Hit((card.id,), (card.id, "text"), {"card": card.text, "code": card.code})
            yield told(said[_IDS[card.column, gap]], hit, words)
