"""The packs of lessons and of certificates."""

from datetime import date

import pytest

from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Engagement, Person
from facilitator.domain.language import LANGUAGES
from facilitator.domain.learning import Certificate
from facilitator.domain.refusal import StoreError
from facilitator.packs.catalogue import scope_of
from facilitator.packs.handing_out import make_handout, write_handout
from facilitator.packs.learning_parts import certificate_parts, lesson_parts
from facilitator.packs.sorts import HandoutOrder
from pdf_gate.learning_case import learning

DAY = date(2026, 11, 22)
PEOPLE = ("Amara", "Joel")


def course(language="en") -> Document:
    people = [Person(id=each, name=each) for each in PEOPLE]
    found = Engagement(id="engagement", title="Town staff", language=language)
    return Document.of([found, *people, *learning(language, PEOPLE)])


@pytest.fixture(scope="module")
def found() -> Document:
    return course()


def test_each_lesson_is_a_part_that_can_be_chosen(found, tmp_path):
    parts = lesson_parts(found, Words("fr"))
    assert [part.title for part in parts][:2] == [
        "Pourquoi tout dépend de la culture",
        "Aller à la rencontre des usagers",
    ]
    assert len({part.key for part in parts}) == len(parts) == 9
    made = make_handout(found, HandoutOrder("letter", "fr", pack="lesson", parts=(parts[3].key,), day=DAY))
    assert made.whole == 2
    out = write_handout(found, tmp_path, HandoutOrder("letter", "fr", pack="lesson", parts=(parts[3].key,), day=DAY))
    assert out.name == "town-staff-lecons-fr-letter.pdf"


def test_certificates_are_those_issued_in_the_language_of_the_pack(found):
    assert [part.title for part in certificate_parts(found, Words("en"))] == [
        "Certificate of completion with distinction: Amara",
        "Certificate of completion: Joel",
    ]
    first = next(found.every(Certificate))
    both = Document.of([*found.records(), first.having(language="fr")])
    assert [part.title for part in certificate_parts(both, Words("fr"))] == [
        "Attestation de réussite avec distinction\u202f: Amara"
    ]
    assert len(certificate_parts(both, Words("en"))) == 1


def test_certificates_that_are_all_in_the_other_language_are_told_of(found):
    with pytest.raises(StoreError) as refused:
        certificate_parts(found, Words("fr"))
    assert refused.value.key == "no_certificate_in"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("pack", "key"), [("lesson", "no_lesson"), ("certificate", "no_certificate")])
def test_without_any_the_pack_is_refused(tmp_path, pack, key, language):
    empty = Document.of([Engagement(id="engagement", title="Town staff")])
    with pytest.raises(StoreError) as refused:
        write_handout(empty, tmp_path, HandoutOrder("letter", language, pack=pack, day=DAY))
    assert refused.value.key == key
    assert Words(language)(f"refusals.{key}")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("pack", ["lesson", "certificate"])
@pytest.mark.parametrize("asked", [{"board_id": "web"}, {"session_id": "s"}])
def test_they_tell_of_no_single_board_or_session(found, pack, asked):
    with pytest.raises(StoreError) as refused:
        scope_of(found, HandoutOrder("letter", "en", pack, day=DAY, **asked))
    assert refused.value.key == "pack_of_all"


def test_lessons_say_nothing_of_learners(found):
    for part in lesson_parts(found, Words("en")):
        told = " ".join(block.text for block in part.flowables(Words("en"), 504) if hasattr(block, "text"))
        assert not any(person in told for person in (*PEOPLE, "CULT-F26"))
