"""Tables as a workbook (XLSX, ECMA-376) whose text is text: nothing in it is run, followed or counted as a number.

Each sheet is a real table with a header row, so that screen readers say the head of each cell's column. No names,
machines or times are kept, and two builds of one input are the same bytes.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, TypeAlias
from xml.sax.saxutils import escape

from facilitator.content.words import Words
from facilitator.domain.language import LOCALES, Language

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

Cell: TypeAlias = str | int | float | date

CELL_LIMIT = 32_767
"""UTF-16 units that a cell can hold; longer text is cut, and the cell says so."""

SHEET_NAME_LIMIT = 31
"""UTF-16 units of the name of a sheet."""

_HEAD_LIMIT = 255
_NARROW, _WIDE = 9, 60
_ACROSS = 12  # columns that one page has room for, in letters that can be read
_FIRST_DAY = date(1900, 3, 1)  # workbooks count 29 February 1900, which there was not; earlier days are text
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_RUNS_WHEN_EDITED = re.compile(r"[\s\u00a0\u202f]*[=+\-@']")
_RESERVED = "history"  # Excel keeps that name for itself
_DAYS: Mapping[Language, str] = {"en": "[$-1009]d mmmm yyyy", "fr": "[$-C0C]d mmmm yyyy"}
_INK, _HEAD, _AMBER = "#1B2A3A", "#E3EAF1", "#8A5A00"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: literal text, numbers, days; "" is an empty cell. `about` tells what it is a table of."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    about: str = ""


def xlsx_of(title: str, sheets: Sequence[Sheet], words: Words, *, private: bool = False) -> bytes:
    """A workbook called `title` with a sheet a table, in the language of `words`; of several, the first lists them.

    `private` is said in the name of each sheet, in its first row and on each printed page.
    """
    from xlsxwriter.workbook import Workbook  # seldom needed

    mark = words("handouts.private_mark") if private else ""
    if len(sheets) > 1:
        sheets = [_contents(title, sheets, mark, words), *sheets]
    buffer = io.BytesIO()
    with Workbook(buffer, {"in_memory": True, "default_date_format": _DAYS[words.language]}) as book:
        book.set_size(2400, 1400)
        formats = _formats(book, words)
        for sheet, name in zip(sheets, sheet_names((each.title for each in sheets), mark), strict=True):
            _Page(book.add_worksheet(name), sheet, formats, words).write(private=private)
    return _cleaned(buffer.getvalue(), title, words.language)


def sheet_names(titles: Iterable[str], mark: str = "") -> list[str]:
    """Names for sheets that Excel takes, each unlike the others, whatever the titles; each begins with the `mark`."""
    names: list[str] = []
    for title in titles:
        plain = " ".join(_NOT_IN_NAMES.sub(" ", _literal(title)).split()).strip("'") or "–"
        number, name = 1, _short_name(mark, plain, "")
        while name.casefold() in {_RESERVED, *(each.casefold() for each in names)}:
            number += 1
            name = _short_name(mark, plain, f" ({number})")
        names.append(name)
    return names


def _short_name(mark: str, plain: str, end: str) -> str:
    lead = f"{mark} " if mark else ""
    return lead + _cut(plain, SHEET_NAME_LIMIT - len(lead) - len(end)).rstrip(" '") + end


def _contents(title: str, sheets: Sequence[Sheet], mark: str, words: Words) -> Sheet:
    """What is in the workbook; names of sheets are short, their titles need not be."""
    name = words("export.contents")
    names = sheet_names((name, *(each.title for each in sheets)), mark)[1:]
    columns = [words(f"export.head_{head}") for head in ("sheet", "board", "table", "rows")]
    rows = [(short, each.about or title, each.title, len(each.rows)) for short, each in zip(names, sheets, strict=True)]
    return Sheet(name, columns, rows)


class _Page:
    """One sheet being written."""

    def __init__(self, page: "Worksheet", sheet: Sheet, formats: "Mapping[str, Any]", words: Words) -> None:
        self._page, self._sheet, self._formats, self._words = page, sheet, formats, words

    def write(self, *, private: bool) -> None:
        page, sheet, formats = self._page, self._sheet, self._formats
        first = 0
        if private:
            page.write_string(0, 0, self._words("handouts.private"), formats["private"])
            page.set_tab_color(_AMBER)
            first = 1
        heads = _heads(sheet.columns)
        last = first + max(len(sheet.rows), 1)  # a table has a row, if an empty one
        page.add_table(
            *(first, 0, last, len(heads) - 1),
            {
                "columns": [{"header": head, "header_format": formats["head"]} for head in heads],
                "style": None,
                "title": _literal(sheet.title),
                "description": self._words("export.table_told", title=_literal(sheet.title), count=len(sheet.rows)),
            },
        )
        for number, row in enumerate(sheet.rows, first + 1):
            for column, cell in enumerate(row):
                self._write(number, column, cell)
        for column, head in enumerate(heads):
            page.set_column(column, column, _width([head, *(row[column] for row in sheet.rows)]))
        page.freeze_panes(first + 1, 0)
        page.ignore_errors({"number_stored_as_text": f"A1:XFD{last + 1}"})
        self._lay_out_print(first, private=private)

    def _write(self, row: int, column: int, cell: Cell) -> None:
        page, formats = self._page, self._formats
        if isinstance(cell, date) and cell >= _FIRST_DAY:
            page.write_datetime(row, column, cell, formats["day"])
        elif isinstance(cell, int | float):
            page.write_number(row, column, cell, formats["number"])
        elif text := self._fitting(cell.isoformat() if isinstance(cell, date) else cell):
            page.write_string(row, column, text, formats["quoted" if _RUNS_WHEN_EDITED.match(text) else "text"])
        else:
            page.write_blank(row, column, None, formats["text"])

    def _fitting(self, text: str) -> str:
        text = _literal(text)
        if _units(text) <= CELL_LIMIT:
            return text
        said = self._words("export.cell_cut", limit=self._words.number(CELL_LIMIT), whole=self._words.number(len(text)))
        return _cut(text, CELL_LIMIT - _units(said)) + said

    def _lay_out_print(self, first: int, *, private: bool) -> None:
        page = self._page
        page.set_landscape()
        page.set_paper(1)
        if len(self._sheet.columns) <= _ACROSS:
            page.fit_to_pages(1, 0)
        else:
            page.repeat_columns(0, 1)  # what the row is about, on each of the pages side by side
        page.repeat_rows(0, first)
        page.set_footer("&L&A&R&P / &N")
        if private:
            page.set_header("&C&B" + self._words("handouts.private").replace("&", "&&"))


def _formats(book: "Workbook", words: Words) -> "dict[str, Any]":
    base = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#B8C4CF", "font_color": _INK}
    return {
        "head": book.add_format({**base, "bold": True, "bg_color": _HEAD}),
        "text": book.add_format(base),
        "quoted": book.add_format({**base, "quote_prefix": True}),
        "number": book.add_format({**base, "align": "right"}),
        "day": book.add_format({**base, "align": "right", "num_format": _DAYS[words.language]}),
        "private": book.add_format({"bold": True, "font_color": _AMBER}),
    }


def _heads(columns: Sequence[str]) -> list[str]:
    """The heads as a table takes them: none empty, none twice."""
    heads: list[str] = []
    for column in columns:
        plain = _cut(" ".join(_literal(column).split()), _HEAD_LIMIT - 6) or "–"
        number, head = 1, plain
        while head.casefold() in {each.casefold() for each in heads}:
            number += 1
            head = f"{plain} ({number})"
        heads.append(head)
    return heads


def _width(cells: Iterable[Cell]) -> float:
    """The width of a column in characters: as wide as its widest line, within what can still be read across."""
    told = ("00 September 0000" if isinstance(cell, date) else str(cell) for cell in cells)
    longest = max(len(line) for cell in told for line in cell.split("\n"))
    return min(max(longest + 3, _NARROW), _WIDE)


def _literal(text: str) -> str:
    """Text with ends of lines as cells have them; what XML cannot hold is left out."""
    return _NOT_XML.sub("", text).replace("\r\n", "\n").replace("\r", "\n")


def _units(text: str) -> int:
    return len(text) + sum(letter > "\uffff" for letter in text)


def _cut(text: str, units: int) -> str:
    """As much of the text as fits, no letter halved."""
    if _units(text) <= units:
        return text
    return text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore")


def _cleaned(workbook: bytes, title: str, language: Language) -> bytes:
    """The workbook with properties that say what it is called and its language, and nothing else."""
    core = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(_literal(title))}</dc:title><dc:language>{LOCALES[language]}</dc:language>"
        "</cp:coreProperties>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = core.encode() if name == "docProps/core.xml" else old.read(name)
            new.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
