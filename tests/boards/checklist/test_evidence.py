"""What the engagement shows of a checklist's items, gathered."""

from boards.checklist.engagements import adoption, cohort, engagement, interviews, value_board, web
from boards.checklist.lists import document
from facilitator.boards.checklist.evidence import Shown, Witnesses
from facilitator.catalogue import KINDS
from facilitator.content import checklist
from facilitator.content.words import Words

EN, FR = Words("en"), Words("fr")


def shown(held, words=EN):
    return Witnesses(KINDS).shown(held, words)


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


def test_what_several_1_to_1s_show_alike_is_said_once_and_none_is_named():
    found = shown(interviews(document(), 3))
    assert [(each.item, each.sentence) for each in found] == [("p2", "Capacity assessment done, 14 January 2027")]


def test_a_cohort_shows_how_many_took_part_not_who():
    (found,) = shown(cohort(document()))
    assert found == Shown("co", "c6", False, "Leaders, Fall: 1 session held, 2 people took part")


def test_of_one_source_there_is_one_an_item_and_every_item_exists():
    found = shown(engagement())
    pairs = [(each.source, each.item) for each in found]
    assert len(set(pairs)) == len(pairs) == 4
    assert {each.item for each in found} <= {item.id for item in checklist.items()}


def test_the_next_document_is_looked_at_anew_and_each_language_for_itself():
    witnesses = Witnesses(KINDS)
    held = value_board(document())
    first = witnesses.shown(held, EN)
    assert witnesses.shown(held, EN) is first
    assert witnesses.shown(held, FR) != first
    assert len(witnesses.shown(adoption(held), EN)) == 2


def test_a_kind_that_is_not_asked_shows_nothing():
    assert Witnesses(()).shown(value_board(document()), EN) == ()
