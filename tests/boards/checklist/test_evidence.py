"""What the engagement shows of a checklist's items, gathered."""

from boards.checklist.engagements import (
    DAY,
    adoption,
    cohort,
    engagement,
    having,
    interviews,
    one_to_ones,
    value_board,
    web,
    worked_on,
)
from boards.checklist.lists import document
from facilitator.boards.assessment.model import Assessment, Respondent
from facilitator.boards.checklist.evidence import Shown, Witnesses
from facilitator.boards.stakeholder_web.model import Web
from facilitator.catalogue import CAPACITY, KINDS
from facilitator.content import checklist
from facilitator.content.words import Words
from facilitator.domain.engagement import Board, Session
from facilitator.domain.participation import Attendance, OneToOne

EN, FR = Words("en"), Words("fr")


def shown(held, words=EN, board="c"):
    return Witnesses(KINDS).shown(held, board, words)


def said(held, board):
    return [(each.source, each.item) for each in shown(held, board=board)]


def test_nothing_is_shown_by_an_engagement_without_other_boards():
    assert shown(document()) == ()


def test_each_board_is_named_before_what_it_shows():
    assert shown(value_board(document())) == (
        Shown("v", "v4", True, "Our value: 1 guiding value, what breaks it is said of 1"),
    )
    told = shown(value_board(document("fr")), FR)[0].sentence
    assert told.startswith("Our value\u202f: 1 valeur directrice")


def test_a_board_that_may_be_of_a_1_to_1_is_not_named():
    (of_draft,) = shown(web(document(), "draft"))
    assert of_draft.sentence == "1 stakeholder on the map, not reviewed yet"
    (of_group,) = shown(web(document()))
    assert of_group.sentence.startswith("Talk with Ana Roy: ")


def test_a_checklist_of_a_1_to_1_is_shown_what_is_of_the_same_person_and_of_groups_only():
    held = one_to_ones(value_board(document()))
    assert said(held, "c_ana") == [("v", "v4"), ("i_ana", "p2"), ("w_ana", "v5")]
    assert said(held, "c_bo") == [("v", "v4"), ("w_bo", "v5")]
    assert said(held, "c") == [("v", "v4")]


def test_of_somebody_else_of_the_organization_only_what_they_said_for_it():
    held = one_to_ones(document())
    assert said(held, "c_al") == [("i_ana", "p2")]


def test_a_board_of_a_1_to_1_that_a_group_works_on_too_is_the_group_s():
    held = one_to_ones(document())
    held = having(held, Session(id="all", number=9, title="All"), worked_on("all", "w_ana"), worked_on("all", "c_bo"))
    assert said(held, "c") == said(held, "c_bo") == [("w_ana", "v5")]


def test_what_nobody_was_named_for_is_shown_where_the_same_session_works_on_it():
    held = interviews(document(), 2)
    assert said(held, "c") == []
    for number in range(2):
        session = Session(id=f"s{number}", number=number + 1, title="1:1", for_two=True)
        checklist = Board(id=f"c{number}", number=40 + number, kind="checklist", title="Ours")
        held = having(
            held, session, checklist, worked_on(session.id, f"i{number}"), worked_on(session.id, checklist.id)
        )
    assert [said(held, f"c{number}") for number in range(2)] == [[("i0", "p2")], [("i1", "p2")]]
    assert said(held, "c") == []


def test_a_1_to_1_map_of_which_there_is_an_exemplar_is_shown_to_no_group():
    held, exemplar = web(document()), Board(id="e", number=9, kind="stakeholder_web", title="Exemplar")
    assert said(held, "c") == [("w", "v5")]
    assert said(having(held, exemplar, Web(id="e", project="P", made_from_id="w")), "c") == []


def test_what_several_1_to_1s_show_alike_is_said_once_and_none_is_named():
    held = one_to_ones(document())
    board = Board(id="again", number=60, kind="capacity", title="Town of Alder, once more")
    again = [Respondent(id="again", person_id="ana"), Assessment(id="again", instrument="capacity", assessed_on=DAY)]
    held = having(held, board, *again)
    for item in CAPACITY.items(CAPACITY.view(held, "again")):
        held = held.after(CAPACITY.nudge(held, [item.id], "right"))
    found = [(each.item, each.sentence) for each in shown(held, board="c_ana") if each.item == "p2"]
    assert found == [("p2", "Capacity assessment done, 14 January 2027")]
    assert not any("Alder" in each.sentence or "Ana" in each.sentence for each in shown(held, board="c_ana"))


def test_what_one_checklist_is_shown_is_not_kept_for_another():
    witnesses, held = Witnesses(KINDS), one_to_ones(document())
    boards = ("c_ana", "c_bo", "c", "c_ana")
    assert [len(witnesses.shown(held, each, EN)) for each in boards] == [2, 1, 0, 2]


def test_a_cohort_shows_how_many_took_part_not_who():
    (found,) = shown(cohort(document()))
    assert found == Shown("co", "c6", False, "Leaders, Fall: 1 session held, 2 people took part")


def test_a_cohort_shows_no_1_to_1s():
    two = Session(id="two", number=2, title="1:1", cohort_id="co")
    there = Attendance(id="t9", session_id="two", person_id="p2", presence="present")
    held = cohort(document())
    assert shown(having(held, two, there, OneToOne(id="two", person_id="p2"))) == shown(held)


def test_of_one_source_there_is_one_an_item_and_every_item_exists():
    found = shown(engagement())
    pairs = [(each.source, each.item) for each in found]
    assert len(set(pairs)) == len(pairs) == 4
    assert {each.item for each in found} <= {item.id for item in checklist.items()}


def test_the_next_document_is_looked_at_anew_and_each_language_for_itself():
    witnesses = Witnesses(KINDS)
    held = value_board(document())
    first = witnesses.shown(held, "c", EN)
    assert witnesses.shown(held, "c", EN) == first
    assert witnesses.shown(held, "c", FR) != first
    assert len(witnesses.shown(adoption(held), "c", EN)) == 2


def test_a_kind_that_is_not_asked_shows_nothing():
    assert Witnesses(()).shown(value_board(document()), "c", EN) == ()
