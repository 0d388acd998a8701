"""What a workbook is made of, looked through before anything in it is parsed: a file may be anything, and may mean ill.

A workbook (ECMA-376) is a ZIP file of XML parts. Nothing outside of it is ever opened, and macros are not looked at.
"""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from xml.parsers import expat

from facilitator.domain.refusal import ImportRefused
from facilitator.exchange.cells import COLUMN_LIMIT
from facilitator.exchange.reading import MEGABYTE, ROW_LIMIT, SIZE_LIMIT

UNPACKED_LIMIT = 256 * MEGABYTE
"""Bytes of all parts together: a sheet is read piece by piece, and its empty rows alone may take 100 MB."""

WHOLE_LIMIT = 24 * MEGABYTE
"""Bytes of all parts but the sheets, which are held as a whole: texts, styles, names."""

LAST_ROW = 1_048_576
"""The last row that a sheet can have."""

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, expat.ExpatError, struct.error),
    *(EOFError, OSError, ValueError, LookupError, NotImplementedError),
)
"""What zipfile and expat raise where a file says nonsense."""

_MOST_PARTS = 5000
_LAST_COLUMN = 16_384
_CELL = re.compile(r"([A-Z]{1,3})[0-9]{1,7}")
_MERGED = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})(?::[A-Z]{1,3}([1-9][0-9]{0,6}))?")
_MOST_MERGED = 10 * ROW_LIMIT
_PIECE = 256 * 1024
_SHEETS = "xl/worksheets/"


def is_workbook(data: bytes | str) -> bool:
    """Whether a file begins as workbooks do, be they new (ZIP) or old or locked (OLE)."""
    return isinstance(data, bytes) and data.startswith((_ZIP, _OLE))


@contextmanager
def parts_of(data: bytes) -> Iterator[zipfile.ZipFile]:
    """The parts of a workbook, none larger than what can be read.

    Raises ImportRefused: "import_too_big" (size, limit, in MB), "workbook_locked", "workbook_old", "workbook_ods",
    "workbook_binary", "workbook_zip" for a ZIP file that is no workbook, "workbook_unpacked" (size, limit, in MB),
    "workbook_broken"; the last also for what is found only when a part is read within the block.
    """
    if len(data) > SIZE_LIMIT:
        raise ImportRefused("import_too_big", size=-(-len(data) // MEGABYTE), limit=SIZE_LIMIT // MEGABYTE)
    if data.startswith(_OLE):
        raise ImportRefused("workbook_locked" if _ENCRYPTED in data else "workbook_old")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            _check(parts)
            yield parts
    except ImportRefused:
        raise
    except _DAMAGE as error:
        raise ImportRefused("workbook_broken") from error
    except RuntimeError as error:  # what zipfile raises for a part that is locked
        raise ImportRefused("workbook_locked") from error


def _check(parts: zipfile.ZipFile) -> None:
    inside = parts.infolist()
    names = {each.filename for each in inside}
    if len(inside) > _MOST_PARTS or len(names) < len(inside):
        raise ImportRefused("workbook_broken")
    if "content.xml" in names:
        raise ImportRefused("workbook_ods")
    if "xl/workbook.bin" in names:
        raise ImportRefused("workbook_binary")
    if "xl/workbook.xml" not in names:
        raise ImportRefused("workbook_zip")
    whole = sum(each.file_size for each in inside if not each.filename.startswith(_SHEETS))
    for size, limit in ((sum(each.file_size for each in inside), UNPACKED_LIMIT), (whole, WHOLE_LIMIT)):
        if size > limit:
            raise ImportRefused("workbook_unpacked", size=-(-size // MEGABYTE), limit=limit // MEGABYTE)
    for each in inside:
        _refuse_declarations(parts, each)


def _refuse_declarations(parts: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Refuse a part with a document type, in which entities are declared that grow without end; Excel writes none.

    Pictures and macros are no XML and never parsed, whatever they are called.
    """
    parser = expat.ParserCreate()
    begun: list[str] = []

    def refuse(*_: object) -> None:
        raise ImportRefused("workbook_broken")

    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = lambda name, _: begun.append(name)
    with parts.open(part) as file:
        while not begun and (piece := file.read(4096)):
            try:
                parser.Parse(piece)
            except expat.ExpatError:
                if part.filename.endswith((".xml", ".rels")):
                    raise
                return


@dataclass(slots=True)
class SheetFacts:
    """How far a sheet reaches, counted from 1, and what its cells alone do not tell.

    `no_result` is the first cell whose formula kept no result, "" where there is none. `merged` are the cells that
    were made one with those below: the column, the first row and the last.
    """

    rows: int = 0
    columns: int = 0
    filled: int = 0
    hidden_rows: int = 0
    no_result: str = ""
    merged: list[tuple[int, int, int]] = field(default_factory=list)


class _Enough(Exception):
    """The rows that were to be looked at are behind."""


def sheet_facts(parts: zipfile.ZipFile, name: str, most_rows: int = LAST_ROW) -> SheetFacts:
    """Look through a sheet, or so many rows of it, without keeping any; what is merged is told of a whole one only.

    Raises ImportRefused: "workbook_broken", "import_rows" (limit), "workbook_columns" (limit).
    """
    look = _Look(most_rows)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = look.start, look.end
    parser.CharacterDataHandler = look.text
    with parts.open(name) as file, suppress(_Enough):
        while piece := file.read(_PIECE):
            parser.Parse(piece)
        parser.Parse(b"", True)
    return look.facts


class _Look:
    """Hears of each element of a sheet."""

    def __init__(self, most_rows: int) -> None:
        self.facts, self._most_rows = SheetFacts(), most_rows
        self._row, self._column, self._cell = 0, 0, ""
        self._rows_merged = 0
        self._hidden, self._row_filled = False, False
        self._formula, self._result, self._in_value, self._may_be_empty = False, False, False, False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        match name.rpartition(" ")[2]:
            case "row":
                self._begin_row(attributes)
            case "c":
                self._begin_cell(attributes)
            case "f":
                self._formula = True
            case "mergeCell":
                self._merge(attributes.get("ref", ""))
            case "v" | "t":
                self._in_value = True

    def text(self, text: str) -> None:
        self._result = self._result or (self._in_value and bool(text))

    def end(self, name: str) -> None:
        match name.rpartition(" ")[2]:
            case "v" | "t":
                self._in_value = False
            case "c":
                self._end_cell()
            case "row" if self._row_filled:
                self.facts.filled += 1
                self.facts.hidden_rows += self._hidden
                if self.facts.filled > ROW_LIMIT:
                    raise ImportRefused("import_rows", limit=ROW_LIMIT)

    def _merge(self, said: str) -> None:
        """Note what goes down; rows are known by now, as merged cells stand behind them."""
        place, facts = _MERGED.fullmatch(said), self.facts
        if place is None:
            raise ImportRefused("workbook_broken")
        first, last = int(place[2]), min(int(place[3] or 0), facts.rows)
        self._rows_merged += max(last - first, 0)
        if self._rows_merged > _MOST_MERGED:
            raise ImportRefused("workbook_broken")
        if first < last:
            facts.merged.append((_column(place[1]), first, last))

    def _begin_row(self, attributes: dict[str, str]) -> None:
        said = attributes.get("r", str(self._row + 1))
        if not said.isascii() or not said.isdigit() or not self._row < int(said[:8]) <= LAST_ROW:
            raise ImportRefused("workbook_broken")
        self._row, self._column = int(said), 0
        if self._row > self._most_rows:
            raise _Enough
        self._hidden, self._row_filled = attributes.get("hidden") in ("1", "true"), False

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        self._formula, self._result = False, False
        self._may_be_empty = attributes.get("t") == "str"  # a formula may well come to no text
        self._column += 1
        self._cell = attributes.get("r", "")
        if self._cell:
            place = _CELL.fullmatch(self._cell)
            if place is None:
                raise ImportRefused("workbook_broken")
            self._column = _column(place[1])
        if self._column > _LAST_COLUMN:
            raise ImportRefused("workbook_broken")

    def _end_cell(self) -> None:
        facts = self.facts
        if self._formula and not self._result and not self._may_be_empty:
            facts.no_result = facts.no_result or self._cell
        if self._result:
            self._row_filled = True
            facts.rows, facts.columns = max(facts.rows, self._row), max(facts.columns, self._column)
            if facts.columns > COLUMN_LIMIT:
                raise ImportRefused("workbook_columns", limit=COLUMN_LIMIT)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
