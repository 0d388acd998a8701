"""The learner's own record in a personal pack: what they did, and nothing of anybody else."""

from datetime import date

import pytest
from pypdfium2 import PdfDocument

from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Engagement, Person
from facilitator.domain.language import LANGUAGES
from facilitator.domain.learning import Completion
from facilitator.packs.handing_out import make_handout
from facilitator.packs.learning_parts import own_learning_parts
from facilitator.packs.sorts import HandoutOrder
from pdf_gate import faults
from pdf_gate.learning_case import learning

DAY = date(2026, 11, 22)
PEOPLE = ("Zqamara", "Zqjoel")


@pytest.fixture(scope="module")
def found() -> Document:
    people = [Person(id=each, name=each) for each in PEOPLE]
    made = Document.of([Engagement(id="engagement", title="Town staff"), *people, *learning("en", PEOPLE)])
    wrote = [each.having(evidence=f"Words of {each.person_id} & <b>more</b>") for each in made.every(Completion)]
    return Document.of([*made.records(), *wrote])


def text_of(data):
    return "\n".join(page.get_textpage().get_text_range() for page in PdfDocument(data))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pack_tells_lessons_badges_hours_and_certificates_of_its_person_alone(found, language):
    made = make_handout(found, HandoutOrder("letter", language, pack="personal", person_id="Zqamara", day=DAY))
    text = text_of(made.pdf)
    words = Words(language)
    for expected in (words("lesson.record_title"), "CULT-F26-001", words("lesson.badge_2")):
        assert expected in text
    assert "Words of Zqamara & <b>more</b>" in text.replace("\r\n", " ")
    assert "Zqjoel" not in text
    assert "CULT-F26-002" not in text
    assert faults(made.pdf) == []


def test_a_cohort_is_a_part_that_can_be_left_out(found):
    (part,) = own_learning_parts(found, "Zqjoel", DAY, Words("en"))
    assert part.key == "learning:autumn"
    assert part.title == "Your learning record: A culture that learns, Autumn of 2026"
    made = make_handout(found, HandoutOrder("a4", "en", pack="personal", person_id="Zqjoel", day=DAY, parts=("own",)))
    assert "CULT-F26-002" not in text_of(made.pdf)


def test_who_learns_nothing_has_no_such_part(found):
    more = Document.of([*found.records(), Person(id="Zqzoe", name="Zqzoe")])
    assert own_learning_parts(more, "Zqzoe", DAY, Words("en")) == []
