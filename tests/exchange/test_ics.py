"""Calendar files: what RFC 5545 asks of every line, and that what was written can be read again."""

import re
from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from facilitator.exchange.ics import Meeting, WholeDay, write

STAMP = datetime(2027, 1, 4, 9, 30, tzinfo=UTC)
END = datetime(9999, 12, 31, 23, tzinfo=UTC)
TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]) | st.sampled_from("\n\t;,\\:"), max_size=200
)


def unfolded(content: bytes) -> list[str]:
    text = content.decode()
    assert text.endswith("\r\n")
    assert not re.search(r"(?<!\r)\n|\r(?!\n)", text)
    return re.sub(r"\r\n[ \t]", "", text).split("\r\n")[:-1]


def said(value: str) -> str:
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)


def read(content: bytes) -> list[dict[str, str]]:
    events: list[dict[str, str]] = []
    for line in unfolded(content):
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            events.append({})
        elif events and name not in ("END",):
            events[-1][name] = value
    return events


def test_one_review():
    day = WholeDay("r1@value_board", date(2027, 12, 31), "Indicator check: board", "Bring; the numbers,\nplease")
    assert unfolded(write([day], name="Permits", stamp=STAMP)) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Facilitator//Facilitator//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "X-WR-CALNAME:Permits",
        "BEGIN:VEVENT",
        "UID:r1@value_board",
        "DTSTAMP:20270104T093000Z",
        "DTSTART;VALUE=DATE:20271231",
        "DTEND;VALUE=DATE:20280101",
        "SUMMARY:Indicator check: board",
        "DESCRIPTION:Bring\\; the numbers\\,\\nplease",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
    ]


def test_the_stamp_is_told_in_utc_and_the_calendar_may_end():
    montreal = STAMP.astimezone(timezone(timedelta(hours=-5)))
    (event,) = read(write([WholeDay("a", date.max, "Last")], name="", stamp=montreal))
    assert event["DTSTAMP"] == "20270104T093000Z"
    assert event["DTSTART;VALUE=DATE"] == "99991231"
    assert "DTEND;VALUE=DATE" not in event


@given(TEXTS, TEXTS, st.dates())
def test_lines_are_short_and_say_what_was_given(title, note, day):
    content = write([WholeDay("uid", day, title, note)], name=title, stamp=STAMP)
    for line in content.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()  # no character is cut in two
    (event,) = read(content)
    assert said(event["SUMMARY"]) == title
    assert said(event.get("DESCRIPTION", "")) == note
    assert event["DTSTART;VALUE=DATE"] == day.isoformat().replace("-", "")


def test_what_is_no_text_is_taken_out():
    (event,) = read(write([WholeDay("u", date(2027, 1, 1), "a\x00b\r\nEND:VCALENDAR\x1b")], name="x", stamp=STAMP))
    assert event["SUMMARY"] == "ab\\nEND:VCALENDAR"


def test_a_meeting_begins_and_ends_at_the_same_moment_for_everybody():
    west = timezone(-timedelta(hours=5))
    one = Meeting("s1@x", datetime(2027, 12, 31, 23, 30, tzinfo=west), 45, "Half day; one", "Leaders")
    (event,) = read(write([one], name="Leaders", stamp=STAMP))
    assert (event["DTSTART"], event["DTEND"]) == ("20280101T043000Z", "20280101T051500Z")
    assert said(event["SUMMARY"]) == "Half day; one"
    assert event["TRANSP"] == "OPAQUE"


def test_a_meeting_of_unknown_length_or_at_the_end_of_all_days_has_no_end():
    for one in (Meeting("a", datetime(2027, 1, 4, 9, tzinfo=UTC), 0, "A"), Meeting("b", END, 90, "B")):
        (event,) = read(write([one], name="Leaders", stamp=STAMP))
        assert "DTEND" not in event
