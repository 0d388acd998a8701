"""Sessions as a calendar: in the order of time, at their time of the day, 1:1s left out."""

from datetime import UTC, date, datetime

from facilitator.boards.calendar import calendar_of_sessions
from facilitator.domain.document import Document
from facilitator.domain.engagement import Engagement, Person, Segment, Session
from facilitator.domain.participation import OneToOne
from facilitator.domain.program import Cohort, Program

STAMP = datetime(2027, 1, 4, 9, 30, tzinfo=UTC)


def records(title="Town"):
    return [
        Engagement(id="engagement", title=title),
        Program(id="p", number=1, title="Leaders"),
        Cohort(id="c", program_id="p", number=1, title="Spring"),
        Cohort(id="d", program_id="p", number=2, title="Fall"),
        Session(id="s2", number=1, title="Day 2", cohort_id="c", held_on=date(2027, 3, 9)),
        Session(id="s1", number=2, title="Day 1", cohort_id="c", held_on=date(2027, 3, 2), begins="09:30"),
        Session(id="s3", number=3, title="Some day", cohort_id="c"),
        Session(id="f", number=4, title="Fall day", cohort_id="d", held_on=date(2027, 3, 1)),
        Session(id="two", number=5, title="With Zoé", cohort_id="c", held_on=date(2027, 3, 3)),
        Person(id="zoe", name="Zoé"),
        OneToOne(id="two", person_id="zoe"),
        Segment(id="g", session_id="s1", number=1, minutes=200, title="Work"),
        Segment(id="h", session_id="s1", number=2, minutes=10, title="Close"),
    ]


def lines(cohorts=("c",), title="Town"):
    content = calendar_of_sessions(Document.of(records(title)), cohorts, "Spring", STAMP)
    return content.decode().split("\r\n")


def values(found, name):
    return [line.partition(":")[2] for line in found if line.split(":")[0].split(";")[0] == name]


def test_times_are_floating_and_as_long_as_the_agenda_and_whole_days_stay_whole():
    found = lines()
    assert "X-WR-CALNAME:Spring" in found
    assert values(found, "SUMMARY") == ["Day 1", "Day 2"]
    assert values(found, "DESCRIPTION") == ["Leaders · Spring"] * 2
    assert "DTSTART:20270302T093000" in found
    assert "DTEND:20270302T130000" in found
    assert "DTSTART;VALUE=DATE:20270309" in found
    assert "DTEND;VALUE=DATE:20270310" in found


def test_several_cohorts_come_in_the_order_of_time():
    assert values(lines(("c", "d")), "SUMMARY") == ["Fall day", "Day 1", "Day 2"]


def test_sessions_of_two_engagements_never_take_each_others_place():
    one, other = values(lines(), "UID"), values(lines(title="Other town"), "UID")
    assert len({*one, *other}) == 4
    assert one == values(lines(), "UID")


def test_without_a_dated_session_there_is_no_calendar():
    assert calendar_of_sessions(Document.of(records()), (), "Spring", STAMP) is None
