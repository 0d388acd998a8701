"""A table out of a CSV or TSV file, of a sheet of a workbook, or of cells pasted from a spreadsheet."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from facilitator.content.naming import plain
from facilitator.domain.refusal import ImportRefused
from facilitator.exchange.cells import Record, records
from facilitator.exchange.reading import ROW_LIMIT, RejectedRow, cannot_be_kept, shown, text_of
from facilitator.exchange.workbook import SheetText, sheet_text
from facilitator.exchange.workbook_parts import is_workbook

DELIMITERS = (",", ";", "\t", "|")
CELL_LIMIT = 32_767
"""Characters in a cell; as many as a spreadsheet holds."""

_EMPTY_ROWS = 1_048_576  # as many as a spreadsheet may save below its last row
_SAMPLE_TEXT, _SAMPLE_ROWS = 200_000, 200
_HALF, _SOME = 0.5, 0.2
_HEADING_LENGTH = 60
_NUMBER = re.compile(r"[-+−]?\d[\d.,:/\s]*%?")  # dates and times, too
_HEADINGS = {
    *("id", "label", "name", "names", "from", "to", "type", "description", "tags", "email", "role", "title"),
    *("organization", "category", "stakeholder", "stakeholders", "nom", "noms", "de", "courriel", "fonction", "titre"),
    *("organisation", "organisme", "categorie", "partie prenante", "parties prenantes"),
}


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of as many cells as there are columns.

    `columns` are the headings, blanks around them taken away, each only once; a column without a heading is called
    by its letter, as in a spreadsheet. Cells are literal: nothing in them was taken away or understood.
    `delimiter` is "" where every line is one cell; `encoding` is "" for a pasted text and a sheet. `rejected` rows are
    not among `rows`. `of` is the sheet of a workbook that it was read from.
    """

    columns: tuple[str, ...]
    rows: tuple[Record, ...]
    delimiter: str
    encoding: str
    has_header: bool
    rejected: tuple[RejectedRow, ...] = ()
    of: SheetText | None = None


def read_table(data: bytes | str, *, delimiter: str | None = None, has_header: bool | None = None) -> Table:
    """The table that a file or a pasted text holds; `delimiter` ("" for none) and `has_header` overrule the guesses.

    Rows that are empty are passed over. Raises ImportRefused: what `sheet_text`, `text_of` and `records` raise,
    "import_rows" (limit), "import_header" (line, column), "import_header_twice" (name, first, second: columns counted
    from 1; two columns of one name cannot be told apart where they are mapped, and what one meant would be lost).
    """
    if isinstance(data, bytes) and is_workbook(data):
        sheet = sheet_text(data)
        return replace(read_table(sheet.text, delimiter=delimiter, has_header=has_header), of=sheet)
    text, encoding = text_of(data, fallback="cp1252")
    if delimiter is None:
        delimiter = _delimiter(text)
    found: list[Record] = []
    for number, record in enumerate(records(text, delimiter)):
        if any(cell.strip() for cell in record.cells):
            found.append(record)
        if len(found) > ROW_LIMIT or number > _EMPTY_ROWS:
            raise ImportRefused("import_rows", limit=ROW_LIMIT)
    if not found:
        raise ImportRefused("import_empty")
    at = _header_at(found)
    if has_header is None:
        has_header = _looks_like_headings(found[at], found[at + 1 :])
    above = found[:at] if has_header else []
    rejected = [RejectedRow("row_above_header", place=record.line) for record in above]
    columns = _columns(found[at], found[at + 1 :]) if has_header else _letters(_usual_width(found))
    rows, bad = _sorted(found[at + 1 :] if has_header else found, len(columns))
    return Table(columns, tuple(rows), delimiter, encoding, has_header, (*rejected, *bad))


def first_record(text: str, delimiter: str) -> Record:
    """The first record that is not empty, as far as its beginning tells; one without cells where there is none."""
    return next(iter(_sample(text, delimiter, 1)), Record(1, ()))


def _delimiter(text: str) -> str:
    """The delimiter that parts the first line as it parts most lines, into the most columns; "" where none does.

    Tabs stand between cells only, so they count also where lines above the table have fewer.
    """
    best, chosen = (False, 0.0, 0), ""
    for delimiter in DELIMITERS:
        sample = _sample(text, delimiter)
        width = len(sample[0].cells) if sample else 0
        agrees = width > 1
        if delimiter == "\t" and not agrees:
            width = _usual_width(record for record in sample if len(record.cells) > 1)
        share = sum(_fits(record, width) for record in sample) / max(len(sample), 1)
        rank = (agrees, share, width)
        if width > 1 and share >= (_HALF if agrees else _SOME) and rank > best:
            best, chosen = rank, delimiter
    return chosen


def _sample(text: str, delimiter: str, rows: int = _SAMPLE_ROWS) -> list[Record]:
    sample: list[Record] = []
    try:
        for record in records(text[:_SAMPLE_TEXT], delimiter):
            if any(cell.strip() for cell in record.cells):
                sample.append(record)
            if len(sample) == rows:
                break
    except ImportRefused:
        return sample  # cut in the middle of a cell, or refused when the whole text is read
    return sample


def _header_at(found: Sequence[Record]) -> int:
    """The first row; where that is one cell, as a title, the first of the widest that is followed by one as wide."""
    if len(found[0].cells) > 1:
        return 0
    widths = [len(record.cells) for record in found[:_SAMPLE_ROWS]]
    pairs = [at for at in range(len(widths) - 1) if widths[at] == widths[at + 1] > 1]
    return max(pairs, key=lambda at: (widths[at], -at), default=0)


def _looks_like_headings(first: Record, rest: Sequence[Record]) -> bool:
    heads = [cell.strip() for cell in first.cells]
    while heads and not heads[-1]:
        heads.pop()
    if not all(heads):
        return False
    if any(len(head) > _HEADING_LENGTH or "@" in head or _is_number(head) for head in heads):
        return False
    if any(plain(head) in _HEADINGS for head in heads):
        return True
    below = [{record.cells[at].strip() for record in rest if at < len(record.cells)} for at in range(len(heads))]
    if any(head in column for head, column in zip(heads, below, strict=True)):
        return False
    if any(any(map(_is_number, column)) for column in below):
        return True
    return 1 < len(heads) == len({plain(head) for head in heads})


def _is_number(cell: str) -> bool:
    return bool(_NUMBER.fullmatch(cell))


def _columns(header: Record, rest: Sequence[Record]) -> tuple[str, ...]:
    """The headings; empty ones at the end count only where a row has something under them."""
    within = [_used(record) for record in rest if len(record.cells) <= len(header.cells)]
    heads = [cell.strip() for cell in header.cells[: max([_used(header), *within])]]
    for column, head in enumerate(heads, start=1):
        if len(head) > CELL_LIMIT or cannot_be_kept(head):
            raise ImportRefused("import_header", line=header.line, column=column)
    taken: dict[str, int] = {}
    for column, head in enumerate(heads, start=1):
        if head and head.casefold() in taken:
            first = taken[head.casefold()]
            raise ImportRefused("import_header_twice", name=shown(head), first=first, second=column)
        taken[head.casefold()] = column
    letters = _letters(len(heads))
    return tuple(head or _free(letter, taken) for head, letter in zip(heads, letters, strict=True))


def _sorted(found: Sequence[Record], width: int) -> tuple[list[Record], list[RejectedRow]]:
    rows, rejected = [], []
    for record in found:
        problem = _problem(record, width)
        if problem:
            rejected.append(problem)
        else:
            rows.append(Record(record.line, record.cells[:width]))
    return rows, rejected


def _problem(record: Record, width: int) -> RejectedRow | None:
    if not _fits(record, width):
        return RejectedRow("row_cells", {"count": len(record.cells), "columns": width}, record.line)
    for column, cell in enumerate(record.cells, start=1):
        if len(cell) > CELL_LIMIT:
            values = {"column": column, "found": len(cell), "limit": CELL_LIMIT}
            return RejectedRow("row_cell_long", values, record.line)
        code = cannot_be_kept(cell)
        if code:
            return RejectedRow("row_cell_control", {"column": column, "code": code}, record.line)
    return None


def _fits(record: Record, width: int) -> bool:
    """Whether it has as many cells, or more that are empty."""
    return len(record.cells) >= width >= _used(record)


def _used(record: Record) -> int:
    """How many cells there are up to the last that holds something."""
    return max((at for at, cell in enumerate(record.cells, start=1) if cell.strip()), default=0)


def _usual_width(found: Iterable[Record]) -> int:
    """The width of the most rows, the larger of two that are as frequent; 0 where there are none."""
    widths = Counter(map(_used, found))
    return max(widths, key=lambda width: (widths[width], width), default=0)


def _letters(count: int) -> tuple[str, ...]:
    """A … Z, AA, AB …: as many as there are columns."""

    def name(number: int) -> Iterator[str]:
        while number:
            number, letter = divmod(number - 1, 26)
            yield chr(ord("A") + letter)

    return tuple("".join(name(number))[::-1] for number in range(1, count + 1))


def _free(letter: str, taken: dict[str, int]) -> str:
    while letter.casefold() in taken:
        letter += "'"
    return letter
