from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from boards.value_board.stages import board
from facilitator.boards.value_board.layout.strips import strips_height, strips_of
from facilitator.content.typeface import width
from facilitator.domain.picture import Rect

COUNTS = st.integers(0, 30)


def strips(held: int, feared: int, parked: int):
    cards = board({"H": held, "E": feared, "P": parked}).cards
    columns = ("assumption", "side_effect", "parking")
    return {column: [card for card in cards if card.column == column] for column in columns}


def band(cards, size: float, lines: int) -> Rect:
    return Rect(40, 900, 1840, strips_height(cards, size, lines))


def test_there_is_no_band_where_no_strip_holds_anything():
    assert strips_height(strips(0, 0, 0), 18, 2) == 0
    assert strips_height(strips(1, 0, 0), 18, 1) < strips_height(strips(1, 0, 0), 18, 2)


@given(COUNTS, COUNTS, COUNTS, st.sampled_from([18.0, 28.0]), st.sampled_from([1, 2]))
def test_strips_share_their_band_and_count_what_has_no_room(held, feared, parked, size, lines):
    cards = strips(held, feared, parked)
    room = band(cards, size, lines)
    found = strips_of(cards, room, size) if any(cards.values()) else ()
    assert [strip.id for strip in found] == [its_id for its_id, its_cards in cards.items() if its_cards]
    right = room.x
    for strip in found:
        assert strip.rect.x >= right
        right = strip.rect.right
        boxes = [card.rect for card in strip.cards] + ([strip.stack] if strip.stack else [])
        assert boxes
        for before, after in pairwise(boxes):
            assert before.right < after.x
        for box in boxes:
            assert strip.rect.x < box.x
            assert box.right < strip.rect.right
            assert room.y < box.y
            assert box.bottom < room.bottom
        assert (*(card.card.id for card in strip.cards), *strip.rest) == tuple(card.id for card in cards[strip.id])
        assert bool(strip.rest) == bool(strip.stack)
        for card in strip.cards:
            assert len(card.lines) <= lines
            assert all(width(line, size) <= card.rect.width - card.tab for line in card.lines)
    assert right <= room.right + 0.001


def test_strips_share_their_room_in_turn():
    cards = strips(1, 2, 30)
    found = {strip.id: strip for strip in strips_of(cards, band(cards, 18, 2), 18)}
    assert len(found["assumption"].cards) == 1
    assert len(found["side_effect"].cards) == 2
    assert len(found["parking"].cards) >= 3
    assert len(found["parking"].rest) == 30 - len(found["parking"].cards)
