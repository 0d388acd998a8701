"""Lessons as records and as learners see them."""

from datetime import date

import pytest

from facilitator.content.microcourse import microcourse
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Engagement
from facilitator.domain.learning import Activity, Lesson
from facilitator.domain.program import Program, Track
from facilitator.domain.refusal import EditRejected
from facilitator.learning.founding import lessons_added
from facilitator.learning.lessons import activities_of, lesson_view, lessons_of, objectives_of

ENGLISH, FRENCH = Words("en"), Words("fr")


def test_the_starter_lessons_come_twice_a_week(course):
    lessons = lessons_of(course, "course")
    assert [lesson.outline for lesson in lessons] == [each.id for each in microcourse().lessons]
    assert [lesson.released_on.isoformat() for lesson in lessons] == [
        "2027-01-11",
        "2027-01-14",
        "2027-01-18",
        "2027-01-21",
        "2027-01-25",
        "2027-01-28",
        "2027-02-01",
        "2027-02-04",
    ]
    assert [track.title for track in course.every(Track)] == ["Leaders", "Practitioners", "Enablers"]
    assert sum(each.core for each in course.every(Activity)) == 8
    assert not any(lesson.title or lesson.card for lesson in lessons)


def test_lessons_follow_those_that_are_there_and_tracks_stay(course):
    more = course.after(lessons_added(course, "course"))
    lessons = lessons_of(more, "course")
    assert [lesson.number for lesson in lessons] == [*range(1, 17)]
    assert [lesson.released_on for lesson in lessons[8:]] == [None] * 8
    assert len(list(more.every(Track))) == 3
    of_leaders = {each.track_id for each in more.every(Activity)}
    assert of_leaders == {None, *(track.id for track in more.every(Track))}


def test_tracks_are_named_in_the_language_of_the_engagement():
    found = Document.of([Engagement(id="engagement", title="A", language="fr"), Program(id="p", number=1, title="P")])
    found = found.after(lessons_added(found, "p"))
    assert [track.title for track in found.every(Track)] == ["Direction", "Terrain", "Soutien"]
    with pytest.raises(EditRejected) as refused:
        lessons_added(found, "none")
    assert refused.value.key == "gone"


def test_a_learner_sees_what_is_for_their_track(course):
    leaders = next(course.every(Track))
    first = lessons_of(course)[0].id
    mine = lesson_view(course, first, ENGLISH, leaders.id)
    assert (mine.track, len(mine.activities), mine.number, mine.lessons) == ("Leaders", 8, 1, 8)
    second = lessons_of(course)[1].id  # its further reading is for enablers
    assert len(lesson_view(course, second, ENGLISH, leaders.id).activities) == 7
    assert len(lesson_view(course, second, ENGLISH).activities) == 8
    assert len(activities_of(course, second)) == 8


def test_the_built_in_texts_stand_in_the_language_of_the_reader(course):
    lesson = lessons_of(course)[3]
    english, french = (lesson_view(course, lesson.id, words) for words in (ENGLISH, FRENCH))
    assert (english.title, french.title) == ("Working out loud", "Travailler au grand jour")
    assert (english.week_theme, french.week_theme) == ("Make work visible", "Rendre le travail visible")
    assert len(english.card) == len(french.card) == 5
    poll = next(each for each in french.activities if each.kind == "poll")
    assert poll.options == ("Idée", "Plan", "Presque terminée", "Seulement la version finale")
    assert french.core.kind == "core_reading"
    assert len(french.others) == 6


def test_texts_of_their_own_take_the_place_of_the_built_in_ones(course):
    lesson = lessons_of(course)[3]
    poll = next(each for each in activities_of(course, lesson.id) if each.kind == "poll")
    own = lesson.having(title="Ours", objectives="One\n\n Two ", card="First.\n\nSecond.", week=3, credit="the library")
    changed = Document.of([*course.records(), own, poll.having(text="Which?", proof="none", minutes=7)])
    view = lesson_view(changed, lesson.id, FRENCH)
    assert (view.title, view.objectives, view.card) == ("Ours", ("One", "Two"), ("First.", "Second."))
    assert (view.theme, view.week_theme, view.credit, view.week) == ("", "", "the library", 3)
    made = next(each for each in course.records() if each.id == "course").having(credit="Made by the school.")
    assert lesson_view(Document.of([*course.records(), made]), lesson.id, FRENCH).course_credit == "Made by the school."
    shown = next(each for each in view.activities if each.kind == "poll")
    assert (shown.title, shown.text, shown.options, shown.minutes, shown.proof) == ("", "Which?", (), 7, "none")


def test_what_is_withdrawn_is_not_offered(course):
    lesson = lessons_of(course)[0]
    gone = [each.having(withdrawn=True) for each in activities_of(course, lesson.id) if each.core]
    view = lesson_view(Document.of([*course.records(), *gone]), lesson.id, ENGLISH)
    assert view.core is None
    assert len(view.activities) == 7


def test_a_lesson_of_a_later_version_has_a_number_for_a_title(course):
    strange = Lesson(id="x", program_id="course", number=9, week=9, outline="of_a_later_version")
    activity = Activity(id="y", lesson_id="x", number=1, kind="quiz", minutes=5, outline="of_a_later_version")
    changed = Document.of([*course.records(), strange, activity])
    view = lesson_view(changed, "x", FRENCH)
    assert (view.title, view.number, view.lessons, view.card) == ("Leçon 9", 9, 9, ())
    assert (view.activities[0].title, view.activities[0].text) == ("", "")
    assert objectives_of(strange, ENGLISH) == ()


def test_lessons_of_several_programs_come_program_by_program(course):
    first = Program(id="other", number=0, title="Other")
    lesson = Lesson(id="x", program_id="other", number=5, week=1, released_on=date(2027, 3, 1))
    both = Document.of([*course.records(), first, lesson])
    assert lessons_of(both)[0].id == "x"
    assert len(lessons_of(both)) == 9
    assert [each.id for each in lessons_of(both, "other")] == ["x"]
