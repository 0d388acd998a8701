"""Cards settle one at a time where fewer links cross; the rest of the board stays as the room has seen it."""

import random
from contextlib import suppress

import pytest

from boards.value_board.boards import after, card, change_of, document
from facilitator.boards.value_board import edits
from facilitator.boards.value_board.kind import KIND
from facilitator.boards.value_board.layout.columns import shown_columns
from facilitator.boards.value_board.layout.layout import order_of
from facilitator.boards.value_board.layout.order import tidy
from facilitator.boards.value_board.model import Card
from facilitator.boards.value_board.view import view_of
from facilitator.domain.refusal import EditRejected

CARDS = [f"{name} {number} #{name}" for name in ("guiding", "approach", "impact") for number in range(4)]


def codes(held, column=0):
    by_id = {each.id: each.code for each in held.every(Card)}
    return [by_id[each] for each in order_of(view_of(held, "b")).cards(column)]


def crossings(held):
    return order_of(view_of(held, "b")).crossings


def test_cards_stand_as_they_came():
    held = after(document(), *CARDS)
    assert codes(held) == ["G1", "G2", "G3", "G4"]


def test_a_first_link_moves_one_of_its_two_cards_and_nothing_else():
    held = after(document(), *CARDS, "G1 > A4")
    before = codes(held), codes(held, 1)
    change = change_of(held, "G4 > A1")
    moved = [swap.after for swap in change.swaps if isinstance(swap.after, Card)]
    assert len(moved) == 1
    assert moved[0].code in ("G4", "A1")
    held = held.after(change)
    assert crossings(held) == 0
    assert [code for code in codes(held) if code != "G4"] == [code for code in before[0] if code != "G4"]
    assert [code for code in codes(held, 1) if code != "A1"] == [code for code in before[1] if code != "A1"]


def test_cards_that_are_linked_already_stay():
    held = after(document(), *CARDS, "G1 > A1", "G2 > A2")
    before = codes(held), codes(held, 1)
    held = after(held, "G1 > A2", "G2 > A1")
    assert (codes(held), codes(held, 1)) == before
    assert crossings(held) == 1


def test_what_a_hand_placed_stays():
    held = after(document(), *CARDS, "G1 > A4")
    held = held.after(edits.place_card(held, [card(held, "G4").id], "guiding", 1))
    held = held.after(edits.place_card(held, [card(held, "A1").id], "approach", 1))
    placed = codes(held), codes(held, 1)
    assert (codes(after(held, "G4 > A1")), codes(after(held, "G4 > A1"), 1)) == placed


@pytest.mark.parametrize("seed", range(8))
def test_settling_as_one_goes_keeps_crossings_few_and_tidying_fewer(seed):
    """Links in any order: far fewer crossings than in the order of the codes, and tidying gives the tidy order."""
    chance = random.Random(seed)
    pairs = [f"G{chance.randint(1, 4)} > A{chance.randint(1, 4)}" for _ in range(4)]
    pairs += [f"A{chance.randint(1, 4)} > I{chance.randint(1, 4)}" for _ in range(4)]
    held = after(document(), *CARDS, *dict.fromkeys(pairs))
    view = view_of(held, "b")
    links = [(link.from_id, link.to_id) for link in view.links]
    kinds = [link.kind for link in view.links]
    fewest = tidy([column.cards for column in shown_columns(view)], links, {}, kinds).crossings
    assert crossings(held) <= fewest + 4
    if crossings(held) > fewest:
        held = held.after(edits.tidy_board(held, "b"))
    assert crossings(held) == fewest
    with suppress(EditRejected):  # as few crossings in another order: tidying may still have something to do
        held = held.after(edits.tidy_board(held, "b"))
    with pytest.raises(EditRejected):
        edits.tidy_board(held, "b")


def test_a_crowd_is_left_alone():
    held = after(document(), *[f"Card {number} #guiding" for number in range(125)], "Do #approach", "Act #approach")
    held = after(held, "G1 > A2")
    assert not [swap for swap in change_of(held, "G125 > A1").swaps if isinstance(swap.after, Card)]


def test_groups_stay_together_when_the_board_is_tidied():
    held = after(document(), *CARDS, "G1 > A4", "G2 > A1", "G3 > A3", "G4 > A2")
    for code in ("G1", "G4"):
        held = held.after(KIND.set_field(held, card(held, code).id, "group", "Together"))
    held = held.after(KIND.tidy(held, "b"))
    assert abs(codes(held).index("G1") - codes(held).index("G4")) == 1
    with pytest.raises(EditRejected):
        KIND.tidy(held, "b")


def test_tidying_leaves_strips_alone():
    held = after(document(), "One #parking", "Two #parking", "Equity", "Do #approach", "Act #approach", "Be #guiding")
    held = held.after(edits.place_card(held, [card(held, "P2").id], "parking", 0))
    held = after(held, "G1 > A2", "G2 > A1")
    with suppress(EditRejected):
        held = held.after(KIND.tidy(held, "b"))
    assert (card(held, "P2").slot, card(held, "P1").slot) == (0, None)


def test_a_card_of_a_group_stays_with_it():
    held = after(document(), "One", "Two", "Do #approach", "Act #approach", "G1 > A2")
    for code in ("G2", "A1"):
        held = held.after(KIND.set_field(held, card(held, code).id, "group", "Firm"))
    assert not [swap for swap in change_of(held, "G2 > A1").swaps if isinstance(swap.after, Card)]
