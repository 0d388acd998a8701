from datetime import date

import pytest

from boards.value_board.boards import after, card, document, view
from facilitator.boards.value_board.kind import KIND
from facilitator.content.words import Words
from facilitator.domain.engagement import Board

EN, FR = Words("en"), Words("fr")
GROUPS = ["guiding", "approach", "impact", "kpi", "assumption", "side_effect", "parking"]
THREAD = view(
    [("G1", "Equity"), ("G2", "Privacy"), ("A1", "Ask"), ("I1", "Trust"), ("K1", "Days")],
    [("G1", "A1"), ("A1", "I1"), ("I1", "K1"), ("G2", "K1"), ("G2", "I1")],
)


def test_a_new_board_needs_no_records_of_its_own():
    assert KIND.found(Board(id="b", number=1, kind="value_board", title="Board"), date(2026, 11, 22)) == ()


def test_groups_are_the_columns_then_the_strips_in_the_language_asked_for():
    assert next(group.name for group in KIND.groups(THREAD, EN)) == "Guiding values"
    assert [group.id for group in KIND.groups(THREAD, FR)] == GROUPS
    assert KIND.groups(THREAD, FR)[2].name == "Retombées souhaitées"


def test_counts_put_cards_first():
    assert list(KIND.counts(THREAD).items()) == [("cards", 5), ("links", 5)]


def test_the_table_is_the_board_in_words():
    table = KIND.tables(THREAD, EN)[0]
    assert table.columns == ("Column", "Code", "Card", "Leads to", "Comes from", "Still open")
    rows = {row[1]: row for row in table.rows}
    assert rows["G1"] == ("Guiding values", "G1", "Equity", "A1", "", "")
    assert rows["G2"] == ("Guiding values", "G2", "Privacy", "I1, K1", "", "No approach yet")
    assert rows["I1"][3:] == ("K1", "A1, G2", "")


def test_a_link_of_an_unusual_kind_is_named_in_the_table():
    held = after(document(), "Privacy", "Trust #impact", "G1 >pulls> I1")
    table = KIND.tables(KIND.view(held, "b"), EN)[0]
    assert table.rows[0][3] == "I1 (pulls against)"


def test_the_forms_begin_with_the_chain():
    for words in (EN, FR):
        forms = KIND.forms(words)
        assert [form.id for form in forms] == ["chain", "think", "measures", "ranking"]
        assert len({form.name for form in forms}) == 4
        assert not any(form.needs for form in forms)


def test_every_card_can_be_spotlit_and_is_its_own_spot():
    assert KIND.enlarges
    assert [(spot.id, spot.name) for spot in KIND.spots(THREAD, EN)][:2] == [("G1", "G1 Equity"), ("G2", "G2 Privacy")]
    assert [KIND.spot_of(THREAD, each) for each in ("A1", "l0001", "")] == ["A1", "", ""]


@pytest.mark.parametrize("words", [EN, FR])
def test_there_are_questions_for_every_column_and_for_reporting(words):
    steps = KIND.prompts(words)
    assert len(steps) == 5
    assert all(name and questions for name, questions in steps)


def test_no_field_of_a_card_is_private():
    held = after(document(), "Privacy", "Days #kpi")
    assert KIND.private_badges(held, "b") == {}
    assert not any(field.private for each in ("G1", "K1") for field in KIND.fields(held, card(held, each).id, EN))


@pytest.mark.parametrize("words", [EN, FR])
def test_the_inspector_shows_cards_and_the_board(words):
    held = after(document(), "Privacy")
    fields = {field.key: field for field in KIND.fields(held, card(held, "G1").id, words)}
    assert (fields["text"].value, fields["column"].value) == ("Privacy", "guiding")
    assert [value for value, _ in fields["column"].choices] == GROUPS
    board = {field.key: field.value for field in KIND.fields(held, "b", words)}
    assert (board["title"], board["question"]) == ("Civic value board", "What for?")


def test_the_same_text_may_stand_on_two_cards():
    held = after(document(), "Trust #impact", "Trust #kpi")
    assert card(held, "I1").text == card(held, "K1").text
