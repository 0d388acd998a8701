"""Programs, cohorts and sessions: what adds, changes and removes them, and that nobody's words are lost."""

from datetime import date

import pytest

from agendas import START, agenda_of, at, begun, segment
from facilitator.content import agendas
from facilitator.domain.change import Change, Swap, adding, removing
from facilitator.domain.chat import ChatLine
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Person, Segment, Session
from facilitator.domain.learning import Activity, Certificate, Completion, KeptBadge, Lesson
from facilitator.domain.outcome import Outcome
from facilitator.domain.participation import Attendance, Enrolment, Shuffle, ShuffledPerson, StudyGroup
from facilitator.domain.poll import Poll
from facilitator.domain.program import Cohort, Program, Track
from facilitator.domain.refusal import EditRejected, StoreError
from facilitator.opening import found_engagement, open_engagement
from facilitator.templates import founding
from facilitator.workshop import sessions
from facilitator.workshop.agenda import segments_of
from facilitator.workshop.chat_tray import lines_in
from facilitator.workshop.outcomes import outcomes_in_sight
from facilitator.workshop.polls import polls_in_sight
from facilitator.workshop.segments import SegmentValues
from facilitator.workshop.sessions import SessionValues

DAY = date(2027, 3, 7)


@pytest.fixture
def document():
    """A program with two cohorts, a session in the first one, and people's words in it."""
    return Document.of(
        [
            Program(id="p", number=1, title="Leaders"),
            Cohort(id="c", program_id="p", number=1, title="Spring"),
            Cohort(id="d", program_id="p", number=2, title="Autumn"),
            Person(id="dana", name="Dana"),
            Enrolment(id="e1", cohort_id="c", person_id="dana"),
            Enrolment(id="e2", cohort_id="d", person_id="dana"),
            Session(id="s", number=1, title="Half day 1", cohort_id="c"),
            segment(1, 10),
            segment(2, 20),
            ChatLine(id="l", session_id="s", number=1, text="Hello"),
            Outcome(id="o", session_id="s", number=1, kind="decision", code="D1", text="Go"),
            Poll(id="q", session_id="s", number=1, question="Ready?"),
            Attendance(id="a", session_id="s", person_id="dana"),
            Shuffle(id="h", session_id="s", number=1, size=2),
            ShuffledPerson(id="i", shuffle_id="h", person_id="dana", group=1, place=1),
        ]
    )


def refusal(edit, *given, **named):
    with pytest.raises(EditRejected) as refused:
        edit(*given, **named)
    return refused.value


def undone(document, change):
    return document.after(change).after(change.reversed())


def test_programs_and_cohorts_come_one_after_another(document):
    after = document.after(sessions.program_added(document, "  Community   of practice "))
    assert [(each.number, each.title) for each in sessions.programs_of(after)] == [
        (1, "Leaders"),
        (2, "Community of practice"),
    ]
    after = after.after(sessions.cohort_added(after, "p", "Winter"))
    assert [each.title for each in sessions.cohorts_of(after, "p")] == ["Spring", "Autumn", "Winter"]
    assert refusal(sessions.cohort_added, after, "gone", "Winter").key == "gone"


def test_what_holds_sessions_stays(document):
    for edit, its_id, key in (
        (sessions.cohort_removed, "c", "cohort_holds"),
        (sessions.program_removed, "p", "program_holds"),
    ):
        refused = refusal(edit, document, its_id)
        assert (refused.key, refused.values["count"]) == (key, 1)


def test_an_empty_cohort_goes_and_its_people_stay(document):
    change = sessions.cohort_removed(document, "d")
    after = document.after(change)
    assert [each.id for each in after.every(Enrolment)] == ["e1"]
    assert [each.id for each in after.every(Person)] == ["dana"]
    assert undone(document, change) == document


def test_a_program_goes_with_its_cohorts_once_they_are_empty(document):
    moved = document.after(sessions.session_edited(document, "s", SessionValues("Half day 1")))
    change = sessions.program_removed(moved, "p")
    after = moved.after(change)
    assert not list(after.every(Program)) + list(after.every(Cohort)) + list(after.every(Enrolment))
    assert undone(moved, change) == moved


LEARNING = (
    Track(id="t", program_id="p", number=1, title="Staff"),
    Lesson(id="l", program_id="p", number=1, week=1, title="Why"),
    Activity(id="a1", lesson_id="l", track_id="t", number=1, kind="try_it", minutes=5),
    StudyGroup(id="g", cohort_id="d", number=1, title="Group 1"),
)


def test_a_program_goes_with_tracks_lessons_and_study_groups_in_an_order_that_references_allow(document):
    moved = document.after(sessions.session_edited(document, "s", SessionValues("Half day 1")))
    whole = moved.after(Change("more", adding(LEARNING)))
    change = sessions.program_removed(whole, "p")
    gone = [swap.record.id for swap in change.swaps]
    assert {"t", "l", "a1", "g", "c", "d", "p"} <= set(gone)
    assert gone.index("a1") < gone.index("l") < gone.index("p") > gone.index("t")
    assert gone.index("g") < gone.index("d")
    assert undone(whole, change) == whole


@pytest.mark.parametrize(
    "earned",
    [
        Completion(id="done", activity_id="a1", person_id="dana", on=DAY),
        KeptBadge(id="kept", lesson_id="l", person_id="dana", level=1, earned_on=DAY),
    ],
)
def test_a_program_of_which_somebody_learned_something_stays(document, earned):
    moved = document.after(sessions.session_edited(document, "s", SessionValues("Half day 1")))
    whole = moved.after(Change("more", adding((*LEARNING, earned))))
    assert refusal(sessions.program_removed, whole, "p").key == "program_learned"


def test_a_cohort_in_which_certificates_were_issued_stays(document):
    certificate = Certificate(
        id="x",
        cohort_id="d",
        person_id="dana",
        serial=1,
        sort="part",
        name="Dana",
        language="en",
        issued_on=DAY,
        check_code="AAAA-AAAA",
    )
    whole = document.after(Change("more", adding((certificate,))))
    refused = refusal(sessions.cohort_removed, whole, "d")
    assert (refused.key, refused.values["count"]) == ("cohort_certified", 1)
    back = whole.after(Change("back", (Swap(certificate, certificate.having(revoked_on=DAY)),)))
    assert back.after(sessions.cohort_removed(back, "d")).find(Certificate, "x") is None


def test_a_session_is_added_with_an_agenda_in_a_language_and_the_boards_of_its_segments(document):
    boards = [
        Board(id="web2", number=2, kind="stakeholder_web", title="B"),
        Board(id="web", number=1, kind="x", title="A"),
    ]
    plan = sessions.planned("stakeholder_workshop_120", boards, "fr")
    change = sessions.session_added(
        document, SessionValues(" Atelier ", "c", DAY, "9 h 30"), plan, "stakeholder_workshop_120"
    )
    after = document.after(change)
    session = after.get(Session, "session_2")
    assert (session.number, session.title, session.cohort_id, session.held_on) == (2, "Atelier", "c", DAY)
    assert (session.begins, session.agenda) == ("09:30", "stakeholder_workshop_120")
    made = segments_of(after, session.id)
    wanted = agendas.agenda("stakeholder_workshop_120").segments
    assert [each.title for each in made] == [each.title.fr for each in wanted]
    assert [each.board_id for each in made] == ["web2" if each.board else None for each in wanted]
    assert {each.board_id for each in made} == {"web2", None}
    assert undone(document, change) == document


def test_the_agenda_of_another_session_is_copied(document):
    change = sessions.session_added(document, SessionValues("Half day 2"), sessions.copied(document, "s"))
    after = document.after(change)
    made = segments_of(after, "session_2")
    assert [SegmentValues.of(each) for each in made] == [SegmentValues.of(each) for each in segments_of(after, "s")]
    assert {each.id for each in made}.isdisjoint({"g1", "g2"})


def test_an_id_that_is_taken_is_not_given_twice(document):
    document = document.after(sessions.session_added(document, SessionValues("A")))
    document = document.after(sessions.session_added(document, SessionValues("B")))
    document = document.after(sessions.session_removed(document, "session_2", START))
    document = document.after(sessions.session_added(document, SessionValues("C")))
    assert [each.title for each in sessions.sessions_in(document, None)] == ["B", "C"]


def test_all_of_a_session_is_edited(document):
    change = sessions.session_edited(document, "s", SessionValues("First half day", "d", DAY, "13"))
    session = document.after(change).get(Session, "s")
    assert (session.title, session.cohort_id, session.held_on, session.begins) == ("First half day", "d", DAY, "13:00")
    assert refusal(sessions.session_edited, document, "s", SessionValues("x", "gone")).key == "gone"
    assert refusal(sessions.session_edited, document, "s", SessionValues("Half day 1", "c")).key == "nothing_to_do"


@pytest.mark.parametrize(
    ("typed", "time"),
    [
        ("", ""),
        (" ", ""),
        ("9:30", "09:30"),
        ("09 h 05", "09:05"),
        ("9h", "09:00"),
        ("23.59", "23:59"),
        ("0", "00:00"),
        ("1340", "13:40"),
    ],
)
def test_times_as_people_type_them(typed, time):
    assert sessions.time_typed(typed) == time


@pytest.mark.parametrize("typed", ["24:00", "2400", "9:60", "9:5", "1:3040", "noon", "12:30:00", "-1"])
def test_what_is_no_time_is_refused_with_its_words(typed):
    refused = refusal(sessions.time_typed, typed)
    assert (refused.key, refused.values["text"]) == ("time_unreadable", typed)


def test_a_session_that_holds_words_is_removed_only_when_they_may_stay(document):
    assert sessions.held_by(document, "s") == sessions.Held(1, 1, 1)
    assert refusal(sessions.session_removed, document, "s", START).key == "session_holds"
    change = sessions.session_removed(document, "s", START, detach=True)
    after = document.after(change)
    for kind in (Session, Segment, Attendance, Shuffle, ShuffledPerson):
        assert list(after.every(kind)) == []
    assert [each.session_id for kind in (ChatLine, Outcome, Poll) for each in after.every(kind)] == [None] * 3
    assert list(after.every(Person)) == list(document.every(Person))
    assert undone(document, change) == document


def test_what_came_out_of_a_one_to_one_never_comes_to_belong_to_every_group(document):
    session = document.get(Session, "s")
    private = document.after(Change("x", (Swap(session, session.having(agenda="stakeholder_1to1")),)))
    assert refusal(sessions.session_removed, private, "s", START, detach=True).key == "session_for_two"
    said = [*private.every(Outcome), *private.every(Poll)]
    emptied = private.after(Change("x", removing(said)))
    assert not list(emptied.after(sessions.session_removed(emptied, "s", START, detach=True)).every(Session))


def test_what_was_said_in_a_session_that_was_removed_is_in_sight_in_every_other_one(document):
    after = document.after(sessions.session_removed(document, "s", START, detach=True))
    after = after.after(sessions.session_added(after, SessionValues("Half day 2")))
    for session_id in ("", next(after.every(Session)).id):
        assert [each.id for each in lines_in(after, session_id)] == ["l"]
        assert [each.id for each in outcomes_in_sight(after, session_id)] == ["o"]
        assert [each.id for each in polls_in_sight(after, session_id)] == ["q"]


def test_a_session_that_runs_is_not_removed():
    document = begun(agenda_of(segment(1, 10)))
    assert refusal(sessions.session_removed, document, "s", at(3)).key == "session_runs"
    assert not list(document.after(sessions.session_removed(document, "s", at(60 * 13))).every(Session))


def test_in_a_file_a_session_goes_and_comes_back_with_all_that_hangs_on_it(tmp_path):
    path = tmp_path / "course.facilitator"
    with found_engagement(path, founding("leaders_program", "en")) as engagement:
        journal = engagement.journal
        journal.do(Change("paste_chat", adding([ChatLine(id="l", session_id="session_1", number=1, text="Hello")])))
        journal.do(Change("add", adding([Person(id="dana", name="Dana")])))
        journal.do(Change("add", adding([Attendance(id="a", session_id="session_1", person_id="dana")])))
        before = journal.document
        journal.do(sessions.session_removed(before, "session_1", START, detach=True))
        journal.undo()
        assert journal.document == before
        journal.redo()
    with open_engagement(path) as engagement:
        assert engagement.faults() == []
        document = engagement.journal.document
        assert document.get(ChatLine, "l").session_id is None
        assert document.find(Session, "session_1") is None


@pytest.mark.parametrize(
    ("days", "opened"),
    [
        ({}, ""),
        ({"a": None, "b": None}, "a"),
        ({"a": date(2027, 3, 1), "b": DAY, "c": date(2027, 3, 9)}, "b"),
        ({"a": date(2027, 3, 1), "b": date(2027, 3, 9), "c": date(2027, 3, 8)}, "c"),
        ({"a": date(2027, 3, 1), "b": None}, "b"),
        ({"a": date(2027, 3, 2), "b": date(2027, 3, 1)}, "a"),
    ],
)
def test_the_session_of_the_day_is_the_one_to_open(days, opened):
    held = [Session(id=its, number=number, title="x", held_on=day) for number, (its, day) in enumerate(days.items())]
    assert sessions.session_of_the_day(Document.of(held), DAY) == opened


def test_the_session_asked_for_is_that_one_else_the_one_of_the_day(document):
    known = [each.id for each in sessions.sessions_of(document)]
    assert sessions.session_asked(document, known[0], DAY) == known[0]
    assert sessions.session_asked(document, "", DAY) == sessions.session_of_the_day(document, DAY)
    with pytest.raises(StoreError) as refusal:
        sessions.session_asked(document, "x", DAY)
    assert (refusal.value.key, refusal.value.values["known"]) == ("session_unknown", ", ".join(known))
    with pytest.raises(StoreError) as refusal:
        sessions.session_asked(Document(), "", DAY)
    assert refusal.value.key == "no_session"
