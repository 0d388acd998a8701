"""What sessions are called in lists."""

from datetime import date

from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Session
from facilitator.domain.program import Cohort, Program
from facilitator.workshop.session_names import day_near, session_names, title_with_cohort

TODAY = date(2026, 11, 22)
PROGRAM = Program(id="p", number=1, title="Leaders")


def cohort(cohort_id, title, program_id="p"):
    return Cohort(id=cohort_id, program_id=program_id, number=1, title=title)


def session(number, cohort_id=None, title="Half day 1", day=date(2027, 2, 2)):
    return Session(id=f"s{number}", number=number, title=title, cohort_id=cohort_id, held_on=day)


def named(*records, language="en"):
    its = session_names(Document.of([PROGRAM, *records]), TODAY, Words(language))
    return [each.replace("\u00a0", " ") for each in its.values()]


def test_sessions_of_several_cohorts_are_called_after_cohort_and_day():
    cohorts = [cohort("a", "Autumn A"), cohort("b", "Winter B")]
    its = [session(1, "a", day=date(2026, 11, 10)), session(2, "b"), session(3, "b", day=None), session(4)]
    assert named(*cohorts, *its) == [
        "Autumn A · 10 Nov · Half day 1",
        "Winter B · 2 Feb 2027 · Half day 1",
        "Winter B · Half day 1",
        "2 Feb 2027 · Half day 1",
    ]
    assert title_with_cohort(Document.of([PROGRAM, *cohorts, *its]), its[1]) == "Winter B · Half day 1"


def test_where_titles_tell_sessions_apart_they_say_enough():
    assert named(cohort("a", "Autumn A"), session(1, "a"), session(2, "a", "Half day 2")) == [
        "Half day 1",
        "Half day 2",
    ]
    assert named(session(1), session(2, day=date(2026, 12, 1)), language="fr") == [
        "2 févr. 2027 · Half day 1",
        "1er déc. · Half day 1",
    ]


def test_cohorts_of_the_same_name_are_told_apart_by_their_programs():
    other = Program(id="q", number=2, title="Course")
    its = [cohort("a", "First"), cohort("b", "First", "q"), session(1, "a"), session(2, "b")]
    assert named(other, *its)[1] == "Course · First · 2 Feb 2027 · Half day 1"


def test_the_year_stands_where_it_is_not_this_one():
    assert day_near(date(2026, 1, 1), TODAY, Words("en")) == "1\u00a0Jan"
    assert day_near(date(2025, 12, 31), TODAY, Words("en")) == "31\u00a0Dec\u00a02025"
    assert day_near(None, TODAY, Words("en")) == ""
