"""The rules by which answers are shown, at their limits; and what a well-informed reader could work back."""

from collections import defaultdict
from itertools import product
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.boards.feedback.results import NOBODY, changed_by, may_be_shown, median_of, result_of
from facilitator.boards.grouped.cells import band_of

LEVELS = range(5)
tallies = st.lists(st.integers(0, 6), min_size=5, max_size=5).map(tuple)


@pytest.mark.parametrize(
    ("tally", "middle", "bands"),
    [
        ((1, 1, 1, 1, 0), None, []),  # four
        ((1, 1, 1, 1, 1), 3, []),  # five, in parts of one and two
        ((0, 3, 0, 3, 0), 3, [("low", "about_half", None), ("high", "about_half", None)]),
        ((0, 2, 0, 3, 0), 4, []),  # a part of two
        ((0, 5, 0, 5, 0), 3, [("low", "about_half", None), ("high", "about_half", None)]),
        ((0, 0, 0, 2, 3), 5, []),  # all in one part
        ((0, 0, 0, 0, 6), 5, []),  # all the same
        ((0, 0, 6, 0, 0), 3, []),
        ((1, 0, 0, 2, 2), 4, []),  # all but one
        ((0, 0, 1, 3, 2), 4, []),
        ((0, 0, 3, 3, 0), 3.5, [("middle", "about_half", None), ("high", "about_half", None)]),
        ((3, 0, 0, 3, 9), 5, [("low", "some", None), ("high", "nearly_all", None)]),
    ],
)
def test_results_at_the_limits(tally, middle, bands):
    result, reasons = result_of("useful", tally)
    assert median_of(result) == middle
    assert [(each.band, each.word, each.count) for each in result.bands] == bands
    assert bool(reasons) == (not bands)


@pytest.mark.parametrize(
    ("before", "now", "may"),
    [
        (NOBODY, (0, 0, 0, 0, 4), False),
        (NOBODY, (0, 0, 0, 0, 5), True),
        ((0, 0, 0, 0, 5), (0, 0, 0, 0, 5), False),
        ((0, 0, 0, 0, 5), (0, 0, 0, 1, 6), False),
        ((0, 0, 0, 0, 5), (0, 0, 1, 1, 6), True),
        ((0, 0, 3, 0, 5), (0, 0, 1, 0, 5), False),
        ((0, 0, 3, 0, 5), (0, 0, 0, 0, 5), True),
        ((0, 0, 3, 0, 3), (0, 3, 0, 0, 1), False),  # too few are left
        ((0, 0, 2, 0, 5), (0, 2, 0, 0, 5), False),  # two changed their minds
    ],
)
def test_what_was_shown_changes_only_by_three_or_more(before, now, may):
    assert may_be_shown(before, now) is may


@given(tallies, tallies)
def test_the_difference_is_the_same_from_both_sides_and_none_from_itself(one, other):
    assert changed_by(one, other) == changed_by(other, one)
    assert changed_by(one, one) == 0


def seen(tally):
    """All that a reader sees."""
    result, _ = result_of("x", tally)
    return median_of(result), tuple((each.band, each.word, each.count) for each in result.bands)


def multisets(count):
    return [tally for tally in product(range(count + 1), repeat=5) if sum(tally) == count]


@pytest.mark.parametrize("count", [5, 6, 7, 8])
def test_whoever_took_part_can_tell_nobody_elses_answer_for_sure(count):
    """Even with the exact number of people, and one's own answer: not so much as the band that another one is in.

    Of all tallies that look the same and hold that answer, either one has others in two bands, or they differ in the
    band that all others are in.
    """
    alike = defaultdict(list)
    for tally in multisets(count):
        alike[seen(tally)].append(tally)
    for tallies_alike in alike.values():
        for own in LEVELS:
            of_others = [bands(without(tally, own)) for tally in tallies_alike if tally[own]]
            assert not of_others or len(frozenset().union(*of_others)) > 1


def without(tally, level):
    return tuple(many - (place == level) for place, many in enumerate(tally))


def bands(tally):
    return frozenset(band_of(float(level)) for level, many in enumerate(tally) if many)


@given(st.lists(st.integers(0, 4), min_size=5, max_size=12), st.integers(0, 4), st.integers(0, 4))
def test_one_more_answer_never_shows(levels, one, other):
    """Whatever one or two late people answer, what is shown stays what it was."""
    before = tuple(levels.count(level) for level in LEVELS)
    late = list(before)
    late[one] += 1
    assert not may_be_shown(before, tuple(late))
    late[other] += 1
    assert not may_be_shown(before, tuple(late))


@given(tallies)
def test_everybody_is_told_the_median_from_five_answers_on_and_no_more_where_all_agree(tally):
    """Whether all said the same is told neither by a missing figure nor by a reason."""
    result, reasons = result_of("x", tally)
    levels = [float(level + 1) for level, many in enumerate(tally) for _ in range(many)]
    assert median_of(result) == (median(levels) if len(levels) >= 5 else None)
    assert not result.similar
    if levels and len({band_of(each - 1) for each in levels}) == 1:
        assert not result.bands
    if len(levels) >= 5:
        assert reasons in ((), ("small_band",))


@given(st.integers(5, 30), st.integers(0, 4))
def test_what_is_shown_of_those_who_all_agree_is_shown_of_others_too(many, level):
    """Of a group as large, in which two said something else."""
    alike = tuple(many * (each == level) for each in LEVELS)
    other = list(alike)
    other[level] -= 2
    other[(level + 2) % 5] += 2
    assert seen(alike) == seen(tuple(other))


@given(tallies)
def test_nothing_of_fewer_than_five_and_no_part_of_fewer_than_three(tally):
    result, _ = result_of("x", tally)
    if sum(tally) < 5:
        assert (result.median, result.bands) == (None, ())
    sizes = {"low": sum(tally[:2]), "middle": tally[2], "high": sum(tally[3:])}
    for each in result.bands:
        assert sizes[each.band] >= 3
        assert each.count is None
