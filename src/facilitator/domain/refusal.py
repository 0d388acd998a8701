"""How the house says no: a key that words can be found for in both languages, and the values to fill in."""

from collections.abc import Mapping


class Refusal(Exception):
    """Something asked for that cannot be done; nothing was changed.

    `key` names a sentence in resources/words/refusals.json; `values` are its placeholders. People's own words
    may be among the values, so a refusal is shown to the facilitator and never logged with its values.
    """

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values: Mapping[str, object] = values


class EditRejected(Refusal):
    """An edit that would break a rule of its board; the document is as it was."""


class StoreError(Refusal):
    """The engagement file could not be opened, read or written; what was saved before is still there."""


class ImportRefused(Refusal):
    """A file or pasted text that cannot be read; nothing was taken from it."""
