"""Moments and lengths of time as reports write them, in English and in French."""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime

from facilitator.content.naming import bared

Span = tuple[datetime, datetime]
"""From when to when; both with or both without an offset."""

_PART = re.compile(r"(\d{1,5})\s*(h|m|s)[a-z]*\.?")
_CLOCK = re.compile(r"(\d{1,4}):(\d{2})(?::(\d{2}))?")
_ISO_LENGTH = re.compile(r"pt(?=\d)(?:(\d{1,4})h)?(?:(\d{1,5})m)?(?:(\d{1,6})(?:\.\d+)?s)?")
_MINUTES = re.compile(r"\d{1,6}(?:[.,]\d{1,3})?")
_UNITS = {"h": 3600, "m": 60, "s": 1}
_DAY = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})|(\d{1,2})[-/.](\d{1,2})[-/.](\d{2,4})")
_TIME = re.compile(r"(\d{1,2})(?::|\s*h\s*)(\d{2})(?:(?::|\s*min\s*)(\d{2}))?")
_HALF = re.compile(r"\b([ap])\.? ?m\b")
_NAMED = re.compile(r"(\d{1,2})(?:er)?[ -]([a-z]{3,9})\.?,?[ -](\d{4})|([a-z]{3,9})\.? (\d{1,2}),? (\d{4})")
_MONTHS = {
    **{"jan": 1, "feb": 2, "fev": 2, "mar": 3, "apr": 4, "avr": 4, "may": 5, "mai": 5, "jun": 6, "juin": 6},
    **{"jul": 7, "juil": 7, "aug": 8, "aou": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12},
}
"""How the names of months begin, in English and in French, without accents."""
_CENTURY = 2000
_NOON = 12
_READ, _BESIDE = 1_000, 4
"""Characters of a line that are read, and how many can stand between a day and its time."""


def seconds_in(text: str) -> int | None:
    """A length of time in seconds: "1h 35m 20s", "1 h 35 min", "1:35:20", "PT1H35M"; a number alone counts minutes.

    None for what is none.
    """
    plain = bared(text).strip()
    if iso := _ISO_LENGTH.fullmatch(plain):
        return sum(int(number or 0) * unit for number, unit in zip(iso.groups(), _UNITS.values(), strict=True))
    if clock := _CLOCK.fullmatch(plain):
        return int(clock[1]) * 3600 + int(clock[2]) * 60 + int(clock[3] or 0)
    if _MINUTES.fullmatch(plain):
        return round(float(plain.replace(",", ".")) * 60)
    parts = _PART.findall(plain)
    if not parts or _PART.sub("", plain).strip(" ,"):
        return None
    return sum(int(number) * _UNITS[unit] for number, unit in parts)


def is_day_first(texts: Iterable[str]) -> bool:
    """Whether days stand before months in the dates of a file: some first number can be no month."""
    days = (_DAY.search(text) for text in texts)
    return any(int(day[4]) > _NOON for day in days if day and day[4])


def moment_in(text: str, *, day_first: bool) -> datetime | None:
    """A day with its time: "11/22/26, 9:00:11 AM", "22 nov. 2026 09 h 00", ISO 8601; None for what is none."""
    if iso := _iso_moment(text.strip()):
        return iso
    plain = _numbered(bared(text))
    day = _DAY.search(plain)
    time = _TIME.search(plain, day.end()) if day else None
    if not day or not time:
        return None
    first, second, year = (int(each) for each in (day.groups()[3:] if day[4] else (day[2], day[3], day[1])))
    month, date = (second, first) if day_first and day[4] else (first, second)
    hour, half = int(time[1]), _HALF.search(plain, time.end())
    if half:
        hour = hour % _NOON + (_NOON if half[1] == "p" else 0)
    try:
        return datetime(year if year > 99 else _CENTURY + year, month, date, hour, int(time[2]), int(time[3] or 0))
    except ValueError:
        return None


def has_two_moments(text: str) -> bool:
    """Whether a line tells of two days with a time, as only a report does of who came and left when."""
    found = 0
    plain = _numbered(bared(text[:_READ]))
    for day in _DAY.finditer(plain):
        time = _TIME.search(plain, day.end())
        found += time is not None and time.start() - day.end() <= _BESIDE
    return found > 1


def _numbered(plain: str) -> str:
    """The text with a day whose month is named ("22 nov. 2026", "Nov 22, 2026") in numbers."""
    said = _NAMED.search(plain)
    if not said:
        return plain
    day, name, year = (said[1], said[2], said[3]) if said[1] else (said[5], said[4], said[6])
    month = _MONTHS.get(name[:4]) or _MONTHS.get(name[:3])
    return f"{plain[: said.start()]}{year}-{month}-{day}{_numbered(plain[said.end() :])}" if month else plain


def _iso_moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text) if ":" in text else None
    except ValueError:
        return None


def covered(spans: Sequence[Span]) -> float:
    """How many seconds lie in any of the spans: what two devices were there at once counts once.

    Spans with and without an offset can't be told from each other in time: each sort counts for itself.
    """
    total = 0.0
    for aware in (False, True):
        until: datetime | None = None
        for start, end in sorted(span for span in spans if (span[0].tzinfo is not None) == aware):
            since = start if until is None else max(start, until)
            if end > since:
                total += (end - since).total_seconds()
                until = end
    return total
