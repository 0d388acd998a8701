"""What is told of a list of people or an attendance report before it is taken."""

from collections.abc import Sequence

from facilitator.content.naming import key_of, plain
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Session
from facilitator.exchange.attendance.attended import AttendanceReading
from facilitator.exchange.attendance.meeting import Meeting
from facilitator.workshop.participants import Match

ROWS_TOLD = 20
"""Rows that could not be read, of which each is told; of more the number says enough."""


def told_attendance(reading: AttendanceReading, matches: Sequence[Match], words: Words) -> list[str]:
    """How it was read, how many people are new or known, and what was made one or left behind."""
    new = sum(match.person is None for match in matches)
    here = sum(match.attendance is not None for match in matches)
    counts = [
        ("new", new),
        ("known", len(matches) - new - here),
        ("here", here),
        ("rejoins", reading.rejoins),
        ("waiting", reading.waiting),
        ("rejected", len(reading.rejected)),
    ]
    told = [words(f"people.count_{name}", count=count) for name, count in counts if count]
    sheet = reading.of.told(words) if reading.of else []
    return [*sheet, words(f"people.form_{reading.form}"), *told]


def told_elsewhere(document: Document, session_id: str, meeting: Meeting, words: Words) -> str:
    """That a report is of another day, or called as another session is, than the one it would go into; "" where not."""
    session, days = document.find(Session, session_id), meeting.days
    if session is None:
        return ""
    others = [each for each in document.every(Session) if each.id != session_id]
    if days and session.held_on and session.held_on not in days:
        day, planned = words.date(days[0]), words.date(session.held_on)
        return words("people.another_day", day=day, session=session.title, planned=planned)
    if session.held_on is None and (other := next((each for each in others if each.held_on in days), None)):
        return words("people.another_session", day=words.date(days[0]), other=other.title, session=session.title)
    called = plain(meeting.title)
    if called and called != plain(session.title) and any(plain(each.title) == called for each in others):
        return words("people.another_title", title=meeting.title, session=session.title)
    return ""


def told_looks(matches: Sequence[Match], words: Words) -> list[str]:
    """A sentence for each of those who have to be looked at, and why."""
    return [
        words("people.look_line", name=each.told.name, why=words(f"people.look_{each.look}", minutes=each.told.minutes))
        for each in matches
        if each.look
    ][:ROWS_TOLD]


def told_alike(reading: AttendanceReading, words: Words) -> list[str]:
    """That people of one name and organization come as several, as each has an address of their own."""
    names: dict[tuple[str, str], list[str]] = {}
    for each in reading.people:
        names.setdefault((key_of(each.name), plain(each.organization)), []).append(each.name)
    return [words("people.alike", names=", ".join(its)) for its in names.values() if len(its) > 1][:ROWS_TOLD]


def rejected_rows(reading: AttendanceReading, words: Words) -> list[str]:
    """A sentence for each of the first rows that could not be read."""
    return [
        words("refusals.line_refused", line=row.place, why=words(f"refusals.{row.key}", **row.values))
        for row in reading.rejected[:ROWS_TOLD]
    ]


def attendance_facts(reading: AttendanceReading, matches: Sequence[Match]) -> dict[str, object]:
    """The same as data, for the facilitator's own scripts: names are among it."""
    return {
        "form": "attendance",
        "shape": reading.form,
        "new": sum(match.person is None for match in matches),
        "known": sum(match.person is not None for match in matches),
        "rejoins": reading.rejoins,
        "waiting": reading.waiting,
        "rejected": [{"line": row.place, "why": row.key} for row in reading.rejected],
        "people": [
            {
                "name": match.told.name,
                "organization": match.told.organization,
                "minutes": match.told.minutes,
                "joins": match.told.joins,
                "presence": match.presence,
                "look": match.look,
                "fate": "new" if match.person is None else "known",
            }
            for match in matches
        ],
    }
