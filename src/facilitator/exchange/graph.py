"""Elements and the connections between them, as exchange formats know them: nothing of boards."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from facilitator.domain.refusal import ImportRefused
from facilitator.exchange.reading import RejectedRow, shown

Value = str | int | float | bool | tuple[str, ...] | None
"""What a field of one's own can hold: what JSON can, but for objects and for lists of anything but text."""

Direction = Literal["directed", "mutual", "undirected", ""]
"""Which ends have an arrow: the second, both, none; "" where the file leaves that to the map."""

DIRECTIONS: tuple[Direction, ...] = ("directed", "mutual", "undirected", "")


@dataclass(frozen=True, slots=True)
class Element:
    """One thing on a map. `fields` are those without an attribute here, in their order, each name once.

    `place` is where it was read: a line, or a path in a JSON file; it does not count when two are compared.
    """

    label: str
    id: str = ""
    type: str = ""
    description: str = ""
    tags: tuple[str, ...] = ()
    fields: tuple[tuple[str, Value], ...] = ()
    place: int | str = field(default=0, compare=False)

    @property
    def key(self) -> str:
        """What connections call it: its id, or its label if it has none."""
        return self.id or self.label


@dataclass(frozen=True, slots=True)
class Connection:
    """One tie between the elements whose keys are `from_` and `to`; fields and place as those of an element."""

    from_: str
    to: str
    id: str = ""
    type: str = ""
    direction: Direction = ""
    label: str = ""
    fields: tuple[tuple[str, Value], ...] = ()
    place: int | str = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Graph:
    """What a file holds.

    `rejected` are the rows that could not be taken. `ignored` names the parts of the file that a graph has no place
    for ("maps", "elements[].position"), so that they can be told.
    """

    elements: tuple[Element, ...] = ()
    connections: tuple[Connection, ...] = ()
    rejected: tuple[RejectedRow, ...] = ()
    ignored: tuple[str, ...] = ()


def direction_named(name: str) -> Direction:
    """The direction of this name, in capitals or not; raises ImportRefused("row_direction", direction, field)."""
    wanted = name.strip().lower()
    for direction in DIRECTIONS:
        if direction == wanted:
            return direction
    raise ImportRefused("row_direction", direction=shown(name), field="direction")


def row_rejected(refusal: ImportRefused, place: int | str) -> RejectedRow:
    """The refusal of one row at `place`; in a JSON path, the refusal's value `field` is its last step."""
    if isinstance(place, str) and place.endswith("]") and "field" in refusal.values:
        place = f"{place}.{refusal.values['field']}"
    return RejectedRow(refusal.key, refusal.values, place)


def with_own_ids(elements: Iterable[Element]) -> tuple[list[Element], list[RejectedRow]]:
    """The elements but for those whose id an earlier one has, which are rejected: "row_id_twice" (id, field)."""
    kept: list[Element] = []
    rejected: list[RejectedRow] = []
    taken: set[str] = set()
    for element in elements:
        if element.id and element.id in taken:
            rejected.append(row_rejected(_id_twice(element.id), element.place))
        else:
            taken.add(element.id)
            kept.append(element)
    return kept, rejected


def tied(elements: Sequence[Element], connections: Iterable[Connection]) -> tuple[list[Connection], list[RejectedRow]]:
    """The connections with the keys of their elements as ends.

    An end names an element by its id or, if there is no such id, by its label; blanks around and between words do not
    count. Rejected are: "row_dangling" (name, field), "row_ambiguous" (name, field), "row_id_twice" (id, field).
    """
    names = _Names(elements)
    kept: list[Connection] = []
    rejected: list[RejectedRow] = []
    taken: set[str] = set()
    for connection in connections:
        try:
            if connection.id and connection.id in taken:
                raise _id_twice(connection.id)
            ends = names.key(connection.from_, "from"), names.key(connection.to, "to")
        except ImportRefused as refusal:
            rejected.append(row_rejected(refusal, connection.place))
        else:
            taken.add(connection.id)
            kept.append(replace(connection, from_=ends[0], to=ends[1]))
    return kept, rejected


def node_names(graph: Graph) -> dict[str, str]:
    """A plain name for every element by its key: n1, n2 … in their order; an id comes before a label that equals it."""
    names = {element.label: f"n{number}" for number, element in enumerate(graph.elements, start=1)}
    return names | {element.id: f"n{number}" for number, element in enumerate(graph.elements, start=1) if element.id}


class _Names:
    """What elements can be called by."""

    def __init__(self, elements: Sequence[Element]) -> None:
        self._ids = {element.id for element in elements if element.id}
        self._labels: defaultdict[str, list[Element]] = defaultdict(list)
        self._evened: defaultdict[str, list[Element]] = defaultdict(list)
        for element in elements:
            self._labels[element.label].append(element)
            self._evened[_blanks_evened(element.label)].append(element)

    def key(self, name: str, end: str) -> str:
        if name in self._ids:
            return name
        found = self._labels.get(name) or self._evened.get(_blanks_evened(name), [])
        if not found:
            raise ImportRefused("row_dangling", name=shown(name), field=end)
        if len(found) > 1:
            raise ImportRefused("row_ambiguous", name=shown(name), field=end)
        return found[0].key


def _blanks_evened(text: str) -> str:
    return " ".join(text.split())


def _id_twice(id_: str) -> ImportRefused:
    return ImportRefused("row_id_twice", id=shown(id_), field="id")
