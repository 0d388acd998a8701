"""Pages as people ask for them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.refusal import StoreError
from facilitator.handouts.page_range import as_range, page_numbers


@pytest.mark.parametrize(
    ("asked", "numbers"),
    [
        ("", (1, 2, 3, 4, 5, 6, 7, 8, 9)),
        (" All ", (1, 2, 3, 4, 5, 6, 7, 8, 9)),
        ("toutes", (1, 2, 3, 4, 5, 6, 7, 8, 9)),
        ("2-4, 7", (2, 3, 4, 7)),
        ("7,2 – 4", (2, 3, 4, 7)),
        ("2-4;3", (2, 3, 4)),
        ("8-", (8, 9)),
        ("-2", (1, 2)),
        ("9", (9,)),
    ],
)
def test_pages_are_understood_as_people_write_them(asked, numbers):
    assert page_numbers(asked, 9) == numbers


@pytest.mark.parametrize("asked", ["two", "2-4-6", "-", ",", "2,,3", "2 3", "1.5", "٣x"])
def test_what_is_no_range_is_refused_as_it_was_written(asked):
    with pytest.raises(StoreError) as refusal:
        page_numbers(asked, 9)
    assert (refusal.value.key, refusal.value.values["asked"]) == ("page_range", asked)


@pytest.mark.parametrize(("asked", "page"), [("10", 10), ("3-12", 12), ("0", 0), ("0-4", 0), ("11-", 11)])
def test_pages_that_are_not_there_are_named(asked, page):
    with pytest.raises(StoreError) as refusal:
        page_numbers(asked, 9)
    assert refusal.value.key == "page_beyond"
    assert refusal.value.values == {"page": page, "count": 9}


def test_a_range_written_from_its_end_is_said():
    with pytest.raises(StoreError) as refusal:
        page_numbers("1, 4-2", 9)
    assert (refusal.value.key, refusal.value.values) == ("page_order", {"first": 4, "last": 2})


@given(st.sets(st.integers(1, 40), min_size=1))
def test_a_range_says_what_it_was_made_of(pages):
    numbers = tuple(sorted(pages))
    assert page_numbers(as_range(numbers).replace("+", ","), 40) == numbers


@given(st.text(max_size=12))
def test_whatever_is_typed_it_is_pages_or_one_refusal(asked):
    try:
        numbers = page_numbers(asked, 7)
    except StoreError:
        return
    assert numbers == tuple(sorted(set(numbers)))
    assert set(numbers) <= set(range(1, 8))
    assert numbers
