"""What in a summary's own words could tell who it is stands in the check before it is released."""

import pytest

from boards.assessment.group.towns import TODAY, community
from facilitator.boards.assessment.group.edits import add_question
from facilitator.boards.assessment.group.told import check_told
from facilitator.content.words import Words

HEADING = Words("en")("group_summary.free_words")


def told(document):
    return dict(check_told(document, "s", TODAY, Words("en"))).get(HEADING, "")


def test_the_houses_own_words_tell_nobody():
    assert told(community(6)) == ""


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("How did zqtown 3 do it?", "zqtown 3"),
        ("Could we all do as Zqperson 2 does?", "Zqperson 2"),
        ("Who else paid $45,000 for it?", "$45,000"),
        ("Write to clerk@elm.ca first?", "clerk@elm.ca"),
    ],
)
def test_a_question_that_names_somebody_is_pointed_out(question, word):
    held = community(6)
    assert told(held.after(add_question(held, "s", question))) == f"“{word}” in “{question}”"
