import pytest

from boards.value_board.boards import LIGHT, after, card, document, link_codes
from facilitator.boards.value_board.kind import KIND
from facilitator.boards.value_board.layout import layout_of
from facilitator.domain.refusal import EditRejected

LINES = ("Equity", "Privacy", "Openness", "Ask #app", "Listen #app", "Trust #imp")


def column(held, place=0):
    """The codes of a column from top to bottom."""
    code_of = {each.id: each.code for each in KIND.view(held, "b").cards}
    return [code_of[each] for each in layout_of(KIND.view(held, "b"), LIGHT).order.cards(place)]


def centre(held, code):
    return layout_of(KIND.view(held, "b"), LIGHT).places[card(held, code).id].box.centre


def dropped(held, codes, x, y):
    return held.after(KIND.drop(held, "b", [card(held, code).id for code in codes], x, y))


def nudged(held, codes, direction):
    return held.after(KIND.nudge(held, [card(held, code).id for code in codes], direction))


def test_a_card_dropped_higher_in_its_column_stays_there():
    held = after(document(), *LINES)
    x, y = centre(held, "G1")
    held = dropped(held, ["G3"], x, y - 5)
    assert column(held) == ["G3", "G1", "G2"]
    assert card(held, "G3").slot == 0
    assert card(held, "G1").slot is None


def test_a_card_dropped_in_another_column_goes_to_the_place_under_the_pointer():
    held = after(document(), *LINES, "G3 > A1")
    x, y = centre(held, "A1")
    held = dropped(held, ["G3"], x + 60, y + 5)
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
    held = dropped(held, ["G1"], 1919, 1079)
    assert column(held, 3) == ["G1"]


def test_a_card_dropped_where_it_is_changes_nothing():
    held = after(document(), *LINES)
    with pytest.raises(EditRejected) as caught:
        dropped(held, ["G2"], *centre(held, "G2"))
    assert caught.value.key == "nothing_to_do"


def test_the_card_placed_last_wins_its_place_and_others_move_on():
    held = after(document(), *LINES)
    top = centre(held, "G1")[1] - 5
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
