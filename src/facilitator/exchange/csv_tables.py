"""Tables as CSV that spreadsheets open as text."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

# A spreadsheet runs a cell that starts so, also after blanks (CSV injection). The apostrophes are counted in, so that
# one which was typed before such a sign is told from one that was put there.
_RUNS = re.compile("'*(?:[\\s\u00a0\u202f]*[=+\\-@]|[\t\r])")


def csv_of(tables: Iterable[tuple[str, Sequence[str], Iterable[Sequence[str]]]]) -> bytes:
    """(title, column heads, rows) of one table after another, as UTF-8 with a byte order mark, which Excel needs.

    One table comes without its title; of several each has its title in a line above and an empty line below.
    A cell that a spreadsheet would run gets an apostrophe before it.
    """
    tables = list(tables)
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    for number, (title, columns, rows) in enumerate(tables):
        if len(tables) > 1:
            writer.writerows([[]] * bool(number))
            writer.writerow([guarded(title)])
        writer.writerow([guarded(cell) for cell in columns])
        writer.writerows([guarded(cell) for cell in row] for row in rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def guarded(cell: str) -> str:
    """The cell with an apostrophe before each of its lines that a spreadsheet would run; `unguarded` takes it back."""
    return "\n".join("'" + line if _RUNS.match(line) else line for line in cell.split("\n"))


def unguarded(cell: str) -> str:
    """What `guarded` was given: the cell without the apostrophes that keep a spreadsheet from running it."""
    return "\n".join(line[1:] if line[:1] == "'" and _RUNS.match(line) else line for line in cell.split("\n"))
