"""Sessions as a calendar: in the order of time, at their time of the day, 1:1s left out."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from facilitator.boards.calendar import calendar_of_sessions, told_of_calendar
from facilitator.content.words import Words
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
    content = calendar_of_sessions(Document.of(records(title)), cohorts, "Spring", STAMP, ZoneInfo("America/Toronto"))
    return content.decode().split("\r\n")


def values(found, name):
    return [line.partition(":")[2] for line in found if line.split(":")[0].split(";")[0] == name]


def test_times_are_moments_and_as_long_as_the_agenda_and_whole_days_stay_whole():
    found = lines()
    assert "X-WR-CALNAME:Spring" in found
    assert values(found, "SUMMARY") == ["Spring · Day 1", "Spring · Day 2"]
    assert values(found, "DESCRIPTION") == ["Leaders · Spring"] * 2
    assert "DTSTART:20270302T143000Z" in found
    assert "DTEND:20270302T180000Z" in found
    assert "DTSTART;VALUE=DATE:20270309" in found
    assert "DTEND;VALUE=DATE:20270310" in found


def test_several_cohorts_come_in_the_order_of_time():
    assert values(lines(("c", "d")), "SUMMARY") == ["Fall · Fall day", "Spring · Day 1", "Spring · Day 2"]


def test_sessions_of_two_engagements_never_take_each_others_place():
    one, other = values(lines(), "UID"), values(lines(title="Other town"), "UID")
    assert len({*one, *other}) == 4
    assert one == values(lines(), "UID")


def test_without_a_dated_session_there_is_no_calendar():
    assert calendar_of_sessions(Document.of(records()), (), "Spring", STAMP) is None


def test_where_there_is_one_cohort_titles_do_not_name_it():
    alone = Document.of(each for each in records() if each.id not in ("d", "f"))
    content = calendar_of_sessions(alone, ("c",), "Spring", STAMP).decode()
    assert values(content.split("\r\n"), "SUMMARY") == ["Day 1", "Day 2"]


def test_summer_time_counts_and_the_end_of_all_days_has_no_moment():
    zone = ZoneInfo("America/Toronto")
    late = [each for each in records() if not isinstance(each, Session)]
    late += [Session(id="s", number=1, title="Day", cohort_id="c", held_on=date(2027, 7, 1), begins="09:30")]
    assert b"DTSTART:20270701T133000Z" in calendar_of_sessions(Document.of(late), ("c",), "Spring", STAMP, zone)
    last = [*late[:-1], Session(id="s", number=1, title="Day", cohort_id="c", held_on=date.max, begins="23:30")]
    west = timezone(-timedelta(hours=5))
    assert b"DTSTART;VALUE=DATE:99991231" in calendar_of_sessions(Document.of(last), ("c",), "Spring", STAMP, west)


def test_what_is_left_out_and_what_overlaps_is_told_once():
    words = Words("en")
    zone, undated = words("program.calendar_zone"), "1 session has no date and is not in it."
    assert told_of_calendar(Document.of(records()), ("c",), words) == f"{zone} {undated}"
    at = {"cohort_id": "d", "held_on": date(2027, 3, 2)}
    more = [
        Session(id="x", number=6, title="Meets it", begins="12:59", **at),
        Segment(id="x", session_id="x", number=1, minutes=1, title="Work"),
        Session(id="y", number=7, title="Right after", begins="13:00", **at),
        Segment(id="y", session_id="y", number=1, minutes=60, title="Work"),
    ]
    told = told_of_calendar(Document.of([*records(), *more]), ("c", "d"), words)
    assert told == f"{zone} {undated} At the same time: Spring · Day 1 and Fall · Meets it."
    assert told_of_calendar(Document.of(records()), ("d",), words) == ""
