"""The texts of a dated row, read field by field."""

from collections.abc import Callable, Iterable, Mapping

from facilitator.boards.described import Field
from facilitator.boards.typed import require_field
from facilitator.content.words import Words
from facilitator.domain.refusal import EditRejected

Read = Callable[[str, Words], object]


def read_values(
    fields: Iterable[Field], values: Mapping[str, str], read: Mapping[str, Read], words: Words
) -> dict[str, object]:
    """What `values` say by field key, each as `read` has it.

    Raises KeyError for a key that is none of `fields`, EditRejected("cell_refused") (column: the field, why) for a
    value that can't stand.
    """
    fields = tuple(fields)
    names = {field.key: field.head or field.label for field in fields}
    found: dict[str, object] = {}
    for key, value in values.items():
        try:
            require_field(fields, key, value)
            found[key] = read[key](value, words)
        except EditRejected as refusal:
            why = words(f"refusals.{refusal.key}", **refusal.values)
            raise EditRejected("cell_refused", column=names[key], why=why) from refusal
    return found


def literally(read: Callable[[str], object]) -> Read:
    """A way of reading that is the same in both languages."""
    return lambda text, _: read(text)
