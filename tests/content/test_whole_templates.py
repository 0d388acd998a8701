"""Templates as a whole: what those of the house hold, and how they are found by their words."""

import pytest

from facilitator.content import agendas
from facilitator.content.whole_templates import (
    OwnText,
    PlannedBoard,
    PlannedSegment,
    PlannedSession,
    WholeTemplate,
    finds,
    texts_of,
    whole,
)

OWN = WholeTemplate(
    "own:permits",
    OwnText("Permits at the counter", ""),
    OwnText("Who waits, and why", "Qui attend, et pourquoi"),
    (PlannedSession(OwnText("Morning", ""), (PlannedSegment(OwnText("Côté guichet", ""), 10, "dots"),)),),
    (PlannedBoard("stakeholder_web", OwnText("Web", "")),),
)


@pytest.mark.parametrize("template", agendas.templates(), ids=lambda each: each.id)
def test_a_template_of_the_house_holds_what_its_agendas_do(template):
    found = whole(template)
    assert [session.agenda for session in found.sessions] == [session.agenda for session in template.sessions]
    for session in found.sessions:
        agenda = agendas.agenda(session.agenda)
        assert session.minutes == agenda.minutes
        assert session.for_two == agenda.one_to_one
        for planned, segment in zip(session.segments, agenda.segments, strict=True):
            kind = found.boards[planned.board].kind if planned.board is not None else ""
            assert kind == segment.board
    assert not found.is_own


def test_a_text_in_one_language_stands_for_the_other():
    assert OwnText("Hello", "").within("fr") == "Hello"
    assert OwnText("", "Bonjour").within("en") == "Bonjour"
    assert OwnText("Hello", "Bonjour").within("fr") == "Bonjour"


@pytest.mark.parametrize(
    "wanted",
    ["", "permits", "PERM counter", "cote", "COTÉ", "pourquoi attend", "dot voting", "votation", "web", "morning"],
)
def test_words_are_found_in_all_texts_and_methods_whatever_their_case_and_accents(wanted):
    if wanted == "votation":
        wanted = next(card.name.fr for card in agendas.method_cards() if card.id == "dots")
    if wanted == "dot voting":
        wanted = next(card.name.en for card in agendas.method_cards() if card.id == "dots")
    assert finds(OWN, wanted)


@pytest.mark.parametrize("wanted", ["ermits", "permits bridge", "evening"])
def test_other_words_are_not_found(wanted):
    assert not finds(OWN, wanted)


def test_how_much_a_template_holds():
    assert (OWN.minutes, OWN.for_two, OWN.is_own) == (10, False, True)
    assert OwnText("Côté guichet", "") in set(texts_of(OWN))
