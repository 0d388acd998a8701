"""Templates without names: every text stays one that can be kept."""

from dataclasses import replace

import pytest

from facilitator.content.whole_templates import (
    OWN,
    OwnText,
    PlannedBoard,
    PlannedSegment,
    PlannedSession,
    WholeTemplate,
)
from facilitator.domain.words_of_people import NAME_LIMIT, NOTE_LIMIT
from facilitator.exchange.template_file import KnownKind, read_template, template_bytes
from facilitator.workshop.session_templates import without_names

KINDS = {"web": KnownKind(frozenset(), lambda key, value: True)}
TITLE = ("Bo " * NAME_LIMIT)[: NAME_LIMIT - 1]
NOTE = ("Bo " * NOTE_LIMIT)[: NOTE_LIMIT - 1]


def longer(text):
    return text.replace("Bo", "[person 12]")


def template():
    title, note = OwnText(TITLE, TITLE), OwnText(NOTE, NOTE)
    segment = PlannedSegment(title, 10, "", note, note, False, None, None, None, "", False)
    session, board = PlannedSession(title, (segment,), False), PlannedBoard("web", title, note, {})
    return WholeTemplate(OWN, title, note, (session,), (board,))


def test_titles_and_notes_that_get_longer_without_names_are_cut_to_what_can_be_kept():
    hidden = without_names(template(), longer)
    assert read_template(template_bytes(hidden), OWN, KINDS) == hidden
    for text in (hidden.name, hidden.boards[0].title, hidden.sessions[0].segments[0].title):
        assert text.en.startswith("[person 12] [person 12]")
        assert "Bo" not in text.en
        assert NAME_LIMIT - 12 < len(text.en) <= NAME_LIMIT
    assert NOTE_LIMIT - 12 < len(hidden.purpose.fr) <= NOTE_LIMIT


@pytest.mark.parametrize("beyond", [1, 50])
def test_a_title_that_was_typed_too_long_is_not_cut_in_silence(beyond):
    typed = "x" * (NAME_LIMIT + beyond)
    assert without_names(replace(template(), name=OwnText(typed, "")), longer).name.en == typed
