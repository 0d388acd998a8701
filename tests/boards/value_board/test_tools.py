import pytest

from boards.value_board.boards import LIGHT, after, card, document, link_codes
from facilitator.boards.value_board.kind import KIND
from facilitator.boards.value_board.layout.layout import layout_of
from facilitator.boards.value_board.model import Card, CardGroup, CardLink, DesiredImpact
from facilitator.domain.refusal import EditRejected

LINES = ("Equity", "Privacy", "Openness", "Ask #app", "Listen #app", "Trust #imp")


def column(held, place=0):
    """The codes of a column from top to bottom."""
    code_of = {each.id: each.code for each in KIND.view(held, "b").cards}
    return [code_of[each] for each in layout_of(KIND.view(held, "b"), LIGHT).order.cards(place)]


def box(held, code):
    return layout_of(KIND.view(held, "b"), LIGHT).places[card(held, code).id].box


def centre(held, code):
    return box(held, code).centre


def above(held, code):
    """A point in the upper part of a card, which means the place above it."""
    return centre(held, code)[0], box(held, code).y + 4


def below(held, code):
    return centre(held, code)[0], box(held, code).bottom - 4


def dropped(held, codes, x, y):
    return held.after(KIND.drop(held, "b", [card(held, code).id for code in codes], x, y))


def nudged(held, codes, direction):
    return held.after(KIND.nudge(held, [card(held, code).id for code in codes], direction))


def test_a_card_dropped_higher_in_its_column_stays_there():
    held = after(document(), *LINES)
    held = dropped(held, ["G3"], *above(held, "G1"))
    assert column(held) == ["G3", "G1", "G2"]
    assert card(held, "G3").slot == 0
    assert card(held, "G1").slot is None


def test_a_card_dropped_in_another_column_goes_to_the_place_under_the_pointer():
    held = after(document(), *LINES, "G3 > A1")
    x, y = below(held, "A1")
    held = dropped(held, ["G3"], x + 60, y)
    assert column(held, 1) == ["A1", "G3", "A2"]
    assert card(held, "G3").column == "approach"
    assert link_codes(held) == set()


def test_cards_dropped_together_follow_one_another():
    held = after(document(), *LINES)
    held = dropped(held, ["G3", "G1"], *centre(held, "A2"))
    assert column(held, 1)[1:3] == ["G3", "G1"] or column(held, 1)[0:2] == ["G3", "G1"]
    assert column(held) == ["G2"]


def test_a_card_dropped_far_out_goes_to_the_nearest_column():
    held = after(document(), *LINES)
    held = dropped(held, ["G1"], 1919, 500)
    assert column(held, 3) == ["G1"]


def test_a_card_dropped_where_it_is_changes_nothing():
    held = after(document(), *LINES)
    with pytest.raises(EditRejected) as caught:
        dropped(held, ["G2"], *centre(held, "G2"))
    assert caught.value.key == "nothing_to_do"


def test_the_card_placed_last_wins_its_place_and_others_move_on():
    held = after(document(), *LINES)
    top = above(held, "G1")[1]
    held = dropped(held, ["G2"], 100, top)
    held = dropped(held, ["G3"], 100, top)
    assert column(held) == ["G3", "G2", "G1"]
    held = dropped(held, ["G1"], 100, top)
    assert column(held) == ["G1", "G3", "G2"]


def test_up_and_down_move_one_place():
    held = nudged(after(document(), *LINES), ["G1"], "down")
    assert column(held) == ["G2", "G1", "G3"]
    assert column(nudged(held, ["G3"], "up")) == ["G2", "G3", "G1"]


def test_cards_selected_together_keep_together_at_the_edge():
    held = after(document(), *LINES)
    assert column(nudged(held, ["G2", "G3"], "up")) == ["G2", "G3", "G1"]
    with pytest.raises(EditRejected) as caught:
        nudged(held, ["G1", "G2"], "up")
    assert caught.value.key == "nothing_to_do"


def test_left_and_right_go_to_the_neighbouring_column_and_stop_at_the_edge():
    held = nudged(after(document(), *LINES), ["G1", "A1"], "right")
    assert (card(held, "G1").column, card(held, "A1").column) == ("approach", "impact")
    held = nudged(held, ["G2", "G1"], "left")
    assert (card(held, "G2").column, card(held, "G1").column) == ("guiding", "guiding")
    with pytest.raises(EditRejected):
        nudged(held, ["G2"], "left")


def test_a_nudge_is_one_step():
    held = after(document(), *LINES)
    change = KIND.nudge(held, [card(held, "G1").id, card(held, "G2").id], "down")
    assert column(held.after(change)) == ["G3", "G1", "G2"]
    assert held.after(change).after(change.reversed()) == held


def grouped(*codes, lines=LINES):
    """A board where these cards are in a group "Fair"."""
    held = after(document(), *lines)
    for code in codes:
        held = held.after(KIND.set_field(held, card(held, code).id, "group", "Fair"))
    return held


def in_groups(held):
    return {each.code for each in held.every(Card) if each.group_id}


def test_cards_dropped_onto_another_of_their_column_make_a_group():
    held = after(document(), *LINES)
    change = KIND.drop(held, "b", [card(held, "G1").id], *centre(held, "G3"))
    assert change.label == "group_cards"
    held = held.after(change)
    assert in_groups(held) == {"G1", "G3"}
    assert [group.name for group in held.every(CardGroup)] == ["Group 1"]
    assert in_groups(dropped(held, ["G2"], *centre(held, "G3"))) == {"G1", "G2", "G3"}


def test_a_card_dropped_onto_one_of_another_column_goes_beside_it():
    held = after(document(), *LINES)
    held = dropped(held, ["G1"], *centre(held, "A1"))
    assert (card(held, "G1").column, in_groups(held)) == ("approach", set())


def test_a_card_dropped_outside_the_frame_of_its_group_leaves_it():
    held = grouped("G1", "G2")
    held = dropped(held, ["G1"], centre(held, "G1")[0], 900)
    assert in_groups(held) == {"G2"}
    assert column(held) == ["G2", "G3", "G1"]


def test_a_card_dropped_between_those_of_a_group_joins_it():
    held = grouped("G1", "G2")
    held = dropped(held, ["G3"], *below(held, "G1"))
    assert in_groups(held) == {"G1", "G2", "G3"}
    assert column(held) == ["G1", "G3", "G2"]
    held = dropped(held, ["A1"], *below(held, "G1"))
    assert (in_groups(held), card(held, "A1").column) == ({"G1", "G2", "G3", "A1"}, "guiding")


def test_cards_of_a_group_change_places_inside_it():
    held = grouped("G1", "G2")
    held = dropped(held, ["G2"], *above(held, "G1"))
    assert (column(held), in_groups(held)) == (["G2", "G1", "G3"], {"G1", "G2"})
    held = dropped(held, ["G1"], *above(held, "G2"))
    assert column(held)[:2] == ["G1", "G2"]


def test_a_card_dropped_on_the_column_of_immediate_results_is_one_and_out_of_it_no_longer():
    held = after(document(), "Ask #app", "Form sent #imp", "Trust #imp", "Days #kpi")
    held = held.after(KIND.set_field(held, card(held, "I1").id, "level", "immediate"))
    held = dropped(held, ["I2"], *below(held, "I1"))
    assert held.get(DesiredImpact, card(held, "I2").id).level == "immediate"
    held = after(held, "Fewer calls #imp")
    held = dropped(held, ["I2"], *below(held, "I3"))
    assert held.find(DesiredImpact, card(held, "I2").id) is None
    held = dropped(held, ["A1"], *below(held, "I1"))
    assert (card(held, "A1").column, held.get(DesiredImpact, card(held, "A1").id).level) == ("impact", "immediate")


def test_a_card_can_be_dropped_into_a_strip_and_out_of_it():
    held = after(document(), *LINES, "Later #parking")
    strip = next(each for each in layout_of(KIND.view(held, "b"), LIGHT).strips if each.id == "parking")
    held = dropped(held, ["G1"], *strip.rect.centre)
    assert card(held, "G1").column == "parking"
    held = dropped(held, ["P1"], *above(held, "G2"))
    assert (card(held, "P1").column, column(held)) == ("guiding", ["P1", "G2", "G3"])


def test_keys_go_through_the_strips_too():
    held = after(document(), "Days #kpi")
    for column_id in ("assumption", "side_effect", "parking"):
        held = nudged(held, ["K1"], "right")
        assert card(held, "K1").column == column_id
    with pytest.raises(EditRejected):
        nudged(held, ["K1"], "right")


def test_a_card_passes_a_group_as_a_whole_and_a_group_moves_as_a_whole():
    held = grouped("G1", "G2")
    held = nudged(held, ["G3"], "up")
    assert column(held) == ["G3", "G1", "G2"]
    assert column(nudged(held, ["G3"], "down")) == ["G1", "G2", "G3"]
    assert column(nudged(held, ["G1"], "up")) == ["G1", "G2", "G3"]
    assert column(nudged(held, ["G2"], "up")) == ["G3", "G2", "G1"]
    with pytest.raises(EditRejected) as caught:
        nudged(held, ["G2"], "down")
    assert caught.value.key == "nothing_to_do"
    assert in_groups(nudged(held, ["G1", "G2"], "up")) == {"G1", "G2"}


def test_a_group_that_is_picked_with_cards_goes_where_they_go():
    held = grouped("G1", "G2")
    (group,) = held.every(CardGroup)
    ids = [card(held, "G3").id, group.id]
    for change in (KIND.regroup(held, ids, "approach"), KIND.drop(held, "b", ids, *below(held, "A2"))):
        moved = held.after(change)
        assert {card(moved, each).column for each in ("G1", "G2", "G3")} == {"approach"}


def test_a_picked_group_goes_with_its_cards_and_a_link_nowhere():
    held = nudged(after(grouped("G1", "G2"), "G1 > A1"), ["G3"], "up")
    (group,), (link,) = held.every(CardGroup), held.every(CardLink)
    moved = held.after(KIND.nudge(held, [group.id, link.id], "up"))
    assert (column(moved), in_groups(moved)) == (["G1", "G2", "G3"], {"G1", "G2"})
    for ids in ([group.id], [link.id]):
        with pytest.raises(EditRejected) as caught:
            KIND.nudge(moved, ids, "up")
        assert caught.value.key == "nothing_to_do"
    with pytest.raises(EditRejected) as caught:
        KIND.nudge(moved, ["nowhere"], "up")
    assert caught.value.key == "gone"
