"""Reviews of the register: planning the next one, holding it, and keeping what was answered."""

from datetime import date

import pytest

from boards.value_board.boards import document
from facilitator.boards.value_board.entries import delete_entry, entry_lists, put_entry
from facilitator.boards.value_board.kind import KIND
from facilitator.boards.value_board.model import Card, Review
from facilitator.boards.value_board.view import view_of
from facilitator.content.words import Words
from facilitator.domain.refusal import EditRejected

EN = Words("en")


def put(start, entry="", **values):
    return start.after(put_entry(start, "b", "reviews", entry, values, EN))


def refused(start, key, entry="", **values):
    with pytest.raises(EditRejected) as found:
        put(start, entry, **values)
    assert found.value.key == key
    assert EN(f"refusals.{key}", **found.value.values)


def days(start, cadence):
    return sorted(each.planned_on for each in start.every(Review) if each.cadence == cadence)


def test_the_form_is_that_of_the_method():
    (found,) = entry_lists(document(), "b", EN)
    keys = [field.key for field in found.fields]
    assert keys == [name for name in Review.model_fields if name not in ("id", "board_id")]
    assert [value for value, _ in found.fields[0].choices] == ["", "pulse", "monthly", "quarterly", "half", "annual"]


def test_the_next_one_is_planned_at_its_cadence_after_the_last():
    refused(document(), "review_day", cadence="monthly")
    refused(document(), "review_cadence", planned_on="2027-01-31")
    start = put(document(), cadence="monthly", planned_on="2027-01-31")
    start = put(start, cadence="monthly")
    assert days(start, "monthly") == [date(2027, 1, 31), date(2027, 2, 28)]
    assert days(put(start, cadence="quarterly"), "quarterly") == [date(2027, 4, 30)]  # after the board's first
    start = put(put(start, cadence="pulse", planned_on="2027-01-04"), cadence="pulse")
    assert days(start, "pulse") == [date(2027, 1, 4), date(2027, 1, 18)]
    start = put(start, cadence="annual", planned_on="2028-02-29")
    assert days(put(start, cadence="annual"), "annual")[-1] == date(2029, 2, 28)


def test_the_hint_that_a_day_may_be_left_out_stands_only_where_that_is_true():
    hint = {field.key: field.label for (listed,) in [entry_lists(document(), "b", EN)] for field in listed.fields}
    assert hint["planned_on"] == "Planned for"
    start = put(document(), cadence="monthly", planned_on="2027-01-31")
    (listed,) = entry_lists(start, "b", EN)
    assert "empty" in listed.fields[1].label


def test_the_next_review_comes_last_which_the_list_shows_first():
    start = document()
    for planned, held in (
        ("2027-01-10", "2027-01-11"),
        ("2027-03-01", ""),
        ("2027-02-01", ""),
        ("2027-01-20", "2027-02-02"),
    ):
        start = put(start, cadence="monthly", planned_on=planned, held_on=held)
    (listed,) = entry_lists(start, "b", EN)
    assert [row.values[1] for row in listed.rows] == ["2027-01-10", "2027-01-20", "2027-03-01", "2027-02-01"]


def test_answers_are_private_and_days_are_not():
    (listed,) = entry_lists(document(), "b", EN)
    public = [field.key for field in listed.fields if not field.private]
    assert public == ["cadence", "planned_on", "held_on"]


def test_a_review_held_late_pushes_the_next_one_beyond_it():
    start = put(document(), cadence="monthly", planned_on="2027-01-10", held_on="2027-02-20")
    assert days(put(start, cadence="monthly"), "monthly")[-1] == date(2027, 3, 10)


def test_a_held_review_keeps_its_answers():
    start = put(document(), cadence="monthly", planned_on="2027-01-10")
    (planned,) = start.every(Review)
    start = put(start, planned.id, held_on="2027-01-11", happened="77 to 64\ndays", adjust="Test on Fridays")
    start = put(start, planned.id, cadence="quarterly", planned_on="2027-01-12")
    start = put(start, cadence="quarterly")
    held = start.get(Review, planned.id)
    assert (held.held_on, held.happened, held.adjust) == (date(2027, 1, 11), "77 to 64\ndays", "Test on Fridays")
    assert start.get(Review, planned.id).planned_on == date(2027, 1, 12)
    (listed,) = entry_lists(start, "b", EN)
    assert [row.values[0] for row in listed.rows] == ["quarterly", "quarterly"]
    assert listed.rows[0].values[4] == "77 to 64\ndays"
    refused(start, "nothing_to_do", planned.id, planned_on="")


def test_the_next_of_each_cadence_is_offered_and_planned_in_one_step():
    assert not [each for each in KIND.offers(document(), "b", EN) if each.heading == "Next reviews"]
    start = put(document(), cadence="monthly", planned_on="2027-01-10", held_on="2027-01-11")
    start = put(start, cadence="annual", planned_on="2027-12-01")
    offered = [each for each in KIND.offers(start, "b", EN) if each.heading == "Next reviews"]
    assert [(each.id, each.name) for each in offered] == [
        ("review:pulse", "Team pulse, 24 January 2027"),
        ("review:monthly", "Indicator check, 10 February 2027"),
        ("review:quarterly", "Learning review, 10 April 2027"),
        ("review:half", "Sponsor review, 10 July 2027"),
    ]
    starter = next(each.id for each in KIND.offers(start, "b", EN) if each not in offered)
    change = KIND.take(start, "b", ["review:monthly", starter, "review:pulse"], EN)
    held = start.after(change)
    assert days(held, "monthly") == [date(2027, 1, 10), date(2027, 2, 10)]
    assert days(held, "pulse") == [date(2027, 1, 24)]
    assert len(list(held.every(Card))) == 1
    assert held.after(change.reversed()) == start
    assert KIND.take(start, "b", ["review:half"], EN).label == "plan_review"
    for gone in ("review:annual", "review:weekly", "review:"):
        with pytest.raises(EditRejected, match="gone"):
            KIND.take(start, "b", [gone], EN)


def test_bad_days_and_cadences_are_refused():
    refused(document(), "cell_refused", cadence="monthly", planned_on="2027-02-30")
    refused(document(), "cell_refused", cadence="weekly", planned_on="2027-02-03")
    with pytest.raises(KeyError):
        put(document(), cadence="monthly", planned_on="2027-02-03", board_id="other")


def test_everybody_may_see_when_and_nobody_what():
    start = put(document(), cadence="monthly", planned_on="2027-01-10", happened="Zqxj")
    (seen,) = view_of(start, "b").reviews
    assert seen.planned_on == date(2027, 1, 10)
    assert "Zqxj" not in repr(view_of(start, "b"))


def test_deleting_is_undone_whole():
    start = put(document(), cadence="monthly", planned_on="2027-01-10", happened="Much")
    (review,) = start.every(Review)
    change = delete_entry(start, "b", "reviews", review.id)
    assert not list(start.after(change).every(Review))
    assert start.after(change).after(change.reversed()) == start
    with pytest.raises(EditRejected, match="gone"):
        delete_entry(start.after(change), "b", "reviews", review.id)
