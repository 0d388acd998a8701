"""Rows of lessons, activities and people, in words."""

from datetime import date, timedelta

import pytest

from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.participation import Enrolment
from facilitator.domain.refusal import EditRejected
from facilitator.learning.completing import completed, evidence_written
from facilitator.learning.lesson_edits import activity_put
from facilitator.learning.lesson_rows import LATE, NOT_FOR, OPEN, WRITTEN, activity_rows, learner_rows, lesson_rows
from facilitator.learning.lessons import activities_of, lessons_of

CLOSE = date(2027, 2, 12)
EN, FR = Words("en"), Words("fr")


def lesson(document, number=1):
    return lessons_of(document, "course")[number - 1].id


def people(document, words=EN, day=CLOSE + timedelta(9)):
    return {each.person_id: each for each in learner_rows(document, lesson(document), "winter", day, words)}


def test_lessons_come_by_week_with_their_days(course):
    rows = lesson_rows(course, "course", EN)
    assert [(each.number, each.week) for each in rows] == [
        (1, 1),
        (2, 1),
        (3, 2),
        (4, 2),
        (5, 3),
        (6, 3),
        (7, 4),
        (8, 4),
    ]
    assert (rows[3].title, rows[3].released_on) == ("Working out loud", date(2027, 1, 21))


def test_activities_say_what_for_whom_and_how_it_is_done(course):
    rows = activity_rows(course, lesson(course), FR)
    assert rows[0].core
    assert rows[0].heading.startswith("Lecture essentielle\u202f: ")
    assert (rows[0].track, rows[0].proof) == ("", "la personne le dit")
    assert {each.track for each in rows} > {""}
    assert [each.is_poll for each in rows].count(True) == 1


def test_marks_tell_done_written_late_open_and_for_others(course):
    its = activities_of(course, lesson(course))
    everybody = [each.id for each in its if each.track_id is None]
    document = course.after(evidence_written(course, everybody[0], "amara", "Yes", CLOSE))
    document = document.after(completed(document, [(everybody[1], "amara")], CLOSE + timedelta(1)))
    marks = dict(zip([each.id for each in its], people(document)["amara"].marks, strict=True))
    assert (marks[everybody[0]].sign, marks[everybody[0]].evidence) == (WRITTEN, "Yes")
    assert marks[everybody[0]].told == "done on 12 February 2027, with a text"
    assert marks[everybody[1]].sign == LATE
    assert marks[everybody[2]].sign == OPEN
    joels = document.get(Enrolment, "e2").track_id
    others = [place for place, each in enumerate(its) if each.track_id not in (None, joels)]
    assert others
    assert {people(document)["joel"].marks[place].sign for place in others} == {NOT_FOR}


def test_badges_are_a_sign_and_a_word_of_the_day(course):
    everybody = [each.id for each in activities_of(course, lesson(course)) if each.track_id is None]
    document = course.after(completed(course, [(each, "amara") for each in everybody], CLOSE))
    assert people(document)["amara"].badge_told == "●●● Gold"
    assert people(document, FR)["amara"].badge_told == "●●● Or"
    assert people(document, day=CLOSE - timedelta(1))["amara"].badge == 0
    assert people(document)["joel"].badge_told == "– no badge"


def test_who_is_paused_is_said_so_and_withdrawn_activities_have_no_column(course):
    paused = Document.of([*course.records(), course.get(Enrolment, "e2").having(state="paused")])
    assert [each.state for each in people(paused).values()] == ["", "paused"]
    less = course.after(activity_put(course, activities_of(course, lesson(course))[0].id, withdrawn=True))
    assert len(people(less)["amara"].marks) == len(people(course)["amara"].marks) - 1
    assert len(activity_rows(less, lesson(less), EN)) == len(activity_rows(course, lesson(course), EN))


def test_a_lesson_that_is_gone_is_said_so(course):
    with pytest.raises(EditRejected):
        learner_rows(course, "nothing", "winter", CLOSE, EN)
