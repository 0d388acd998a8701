"""A sheet of a workbook as the text of a table, which all readers of tables take: cells as people see them."""

import csv
import io
import re
import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from facilitator.content.words import Words
from facilitator.domain.language import LANGUAGES
from facilitator.domain.refusal import ImportRefused
from facilitator.exchange.cells import LINE_END_WITHIN
from facilitator.exchange.csv_tables import guarded
from facilitator.exchange.reading import MEGABYTE, SIZE_LIMIT, shown
from facilitator.exchange.workbook_parts import LAST_ROW, is_workbook, parts_of, sheet_facts

if TYPE_CHECKING:
    from zipfile import ZipFile

_IGNORED = "(ignore)"
"""Kumu passes over sheets with this in their name (docs.kumu.io/guides/import)."""

_ELEMENTS, _CONNECTIONS = "elements", "connections"
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_LINE_ENDS = re.compile("\r\n|\r|\n")
_BEGINNING = 200  # rows, which are enough to tell a report from a list
_DIGITS = 15  # as many of a number as a workbook keeps
_PERCENT_DIGITS = 10

_Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SheetText:
    """What one sheet holds, as cells between tabs, a line for each row: the lines that refusals name are its rows.

    `people` is the same, but of a sheet with a single column its plain lines. `connections` is Kumu's second table,
    where `text` is its first. `name` is the sheet that was read, `sheets` are all that can be asked for. Sheets
    that are `hidden` are not read, unless asked for by name; `hidden_rows` are, and counted.
    """

    text: str
    people: str
    name: str
    sheets: tuple[str, ...]
    connections: str | None = None
    hidden: tuple[str, ...] = ()
    hidden_rows: int = 0

    @property
    def are_of_kumu(self) -> bool:
        """Whether there are Kumu's two sheets, which can be read together."""
        return {each.strip().casefold() for each in self.sheets} >= {_ELEMENTS, _CONNECTIONS}

    def told(self, words: Words) -> list[str]:
        """Which sheet it was, which others there are, and what was hidden, in sentences."""
        name, others = words.quote(self.name), [each for each in self.sheets if each != self.name]
        if self.connections is not None:
            lines = [words("exchange.sheets_of_kumu")]
        elif others:
            listed = words.list([words.quote(each) for each in others])
            lines = [words("exchange.sheet_of_several", name=name, others=listed)]
        else:
            lines = [words("exchange.sheet_read", name=name)]
        if self.hidden:
            lines.append(words("exchange.sheets_hidden", count=len(self.hidden)))
        if self.hidden_rows:
            lines.append(words("exchange.rows_hidden", count=self.hidden_rows))
        return lines


def sheet_text(data: bytes, sheet: str = "", *, most_rows: int = LAST_ROW) -> SheetText:
    """The sheet of this name; "" for the first one with cells that is not hidden, or for Kumu's two.

    Text is literal, numbers are as short as they can be, days ISO 8601, percentages with their sign; formulas count
    by the result that was kept, and no link is followed. What merged cells say is said in each row that they reach, in
    their first column. In a workbook of our own, all tables of the board come whose sheet it is.

    Raises ImportRefused: what `parts_of` and `sheet_facts` raise, "import_empty", "workbook_sheet" (name, known),
    "workbook_formula" (cell, sheet).
    """
    import openpyxl  # seldom needed

    with parts_of(data) as parts, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what it leaves out: colours, drop-down lists
        try:
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            return _Workbook(book, parts, most_rows).read(sheet)
        except ImportRefused:
            raise
        except Exception as error:  # whatever it comes to when a file says nonsense
            raise ImportRefused("workbook_broken") from error


def as_text(data: bytes) -> bytes | str:
    """A workbook as how its first sheet begins, to tell what is in it; anything else as it is.

    Raises ImportRefused as `sheet_text`.
    """
    return sheet_text(data, most_rows=_BEGINNING).text if is_workbook(data) else data


class _Workbook:
    """Reads sheets of a workbook that openpyxl has opened."""

    def __init__(self, book: Any, parts: "ZipFile", most_rows: int) -> None:
        self._parts, self._most_rows = parts, most_rows
        self._sheets = {each.title: each for each in book.worksheets}
        self._hidden = tuple(name for name, each in self._sheets.items() if each.sheet_state != "visible")
        self._offered = tuple(name for name in self._sheets if name not in self._hidden)
        self._hidden_rows = dict[str, int]()

    def read(self, wanted: str) -> SheetText:
        if wanted:
            name = next((each for each in self._sheets if each.casefold() == wanted.casefold()), "")
            if not name:
                known = ", ".join(map(shown, self._offered))
                raise ImportRefused("workbook_sheet", name=shown(wanted), known=known)
            return self._of_board(name) or self._one(name, self._rows(name))
        return self._of_kumu() or self._first()

    def _first(self) -> SheetText:
        """The first sheet that holds something, which in a workbook of ours lists the others."""
        for name in (each for each in self._offered if _IGNORED not in each.casefold()):
            if rows := self._rows(name):
                listed = self._listed(rows)
                return (listed and self._of_board(listed[0][0])) or self._one(name, rows)
        raise ImportRefused("import_empty")

    def _one(self, name: str, rows: Sequence[_Row]) -> SheetText:
        if not rows:
            raise ImportRefused("import_empty")
        text = _lines(rows)
        people = "\n".join(" ".join(cells[0].split()) if cells else "" for cells in rows) if _is_list(rows) else text
        return self._told(text, people, [name])

    def _of_kumu(self) -> SheetText | None:
        called = {name.strip().casefold(): name for name in self._offered}
        if not called.keys() >= {_ELEMENTS, _CONNECTIONS}:
            return None
        elements, connections = (self._rows(called[each]) for each in (_ELEMENTS, _CONNECTIONS))
        if not elements or not connections:
            return None
        its = [_lines([[guarded(cell) for cell in row] for row in rows]) for rows in (elements, connections)]
        return self._told(its[0], its[0], [called[_ELEMENTS], called[_CONNECTIONS]], its[1])

    def _of_board(self, name: str) -> SheetText | None:
        """In a workbook of ours, all tables of the board whose sheet it is, as our CSV has them one below another."""
        first = self._offered[0] if self._offered else ""
        listed = self._listed(self._rows(first)) if first and first != name else []
        about = next((about for sheet, about, _ in listed if sheet == name), None)
        its = [(sheet, title) for sheet, of, title in listed if of == about]
        if about is None or len(its) < 2:
            return None
        rows: list[Sequence[str]] = []
        for sheet, title in its:
            table = [row for row in self._rows(sheet) if row]
            below = table[1:] if _is_private_mark(table[0]) else table
            rows += [[guarded(title)], *([guarded(cell) for cell in row] for row in below), []]
        text = _lines(rows)
        return self._told(text, text, [name, *(sheet for sheet, _ in its if sheet != name)])

    def _listed(self, rows: Sequence[_Row]) -> list[tuple[str, str, str]]:
        """Sheet, board and table of each row, where these are the contents of a workbook of ours; else nothing."""
        below = rows[1:] if rows and _is_private_mark(rows[0]) else rows
        if not below or below[0] not in _contents_heads():
            return []
        listed = [(row[0], row[1], row[2]) for row in below[1:] if len(row) > 2]
        return listed if all(sheet in self._offered for sheet, _, _ in listed) else []

    def _told(self, text: str, people: str, read: Sequence[str], connections: str | None = None) -> SheetText:
        """What was read of these sheets, of which the first was asked for."""
        hidden = tuple(each for each in self._hidden if each not in read)
        rows = sum(self._hidden_rows[each] for each in read)
        return SheetText(text, people, read[0], self._offered, connections, hidden, rows)

    def _rows(self, name: str) -> list[_Row]:
        """The cells of each row up to the last that is filled, without the empty columns on the left."""
        sheet = self._sheets[name]
        facts = sheet_facts(self._parts, sheet._worksheet_path, self._most_rows)
        if facts.no_result:
            raise ImportRefused("workbook_formula", cell=facts.no_result, sheet=shown(name))
        self._hidden_rows[name] = facts.hidden_rows
        if not facts.rows:
            return []
        rows, size, seen = list[list[str]](), 0, False
        for row in sheet.iter_rows(max_row=facts.rows, max_col=facts.columns):
            cells = [_text(cell) for cell in row]
            seen = seen or any(cells)
            while cells and not cells[-1].strip():
                cells.pop()
            size += sum(map(len, cells))
            if size > SIZE_LIMIT:
                raise ImportRefused("import_too_big", size=-(-size // MEGABYTE), limit=SIZE_LIMIT // MEGABYTE)
            rows.append(cells)
        if not seen:  # of a sort in which openpyxl finds no cells
            raise ImportRefused("workbook_broken")
        if not any(rows):
            return []
        _fill_merged(rows, facts.merged)
        begin = min(at for row in rows for at, cell in enumerate(row) if cell.strip())
        return [tuple(row[begin:]) for row in rows]


def _fill_merged(rows: Sequence[list[str]], merged: Iterable[tuple[int, int, int]]) -> None:
    """Say in each row what a cell says that reaches down to it; a row that holds nothing else stays empty."""
    for column, first, last in merged:
        said = rows[first - 1][column - 1 : column]
        for row in rows[first:last]:
            if said and any(map(str.strip, row)):
                row += [""] * (column - len(row))
                row[column - 1] = row[column - 1] or said[0]


def _is_list(rows: Sequence[_Row]) -> bool:
    return max(map(len, rows)) == 1


def _is_private_mark(row: Sequence[str]) -> bool:
    return len(row) == 1 and row[0] in {Words(language)("handouts.private") for language in LANGUAGES}


def _contents_heads() -> Iterator[_Row]:
    for language in LANGUAGES:
        yield tuple(Words(language)(f"export.head_{head}") for head in ("sheet", "board", "table", "rows"))


def _lines(rows: Sequence[Sequence[str]]) -> str:
    """One line a row, as wide as the widest; a single cell above the table stays one, which tabs let be its title."""
    width = max(map(len, rows))
    table = next((at for at, row in enumerate(rows) if len(row) > 1), len(rows))
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter="\t", quoting=csv.QUOTE_ALL, lineterminator="\n")
    for at, row in enumerate(rows):
        cells = [_LINE_ENDS.sub(LINE_END_WITHIN, cell) for cell in row]
        writer.writerow([*cells, *[""] * (width - len(cells))] if cells and at >= table else cells)
    return out.getvalue()


def _text(cell: Any) -> str:
    """What people see in a cell, as far as it can be read again."""
    value, number_format = cell.value, ""
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    number_format = _LITERAL.sub("", cell.number_format or "").casefold()
    if isinstance(value, int | float):
        return _percent(value) if "%" in number_format else _number(value, _DIGITS)
    return _moment(value, number_format)


def _percent(value: float) -> str:
    return _number(value * 100, _PERCENT_DIGITS) + "%"


def _number(value: float, digits: int) -> str:
    """A number without an exponent, and without the noise behind its last digit that counts."""
    plain = format(Decimal(format(value, f".{digits}g")), "f")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _moment(value: date | time | timedelta, number_format: str) -> str:
    if isinstance(value, datetime):
        value = (value + timedelta(microseconds=500_000)).replace(microsecond=0)
        if value.time() == time() and "h" not in number_format:
            return value.date().isoformat()
        return value.isoformat(" ", "seconds" if value.second else "minutes")
    if isinstance(value, time):
        return _moment(datetime.combine(date(2000, 1, 1), value), "h").split(" ")[1]
    if isinstance(value, timedelta):
        seconds = round(value.total_seconds())
        return f"{'-' * (seconds < 0)}{abs(seconds) // 3600}:{abs(seconds) // 60 % 60:02}:{abs(seconds) % 60:02}"
    return value.isoformat()
