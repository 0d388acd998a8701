"""What comes in from a file or a pasted text, in one shape for all formats: rows with columns, ties between them."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import groupby, islice

from facilitator.content.people import in_spoken_order
from facilitator.domain.refusal import ImportRefused
from facilitator.exchange import kumu_csv
from facilitator.exchange.cells import Record, records
from facilitator.exchange.csv_tables import unguarded
from facilitator.exchange.graph import Graph, Value
from facilitator.exchange.reading import RejectedRow, text_of
from facilitator.exchange.recipients import Recipient
from facilitator.exchange.recognized import IMPORTERS, recognize
from facilitator.exchange.tables_in import Table, read_table
from facilitator.exchange.workbook import SheetText, sheet_text
from facilitator.exchange.workbook_parts import is_workbook

LABEL, TYPE, DESCRIPTION, TAGS = "label", "type", "description", "tags"
DIRECTION = "direction"
NAME, ADDRESS = "name", "address"


@dataclass(frozen=True, slots=True)
class IncomingRow:
    """One row: its cells, one for each column, and the `key` by which ties call it ("" where there are none).

    `place` is a line, or a path such as elements[3].
    """

    place: int | str
    key: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IncomingTie:
    """A tie between the rows with the keys `start` and `end`, or between names that the board knows already."""

    place: int | str
    start: str
    end: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One of several tables of a file, under its title; the rows have no keys."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[IncomingRow, ...]


@dataclass(frozen=True, slots=True)
class Incoming:
    """A source as it was read. `form` names its format; `ignored` are parts of the file that nothing here can hold.

    `sheets` are all tables of a file that we wrote ourselves, in its order; a kind that knows its own reads them in
    place of the rows. `of` is the sheet of the workbook that it was read from.
    """

    form: str
    columns: tuple[str, ...]
    rows: tuple[IncomingRow, ...]
    tie_columns: tuple[str, ...] = ()
    ties: tuple[IncomingTie, ...] = ()
    rejected: tuple[RejectedRow, ...] = ()
    ignored: tuple[str, ...] = ()
    has_header: bool = True
    sheets: tuple[Sheet, ...] = ()
    of: SheetText | None = None


def read_incoming(
    data: bytes | str | SheetText,
    file_name: str = "",
    *,
    form: str = "",
    has_header: bool | None = None,
    connections: bytes | str | None = None,
    sheet: str = "",
) -> Incoming:
    """Read a file or a pasted text, of a workbook the `sheet` of that name or the first.

    `form` is one of the importers' names, "" to recognize it. `has_header` overrules the guess for a table; with
    `connections` the two are Kumu's tables. Raises ImportRefused,
    and KeyError for a form that is none.
    """
    if isinstance(data, bytes) and is_workbook(data):
        data = sheet_text(data, sheet)
    if isinstance(data, SheetText):
        ties = data.connections if connections is None else connections
        found = read_incoming(data.text, form=form, has_header=has_header, connections=ties)
        return replace(found, of=data)
    if connections is not None:
        return _of_graph("kumu_csv", kumu_csv.read(data, connections))
    if form in ("", "csv") and (own := own_sheets(data)):
        return own
    importer = {each.name: each for each in IMPORTERS}[form] if form else recognize(data, file_name)
    content = read_table(data, has_header=has_header) if importer.name == "csv" else importer.read(data)
    if isinstance(content, Table):
        return _of_table(content)
    return _of_graph(importer.name, content) if isinstance(content, Graph) else _of_recipients(content)


def own_sheets(data: bytes | str) -> Incoming | None:
    """What we wrote ourselves as CSV: several tables, each under its title; None for all else.

    The first holds the items. Where there is one more with at least three columns, its rows are ties: they begin with
    two of the codes that stand in the items' first column. Tables that are neither are `ignored` by whoever does not
    know the sheets. A spreadsheet may have saved the file anew. Raises ImportRefused as `text_of`.
    """
    text, _ = text_of(data, fallback="cp1252")
    sheets = next((found for delimiter in ",;\t" if (found := _sheets(text, delimiter))), ())
    if not sheets:
        return None
    items, second, *_ = sheets
    if len(sheets) > 2 or len(second.columns) < 3:
        others = tuple(sheet.title for sheet in sheets[1:])
        return Incoming("own_csv", items.columns, items.rows, ignored=others, sheets=sheets)
    codes = {row.cells[0] for row in items.rows}
    return Incoming(
        "own_csv",
        items.columns[1:],
        tuple(IncomingRow(row.place, row.cells[0], row.cells[1:]) for row in items.rows),
        second.columns[2:],
        tuple(_own_tie(row, codes) for row in second.rows),
        sheets=sheets,
    )


def _sheets(text: str, delimiter: str) -> tuple[Sheet, ...]:
    """The tables of a text; () unless there are several, each under a line that holds its title alone."""
    try:
        begin = [cells for row in islice(records(text, delimiter), 2) if (cells := _used(row.cells))]
        if len(begin) < 2 or len(begin[0]) > 1 or len(begin[1]) < 2:
            return ()  # as nearly all that others wrote: told without reading on
        rows = [Record(row.line, _used(row.cells)) for row in records(text, delimiter)]
    except ImportRefused:
        return ()  # whoever reads it as a table says so
    parts = [list(part) for filled, part in groupby(rows, lambda row: bool(row.cells)) if filled]
    if len(parts) < 2 or any(len(part) < 2 or len(part[0].cells) != 1 for part in parts):
        return ()
    if any(len(row.cells) > len(heads.cells) for _, heads, *below in parts for row in below):
        return ()
    return tuple(
        Sheet(
            _as_typed(title.cells)[0],
            _as_typed(heads.cells),
            tuple(IncomingRow(row.line, "", _filled(_as_typed(row.cells), len(heads.cells))) for row in below),
        )
        for title, heads, *below in parts
    )


def _used(cells: tuple[str, ...]) -> tuple[str, ...]:
    """The cells up to the last in which something stands."""
    return cells[: max((at for at, cell in enumerate(cells, start=1) if cell.strip()), default=0)]


def _filled(cells: tuple[str, ...], width: int) -> tuple[str, ...]:
    return (*cells, *[""] * (width - len(cells)))


def _own_tie(row: IncomingRow, codes: AbstractSet[str]) -> IncomingTie:
    start, end, *said = row.cells
    return IncomingTie(row.place, _code(start, codes), _code(end, codes), tuple(said))


def _as_typed(cells: Iterable[str]) -> tuple[str, ...]:
    return tuple(unguarded(_line_ends(cell)) for cell in cells)


def _code(end: str, codes: AbstractSet[str]) -> str:
    """The code that an end begins with, or the end as it is written: the hub has none."""
    code = end.split(" ", 1)[0]
    return code if code in codes else end


def _of_table(table: Table) -> Incoming:
    rows = tuple(IncomingRow(row.line, "", tuple(map(_line_ends, row.cells))) for row in table.rows)
    return Incoming("csv", table.columns, rows, rejected=table.rejected, has_header=table.has_header)


def _line_ends(cell: str) -> str:
    """As people's texts have them, whatever the spreadsheet wrote."""
    return cell.replace("\r\n", "\n").replace("\r", "\n")


def _of_recipients(recipients: Iterable[Recipient]) -> Incoming:
    """The address is there to be seen; nothing is called by it."""
    rows = (
        IncomingRow(each.place, "", (in_spoken_order(each.name) or _spoken(each.address), each.address))
        for each in recipients
    )
    return Incoming("recipients", (NAME, ADDRESS), tuple(rows))


def _spoken(address: str) -> str:
    """What stands before the @, as a name."""
    return address.split("@")[0].replace(".", " ").replace("_", " ").title()


def _of_graph(form: str, graph: Graph) -> Incoming:
    own = {
        LABEL: [each.label for each in graph.elements],
        TYPE: [each.type for each in graph.elements],
        DESCRIPTION: [each.description for each in graph.elements],
        TAGS: [_text(each.tags) for each in graph.elements],
    }
    own = {name: cells for name, cells in own.items() if name == LABEL or any(cells)}
    names = _names(each.fields for each in graph.elements)
    rows = tuple(
        IncomingRow(each.place, each.key, (*(own[name][at] for name in own), *_cells(each.fields, names)))
        for at, each in enumerate(graph.elements)
    )
    tie_names = _names(each.fields for each in graph.connections)
    ties = tuple(
        IncomingTie(
            each.place,
            each.from_,
            each.to,
            (each.type, each.direction, each.label, *_cells(each.fields, tie_names)),
        )
        for each in graph.connections
    )
    tie_columns = (TYPE, DIRECTION, LABEL, *tie_names)
    return Incoming(form, (*own, *names), rows, tie_columns, ties, graph.rejected, graph.ignored)


_Fields = Sequence[tuple[str, Value]]


def _names(fields: Iterable[_Fields]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for each in fields for name, _ in each))


def _cells(fields: _Fields, names: Iterable[str]) -> tuple[str, ...]:
    found = dict(fields)
    return tuple(_text(found.get(name)) for name in names)


def _text(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):
        return "|".join(value)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
