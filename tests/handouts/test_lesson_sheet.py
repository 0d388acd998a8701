"""The sheet of a lesson."""

from dataclasses import replace
from datetime import date

import pytest

from facilitator.content.lesson_told import badge_rules
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Engagement
from facilitator.domain.lesson_view import ActivityView, LessonView
from facilitator.domain.program import Program
from facilitator.handouts.lesson_sheet import lesson_pages
from facilitator.learning.founding import lessons_added
from facilitator.learning.lessons import lesson_view, lessons_of

ENGLISH = Words("en")


def course() -> Document:
    found = Document.of([Engagement(id="engagement", title="A"), Program(id="p", number=1, title="A course")])
    return found.after(lessons_added(found, "p", date(2027, 1, 11)))


COURSE = course()


def sheet(number: int, words: Words) -> LessonView:
    return lesson_view(COURSE, lessons_of(COURSE)[number - 1].id, words)


@pytest.mark.parametrize("number", range(1, 9))
@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_every_starter_lesson_takes_two_pages(written, number, language, paper):
    view = sheet(number, Words(language))
    handout = written(lambda words, width: lesson_pages(view, words), paper=paper, language=language)
    first, second = handout.page_words()
    assert view.title in first
    assert view.others[-1].title in second


def test_a_sheet_says_all_that_there_is_to_a_lesson(written):
    view = sheet(4, ENGLISH)
    tree = written(lambda words, width: lesson_pages(view, words)).tree()
    assert [each.text for each in tree.every("H1")] == ["Working out loud"]
    assert [each.text for each in tree.every("H2")] == [
        "After this lesson you can",
        "The core",
        "After “Working out loud”: choose what suits you",
    ]
    assert [each.text for each in tree.every("H3")][:2] == [
        "Case study: A team that showed its drafts",
        "Poll: How early do you share?",
    ]
    items = [each.text for each in tree.every("LBody")]
    assert items[:3] == list(view.objectives)
    assert items[3:7] == ["Idea", "Outline", "Nearly done", "Only final"]
    assert items[7:] == []
    texts = [each.text for each in tree.every("P")]
    assert set(view.card) <= set(texts)
    assert " ".join(badge_rules(ENGLISH)) in {each.replace(" %", "\xa0%") for each in texts}
    assert "A course · Given out on 21 January 2027." in texts
    assert "Whom to ask: A colleague from another unit." in texts
    assert "20 minutes · note what came of it" in texts


def test_the_track_is_named_on_its_sheet(written):
    view = replace(
        sheet(4, Words("fr")),
        track="Direction",
        credit="la bibliothèque",
        course_credit="Fait par l’école.\nSous licence libre.",
    )
    copied = written(lambda words, width: lesson_pages(view, words), language="fr").copied()
    assert "Parcours\u202f: Direction" in copied or "Parcours : Direction" in copied
    assert "Avec nos remerciements à la bibliothèque." in copied
    assert "Fait par l’école." in copied
    assert "Sous licence libre." in copied


def test_a_lesson_with_little_in_it_has_no_empty_headings(written):
    bare = LessonView("P", "T", 1, 1, 1, "", "", "", (), (), ())
    tree = written(lambda words, width: lesson_pages(bare, words)).tree()
    assert [each.text for each in tree.every("H1", "H2", "H3")] == ["T"]
    only = ActivityView("quiz", "", "Ask.", 1, False, "none")
    tree = written(lambda words, width: lesson_pages(replace(bare, activities=(only,)), words)).tree()
    assert [each.text for each in tree.every("H3")] == ["Quiz"]
    assert tree.every("LBody") == []  # without a core there are no badges
