"""From a file or a pasted text to who took part: Teams and Zoom reports, other tables with names, and plain lists."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from facilitator.content.naming import plain
from facilitator.domain.refusal import ImportRefused
from facilitator.domain.words_of_people import NAME_LIMIT
from facilitator.exchange.attendance.attended import AttendanceReading, Form, Visit
from facilitator.exchange.attendance.headings import TIMES, names_people, roles_of
from facilitator.exchange.attendance.meeting import Meeting, meeting_of
from facilitator.exchange.attendance.merging import merged
from facilitator.exchange.attendance.names import clean
from facilitator.exchange.attendance.times import Span, has_two_moments, is_day_first, moment_in, seconds_in
from facilitator.exchange.attendance.typed_people import person, semicolons_part_cells, visits_in
from facilitator.exchange.cells import Record, records
from facilitator.exchange.chat.lines import lines_of
from facilitator.exchange.chat.reading import is_surely_chat, read_chat
from facilitator.exchange.reading import ROW_LIMIT, RejectedRow, shown, text_of
from facilitator.exchange.workbook import sheet_text
from facilitator.exchange.workbook_parts import is_workbook

PEOPLE_LIMIT = 1_000
"""People of one file or list: more are no workshop."""

_START, _FIRST_ROWS = 20_000, 60
_CELL = 1_000
"""Characters of a cell that are read: a longer one is no name and no time."""
_DELIMITERS = ("\t", ",", ";")
_SECTION = re.compile(r"\d{1,2}\.\s\S.*")
_OF_MEETING = {"topic", "meeting id", "webinar id", "sujet", "id de reunion", "id de la reunion", "meeting title"}
_ZOOM = {"guest", "in waiting room", "user email", "invite", "en salle d attente", "dans la salle d attente"}
_YES = {"yes", "oui", "y", "o", "true", "vrai", "1"}
_ONESELF = {"you", "me", "vous", "moi"}
_UNREAD = "attendance_unread"
_FIRST, _LAST = ("first", "premi"), ("last", "derni")


@dataclass(frozen=True, slots=True)
class _Heads:
    """One table of a report: its headings and what they mean."""

    cells: tuple[str, ...]
    roles: Mapping[str, int]

    @property
    def in_all(self) -> bool:
        """Whether a row tells of a person in all, from the first time they came in to the last time they left."""
        join, leave = self._heading("join"), self._heading("leave")
        return any(word in join for word in _FIRST) or any(word in leave for word in _LAST)

    @property
    def original(self) -> bool:
        """Whether a name is followed by the one of the account, in brackets."""
        return "origin" in self._heading("name")

    def cell(self, record: Record, role: str) -> str:
        """What stands in a row's column of this role."""
        place = self.roles.get(role, len(record.cells))
        return record.cells[place].strip()[:_CELL] if place < len(record.cells) else ""

    def _heading(self, role: str) -> str:
        return plain(self.cells[self.roles[role]]) if role in self.roles else ""


def read_attendance(data: bytes | str) -> AttendanceReading:
    """Who took part. What has no headings that tell of people is read as a list, a person a line.

    Of a meeting's chat it is whoever wrote, by the name they had there.

    Raises ImportRefused: as `sheet_text`, `text_of`, `records` and `read_chat` do (no workbook that can be read, empty,
    too big, no text, an open quotation mark, too long), "import_rows" (limit), "attendance_headings" for a report
    whose headings are in no language that is known here, "attendance_unread" (name, text) where no time can be read,
    "attendance_nobody" where nobody is named, "attendance_many" (limit).
    """
    if isinstance(data, bytes) and is_workbook(data):
        sheet = sheet_text(data)
        return replace(read_attendance(sheet.people), of=sheet)
    text, _ = text_of(data, fallback="cp1252")
    delimiter = _delimiter(text)
    form: Form
    meeting = Meeting()
    if is_surely_chat(text):
        form, waiting, rejected = "chat", 0, list[RejectedRow]()
        visits = [person(name, place=place) for name, place in _authors(text)]
    elif delimiter:
        form, tables, rejected, waiting, meeting = _of_tables(text, delimiter)
        visits = _latest(tables)
        if not any(visit.came for visit in visits) and _tells_times(text):
            raise ImportRefused("attendance_headings")
    else:
        form, waiting = "list", 0
        visits, rejected = _of_list(text)
    good = [visit for visit in visits if _is_named(visit)]
    rejected += [_rejected(visit) for visit in visits if not _is_named(visit)]
    people = merged(good)
    if not people and (unread := next((each for each in rejected if each.key == _UNREAD), None)):
        raise ImportRefused(_UNREAD, **unread.values)
    if not people:
        raise ImportRefused("attendance_nobody")
    if len(people) > PEOPLE_LIMIT:
        raise ImportRefused("attendance_many", limit=PEOPLE_LIMIT)
    timed = [visit for visit in good if visit.came]
    rejoins = len(timed) - sum(1 for each in people if each.joins) if timed else len(good) - len(people)
    return AttendanceReading(form, people, rejoins, waiting, tuple(rejected), meeting=meeting)


def _authors(text: str) -> list[tuple[str, int]]:
    """Everybody who wrote, once, and which message of the chat was their first; not "You", who can't be told."""
    first: dict[str, int] = {}
    for place, message in enumerate(read_chat(text).messages, start=1):
        if message.author and plain(message.author) not in _ONESELF:
            first.setdefault(message.author, place)
    return list(first.items())


def is_surely_attendance(text: str) -> bool:
    """Whether a text can be nothing but a report of who was in a meeting: names with when they came or how long."""
    delimiter = _delimiter(text)
    if not delimiter:
        return False
    heads = next((heads for record in _first(text, delimiter) if (heads := _heads(record))), None)
    return heads is not None and len(TIMES & heads.roles.keys()) > 1


def _delimiter(text: str) -> str:
    """What parts the cells of the first row of headings that tell of people; "" where there is none."""
    for delimiter in _DELIMITERS:
        if any(_heads(record) for record in _first(text, delimiter)):
            return delimiter
    return ""


def _first(text: str, delimiter: str) -> Iterator[Record]:
    try:
        yield from islice(records(text[:_START], delimiter), _FIRST_ROWS)
    except ImportRefused:
        return  # it is told when the whole text is read


def _heads(record: Record) -> _Heads | None:
    """The row as headings, None where it is none: names and at least one more thing that is told of people."""
    roles = roles_of(record.cells)
    if len(roles) < 2 or not names_people(roles) or any(plain(cell) in _OF_MEETING for cell in record.cells):
        return None
    return _Heads(record.cells, roles)


def _of_tables(text: str, delimiter: str) -> tuple[Form, list[list[Visit]], list[RejectedRow], int, Meeting]:
    """The rows of each table that tells of people, rows that are refused, how many only waited, and the meeting."""
    tables: list[tuple[_Heads, list[Record]]] = []
    heads: _Heads | None = None
    count = 0
    for record in records(text, delimiter):
        used = [cell for cell in record.cells if cell.strip()]
        if not used:
            continue
        count += 1
        if count > ROW_LIMIT:
            raise ImportRefused("import_rows", limit=ROW_LIMIT)
        if found := _heads(record):
            heads = found
            tables.append((found, []))
        elif len(used) == 1 and _SECTION.fullmatch(used[0].strip()):
            heads = None  # the title of the next part
        elif heads:
            tables[-1][1].append(record)
    waiting, rejected, visits = 0, list[RejectedRow](), list[list[Visit]]()
    for heads, rows in tables:
        inside = [row for row in rows if plain(heads.cell(row, "waiting")) not in _YES]
        waiting += len(rows) - len(inside)
        visits.append(_visits(heads, inside, rejected))
    joins, leaves = (
        [cell for heads, rows in tables for row in rows if (cell := heads.cell(row, role))]
        for role in ("join", "leave")
    )
    first = (record.cells for record in _first(text, delimiter))
    meeting = meeting_of(first, joins, leaves, day_first=is_day_first([*joins, *leaves]))
    return _form(delimiter, [heads for heads, _ in tables]), visits, rejected, waiting, meeting


def _visits(heads: _Heads, rows: Sequence[Record], rejected: list[RejectedRow]) -> list[Visit]:
    times = [heads.cell(row, role) for row in rows for role in ("join", "leave")]
    day_first, found = is_day_first(times), []
    for row in rows:
        name = heads.cell(row, "name")
        if "given" in heads.roles:
            name = f"{heads.cell(row, 'given')} {heads.cell(row, 'family')}"
        if not clean(name):
            rejected.append(RejectedRow("attendance_no_name", place=row.line))
            continue
        if _left_before_they_came(heads, row, day_first=day_first):
            moments = {role: shown(heads.cell(row, role)) for role in ("join", "leave")}
            rejected.append(RejectedRow("attendance_times", {"name": shown(clean(name)), **moments}, row.line))
            continue
        span, seconds = _time(heads, row, day_first=day_first)
        if span is None and seconds is None and (unread := _unread(heads, row, day_first=day_first)):
            rejected.append(RejectedRow(_UNREAD, {"name": shown(clean(name)), "text": shown(unread)}, row.line))
            continue
        addresses = {clean(heads.cell(row, role)).casefold() for role in ("address", "id")} - {""}
        organization = clean(heads.cell(row, "organization"))
        told = person(clean(name), frozenset(addresses), organization, place=row.line, inside=not heads.original)
        pronouns = told.pronouns or clean(heads.cell(row, "pronouns"))
        found.append(replace(told, span=span, seconds=seconds, pronouns=pronouns))
    return found


def _time(heads: _Heads, row: Record, *, day_first: bool) -> tuple[Span | None, int | None]:
    """From when to when, or how long; where a row tells of all visits, only the length leaves the gaps out."""
    span, seconds = _span(heads, row, day_first=day_first), seconds_in(heads.cell(row, "duration"))
    if heads.in_all and seconds is not None:
        return None, seconds
    return span, None if span else seconds


def _unread(heads: _Heads, row: Record, *, day_first: bool) -> str:
    """What stands where a time belongs and is none, "" for nothing: a length without a number, a day that isn't."""
    length = heads.cell(row, "duration")
    if any(map(str.isalnum, length)) and seconds_in(length) is None:
        return length
    moments = (heads.cell(row, role) for role in ("join", "leave"))
    return next(
        (each for each in moments if any(map(str.isdigit, each)) and not moment_in(each, day_first=day_first)), ""
    )


def _left_before_they_came(heads: _Heads, row: Record, *, day_first: bool) -> bool:
    span = _span(heads, row, day_first=day_first)
    return span is not None and span[1] < span[0]


def _span(heads: _Heads, row: Record, *, day_first: bool) -> Span | None:
    """When somebody came and when they left; None where one is missing or the two can't be compared."""
    join, leave = (moment_in(heads.cell(row, role), day_first=day_first) for role in ("join", "leave"))
    same_sort = join and leave and (join.tzinfo is None) == (leave.tzinfo is None)
    return (join, leave) if join and leave and same_sort else None


def _latest(tables: Sequence[list[Visit]]) -> list[Visit]:
    """All rows; a table that tells of somebody's single visits counts instead of one before it that told of all."""
    found: list[Visit] = []
    told: set[str] = set()
    for visits in reversed(tables):
        its = {who for visit in visits if visit.came for who in (visit.addresses or {visit.key})}
        found = [_untimed(v) if not told.isdisjoint(v.addresses or {v.key}) else v for v in visits] + found
        told |= its
    return found


def _untimed(visit: Visit) -> Visit:
    return replace(visit, span=None, seconds=None)


def _of_list(text: str) -> tuple[list[Visit], list[RejectedRow]]:
    visits: list[Visit] = []
    if _tells_times(text):
        raise ImportRefused("attendance_headings")
    in_cells = semicolons_part_cells(islice(lines_of(text), _FIRST_ROWS))
    for place, line in enumerate(lines_of(text), start=1):
        if not visits and roles_of([line]).get("name") == 0:
            continue  # a heading
        visits += visits_in(line, place, in_cells=in_cells)
        if len(visits) > ROW_LIMIT:
            raise ImportRefused("import_rows", limit=ROW_LIMIT)
    return visits, []


def _tells_times(text: str) -> bool:
    """Whether lines near the beginning tell when somebody came and left."""
    return any(map(has_two_moments, islice(lines_of(text), _FIRST_ROWS)))


def _is_named(visit: Visit) -> bool:
    return 0 < len(visit.name) <= NAME_LIMIT


def _rejected(visit: Visit) -> RejectedRow:
    if not visit.name:
        return RejectedRow("attendance_no_name", place=visit.place)
    return RejectedRow("attendance_name_long", {"name": shown(visit.name), "limit": NAME_LIMIT}, visit.place)


def _form(delimiter: str, tables: Sequence[_Heads]) -> Form:
    heads = {plain(cell) for each in tables for cell in each.cells}
    if any("upn" in head.split() for head in heads) or (delimiter == "\t" and any(each.in_all for each in tables)):
        return "teams"
    if heads & _ZOOM or any(each.original for each in tables):
        return "zoom"
    return "table"
