import pytest

from boards.assessment.audits import after, document, with_field
from facilitator.boards.assessment.kind import KIND
from facilitator.content.words import Words
from facilitator.handouts.blocks import Heading, ListItem
from facilitator.handouts.figures import FigureBlock
from facilitator.handouts.tables import TableBlock


def parts_of(held, language="en"):
    return KIND.handout(KIND.view(held, "a"), Words(language), 468)


def of(kind, parts):
    return [part for part in parts if isinstance(part, kind)]


@pytest.mark.parametrize(
    ("language", "headings"),
    [
        (
            "en",
            [
                "Audit",
                "Three quick results",
                "One foundation to fix",
                "Strengths (level 3 or more)",
                "Needs work (level 1 or less)",
                "Every area",
            ],
        ),
        (
            "fr",
            [
                "Audit",
                "Trois résultats rapides",
                "Une fondation à consolider",
                "Forces (niveau 3 ou plus)",
                "À améliorer (niveau 1 ou moins)",
                "Chaque domaine",
            ],
        ),
    ],
)
def test_a_handout_has_the_picture_the_lists_and_the_text_twin(language, headings):
    parts = parts_of(document(language), language)
    assert [heading.text for heading in of(Heading, parts)] == headings
    assert len(of(FigureBlock, parts)) == 1
    assert len(of(TableBlock, parts)[0].rows) == 10
    assert len(of(ListItem, parts)) == 4  # each list says that it is empty


def test_the_lists_name_areas_with_what_was_noted():
    held = with_field(after(document(), "U6 #1", "U7 #3"), "aud_data", "mark", "foundation")
    for key, value in (("action", "Name <i>owners</i>"), ("weaknesses", "Nobody owns & nobody asks")):
        held = with_field(held, "aud_data", key, value)
    told = [item.text for item in of(ListItem, parts_of(held))]
    assert told == [
        "None so far.",
        "U6 Data: Name <i>owners</i>",
        "U7 Security and continuity (3 Established)",
        "U6 Data (1 Starting): Nobody owns & nobody asks",
    ]
