"""What can be told of an agenda: public words and right times, and who is expected."""

from datetime import date, time

import pytest

from agendas import agenda_of, begun, segment
from facilitator.content import agendas
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Person, Session
from facilitator.domain.outcome import Outcome
from facilitator.domain.participation import Attendance, Enrolment
from facilitator.domain.program import Cohort, Program
from facilitator.workshop.agenda_told import agenda_view, expected

DAY = date(2027, 1, 14)


def told(*segments, day=DAY, boards=(), **session):
    document = Document.of([Session(id="s", number=1, title="Who?", **session), *boards, *segments])
    return agenda_view(document, "s", day, "fr")


def test_what_was_dropped_is_left_out_and_takes_no_time():
    view = told(segment(2, 10), segment(1, 20), segment(3, 0), segment(4, 5), begins="09:50")
    assert [(each.title, each.begins) for each in view.segments] == [
        ("Part 1", time(9, 50)),
        ("Part 2", time(10, 10)),
        ("Part 4", time(10, 20)),
    ]
    assert (view.minutes, view.begins, view.ends) == (35, time(9, 50), time(10, 25))


def test_without_a_time_to_begin_there_are_none():
    view = told(segment(1, 20))
    assert (view.begins, view.ends, view.day, view.held) == (None, None, None, False)
    assert told().minutes == 0


@pytest.mark.parametrize(("day", "held"), [(date(2027, 1, 13), False), (DAY, True), (date(2027, 1, 15), True)])
def test_it_was_held_from_its_day_on(day, held):
    assert told(segment(1, 20), held_on=DAY, day=day).held is held


def test_it_was_held_where_something_came_out_of_it():
    ahead = [Session(id=each, number=1, title="Who?", held_on=DAY) for each in ("s", "t")]
    said = Outcome(id="o", session_id="s", number=1, kind="decision", code="D1", text="Begin")
    document = Document.of([*ahead, said])
    assert [agenda_view(document, each, date(2027, 1, 1), "en").held for each in ("s", "t")] == [True, False]


def test_a_session_that_was_started_tells_since_when():
    document = begun(agenda_of(segment(1, 20), segment(2, 5)))
    view = agenda_view(document, "s", date(2020, 1, 1), "en")
    started = document.get(Session, "s").started_at
    assert view.held
    assert view.day is not None
    assert started.startswith("2027-01-14T10:00")
    assert view.begins is not None
    assert view.begins.minute == 0


def test_its_purpose_is_that_of_the_agenda_else_what_its_boards_ask():
    boards = [Board(id=each, number=1, kind="checklist", title=each, question=f"Who {each}?") for each in ("a", "b")]
    segments = [segment(1, 5, board_id="b"), segment(2, 5, board_id="a"), segment(3, 5, board_id="b")]
    assert told(*segments, boards=boards).purpose == "Who b? Who a?"
    known = agendas.agenda("civic_value_120")
    assert told(*segments, boards=boards, agenda=known.id).purpose == known.purpose.fr
    assert told(segment(1, 5), agenda="an agenda of a later version").purpose == ""


def test_materials_and_what_may_be_cut_are_not_in_the_view():
    view = told(segment(1, 20, prompt="Who?", materials="Zqxj", cut_order=3, minimum=7))
    assert "Who?" in repr(view)
    assert "Zqxj" not in repr(view)


def test_expected_are_the_participants_else_the_cohort_else_all_of_the_one_session():
    people = [Person(id=each, name=each.title()) for each in ("dana", "amina", "joel")]
    cohort = [Program(id="p", number=1, title="Leaders"), Cohort(id="c", program_id="p", number=1, title="Spring")]

    def names(*records, cohort_id=None):
        session = Session(id="s", number=1, title="Who?", cohort_id=cohort_id)
        return [each.name for each in expected(Document.of([session, *cohort, *people, *records]), "s")]

    enrolled = Enrolment(id="e", cohort_id="c", person_id="joel")
    assert names(Attendance(id="a", session_id="s", person_id="dana"), enrolled, cohort_id="c") == ["Dana"]
    assert names(enrolled, cohort_id="c") == ["Joel"]
    assert names(enrolled) == ["Amina", "Dana", "Joel"]
    assert names(Session(id="t", number=2, title="Another")) == []
