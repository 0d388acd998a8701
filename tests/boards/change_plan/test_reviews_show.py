"""Planned reviews are sessions like others: the program overview tells them, and the calendar of their cohort."""

from datetime import UTC, date, datetime

from boards.change_plan.plans import document, with_records
from facilitator.boards import overview
from facilitator.boards.calendar import calendar_of_sessions
from facilitator.domain.program import Cohort, Program
from facilitator.workshop.reviewing import ReviewsAsked, reviews_added


def test_they_come_next_in_the_overview_and_stand_in_the_calendar():
    held = with_records(
        document(),
        Program(id="p", number=1, title="Change"),
        Cohort(id="c", program_id="p", number=1, title="North"),
    )
    asked = ReviewsAsked(("pulse", "monthly"), date(2026, 12, 1), date(2027, 1, 1), "9:30", "c")
    held = held.after(reviews_added(held, asked))
    coming = overview.coming(held, ["c"], date(2026, 12, 16))
    assert [(each.title, each.held_on) for each in coming] == [
        ("Team pulse 3", date(2026, 12, 29)),
        ("Indicator check 1", date(2027, 1, 1)),
    ]
    written = calendar_of_sessions(held, ["c"], "North", datetime(2026, 11, 22, tzinfo=UTC)).decode()
    assert written.count("BEGIN:VEVENT") == 4
    assert "SUMMARY:Indicator check 1" in written
    assert "DTSTART:20270101T093000" in written
    assert "DTEND:20270101T101500" in written
