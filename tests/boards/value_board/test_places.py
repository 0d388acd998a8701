import pytest

from boards.value_board.boards import after, card, document
from facilitator.boards.value_board.edits import place_card
from facilitator.boards.value_board.kind import KIND
from facilitator.boards.value_board.places import CODE_LETTERS, cards_of
from facilitator.content.value_board import columns_and_strips
from facilitator.domain.refusal import EditRejected


def board(*grouped):
    """Five guiding values, some of them in one group."""
    held = after(document(), "One", "Two", "Three", "Four", "Five")
    for code in grouped:
        held = held.after(KIND.set_field(held, card(held, code).id, "group", "Firm"))
    return held


def column(held):
    return [each.code for each in cards_of(held, "b", "guiding")]


def put(held, code, slot):
    return held.after(place_card(held, [card(held, code).id], "guiding", slot))


def test_every_column_and_strip_has_a_letter_in_the_order_of_the_screen():
    assert list(CODE_LETTERS) == [each.id for each in columns_and_strips()]
    assert len(set(CODE_LETTERS.values())) == len(CODE_LETTERS)


def test_cards_of_a_group_stand_where_the_first_of_them_does():
    assert column(board("G2", "G5")) == ["G1", "G2", "G5", "G3", "G4"]


def test_a_card_goes_where_a_hand_put_it_though_groups_have_moved_others():
    held = board("G2", "G5")
    assert column(put(held, "G1", 3)) == ["G2", "G5", "G3", "G1", "G4"]
    assert column(put(held, "G4", 0)) == ["G4", "G1", "G2", "G5", "G3"]
    assert card(put(held, "G4", 0), "G1").slot is None


def test_no_card_stands_between_those_of_a_group():
    held = board("G2", "G5")
    assert column(put(held, "G4", 2)) == ["G1", "G2", "G5", "G4", "G3"]
    for slot in (2, 3):
        with pytest.raises(EditRejected) as caught:
            put(held, "G3", slot)
        assert caught.value.key == "nothing_to_do"


def test_the_slot_is_counted_without_the_card_and_kept_inside_the_column():
    held = board()
    assert column(put(held, "G1", 99)) == ["G2", "G3", "G4", "G5", "G1"]
    assert column(put(held, "G5", -3)) == ["G5", "G1", "G2", "G3", "G4"]
