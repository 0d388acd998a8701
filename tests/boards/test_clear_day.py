"""Days out of foreign tables: what is clear is read, what could be two days is refused."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.boards.clear_day import clear_day
from facilitator.content.words import Words
from facilitator.domain.refusal import EditRejected


@pytest.mark.parametrize(
    "text",
    [
        *("2027-03-25", " 2027/3/25 ", "2027.03.25", "25/03/2027", "03/25/2027", "25.3.2027", "25-03-2027"),
        *("25 March 2027", "March 25, 2027", "Mar 25 2027", "25 mars 2027", "25th of March 2027", "25-Mar-2027"),
        *("2027-03-25T00:00:00", "2027-03-25 00:00", "2027-03-25T00:00:00Z", "2027 March 25", "MARCH 25TH, 2027"),
    ],
)
def test_one_day_in_all_clear_forms(text):
    assert clear_day(text) == date(2027, 3, 25)


def test_french_names():
    assert clear_day("1er août 2027") == date(2027, 8, 1)
    assert clear_day("3 déc. 2027") == date(2027, 12, 3)
    assert clear_day("4 fevrier 2027") == date(2027, 2, 4)
    assert clear_day("5 juill. 2027") == clear_day("5 juillet 2027") == date(2027, 7, 5)


def test_what_could_be_two_days_is_told_with_both():
    with pytest.raises(EditRejected) as refused:
        clear_day("03/04/2026")
    assert refused.value.key == "date_ambiguous"
    assert refused.value.values == {"text": "03/04/2026", "one": "2026-04-03", "other": "2026-03-04"}
    assert "2026-04-03" in Words("fr")("refusals.date_ambiguous", **refused.value.values)
    assert clear_day("04/04/2026") == date(2026, 4, 4)


@pytest.mark.parametrize(
    "text",
    [
        *("2026-02-30", "30/02/2026", "31 June 2026", "3/4/26", "14 Jan", "Q1 2026", "2026-03", "46023", "jui 3 2026"),
        *("2026-03-25T14:00", "0000-01-01", "٢٠٢٦-٠٣-٢٥", "=TODAY()", "2026-3/25", "25 Marchember 2026", "2026-00-10"),
    ],
)
def test_what_is_no_day_is_refused(text):
    with pytest.raises(EditRejected, match="date_unreadable") as refused:
        clear_day(text)
    assert Words("en")("refusals.date_unreadable", **refused.value.values)


def test_blank_is_no_day():
    assert clear_day(" \n") is None


@given(st.dates(date(1000, 1, 1)), st.sampled_from(["en", "fr"]))
def test_what_the_app_writes_is_read_back(day, language):
    assert clear_day(day.isoformat()) == clear_day(Words(language).date(day)) == day


@given(st.text() | st.from_regex(r"[0-9]{1,5}[-/. ][0-9]{1,2}[-/. ][0-9]{1,5}"))
def test_any_text_is_a_day_or_refused(text):
    key = ""
    try:
        found = clear_day(text)
        assert found is None or isinstance(found, date)
    except EditRejected as refused:
        key = refused.key
    assert key in ("", "date_ambiguous", "date_unreadable")
