import pytest

from facilitator.boards.grouped.cells import (
    band_of,
    frequency,
    group_band,
    is_uniform,
    rounded,
    shown,
    unknown_word,
)
from facilitator.boards.grouped.shapes import Thresholds
from facilitator.domain.refusal import EditRejected

USUAL = Thresholds()


@pytest.mark.parametrize(
    ("count", "of", "word"),
    [
        (80, 100, "nearly_all"),
        (799, 1000, "most"),
        (60, 100, "most"),
        (599, 1000, "about_half"),
        (3, 5, "most"),
        (40, 100, "about_half"),
        (399, 1000, "some"),
        (20, 100, "some"),
        (199, 1000, "a_few"),
        (1, 100, "a_few"),
        (5, 5, "nearly_all"),
    ],
)
def test_words_change_at_exactly_80_60_40_and_20_per_cent(count, of, word):
    assert frequency(count, of) == word


@pytest.mark.parametrize(
    ("count", "band"),
    [
        *((0, ""), (2, ""), (3, "3-4"), (4, "3-4"), (5, "5-9"), (9, "5-9"), (10, "10-19"), (19, "10-19")),
        *((20, "20-49"), (49, "20-49"), (50, "50+"), (500, "50+")),
    ],
)
def test_how_many_there_are_is_told_roughly(count, band):
    assert group_band(count) == band


@pytest.mark.parametrize(
    ("value", "band"),
    [
        (0, "low"),
        (1, "low"),
        (1.25, "low"),
        (1.5, "middle"),
        (2, "middle"),
        (2.5, "middle"),
        (2.75, "high"),
        (4, "high"),
    ],
)
def test_bands(value, band):
    assert band_of(value) == band


@pytest.mark.parametrize(
    ("value", "half"), [(0, 0), (0.24, 0), (0.25, 0.5), (0.5, 0.5), (0.74, 0.5), (0.75, 1), (3.75, 4), (4, 4)]
)
def test_medians_are_rounded_to_halves(value, half):
    assert rounded(value) == half


@pytest.mark.parametrize(
    ("values", "uniform"),
    [
        ([], True),
        ([2], True),
        ([0, 4], True),
        ([0, 1, 0, 1, 0], True),
        ([0, 1, 0, 1, 4], True),
        ([0, 1, 0, 4, 4], False),
        ([0, 1, 0, 2, 4], False),
        ([3, 4, 3, 4, 3, 4, 2], True),
        ([3, 4, 3, 4, 3, 2, 2], False),
    ],
)
def test_all_or_all_but_one_in_a_band_is_uniform(values, uniform):
    assert is_uniform(values) is uniform


def bands(item):
    return [(each.band, each.word, each.count) for each in item.bands]


@pytest.mark.parametrize(("k", "n", "figure"), [(5, 4, False), (5, 5, True), (7, 6, False), (7, 7, True)])
def test_no_figure_below_k(k, n, figure):
    item, reasons = shown("x", [0, 0, 4, 4, 4, 4, 4][:n], Thresholds(k, 3))
    assert (item.median is not None) is figure
    assert ("too_few" in reasons) is not figure


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ([0, 1, 0, 3, 4], []),  # 3 and 2: one band has fewer than c
        ([0, 1, 0, 3, 4, 3], [("low", "about_half", None), ("high", "about_half", None)]),
        ([0, 1, 0, 2, 3, 4, 3], []),
        ([0, 1, 0, 2, 2, 2, 3, 4, 3], [("low", "some", None), ("middle", "some", None), ("high", "some", None)]),
        ([0] * 5 + [4] * 4, [("low", "about_half", None), ("high", "about_half", None)]),
        ([0] * 5 + [4] * 5, [("low", "about_half", 5), ("high", "about_half", 5)]),
        ([0] * 5 + [2] * 4 + [4] * 5, [("low", "some", None), ("middle", "some", None), ("high", "some", None)]),
    ],
)
def test_bands_in_words_from_c_and_in_numbers_from_k_in_each_of_them(values, told):
    item, reasons = shown("x", values, USUAL)
    assert bands(item) == told
    assert reasons == (() if told else ("small_band",))
    assert item.median is not None


def test_a_raised_cell_hides_bands_that_the_usual_one_shows():
    values = [0, 1, 0, 3, 4, 3]
    assert bands(shown("x", values, Thresholds(5, 3))[0])
    assert not bands(shown("x", values, Thresholds(5, 4))[0])


def test_uniform_answers_are_told_without_a_figure():
    item, reasons = shown("x", [4, 4, 3, 4, 0], USUAL)
    assert (item.similar, item.median, item.bands, reasons) == (True, None, (), ("uniform",))


@pytest.mark.parametrize(
    ("unknown", "of", "word"),
    [
        (2, 9, None),
        (3, 9, "some"),
        (3, 4, None),
        (3, 5, "most"),
        (4, 5, None),
        (5, 5, None),
        (7, 9, "most"),
        (8, 9, None),
        (3, 20, "a_few"),
    ],
)
def test_how_many_did_not_know_is_told_from_c_and_unless_nearly_all_did_not(unknown, of, word):
    assert unknown_word(unknown, of, USUAL) == word


@pytest.mark.parametrize(("of", "word"), [(6, None), (7, "about_half")])
def test_how_many_did_not_know_is_told_of_k_organizations_or_more(of, word):
    assert unknown_word(3, of, Thresholds(7, 3)) == word


@pytest.mark.parametrize(("k", "c"), [(2, 2), (5, 2), (2, 5), (0, 0)])
def test_no_threshold_goes_below_three(k, c):
    with pytest.raises(EditRejected) as refused:
        Thresholds(k, c)
    assert (refused.value.key, refused.value.values) == ("threshold_low", {"least": 3})


def test_thresholds_may_be_raised_and_a_group_is_no_smaller_than_a_cell():
    assert (Thresholds().group, Thresholds().cell) == (5, 3)
    assert Thresholds(3, 3).group == 3
    assert Thresholds(12, 6).cell == 6
    with pytest.raises(EditRejected, match="threshold_order"):
        Thresholds(4, 5)
