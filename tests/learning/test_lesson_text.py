"""A lesson as text for a mail."""

import re

import pytest

from facilitator.content.words import Words
from facilitator.domain.lesson_view import ActivityView, LessonView
from facilitator.domain.program import Track
from facilitator.learning.lesson_text import lesson_text
from facilitator.learning.lessons import lesson_view, lessons_of


def test_all_that_the_sheet_says_stands_in_the_text(course):
    view = lesson_view(course, lessons_of(course)[3].id, Words("en"), next(course.every(Track)).id)
    text = lesson_text(view, Words("en"))
    said = [view.title, view.theme, view.program, view.track, *view.objectives, *view.card]
    said += [part for each in view.activities for part in (each.title, each.text, *each.options, each.who_to_ask)]
    said.remove("Read the card")  # the heading of the core says it
    assert [each for each in said if each not in text] == []
    assert "Poll: How early do you share? (5 minutes · say when it is done)" in text
    assert "A) Idea\nB) Outline\nC) Nearly done\nD) Only final" in text
    assert text.startswith("Lesson 4 of 8 · Week 2: Make work visible\nWorking out loud\n----------------\n\n")
    assert "Given out on 21 January 2027." in text


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_text_is_plain(course, language):
    for lesson in lessons_of(course):
        text = lesson_text(lesson_view(course, lesson.id, Words(language)), Words(language))
        assert text.endswith("\n")
        assert not re.search(r"\n\n\n|[<>{}*#\t]| \n", text)


def test_a_lesson_with_little_in_it_has_no_empty_headings():
    bare = LessonView("P", "T", 1, 1, 1, "", "", "", (), (), ())
    assert lesson_text(bare, Words("en")) == "Lesson 1 of 1 · Week 1\nT\n---\n\nP\n"
    card_only = LessonView(
        "P", "T", 1, 1, 1, "", "", "", (), ("One.", "Two."), (), credit="the library", course_credit="Ours."
    )
    assert lesson_text(card_only, Words("en")).endswith(
        "The card\n--------\n\nOne.\n\nTwo.\n\nWith thanks to the library.\n\nOurs.\n"
    )
    other = ActivityView("quiz", "", "Ask.", 1, False, "none")
    told = lesson_text(LessonView("P", "T", 1, 1, 1, "", "", "", (), (), (other,)), Words("en"))
    assert "Quiz (1 minute · nothing to hand in)\nAsk." in told
    assert "Bronze" not in told
