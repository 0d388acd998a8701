"""Whole days and meetings as a calendar file (iCalendar, RFC 5545) that calendar programs of all makers take.

Written by hand: there is no repetition and no alarm, and every time is told in UTC, so that no description of a time
zone is needed, which is what a library is for.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

_LINE = 75
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


@dataclass(frozen=True, slots=True)
class WholeDay:
    """A day with what it is for; `uid` is the same whenever the same thing is written, though its day may move."""

    uid: str
    day: date
    title: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    """What begins at a moment (`begins` has a time zone), the same for everybody, and takes `minutes`, 0 unknown."""

    uid: str
    begins: datetime
    minutes: int
    title: str
    note: str = ""


def write(events: Iterable[WholeDay | Meeting], *, name: str, stamp: datetime) -> bytes:
    """A calendar called `name` of whole days that nobody is busy on, and of meetings, written at `stamp` (with a zone).

    A program that has an event of the same uid replaces it by this one. Lines end in CRLF and have at most 75 octets
    of UTF-8 each.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Facilitator//Facilitator//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_text(name)}",
    ]
    for each in events:
        lines += _event(each, stamp)
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _event(one: WholeDay | Meeting, stamp: datetime) -> list[str]:
    lines = [
        "BEGIN:VEVENT",
        f"UID:{_text(one.uid)}",
        f"DTSTAMP:{stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        *(_whole_day(one.day) if isinstance(one, WholeDay) else _times(one)),
        f"SUMMARY:{_text(one.title)}",
    ]
    if one.note:
        lines.append(f"DESCRIPTION:{_text(one.note)}")
    busy = "TRANSPARENT" if isinstance(one, WholeDay) else "OPAQUE"
    return [*lines, f"TRANSP:{busy}", "END:VEVENT"]


def _whole_day(day: date) -> list[str]:
    lines = [f"DTSTART;VALUE=DATE:{_day(day)}"]
    if day < date.max:  # the end is the first day that is no part of it; left out, it is one day
        lines.append(f"DTEND;VALUE=DATE:{_day(day + timedelta(1))}")
    return lines


def _times(one: Meeting) -> list[str]:
    """The beginning, and the end where it is known and a calendar has such a day: the last of all has no next one."""
    begins = one.begins.astimezone(UTC)
    lines = [f"DTSTART:{_moment(begins)}"]
    if one.minutes and begins <= datetime.max.replace(tzinfo=UTC) - timedelta(minutes=one.minutes):
        lines.append(f"DTEND:{_moment(begins + timedelta(minutes=one.minutes))}")
    return lines


def _moment(moment: datetime) -> str:
    return f"{_day(moment)}T{moment:%H%M%S}Z"


def _day(day: date | datetime) -> str:
    """Not strftime, which writes the year 205 with three digits on some systems."""
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _text(text: str) -> str:
    """A value of the type TEXT: what is a sign of the format is escaped, controls other than tabs are taken out."""
    whole = text.replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROL.sub("", whole).translate(_ESCAPED)


def _folded(line: str) -> str:
    """The line, broken between characters where it has more than 75 octets; what follows begins with a space."""
    parts, room, part = [], _LINE, ""
    for letter in line:
        size = len(letter.encode())
        if size > room:
            parts.append(part)
            part, room = " ", _LINE - 1
        part, room = part + letter, room - size
    return "\r\n".join([*parts, part])
