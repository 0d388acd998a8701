"""Queues of questions for tests."""

import pytest

from facilitator.boards.question_queue.kind import KIND
from facilitator.boards.question_queue.model import Question, QuestionNote
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Engagement
from facilitator.domain.refusal import EditRejected
from facilitator.workshop.capture import AddLine

BOARD = "q"


def queue(*texts, language="en"):
    """A board with these questions, Q1, Q2…, all open."""
    engagement = Engagement(id="engagement", title="Lakeside", language=language)
    board = Board(id=BOARD, number=1, kind=KIND.id, title="Ask", question="What do you want to know?")
    held = Document.of([engagement, board])
    for text in texts:
        held = held.after(KIND.add(held, BOARD, AddLine(text), "open"))
    return held


def of(held, code):
    return next(each for each in held.every(Question) if each.code == code)


def note_of(held, code):
    return held.find(QuestionNote, of(held, code).id)


def field(held, code, key, value):
    return held.after(KIND.set_field(held, of(held, code).id, key, value))


def pressed(held, code):
    return held.after(KIND.press(held, of(held, code).id))


def give(held, person, **by_code):
    dots = {of(held, code).id: count for code, count in by_code.items()}
    return held.after(KIND.give_dots(held, BOARD, person, dots))


def hands(held, **by_code):
    return held.after(KIND.count_hands(held, BOARD, {of(held, code).id: many for code, many in by_code.items()}))


def shown(held, on=True):
    return held.after(KIND.set_ballot(held, BOARD, shown=on))


def totals(held):
    found = KIND.ballot(held, BOARD)
    return {item.code: found.totals[item.id] for item in found.items if found.totals.get(item.id)}


def codes(held, panel="open"):
    view = KIND.view(held, BOARD)
    return [card.code for each in view.panels if each.id == panel for card in each.cards]


def refused(key, act, *arguments, **named):
    with pytest.raises(EditRejected) as found:
        act(*arguments, **named)
    assert found.value.key == key
    for language in ("en", "fr"):
        assert Words(language)(f"refusals.{key}", **found.value.values)
    return found.value
