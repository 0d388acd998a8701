"""Kumu's JSON: the blueprint that people write (docs.kumu.io/guides/import/blueprints), and what Kumu itself exports.

In a blueprint the fields stand in the element or connection; in an export they stand under "attributes", with "_id"
beside it and the type called "element type" or "connection type". Both are read, the blueprint is written.
"""

import json
import math
import re
from collections.abc import Callable
from itertools import count
from typing import TypeGuard, TypeVar

from facilitator.domain.refusal import ImportRefused
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
from facilitator.exchange.json_objects import JsonObject, json_object
from facilitator.exchange.reading import ROW_LIMIT, RejectedRow, cannot_be_kept, shown, text_of

NESTING = 20
"""How deep lists and objects may lie in each other where the file is too deep to be read at all."""

OBJECT_LIMIT = 10 * ROW_LIMIT
"""Objects in a file: an export has some for every element, with their places on maps."""

LARGEST = 2**53 - 1
"""The largest whole number that JavaScript, in which Kumu is written, holds exactly."""

_TOKEN = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[\[{]|[\]}]', re.DOTALL)
_BESIDE = {"_id": "id", "from": "from", "to": "to", "direction": "direction"}  # the attributes of an export

R = TypeVar("R", Element, Connection)


class _NoNumber:
    """Stands for a number that cannot be kept: NaN, 1e999, five thousand digits."""


def read(data: bytes | str) -> Graph:
    """The graph in a file, of which the rows that are wrong are `rejected` and what it does not need is `ignored`.

    Ends are ids where there are ids, else labels. Raises ImportRefused: what `text_of` raises, "import_json" (line,
    column), "import_nested" (line, column), "import_not_kumu", "import_not_list" (place), "import_twice" (place),
    "import_rows" (limit).
    """
    text, _ = text_of(data)
    whole = _parsed(text)
    if not isinstance(whole, JsonObject) or not {"elements", "connections"} & whole.keys():
        raise ImportRefused("import_not_kumu")
    if whole.twice:
        raise ImportRefused("import_twice", place=shown(whole.twice))
    ignored = [shown(key) for key in whole if key not in ("elements", "connections")]
    read_elements, bad_elements = _rows(whole, "elements", _element, ignored)
    elements, bad_ids = with_own_ids(read_elements)
    read_connections, bad_connections = _rows(whole, "connections", _connection, ignored)
    connections, untied = tied(elements, read_connections)
    rejected = (*bad_elements, *bad_ids, *bad_connections, *untied)
    return Graph(tuple(elements), tuple(connections), rejected, tuple(dict.fromkeys(ignored)))


def write(graph: Graph) -> bytes:
    """The blueprint of a graph, as UTF-8; `read` gives an equal graph back.

    That is so for text without NUL and lone surrogates, whole numbers up to LARGEST, finite ones, and fields that
    are not called like an attribute of Kumu's ("label", "from"). Raises ValueError for what JSON has no words for.
    """
    elements = [
        _without_nothing({"id": each.id, "label": each.label, "type": each.type, "description": each.description})
        | ({"tags": each.tags} if each.tags else {})
        | dict(each.fields)
        for each in graph.elements
    ]
    connections = [
        _without_nothing({"id": each.id, "from": each.from_, "to": each.to, "type": each.type})
        | _without_nothing({"direction": each.direction, "label": each.label})
        | dict(each.fields)
        for each in graph.connections
    ]
    whole = {"elements": elements, "connections": connections}
    return (json.dumps(whole, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode()


def _without_nothing(texts: dict[str, str]) -> dict[str, Value]:
    return {name: text for name, text in texts.items() if text}


def _parsed(text: str) -> object:
    numbers = count(1)

    def made(pairs: list[tuple[str, object]]) -> JsonObject:
        if next(numbers) > OBJECT_LIMIT:
            raise ImportRefused("import_rows", limit=OBJECT_LIMIT)
        return json_object(pairs)

    try:
        return json.loads(
            text,
            object_pairs_hook=made,
            parse_constant=lambda _: _NoNumber(),
            parse_float=_real,
            parse_int=_whole,
        )
    except json.JSONDecodeError as error:
        raise ImportRefused("import_json", line=error.lineno, column=error.colno) from None
    except RecursionError:
        at = _too_deep(text)
    raise ImportRefused("import_nested", line=text.count("\n", 0, at) + 1, column=at - text.rfind("\n", 0, at))


def _real(digits: str) -> float | _NoNumber:
    number = float(digits)
    return number if math.isfinite(number) else _NoNumber()


def _whole(digits: str) -> int | _NoNumber:
    if len(digits) > len(str(-LARGEST)) or abs(int(digits)) > LARGEST:
        return _NoNumber()
    return int(digits)


def _too_deep(text: str) -> int:
    """Where the first list or object begins that lies in NESTING others."""
    depth = 0
    for token in _TOKEN.finditer(text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(token[0], 0)
        if depth > NESTING:
            return token.start()
    return 0


def _rows(
    whole: JsonObject, name: str, read_row: Callable[[JsonObject, str, list[str]], R], ignored: list[str]
) -> tuple[list[R], list[RejectedRow]]:
    listed = whole.get(name, [])
    if not isinstance(listed, list):
        raise ImportRefused("import_not_list", place=name)
    if len(listed) > ROW_LIMIT:
        raise ImportRefused("import_rows", limit=ROW_LIMIT)
    rows: list[R] = []
    rejected: list[RejectedRow] = []
    for number, item in enumerate(listed):
        place = f"{name}[{number}]"
        try:
            if not isinstance(item, JsonObject):
                raise ImportRefused("row_not_object")
            row, left_out = _flat(item)
            rows.append(read_row(row, place, left_out))
        except ImportRefused as refusal:
            rejected.append(row_rejected(refusal, place))
        else:
            ignored += [f"{name}[].{shown(field)}" for field in left_out]
    return rows, rejected


def _flat(item: JsonObject) -> tuple[JsonObject, list[str]]:
    """The item with what an export keeps under "attributes" taken out, and the names of what stood beside them."""
    attributes = item.get("attributes")
    for part in (item, attributes):
        if isinstance(part, JsonObject) and part.twice:
            raise ImportRefused("row_key_twice", field=shown(part.twice))
    if not isinstance(attributes, JsonObject):
        return item, []
    row = JsonObject(attributes)
    for kind in ("element type", "connection type"):
        if kind in row:
            row.setdefault("type", row.pop(kind))
    row.update({_BESIDE[key]: value for key, value in item.items() if key in _BESIDE})
    return row, [key for key in item if key not in _BESIDE and key != "attributes"]


def _element(row: JsonObject, place: str, left_out: list[str]) -> Element:
    label = _text(row, "label")
    if not label.strip():
        raise ImportRefused("row_no_label", field="label")
    tags = row.get("tags") or []
    if not _is_texts(tags):
        raise ImportRefused("row_tags", field="tags")
    return Element(
        label,
        id=_id(row, "id"),
        type=_text(row, "type"),
        description=_text(row, "description"),
        tags=tuple(_kept(tag, "tags") for tag in tags),
        fields=_fields(row, ("id", "label", "type", "description", "tags"), left_out),
        place=place,
    )


def _connection(row: JsonObject, place: str, left_out: list[str]) -> Connection:
    ends = {end: _id(row, end) for end in ("from", "to")}
    for end, name in ends.items():
        if not name.strip():
            raise ImportRefused("row_no_end", field=end)
    return Connection(
        ends["from"],
        ends["to"],
        id=_id(row, "id"),
        type=_text(row, "type"),
        direction=direction_named(_text(row, "direction")),
        label=_text(row, "label"),
        fields=_fields(row, ("id", "from", "to", "type", "direction", "label"), left_out),
        place=place,
    )


def _id(row: JsonObject, field: str) -> str:
    """An id, or an end that may be one: whole numbers are as good as text."""
    value = row.get(field)
    return str(value) if type(value) is int else _text(row, field)


def _text(row: JsonObject, field: str) -> str:
    value = row.get(field)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise ImportRefused("row_type", field=field)
    return _kept(value, field)


def _fields(row: JsonObject, own: tuple[str, ...], left_out: list[str]) -> tuple[tuple[str, Value], ...]:
    """The fields without an attribute in a graph; the names of those that it cannot hold come to `left_out`."""
    fields: list[tuple[str, Value]] = []
    for name, value in row.items():
        if name in own:
            continue
        field = shown(name)
        _kept(name, field)
        if isinstance(value, _NoNumber):
            raise ImportRefused("row_number", field=field)
        if isinstance(value, str):
            fields.append((name, _kept(value, field)))
        elif value is None or isinstance(value, bool | int | float):
            fields.append((name, value))
        elif _is_texts(value):
            fields.append((name, tuple(_kept(part, field) for part in value)))
        else:
            left_out.append(name)
    return tuple(fields)


def _is_texts(value: object) -> TypeGuard[list[str]]:
    return isinstance(value, list) and all(isinstance(part, str) for part in value)


def _kept(text: str, field: str) -> str:
    code = cannot_be_kept(text)
    if code:
        raise ImportRefused("row_control", field=field, code=code)
    return text
