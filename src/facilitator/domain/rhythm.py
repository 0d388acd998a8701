"""Steps through the calendar: the next day at a rhythm of days or months."""

from calendar import monthrange
from datetime import date, timedelta


def next_day(start: date, *, days: int = 0, months: int = 0, after: date | None = None) -> date | None:
    """The first day at a rhythm counted from `start` that is later than `start` and than `after`.

    A month without that day ends on its last one: a month after 31 January is 28 or 29 February, two are 31 March.
    None where the calendar ends before. Raises ValueError for a rhythm that takes no time.
    """
    if days + months <= 0:
        raise ValueError("a rhythm takes time")
    step, day = 0, start
    while day <= max(start, after or start):
        step += 1
        try:
            day = _months_later(start, months * step) + timedelta(days=days * step)
        except (ValueError, OverflowError):
            return None
    return day


def _months_later(start: date, months: int) -> date:
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
