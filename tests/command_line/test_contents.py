"""What `info` tells: every session once, under its cohort or before the programs, with its length and its people."""

from datetime import date

from facilitator.command_line.contents import content_lines, contents
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Engagement, Person, Segment, Session
from facilitator.domain.outcome import Outcome
from facilitator.domain.participation import Attendance, Enrolment
from facilitator.domain.program import Cohort, Program

DOCUMENT = Document.of(
    [
        Engagement(id="engagement", title="Town"),
        Program(id="p", number=1, title="Leaders", kind="half_day_series"),
        Cohort(
            id="c",
            program_id="p",
            number=1,
            title="Spring",
            begins_on=date(2027, 3, 1),
            closes_on=date(2027, 6, 30),
            capacity=12,
        ),
        Session(id="s1", number=1, title="Kick-off"),
        Session(id="s2", number=2, title="Half day", cohort_id="c", held_on=date(2027, 3, 7), begins="09:30"),
        Segment(id="g1", session_id="s2", number=1, minutes=25, title="Work"),
        Segment(id="g2", session_id="s2", number=2, minutes=15, title="Close"),
        Person(id="dana", name="Dana"),
        Person(id="eli", name="Eli"),
        Enrolment(id="e1", cohort_id="c", person_id="dana"),
        Enrolment(id="e2", cohort_id="c", person_id="eli", state="withdrawn"),
        Attendance(id="a", session_id="s2", person_id="dana", presence="partial"),
        Outcome(id="o1", number=1, kind="decision", code="D1", text="Go"),
        Outcome(id="o2", session_id="s2", number=2, kind="decision", code="D2", text="Stay", confirmed=True),
        Board(id="checklist", number=1, kind="checklist", title="Our list"),
    ]
)


def test_lines_tell_sessions_on_their_own_then_programs_then_boards():
    head, *lines, board = content_lines(contents(DOCUMENT), Words("en"))
    assert head == "Town"
    assert lines == ["  s1  Kick-off", "  Leaders", "    Spring", "      s2  Half day  7 March 2027, 09:30"]
    assert board.startswith("  checklist  Our list (")


def test_data_tells_lengths_and_counts():
    found = contents(DOCUMENT)
    assert [each["minutes"] for each in found["sessions"]] == [0, 40]
    assert found["sessions"][1]["participants"] == {"all": 1, "present": 0, "partial": 1, "absent": 0}
    assert found["outcomes"] == {"count": 2, "to_confirm": 1}
    (program,) = found["programs"]
    (cohort,) = program.pop("cohorts")
    assert program == {"id": "p", "title": "Leaders", "kind": "half_day_series"}
    assert cohort == {
        "id": "c",
        "title": "Spring",
        "begins_on": "2027-03-01",
        "ends_on": None,
        "closes_on": "2027-06-30",
        "capacity": 12,
        "enrolled": {"invited": 0, "active": 1, "paused": 0, "completed": 0, "withdrawn": 1},
    }
