"""Document: all records of one engagement at one moment, never changed in place."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar, cast

from facilitator.domain.change import Change
from facilitator.domain.record import Record
from facilitator.domain.refusal import EditRejected

R = TypeVar("R", bound=Record)
_Shelf = Mapping[str, Record]


class Document:
    """Records by type and id. `after(change)` gives the next document and leaves this one as it is."""

    __slots__ = ("_shelves",)

    def __init__(self, shelves: Mapping[type[Record], _Shelf] | None = None) -> None:
        self._shelves: Mapping[type[Record], _Shelf] = shelves or {}

    @classmethod
    def of(cls, records: Iterable[Record]) -> "Document":
        """A document that holds these records."""
        shelves: dict[type[Record], dict[str, Record]] = {}
        for record in records:
            shelves.setdefault(type(record), {})[record.id] = record
        return cls(shelves)

    def every(self, record_type: type[R]) -> Iterator[R]:
        """All records of a type, in the order in which they came to this document."""
        return cast(Iterator[R], iter(self._shelves.get(record_type, {}).values()))

    def find(self, record_type: type[R], record_id: str) -> R | None:
        """The record of this type with this id, or None."""
        return cast("R | None", self._shelves.get(record_type, {}).get(record_id))

    def get(self, record_type: type[R], record_id: str) -> R:
        """The record of this type with this id; raises EditRejected("gone") if there is none any more."""
        record = self.find(record_type, record_id)
        if record is None:
            raise EditRejected("gone", id=record_id)
        return record

    def records(self) -> Iterator[Record]:
        """Every record of every type."""
        for shelf in self._shelves.values():
            yield from shelf.values()

    def after(self, change: Change) -> "Document":
        """The document that `change` leads to; raises EditRejected("stale") if a `before` is not what is here."""
        shelves = dict(self._shelves)
        opened: dict[type[Record], dict[str, Record]] = {}
        for swap in change.swaps:
            record_type, record_id = type(swap.record), swap.record.id
            if record_type not in opened:
                opened[record_type] = dict(shelves.get(record_type, {}))
                shelves[record_type] = opened[record_type]
            shelf = opened[record_type]
            if shelf.get(record_id) != swap.before:
                raise EditRejected("stale", id=record_id)
            if swap.after is None:
                del shelf[record_id]
            else:
                shelf[record_id] = swap.after
        return Document(shelves)

    def __eq__(self, other: object) -> bool:
        """Equal when they hold equal records, whatever their order."""
        if not isinstance(other, Document):
            return NotImplemented
        mine = {kind: shelf for kind, shelf in self._shelves.items() if shelf}
        return mine == {kind: shelf for kind, shelf in other._shelves.items() if shelf}

    __hash__ = None  # type: ignore[assignment]  # compared in tests only; too large to be a key
