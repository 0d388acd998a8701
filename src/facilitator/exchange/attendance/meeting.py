"""What a report tells of the meeting itself: on which days it was, how long at most, and how it was called."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from facilitator.content.naming import plain
from facilitator.exchange.attendance.names import clean
from facilitator.exchange.attendance.times import moment_in

_TITLES = {"meeting title", "titre de la reunion", "topic", "sujet", "meeting topic"}
_FIRST_ROWS = 60
_MINUTE = 60


@dataclass(frozen=True, slots=True)
class Meeting:
    """`days` are those on which somebody came in, the likeliest first; where no date of the file tells the day from
    the month, each stands in both readings. `minutes` is how long it was from the first who came to the last who left,
    None where it does not say, and `title` how it was called, "" for nothing.
    """

    days: tuple[date, ...] = ()
    minutes: int | None = None
    title: str = ""


def meeting_of(
    rows: Iterable[Sequence[str]], joins: Sequence[str], leaves: Sequence[str], *, day_first: bool
) -> Meeting:
    """The meeting that the rows of a report, and its cells of when people came and left, tell of."""
    days = [each.date() for each in _moments(joins, day_first=day_first)]
    if not day_first:
        days += [each.date() for each in _moments(joins, day_first=True)]
    came, left = (_moments(cells, day_first=day_first) for cells in (joins, leaves))
    minutes = None
    if came and left and max(left) >= min(came):
        minutes = -int(-(max(left) - min(came)).total_seconds() // _MINUTE)
    return Meeting(tuple(dict.fromkeys(days)), minutes, _title(rows))


def _moments(texts: Sequence[str], *, day_first: bool) -> list[datetime]:
    """The moments as the clock here shows them, so that all can be compared."""
    found = (moment_in(text, day_first=day_first) for text in texts)
    return [each.astimezone().replace(tzinfo=None) if each.tzinfo else each for each in found if each]


def _title(rows: Iterable[Sequence[str]]) -> str:
    """What stands beside such a heading, or below it where the row is one of headings."""
    for cells, following in _pairs(rows):
        place = next((place for place, cell in enumerate(cells) if plain(cell) in _TITLES), None)
        if place is not None:
            filled = [cell for cell in cells if cell.strip()]
            beside = cells[place + 1] if len(filled) == place + 2 and place == 0 else ""
            return clean(beside or (following[place] if place < len(following) else ""))
    return ""


def _pairs(rows: Iterable[Sequence[str]]) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    before: Sequence[str] = ()
    for number, cells in enumerate(rows):
        if number > _FIRST_ROWS:
            return
        yield before, cells
        before = cells
    yield before, ()
