"""Steps out of records before and after."""

import pytest

from facilitator.domain.change import Swap
from facilitator.domain.editing import changed
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
