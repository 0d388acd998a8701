import pytest

from boards.value_board.boards import after, card, document
from facilitator.boards.value_board import groups
from facilitator.boards.value_board.kind import KIND
from facilitator.boards.value_board.model import Card, CardGroup
from facilitator.content.words import Words
from facilitator.domain.refusal import EditRejected

LINES = ("Equity", "Privacy", "Openness", "Care", "Ask #app", "Listen #app")


def ids(held, *codes):
    return [card(held, code).id for code in codes]


def named(held):
    """The codes of each group by its name."""
    names = {group.id: group.name for group in held.every(CardGroup)}
    found = {}
    for each in sorted(held.every(Card), key=lambda each: each.code):
        if each.group_id:
            found.setdefault(names[each.group_id], []).append(each.code)
    return found


def typed(held, code, name):
    return held.after(KIND.set_field(held, card(held, code).id, "group", name))


def group_id(held, name):
    return next(group.id for group in held.every(CardGroup) if group.name == name)


def test_a_name_typed_on_a_card_founds_a_group_or_joins_it():
    held = typed(typed(after(document(), *LINES), "G1", "Fair play"), "G2", "FAIR  play")
    assert named(held) == {"Fair play": ["G1", "G2"]}
    assert {field.key: field.value for field in KIND.fields(held, ids(held, "G2")[0], Words("en"))}[
        "group"
    ] == "Fair play"


def test_groups_of_one_name_in_two_columns_are_two():
    held = typed(typed(after(document(), *LINES), "G1", "People"), "A1", "People")
    assert len(list(held.every(CardGroup))) == 2
    assert {(group.column, group.number) for group in held.every(CardGroup)} == {("guiding", 1), ("approach", 1)}


def test_an_empty_name_leaves_the_group_and_the_last_one_takes_it_along():
    held = typed(typed(after(document(), *LINES), "G1", "Fair"), "G2", "Fair")
    held = typed(held, "G1", "")
    assert named(held) == {"Fair": ["G2"]}
    before = held
    change = KIND.set_field(held, ids(held, "G2")[0], "group", " ")
    assert list(held.after(change).every(CardGroup)) == []
    assert held.after(change).after(change.reversed()) == before
    with pytest.raises(EditRejected) as caught:
        typed(held, "G1", "")
    assert caught.value.key == "nothing_to_do"


def test_a_card_put_onto_another_makes_a_group_that_can_be_renamed_at_once():
    held = after(document("fr"), *LINES)
    held = held.after(groups.group_onto(held, ids(held, "G1"), ids(held, "G2")[0]))
    held = held.after(groups.group_onto(held, ids(held, "G4"), ids(held, "G3")[0]))
    assert named(held) == {"Groupe 1": ["G1", "G2"], "Groupe 2": ["G3", "G4"]}
    held = held.after(KIND.rename(held, group_id(held, "Groupe 1"), "Justice"))
    assert named(held)["Justice"] == ["G1", "G2"]


def test_a_card_put_onto_one_of_a_group_joins_it_and_an_empty_group_goes():
    held = typed(typed(after(document(), *LINES), "G1", "One"), "G2", "Two")
    held = held.after(groups.group_onto(held, ids(held, "G1", "G3"), ids(held, "G2")[0]))
    assert named(held) == {"Two": ["G1", "G2", "G3"]}


def test_cards_of_several_columns_make_no_group():
    held = after(document(), *LINES)
    for edit in (
        lambda: groups.group_cards(held, ids(held, "G1", "A1"), "Mixed"),
        lambda: groups.group_onto(held, ids(held, "G1"), ids(held, "A1")[0]),
    ):
        with pytest.raises(EditRejected) as caught:
            edit()
        assert caught.value.key == "group_columns"
    held = typed(held, "G1", "One")
    with pytest.raises(EditRejected) as caught:
        groups.join(held, ids(held, "A1"), group_id(held, "One"))
    assert caught.value.key == "group_columns"


def test_a_group_keeps_its_name_to_itself():
    held = typed(typed(after(document(), *LINES), "G1", "One"), "G2", "Two")
    with pytest.raises(EditRejected) as caught:
        KIND.rename(held, group_id(held, "Two"), "one")
    assert (caught.value.key, caught.value.values) == ("group_taken", {"name": "One"})
    held = held.after(KIND.set_field(held, group_id(held, "Two"), "name", "TWO"))
    assert [field.value for field in KIND.fields(held, group_id(held, "TWO"), Words("en"))] == ["TWO"]


def test_dissolving_a_group_frees_its_cards():
    held = typed(typed(after(document(), *LINES), "G1", "One"), "G2", "One")
    change = KIND.delete(held, [group_id(held, "One")])
    assert change.label == "dissolve_group"
    free = held.after(change)
    assert named(free) == {}
    assert len(list(free.every(Card))) == len(LINES)
    assert free.after(change.reversed()) == held


def test_a_group_and_one_of_its_cards_can_be_deleted_together():
    held = typed(typed(after(document(), *LINES), "G1", "One"), "G2", "One")
    change = KIND.delete(held, [group_id(held, "One"), *ids(held, "G1")])
    assert named(held.after(change)) == {}
    assert held.after(change).after(change.reversed()) == held
    change = KIND.delete(held, [group_id(held, "One"), *ids(held, "G1", "G2")])
    assert held.after(change).after(change.reversed()) == held


def test_a_card_that_moves_to_another_column_leaves_its_group():
    held = typed(typed(after(document(), *LINES), "G1", "One"), "G2", "One")
    held = held.after(KIND.regroup(held, ids(held, "G1"), "approach"))
    assert named(held) == {"One": ["G2"]}
    held = held.after(KIND.regroup(held, ids(held, "G2"), "parking"))
    assert list(held.every(CardGroup)) == []
