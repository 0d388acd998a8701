"""Days as people type them, counted from a given today."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from facilitator.boards.said_day import iso_day, near_day, said_day
from facilitator.content.words import Words
from facilitator.domain.refusal import EditRejected

TODAY = date(2026, 11, 22)  # a Sunday


@pytest.mark.parametrize(
    ("text", "day"),
    [
        *((text, date(2027, 1, 14)) for text in ("2027-01-14", "14/1/2027", "14.1.2027", "1/14/2027", "14 janv. 2027")),
        *((text, date(2026, 11, 27)) for text in ("27 Nov", "27 novembre", "Nov 27", "November 27th", "27 nov.")),
        *((text, date(2026, 11, 27)) for text in ("27/11", "11/27", "27.11", "by 27 Nov", "d’ici le 27 novembre")),
        *((text, date(2026, 11, 27)) for text in ("Friday", "vendredi", "fri", "ven.", "by Friday", "Friday 27 Nov")),
        *((text, date(2026, 11, 27)) for text in ("vendredi 27 novembre", "vendredi le 27 novembre 2026")),
        *((text, date(2026, 12, 1)) for text in ("1er décembre", "1 dec", "Dec 1st", "mar. 1er déc.", "1er decembre")),
        *((text, TODAY) for text in ("today", "Aujourd'hui", "aujourd’hui", "22 Nov", "in 0 days")),
        *((text, date(2026, 11, 23)) for text in ("tomorrow", "DEMAIN", "in a day", "dans 1 jour", "Monday")),
        *((text, date(2026, 12, 6)) for text in ("in 2 weeks", "dans 2 semaines", "dans 14 jours")),
        *((text, date(2026, 11, 29)) for text in ("Sunday", "dimanche", "in a week", "dans une semaine")),
        *((text, date(2027, 3, 3)) for text in ("Mar 3", "3 mars", "March 3", "3 of March")),
        *((text, date(2027, 11, 21)) for text in ("21 Nov", "21 novembre")),
        *((text, date(2026, 11, 27)) for text in ("next Friday", "vendredi prochain", "by next fri")),
        ("27 nov. 2027", date(2027, 11, 27)),
        ("29 Feb", date(2028, 2, 29)),
        (" ", None),
    ],
)
def test_days_as_they_are_typed(text, day):
    assert said_day(text, TODAY) == day


@pytest.mark.parametrize("text", ["1/2/2027", "1.2.2027", "3/4", "3.4", "by 3/4", "le 1/2/2027"])
def test_what_could_be_two_days_is_told_with_both(text):
    with pytest.raises(EditRejected, match="date_ambiguous") as refused:
        said_day(text, TODAY)
    assert Words("fr")("refusals.date_ambiguous", **refused.value.values)


@pytest.mark.parametrize(
    ("today", "day"),
    [(date(2026, 11, 27), date(2026, 12, 4)), (date(2026, 11, 28), date(2026, 12, 4))],
)
def test_next_friday_is_clear_once_this_one_is_here(today, day):
    assert said_day("next Friday", today) == day


def test_next_friday_on_a_wednesday_could_be_two_days():
    with pytest.raises(EditRejected, match="date_ambiguous") as refused:
        said_day("next Friday", date(2026, 11, 25))
    assert refused.value.values == {"text": "next Friday", "one": "2026-11-27", "other": "2026-12-04"}


@pytest.mark.parametrize(
    "text",
    ["soon", "31 Nov", "30/30", "Friday 28 Nov", "14", "2/2/27", "next year", "vend 13 mois", "mo", "in 2", "by"],
)
def test_what_is_no_day_is_refused_with_what_was_typed(text):
    with pytest.raises(EditRejected, match="date_unreadable"):
        said_day(text, TODAY)


@given(st.dates(date(1900, 1, 1), date(9000, 1, 1)), st.dates(date(1900, 1, 1), date(9000, 1, 1)))
def test_a_day_of_the_month_is_the_next_one_in_both_languages(today, day):
    for language in ("en", "fr"):
        words = Words(language)
        for text in (words.date(day).rsplit(maxsplit=1)[0], words.short_date(day)):
            found = said_day(text, today)
            assert (found.day, found.month) == (day.day, day.month)
            assert today <= found <= today + timedelta(days=8 * 366)
        assert said_day(words.date(day), today) == said_day(day.isoformat(), today) == day


@given(st.dates(date(1900, 1, 1), date(9999, 12, 1)), st.integers(1, 7), st.sampled_from(["en", "fr"]))
def test_a_day_of_the_week_is_within_the_next_seven_days(today, weekday, language):
    found = said_day(Words(language)(f"writing.weekday_{weekday}"), today)
    assert found.isoweekday() == weekday
    assert 1 <= (found - today).days <= 7


@given(st.text() | st.from_regex(r"(in|dans|by|fri|mar|[0-9]{1,4}) ?[-/. ]?[0-9]{1,4} ?[a-z]{0,6}"), st.dates())
def test_any_text_on_any_day_is_a_day_or_refused(text, today):
    key = ""
    try:
        found = said_day(text, today)
        assert found is None or isinstance(found, date)
    except EditRejected as refused:
        key = refused.key
    assert key in ("", "date_ambiguous", "date_unreadable")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("10 Nov", date(2026, 11, 10)),
        ("21/11", date(2026, 11, 21)),
        ("1 Dec", date(2026, 12, 1)),
        ("30 April", date(2027, 4, 30)),
        ("20 mai 2025", date(2025, 5, 20)),
        ("today", TODAY),
        ("Friday", date(2026, 11, 27)),
        ("next Friday", date(2026, 11, 27)),
        ("in 2 weeks", date(2026, 12, 6)),
        (" ", None),
    ],
)
def test_a_day_that_may_be_past_is_the_nearest_one(text, day):
    assert near_day(text, TODAY) == day
    assert iso_day(text, TODAY, near=True) == (day.isoformat() if day else "")


@pytest.mark.parametrize(
    ("begins", "ends", "text", "day"),
    [
        (date(2027, 2, 1), date(2027, 12, 20), "10 Nov", date(2027, 11, 10)),
        (date(2026, 11, 10), date(2026, 12, 1), "10 Nov", date(2026, 11, 10)),
        (date(2025, 9, 1), date(2026, 4, 1), "15 March", date(2026, 3, 15)),
        (date(2027, 2, 1), date(2027, 3, 1), "10 Nov", date(2026, 11, 10)),
        (date(2027, 2, 1), None, "10 Nov", date(2026, 11, 10)),
    ],
)
def test_a_day_of_a_cohort_lies_in_its_days_where_it_can(begins, ends, text, day):
    assert near_day(text, TODAY, begins, ends) == day


@given(st.dates(date(1900, 1, 1), date(9000, 1, 1)), st.dates(date(1900, 1, 1), date(9000, 1, 1)))
def test_the_nearest_day_is_within_half_a_year(today, day):
    assume(day.month != 2 or day.day < 29)
    for language in ("en", "fr"):
        found = near_day(Words(language).short_date(day), today)
        assert (found.day, found.month) == (day.day, day.month)
        assert abs(found - today) <= timedelta(days=184)


@given(st.text(), st.dates(), st.none() | st.dates(), st.none() | st.dates())
def test_any_text_is_a_near_day_or_refused(text, today, begins, ends):
    key = ""
    try:
        found = near_day(text, today, begins, ends)
        assert found is None or isinstance(found, date)
    except EditRejected as refused:
        key = refused.key
    assert key in ("", "date_ambiguous", "date_unreadable")
