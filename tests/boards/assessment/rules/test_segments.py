import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.boards.assessment.rules.segments import hidden_segments
from facilitator.boards.grouped.shapes import Thresholds

USUAL = Thresholds()


@pytest.mark.parametrize(
    ("sizes", "hidden"),
    [
        ({"a": 5, "b": 5}, {}),
        ({"a": 5, "b": 4}, {"a": "small_segment", "b": "small_segment"}),  # 4 outside a
        ({"a": 4, "b": 20}, {"a": "small_segment", "b": "small_segment"}),
        ({"a": 6, "b": 7, "c": 2}, {"a": "complement", "c": "small_segment"}),
        ({"a": 6, "b": 6, "c": 2}, {"a": "complement", "c": "small_segment"}),
        ({"a": 9, "b": 3, "c": 2}, {"b": "small_segment", "c": "small_segment"}),
        ({"a": 9, "b": 8, "c": 1, "d": 3}, {"b": "complement", "c": "small_segment", "d": "small_segment"}),
        ({"a": 5}, {"a": "small_segment"}),
        ({"a": 5, "b": 5, "c": 0}, {}),
        ({}, {}),
    ],
)
def test_a_small_segment_takes_another_one_with_it(sizes, hidden):
    assert hidden_segments(sizes, USUAL) == hidden


def test_a_segment_hidden_for_another_reason_takes_one_with_it_too():
    assert hidden_segments({"a": 5, "b": 6, "c": 7}, USUAL, hide={"c"}) == {"a": "complement", "c": "small_segment"}


SIZES = st.dictionaries(st.sampled_from("abcdefg"), st.integers(0, 14))


@given(SIZES, st.integers(3, 8))
def test_what_is_hidden_cannot_be_had_by_subtraction(sizes, k):
    hidden = hidden_segments(sizes, Thresholds(k, 3))
    total = sum(sizes.values())
    there = {segment for segment, size in sizes.items() if size}
    for segment in there - set(hidden):
        assert sizes[segment] >= k
        assert total - sizes[segment] >= k
    if hidden and set(hidden) != there:
        assert len(hidden) >= 2
        assert sum(sizes[segment] for segment in hidden) >= k
