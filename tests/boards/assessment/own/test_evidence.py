"""What a 1:1 shows of the checklist's items: that it was done, and nothing that was said in it."""

import pytest

from boards.assessment.own.interviews import EN, FR, after, document, full
from facilitator.boards.assessment.own.kind import CAPACITY, GOVERNANCE, PRINCIPLES


def shown(held, kind, words=EN):
    return [(each.item, each.done, each.sentence) for each in kind.evidence(held, "b", words)]


def answered(kind, level):
    return after(document(kind), *(f"{area.code} {level}" for area in kind.asked.areas), kind=kind)


def test_a_capacity_assessment_counts_once_every_statement_was_answered():
    first, *others = CAPACITY.asked.areas
    held = after(document(), *(f"{area.code} 0" for area in others))
    assert shown(held, CAPACITY) == []
    done = [("p2", True, "capacity assessment done, 1 March 2027")]
    assert shown(after(held, f"{first.code} ?"), CAPACITY) == done


@pytest.mark.parametrize(("level", "done"), [(1, False), (2, True)])
def test_data_governance_is_done_once_the_gate_items_are_settled_and_says_the_same_before(level, done):
    said = "data governance assessment done, 1 March 2027"
    assert shown(answered(GOVERNANCE, level), GOVERNANCE) == [("d6", done, said)]


@pytest.mark.parametrize(
    ("said", "done"), [("?", False), ("1", False), ("2", True), ("n/a", False), ("n/a no such people here", True)]
)
def test_a_gate_item_is_closed_at_two_or_where_it_is_said_why_it_does_not_apply(said, done):
    held = after(answered(GOVERNANCE, 3), f"R3 {said}", kind=GOVERNANCE)
    assert [each for _, each, _ in shown(held, GOVERNANCE)] == [done]


def test_data_governance_about_which_nobody_knows_anything_is_a_beginning():
    assert [each for _, each, _ in shown(answered(GOVERNANCE, "?"), GOVERNANCE)] == [False]


def test_what_is_no_gate_item_may_be_unknown():
    held = after(answered(GOVERNANCE, 3), "T2 ?", kind=GOVERNANCE)
    assert [each for _, each, _ in shown(held, GOVERNANCE)] == [True]


def test_the_principles_show_nothing():
    assert shown(full(PRINCIPLES), PRINCIPLES) == []


@pytest.mark.parametrize("kind", [CAPACITY, GOVERNANCE], ids=lambda kind: kind.id)
@pytest.mark.parametrize("words", [EN, FR])
def test_no_answer_is_told(kind, words):
    """Whatever was answered, what is told is the same."""
    told = {sentence for held in (full(kind), answered(kind, 4)) for _, _, sentence in shown(held, kind, words)}
    assert len(told) == 1
    assert "said" not in " ".join(told)
