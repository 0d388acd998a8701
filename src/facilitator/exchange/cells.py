"""Text parted into records and cells, as RFC 4180 and spreadsheets write them, with the line where each begins.

Not the csv module: it takes a whole table into one cell after a quotation mark that is never closed without saying
where that was, and its limit on a cell is one for the whole process.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from facilitator.domain.refusal import ImportRefused

COLUMN_LIMIT = 1000

LINE_END_WITHIN = "\ufdd0"
"""A line end within a cell in quotation marks, which is no line of the text: a noncharacter, which Unicode keeps for
the inside of programs."""

_LINE_END = re.compile(r"\r\n|\r|\n")
_QUOTED = re.compile(r' *"([^"]*+(?:""[^"]*+)*+)" *')
_OPENED = re.compile(r' *"')


@dataclass(frozen=True, slots=True)
class Record:
    """The cells of one row; `line` is the line of the text on which it begins, counted from 1."""

    line: int
    cells: tuple[str, ...]


def records(text: str, delimiter: str) -> Iterator[Record]:
    """The records of a text one after another, empty lines included; without a delimiter each has one cell.

    A cell in quotation marks may hold delimiters, line ends (`LINE_END_WITHIN` among them) and doubled quotation
    marks; a quotation mark elsewhere is literal. Raises ImportRefused: "import_quote" (line of the mark that is not
    closed where a cell ends), "import_columns" (line, limit).
    """
    plain = re.compile(f"[^{re.escape(delimiter)}\r\n]*")
    position, line = 0, 1
    while position < len(text):
        began, cells = line, []
        while True:
            cell, position, lines = _cell(text, position, line, plain, delimiter)
            line += lines
            cells.append(cell)
            if len(cells) > COLUMN_LIMIT:
                raise ImportRefused("import_columns", line=began, limit=COLUMN_LIMIT)
            if not delimiter or text[position : position + 1] != delimiter:
                break
            position += 1
        yield Record(began, tuple(cells))
        position += 2 if text.startswith("\r\n", position) else 1
        line += 1


def _cell(text: str, position: int, line: int, plain: re.Pattern[str], delimiter: str) -> tuple[str, int, int]:
    """The cell at `position`, where it ends, and how many line ends it holds."""
    quoted = _QUOTED.match(text, position)
    if quoted:
        lines = len(_LINE_END.findall(quoted[1]))
        if text[quoted.end() : quoted.end() + 1] in ("", "\r", "\n", delimiter):
            return quoted[1].replace('""', '"').replace(LINE_END_WITHIN, "\n"), quoted.end(), lines
        if lines:  # the mark that closes it was meant to open a cell further down
            raise ImportRefused("import_quote", line=line)
    elif _OPENED.match(text, position):
        raise ImportRefused("import_quote", line=line)
    literal = plain.match(text, position)
    assert literal  # it matches nothing, too
    return literal[0], literal.end(), 0
