"""A cohort for the next season: what comes along, on which days, and what stays behind."""

from datetime import date, timedelta

import pytest

from facilitator.catalogue import KINDS, kind_of
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Engagement, Person, Segment, Session
from facilitator.domain.outcome import Outcome
from facilitator.domain.participation import Attendance, Enrolment, OneToOne, StudyGroup
from facilitator.domain.program import Cohort
from facilitator.domain.refusal import EditRejected
from facilitator.templates import founding, new_board
from facilitator.workshop.agenda import segments_of
from facilitator.workshop.duplicating import cohort_duplicated, first_session
from facilitator.workshop.segments import SegmentValues
from facilitator.workshop.sessions import sessions_in
from house_kinds import like

FIRST = date(2027, 3, 2)  # a Tuesday
NEXT = date(2028, 2, 29)  # a Tuesday, too, over the end of a year and on a leap day
_DAYS = (0, 14, 28, 45)


@pytest.fixture
def document():
    founded = Document().after(founding("leaders_program", "en", title="Town"))
    days = dict(zip((each.id for each in sessions_in(founded, "cohort_1")), _DAYS, strict=True))
    records = []
    for each in founded.records():
        if isinstance(each, Session):
            day = FIRST + timedelta(days[each.id])
            each = each.having(held_on=day, begins="09:00", started_at="", ends_at="")
        if isinstance(each, Cohort):
            each = each.having(
                code="S27", begins_on=FIRST, ends_on=FIRST + timedelta(45), capacity=12, facilitators="N"
            )
        records.append(each)
    more = [
        Person(id="ana", name="Ana"),
        Enrolment(id="e", cohort_id="cohort_1", person_id="ana"),
        StudyGroup(id="g", cohort_id="cohort_1", number=1, title="Group 1"),
        Attendance(id="a", session_id="session_1", person_id="ana", presence="present"),
        Outcome(id="o", session_id="session_1", number=1, kind="decision", code="D1", text="Go"),
        Session(id="two", number=9, title="With Ana", cohort_id="cohort_1", held_on=date(2027, 2, 1)),
        OneToOne(id="two", person_id="ana"),
    ]
    return Document.of([*records, *more])


def told(document, board):
    """What stands on a board, without ids."""
    kind = kind_of(board.kind)
    return [(item.code, item.name, item.group) for item in kind.items(kind.view(document, board.id))]


def again(document, title="Spring 2028", day=NEXT):
    return cohort_duplicated(document, "cohort_1", title, day, like)


def made(after):
    return next(each for each in after.every(Cohort) if each.id != "cohort_1")


def test_sessions_keep_agendas_spacing_and_times_and_undo_takes_all_back(document):
    change = again(document)
    after = document.after(change)
    cohort = made(after)
    before, new = sessions_in(document, "cohort_1")[:4], sessions_in(after, cohort.id)
    assert [each.title for each in new] == [each.title for each in before]
    assert [each.held_on for each in new] == [NEXT + timedelta(each) for each in _DAYS]
    assert [each.held_on.isoweekday() for each in new] == [each.held_on.isoweekday() for each in before]
    assert {each.begins for each in new} == {"09:00"}
    assert [each.agenda for each in new] == [each.agenda for each in before]
    for one, other in zip(before, new, strict=True):
        old, copied = segments_of(document, one.id), segments_of(after, other.id)
        assert [(each.title, each.minutes, each.prompt) for each in copied] == [
            (each.title, each.minutes, each.prompt) for each in old
        ]
    assert after.after(change.reversed()) == document


def test_the_cohort_has_its_days_moved_and_no_code(document):
    cohort = made(document.after(again(document)))
    assert (cohort.title, cohort.number, cohort.code) == ("Spring 2028", 2, "")
    assert (cohort.begins_on, cohort.ends_on, cohort.closes_on) == (NEXT, NEXT + timedelta(45), None)
    assert (cohort.capacity, cohort.facilitators) == (12, "N")


def test_boards_are_new_and_empty_and_the_agendas_turn_to_them(document):
    used = {each.board_id for each in document.every(Segment)} - {None}
    after = document.after(again(document))
    new = [each for each in after.every(Board) if document.find(Board, each.id) is None]
    assert len(new) == len(used) > 1
    for each in new:
        like = next(board for board in document.every(Board) if each.title == f"{board.title} – Spring 2028")
        assert (each.kind, each.question) == (like.kind, like.question)
        fresh = Document().after(founding("blank", "en"))
        fresh = fresh.after(new_board(fresh, each.kind, "A new one"))
        assert told(after, each) == told(fresh, max(fresh.every(Board), key=lambda board: board.number))
    turned = {
        segment.board_id for session in sessions_in(after, made(after).id) for segment in segments_of(after, session.id)
    }
    assert turned - {None} == {each.id for each in new}


def test_boards_are_called_after_the_new_cohort_alone(document):
    before = {each.title for each in document.every(Board)}
    at = document
    for title in ("Winter B", "Spring C", "Summer D"):
        last = max(at.every(Cohort), key=lambda each: each.number)
        after = at.after(cohort_duplicated(at, last.id, title, NEXT, like))
        new = {each.title for each in after.every(Board) if at.find(Board, each.id) is None}
        assert new == {f"{each} – {title}" for each in before if f"{each} – {title}" in new}
        assert len(new) > 1
        at = after


def test_people_and_what_was_said_stay_behind(document):
    change = again(document)
    kinds = {type(each) for each in change.added()}
    assert not kinds & {Person, Enrolment, StudyGroup, Attendance, Outcome, OneToOne}
    assert all(swap.before is None for swap in change.swaps)
    assert "With Ana" not in {
        each.title for each in sessions_in(document.after(change), made(document.after(change)).id)
    }


def test_the_first_session_is_the_first_dated_one_whatever_its_place(document):
    assert first_session(document, "cohort_1").id == "session_1"
    moved = Document.of(
        each.having(held_on=date(2027, 1, 5)) if each.id == "session_3" and isinstance(each, Session) else each
        for each in document.records()
    )
    assert first_session(moved, "cohort_1").id == "session_3"
    after = moved.after(again(moved))
    assert min(each.held_on for each in sessions_in(after, made(after).id)) == NEXT


def test_without_a_day_nothing_is_dated_and_of_undated_sessions_the_first_gets_the_day(document):
    after = document.after(again(document, day=None))
    assert {each.held_on for each in sessions_in(after, made(after).id)} == {None}
    undated = Document.of(
        each.having(held_on=None) if isinstance(each, Session) else each for each in document.records()
    )
    after = undated.after(again(undated))
    assert [each.held_on for each in sessions_in(after, made(after).id)] == [NEXT, None, None, None]
    assert made(after).begins_on is None


@pytest.mark.parametrize(
    ("title", "day", "key"),
    [
        (" ", NEXT, "name_empty"),
        ("First cohort", NEXT, "cohort_title_taken"),
        ("Spring 2028", date(9999, 12, 30), "day_too_far"),
    ],
)
def test_what_is_refused(document, title, day, key):
    with pytest.raises(EditRejected) as refused:
        again(document, title, day)
    assert refused.value.key == key


def test_agendas_are_the_same_but_for_their_boards(document):
    after = document.after(again(document))
    one, other = sessions_in(document, "cohort_1")[0], sessions_in(after, made(after).id)[0]
    for before, copied in zip(segments_of(document, one.id), segments_of(after, other.id), strict=True):
        assert SegmentValues.of(copied.having(board_id=before.board_id)) == SegmentValues.of(before)


# fields of boards that say how a board of that kind works, and what each is set to
SETTINGS = {
    "stakeholder_web": {"category_set": "full", "level_labels": "plain"},
    "value_board": {"dot_budget": "7"},
    "group_summary": {"instrument": "governance"},
    "question_queue": {"budget": "5"},
}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_a_board_of_the_next_season_works_as_the_one_before_and_holds_nothing_of_it(kind):
    ana = Person(id="ana", name="Ana Zqcanary", organization="Zqcanary")
    document = Document.of([Engagement(id="engagement", title="E"), ana])
    document = document.after(new_board(document, kind.id, "Ours", "Zqquestion?"))
    board = next(document.every(Board))
    assert set(kind.settings) == set(SETTINGS.get(kind.id, {}))
    for key, value in SETTINGS.get(kind.id, {}).items():
        document = document.after(kind.set_field(document, board.id, key, value))
    if kind.for_one:
        document = document.after(kind.put_respondent(document, board.id, document.get(Person, "ana")))
    change = like(document, board, "Next")
    after = document.after(change)
    copy = next(each for each in after.every(Board) if each.id != board.id)
    asked = "" if kind.for_one else "Zqquestion?"  # what Ana was asked may be about her
    assert (copy.title, copy.question, copy.kind) == ("Next", asked, kind.id)
    fields = {field.key: field.value for field in kind.fields(after, copy.id, Words("en"))}
    assert {key: fields[key] for key in kind.settings} == SETTINGS.get(kind.id, {})
    assert "Zqcanary" not in repr(list(change.added()))
    assert kind.respondent(after, copy.id) is None
    assert after.after(change.reversed()) == document
