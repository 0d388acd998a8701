"""The checks of a question queue, QA1 to QA5: what most want to know and waits, and what was said too little about."""

from collections.abc import Iterator, Mapping

from facilitator.boards.checking import most_severe_first
from facilitator.boards.described import Finding, Severity
from facilitator.boards.dots import totals
from facilitator.boards.panels.view import CardView, PanelsView
from facilitator.boards.question_queue.dots import WEIGHING
from facilitator.boards.question_queue.model import QuestionNote
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.exchange.duplicates import likely_duplicates

_SEVERITIES: Mapping[str, Severity] = {"QA1": "high", "QA2": "medium", "QA3": "medium", "QA4": "low", "QA5": "low"}


def findings_of(document: Document, view: PanelsView, words: Words) -> tuple[Finding, ...]:
    """Every check that fires, the most severe first.

    QA1 an open question that got more dots and hands than all other open ones, or as many as the first of them; QA2
    answered, with no answer noted; QA3 open, with an answer noted; QA4 two that are likely to ask the same; QA5 for
    later, with nothing noted on who answers it and when.
    """
    cards = {panel.id: panel.cards for panel in view.panels}
    found = [
        *_most_wanted(document, view, cards["open"], words),
        *(_finding("QA2", each, words) for each in cards["answered"] if not _answer(each)),
        *(_finding("QA3", each, words) for each in cards["open"] if _answer(each)),
        *_twice(cards["open"], words),
        *(_finding("QA5", each, words) for each in cards["later"] if not _answer(each) and not _noted(document, each)),
    ]
    return most_severe_first(found)


def _most_wanted(
    document: Document, view: PanelsView, waiting: tuple[CardView, ...], words: Words
) -> Iterator[Finding]:
    given = totals(WEIGHING, document, view.board_id)
    most = max((given[each.id] for each in waiting), default=0)
    for each in waiting:
        if most and given[each.id] == most:
            yield _finding("QA1", each, words, count=most)


def _twice(waiting: tuple[CardView, ...], words: Words) -> Iterator[Finding]:
    by_id = {each.id: each for each in waiting}
    for pair in likely_duplicates([(each.id, each.words) for each in waiting]):
        first, second = by_id[pair.id_a], by_id[pair.id_b]
        yield _finding("QA4", second, words, first, other=first.code)


def _answer(card: CardView) -> str:
    return next((text.strip() for key, _, text in card.parts if key == "answer"), "")


def _noted(document: Document, card: CardView) -> str:
    note = document.find(QuestionNote, card.id)
    return note.note.strip() if note else ""


def _finding(check: str, card: CardView, words: Words, *also: CardView, **values: object) -> Finding:
    said = {"question": words.quote(card.words), **values}
    message, why, action = (words(f"questions.{check.lower()}_{part}", **said) for part in ("message", "why", "action"))
    opens = "answer" if check in ("QA1", "QA2", "QA3") else "text" if check == "QA4" else "note"
    ids = (card.id, *(each.id for each in also))
    return Finding(check, _SEVERITIES[check], ids, message, why, action, (card.id, opens))
