"""The days to keep of one board or several as a calendar file."""

from collections.abc import Iterable
from datetime import datetime

from facilitator.boards.described import Dated
from facilitator.exchange import ics


def calendar_of(name: str, dates: Iterable[Dated], stamp: datetime) -> bytes:
    """An iCalendar file called `name`, written at `stamp`; a day that has moved replaces the one written before."""
    return ics.write(
        (ics.WholeDay(f"{each.id}@facilitator", each.day, each.title, each.note) for each in dates),
        name=name,
        stamp=stamp,
    )
