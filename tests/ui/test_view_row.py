"""The row above the canvas: the words of its forms are whole, whichever board was open before."""

import pytest

from facilitator import catalogue
from facilitator.domain.document import Document
from facilitator.domain.engagement import Engagement
from facilitator.templates import new_board
from facilitator.ui.desk import Kinds


@pytest.fixture
def console(make_console, make_desk):
    document = Document.of([Engagement(id="engagement", title="Permis")])
    for kind_id in ("checklist", "value_board"):
        document = document.after(new_board(document, kind_id, kind_id))
    kinds = Kinds(catalogue.kind_of, (), new_board)
    return make_console(make_desk(*document.records(), kinds=kinds, types=catalogue.RECORD_TYPES, language="fr"))


def test_the_forms_of_another_board_have_their_room_before_words_that_can_fold(console, qtbot):
    console.work.turn(1)
    forms = console.panel.view_row.forms
    assert len(forms.segments) == 5

    def whole():
        assert all(each.isVisible() and each.width() >= each.sizeHint().width() for each in forms.segments)

    qtbot.waitUntil(whole, timeout=1500)
