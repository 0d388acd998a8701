"""What somebody typed or chose, read once for all kinds: lines of the inspector, and marks of capture lines."""

from collections.abc import Iterable
from datetime import date

from facilitator.boards.described import Field
from facilitator.domain import words_of_people
from facilitator.domain.refusal import EditRejected
from facilitator.workshop.capture import AddLine


def require_field(fields: Iterable[Field], key: str, value: str) -> None:
    """Make sure that the line `key` of the inspector is there and can hold `value`.

    Raises KeyError for a key that is none of `fields` or only tells something, EditRejected("choice_unknown") (choice,
    known) for a value that is none of its choices.
    """
    field = {field.key: field for field in fields}[key]
    chosen = value.split() if field.form == "many" else [value]
    if field.form in ("choice", "many"):
        for each in chosen:
            if each not in dict(field.choices):
                known = ", ".join(words for _, words in field.choices)
                raise EditRejected("choice_unknown", choice=each, known=known)
    elif field.form == "told":
        raise KeyError(key)


def require_no_scales(line: AddLine) -> None:
    """Raises EditRejected("capture_no_scale") (mark) for a line with a ring, an influence or an attitude."""
    for mark, value in (("@", line.ring), ("!", line.influence), ("~", line.attitude)):
        if value is not None:
            raise EditRejected("capture_no_scale", mark=mark)


def optional_line(text: str) -> str:
    """One line of text, "" if blank; else refused like a name."""
    return words_of_people.name(text) if text.strip() else ""


def optional_day(text: str) -> date | None:
    """An ISO date (2027-01-14), None if blank; raises EditRejected("date_unreadable") (text)."""
    if not text.strip():
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise EditRejected("date_unreadable", text=text.strip()) from None
