from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boards.value_board.registers import DAY, indicator, ratings, readings, register
from facilitator.boards.value_board.amounts import (
    amount,
    latest_reading,
    limits,
    promise,
    promised_by,
    reading_said,
    short_number,
)
from facilitator.content.words import Words

EN, FR = Words("en"), Words("fr")


@pytest.mark.parametrize(
    ("value", "english", "french"),
    [
        (0.0, "0", "0"),
        (77.0, "77", "77"),
        (99.999, "99.999", "99,999"),
        (-1234.5, "\u22121,234.5", "\u22121\u202f234,5"),
        (3.14159265, "3.141593", "3,141593"),
        (1234567.89, "1,234,568", "1\u202f234\u202f568"),
        (12345678.0, "12.35\u00a0million", "12,35\u00a0millions"),
        (-2.5e9, "\u22122.5\u00a0billion", "\u22122,5\u00a0milliards"),
        (4e12, "4\u00a0trillion", "4\u00a0billions"),
        (1e15, "1\u00a0×\u00a010¹⁵", "1\u00a0×\u00a010¹⁵"),
        (-2.5e-7, "\u22122.5\u00a0×\u00a010⁻⁷", "\u22122,5\u00a0×\u00a010⁻⁷"),
    ],
)
def test_numbers_are_short_in_both_languages(value, english, french):
    assert short_number(value, EN) == english
    assert short_number(value, FR) == french


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_every_number_is_short_and_none_but_zero_looks_like_it(value):
    for words in (EN, FR):
        told = short_number(value, words)
        assert len(told) <= 20
        assert (told == "0") == (value == 0)


def test_units_stand_where_each_language_has_them():
    percent, dollars = indicator("K1", unit="% of requests"), indicator("K1", unit="$")
    assert amount(percent, 40.0, EN) == "40% of requests"
    assert amount(percent, 40.0, FR) == "40\u00a0% of requests"
    assert amount(dollars, 40.0, EN) == "$40"
    assert amount(dollars, 40.0, FR) == "40\u00a0$"
    assert amount(indicator("K1", unit=" jours "), 4.0, FR) == "4\u00a0jours"
    assert amount(indicator("K1", nature="qualitative", unit="%"), 4.0, EN) == "4 of 5"


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ({"baseline": 77.0, "target": 30.0, "unit": "days"}, "From 77 to 30\u00a0days"),
        ({"baseline": 12.0, "target": 40.0, "unit": "%"}, "From 12% to 40%"),
        ({"target": 30.0, "unit": "days"}, "Reach 30\u00a0days"),
        ({"baseline": 30.0}, "Baseline 30"),
        ({"baseline": 30.0, "mode": ""}, "Baseline 30"),
        ({"baseline": 77.0, "unit": "days"}, "Baseline 77\u00a0days"),
        ({"baseline": 0.0, "unit": "level (0–4)"}, "Baseline 0 (level 0–4)"),
        ({"baseline": 0.0, "target": 3.0, "unit": "level (0–4)"}, "From 0 to 3 (level 0–4)"),
        ({"target": 3.0, "unit": "level (0–4)"}, "Reach 3 (level 0–4)"),
        ({"baseline": 0.0, "unit": "level (0–4)", "mode": "direction", "better_is": "up"}, "Higher is better"),
        ({"baseline": 0.0, "unit": "level (0–4)", "mode": "limit"}, "Baseline 0 (level 0–4)"),
        ({"baseline": 0.0, "unit": "level (0–4)", "mode": "learning"}, "Learning question"),
        ({"baseline": 0.1, "unit": "%"}, "Baseline 0.1%"),
        ({"baseline": 30.0, "target": 30.0}, "At least 30"),
        ({"mode": "limit", "target": 60.0, "better_is": "down", "unit": "$"}, "At most $60"),
        ({"mode": "limit", "target": 90.0, "target_high": 60.0, "better_is": "range"}, "Between 60 and 90"),
        ({"mode": "direction", "better_is": "down", "target": 5.0}, "Lower is better"),
        ({"mode": "direction", "better_is": ""}, "Direction only"),
        ({"mode": "learning", "target": 5.0}, "Learning question"),
        ({"mode": "", "baseline": float("nan"), "target": float("inf")}, ""),
        ({"nature": "qualitative", "baseline": 2.0, "target": 4.0}, "From 2 to 4 of 5"),
    ],
)
def test_what_is_promised_is_told_by_mode(known, said):
    assert promise(indicator("K1", **known), EN) == said


def test_a_date_is_told_only_where_something_is_promised_for_it():
    assert promised_by(indicator("K1", target=4.0), EN) == "by 31 December 2027"
    assert promised_by(indicator("K1", target=4.0, target_date=date(2027, 1, 1)), FR) == "d’ici le 1er janvier 2027"
    assert promised_by(indicator("K1", target=4.0, mode="direction"), EN) == ""
    assert promised_by(indicator("K1", target=4.0, target_date=None), EN) == ""
    assert promised_by(indicator("K1", baseline=4.0), EN) == ""


def test_a_target_that_equals_its_baseline_and_a_range_are_limits():
    assert limits(indicator("K1", baseline=3.0, target=3.0)) == (3.0, None)
    assert limits(indicator("K1", better_is="range", target=3.0, target_high=9.0)) == (3.0, 9.0)
    assert limits(indicator("K1", baseline=3.0, target=5.0)) == (None, None)


def test_the_latest_reading_is_the_last_that_says_something_and_counts_on_the_day():
    kpi = indicator("K1", readings=readings((date(2026, 5, 1), 5.0), (date(2027, 5, 1), 7.0)))
    blank = replace(kpi.readings[1], id="x", value=None, read_on=date(2028, 1, 1))
    kpi = replace(kpi, readings=(*kpi.readings, blank))
    assert latest_reading(kpi, None).value == 7.0
    assert latest_reading(kpi, DAY).value == 5.0
    assert latest_reading(indicator("K1"), None) is None


def test_a_reading_says_its_amount_its_rating_or_its_finding():
    rated = indicator("K1", nature="qualitative", readings=ratings((DAY, 4)))
    assert reading_said(rated, rated.readings[0], FR) == "4 sur 5\u202f: Un peu mieux"
    learning = register().kpis[5]
    assert reading_said(learning, learning.readings[0], EN).startswith("Half of the applicants")
