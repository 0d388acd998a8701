"""What is ready to be taken onto a change plan, and what never is."""

import time

import pytest

from boards.change_plan.plans import (
    EN,
    FR,
    KIND,
    PLAN,
    add,
    adoption,
    document,
    items,
    put,
    rated,
    session,
    with_board,
    with_records,
)
from facilitator.boards.change_plan.model import AffectedGroup, TeamRole
from facilitator.boards.stakeholder_web.model import Served, Stakeholder, Web
from facilitator.boards.value_board.model import Card
from facilitator.catalogue import kind_of
from facilitator.domain.change import Change, Swap
from facilitator.domain.engagement import Board, Person, Segment
from facilitator.domain.participation import OneToOne
from facilitator.domain.refusal import EditRejected
from facilitator.workshop.capture import AddLine

WEB = kind_of("stakeholder_web")


def offered(held, start, words=EN):
    return [each for each in KIND.offers(held, PLAN, words) if each.id.startswith(start)]


def names(held, start):
    return [each.name for each in offered(held, start)]


def mapped(held, title, *people):
    held, board_id = with_board(held, "stakeholder_web", title)
    for each in people:
        held = held.after(WEB.add(held, board_id, AddLine(each), "residents"))
    return held, board_id


def test_the_eight_roles_come_with_what_they_do():
    held = document("fr")
    roles = offered(held, "role:", EN)
    assert len(roles) == 8
    assert roles[0].name == "Parrainage", "cards are in the language of the engagement"
    assert roles[0].note.startswith("Says why"), "what it means is told in that of the console"
    held = held.after(KIND.take(held, PLAN, ["role:sponsor", "role:front_line"], EN))
    assert [(each.role, each.title) for each in held.every(TeamRole)] == [
        ("sponsor", "Parrainage"),
        ("front_line", "Voix de la première ligne"),
    ]
    assert next(held.every(TeamRole)).doing.startswith("Dit pourquoi")
    assert [each.id for each in offered(held, "role:") if each.taken] == ["role:sponsor", "role:front_line"]


def test_a_role_keeps_what_it_is_when_it_is_called_otherwise():
    held = add(document(), "team", "Executive sponsor")
    (card,) = items(held, "team")
    assert held.get(TeamRole, card.id).role == "sponsor"
    held = put(held, card.id, title="Ana")
    assert held.get(TeamRole, card.id).role == "sponsor"
    held = held.after(KIND.rename(held, card.id, "Change lead"))
    assert held.get(TeamRole, card.id).role == "change_lead"


def test_groups_come_from_maps_once_by_name():
    held, _ = mapped(document(), "North", "Clerks", "Café owners")
    held, _ = mapped(held, "South", "clerks", "Inspectors")
    held = with_records(
        held,
        *impact("k"),
        Served(id="x", card_id="k", name="Newcomers"),
        Served(id="y", card_id="k", name="Inspectors"),
        Served(id="z", card_id="k", name="Nobody any more", meant=False),
    )
    assert names(held, "stakeholder:") == ["Café owners", "Clerks", "Inspectors"]
    assert names(held, "served:") == ["Newcomers"]
    held = add(held, "groups", "cafe owners")
    assert [each.name for each in offered(held, "stakeholder:") if each.taken] == ["Café owners"]


def test_taking_a_group_copies_its_name_and_nothing_private():
    held, web = with_board(document(), "stakeholder_web", "North")
    held = held.after(WEB.add(held, web, AddLine("Clerks", influence=4, attitude=-2), "residents"))
    held = held.after(KIND.take(held, PLAN, [offered(held, "stakeholder:")[0].id], EN))
    (group,) = held.every(AffectedGroup)
    assert group.having(id="", code="", number=0) == AffectedGroup(
        id="", board_id=PLAN, number=0, code="", name="Clerks"
    )


def test_a_map_of_a_1to1_offers_nothing():
    held, web = mapped(document(), "1:1 with Ana", "Ana’s boss")
    held, exemplar = mapped(held, "Exemplar", "A manager")
    there = held.get(Web, exemplar)
    assert names(held, "stakeholder:") == ["Ana’s boss", "A manager"]
    withheld = held.after(Change("x", (Swap(there, there.having(made_from="1:1", made_from_id=web)),)))
    assert names(withheld, "stakeholder:") == ["A manager"]


def impact(its_id):
    """A value board, "values", with an impact."""
    board = Board(id="values", number=99, kind="value_board", title="Values")
    return board, Card(id=its_id, board_id="values", code="I1", column="impact", text="Trust")


def in_1to1(held, board_id):
    return with_records(
        held,
        Person(id="ana", name="Ana"),
        session("s1", "stakeholder_1to1"),
        session("s2", "review_pulse"),
        OneToOne(id="s1", person_id="ana"),
        Segment(id="g", session_id="s1", number=1, minutes=5, title="Map", board_id=board_id),
    )


def test_boards_that_only_a_1to1_with_somebody_works_on_offer_nothing():
    held, web = mapped(document(), "Map", "Ana’s boss")
    assert names(in_1to1(held, web), "stakeholder:") == []
    held, check = adoption(document(), "Adoption check: Ana’s team", "1----")
    assert names(held, "adoption:")
    assert names(in_1to1(held, check), "adoption:") == []
    held = with_records(document(), *impact("k"), Served(id="x", card_id="k", name="Zqsecret tenants union"))
    assert names(held, "served:") == ["Zqsecret tenants union"]
    assert names(in_1to1(held, "values"), "served:") == []


@pytest.mark.parametrize(
    ("levels", "step", "action"),
    [
        ("-----", "", ""),
        ("33---", "", ""),
        ("21444", "know_why", "The sponsor explains in person why, and what stays"),
        ("32---", "want_it", "Supervisors listen, and one loss is taken away"),
        ("33332", "keep_doing", "Thank people, measure, and retire the old way"),
        ("33333", "keep_doing", "Thank people, measure, and retire the old way"),
    ],
)
def test_a_group_of_an_adoption_board_comes_with_its_step_and_what_helps(levels, step, action):
    held, board_id = adoption(document(), "Adoption check – counter staff", levels)
    held = held.after(KIND.take(held, PLAN, [f"adoption:{board_id}"], EN))
    (group,) = held.every(AffectedGroup)
    assert (group.name, group.step, group.action) == ("Counter staff", step, action)


def test_a_title_that_is_only_that_of_the_check_is_the_group():
    held, _ = adoption(document(), "Adoption check", "-----")
    assert names(held, "adoption:") == ["Adoption check"]
    held, _ = adoption(held, "Vérification de l’adoption : greffe", "-----")
    assert names(held, "adoption:")[1] == "Greffe"


def test_one_card_a_board_which_offers_to_be_brought_up_to_date():
    held, board_id = adoption(document(), "Adoption check: clerks", "1----")
    held = held.after(KIND.take(held, PLAN, [f"adoption:{board_id}"], EN))
    (card,) = items(held, "groups")
    held = put(held, card.id, name="Counter team")
    assert offered(held, "adoption:")[0].taken
    assert offered(held, "moved:") == []
    held = rated(held, board_id, "31---")
    (moved,) = offered(held, "moved:", FR)
    assert moved.name == "Counter team – Étape 2\u202f: Le vouloir"
    after = held.after(KIND.take(held, PLAN, [moved.id], EN))
    group = after.get(AffectedGroup, card.id)
    assert (group.step, group.action) == ("want_it", "Supervisors listen, and one loss is taken away")
    assert offered(after, "moved:") == []


def test_what_people_wrote_themselves_stays():
    held, board_id = adoption(document(), "Adoption check: clerks", "1----")
    held = add(held, "groups", "CLERKS", step="", action="Visit them on Friday")
    held = held.after(KIND.take(held, PLAN, [f"moved:{board_id}"], EN))
    (group,) = held.every(AffectedGroup)
    assert (group.step, group.action) == ("know_why", "Visit them on Friday")


def test_two_offers_of_the_same_group_are_one_card():
    held, _ = mapped(document(), "North", "Clerks")
    held, board_id = adoption(held, "Adoption check: clerks", "1----")
    both = [f"adoption:{board_id}", offered(held, "stakeholder:")[0].id]
    held = held.after(KIND.take(held, PLAN, both, EN))
    assert [each.name for each in items(held, "groups")] == ["Clerks"]
    for wanted, key in ((both, "nothing_to_do"), (["role:nobody"], "gone")):
        with pytest.raises(EditRejected) as refused:
            KIND.take(held, PLAN, wanted, EN)
        assert refused.value.key == key


def test_of_two_boards_that_say_where_a_group_stands_one_is_taken_at_a_time():
    held, first = adoption(add(document(), "groups", "Clerks"), "Adoption check: clerks", "1----")
    held, second = adoption(held, "Adoption check: Clerks", "31---")
    held = held.after(KIND.take(held, PLAN, [f"moved:{first}", f"moved:{second}"], EN))
    assert [each.step for each in held.every(AffectedGroup)] == ["know_why"]
    assert [each.id for each in offered(held, "moved:")] == [f"moved:{second}"]


def test_hundreds_of_groups_are_taken_while_one_waits():
    held, web = with_board(document(), "stakeholder_web", "North")
    people = [
        Stakeholder(id=f"p{n}", board_id=web, code=f"S{n}", name=f"Group {n}", category="residents")
        for n in range(1, 1001)
    ]
    held = with_records(held, *people)
    start = time.perf_counter()
    taken = held.after(KIND.take(held, PLAN, [f"stakeholder:p{n}" for n in range(1, 1001)], EN))
    assert time.perf_counter() - start < 2
    assert len(items(taken, "groups")) == 1000
