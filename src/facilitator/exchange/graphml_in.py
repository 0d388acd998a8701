"""Reads GraphML: ours, Gephi's, yEd's."""

import re
from dataclasses import dataclass, field, replace
from xml.parsers import expat

from facilitator.domain.refusal import ImportRefused
from facilitator.exchange.graph import (
    Connection,
    Direction,
    Element,
    Graph,
    Value,
    direction_named,
    row_rejected,
    tied,
    with_own_ids,
)
from facilitator.exchange.kumu_json import LARGEST
from facilitator.exchange.reading import ROW_LIMIT, RejectedRow, shown, text_of

TAG_LIMIT = 50 * ROW_LIMIT
"""XML elements in a file: a node has some for its fields, and in yEd's files for how it is drawn."""

NESTING = 100
"""How deep XML elements may lie in each other."""

_NUMBER = re.compile(r"[-+]?(?:\d{1,400}(?:\.\d{0,400})?|\.\d{1,400})(?:[eE][-+]?\d{1,4})?", re.ASCII)
_ELEMENT = ("id", "label", "type", "description", "tags")
_CONNECTION = ("id", "type", "direction", "label")


def read(data: bytes | str) -> Graph:
    """The graph in a file; nodes without a label are called by their id, also where that is a label of yEd's.

    Raises ImportRefused: what `text_of` raises, "import_xml" and "import_nested" (line, column), "import_doctype"
    (line: nothing that such a declaration asks for is opened), "import_not_graphml", "import_rows" (limit: of XML
    elements).
    """
    text, _ = text_of(data)
    events = _Events()
    events.read(text)
    elements: list[Element] = []
    edges: list[Connection] = []
    rejected: list[RejectedRow] = []
    keys: dict[str, str] = {}
    for item in events.items:
        try:
            if item.kind == "node":
                element = _element(item)
                keys.setdefault(item.attributes.get("id", ""), element.key)
                elements.append(element)
            else:
                edges.append(_connection(item, events.default_direction))
        except ImportRefused as refusal:
            rejected.append(row_rejected(refusal, item.place))
    kept, bad_ids = with_own_ids(elements)
    named = [replace(each, from_=keys.get(each.from_, each.from_), to=keys.get(each.to, each.to)) for each in edges]
    ends, untied = tied(kept, named)
    return Graph(tuple(kept), tuple(ends), (*rejected, *bad_ids, *untied), tuple(events.ignored))


@dataclass(slots=True)
class _Item:
    """A node or an edge; `data` is (type, text) by name, `label` what yEd shows."""

    kind: str
    attributes: dict[str, str]
    place: int
    data: dict[str, tuple[str, str]] = field(default_factory=dict)
    label: str = ""


class _Events:
    """What expat tells, one event after another: no tree is built, so none is too deep for the interpreter."""

    def __init__(self) -> None:
        self.items: list[_Item] = []
        self.ignored: dict[str, None] = {}
        self.default_direction: Direction = "directed"
        self._keys: dict[str, tuple[str, str]] = {}
        self._path: list[str] = []
        self._open: list[_Item] = []
        self._key = ""
        self._nested = False
        self._count = 0
        self._text: list[str] = []
        self._parser = expat.ParserCreate("utf-8", " ")
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text.append

    def read(self, text: str) -> None:
        try:
            self._parser.Parse(text.encode("utf-8", "surrogatepass"), True)
        except expat.ExpatError as error:
            raise ImportRefused("import_xml", line=error.lineno, column=error.offset + 1) from None

    def _doctype(self, *_: object) -> None:
        raise ImportRefused("import_doctype", line=self._parser.CurrentLineNumber)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local, line = name.rpartition(" ")[2], self._parser.CurrentLineNumber
        if not self._path and local != "graphml":
            raise ImportRefused("import_not_graphml")
        self._path.append(local)
        self._count += 1
        if self._count > TAG_LIMIT:
            raise ImportRefused("import_rows", limit=TAG_LIMIT)
        if len(self._path) > NESTING:
            raise ImportRefused("import_nested", line=line, column=self._parser.CurrentColumnNumber + 1)
        self._text.clear()
        self._nested = "data" in self._path[:-1]
        if local == "key":
            self._keys[attributes.get("id", "")] = (attributes.get("attr.name", ""), attributes.get("attr.type", ""))
        elif local == "graph":
            self.default_direction = "undirected" if attributes.get("edgedefault") == "undirected" else "directed"
        elif local in ("node", "edge"):
            self._open.append(_Item(local, attributes, line))
            self.items.append(self._open[-1])
        elif local == "data":
            self._key = attributes.get("key", "")
        elif not self._nested and local not in ("graphml", "default", "desc"):
            self.ignored[shown(local)] = None  # a port, a hyperedge

    def _end(self, _: str) -> None:
        local, text = self._path.pop(), "".join(self._text)
        self._text.clear()
        item = self._open[-1] if self._open else None
        if local in ("node", "edge"):
            self._open.pop()
        elif item and local in ("NodeLabel", "EdgeLabel"):
            item.label = item.label or text.strip()
        elif item and local == "data":
            name, type_ = self._keys.get(self._key, ("", ""))
            name = name or self._key
            if self._nested:
                self.ignored[shown(name)] = None  # how yEd draws it
            else:
                item.data[name] = (type_, text)


def _element(item: _Item) -> Element:
    xml_id, tags = item.attributes.get("id", ""), _text(item, "tags")
    label = _text(item, "label") or item.label or xml_id
    if not label.strip():
        raise ImportRefused("row_no_label", field="label")
    return Element(
        label,
        id=_text(item, "id", xml_id),
        type=_text(item, "type"),
        description=_text(item, "description"),
        tags=tuple(tag for tag in tags.split("|") if tag),
        fields=_fields(item, _ELEMENT),
        place=item.place,
    )


def _connection(item: _Item, default: Direction) -> Connection:
    ends = {end: item.attributes.get(end, "") for end in ("source", "target")}
    for end, name in ends.items():
        if not name:
            raise ImportRefused("row_no_end", field=end)
    directed = {"true": "directed", "false": "undirected"}.get(item.attributes.get("directed", ""), default)
    return Connection(
        ends["source"],
        ends["target"],
        id=_text(item, "id", item.attributes.get("id", "")),
        type=_text(item, "type"),
        direction=direction_named(_text(item, "direction", directed)),
        label=_text(item, "label") or item.label,
        fields=_fields(item, _CONNECTION),
        place=item.place,
    )


def _text(item: _Item, name: str, otherwise: str = "") -> str:
    return item.data.get(name, ("", otherwise))[1]


def _fields(item: _Item, own: tuple[str, ...]) -> tuple[tuple[str, Value], ...]:
    found = ((name, type_, text) for name, (type_, text) in item.data.items() if name not in own)
    return tuple((name, _value(name, type_, text)) for name, type_, text in found)


def _value(name: str, type_: str, text: str) -> Value:
    """The text as what its key declares; raises ImportRefused("row_number", field) where it is no such number."""
    if type_ == "boolean" and text.strip() in ("true", "false"):
        return text.strip() == "true"
    if type_ not in ("int", "long", "float", "double"):
        return text
    if not _NUMBER.fullmatch(text.strip()):
        raise ImportRefused("row_number", field=shown(name))
    number = float(text)
    if abs(number) > LARGEST:
        raise ImportRefused("row_number", field=shown(name))
    return int(number) if type_ in ("int", "long") and number.is_integer() else number
