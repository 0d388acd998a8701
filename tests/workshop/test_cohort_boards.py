"""Which boards belong to which cohort, and what boards are called after them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.boards.feedback.model import FeedbackForm
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Person, Segment, Session
from facilitator.domain.participation import Attendance, Enrolment
from facilitator.domain.program import Cohort, Program
from facilitator.domain.refusal import StoreError
from facilitator.domain.words_of_people import NAME_LIMIT
from facilitator.workshop.cohort_boards import (
    boards_of_other_cohorts,
    cohorts_of_boards,
    title_in_cohort,
    title_without_cohort,
)
from facilitator.workshop.cohort_sessions import boards_apart, cohorts_named, sessions_for

COHORTS = ("autumn", "winter", "spring")
TITLES = {"autumn": "Autumn A", "winter": "Winter B", "spring": "Spring C"}


def base():
    yield Program(id="p", number=1, title="Leaders")
    for number, each in enumerate(COHORTS, start=1):
        yield Cohort(id=each, program_id="p", number=number, title=TITLES[each])


def board(board_id, title="Map"):
    return Board(id=board_id, number=1, kind="stakeholder_web", title=title)


def session(session_id, cohort_id=None, number=1):
    return Session(id=session_id, number=number, title="Half day 1", cohort_id=cohort_id, held_on=date(2027, 2, 2))


def turns(session_id, board_id):
    its = f"{session_id}-{board_id}"
    return Segment(id=its, session_id=session_id, number=1, minutes=9, title="Work", board_id=board_id)


def test_a_board_belongs_to_the_cohorts_of_the_sessions_that_work_on_it():
    known = [
        *base(),
        *(session(f"s_{each}", each) for each in COHORTS),
        session("alone"),
        *(board(each) for each in ("a", "both", "alone", "nobodys", "form")),
        turns("s_autumn", "a"),
        turns("s_autumn", "both"),
        turns("s_winter", "both"),
        turns("alone", "alone"),
        turns("alone", "a"),
        FeedbackForm(id="form", session_id="s_winter"),
    ]
    document = Document.of(known)
    assert cohorts_of_boards(document) == {"a": {"autumn"}, "both": {"autumn", "winter"}, "form": {"winter"}}
    assert set(boards_of_other_cohorts(document, ["winter"])) == {"a"}
    assert set(boards_of_other_cohorts(document, [], ["alone"])) == {"both", "form"}
    assert cohorts_named(document, Words("en"))["both"] == "Autumn A and Winter B"
    assert boards_apart(document, session_id="s_winter") == {"a"}
    assert boards_apart(document, cohort_id="spring") == {"a", "both", "form"}
    assert boards_apart(document) == frozenset()


def test_a_board_that_no_agenda_turns_to_belongs_to_the_cohort_that_it_is_called_after():
    document = Document.of([*base(), board("b", "Checklist – Winter B"), board("c", "A cold Winter B")])
    assert cohorts_of_boards(document) == {"b": {"winter"}}
    now = [session("s", "autumn"), turns("s", "b")]
    assert cohorts_of_boards(Document.of([*document.records(), *now])) == {"b": {"autumn"}}


@given(
    st.sets(st.tuples(st.integers(0, 5), st.integers(0, 7)), max_size=20),
    st.lists(st.none() | st.sampled_from(COHORTS), min_size=6, max_size=6),
)
def test_what_one_cohort_alone_works_on_is_apart_for_every_session_of_another(worked, cohorts):
    sessions = [session(f"s{place}", each, place + 1) for place, each in enumerate(cohorts)]
    segments = [turns(f"s{at}", f"b{of}") for at, of in sorted(worked)]
    document = Document.of([*base(), *sessions, *(board(f"b{each}") for each in range(8)), *segments])
    for at, own in enumerate(cohorts):
        apart = boards_apart(document, session_id=f"s{at}")
        for of in range(8):
            users = {one for one, other in worked if other == of}
            theirs = {cohorts[one] for one in users} - {None}
            assert (f"b{of}" in apart) == (bool(theirs) and at not in users and own not in theirs)


def test_a_person_is_told_of_the_sessions_of_their_own_cohorts():
    people = [Person(id=each, name=each.title()) for each in ("ana", "ben", "zoe")]
    sessions = [session(f"s_{each}", each, number) for number, each in enumerate(COHORTS, start=1)]
    more = [
        Enrolment(id="e", cohort_id="autumn", person_id="ana"),
        Attendance(id="a", session_id="s_winter", person_id="ben", presence="present"),
    ]
    document = Document.of([*base(), *people, *sessions, session("alone", number=4), *more])
    assert sessions_for(document, person_id="ana") == ("s_autumn", "alone")
    assert sessions_for(document, person_id="ben") == ("s_winter", "alone")
    assert sessions_for(document, person_id="zoe") == ("s_spring", "alone")
    assert sessions_for(document, person_id="ana", cohort_id="winter") == ()
    assert sessions_for(document, cohort_id="winter") == ("s_winter",)
    assert sessions_for(document) is None
    with pytest.raises(StoreError, match="cohort_unknown"):
        sessions_for(document, cohort_id="x")


@pytest.mark.parametrize(
    ("title", "called", "becomes"),
    [
        ("Checklist", "Winter B", "Checklist – Winter B"),
        ("Checklist – Autumn A", "Winter B", "Checklist – Winter B"),
        ("Checklist – Autumn A – Winter B – Spring C", "Summer D", "Checklist – Summer D"),
        ("Checklist · autumn a", "Winter B", "Checklist – Winter B"),
        ("Checklist of Winter B", "Winter B", "Checklist of Winter B"),
        ("Autumn A", "Winter B", "Autumn A – Winter B"),
        ("Values – for all", "Winter B", "Values – for all – Winter B"),
        ("x" * NAME_LIMIT, "Winter B", "x" * (NAME_LIMIT - 11) + " – Winter B"),
    ],
)
def test_a_title_ends_with_the_one_cohort_that_the_board_is_for(title, called, becomes):
    assert title_in_cohort(title, called, TITLES.values()) == becomes
    assert title_in_cohort(becomes, called, [*TITLES.values(), called]) == becomes


@given(st.text(min_size=1).filter(str.strip), st.lists(st.sampled_from(["Autumn A", "Winter B", "A", "–"]), max_size=4))
def test_taking_names_of_cohorts_away_never_leaves_nothing(title, names):
    bare = title_without_cohort(title, names)
    assert bare
    assert title.startswith(bare)
    assert title_without_cohort(bare, names) == bare
