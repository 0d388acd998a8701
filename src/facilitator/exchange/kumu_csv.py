"""Kumu's two tables, of elements and of connections (docs.kumu.io/guides/import): several values in a cell by `|`.

A table knows no types: every field comes back as text, several values as a list of texts.
"""

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import replace
from typing import TypeVar

from facilitator.domain.refusal import ImportRefused
from facilitator.exchange.csv_tables import guarded, unguarded
from facilitator.exchange.graph import (
    Connection,
    Element,
    Graph,
    Value,
    direction_named,
    row_rejected,
    tied,
    with_own_ids,
)
from facilitator.exchange.reading import RejectedRow, text_of
from facilitator.exchange.tables_in import DELIMITERS, Table, first_record, read_table

_ELEMENT = ("id", "label", "type", "description", "tags")
_CONNECTION = ("id", "from", "to", "type", "direction", "label")

_Row = Mapping[str, str]

R = TypeVar("R")


def is_elements(data: bytes | str) -> bool:
    """Whether it is a table of elements: there is a heading Label, and no From."""
    headings, _ = _headings(data)
    return "label" in headings and "from" not in headings


def is_connections(data: bytes | str) -> bool:
    """Whether it is a table of connections: there are the headings From and To."""
    headings, _ = _headings(data)
    return {"from", "to"} <= headings


def read(elements: bytes | str | None = None, connections: bytes | str | None = None) -> Graph:
    """The graph in one table or in both.

    Without elements, the ends of connections stay as they are written, and nothing says that they exist. The places
    of rows are lines; where both tables are read, "connections:7" is a line of the second. Raises ImportRefused:
    what `read_table` raises, and "import_no_column" (column).
    """
    kept: list[Element] = []
    found: list[Connection] = []
    rejected: list[RejectedRow] = []
    if elements is not None:
        read_elements, bad = _rows(_table(elements, "Label"), _ELEMENT, _element)
        kept, bad_ids = with_own_ids(read_elements)
        rejected += [*bad, *bad_ids]
    if connections is not None:
        table, known = _table(connections, "From", "To"), {name for each in kept for name in (each.id, each.label)}
        prefix = "" if elements is None else "connections:"
        found, bad = _rows(table, _CONNECTION, lambda row, place: _connections(row, place, known), prefix)
        rejected += bad
        if elements is not None:
            found, untied = tied(kept, found)
            rejected += untied
    return Graph(tuple(kept), tuple(found), tuple(rejected))


def write_elements(graph: Graph) -> bytes:
    """The table of the elements as UTF-8 with commas; fields without a value leave their cell empty.

    No byte order mark: Kumu asks for UTF-8 with Label or ID as the first heading, and no more. A text that a
    spreadsheet would run has an apostrophe before it, which `read` takes away.
    """
    rows: list[dict[str, Value]] = []
    for each in graph.elements:
        own = {"ID": each.id, "Label": each.label, "Type": each.type, "Description": each.description}
        rows.append({**own, "Tags": each.tags, **dict(each.fields)})
    return _written(rows, ("ID", "Label", "Type", "Description", "Tags"))


def write_connections(graph: Graph) -> bytes:
    """The table of the connections, one a row, as `write_elements` writes; Kumu wants `direction` in small letters."""
    rows: list[dict[str, Value]] = []
    for each in graph.connections:
        own = {"ID": each.id, "From": each.from_, "To": each.to, "Type": each.type}
        rows.append({**own, "direction": each.direction, "Label": each.label, **dict(each.fields)})
    return _written(rows, ("ID", "From", "To", "Type", "direction", "Label"))


def _written(rows: Sequence[Mapping[str, Value]], own: tuple[str, ...]) -> bytes:
    columns = list(dict.fromkeys([*own, *(name for row in rows for name in row)]))
    if not any(row["ID"] for row in rows):
        columns.remove("ID")  # Kumu would take the empty ones for ids
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([guarded(column) for column in columns])
    writer.writerows([_cell(row.get(column)) for column in columns] for row in rows)
    return out.getvalue().encode()


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)  # a number is run as itself
    return guarded("|".join(value) if isinstance(value, tuple) else value)


def _headings(data: bytes | str) -> tuple[set[str], str]:
    """The headings in small letters, and the delimiter with which some of Kumu's are found among them."""
    text, _ = text_of(data, fallback="cp1252")
    for delimiter in DELIMITERS:
        cells = {_heading(cell).lower() for cell in first_record(text, delimiter).cells}
        if cells & {"label", "from", "to"}:
            return cells, delimiter if len(cells) > 1 else ""
    return set(), ""


def _heading(cell: str) -> str:
    return unguarded(cell.strip())


def _table(data: bytes | str, *needed: str) -> Table:
    headings, delimiter = _headings(data)
    for column in needed:
        if column.lower() not in headings:
            raise ImportRefused("import_no_column", column=column)
    return read_table(data, delimiter=delimiter, has_header=True)


def _rows(
    table: Table, own: tuple[str, ...], read_row: Callable[[_Row, int | str], Iterable[R]], prefix: str = ""
) -> tuple[list[R], list[RejectedRow]]:
    """What the rows hold; Kumu's own columns are known in capitals or not."""
    headings = [_heading(column) for column in table.columns]
    names = [heading.lower() if heading.lower() in own else heading for heading in headings]
    found: list[R] = []
    rejected = [replace(row, place=_place(prefix, row.place)) for row in table.rejected]
    for record in table.rows:
        place = _place(prefix, record.line)
        row = dict(zip(names, map(unguarded, record.cells), strict=True))
        try:
            found += read_row(row, place)
        except ImportRefused as refusal:
            rejected.append(row_rejected(refusal, place))
    return found, rejected


def _place(prefix: str, line: int | str) -> int | str:
    return f"{prefix}{line}" if prefix else line


def _element(row: _Row, place: int | str) -> list[Element]:
    if not row["label"].strip():
        raise ImportRefused("row_no_label", field="Label")
    tags = _parts(row.get("tags", ""))
    own = {name: row.get(name, "") for name in ("label", "id", "type", "description")}
    return [Element(**own, tags=tags, fields=_fields(row, _ELEMENT), place=place)]


def _connections(row: _Row, place: int | str, known: Set[str]) -> list[Connection]:
    """As many as there are ends in the cell To; an id can belong to one only."""
    ends = (row["to"],) if row["to"] in known else _parts(row["to"])
    for end, named in (("From", row["from"].strip()), ("To", ends)):
        if not named:
            raise ImportRefused("row_no_end", field=end)
    return [
        Connection(
            row["from"],
            end,
            id=row.get("id", "") if len(ends) == 1 else "",
            type=row.get("type", ""),
            direction=direction_named(row.get("direction", "")),
            label=row.get("label", ""),
            fields=_fields(row, _CONNECTION),
            place=place,
        )
        for end in ends
    ]


def _fields(row: _Row, own: tuple[str, ...]) -> tuple[tuple[str, Value], ...]:
    return tuple((name, _value(cell)) for name, cell in row.items() if cell and name not in own)


def _value(cell: str) -> Value:
    parts = _parts(cell)
    return parts if len(parts) > 1 else cell


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())
