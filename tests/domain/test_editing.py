"""Steps out of records before and after."""

import pytest

from facilitator.domain.change import Swap
from facilitator.domain.document import Document
from facilitator.domain.editing import changed, next_board
from facilitator.domain.engagement import Board, SpokenCode
from facilitator.domain.refusal import EditRejected

ONE = Board(id="a", number=1, kind="k", title="One")
OTHER = ONE.having(title="Other")
TAKEN = Swap(None, SpokenCode(id="S", last=1))


def test_what_differs_is_swapped_and_the_rest_left_alone():
    change = changed("edit_board", [(ONE, ONE), (ONE, OTHER), (None, None), (OTHER, None), (None, ONE)], [TAKEN])
    assert change.label == "edit_board"
    assert change.swaps == (Swap(ONE, OTHER), Swap(OTHER, None), Swap(None, ONE), TAKEN)


def test_a_step_that_changes_nothing_is_refused_whatever_would_go_along():
    with pytest.raises(EditRejected) as refusal:
        changed("edit_board", [(ONE, ONE)], [TAKEN])
    assert refusal.value.key == "nothing_to_do"


def test_a_board_comes_after_the_last_one_under_an_id_of_its_own():
    document = Document.of([ONE.having(id="k", number=4), ONE.having(id="k_3", number=2)])
    made = next_board(document, "k", " A  title ", "Why?")
    assert made == Board(id="k_2", number=5, kind="k", title="A title", question="Why?")
    assert next_board(Document(), "k", "T").id == "k"
    with pytest.raises(EditRejected):
        next_board(document, "k", " ")
