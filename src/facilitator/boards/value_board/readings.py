"""Readings: what an indicator showed on a day, as a number, a rating or a finding."""

from collections.abc import Mapping

from facilitator.boards.described import Entry, EntryList, Field
from facilitator.boards.numbers import as_typed, typed_number
from facilitator.boards.typed import optional_day, optional_line
from facilitator.boards.typed_rows import Read, literally, read_values
from facilitator.boards.value_board.model import Card, Kpi, Reading
from facilitator.content.words import Words
from facilitator.domain import words_of_people
from facilitator.domain.change import Change, removing
from facilitator.domain.document import Document
from facilitator.domain.editing import changed
from facilitator.domain.engagement import language_of
from facilitator.domain.language import Language
from facilitator.domain.record import new_id
from facilitator.domain.refusal import EditRejected

READINGS = "readings"
RATINGS = (1, 2, 3, 4, 5)


def reading_list(document: Document, card_id: str, words: Words) -> EntryList:
    """The readings of an indicator in the order of time; raises EditRejected("gone") for a card that is none."""
    require_indicator(document, card_id)
    rows = (each for each in document.every(Reading) if each.kpi_id == card_id)
    return EntryList(
        READINGS,
        words("value.readings"),
        reading_fields(document.find(Kpi, card_id) or Kpi(id=card_id), words),
        tuple(_row(each, language_of(document)) for each in sorted(rows, key=lambda each: (each.read_on, each.id))),
    )


def put_reading(document: Document, card_id: str, reading_id: str, values: Mapping[str, str], words: Words) -> Change:
    """Change a reading by field key, or add one where `reading_id` is ""; what is not named stays as it is.

    A quantitative indicator needs a value, a qualitative one a rating, one of neither nature one of the two, and a
    learning question at least a finding. Raises KeyError for a key that is none, EditRejected: "gone", "cell_refused"
    (column, why) for what a field can't hold, "reading_day", and what `ensure_says_enough` raises.
    """
    require_indicator(document, card_id)
    before = document.get(Reading, reading_id) if reading_id else None
    if before is not None and before.kpi_id != card_id:
        raise EditRejected("gone", id=reading_id)
    kpi = document.find(Kpi, card_id) or Kpi(id=card_id)
    language = language_of(document)
    numbers = {"value": literally(lambda text: typed_number(text, language))}
    said = read_values(reading_fields(kpi, words), values, {**_READ, **numbers}, words)
    after = reading_of(before, card_id, said)
    ensure_says_enough(kpi, after)
    return changed("edit_reading" if before else "add_reading", [(before, after)])


def reading_of(before: Reading | None, card_id: str, said: Mapping[str, object]) -> Reading:
    """A reading with what was said of it; raises EditRejected("reading_day") for one without a day."""
    known: dict[str, object] = before.model_dump() if before else {"id": new_id(), "kpi_id": card_id}
    known |= said
    if known.get("read_on") is None:
        raise EditRejected("reading_day")
    return Reading.model_validate(known)


def ensure_says_enough(kpi: Kpi, reading: Reading) -> None:
    """Make sure that a reading says what its indicator needs.

    Raises EditRejected: "reading_value", "reading_rating", "reading_number" (one of the two) or "reading_empty".
    """
    if kpi.mode == "learning":
        if reading.value is None and reading.rating is None and not reading.narrative:
            raise EditRejected("reading_empty")
    elif kpi.nature == "quantitative" and reading.value is None:
        raise EditRejected("reading_value")
    elif kpi.nature == "qualitative" and reading.rating is None:
        raise EditRejected("reading_rating")
    elif reading.value is None and reading.rating is None:
        raise EditRejected("reading_number")


def delete_reading(document: Document, card_id: str, reading_id: str) -> Change:
    """Remove a reading; raises EditRejected("gone")."""
    reading = document.get(Reading, reading_id)
    if reading.kpi_id != card_id:
        raise EditRejected("gone", id=reading_id)
    return Change("delete_reading", removing([reading]))


def reading_fields(kpi: Kpi, words: Words) -> tuple[Field, ...]:
    """What a reading of an indicator is made of; ratings are told in the words of its rubric."""
    value = words("value.field_value_in", unit=kpi.unit) if kpi.unit else words("value.head_value")
    ratings = (("", words("value.not_known")), *((str(each), rating_name(kpi, each, words)) for each in RATINGS))
    return (
        Field("read_on", words("value.head_read_on"), "", "date"),
        Field("value", value, "", "line", head=words("value.head_value")),
        Field("rating", words("value.head_rating"), "", "choice", choices=ratings),
        Field("narrative", words("value.head_narrative"), "", "text"),
        Field("voices", words("value.head_voices"), "", "line"),
        Field("evidence", words("value.head_evidence"), "", "line"),
    )


def rating_name(kpi: Kpi, rating: int, words: Words) -> str:
    """A rating of 1-5 with what the indicator's rubric says of it, else in the usual words."""
    said = getattr(kpi, f"rubric_{rating}") if rating in (1, 3, 5) else ""
    return words("value.rating", rating=rating, said=said or words(f"value.rating_{rating}"))


_READ: Mapping[str, Read] = {
    "read_on": literally(optional_day),
    "rating": literally(lambda text: int(text) if text else None),
    "narrative": literally(words_of_people.note),
    "voices": literally(optional_line),
    "evidence": literally(optional_line),
}
"""How the text of each other field of a reading is read; its value is in the language of the engagement."""


def require_indicator(document: Document, card_id: str) -> None:
    """Raises EditRejected("gone") for a card that is no indicator (any more)."""
    if document.get(Card, card_id).column != "kpi":
        raise EditRejected("gone", id=card_id)


def _row(reading: Reading, language: Language) -> Entry:
    rating = "" if reading.rating is None else str(reading.rating)
    said = (reading.narrative, reading.voices, reading.evidence)
    return Entry(reading.id, (reading.read_on.isoformat(), as_typed(reading.value, language), rating, *said))
