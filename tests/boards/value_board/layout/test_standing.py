from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from boards.value_board.boards import view
from boards.value_board.stages import board, grouped, wild
from facilitator.boards.value_board.layout.standing import groups_of, in_place, standing, together

CODES = [f"I{number}" for number in range(8)]


@given(
    st.lists(st.sampled_from(CODES), unique=True),
    st.dictionaries(st.sampled_from(CODES), st.integers(-2, 12), max_size=6),
    st.dictionaries(st.sampled_from(CODES), st.sampled_from("ab")),
)
def test_all_cards_stand_somewhere_and_groups_together(cards, slots, groups):
    laid = in_place(cards, slots, groups)
    assert sorted(laid) == sorted(cards)
    for group in "ab":
        places = [place for place, card in enumerate(laid) if groups.get(card) == group]
        assert not places or places == list(range(places[0], places[-1] + 1))


@given(st.lists(st.sampled_from(CODES), unique=True), st.sampled_from(CODES), st.integers(-2, 12))
def test_one_card_with_a_slot_stands_in_it_and_the_others_as_they_came(cards, card, slot):
    laid = in_place(cards, {card: slot}, {})
    if card in cards:
        assert laid.index(card) == min(max(slot, 0), len(cards) - 1)
    assert [each for each in laid if each != card] == [each for each in cards if each != card]


def test_where_two_want_one_place_the_later_takes_the_nearest():
    assert in_place(["a", "b", "c", "d"], {"c": 0, "d": 0}, {}) == ["c", "d", "a", "b"]
    assert in_place(["a", "b", "c", "d"], {"a": 3, "b": 3}, {}) == ["c", "d", "b", "a"]


def test_the_cards_of_a_group_follow_the_first_of_them():
    assert together(["a", "b", "c", "d"], {"b": "g", "d": "g"}) == ["a", "b", "d", "c"]
    assert together([], {"b": "g"}) == []


@given(wild())
def test_what_stands_so_once_stands_so_again(board):
    first = standing(board)
    place = {card: slot for cards in first.values() for slot, card in enumerate(cards)}
    pinned = replace(board, cards=tuple(replace(card, slot=place[card.id]) for card in board.cards))
    assert standing(pinned) == first


def test_a_group_of_another_column_or_of_none_is_no_group():
    view_ = grouped(board({"G": 2, "A": 2}), {"One": ["G1", "A1"]})
    assert groups_of(view_) == {"G1": "group0"}
    gone = replace(view_, groups=())
    assert groups_of(gone) == {}


def test_strips_are_in_it_as_well():
    found = standing(view([("G1", "a"), ("P1", "b"), ("P2", "c")], slots={"P2": 0}))
    assert found["parking"] == ("P2", "P1")
    assert found["assumption"] == ()
    assert list(found)[:4] == ["guiding", "approach", "impact", "kpi"]
