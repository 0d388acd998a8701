"""The checks of a 1:1 assessment, K01 to K07: what to settle, to find out, to say, to choose. For the facilitator."""

from collections.abc import Iterator, Mapping

from facilitator.boards.assessment.own.reading import Answered, next_steps_on
from facilitator.boards.assessment.own.results import Results, light_told, results_of
from facilitator.boards.assessment.rules.results import CRITICAL, is_hollow
from facilitator.boards.checking import most_severe_first
from facilitator.boards.described import Finding, Severity
from facilitator.content.words import Words
from facilitator.domain.document import Document

WEIGHTY = 6
"""The priority from which a statement without a next step is told: a gap of 2 that is critical, or of 3, important."""

_SEVERITIES: Mapping[str, Severity] = {
    "K01": "high",
    "K02": "medium",
    "K03": "medium",
    "K04": "medium",
    "K05": "low",
    "K06": "medium",
    "K07": "high",
}


def findings_of(document: Document, board_id: str, words: Words) -> tuple[Finding, ...]:
    """Every check that fires, the most severe first.

    K01 a gate item at 1 or below; K02 critical, and nobody knows; K03 not applicable without a reason; K04 a weighty
    gap without a next step; K05 a rating without an example, where examples are all that is asked for; K06 a red light
    before a purchase; K07 a gate item, and nobody knows.
    """
    return most_severe_first(_found(document, board_id, words))


def _found(document: Document, board_id: str, words: Words) -> Iterator[Finding]:
    found = results_of(document, board_id)
    asked = found.asked
    with_step = {each.statement for each in next_steps_on(document, board_id)}
    planned = with_step | {each.area for each in found.suggested.before_launch}
    for gate in found.suggested.before_launch:
        check = "K07" if gate.reason == "find_out" else "K01"
        yield _finding(check, found, found.answered[gate.area], "answer", words)
    for each in found.answered.values():
        answer = each.answer
        if answer.scored == "unknown" and answer.importance == CRITICAL and answer.statement not in planned:
            yield _finding("K02", found, each, "answer", words)
        if answer.scored == "not_applicable" and not answer.reason:
            yield _finding("K03", found, each, "reason", words)
        if "example" in asked.asks and "evidence" not in asked.asks and is_hollow(each.said):
            yield _finding("K05", found, each, "example", words)
    for priority in found.priorities:
        if priority.priority >= WEIGHTY and priority.area.id not in with_step:
            yield _finding("K04", found, priority.answered, "answer", words, priority=priority.priority)
    if found.light == "red" and asked.ready:
        question, told = light_told(asked, found.light, words)
        ids = tuple(found.answered[each].answer.id for each in asked.ready.areas)
        yield _told("K06", ids, (ids[0], "answer"), words, question=question, told=told)


def _finding(check: str, found: Results, each: Answered, opens: str, words: Words, **values: object) -> Finding:
    area = words.quote(found.asked.area(each.answer.statement).name.within(words.language))
    return _told(check, (each.answer.id,), (each.answer.id, opens), words, area=area, **values)


def _told(check: str, items: tuple[str, ...], opens: tuple[str, str], words: Words, **values: object) -> Finding:
    message, why, action = (
        words(f"assessment.{check.lower()}_{part}", **values) for part in ("message", "why", "action")
    )
    return Finding(check, _SEVERITIES[check], items, message, why, action, opens)
