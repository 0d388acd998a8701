"""Steps through the calendar."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.rhythm import next_day

DAYS = st.dates(date(1900, 1, 1), date(2200, 1, 1))


def test_a_month_ends_on_its_last_day_and_the_next_goes_back_to_the_first_one_counted_from():
    start = date(2027, 1, 31)
    assert next_day(start, months=1) == date(2027, 2, 28)
    assert next_day(start, months=1, after=date(2027, 2, 28)) == date(2027, 3, 31)
    assert next_day(date(2027, 11, 30), months=3) == date(2028, 2, 29)
    assert next_day(date(2027, 12, 5), months=1) == date(2028, 1, 5)
    assert next_day(start, days=14) == date(2027, 2, 14)


@given(DAYS, DAYS, st.integers(1, 400))
def test_it_is_the_first_day_at_the_rhythm_after_both(start, after, days):
    found = next_day(start, days=days, after=after)
    assert found > max(start, after)
    assert (found - start).days % days == 0
    assert (found - max(start, after)).days <= days


def test_the_calendar_ends_and_a_rhythm_takes_time():
    assert next_day(date(9999, 12, 31), days=1) is None
    assert next_day(date(9999, 12, 31), months=1) is None
    with pytest.raises(ValueError, match="takes time"):
        next_day(date(2027, 1, 1))
