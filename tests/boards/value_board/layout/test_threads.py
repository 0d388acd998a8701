from dataclasses import replace

from hypothesis import given

from boards.value_board.boards import view
from boards.value_board.stages import crowd, twenty, wild
from facilitator.boards.value_board.layout.threads import thread_of

WORDS = [("G1", "a"), ("G2", "b"), ("A1", "c"), ("A2", "d"), ("I1", "e"), ("I2", "f"), ("K1", "g"), ("K2", "h")]


def cards_on(board, card):
    return {each for each in thread_of(board, card) if each in {card.id for card in board.cards}}


def test_a_thread_is_all_that_leads_to_a_card_and_all_that_it_leads_to():
    board = view(
        WORDS, [("G1", "A1"), ("G2", "A2"), ("A1", "I1"), ("A2", "I1"), ("I1", "K1"), ("I2", "K2"), ("G2", "K2")]
    )
    assert thread_of(board, "I1") == {"G1", "G2", "A1", "A2", "I1", "K1", "l0000", "l0001", "l0002", "l0003", "l0004"}
    assert cards_on(board, "A1") == {"G1", "A1", "I1", "K1"}, "what else leads to the impact is no part of it"
    assert cards_on(board, "K2") == {"I2", "G2", "K2"}
    assert thread_of(board, "G1") == {"G1", "A1", "I1", "K1", "l0000", "l0002", "l0004"}


def test_a_trade_off_carries_no_thread():
    board = view(WORDS, [("G1", "I1"), ("I1", "K1")])
    for kind in ("pulls_against", "reinforces"):
        changed = replace(board, links=(replace(board.links[0], kind=kind), board.links[1]))
        assert thread_of(changed, "G1") == {"G1"}
        assert cards_on(changed, "K1") == {"I1", "K1"}


def test_a_circle_is_gone_round_once():
    board = view([*WORDS, ("I3", "x")], [("I1", "I2"), ("I2", "I3"), ("I3", "I1"), ("A1", "I1"), ("I3", "K1")])
    assert cards_on(board, "I2") == {"I1", "I2", "I3", "A1", "K1"}
    assert len(thread_of(board, "I2")) == 5 + 5


def test_nothing_is_the_thread_of_a_card_that_is_not_there():
    assert thread_of(twenty(), "gone") == frozenset()
    assert thread_of(twenty(), "") == frozenset()
    assert thread_of(twenty(), "A3") == {"A3"}


@given(wild())
def test_every_link_of_a_thread_joins_two_cards_of_it(board):
    for card in board.cards[::5]:
        found = thread_of(board, card.id)
        assert card.id in found
        for link in board.links:
            if link.id in found:
                assert {link.from_id, link.to_id} <= found


def test_a_card_is_on_the_thread_of_all_that_are_on_its_own():
    board = crowd()
    for card in ("G1", "I40", "K125"):
        for other in sorted(cards_on(board, card))[:20]:
            assert card in thread_of(board, other)
