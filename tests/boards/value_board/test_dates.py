"""The days that a value board asks people to keep."""

from datetime import UTC, date, datetime

from boards.value_board.boards import after, card, document
from facilitator.boards.calendar import calendar_of
from facilitator.boards.value_board.kind import KIND
from facilitator.boards.value_board.model import Kpi, Reading, Review
from facilitator.content.words import Words
from facilitator.domain.change import Change, adding

EN = Words("en")


def held(*records, **kpi):
    start = after(document(), "Median days #kpi")
    more = [Kpi(id=card(start, "K1").id, **kpi)] if kpi else []
    return start.after(Change("edit_card", adding([*more, *records])))


def told(start, words=EN):
    return [(each.day, each.title) for each in KIND.dates(start, "b", words)]


def test_reviews_to_come_in_the_order_of_time():
    start = held(
        Review(id="r1", board_id="b", cadence="quarterly", planned_on=date(2027, 3, 1)),
        Review(id="r2", board_id="b", cadence="monthly", planned_on=date(2027, 2, 1)),
        Review(id="r3", board_id="b", cadence="monthly", planned_on=date(2027, 1, 1), held_on=date(2027, 1, 2)),
        Review(id="r4", board_id="b2", cadence="monthly", planned_on=date(2027, 1, 1)),
    )
    assert told(start) == [
        (date(2027, 2, 1), "Indicator check: Civic value board"),
        (date(2027, 3, 1), "Learning review: Civic value board"),
    ]
    assert told(start, Words("fr"))[0][1].endswith("\u202f: Civic value board")
    first = KIND.dates(start, "b", EN)[0]
    assert first.id == "review-r2"
    assert first.note.startswith("45 minutes: ")


def test_an_active_indicator_has_a_target_date_and_a_next_reading():
    start = held(status="active", frequency="monthly", baseline_date=date(2027, 1, 1), target_date=date(2027, 12, 1))
    assert told(start) == [
        (date(2027, 1, 31), "Reading due: K1 Median days"),
        (date(2027, 12, 1), "Target date of K1 Median days"),
    ]
    reading = Reading(id="x", kpi_id=card(start, "K1").id, read_on=date(2027, 2, 10), value=1)
    start = start.after(Change("add_reading", adding([reading])))
    assert told(start)[0][0] == date(2027, 3, 12)


def test_what_is_not_known_has_no_date():
    assert told(held()) == []
    assert told(held(status="active", frequency="monthly")) == []
    assert told(held(status="proposed", frequency="monthly", baseline_date=date(2027, 1, 1))) == []
    for status in ("paused", "retired"):
        assert told(held(status=status, target_date=date(2027, 1, 1))) == []
    assert told(held(status="active", frequency="monthly", baseline_date=date.max)) == []


def test_an_id_stays_when_the_day_moves():
    review = Review(id="r1", board_id="b", cadence="monthly", planned_on=date(2027, 2, 1))
    stamp = datetime(2027, 1, 1, tzinfo=UTC)
    one, other = (
        calendar_of("Board", KIND.dates(held(each), "b", EN), stamp)
        for each in (review, review.having(planned_on=date(2027, 2, 8)))
    )
    assert b"UID:review-r1@facilitator\r\n" in one
    assert other == one.replace(b"20270201", b"20270208").replace(b"20270202", b"20270209")
