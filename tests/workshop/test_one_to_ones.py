"""Sessions between two: whom they are with, and what is for whom."""

import pytest

from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Person, Segment, Session
from facilitator.domain.participation import Attendance, Enrolment, OneToOne
from facilitator.domain.program import Cohort, Program
from facilitator.domain.refusal import EditRejected
from facilitator.workshop.one_to_ones import (
    boards_between_two,
    boards_of_others,
    boards_withheld,
    group_sessions_of,
    is_for_two,
    sessions_with,
    with_whom,
)
from facilitator.workshop.people import forgotten
from facilitator.workshop.segments import SegmentValues
from facilitator.workshop.sessions import SessionValues, session_added, session_edited, without_boards

PEOPLE = [Person(id="ana", name="Ana Roy"), Person(id="ben", name="Ben Roy")]
BOARDS = [Board(id=each, number=n, kind="stakeholder_web", title=each) for n, each in enumerate(("a", "b", "all"))]


def session(number, **more):
    return Session(id=f"s{number}", number=number, title=f"Session {number}", **more)


def turns_to(number, board):
    return Segment(id=f"g{number}{board}", session_id=f"s{number}", number=1, minutes=9, title="Work", board_id=board)


def test_a_session_is_with_somebody_who_is_expected_then():
    document = Document.of([*PEOPLE, session(1)])
    before = document
    document = document.after(session_edited(document, "s1", SessionValues("Session 1", with_id="ana")))
    assert with_whom(document, "s1").name == "Ana Roy"
    assert is_for_two(document, document.get(Session, "s1"))
    assert [each.person_id for each in document.every(Attendance)] == ["ana"]
    assert sessions_with(document, "ana") == (document.get(Session, "s1"),)
    assert sessions_with(document, "ben") == ()
    change = session_edited(document, "s1", SessionValues("Session 1", with_id="ben"))
    assert [each.person_id for each in document.after(change).every(Attendance)] == ["ben"]
    nobody = document.after(session_edited(document, "s1", SessionValues("Session 1", with_id="")))
    assert nobody == before


def test_whom_it_is_with_stays_where_nothing_is_said_of_it_and_who_was_there_stays():
    there = Attendance(id="t", session_id="s1", person_id="ana", presence="present")
    document = Document.of([*PEOPLE, session(1), OneToOne(id="s1", person_id="ana"), there])
    renamed = document.after(session_edited(document, "s1", SessionValues("Other")))
    assert with_whom(renamed, "s1").id == "ana"
    other = document.after(session_edited(document, "s1", SessionValues("Session 1", with_id="ben")))
    assert {each.person_id for each in other.every(Attendance)} == {"ana", "ben"}
    with pytest.raises(EditRejected, match="gone"):
        session_edited(document, "s1", SessionValues("Session 1", with_id="nobody"))
    with pytest.raises(EditRejected, match="nothing_to_do"):
        session_edited(document, "s1", SessionValues("Session 1", with_id="ana"))


def test_a_new_session_can_be_with_somebody():
    document = Document.of(PEOPLE)
    change = session_added(document, SessionValues("1:1", with_id="ben"))
    document = document.after(change)
    assert with_whom(document, "session_1").id == "ben"
    assert with_whom(document.after(session_added(document, SessionValues("All"))), "session_2") is None


def test_a_session_for_two_stays_so_when_the_person_is_forgotten():
    document = Document.of([*PEOPLE, session(1), session(2), OneToOne(id="s1", person_id="ana")])
    after = document.after(forgotten(document, ["ana"]))
    assert list(after.every(OneToOne)) == []
    assert is_for_two(after, after.get(Session, "s1"))
    assert not is_for_two(after, after.get(Session, "s2"))


def test_boards_of_one_to_ones_are_their_persons_unless_a_group_works_on_them_too():
    two = [OneToOne(id="s1", person_id="ana"), OneToOne(id="s2", person_id="ben")]
    work = [turns_to(1, "a"), turns_to(2, "b"), turns_to(1, "all"), turns_to(3, "all")]
    known = [*PEOPLE, *BOARDS, session(1), session(2), session(3)]
    document = Document.of([*known, *two, *work])
    assert boards_between_two(document) == {"a": {"ana"}, "b": {"ben"}}
    assert boards_withheld(document) == {"a", "b"}
    shared = Document.of([*known, *two, turns_to(1, "a"), turns_to(2, "a")])
    assert boards_between_two(shared) == {"a": {"ana", "ben"}}
    unnamed = Document.of([*known, session(4, agenda="stakeholder_1to1"), turns_to(4, "a")])
    assert boards_between_two(unnamed) == {"a": frozenset()}
    assert boards_withheld(unnamed) == frozenset()
    alone = Document.of([*PEOPLE, *BOARDS, session(1), OneToOne(id="s1", person_id="ana"), turns_to(1, "a")])
    assert boards_withheld(alone) == frozenset()


def test_a_persons_pack_tells_of_the_sessions_of_their_groups():
    cohorts = [Cohort(id=each, program_id="p", number=1, title=each) for each in ("c1", "c2", "c3")]
    sessions = [
        session(1, cohort_id="c1"),
        session(2, cohort_id="c2"),
        session(3, cohort_id="c3"),
        session(4),
        session(5, cohort_id="c2"),
        session(6),
    ]
    more = [
        Enrolment(id="e1", cohort_id="c1", person_id="ana"),
        Enrolment(id="e2", cohort_id="c2", person_id="ben"),
        Attendance(id="a", session_id="s5", person_id="ana", presence="present"),
        OneToOne(id="s6", person_id="ana"),
    ]
    document = Document.of([*PEOPLE, Program(id="p", number=1, title="P"), *cohorts, *sessions, *more])
    assert group_sessions_of(document, "ana") == ("s1", "s4", "s5")
    assert group_sessions_of(document, "ben") == ("s2", "s4", "s5")
    nobodys = Document.of(each for each in document.records() if not isinstance(each, Enrolment))
    assert group_sessions_of(nobodys, "ben") == ("s1", "s3", "s4")  # of "c2" somebody else is known
    assert group_sessions_of(nobodys, "ana") == ("s2", "s4", "s5")
    left = Enrolment(id="e3", cohort_id="c1", person_id="ben", state="withdrawn")
    assert "s1" not in group_sessions_of(Document.of([*document.records(), left]), "ben")
    only_two = Document.of([*PEOPLE, session(6), OneToOne(id="s6", person_id="ana")])
    assert group_sessions_of(only_two, "ben") == group_sessions_of(only_two, "ana") == ()


def test_a_new_session_turns_to_no_board_of_somebody_elses_one_to_one():
    known = [session(1), session(2), session(3), OneToOne(id="s1", person_id="ana"), OneToOne(id="s2", person_id="ben")]
    document = Document.of([*PEOPLE, *BOARDS, *known, turns_to(1, "a"), turns_to(2, "b"), turns_to(3, "all")])
    assert boards_of_others(document, "ana") == {"b"}
    assert boards_of_others(document, "") == {"a", "b"}
    nameless = Document.of([*PEOPLE, *BOARDS, session(1, agenda="capacity_1to1"), turns_to(1, "a")])
    assert boards_of_others(nameless, "ana") == boards_of_others(nameless, "") == {"a"}


def test_a_plan_without_boards_of_others_keeps_all_else():
    plan = [
        SegmentValues("Work", 9, "solo", board_id="a", form="grid"),
        SegmentValues("All", 3, "round", board_id="all"),
    ]
    first, second = without_boards(plan, {"a"})
    assert (first.title, first.board_id, first.form) == ("Work", None, "")
    assert second == plan[1]
