"""What a value board shows of the items of the checklist: numbers and days."""

from collections.abc import Iterator

from facilitator.boards.evidence import Evidence
from facilitator.boards.value_board.model import Approach, Card, GuidingValue, Kpi, Reading, Review
from facilitator.boards.value_board.serving import served_by
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board

FEWEST, MOST = 3, 7
"""How many indicators, with baselines, are enough, and how many are not too many."""

_FROM_ABOVE = ("council", "strategy")
_MONTHLY = ("pulse", "monthly")


def evidence_of(document: Document, board_id: str, words: Words) -> tuple[Evidence, ...]:
    """Impacts (v2), where values come from (v3), values (v4), indicators (v8), tests (d3), reviews (s1, s7), accounts
    of people (s2) and results by group (s4).

    Raises EditRejected("gone") if the board is no more.
    """
    document.get(Board, board_id)
    return (
        *_impacts(document, board_id, words),
        *_values(document, board_id, words),
        *_indicators(document, board_id, words),
        *_tests(document, board_id, words),
        *_reviews(document, board_id, words),
    )


def _impacts(document: Document, board_id: str, words: Words) -> Iterator[Evidence]:
    impacts = _cards(document, board_id, "impact")
    if impacts:
        served = sum(bool(served_by(document, each)) for each in impacts)
        told = words("checklist.says_impacts", count=len(impacts), served=served)
        yield Evidence("v2", served == len(impacts), told)


def _values(document: Document, board_id: str, words: Words) -> Iterator[Evidence]:
    ids = _cards(document, board_id, "guiding")
    values = [each for each in (document.find(GuidingValue, its_id) for its_id in ids) if each]
    above = sum(each.source in _FROM_ABOVE for each in values)
    if above:
        yield Evidence("v3", False, words("checklist.says_sources", count=above))
    if ids:
        broken = sum(bool(each.broken_when.strip()) for each in values)
        told = words("checklist.says_values", count=len(ids), broken=broken)
        yield Evidence("v4", broken == len(ids), told)


def _indicators(document: Document, board_id: str, words: Words) -> Iterator[Evidence]:
    found = {its_id: document.find(Kpi, its_id) for its_id in _cards(document, board_id, "kpi")}
    in_use = {its_id: kpi for its_id, kpi in found.items() if kpi is None or kpi.status != "retired"}
    if not in_use:
        return
    known = [kpi for kpi in in_use.values() if kpi]
    baselines = sum(each.baseline is not None for each in known)
    done = FEWEST <= len(in_use) <= MOST and baselines == len(in_use)
    yield Evidence("v8", done, words("checklist.says_indicators", count=len(in_use), baselines=baselines))
    readings = [each for each in document.every(Reading) if each.kpi_id in in_use]
    accounts = sum(bool(each.narrative.strip() or each.voices.strip()) for each in readings)
    if accounts:
        yield Evidence("s2", False, words("checklist.says_accounts", count=accounts))
    read = {each.kpi_id for each in readings}
    split = sum(bool(each.split_by.strip()) and each.id in read for each in known)
    if split:
        yield Evidence("s4", False, words("checklist.says_split", count=split))


def _tests(document: Document, board_id: str, words: Words) -> Iterator[Evidence]:
    ids = set(_cards(document, board_id, "approach"))
    testing = sum(each.stage == "testing" for each in document.every(Approach) if each.id in ids)
    if testing:
        yield Evidence("d3", False, words("checklist.says_tests", count=testing))


def _reviews(document: Document, board_id: str, words: Words) -> Iterator[Evidence]:
    reviews = [each for each in document.every(Review) if each.board_id == board_id]
    for item, cadences in (("s1", _MONTHLY), ("s7", ("annual",))):
        of_it = [each for each in reviews if each.cadence in cadences]
        held = [each.held_on for each in of_it if each.held_on]
        planned = [each.planned_on for each in of_it if not each.held_on]
        if held:
            yield Evidence(item, True, words("checklist.says_held", count=len(held), day=words.date(max(held))))
        elif planned:
            yield Evidence(item, False, words("checklist.says_planned", day=words.date(min(planned))))


def _cards(document: Document, board_id: str, column: str) -> list[str]:
    return [each.id for each in document.every(Card) if (each.board_id, each.column) == (board_id, column)]
