"""Weighing the questions of a queue with dots, or by show of hands. Who gave what is private, always."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from facilitator.boards import dots
from facilitator.boards.described import Ballot, Item
from facilitator.boards.dots import Weighing
from facilitator.boards.question_queue.model import Question, QuestionDots, QuestionFrame, QuestionHands
from facilitator.domain import words_of_people
from facilitator.domain.document import Document


def _all(document: Document, board_id: str) -> tuple[Item, ...]:
    """The questions of a board in the order in which they stand."""
    return tuple(Item(each.id, each.code, each.text, each.state) for each in _questions(document, board_id))


WEIGHING = Weighing(QuestionFrame, "budget", "shown", QuestionDots, "question_id", QuestionHands, _all)
"""Where a queue keeps its dots and hands. What was given to a question stays given once it is answered or put off."""


def ballot(document: Document, board_id: str) -> Ballot:
    """How the questions are weighed: dots go to those that wait, a code goes to what it was merged into."""
    found = dots.ballot(WEIGHING, document, board_id)
    questions = _questions(document, board_id)
    closed = frozenset(each.id for each in questions if each.state != "open")
    return replace(found, closed=closed, also={code: each.id for each in questions for code in each.also.split()})


def also_of(document: Document, board_id: str) -> dict[str, tuple[str, ...]]:
    """The codes of what was merged into a question, by its id; only of those with any."""
    return {each.id: tuple(each.also.split()) for each in _questions(document, board_id) if each.also}


def with_spent(document: Document, board_id: str, person: str, wanted: Mapping[str, int]) -> dict[str, int]:
    """These dots of a person, with what they gave to questions that wait no more, where nothing else is said of it.

    Raises EditRejected for what a name may not be, or "gone" if the board is no more.
    """
    name = words_of_people.name(person).casefold()
    found = ballot(document, board_id)
    spent: Counter[str] = Counter()
    for who, given in found.people:
        if who.casefold() == name:
            spent.update({each: count for each, count in given.items() if each in found.closed})
    return {**spent, **wanted}


def _questions(document: Document, board_id: str) -> list[Question]:
    asked = [each for each in document.every(Question) if each.board_id == board_id]
    return sorted(asked, key=lambda each: (each.number, each.id))
