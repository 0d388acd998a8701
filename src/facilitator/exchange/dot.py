"""Graphs in Graphviz' DOT language (graphviz.org/doc/info/lang.html)."""

import re
from collections.abc import Iterable

from facilitator.exchange.graph import Graph, Value, node_names

_CANNOT_STAND = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_ENTITY = re.compile(r"&(?=#?\w+;)")  # dot would read &amp; in a label as &
_DIRECTIONS = {"directed": "forward", "mutual": "both", "undirected": "none"}

_Attributes = Iterable[tuple[str, Value]]


def write(graph: Graph) -> bytes:
    """The graph in UTF-8. Raises KeyError for an end that is no element.

    Every text is a quoted string in which nothing is an escape, an entity or HTML; control characters are U+FFFD.
    Fields are attributes with "field:" before their name, so that none of them draws or loads anything.
    """
    names = node_names(graph)
    lines = ["digraph {"]
    for number, element in enumerate(graph.elements, start=1):
        own = {"label": element.label, "id": element.id, "type": element.type}
        own |= {"description": element.description, "tags": "|".join(element.tags)}
        lines.append(f"  n{number} [{_attributes(own.items(), element.fields)}];")
    for connection in graph.connections:
        own = {"label": connection.label, "id": connection.id, "type": connection.type}
        own |= {"dir": _DIRECTIONS.get(connection.direction, "")}
        ends = f"{names[connection.from_]} -> {names[connection.to]}"
        lines.append(f"  {ends} [{_attributes(own.items(), connection.fields)}];")
    return "\n".join([*lines, "}", ""]).encode()


def _attributes(own: _Attributes, fields: _Attributes) -> str:
    pairs = [*own, *((_quoted(f"field:{name}"), value) for name, value in fields)]
    return ", ".join(f"{name}={_quoted(_text(value))}" for name, value in pairs if value not in (None, "", ()))


def _text(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "|".join(value) if isinstance(value, tuple) else str(value)


def _quoted(text: str) -> str:
    text = _CANNOT_STAND.sub("\ufffd", text).replace("\r\n", "\n").replace("\r", "\n")
    text = _ENTITY.sub("&amp;", text).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{text}"'
