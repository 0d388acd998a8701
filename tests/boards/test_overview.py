"""The program overview: who did what, what comes next, what is wrong, and the same as a list."""

from datetime import date

import pytest

from box_board import KIND
from facilitator.boards.described import Progress
from facilitator.boards.overview import (
    MARKS,
    attended_told,
    columns,
    coming,
    own_progress,
    placed,
    problems,
    rows,
    sessions_for_all,
    table_of,
    unenrolled,
)
from facilitator.content.words import Words
from facilitator.domain.commitment import Commitment
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Engagement, Person, Segment, Session
from facilitator.domain.learning import Lesson
from facilitator.domain.participation import Attendance, Enrolment, OneToOne, StudyGroup
from facilitator.domain.program import Cohort, Program, Track

TODAY = date(2027, 3, 9)
WORDS = Words("en")


def attendance(session, person, presence):
    return Attendance(id=f"{session}_{person}", session_id=session, person_id=person, presence=presence)


RECORDS = [
    Program(id="p", number=1, title="Leaders", kind="half_day_series"),
    Track(id="t", program_id="p", number=1, title="Staff"),
    Cohort(id="c", program_id="p", number=1, title="Spring", begins_on=date(2027, 3, 1), capacity=2),
    Cohort(id="d", program_id="p", number=2, title="Fall"),
    Session(id="s1", number=1, title="Day 1", cohort_id="c", held_on=date(2027, 3, 2), begins="09:00"),
    Session(id="s2", number=2, title="Day 2", cohort_id="c", held_on=date(2027, 3, 9)),
    Session(id="s3", number=3, title="Day 3", cohort_id="c", held_on=date(2027, 3, 16)),
    Session(id="s4", number=4, title="Day 4", cohort_id="c"),
    Session(id="two", number=5, title="With Zoé", cohort_id="c", held_on=date(2027, 3, 12)),
    Session(id="f1", number=6, title="Fall day", cohort_id="d", held_on=date(2027, 3, 12), begins="08:00"),
    OneToOne(id="two", person_id="zoe"),
    Segment(id="seg", session_id="two", number=1, minutes=30, title="Work", board_id="own"),
    Board(id="own", number=1, kind="boxes", title="Own"),
    *(Person(id=each.lower(), name=each) for each in ("Ana", "Max", "Guest")),
    Person(id="zoe", name="Zoé", organization="Laval"),
    StudyGroup(id="g", cohort_id="c", number=1, title="Group 1"),
    Enrolment(id="e1", cohort_id="c", person_id="zoe", track_id="t", study_group_id="g", enrolled_on=date(2027, 3, 1)),
    Enrolment(id="e2", cohort_id="c", person_id="ana"),
    Enrolment(id="e3", cohort_id="c", person_id="max", state="withdrawn"),
    Enrolment(id="e4", cohort_id="d", person_id="zoe", state="invited"),
    attendance("s1", "zoe", "present"),
    attendance("s2", "zoe", "partial"),
    attendance("s1", "ana", "absent"),
    attendance("s2", "ana", "partial"),
    attendance("s3", "ana", "partial"),
    attendance("s4", "ana", "present"),
    attendance("s1", "max", ""),
    attendance("s1", "guest", "present"),
    attendance("two", "guest", "present"),
    Commitment(id="k1", person_id="ana", number=1, text="Call"),
    Commitment(id="k2", person_id="ana", number=2, text="Ask", state="done"),
]


@pytest.fixture
def document():
    return Document.of(RECORDS)


def nobody(person_id):
    return None


def shown(document, cohorts=("c",), states=(), progress=nobody):
    return {row.person.name: row for row in rows(document, cohorts, TODAY, progress, states)}


def test_a_row_tells_how_somebody_attended_and_what_that_comes_to(document):
    found = shown(document)
    assert list(found) == ["Ana", "Max", "Zoé"]
    assert found["Zoé"].attended == ("present", "partial", "expected", "expected")
    assert found["Ana"].attended == ("absent", "partial", "partial", "present")
    assert found["Max"].attended == ("unknown", "unknown", "unknown", "unknown")
    assert [found[each].halves for each in ("Ana", "Max", "Zoé")] == [4, 0, 3]
    assert [found[each].certificate for each in ("Ana", "Max", "Zoé")] == ["part", "", ""]
    assert [found[each].commitments for each in ("Ana", "Max", "Zoé")] == [1, 0, 0]
    assert (found["Zoé"].track, found["Zoé"].group) == ("Staff", "Group 1")
    assert attended_told(found["Zoé"], WORDS) == "1.5 of 4"
    assert {mark for row in found.values() for mark in row.attended} <= set(MARKS)


def test_a_session_of_today_that_nobody_marked_is_expected_and_one_of_yesterday_is_not_known(document):
    bare = Document.of(each for each in document.records() if not isinstance(each, Attendance))
    assert shown(bare)["Ana"].attended == ("unknown", "expected", "expected", "expected")


def test_an_own_checklist_counts_for_the_certificate(document):
    more = Document.of([*document.records(), attendance("s3", "zoe", "present"), attendance("s4", "zoe", "partial")])
    assert shown(more)["Zoé"].certificate == "part"
    ten = {"zoe": Progress(10, carried_out=True)}.get
    assert shown(more, progress=ten)["Zoé"].certificate == "comp"
    assert shown(more, progress={"zoe": Progress(9, carried_out=True)}.get)["Zoé"].certificate == "part"


def test_an_own_board_is_one_of_one_to_ones_with_somebody_alone(document):
    class Kind(type(KIND)):
        def progress(self, document, board_id):
            return Progress(7, carried_out=board_id == "own")

    progress = own_progress(document, lambda kind_id: Kind())
    assert progress("zoe") == Progress(7, carried_out=True)
    assert progress("ana") is None
    both = Document.of(
        [
            *document.records(),
            Session(id="two2", number=7, title="With Ana", cohort_id="c"),
            OneToOne(id="two2", person_id="ana"),
            Segment(id="seg2", session_id="two2", number=1, minutes=30, title="Work", board_id="own"),
        ]
    )
    of_both = own_progress(both, lambda kind_id: Kind())
    assert (of_both("zoe"), of_both("ana")) == (None, None)
    assert own_progress(document, lambda kind_id: KIND)("zoe") is None


def test_rows_go_by_cohort_and_are_filtered_by_state(document):
    every = rows(document, ("d", "c"), TODAY, nobody)
    assert [(row.cohort.title, row.person.name) for row in every] == [
        ("Spring", "Ana"),
        ("Spring", "Max"),
        ("Spring", "Zoé"),
        ("Fall", "Zoé"),
    ]
    assert list(shown(document, states=("withdrawn",))) == ["Max"]


def test_what_comes_next_is_in_the_order_of_time_with_one_to_ones(document):
    assert [each.id for each in coming(document, ("c", "d"), TODAY)] == ["s2", "two", "f1", "s3"]
    assert [each.id for each in sessions_for_all(document, "c")] == ["s1", "s2", "s3", "s4"]


def test_a_session_beside_the_half_days_is_shown_and_does_not_count(document):
    its = (
        Session(id="ama", number=9, title="Questions", cohort_id="c", agenda="ama_60"),
        attendance("ama", "zoe", "present"),
    )
    more = Document.of([*document.records(), *its])
    assert columns(more, ("c",), WORDS) == ("Day 1", "Day 2", "Day 3", "Day 4", "Questions (does not count)")
    assert [place for _, place in placed(more, "c")] == [1, 2, 3, 4, 0]
    row = shown(more)["Zoé"]
    assert row.attended == ("present", "partial", "expected", "expected", "present")
    assert attended_told(row, WORDS) == "1.5 of 4"
    assert row.certificate == shown(document)["Zoé"].certificate
    assert "1.5 of 4" in table_of(more, ("c",), [row], WORDS).rows[0]


def test_guests_are_told_of_but_not_of_one_to_ones(document):
    assert unenrolled(document, ("c", "d")) == {"c": ("guest",)}


def test_days_in_order_and_places_left_are_no_problem_and_others_are_said_in_both_languages(document):
    assert list(problems(document, ("c", "d"), WORDS)) == []
    wrong = Document.of(
        [
            *document.records(),
            Session(id="s2", number=2, title="Day 2", cohort_id="c", held_on=date(2027, 2, 2)),
            Enrolment(id="e5", cohort_id="c", person_id="guest", enrolled_on=date(2027, 5, 2)),
            Cohort(
                id="c",
                program_id="p",
                number=1,
                title="Spring",
                begins_on=date(2027, 3, 1),
                ends_on=date(2027, 3, 15),
                closes_on=date(2027, 5, 1),
                capacity=2,
            ),
        ]
    )
    assert list(problems(wrong, ("c",), WORDS)) == [
        "Spring: “Day 2” (2 February 2027) comes before “Day 1” (2 March 2027), which stands before it in the list.",
        "Spring: “Day 2” (2 February 2027) is outside the dates of the cohort.",
        "Spring: “Day 3” (16 March 2027) is outside the dates of the cohort.",
        "Spring: 3 people for 2 places.",
        "Spring: 1 person enrolled after it closed.",
    ]
    assert "vient avant" in next(iter(problems(wrong, ("c",), Words("fr"))))


def test_heads_are_titles_of_one_cohort_and_places_of_several(document):
    assert columns(document, ("c",), WORDS) == ("Day 1", "Day 2", "Day 3", "Day 4")
    assert columns(document, ("c", "d"), WORDS) == ("1", "2", "3", "4")
    assert columns(document, (), WORDS) == ()


def test_the_list_says_everything_in_words_and_has_a_cell_for_every_head(document):
    cohorts = ("c", "d")
    table = table_of(document, cohorts, rows(document, cohorts, TODAY, nobody), WORDS)
    assert {len(row) for row in table.rows} == {len(table.columns)}
    ana, _, zoe, fall = (dict(zip(table.columns, row, strict=True)) for row in table.rows)
    assert (ana["Name"], ana["2"], ana["Attended"], ana["Earned so far"]) == (
        "Ana",
        "in part",
        "2 of 4",
        "Certificate of participation",
    )
    assert (zoe["Enrolled on"], zoe["Organization"], zoe["Track"]) == ("2027-03-01", "Laval", "Staff")
    assert (fall["State"], fall["1"], fall["2"], fall["Attended"]) == ("invited", "expected", "", "0 of 1")
    french = table_of(document, cohorts, rows(document, cohorts, TODAY, nobody), Words("fr"))
    assert "en partie" in french.rows[0]
    assert "2 sur 4" in french.rows[0]


def test_badges_of_the_program_stand_beside_it_and_in_a_column_of_the_list_where_there_are_any(document):
    assert all(row.badges == () for row in shown(document).values())
    bare = table_of(document, ("c",), rows(document, ("c",), TODAY, nobody), WORDS)
    assert WORDS("program.column_badges") not in bare.columns
    hosted = Document.of([*document.records(), StudyGroup(id="led", cohort_id="c", number=9, title="L", host_id="ana")])
    assert shown(hosted)["Ana"].badges == ("host",)
    listed = table_of(hosted, ("c",), rows(hosted, ("c",), TODAY, nobody), WORDS)
    place = listed.columns.index(WORDS("program.column_badges"))
    assert [row[place] for row in listed.rows] == ["Host", "", ""]


def test_lessons_that_are_given_out_in_another_order_than_they_stand_in_are_told():
    days = (date(2027, 3, 2), None, date(2027, 3, 9), date(2027, 3, 8), date(2027, 3, 8))
    lessons = [
        Lesson(id=f"l{n}", program_id="p", number=n, week=1, title=f"Lesson {n}", released_on=day)
        for n, day in enumerate(days, start=1)
    ]
    held = Document.of(
        [
            Engagement(id="engagement", title="T"),
            Program(id="p", number=1, title="Course", kind="microcourse"),
            Cohort(id="c", program_id="p", number=1, title="Spring"),
            Cohort(id="d", program_id="p", number=2, title="Fall"),
            *lessons,
        ]
    )
    assert list(problems(held, ("c", "d"), WORDS)) == [
        "The lesson “Lesson 4” is given out on 8 March 2027, before the one that comes first, "
        "“Lesson 3” (9 March 2027)."
    ]
    assert list(problems(held, (), WORDS)) == []
