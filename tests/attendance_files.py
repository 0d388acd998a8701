"""Attendance reports as meeting programs write them: Zoom, Teams in both languages, a plain table."""

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path

Visits = Mapping[str, Sequence[tuple[int, int]]]
"""By name, from which minute of the meeting to which somebody was there, once for each time they came in."""

FORMS = ("zoom", "teams_english", "teams_french", "table")
_NINE = time(9)
_ZOOM = ("Name (Original Name)", "User Email", "Join Time", "Leave Time", "Duration (Minutes)", "Guest")
_TEAMS = {
    "teams_english": (
        ("1. Summary", "Attended participants", "2. Participants", "3. In-Meeting Activities"),
        ("Name", "First Join", "Last Leave", "In-Meeting Duration", "Email", "Role"),
        ("Name", "Join Time", "Leave Time", "Duration", "Email", "Role"),
    ),
    "teams_french": (
        ("1. Résumé", "Participants présents", "2. Participants", "3. Activités pendant la réunion"),
        ("Nom", "Première arrivée", "Dernier départ", "Durée de la participation", "Courriel", "Rôle"),
        ("Nom", "Heure d’arrivée", "Heure de départ", "Durée", "Courriel", "Rôle"),
    ),
}


def write_report(path: Path, form: str, day: date, visits: Visits) -> Path:
    """Write who was there on that day from nine o’clock on, in one of FORMS."""
    start = datetime.combine(day, _NINE)
    rows = [
        (name, start + timedelta(minutes=begin), start + timedelta(minutes=end))
        for name, times in visits.items()
        for begin, end in times
    ]
    if form in _TEAMS:
        path.write_bytes("\r\n".join(_teams(form, rows)).encode("utf-16"))
    else:
        text = io.StringIO(newline="")
        writer = csv.writer(text, delimiter=";" if form == "table" else ",")
        if form == "zoom":
            writer.writerow(_ZOOM)
            for name, begin, end in rows:
                minutes = int((end - begin).total_seconds()) // 60
                writer.writerow((name, "", _english(begin), _english(end), minutes, "No"))
        else:
            writer.writerow(("Nom", "Arrivée", "Départ"))
            writer.writerows((name, f"{begin:%Y-%m-%d %H:%M}", f"{end:%Y-%m-%d %H:%M}") for name, begin, end in rows)
        path.write_bytes(b"\xef\xbb\xbf" + text.getvalue().encode())
    return path


def _teams(form: str, rows: Sequence[tuple[str, datetime, datetime]]) -> list[str]:
    french = form == "teams_french"
    (summary, count, people, activities), heads, more = _TEAMS[form]
    moment, length = (_french, _french_length) if french else (_english_short, _english_length)
    lines = [summary, f"{count}\t{len({name for name, *_ in rows})}", "", people, "\t".join(heads)]
    for name in dict.fromkeys(name for name, *_ in rows):
        own = [(begin, end) for each, begin, end in rows if each == name]
        total = sum((end - begin for begin, end in own), timedelta())
        lines.append("\t".join((name, moment(own[0][0]), moment(own[-1][1]), length(total), "", "Attendee")))
    lines += ["", activities, "\t".join(more)]
    for name, begin, end in rows:
        lines.append("\t".join((name, moment(begin), moment(end), length(end - begin), "", "Attendee")))
    return [*lines, ""]


def _english(moment: datetime) -> str:
    return f"{moment:%m/%d/%Y %I:%M:%S %p}"


def _english_short(moment: datetime) -> str:
    return f"{moment.month}/{moment.day}/{moment:%y}, {moment.hour % 12 or 12}:{moment:%M:%S %p}"


def _french(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d}, {moment:%H} h {moment:%M} min {moment:%S} s"


def _english_length(length: timedelta) -> str:
    minutes = int(length.total_seconds()) // 60
    return f"{minutes // 60}h {minutes % 60}m 0s"


def _french_length(length: timedelta) -> str:
    minutes = int(length.total_seconds()) // 60
    return f"{minutes // 60} h {minutes % 60} min 0 s"
