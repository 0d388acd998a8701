"""What is told of a list of people or an attendance report before it is taken."""

from collections.abc import Sequence

from facilitator.content.words import Words
from facilitator.exchange.attendance.attended import AttendanceReading
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
    return [words(f"people.form_{reading.form}"), *told]


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
                "fate": "new" if match.person is None else "known",
            }
            for match in matches
        ],
    }
