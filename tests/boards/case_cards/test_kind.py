"""Case cards as a kind: themes, what stands where, what stays private."""

import dataclasses

import pytest

from boards.case_cards.shelves import BOARD, EN, FR, TOLD, empty, with_card
from facilitator.boards.case_cards.kind import KIND
from facilitator.boards.case_cards.model import CaseCard
from facilitator.content import cases as content
from facilitator.content.theme import theme
from facilitator.domain.picture import Text
from facilitator.domain.refusal import EditRejected
from facilitator.domain.view import PLAIN
from facilitator.workshop.capture import AddLine

SECRET = "the mayor’s cousin"


def texts(picture):
    return " ".join(
        line for group in picture.groups for shape in group.shapes if isinstance(shape, Text) for line in shape.lines
    )


def test_a_theme_is_named_in_either_language():
    document = empty()
    assert [group.id for group in KIND.groups(KIND.view(document, BOARD), FR)] == [t.id for t in content.themes()]
    for said in ("security", "Security and privacy", "sécurité", "SECUR"):
        added = KIND.add(document, BOARD, AddLine("Keys", said), "services").added()
        assert [each.theme for each in added if isinstance(each, CaseCard)] == ["security"]
    with pytest.raises(EditRejected, match="group_unknown"):
        KIND.add(document, BOARD, AddLine("Keys", "no such theme"), "services")


def test_a_note_is_in_no_view_picture_or_table_of_participants():
    document, card_id = with_card(empty(), "Keys", **TOLD, note=SECRET)
    assert SECRET in str(KIND.private_tables(document, BOARD, EN))
    for spot in ("", card_id):
        view = KIND.view(document, BOARD, dataclasses.replace(PLAIN, spotlight=spot))
        assert SECRET not in repr(view)
        assert SECRET not in texts(KIND.picture(view, theme()))
        assert SECRET not in str(KIND.tables(view, EN))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_an_example_fits_the_stage_enlarged_with_all_its_parts(language):
    document = empty(language)
    document = document.after(KIND.take(document, BOARD, [each.id for each in KIND.offers(document, BOARD, EN)], EN))
    for item in KIND.items(KIND.view(document, BOARD)):
        view = KIND.view(document, BOARD, dataclasses.replace(PLAIN, spotlight=item.id))
        shown = "".join(texts(KIND.picture(view, theme())).split())
        card = view.card(item.id)
        assert card is not None
        for key, label, text in card.parts:
            assert "".join(label.split()) in shown
            assert key == "source" or "".join(text.split())[-30:] in shown, label
        assert "https" not in shown
        assert "pelikirja.hel.fi" in shown or "civsourceonline.com" in shown


def test_every_case_is_on_paper_with_all_that_is_said_of_it():
    document, _ = with_card(empty(), "Keys", **TOLD)
    cells = {cell for table in KIND.tables(KIND.view(document, BOARD), EN) for row in table.rows for cell in row}
    assert {"Keys", *TOLD.values()} <= cells


def test_a_pack_has_each_case_with_its_whole_address():
    document = empty()
    document = document.after(KIND.take(document, BOARD, ["house:la_cyber_lab"], EN))
    view = KIND.view(document, BOARD, dataclasses.replace(PLAIN, spotlight=next(document.every(CaseCard)).id))
    told = [str(vars(part)) for part in KIND.handout(view, EN, 468)]
    assert any("https://gcn.com/articles/2017/08/16/la-cyber-lab.aspx" in each for each in told)
