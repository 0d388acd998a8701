"""Readings of an indicator: what it needs, how numbers and days are read, and that nothing is lost."""

import pytest

from boards.value_board.boards import after, card, document
from facilitator.boards.value_board.entries import delete_entry, entry_lists, put_entry
from facilitator.boards.value_board.model import Kpi, Reading
from facilitator.content.words import Words
from facilitator.domain.change import Change, Swap, adding
from facilitator.domain.refusal import EditRejected

EN, FR = Words("en"), Words("fr")
LIST = "readings"


def held(**fields):
    start = after(document(), "Median days #kpi", "Trust #impact")
    if fields:
        start = start.after(Change("edit_card", adding([Kpi(id=card(start, "K1").id, **fields)])))
    return start


def put(start, entry="", words=EN, **values):
    return start.after(put_entry(start, card(start, "K1").id, LIST, entry, values, words))


def only(start):
    (reading,) = start.every(Reading)
    return reading


def refused(start, key, entry="", words=EN, **values):
    with pytest.raises(EditRejected) as found:
        put(start, entry, words, **values)
    assert found.value.key == key
    assert words(f"refusals.{key}", **found.value.values)
    return found.value.values


def test_an_indicator_has_readings_and_nothing_else_has():
    start = held()
    (found,) = entry_lists(start, card(start, "K1").id, EN)
    assert (found.id, found.title, found.rows) == (LIST, "Readings", ())
    assert [field.key for field in found.fields] == ["read_on", "value", "rating", "narrative", "voices", "evidence"]
    assert entry_lists(start, card(start, "I1").id, EN) == ()
    assert [each.id for each in entry_lists(start, "b", EN)] == ["reviews"]


def test_rows_come_in_the_order_of_time_and_are_typed_as_they_are_shown():
    start = put(held(), read_on="2027-03-01", value="77")
    start = put(start, read_on="2027-01-01", rating="4", narrative="Two clerks\r\nsay so", voices="2 clerks")
    (found,) = entry_lists(start, card(start, "K1").id, FR)
    assert [row.values for row in found.rows] == [
        ("2027-01-01", "", "4", "Two clerks\nsay so", "2 clerks", ""),
        ("2027-03-01", "77", "", "", "", ""),
    ]


@pytest.mark.parametrize(
    ("engagement", "typed", "shown", "example"),
    [("en", "1,234", "1234", "1,234.5"), ("fr", "1234,0", "1234", "1\u00a0234,5"), ("fr", "1,234", "1,234", "234,5")],
)
@pytest.mark.parametrize("console", [EN, FR])
def test_numbers_are_read_in_the_language_of_the_engagement_as_the_inspector_reads_them(
    engagement, typed, shown, example, console
):
    start = after(document(engagement), "Median days #kpi")
    start = put(start, words=console, read_on="2027-03-01", value=typed)
    (row,) = entry_lists(start, card(start, "K1").id, console)[0].rows
    assert row.values[1] == shown
    assert example in refused(start, "cell_refused", words=console, read_on="2027-03-01", value="many")["why"]


def test_ratings_are_told_in_the_words_of_the_rubric():
    start = held(nature="qualitative", rubric_1="People give up", rubric_5="Nobody asks", unit="%")
    fields = {field.key: field for field in entry_lists(start, card(start, "K1").id, EN)[0].fields}
    assert dict(fields["rating"].choices) == {
        "": "Not known",
        "1": "1 People give up",
        "2": "2 Somewhat worse",
        "3": "3 Unchanged",
        "4": "4 Somewhat better",
        "5": "5 Nobody asks",
    }
    assert (fields["value"].label, fields["value"].head) == ("Value (%)", "Value")


def test_what_is_not_named_stays():
    start = put(held(), read_on="2027-03-01", value="77", narrative="Snow")
    start = put(start, only(start).id, value="76.5")
    assert (only(start).value, only(start).narrative) == (76.5, "Snow")
    refused(start, "nothing_to_do", only(start).id, value="76,5")
    refused(start, "reading_day", only(start).id, read_on=" ")
    refused(start, "reading_number", only(start).id, value="")


def test_a_quantitative_indicator_needs_a_value():
    start = held(nature="quantitative")
    refused(start, "reading_value", read_on="2027-03-01", rating="3")
    assert only(put(start, read_on="2027-03-01", value="0")).value == 0


def test_a_qualitative_indicator_needs_a_rating():
    start = held(nature="qualitative")
    refused(start, "reading_rating", read_on="2027-03-01", value="3")
    assert only(put(start, read_on="2027-03-01", rating="1")).rating == 1


def test_an_indicator_of_no_nature_takes_either():
    refused(held(), "reading_number", read_on="2027-03-01", narrative="Only a story")
    assert only(put(held(), read_on="2027-03-01", value="3"))
    assert only(put(held(), read_on="2027-03-01", rating="3"))


def test_a_learning_question_needs_a_finding_of_any_sort():
    start = held(nature="quantitative", mode="learning")
    refused(start, "reading_empty", read_on="2027-03-01", voices="Four people")
    for key, value in (("narrative", "The map was not read"), ("value", "2"), ("rating", "2")):
        assert only(put(start, read_on="2027-03-01", **{key: value}))


@pytest.mark.parametrize("day", ["2026-02-30", "2026-13-01", "03/04/2026", "yesterday", "2026-02-30T00:00"])
def test_an_impossible_day_is_refused_naming_its_field(day):
    said = refused(held(), "cell_refused", read_on=day, value="3")
    assert said["column"] == "Read on"
    assert day in said["why"]


@pytest.mark.parametrize("number", ["NaN", "inf", "-Infinity", "1e400", "0x10", "٣", "=1+1", "3 days", "12,34,5"])
def test_what_is_no_number_is_refused_naming_its_field(number):
    assert refused(held(), "cell_refused", read_on="2026-02-01", value=number)["column"] == "Value"


@pytest.mark.parametrize("rating", ["0", "6", "3.5", "good"])
def test_a_rating_is_one_of_five(rating):
    assert refused(held(), "cell_refused", read_on="2026-02-01", rating=rating)["column"] == "Rating (1–5)"


def test_texts_are_people_s_words():
    assert refused(held(), "cell_refused", read_on="2026-02-01", value="1", narrative="a\x00")["column"]
    reading = only(put(held(), read_on="2026-02-01", value="1", narrative="<b>{x}", evidence="=cmd"))
    assert (reading.narrative, reading.evidence) == ("<b>{x}", "=cmd")


def test_a_key_or_a_list_that_is_none():
    start = held()
    with pytest.raises(KeyError):
        put(start, read_on="2026-02-01", value="1", kpi_id="other")
    with pytest.raises(KeyError):
        put_entry(start, card(start, "K1").id, "dots", "", {}, EN)
    with pytest.raises(EditRejected, match="gone"):
        put_entry(start, card(start, "I1").id, LIST, "", {"read_on": "2026-02-01", "value": "1"}, EN)
    with pytest.raises(EditRejected, match="gone"):
        put_entry(start, card(start, "K1").id, LIST, "other", {"value": "1"}, EN)


def test_deleting_takes_one_and_undoing_brings_it_back():
    start = put(put(held(), read_on="2027-03-01", value="77"), read_on="2027-04-01", value="70")
    first = next(each for each in start.every(Reading) if each.value == 77)
    change = delete_entry(start, first.kpi_id, LIST, first.id)
    assert change.swaps == (Swap(first, None),)
    assert start.after(change).after(change.reversed()) == start
    with pytest.raises(EditRejected, match="gone"):
        delete_entry(start.after(change), first.kpi_id, LIST, first.id)
    with pytest.raises(EditRejected, match="gone"):
        delete_entry(start, card(start, "I1").id, LIST, first.id)
