"""Days as people type them while they talk: "27 Nov", "vendredi", "in 2 weeks". They are counted from a given today."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from facilitator.boards.clear_day import clear_day, months
from facilitator.content.naming import plain
from facilitator.content.words import Words
from facilitator.domain.refusal import EditRejected

_BEFORE = re.compile(r"(?:by|on|the|le|d['’]ici le|d['’]ici|pour le) +(?=\S)", re.IGNORECASE)
_AHEAD = re.compile(r"(?:in|dans) (?P<count>\d{1,3}|a|an|one|un|une) (?P<unit>days?|jours?|weeks?|semaines?)", re.ASCII)
_AGO = re.compile(
    r"(?P<count>\d{1,3}|a|one) (?P<unit>days?|weeks?) ago|"
    r"il y a (?P<nombre>\d{1,3}|un|une) (?P<unite>jours?|semaines?)",
    re.ASCII,
)
_UNITS = {"d": 1, "j": 1, "w": 7, "s": 7}
_NUMBERS = re.compile(r"(\d{1,2})([-/.])(\d{1,2})", re.ASCII)
_NAMED = (
    re.compile(r"(?P<day>\d{1,2})(?:er|st|nd|rd|th)? (?:of |de )?(?P<month>[^\W\d_]+)", re.ASCII),
    re.compile(r"(?P<month>[^\W\d_]+) (?P<day>\d{1,2})(?:st|nd|rd|th)?", re.ASCII),
)
_NEXT = re.compile(r"next (?P<after>[^\W\d_]+)|(?P<before>[^\W\d_]+) prochain", re.ASCII)
_WEEK = 7
_SHORTEST_NAME = 3
_HALF_A_YEAR = 182
_LEAP_YEARS_APART = 8  # 1896 and 1904


def said_day(text: str, today: date) -> date | None:
    """The day that somebody typed, in either language; None if blank.

    What `clear_day` reads, and: today, tomorrow, a day of the week (the next one, never today; "next Friday" is read
    where no other Friday of this week is ahead), in so many days or weeks, and a day without its year (the next such
    day, which may be today), a day of the week before it or not.
    Raises EditRejected: "date_ambiguous" (text, one, other: both days in ISO), "date_unreadable" (text).
    """
    said = _bare(text)
    words = plain(said)
    try:
        found = _counted(words, today) or _next_week(words, said, today) or _numbers(said, today)
        if found := found or _without_year(words, today):
            return found
        first, _, rest = words.partition(" ")
        weekday = _weekdays(first)
        if weekday and not rest:
            return _coming(weekday, today)
        if weekday:
            return _on(weekday, said, rest, today)
    except OverflowError:
        raise EditRejected("date_unreadable", text=said) from None
    return clear_day(said)


def day_behind(text: str, today: date) -> date | None:
    """The day that somebody typed of something that was done, in either language; None if blank.

    As `said_day`, but a day without its year is the last such day, which may be today, and so is a day of the week.
    "Yesterday" and "3 days ago" are read, too; what is said to come ("tomorrow") is ahead of today. Raises the same.
    """
    said = _bare(text)
    words = plain(said)
    if ago := _AGO.fullmatch(words):
        words = f"in {ago['count'] or ago['nombre']} {ago['unit'] or ago['unite']}"
        return today - ((_counted(words, today) or today) - today)
    if words in _yesterdays():
        return today - timedelta(days=1)
    if weekday := _weekdays(words):
        return today - timedelta(days=(today.isoweekday() - weekday) % _WEEK)
    if found := _counted(words, today) or _next_week(words, said, today):
        return found
    return said_day(said, _year_before(today))


def near_day(text: str, today: date, begins: date | None = None, ends: date | None = None) -> date | None:
    """The day that somebody typed of something that is planned or was held, in either language; None if blank.

    As `said_day`, but a day without its year is the nearest one, be it past or ahead; where there is one from `begins`
    to `ends`, and the nearest lies outside, that one. Raises the same.
    """
    said = _bare(text)
    words = plain(said)
    if _weekdays(words) or _counted(words, today) or _next_week(words, said, today):
        return said_day(said, today)
    nearest = said_day(said, today - timedelta(days=min(_HALF_A_YEAR, (today - date.min).days)))
    if nearest is None or begins is None or ends is None or begins <= nearest <= ends:
        return nearest
    first = said_day(said, begins)
    return first if first and begins <= first <= ends else nearest


def iso_day(text: str, today: date, *, near: bool = False) -> str:
    """What `said_day` reads, or `near_day`, in ISO (2027-01-14), "" if blank: how the fields of a board keep a day.

    Raises the same.
    """
    day = near_day(text, today) if near else said_day(text, today)
    return day.isoformat() if day else ""


def _bare(text: str) -> str:
    """The day without the small words before it."""
    said = text.strip()
    before = _BEFORE.match(said)
    return said[before.end() :] if before else said


def _year_before(today: date) -> date:
    """From this day on, each day and month comes once until today."""
    try:
        return today.replace(year=today.year - 1) + timedelta(days=1)
    except ValueError:  # 29 February
        return date(today.year - 1, 3, 1)


def _counted(words: str, today: date) -> date | None:
    near = _near().get(words)
    if near is None and (found := _AHEAD.fullmatch(words)):
        count = int(found["count"]) if found["count"].isdigit() else 1
        near = count * _UNITS[found["unit"][0]]
    return None if near is None else today + timedelta(days=near)


def _numbers(said: str, today: date) -> date | None:
    """Day and month in whichever order, where both make the same day or only one makes any."""
    found = _NUMBERS.fullmatch(said)
    if not found:
        return None
    pairs = ((int(found[1]), int(found[3])), (int(found[3]), int(found[1])))
    days = [day for each, month in pairs if (day := _next(each, month, today))]
    if len(set(days)) > 1:
        raise EditRejected("date_ambiguous", text=said, one=days[0].isoformat(), other=days[1].isoformat())
    return days[0] if days else None


def _without_year(words: str, today: date) -> date | None:
    for pattern in _NAMED:
        found = pattern.fullmatch(words)
        if found and found["month"] in months():
            return _next(int(found["day"]), months()[found["month"]], today)
    return None


def _next_week(words: str, said: str, today: date) -> date | None:
    """Next Friday; on a Monday that could be the one of this week or the one after it."""
    found = _NEXT.fullmatch(words)
    weekday = _weekdays(found["after"] or found["before"]) if found else 0
    if not weekday:
        return None
    day = _coming(weekday, today)
    if weekday > today.isoweekday():
        other = day + timedelta(days=_WEEK)
        raise EditRejected("date_ambiguous", text=said, one=day.isoformat(), other=other.isoformat())
    return day


def _coming(weekday: int, today: date) -> date:
    return today + timedelta(days=(weekday - today.isoweekday() - 1) % _WEEK + 1)


def _on(weekday: int, said: str, rest: str, today: date) -> date:
    """A day with its day of the week; raises EditRejected("date_unreadable") where the two disagree."""
    day = rest.removeprefix("le ").removeprefix("the ")
    found = _without_year(day, today) or clear_day(day)
    if found is None or found.isoweekday() != weekday:
        raise EditRejected("date_unreadable", text=said)
    return found


def _next(day: int, month: int, today: date) -> date | None:
    """The first such day from today on; None where there is none in any year."""
    for year in range(today.year, min(date.max.year, today.year + _LEAP_YEARS_APART) + 1):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found >= today:
            return found
    return None


def _weekdays(word: str) -> int:
    """1 for a Monday … 7 for a Sunday by its name in either language or the beginning of it, 0 for another word."""
    if len(word) < _SHORTEST_NAME:
        return 0
    return next((number for name, number in _names_of_days() if name.startswith(word)), 0)


@cache
def _names_of_days() -> tuple[tuple[str, int], ...]:
    return tuple((plain(words(f"writing.weekday_{each}")), each) for words in _both() for each in range(1, _WEEK + 1))


@cache
def _near() -> dict[str, int]:
    near = ("writing.today", "writing.tomorrow")
    return {plain(words(key)): ahead for words in _both() for ahead, key in enumerate(near)}


@cache
def _yesterdays() -> frozenset[str]:
    return frozenset(plain(words("writing.yesterday")) for words in _both())


def _both() -> Iterator[Words]:
    return (Words(language) for language in ("en", "fr"))
