"""Boards that a 1:1 session brings along: whose they are, what they are called, and what is not turned to."""

import pytest

from facilitator.boards.assessment.model import OwnAnswer, Respondent
from facilitator.boards.checklist.model import ChecklistEntry
from facilitator.boards.founding import board_added, session_founded, session_founded_like, session_put
from facilitator.boards.spots import spot_on
from facilitator.catalogue import kind_of
from facilitator.domain.change import Change, Swap
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Engagement, Person, Segment, Session
from facilitator.domain.participation import OneToOne
from facilitator.domain.program import Cohort
from facilitator.domain.refusal import EditRejected
from facilitator.templates import founding, new_board
from facilitator.workshop.agenda import segments_of
from facilitator.workshop.capture import AddLine
from facilitator.workshop.one_to_ones import boards_between_two, boards_withheld
from facilitator.workshop.segments import SegmentValues
from facilitator.workshop.sessions import SessionValues, session_added, session_edited
from house_kinds import HOUSE

ANA, BEN, KIM = (
    Person(id="ana", name="Ana Roy", organization="Town of Elm"),
    Person(id="ben", name="Ben Roy", organization="Ville d’Orme"),
    Person(id="kim", name="Kim Zqcanary"),
)


def empty(*records, language="en"):
    return Document.of([Engagement(id="engagement", title="E", language=language), ANA, BEN, KIM, *records])


def founded(document, with_id="", agenda="capacity_1to1", title="1:1"):
    return document.after(session_founded(document, SessionValues(title, with_id=with_id), agenda, HOUSE))


def last(document):
    return max(document.every(Session), key=lambda each: each.number)


def turned_to(document, session_id):
    return {each.board_id for each in segments_of(document, session_id) if each.board_id}


def boards(document, kind="capacity"):
    return sorted((each for each in document.every(Board) if each.kind == kind), key=lambda each: each.number)


def test_a_1_to_1_with_somebody_brings_their_own_board_in_one_step():
    document = empty()
    change = session_founded(document, SessionValues("With Ana", with_id="ana"), "capacity_1to1", HOUSE)
    after = document.after(change)
    (board,) = boards(after)
    assert after.get(Respondent, board.id) == Respondent(id=board.id, person_id="ana", organization="Town of Elm")
    assert board.title == "Town of Elm – Digital capacity, 1:1"
    assert turned_to(after, last(after).id) == {board.id}
    assert after.get(OneToOne, last(after).id).person_id == "ana"
    assert change.label == "add_session"
    assert after.after(change.reversed()) == document


def test_each_has_a_board_of_their_own_and_a_second_session_goes_on_with_it():
    document = founded(founded(founded(empty(), "ana"), "ben"), "kim")
    assert [kind_of("capacity").respondent(document, each.id) for each in boards(document)] == ["ana", "ben", "kim"]
    again = founded(document, "ana")
    assert len(boards(again)) == 3
    assert turned_to(again, last(again).id) == {boards(document)[0].id}


def test_no_title_names_a_person_in_either_language():
    document = founded(founded(empty(language="fr"), "ben"), "kim")
    assert [each.title for each in boards(document)] == [
        "Ville d’Orme – Capacité numérique, en entretien",
        "Capacité numérique, en entretien nº 2",
    ]


def test_a_1_to_1_with_nobody_yet_has_a_board_that_is_nobodys():
    document = founded(founded(empty()), "ana")
    first, second = boards(document)
    assert kind_of("capacity").respondent(document, first.id) is None
    assert kind_of("capacity").respondent(document, second.id) == "ana"


def test_a_shared_board_is_shared_and_a_group_never_turns_to_somebodys_answers():
    document = Document().after(founding("community_of_practice", "en"))
    document = Document.of([*document.records(), ANA, BEN])
    for_group = next(each for each in boards(document) if each.title == "The seven dimensions of capacity")
    document = founded(founded(document, "ana"), "ben")
    own = [each for each in boards(document) if kind_of("capacity").respondent(document, each.id)]
    assert len(own) == 2
    assert own[0].question == "Are we ready to buy?"
    group = founded(document, agenda="capacity_workshop_120")
    assert turned_to(group, last(group).id) == {for_group.id, "group_summary", "question_queue"}
    web = founded(document, "ana", agenda="stakeholder_1to1")
    assert turned_to(web, last(web).id) == {"stakeholder_web"}


def test_what_stands_in_the_spotlight_is_found_on_everybodys_own_board():
    document = founded(empty(), "ana")
    like = last(document).id
    document = document.after(session_founded_like(document, SessionValues("B", with_id="ben"), like, HOUSE))
    for session, board in zip((like, last(document).id), boards(document), strict=True):
        risk = segments_of(document, session)[5]
        assert spot_on(kind_of("capacity"), document, risk.board_id, risk.spot) == f"{board.id}.cap_r1"


def test_a_session_like_another_1_to_1_brings_a_board_of_its_own():
    document = founded(empty(), "ana")
    like = last(document).id
    document = document.after(session_founded_like(document, SessionValues("B", with_id="ben"), like, HOUSE))
    _, second = boards(document)
    assert turned_to(document, last(document).id) == {second.id}
    assert kind_of("capacity").respondent(document, second.id) == "ben"
    with pytest.raises(EditRejected, match="gone"):
        session_founded_like(document, SessionValues("B"), "nothing", HOUSE)


def put(document, session_id, with_id):
    return document.after(session_put(document, session_id, SessionValues("1:1", with_id=with_id), HOUSE))


def test_saying_later_whom_it_is_with_gives_them_the_board_that_is_nobodys():
    document = founded(empty())
    change = session_put(document, "session_1", SessionValues("1:1", with_id="ana"), HOUSE)
    after = document.after(change)
    (board,) = boards(after)
    assert after.get(Respondent, board.id).person_id == "ana"
    assert after.after(change.reversed()) == document
    wrong = put(after, "session_1", "ben")  # nothing was answered: the wrong person was chosen
    assert [each.id for each in boards(wrong)] == [board.id]
    assert wrong.get(Respondent, board.id).person_id == "ben"
    assert wrong.get(Respondent, board.id).organization == "Ville d’Orme"


def test_what_somebody_answered_stays_theirs_when_the_session_is_with_another_one():
    document = put(founded(empty()), "session_1", "ana")
    (board,) = boards(document)
    document = document.after(kind_of("capacity").add(document, board.id, AddLine("3 secret"), ""))
    after = put(document, "session_1", "ben")
    first, second = boards(after)
    assert after.get(Respondent, first.id).person_id == "ana"
    assert after.get(Respondent, second.id).person_id == "ben"
    assert turned_to(after, "session_1") == {second.id}
    assert [each.board_id for each in after.every(OwnAnswer)] == [first.id]
    back = put(after, "session_1", "ana")
    assert turned_to(back, "session_1") == {first.id}
    assert len(boards(back)) == 2


def test_a_session_whose_segments_turn_to_nothing_gets_its_board_by_its_agenda():
    document = founded(empty())
    bare = [each.having(board_id=None) if isinstance(each, Segment) else each for each in document.records()]
    kept = Document.of([each for each in bare if not isinstance(each, Board) and getattr(each, "id", "") != "capacity"])
    after = put(kept, "session_1", "ana")
    (board,) = boards(after)
    worked = [each.board_id for each in segments_of(after, "session_1")]
    assert worked == [each.board_id and board.id for each in segments_of(document, "session_1")]
    assert after.get(Respondent, board.id).person_id == "ana"


def test_other_edits_of_a_session_are_as_ever():
    document = founded(empty(), "ana")
    values = SessionValues("Other", with_id="ana")
    assert session_put(document, "session_1", values, HOUSE) == session_edited(document, "session_1", values)
    nobody = put(document, "session_1", "")
    assert nobody.get(Respondent, "capacity").person_id == "ana"
    with pytest.raises(EditRejected, match="nothing_to_do"):
        session_put(document, "session_1", SessionValues("1:1", with_id="ana"), HOUSE)


def checklist_with(document, person_id):
    """A session with somebody that works on a checklist."""
    document = document.after(new_board(document, "checklist", "Ours"))
    plan = [SegmentValues("Our checklist", 60, board_id="checklist")]
    return document.after(session_added(document, SessionValues("Checklist", with_id=person_id), plan))


def test_a_session_like_a_1_to_1_with_somebody_else_has_an_empty_board_like_theirs():
    document = checklist_with(empty(), "ana")
    item = kind_of("checklist").items(kind_of("checklist").view(document, "checklist"))[0].id
    document = document.after(kind_of("checklist").regroup(document, [item], "done"))
    change = session_founded_like(document, SessionValues("B", with_id="ben"), "session_1", HOUSE)
    after = document.after(change)
    first, second = boards(after, "checklist")
    assert turned_to(after, last(after).id) == {second.id}
    assert second.title == "Ville d’Orme – Digital transformation checklist"
    assert {each.status for each in after.every(ChecklistEntry) if each.board_id == second.id} <= {"not_started"}
    assert after.after(change.reversed()) == document
    again = after.after(session_founded_like(after, SessionValues("B2", with_id="ben"), "session_1", HOUSE))
    assert len(boards(again, "checklist")) == 2
    assert turned_to(again, last(again).id) == {second.id}
    own = after.after(session_founded_like(after, SessionValues("A2", with_id="ana"), "session_1", HOUSE))
    assert turned_to(own, last(own).id) == {first.id}


def test_a_session_of_a_group_like_a_1_to_1_turns_to_none_of_its_boards():
    document = checklist_with(empty(), "ana")
    values = SessionValues("All")
    after = document.after(session_founded_like(document, values, "session_1", HOUSE))
    assert turned_to(after, last(after).id) == set()
    assert len(boards(after, "checklist")) == 1


ASKED = "Ana, why did you leave your last post?"


def asking(document, board_id, question):
    """The same with another question on a board."""
    board = document.get(Board, board_id)
    return document.after(Change("edit_board", (Swap(board, board.having(question=question)),)))


def test_what_somebody_was_asked_stands_on_nobody_else_s_new_board():
    document = asking(founded(empty(), "ana"), "capacity", ASKED)
    after = founded(document, "ben")
    assert [each.question for each in boards(after)] == [ASKED, ""]
    like = document.after(session_founded_like(document, SessionValues("B", with_id="ben"), "session_1", HOUSE))
    assert [each.question for each in boards(like)] == [ASKED, ""]


def test_a_question_of_the_house_or_of_a_board_that_nobody_answers_is_asked_again():
    document = asking(founded(empty(), "ana"), "capacity", "Are we ready to buy?")
    assert boards(founded(document, "ben"))[1].question == "Are we ready to buy?"
    document = asking(founded(empty()), "capacity", "What can you do today?")
    assert boards(founded(document, "ben"))[1].question == "What can you do today?"


def test_an_empty_board_like_that_of_somebody_else_has_no_question_of_theirs():
    document = asking(checklist_with(empty(), "ana"), "checklist", ASKED)
    after = document.after(session_founded_like(document, SessionValues("B", with_id="ben"), "session_1", HOUSE))
    assert [each.question for each in boards(after, "checklist")] == [ASKED, ""]


def test_a_board_that_asks_somebody_by_name_stays_theirs_when_the_session_is_with_another_one():
    document = asking(put(founded(empty()), "session_1", "ana"), "capacity", ASKED)
    after = put(document, "session_1", "ben")
    first, second = boards(after)
    assert (first.question, after.get(Respondent, first.id).person_id) == (ASKED, "ana")
    assert (second.question, after.get(Respondent, second.id).person_id) == ("", "ben")
    assert turned_to(after, "session_1") == {second.id}


@pytest.fixture
def cohorts():
    made = Document().after(founding("leaders_program", "en", title="Town"))
    winter = Cohort(id="winter", program_id="program_1", number=2, title="Winter B")
    return Document.of([*made.records(), winter])


def test_a_session_of_another_cohort_turns_to_no_board_of_the_first(cohorts):
    used = {each.board_id for each in cohorts.every(Segment)} - {None}
    agenda_id = next(each.agenda for each in cohorts.every(Session) if each.agenda)
    values = SessionValues("Half day", "winter")
    after = cohorts.after(session_founded(cohorts, values, agenda_id, HOUSE))
    assert not {each.board_id for each in segments_of(after, last(after).id)} & used
    own = cohorts.after(session_founded(cohorts, SessionValues("More", "cohort_1"), agenda_id, HOUSE))
    alone = cohorts.after(session_founded(cohorts, SessionValues("More"), agenda_id, HOUSE))
    assert {each.board_id for each in segments_of(own, last(own).id)} & used
    assert {each.board_id for each in segments_of(alone, last(alone).id)} & used


def test_a_session_like_one_of_another_cohort_has_empty_boards_of_its_own(cohorts):
    like = next(each for each in cohorts.every(Session) if any(s.board_id for s in segments_of(cohorts, each.id)))
    before = [cohorts.find(Board, each.board_id or "") for each in segments_of(cohorts, like.id)]
    change = session_founded_like(cohorts, SessionValues("Half day", "winter"), like.id, HOUSE)
    after = cohorts.after(change)
    now = [after.find(Board, each.board_id or "") for each in segments_of(after, last(after).id)]
    assert [each and each.title for each in now] == [each and f"{each.title} – Winter B" for each in before]
    assert not {each.id for each in now if each} & {each.id for each in before if each}
    again = after.after(session_founded_like(after, SessionValues("Second", "winter"), like.id, HOUSE))
    assert len(list(again.every(Board))) == len(list(after.every(Board)))
    same = cohorts.after(session_founded_like(cohorts, SessionValues("Same", "cohort_1"), like.id, HOUSE))
    assert len(list(same.every(Board))) == len(list(cohorts.every(Board)))


@pytest.mark.parametrize("kind_id", ["assessment", "checklist", "capacity"])
def test_a_board_that_is_added_in_a_1_to_1_is_its_own_in_the_same_step(kind_id):
    group = Session(id="all", number=1, title="All")
    document = founded(empty(group), with_id="ben", agenda="")
    session = last(document)
    change = board_added(document, kind_id, "Board", session.id, HOUSE)
    after = document.after(change)
    (board,) = boards(after, kind_id)
    assert board.title.startswith("Ville d’Orme – ")
    assert boards_between_two(after)[board.id] == {"ben"}
    assert board.id in boards_withheld(after)
    assert HOUSE.of(kind_id).respondent(after, board.id) in (None, "ben")
    assert (HOUSE.of(kind_id).respondent(after, board.id) == "ben") == HOUSE.of(kind_id).for_one
    assert [(each.title, each.board_id) for each in segments_of(after, session.id)] == [("Board", board.id)]
    assert all(each.minutes for each in segments_of(after, session.id)), "none that counts as left out"
    assert change.label == "add_board"
    assert after.after(change.reversed()) == document


@pytest.mark.parametrize(("kind_id", "session_id"), [("assessment", "all"), ("assessment", ""), ("feedback", "two")])
def test_a_board_of_a_group_is_added_as_it_is(kind_id, session_id):
    two = Session(id="two", number=2, title="Two", for_two=True)
    document = empty(Session(id="all", number=1, title="All"), two, OneToOne(id="two", person_id="ben"))
    after = document.after(board_added(document, kind_id, "Board", session_id, HOUSE))
    assert [each.title for each in boards(after, kind_id)] == ["Board"]
    assert boards_withheld(after) == frozenset()


@pytest.mark.parametrize("title", ["Entretien sur la capacité", "Capacity one-to-one", "Digital capacity, 1:1 no. 6"])
def test_a_title_of_the_house_gives_way_to_the_organization_once_it_is_known(title):
    document = founded(empty(), "")
    (board,) = boards(document)
    document = document.after(Change("x", (Swap(board, board.having(title=title)),)))
    change = session_put(document, last(document).id, SessionValues("1:1", with_id="ana"), HOUSE)
    assert boards(document.after(change))[0].title == "Town of Elm – Digital capacity, 1:1"
    assert change.label == "edit_session"
    kind = kind_of("capacity")
    for key, value in (("person_id", "ana"), ("organization", "Town of Elm")):
        said = kind.set_field(document, board.id, key, value)
        assert boards(document.after(said))[0].title == "Town of Elm – Digital capacity, 1:1"


def test_a_title_that_somebody_gave_stays_and_so_does_one_with_nobody_of_an_organization():
    document = founded(empty(), "")
    (board,) = boards(document)
    kind = kind_of("capacity")
    assert boards(document.after(kind.set_field(document, board.id, "person_id", "kim")))[0].title == board.title
    document = document.after(Change("x", (Swap(board, board.having(title="Our own words")),)))
    change = session_put(document, last(document).id, SessionValues("1:1", with_id="ana"), HOUSE)
    assert boards(document.after(change))[0].title == "Our own words"
