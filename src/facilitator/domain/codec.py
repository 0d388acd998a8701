"""Codec: swaps as JSON text for the journal, and back."""

import json
from collections.abc import Iterable

from facilitator.domain.change import Swap
from facilitator.domain.record import Record


class Codec:
    """Writes and reads the swaps of the given record types."""

    def __init__(self, record_types: Iterable[type[Record]]) -> None:
        self._types = {record_type.type_name(): record_type for record_type in record_types}

    def encode(self, swaps: tuple[Swap, ...]) -> str:
        """JSON text: a list of [type name, before or null, after or null], keys in the order of the fields."""
        rows = [[type(swap.record).type_name(), _plain(swap.before), _plain(swap.after)] for swap in swaps]
        return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))

    def decode(self, text: str) -> tuple[Swap, ...]:
        """The swaps; raises ValueError (pydantic's ValidationError is one) or KeyError where the text does not fit."""
        rows = json.loads(text)
        return tuple(Swap(self._record(kind, before), self._record(kind, after)) for kind, before, after in rows)

    def _record(self, type_name: str, fields: dict[str, object] | None) -> Record | None:
        return None if fields is None else self._types[type_name].model_validate(fields)


def _plain(record: Record | None) -> dict[str, object] | None:
    return None if record is None else record.model_dump(mode="json")
