"""Days out of foreign tables, in every form that is clear: nobody's 3 April becomes the 4th of March."""

import re
from datetime import date
from functools import cache

from facilitator.content.naming import plain
from facilitator.content.words import Words
from facilitator.domain.refusal import EditRejected

_MIDNIGHT = re.compile(r"[T ]0?0:00(:00(\.0+)?)?(Z|[+-]\d\d:?\d\d)?$")
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})", re.ASCII)
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})", re.ASCII)
_NAMED = (
    re.compile(r"(?P<day>\d{1,2})(?:er|st|nd|rd|th)? (?:of |de )?(?P<month>[^\W\d_]+) (?P<year>\d{4})", re.ASCII),
    re.compile(r"(?P<month>[^\W\d_]+) (?P<day>\d{1,2})(?:st|nd|rd|th)? (?P<year>\d{4})", re.ASCII),
    re.compile(r"(?P<year>\d{4}) (?P<month>[^\W\d_]+) (?P<day>\d{1,2})", re.ASCII),
)
_ENGLISH_SHORT = 3


def clear_day(text: str) -> date | None:
    """The day that a cell means, None if blank.

    ISO (2027-01-14), the year first (2027/1/14), with the month in letters in either language (14 janv. 2027, Jan 14,
    2027), or day and month in whichever order where only one makes sense (25/03/2027). Midnight behind it does not
    count. Raises EditRejected: "date_ambiguous" (text, one, other: both days in ISO), "date_unreadable" (text).
    """
    said = text.strip()
    if not said:
        return None
    bare = _MIDNIGHT.sub("", said)
    if found := _YEAR_FIRST.fullmatch(bare):
        return _day(said, int(found[1]), int(found[3]), int(found[4]))
    if found := _YEAR_LAST.fullmatch(bare):
        return _either_way(said, int(found[4]), int(found[1]), int(found[3]))
    words = plain(bare)
    for pattern in _NAMED:
        found = pattern.fullmatch(words)
        if found and found["month"] in months():
            return _day(said, int(found["year"]), months()[found["month"]], int(found["day"]))
    raise EditRejected("date_unreadable", text=said)


def _either_way(said: str, year: int, one: int, other: int) -> date:
    """Day and month in either order, where both make the same day or only one makes any."""
    days = []
    for day, month in ((one, other), (other, one)):
        try:
            days.append(date(year, month, day))
        except ValueError:
            continue
    if not days:
        raise EditRejected("date_unreadable", text=said)
    if len(set(days)) > 1:
        raise EditRejected("date_ambiguous", text=said, one=days[0].isoformat(), other=days[1].isoformat())
    return days[0]


def _day(said: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise EditRejected("date_unreadable", text=said) from None


@cache
def months() -> dict[str, int]:
    """The months by all their names, without accents."""
    found: dict[str, int] = {}
    for month in range(1, 13):
        found[plain(Words("en")(f"writing.month_{month}"))[:_ENGLISH_SHORT]] = month
        for words in (Words("en"), Words("fr")):
            found[plain(words(f"writing.month_{month}"))] = month
            found[plain(words(f"writing.short_month_{month}"))] = month
    return found
