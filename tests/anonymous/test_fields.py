"""No text of any record can be forgotten."""

import re

import pytest

from facilitator.anonymous.fields import NAMES
from facilitator.anonymous.making import made_anonymous
from facilitator.catalogue import RECORD_TYPES
from facilitator.domain.document import Document
from facilitator.domain.engagement import Person
from facilitator.domain.text_fields import NO_WORDS, text_fields
from records_of_all import every_record

KINDS = {each.type_name(): each for each in RECORD_TYPES}
NAME = "Quenby Zorblaxe"
SORTED = [(each, name) for each in RECORD_TYPES for name in text_fields(each)]


def test_what_is_said_to_be_no_text_is_a_field_and_no_name():
    for kind, names in NO_WORDS.items():
        assert set(names.split()) <= set(KINDS[kind].model_fields), kind
        assert not {(kind, name) for name in names.split()} & set(NAMES)
    for kind, name in NAMES:
        assert name in text_fields(KINDS[kind])


def test_every_text_of_every_record_is_looked_at():
    """Whatever is no code: a new field counts as text until somebody says that it is none."""
    for record_type in RECORD_TYPES:
        codes = set(NO_WORDS.get(record_type.type_name(), "").split())
        for name, field in record_type.model_fields.items():
            is_text = "str" in re.findall(r"\w+", str(field.annotation))
            refers = name == "id" or name.endswith("_id")
            assert (name in text_fields(record_type)) == (is_text and not refers and name not in codes), name


def test_words_of_people_are_no_codes():
    texts = {f"{each.type_name()}.{name}" for each, name in SORTED}
    assert {
        "outcome.text",
        "web.problem",
        "chat_line.text",
        "brand.logo_text",
        "twin.source",
        "summary_line.text",
    } < texts


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_name_in_any_field_of_any_record_is_gone(language):
    records = every_record(lambda kind, name: f"it was {NAME} of zorblaxe.ca who asked")
    document = Document.of([*records, Person(id="known", name=NAME)])
    made = made_anonymous(document, language)
    assert sum(1 for _ in made.records()) == len(RECORD_TYPES)  # a person more, a brand less
    for record in made.records():
        assert not re.search("quenby|zorblax", str(record.model_dump()), re.IGNORECASE), record


def test_ids_and_codes_stay():
    records = every_record(lambda kind, name: NAME)
    made = made_anonymous(Document.of(records), "en")
    for record in records:
        after = made.get(type(record), record.id)
        for name in set(type(record).model_fields) - set(text_fields(type(record))):
            assert getattr(after, name) == getattr(record, name)
