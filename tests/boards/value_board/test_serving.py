import pytest

from boards.value_board.boards import after, card, document
from facilitator.boards.stakeholder_web.checks.facts import facts_of
from facilitator.boards.stakeholder_web.model import Served, Stakeholder, Web
from facilitator.boards.value_board import edits, serving
from facilitator.boards.value_board.kind import KIND
from facilitator.content.words import Words
from facilitator.domain.change import Change, Swap, adding
from facilitator.domain.engagement import Board
from facilitator.domain.refusal import EditRejected

EN = Words("en")


def mapped(*, twice=False):
    """A value board with one impact, and a map with two stakeholders; `twice`: a 1:1 map and the exemplar of it."""
    held = after(document(), "Trust #impact", "Faster #impact")
    records = [
        Board(id="one", number=2, kind="stakeholder_web", title="1:1 map"),
        Web(id="one", project="Permits"),
        Stakeholder(id="clerk", board_id="one", code="S1", name="Town clerk", category="council"),
        Stakeholder(id="union", board_id="one", code="S2", name="Ms. Roy, union", category="council"),
    ]
    if twice:
        records += [
            Board(id="two", number=3, kind="stakeholder_web", title="Group map"),
            Web(id="two", project="Permits", made_from="1:1 map", made_from_id="one"),
            Stakeholder(id="clerk2", board_id="two", code="S3", name="Town clerk", category="council"),
        ]
    return held.after(Change("x", adding(records)))


def served(held, code="I1"):
    return [(each.name, each.stakeholder_id) for each in serving.served_by(held, card(held, code).id)]


def put(held, key, value, code="I1"):
    return held.after(KIND.set_field(held, card(held, code).id, key, value))


def field(held, key, code="I1"):
    return {each.key: each for each in KIND.fields(held, card(held, code).id, EN)}[key]


def test_stakeholders_of_the_map_can_be_chosen():
    held = mapped()
    assert dict(field(held, "serves").choices) == {"union": "Ms. Roy, union", "clerk": "Town clerk"}
    held = put(held, "serves", "clerk union")
    assert served(held) == [("Town clerk", "clerk"), ("Ms. Roy, union", "union")]
    assert field(held, "serves").value == "clerk union"
    assert served(put(held, "serves", "union")) == [("Ms. Roy, union", "union")]
    assert served(put(held, "serves", "")) == []
    with pytest.raises(EditRejected) as caught:
        put(held, "serves", "nobody")
    assert caught.value.key == "choice_unknown"


def test_names_stay_as_they_were_chosen():
    held = put(mapped(), "serves", "clerk")
    clerk = held.get(Stakeholder, "clerk")
    held = held.after(Change("x", (Swap(clerk, clerk.having(name="Somebody by name")),)))
    held = put(held, "serves", "clerk union")
    assert served(held)[0] == ("Town clerk", "clerk")
    assert dict(field(held, "serves").choices)["clerk"] == "Somebody by name"


def test_nobody_of_a_withheld_map_is_offered_but_who_was_chosen_already_stays():
    held = put(mapped(), "serves", "union")
    exemplar = [each for each in mapped(twice=True).records() if getattr(each, "id", "") in ("two", "clerk2")]
    held = held.after(Change("x", adding(exemplar)))
    assert dict(field(held, "serves").choices) == {
        "clerk2": "Town clerk (Group map)",
        "union": "Ms. Roy, union (1:1 map)",
    }
    assert served(put(held, "serves", "union clerk2")) == [("Ms. Roy, union", "union"), ("Town clerk", "clerk2")]
    with pytest.raises(EditRejected):
        put(held, "serves", "union clerk")


def test_maps_that_a_group_has_seen_come_first():
    held = mapped(twice=True)
    assert list(dict(field(held, "serves").choices).values()) == ["Town clerk"]
    assert served(put(held, "serves_also", "town clerk")) == [("Town clerk", "clerk2")]


def test_names_that_no_map_has_stand_beside():
    held = put(mapped(), "serves_also", " Newcomers;  Shop owners \n newcomers;")
    assert sorted(served(held)) == [("Shop owners", None), ("newcomers", None)]
    kept = {each.name: each.id for each in held.every(Served)}
    held = put(held, "serves_also", "Shop owners; Renters; TOWN CLERK")
    assert set(served(held)) == {("Shop owners", None), ("Renters", None), ("Town clerk", "clerk")}
    assert field(held, "serves_also").value == "Shop owners; Renters"
    assert {each.name: each.id for each in held.every(Served)}["Shop owners"] == kept["Shop owners"]
    assert served(held, "I2") == []
    assert len(served(put(held, "serves_also", "!!!; ???"))) == 3
    with pytest.raises(EditRejected) as caught:
        put(held, "serves_also", "x" * 201)
    assert caught.value.key == "name_too_long"


def test_nobody_is_served_twice():
    held = put(put(mapped(), "serves", "clerk"), "serves_also", "Renters; town CLERK")
    assert served(held) == [("Town clerk", "clerk"), ("Renters", None)]


def test_who_was_mapped_in_the_meantime_becomes_one_of_the_map():
    held = put(mapped(), "serves_also", "Renters")
    renters = Stakeholder(id="renters", board_id="one", code="S9", name="Renters", category="council")
    held = held.after(Change("x", adding([renters])))
    assert field(held, "serves_also").value == "Renters"
    held = put(held, "serves_also", "Renters; Owners")
    assert set(served(held)) == {("Renters", "renters"), ("Owners", None)}


def test_the_board_shows_whom_an_impact_serves():
    held = put(put(mapped(), "serves", "clerk"), "serves_also", "Renters")
    shown = next(each for each in KIND.view(held, "b").cards if each.code == "I1")
    assert [(each.name, each.mapped) for each in shown.serves] == [("Town clerk", True), ("Renters", False)]


def test_they_stand_in_the_same_order_after_an_undo():
    held = put(put(mapped(), "serves", "clerk union"), "serves_also", "Renters; Owners")
    shown = KIND.view(held, "b")
    assert [each.name for each in shown.cards[0].serves] == ["Ms. Roy, union", "Town clerk", "Owners", "Renters"]
    deleting = KIND.delete(held, [card(held, "I1").id])
    assert KIND.view(held.after(deleting).after(deleting.reversed()), "b") == shown


@pytest.mark.parametrize("drag", [False, True])
def test_a_card_that_is_no_impact_any_more_serves_nobody_until_it_is_moved_back(drag):
    def moved(held, column):
        its_id = card(held, "I1").id
        return held.after(
            edits.place_card(held, [its_id], column, 0) if drag else edits.recolumn(held, [its_id], column)
        )

    held = put(put(mapped(), "serves", "clerk union"), "serves_also", "Renters")
    assert facts_of(held, "one").served == {"clerk", "union"}
    parked = moved(held, "parking")
    assert facts_of(parked, "one").served == frozenset()
    back = moved(moved(parked, "approach"), "impact")
    assert facts_of(back, "one").served == {"clerk", "union"}
    assert served(back) == served(held)
    assert [each.meant for each in back.every(Served)] == [True] * 3
