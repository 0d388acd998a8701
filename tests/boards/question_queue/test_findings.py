"""The checks QA1 to QA5, each where it fires and where it does not."""

from datetime import date

import pytest

from boards.question_queue.queues import BOARD, field, give, hands, of, pressed, queue
from facilitator.boards.question_queue.kind import KIND
from facilitator.boards.question_queue.model import Question
from facilitator.content.words import Words

DAY = date(2027, 1, 14)


def found(held, language="en"):
    code = {each.id: each.code for each in held.every(Question)}
    return [
        (each.check, *(code[item] for item in each.items)) for each in KIND.findings(held, BOARD, DAY, Words(language))
    ]


@pytest.fixture
def start():
    return queue("When does it open?", "Who pays?", "Why now?")


def test_nothing_to_tell_of_questions_that_wait(start):
    assert found(start) == []
    assert found(queue()) == []


def test_what_most_want_to_know_and_waits(start):
    held = give(start, "Dana", Q2=2, Q1=1)
    assert found(held) == [("QA1", "Q2")]
    assert found(hands(held, Q1=1)) == [("QA1", "Q1"), ("QA1", "Q2")]
    answered = pressed(field(held, "Q2", "answer", "We do."), "Q2")
    assert found(answered) == [("QA1", "Q1")]
    assert found(pressed(field(answered, "Q1", "answer", "May."), "Q1")) == []


def test_answered_with_nothing_noted(start):
    assert found(pressed(start, "Q1")) == [("QA2", "Q1")]
    assert found(pressed(field(start, "Q1", "answer", "May."), "Q1")) == []


def test_an_answer_to_a_question_that_is_open_still(start):
    assert found(field(start, "Q3", "answer", "A grant.")) == [("QA3", "Q3")]


def test_twice_the_same(start):
    held = queue("Who pays?", "who pays", "Why?")
    assert found(held) == [("QA4", "Q2", "Q1")]
    assert found(pressed(field(held, "Q1", "answer", "We do."), "Q1")) == []


def test_for_later_and_nobody_has_it(start):
    held = start.after(KIND.regroup(start, [of(start, "Q1").id], "later"))
    assert found(held) == [("QA5", "Q1")]
    assert found(field(held, "Q1", "note", "Eli, by Friday")) == []
    assert found(field(held, "Q1", "answer", "By mail, on Friday.")) == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_finding_opens_a_field_that_there_is(language):
    held = give(queue("Who pays?", "who pays", "Why?", "When?"), "Dana", Q1=1)
    held = pressed(field(held, "Q2", "answer", "We."), "Q3")
    held = held.after(KIND.regroup(held, [of(held, "Q4").id], "later"))
    findings = KIND.findings(held, BOARD, DAY, Words(language))
    assert {each.check for each in findings} == {"QA1", "QA2", "QA3", "QA4", "QA5"}
    assert [each.severity for each in findings] == ["high", "medium", "medium", "low", "low"]
    for each in findings:
        assert each.opens[1] in {line.key for line in KIND.fields(held, each.opens[0], Words(language))}
        assert each.why
        assert each.action
