"""What a made-up meeting's program would save: its chat, as Zoom writes it now, and its attendance, as Teams does."""

import codecs
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from facilitator.content.rehearsal import Script, ScriptLine, ScriptPerson
from facilitator.domain.language import Language

_QUOTED = 20


def chat_text(lines: Sequence[ScriptLine], script: Script, language: Language, began_at: datetime) -> str:
    """The chat as Zoom saves it, "" while nobody has written: a head with the time, and below it the indented text."""
    return "".join(_messages(lines, script, language, began_at))


def is_written(line: ScriptLine) -> bool:
    """Whether a line stands in the saved chat: comings and goings do not."""
    return line.what not in ("join", "leave")


def attendance_file(
    lines: Sequence[ScriptLine], script: Script, language: Language, began_at: datetime, ends_at: datetime
) -> bytes:
    """Who was there from when to when, as Teams saves it: UTF-16 with tabs, in three parts."""
    visits = [(who, came, left) for who in script.people for came, left in _visits(lines, who, began_at, ends_at)]
    present = [who for who in script.people if any(each is who for each, _, _ in visits)]
    rows = [
        ["1. Summary"],
        ["Meeting title", script.title.within(language)],
        ["Attended participants", str(len(present))],
        ["Start time", _moment(began_at)],
        ["End time", _moment(ends_at)],
        ["Meeting duration", _length(ends_at - began_at)],
        [],
        ["2. Participants"],
        ["Name", "First Join", "Last Leave", "In-Meeting Duration", "Email", "Participant ID (UPN)", "Role"],
    ]
    for who in present:
        its = [(came, left) for each, came, left in visits if each is who]
        there = sum((left - came for came, left in its), timedelta())
        first, last = its[0][0], its[-1][1]
        rows.append([who.name, _moment(first), _moment(last), _length(there), who.address, who.address, "Presenter"])
    rows += [[], ["3. In-Meeting Activities"], ["Name", "Join Time", "Leave Time", "Duration", "Email", "Role"]]
    for who, came, left in visits:
        rows.append([who.name, _moment(came), _moment(left), _length(left - came), who.address, "Presenter"])
    text = "".join("\t".join(row) + "\r\n" for row in rows)
    return codecs.BOM_UTF16_LE + text.encode("utf-16-le")


def _messages(lines: Sequence[ScriptLine], script: Script, language: Language, began_at: datetime) -> Iterator[str]:
    for line in filter(is_written, lines):
        at = (began_at + timedelta(seconds=line.at)).strftime("%H:%M:%S")
        private = line.what == "direct"
        to = f"{script.facilitator.within(language)}(Direct Message)" if private else "Everyone"
        text = "".join(f"\t{each}\n" for each in _text(line, language))
        yield f"{at} From {line.who.name} to {to}:\n{text}"


def _text(line: ScriptLine, language: Language) -> list[str]:
    about = line.about.within(language)
    if line.what == "reaction":
        return [f'Reacted to "{about}" with {line.sign}']
    said = line.text.within(language).split("\n")
    if line.what != "reply":
        return said
    quoted = about if len(about) <= _QUOTED else f"{about[:_QUOTED]}..."
    return [f'Replying to "{quoted}"', "", *said]


def _visits(
    lines: Sequence[ScriptLine], who: ScriptPerson, began_at: datetime, ends_at: datetime
) -> Iterator[tuple[datetime, datetime]]:
    came: datetime | None = None
    for line in lines:
        at = began_at + timedelta(seconds=line.at)
        if line.who is who and line.what == "join":
            came = at
        elif line.who is who and line.what == "leave" and came:
            yield came, at
            came = None
    if came:
        yield came, max(came, ends_at)


def _moment(at: datetime) -> str:
    """11/22/26, 9:00:11 AM."""
    half = "AM" if at.hour < 12 else "PM"
    return f"{at.month}/{at.day}/{at:%y}, {at.hour % 12 or 12}:{at:%M:%S} {half}"


def _length(time: timedelta) -> str:
    """1h 30m 51s; nothing of what is above the largest part."""
    minutes, seconds = divmod(int(time.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    parts = [f"{hours}h"] * bool(hours) + [f"{minutes}m"] * bool(hours or minutes) + [f"{seconds}s"]
    return " ".join(parts)
