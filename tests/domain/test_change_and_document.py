"""Changes and documents: what one swap may be, what a step leads to, and how steps fold into one."""

import pytest

from engagements import adding_stakeholder, stakeholder
from facilitator.boards.stakeholder_web.model import Stakeholder, StakeholderNote
from facilitator.domain.change import Change, Swap, composed, removing
from facilitator.domain.document import Document
from facilitator.domain.editing import next_code
from facilitator.domain.refusal import EditRejected


def test_a_swap_keeps_type_and_id():
    with pytest.raises(ValueError, match="before or after"):
        Swap(None, None)
    with pytest.raises(ValueError, match="type and the id"):
        Swap(stakeholder(1), stakeholder(2))
    with pytest.raises(ValueError, match="type and the id"):
        Swap(stakeholder(1), StakeholderNote(id="s1", text=""))


def test_a_change_and_its_reverse_lead_back():
    start = Document.of([stakeholder(1)])
    change = Change("move", (Swap(stakeholder(1), stakeholder(1).having(ring=4)), Swap(None, stakeholder(2, "New"))))
    after = start.after(change)
    assert after != start
    assert after.after(change.reversed()) == start
    assert [each.id for each in change.added()] == ["s2"]


@pytest.mark.parametrize(
    "swap",
    [
        Swap(None, stakeholder(1)),
        Swap(stakeholder(1, "Other"), None),
        Swap(stakeholder(2), None),
        Swap(stakeholder(1, "Other"), stakeholder(1)),
    ],
)
def test_a_before_that_is_not_there_is_refused(swap):
    start = Document.of([stakeholder(1)])
    with pytest.raises(EditRejected) as refusal:
        start.after(Change("x", (swap,)))
    assert refusal.value.key == "stale"
    assert start == Document.of([stakeholder(1)])


def test_several_steps_become_one():
    one, two = stakeholder(1), stakeholder(2)
    moved = one.having(ring=4)
    steps = [
        adding_stakeholder(1),
        Change("move", (Swap(one, moved),)),
        adding_stakeholder(2),
        Change("delete", removing((two,))),
    ]
    whole = composed("list", steps)
    assert whole.swaps == (Swap(None, moved),)
    document = Document()
    for step in steps:
        document = document.after(step)
    assert Document().after(whole) == document


def test_a_record_that_was_removed_and_added_again_in_one_step():
    one, renamed = stakeholder(1), stakeholder(1, "Renamed")
    whole = composed("x", [Change("x", removing((one,))), Change("x", (Swap(None, renamed),))])
    assert whole.swaps == (Swap(one, renamed),)


def test_looking_for_what_is_not_there():
    assert Document().find(Stakeholder, "s1") is None
    with pytest.raises(EditRejected) as refusal:
        Document().get(Stakeholder, "s1")
    assert refusal.value.key == "gone"


def test_a_code_is_never_given_twice():
    document = Document()
    codes = []
    for _ in range(3):
        code, swap = next_code(document, "S")
        codes.append(code)
        document = document.after(Change("x", (swap,)))
    assert codes == ["S1", "S2", "S3"]
