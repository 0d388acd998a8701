"""Who is named in words that leave an engagement."""

import pytest

from facilitator.anonymous.named import names_in
from facilitator.boards.hiding import GONE
from facilitator.content import agendas
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Engagement, Person

PEOPLE = (
    Engagement(id="engagement", title="Dock permits", organization="Town of Quenbla"),
    Person(id="a", name="Zormir Vexgna", organization="Harbour Guild of Plodru"),
)


@pytest.fixture(scope="module")
def look():
    return names_in(Document.of(PEOPLE), Words("en"))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ask Zormir Vexgna to begin.", "Zormir Vexgna"),
        ("What did Vexgna find?", "Vexgna"),
        ("What would Quenbla lose?", "Quenbla"),
        ("Write to clerk@quenbla.example", "clerk@quenbla.example"),
        ("Thank Marie Tremblay.", "Marie Tremblay"),
    ],
)
def test_a_name_is_found_and_taken_out(look, text, name):
    found = look(text)
    assert name in (*found.names, *found.contacts)
    assert name not in found.text
    assert GONE in found.text


def test_common_words_and_those_of_the_house_name_nobody(look):
    assert look("Who waits longest for a permit?").names == ()
    for agenda in agendas.agendas():
        for segment in agenda.segments:
            for text in (segment.title, segment.prompt, segment.materials):
                assert look(text.en).text == text.en
                assert look(text.fr).text == text.fr
