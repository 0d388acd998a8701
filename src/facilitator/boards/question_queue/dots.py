"""Weighing the open questions of a queue with dots, or by show of hands. Who gave what is private, always."""

from dataclasses import replace

from facilitator.boards.described import Item
from facilitator.boards.dots import Weighing
from facilitator.boards.question_queue.model import Question, QuestionDots, QuestionFrame, QuestionHands
from facilitator.domain.document import Document


def _all(document: Document, board_id: str) -> tuple[Item, ...]:
    """The questions of a board in the order in which they stand."""
    asked = [each for each in document.every(Question) if each.board_id == board_id]
    asked.sort(key=lambda each: (each.number, each.id))
    return tuple(Item(each.id, each.code, each.text, each.state) for each in asked)


def _open(document: Document, board_id: str) -> tuple[Item, ...]:
    """Those that wait for an answer."""
    return tuple(each for each in _all(document, board_id) if each.group == "open")


WEIGHING = Weighing(QuestionFrame, "budget", "shown", QuestionDots, "question_id", QuestionHands, _open)
"""Where a queue keeps its dots and hands. Questions that are answered, or for later, keep what they got."""

EVER_GIVEN = replace(WEIGHING, items=_all)
"""The same with all that any question ever got."""
