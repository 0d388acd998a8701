"""Lessons and activities edited: texts of one's own, days, order, polls."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from facilitator.domain.learning import Activity, Lesson
from facilitator.domain.refusal import EditRejected
from facilitator.learning.lesson_edits import (
    ActivityValues,
    activity_added,
    activity_edited,
    activity_moved,
    activity_put,
    activity_values,
    lesson_added,
    lesson_edited,
    lesson_moved,
    lesson_values,
    lessons_released,
    poll_of_activity,
)
from facilitator.learning.lessons import activities_of, lessons_of

DAY = date(2027, 3, 1)


def fourth(document):
    return lessons_of(document, "course")[3]


def refusal(edit, *its, **more):
    with pytest.raises(EditRejected) as refused:
        edit(*its, **more)
    return refused.value.key


def test_only_the_text_that_is_other_than_the_built_in_one_is_kept(course):
    lesson = fourth(course)
    values = lesson_values(course, lesson.id)
    assert values.title == "Working out loud"
    assert refusal(lesson_edited, course, lesson.id, values) == "nothing_to_do"
    changed = course.after(lesson_edited(course, lesson.id, replace(values, card="One.\n\nTwo.", credit="The library")))
    own = changed.get(Lesson, lesson.id)
    assert (own.title, own.objectives, own.card, own.credit) == ("", "", "One.\nTwo.", "The library")
    back = changed.after(lesson_edited(changed, lesson.id, replace(lesson_values(changed, lesson.id), card=" ")))
    assert lesson_values(back, lesson.id).card == values.card


def test_a_lesson_of_ones_own_comes_last_and_needs_a_title(course):
    more = course.after(lesson_added(course, "course", "What we do with  feedback"))
    last = lessons_of(more, "course")[-1]
    assert (last.title, last.number, last.week) == ("What we do with feedback", 9, 5)
    assert refusal(lesson_edited, more, last.id, replace(lesson_values(more, last.id), title="")) == "name_empty"


def test_lessons_are_given_out_twice_a_week(course):
    released = course.after(lessons_released(course, "course", DAY))
    days = [(each.released_on - DAY).days for each in lessons_of(released, "course")]
    assert days == [0, 3, 7, 10, 14, 17, 21, 24]
    assert refusal(lessons_released, released, "course", DAY) == "nothing_to_do"
    moved = released.after(lessons_released(released, "course", DAY + timedelta(1)))
    assert lessons_of(moved, "course")[0].released_on == DAY + timedelta(1)


def test_activities_are_added_edited_withdrawn_and_moved(course):
    lesson = fourth(course)
    before = [each.id for each in activities_of(course, lesson.id)]
    more = course.after(
        activity_added(course, lesson.id, ActivityValues("quiz", "Ask three people", "15", proof="text"))
    )
    new = activities_of(more, lesson.id)[-1]
    assert (new.kind, new.text, new.minutes, new.core, new.proof) == ("quiz", "Ask three people", 15, False, "text")
    up = more.after(activity_moved(more, new.id, -1))
    assert [each.id for each in activities_of(up, lesson.id)] == [*before[:-1], new.id, before[-1]]
    assert refusal(activity_moved, up, before[0], -1) == "nothing_to_do"
    gone = up.after(activity_put(up, new.id, withdrawn=True))
    assert gone.get(Activity, new.id).withdrawn
    assert not gone.after(activity_put(gone, new.id, withdrawn=False)).get(Activity, new.id).withdrawn
    first = activity_values(course, before[0])
    edited = course.after(activity_edited(course, before[0], replace(first, minutes="8")))
    assert (edited.get(Activity, before[0]).minutes, edited.get(Activity, before[0]).text) == (8, "")


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"minutes": "0"}, "activity_minutes"),
        ({"minutes": "241"}, "activity_minutes"),
        ({"minutes": "a few"}, "activity_minutes"),
        ({"kind": "dance"}, "choice_unknown"),
        ({"proof": "dance"}, "choice_unknown"),
        ({"text": " "}, "name_empty"),
        ({"track_id": "nobody"}, "gone"),
    ],
)
def test_what_can_not_stand_is_refused(course, change, key):
    values = replace(ActivityValues("quiz", "Ask", "240"), **change)
    assert refusal(activity_added, course, fourth(course).id, values) == key


def test_a_poll_of_a_lesson_gives_its_question_and_options(course):
    poll, core = (
        next(each.id for each in activities_of(course, fourth(course).id) if each.kind == kind)
        for kind in ("poll", "core_reading")
    )
    question, options = poll_of_activity(course, poll)
    assert question.endswith("?")
    assert len(options) == 4
    assert refusal(poll_of_activity, course, core) == "activity_no_poll"


def test_a_lesson_moves_and_the_days_stay_with_the_places(course):
    before = lessons_of(course, "course")
    after = lessons_of(course.after(lesson_moved(course, before[3].id, -2)), "course")
    assert [each.id for each in after] == [before[place].id for place in (0, 3, 1, 2, 4, 5, 6, 7)]
    assert [(each.number, each.week, each.released_on) for each in after] == [
        (each.number, each.week, each.released_on) for each in before
    ]
    last = lessons_of(course.after(lesson_moved(course, before[0].id, 99)), "course")
    assert last[-1].id == before[0].id


def test_a_lesson_at_the_end_goes_no_further(course):
    first, *_, last = lessons_of(course, "course")
    for lesson, by in ((first, -1), (last, 1), (first, 0)):
        with pytest.raises(EditRejected, match="nothing_to_do"):
            lesson_moved(course, lesson.id, by)
    with pytest.raises(EditRejected, match="gone"):
        lesson_moved(course, "nowhere", 1)
