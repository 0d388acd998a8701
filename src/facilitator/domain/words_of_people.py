"""The one door for text that people typed: what may stand in a name, and what is refused with its place."""

import re
import unicodedata

from facilitator.domain.refusal import EditRejected

NAME_LIMIT = 200
NOTE_LIMIT = 10_000

# Direction overrides can make a name read as another; the other controls have no meaning in one line of text.
_REFUSED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff\ufeff]")


def name(text: str, *, limit: int = NAME_LIMIT) -> str:
    """One line of text in NFC with single spaces, as typed otherwise.

    Raises EditRejected: "name_empty", "name_too_long" (values: count, limit), "name_control" (column, from 1).
    """
    clean = _clean(text)
    clean = re.sub(r"[ \t\n]+", " ", clean).strip(" \u00a0\u202f")
    if not any(unicodedata.category(letter)[0] not in "CZ" for letter in clean):
        raise EditRejected("name_empty")
    if len(clean) > limit:
        raise EditRejected("name_too_long", count=len(clean), limit=limit)
    return clean


def note(text: str, *, limit: int = NOTE_LIMIT) -> str:
    """Free text of several lines, possibly empty; refused like a name where it is too long or holds controls."""
    clean = _clean(text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    if len(clean) > limit:
        raise EditRejected("name_too_long", count=len(clean), limit=limit)
    return clean


def _clean(text: str) -> str:
    refused = _REFUSED.search(text)
    if refused:
        raise EditRejected("name_control", column=refused.start() + 1)
    return unicodedata.normalize("NFC", text)
