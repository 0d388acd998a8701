"""Twins: what people said, in the other language. What is the house's own and nobody reworded has one by itself."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from facilitator.content.known_texts import known_in
from facilitator.domain import words_of_people
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.editing import changed
from facilitator.domain.engagement import Board, Engagement, Session, language_of
from facilitator.domain.language import Language, other_language
from facilitator.domain.record import Record
from facilitator.domain.refusal import EditRejected
from facilitator.domain.text_fields import words_in
from facilitator.domain.twin import Twin, twin_id

State = Literal["missing", "outdated", "there", "known", "name"]
"""Whether a text has a twin: none; one of what the text was before; one; the house's own; none needed for a name."""

_NAMES = {
    ("outcome", "who"),
    ("checklist_entry", "owner"),
    ("cohort", "facilitators"),
    ("cohort", "code"),
    ("program", "code"),
    ("lesson", "credit"),
    ("program", "signatory"),
    ("stakeholder", "owner"),
    ("approach", "owner"),
    ("kpi", "owner"),
    ("speaker", "name"),
}
"""Names of people and codes, the same in both languages, or roles, which may have a twin."""

_NOT_HANDED_OUT = {"chat_line", "moment_place", "twin", "spoken_code"}


@dataclass(frozen=True, slots=True)
class TwinPlace:
    """A public text and its twin, "" for none; `at` is the title of its board or session, "" for the engagement's.

    `was` is what an outdated twin was given for.
    """

    id: str
    at: str
    source: str
    text: str
    state: State
    was: str = ""


def in_language(document: Document, language: Language) -> Document:
    """The document as one of an engagement in `language`: public texts in it where they have a twin, else as they are.

    An outdated twin says something else than the text does now, so it does not stand for it.
    """
    if language == language_of(document):
        return document
    twins = {twin.id: twin for twin in document.every(Twin)}
    return Document.of(_said_in(language, record, twins) for record in document.records())


def twin_places(document: Document) -> tuple[TwinPlace, ...]:
    """Every public text that can be handed out, once for each place, engagement first, then board by board."""
    twins = {twin.id: twin for twin in document.every(Twin)}
    language = other_language(language_of(document))
    at = _Whereabouts(document)
    found = [
        (at.order(record), _place(record, field, source, twins, language, at.title(record)))
        for record in document.records()
        for field, source in _texts(record)
    ]
    return tuple(place for _, place in sorted(found, key=lambda each: each[0]))


def untranslated(document: Document, language: Language) -> tuple[TwinPlace, ...]:
    """The texts that would stand in a handout in `language` as they are: no twin, or an outdated one."""
    if language == language_of(document):
        return ()
    return tuple(place for place in twin_places(document) if place.state in ("missing", "outdated"))


def set_twins(document: Document, texts: Mapping[str, str]) -> Change:
    """Give places other twins by their ids, in one step; "" takes one away, and an outdated one given again is right.

    Raises EditRejected: "gone" (id) for a place that holds no such text any more, "nothing_to_do", and what a note may
    not be.
    """
    sources = {place.id: place for place in twin_places(document)}
    pairs = []
    for its_id, typed in texts.items():
        if its_id not in sources:
            raise EditRejected("gone", id=its_id)
        text = words_of_people.note(typed)
        of_type, of_id, field = split_id(its_id)
        after = Twin(id=its_id, of_type=of_type, of_id=of_id, field=field, source=sources[its_id].source, text=text)
        pairs.append((document.find(Twin, its_id), after if text else None))
    return changed("set_twin", pairs)


def split_id(its_id: str) -> tuple[str, str, str]:
    """Record type, id and field of the place with this id: ids of records may hold slashes, the others don't."""
    of_type, _, rest = its_id.partition("/")
    of_id, _, field = rest.rpartition("/")
    return of_type, of_id, field


def twins_between(one: Sequence[Record], other: Sequence[Record]) -> Iterator[Twin]:
    """The twins of the same records written in two languages, `one` being the engagement's."""
    others = {(type(record), record.id): record for record in other}
    for record in one:
        for field, source in _texts(record):
            text = getattr(others[type(record), record.id], field)
            if text and text != source:
                of_type = record.type_name()
                its_id = twin_id(of_type, record.id, field)
                yield Twin(id=its_id, of_type=of_type, of_id=record.id, field=field, source=source, text=text)


def _texts(record: Record) -> Iterator[tuple[str, str]]:
    """The public words of a record that may need a twin, by field."""
    if record.private or record.type_name() in _NOT_HANDED_OUT:
        return
    for field, text in words_in(record):
        if any(letter.isalpha() for letter in text):
            yield field, text


def _said_in(language: Language, record: Record, twins: Mapping[str, Twin]) -> Record:
    said = {}
    for field, source in _texts(record):
        twin = twins.get(twin_id(record.type_name(), record.id, field))
        text = twin.text if twin and twin.source == source else known_in(source, language)
        if text:
            said[field] = text
    if isinstance(record, Engagement):
        said["language"] = language
    return record.having(**said) if said else record


def _place(
    record: Record, field: str, source: str, twins: Mapping[str, Twin], language: Language, at: str
) -> TwinPlace:
    its_id = twin_id(record.type_name(), record.id, field)
    twin = twins.get(its_id)
    if twin:
        if twin.source == source:
            return TwinPlace(its_id, at, source, twin.text, "there")
        return TwinPlace(its_id, at, source, twin.text, "outdated", twin.source)
    known = known_in(source, language)
    without: State = "known" if known else "name" if (record.type_name(), field) in _NAMES else "missing"
    return TwinPlace(its_id, at, source, known, without)


class _Whereabouts:
    """On which board or in which session a record stands, by following what it refers to."""

    def __init__(self, document: Document) -> None:
        self._records: dict[str, dict[str, Record]] = defaultdict(dict)
        for record in document.records():
            self._records[record.type_name()][record.id] = record

    def title(self, record: Record) -> str:
        root = self._root(record)
        return root.title if isinstance(root, Board | Session) else ""

    def order(self, record: Record) -> tuple[int, int]:
        root = self._root(record)
        if isinstance(root, Board | Session):
            return (1 if isinstance(root, Session) else 2), root.number
        return (0 if isinstance(root, Engagement) else 3), 0

    def _root(self, record: Record) -> Record:
        while not isinstance(record, Board | Session):
            above = next(iter(self._above(record)), None)
            if above is None:
                break
            record = above
        return record

    def _above(self, record: Record) -> Iterator[Record]:
        for field, table in _references(type(record)):
            found = self._records[table].get(getattr(record, field) or "")
            if found is not None and found is not record:
                yield found


@cache
def _references(record_type: type[Record]) -> tuple[tuple[str, str], ...]:
    """The fields by which a record refers to others, and the tables they are in; the board first."""
    keys = ((name, getattr(field, "foreign_key", None)) for name, field in record_type.model_fields.items())
    found = [(name, key.partition(".")[0]) for name, key in keys if isinstance(key, str)]
    return tuple(sorted(found, key=lambda each: each[1] != "board"))
