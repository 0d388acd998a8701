"""Several rows of one person as one person, with the time that they were there in all.

Rows are of one person where they share a mail address, or where the names are the same and not each has an address of
its own. Times in which two devices were there at once count once. Minutes are rounded to the nearest, half a minute
up, and whoever was there at all was there for one.
"""

from collections.abc import Iterable, Sequence

from facilitator.exchange.attendance.attended import Attended, Visit
from facilitator.exchange.attendance.times import covered


def merged(visits: Iterable[Visit]) -> tuple[Attended, ...]:
    """Each person once, in the order of their first rows."""
    people: list[list[Visit]] = []
    by_address: dict[str, list[Visit]] = {}
    first: dict[str, list[Visit]] = {}
    without_address: dict[str, list[Visit]] = {}
    for visit in visits:
        rows = next((by_address[each] for each in visit.addresses if each in by_address), None)
        if rows is None:
            rows = without_address.pop(visit.key, None) if visit.addresses else first.get(visit.key)
        if rows is None:
            rows = []
            people.append(rows)
            if not visit.addresses:
                without_address[visit.key] = rows
        rows.append(visit)
        first.setdefault(visit.key, rows)
        for address in visit.addresses:
            by_address.setdefault(address, rows)
    return tuple(_person(rows) for rows in people)


def _person(rows: Sequence[Visit]) -> Attended:
    came = [row for row in rows if row.came]
    seconds = covered([row.span for row in rows if row.span]) + sum(row.seconds or 0 for row in rows if not row.span)
    return Attended(
        rows[0].name,
        next((row.organization for row in rows if row.organization), ""),
        next((row.pronouns for row in rows if row.pronouns), ""),
        max(int(seconds / 60 + 0.5), 1 if seconds else 0) if came else None,
        len(came),
        len(rows),
        tuple({row.key: row.name for row in rows[1:] if row.key != rows[0].key}.values()),
    )
