"""The starter microcourse, and what is said of a course file that is not right."""

import contextlib
import copy
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.content.agendas import template
from facilitator.content.microcourse import course_of, kind_names, microcourse
from facilitator.content.reading import read
from facilitator.content.words import Words
from facilitator.domain.language import LANGUAGES
from facilitator.domain.learning import ACTIVITY_KINDS
from facilitator.domain.refusal import ImportRefused

COURSE = microcourse()
ONE = {"en": "a", "fr": "b"}
WANTED = ("case_study", "poll", "conversation_starter", "try_it", "reflection", "study_group")


def test_eight_lessons_stand_two_a_week_in_four_weeks() -> None:
    assert [lesson.week for lesson in COURSE.lessons] == [1, 1, 2, 2, 3, 3, 4, 4]
    assert [lesson.number for lesson in COURSE.lessons] == [*range(1, 9)]
    assert [week.number for week in COURSE.weeks] == [1, 2, 3, 4]
    assert [lesson.title.en for lesson in COURSE.lessons] == [
        "Why culture decides",
        "Meeting users",
        "Working in small steps",
        "Working out loud",
        "Data for everyday choices",
        "Safe to fail",
        "Leading distributed teams",
        "Keeping it going",
    ]


@pytest.mark.parametrize("lesson", COURSE.lessons, ids=lambda lesson: lesson.id)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_card_has_about_three_hundred_words(lesson, language) -> None:
    words = [word for text in lesson.card for word in re.findall(r"[\w’-]*\w", text.within(language))]
    assert 280 <= len(words) <= 330


@pytest.mark.parametrize("lesson", COURSE.lessons, ids=lambda lesson: lesson.id)
def test_each_lesson_has_one_core_and_all_that_can_be_chosen(lesson) -> None:
    core = [each for each in lesson.activities if each.core]
    others = [each for each in lesson.activities if not each.core]
    assert [each.kind for each in core] == ["core_reading"]
    assert core[0].minutes <= 10
    assert 4 <= len(others) <= 7
    assert all(5 <= each.minutes <= 20 for each in others)
    assert set(WANTED) <= {each.kind for each in others}
    assert 1 <= len(lesson.objectives) <= 3
    for track in COURSE.tracks:
        mine = {each.kind for each in lesson.activities if track.id in each.tracks}
        assert {"core_reading", *WANTED} <= mine


def test_the_fourth_lesson_is_the_example_of_the_method() -> None:
    said = {each.kind: each for each in COURSE.lessons[3].activities}
    assert said["poll"].text.en == "How early do you share a draft?"
    assert [each.en.lower() for each in said["poll"].options] == ["idea", "outline", "nearly done", "only final"]
    assert said["conversation_starter"].text.en == (
        "Ask a colleague: what did you learn too late because nobody had told you?"
    )
    assert said["try_it"].text.en == ("Post a half-finished piece with one question to three people outside your unit.")
    assert said["reflection"].text.en == "What happened that you feared? What happened that you did not expect?"


def test_polls_have_options_and_starters_say_whom_to_ask() -> None:
    for each in COURSE.activities():
        assert (2 <= len(each.options) <= 6) == (each.kind == "poll")
        assert (each.who_to_ask is not None) == (each.kind == "conversation_starter")


def test_tracks_kinds_and_single_activities_are_found_by_their_ids() -> None:
    assert [track.id for track in COURSE.tracks] == ["leaders", "practitioners", "enablers"]
    assert set(kind_names()) == set(ACTIVITY_KINDS)
    assert COURSE.lesson("out_loud") is COURSE.lessons[3]
    assert COURSE.activity("out_loud.poll").kind == "poll"
    with pytest.raises(KeyError):
        COURSE.lesson("none")


def course():
    return copy.deepcopy(read("content", "microcourse.json"))


def refusal(entry) -> ImportRefused:
    with pytest.raises(ImportRefused) as refused:
        course_of(entry)
    for language in LANGUAGES:
        assert Words(language)(f"refusals.{refused.value.key}", **refused.value.values)
    return refused.value


@pytest.mark.parametrize(
    ("where", "value", "key", "place"),
    [
        (("title",), {"en": "Only English"}, "course_missing", "course/title"),
        (("lessons", 3, "title", "fr"), " ", "course_missing", "lessons/4/title"),
        (("lessons", 3, "card"), [], "course_missing", "lessons/4"),
        (("lessons", 3, "card"), "text", "course_missing", "lessons/4"),
        (("lessons", 3, "week"), 5, "course_count", "lessons/4/week"),
        (("lessons", 3, "week"), "2", "course_value", "lessons/4/week"),
        (("lessons", 3, "objectives"), [ONE] * 4, "course_count", "lessons/4/objectives"),
        (("lessons", 3, "activities", 0, "minutes"), 11, "course_count", "lessons/4/activities/1/minutes"),
        (("lessons", 3, "activities", 1, "minutes"), 21, "course_count", "lessons/4/activities/2/minutes"),
        (("lessons", 3, "activities", 1, "minutes"), 4, "course_count", "lessons/4/activities/2/minutes"),
        (("lessons", 3, "activities", 1, "kind"), "dance", "course_value", "lessons/4/activities/2"),
        (("lessons", 3, "activities", 1, "proof"), "oath", "course_value", "lessons/4/activities/2"),
        (("lessons", 3, "activities", 1, "tracks"), ["clerks"], "course_value", "lessons/4/activities/2/tracks"),
        (("lessons", 3, "activities", 2, "options"), [ONE], "course_count", "lessons/4/activities/3/options"),
        (("lessons", 3, "activities", 0, "core"), False, "course_core", "lessons/4"),
        (("lessons", 3, "activities", 3, "who_to_ask"), None, "course_missing", "lessons/4/activities/4"),
        (("lessons", 3), 7, "course_missing", "lessons/4"),
        ((), [], "course_missing", "course"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_place(where, value, key, place) -> None:
    entry = course()
    if not where:
        entry = value
    else:
        part = entry
        for step in where[:-1]:
            part = part[step]
        part[where[-1]] = value
    said = refusal(entry)
    assert (said.key, said.values["place"]) == (key, place)


def test_limits_are_inclusive() -> None:
    entry = course()
    activities = entry["lessons"][3]["activities"]
    activities[0]["minutes"], activities[1]["minutes"], activities[2]["minutes"] = 10, 20, 5
    activities[2]["options"] = [{"en": str(n), "fr": str(n)} for n in range(6)]
    assert len(course_of(entry).lessons[3].activities[2].options) == 6


def test_an_id_stands_once() -> None:
    entry = course()
    entry["lessons"][1]["id"] = entry["lessons"][0]["id"]
    said = refusal(entry)
    assert (said.key, said.values["value"]) == ("course_twice", "culture_decides")


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=3), st.lists, max_leaves=4), st.data())
def test_whatever_stands_in_a_file_is_a_course_or_refused(value, data) -> None:
    entry = course()
    part = entry
    while isinstance(part, dict | list) and part:
        key = data.draw(st.sampled_from(sorted(part) if isinstance(part, dict) else range(len(part))))
        if not isinstance(part[key], dict | list) or data.draw(st.booleans()):
            part[key] = value
            break
        part = part[key]
    with contextlib.suppress(ImportRefused):
        assert course_of(entry).lessons


@pytest.mark.parametrize("language", LANGUAGES)
def test_sessions_call_the_lessons_by_their_titles(language):
    lessons = [each.title.within(language).casefold() for each in microcourse().lessons]
    sessions = [each.title.within(language).casefold() for each in template("microcourse").sessions]
    told = [title.strip() for each in sessions for title in re.split("[:;]", each)[1:]]
    assert told == lessons
