"""Graphs as GraphML (graphml.graphdrawing.org), which Gephi, yEd and Cytoscape read."""

import re
from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from facilitator.exchange.graph import Connection, Element, Graph, Value, node_names

_SPACE = "http://graphml.graphdrawing.org/xmlns"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_Row = dict[str, Value]


def write(graph: Graph) -> bytes:
    """The graph in UTF-8, with ids and labels as data beside all other fields; several values by `|`.

    What XML cannot hold (most control characters) is U+FFFD there. Raises KeyError for an end that is no element.
    """
    names = node_names(graph)
    nodes = [_of_element(element) for element in graph.elements]
    edges = [_of_connection(connection) for connection in graph.connections]
    node_keys, edge_keys = _keys("node", nodes), _keys("edge", edges)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<graphml xmlns="{_SPACE}">']
    lines += [line for _, line in (*node_keys.values(), *edge_keys.values())]
    lines.append('<graph id="G" edgedefault="directed">')
    for number, row in enumerate(nodes, start=1):
        lines += [f'<node id="n{number}">', *_data(row, node_keys), "</node>"]
    for number, (connection, row) in enumerate(zip(graph.connections, edges, strict=True), start=1):
        ends = f'source="{names[connection.from_]}" target="{names[connection.to]}"'
        directed = "false" if connection.direction == "undirected" else "true"
        lines += [f'<edge id="e{number}" {ends} directed="{directed}">', *_data(row, edge_keys), "</edge>"]
    return "\n".join([*lines, "</graph>", "</graphml>", ""]).encode()


def _of_element(element: Element) -> _Row:
    own: _Row = {"id": element.id, "label": element.label, "type": element.type}
    return own | {"description": element.description, "tags": element.tags} | dict(element.fields)


def _of_connection(connection: Connection) -> _Row:
    own: _Row = {"id": connection.id, "label": connection.label, "type": connection.type}
    return own | {"direction": connection.direction} | dict(connection.fields)


def _keys(kind: str, rows: Sequence[_Row]) -> dict[str, tuple[str, str]]:
    """The id of the key for every name, and the line that declares it."""
    keys = {}
    for number, name in enumerate(dict.fromkeys(name for row in rows for name in row)):
        id_, type_ = f"{kind}-{number}", _type(row[name] for row in rows if name in row)
        keys[name] = (id_, f'<key id="{id_}" for="{kind}" attr.name={_quoted(name)} attr.type="{type_}"/>')
    return keys


def _type(values: Iterable[Value]) -> str:
    types = {type(value) for value in values if value is not None}
    if types == {bool}:
        return "boolean"
    if types == {int}:
        return "long"
    return "double" if types and types <= {int, float} else "string"


def _data(row: _Row, keys: dict[str, tuple[str, str]]) -> Iterator[str]:
    for name, value in row.items():
        if value in (None, "", ()) and name != "id":  # an empty id says that the node's is but this file's
            continue
        text = "|".join(value) if isinstance(value, tuple) else str(value)
        if isinstance(value, bool):
            text = text.lower()
        yield f'<data key="{keys[name][0]}">{_escaped(text)}</data>'


def _escaped(text: str) -> str:
    return escape(_NOT_XML.sub("\ufffd", text), {"\r": "&#13;"})


def _quoted(text: str) -> str:
    return quoteattr(_NOT_XML.sub("\ufffd", text))
