"""The board in words: every card with what is known of it and its links, column by column."""

from dataclasses import replace

from boards.value_board.complete import complete, link, with_links
from boards.value_board.printing import headings, printed, rows
from facilitator.boards.value_board.pages.twin import short_twin, twin


def test_every_card_stands_in_it_with_its_details_and_its_links_in_words(tmp_path):
    handout = printed(tmp_path / "t.pdf", lambda words: twin(complete(), words))
    assert headings(handout.tree()) == [
        "The board in words",
        "Guiding values (3)",
        "Approaches (2)",
        "Desired impacts (3)",
        "How we will know (3)",
        "Assumptions (1)",
        "Side effects (1)",
        "Parking lot (1)",
    ]
    copied = handout.copied()
    assert all(card.text in copied for card in complete().cards)
    second = rows(handout, "Card", "What is known")[1]
    assert second[0] == "A2 Helped routes"
    assert second[1] == "Stage: Testing"
    assert second[2] == "contributes to: I2 Digital inclusion; I3 Time given back Comes from: G2 Equity"


def test_a_trade_off_is_told_at_both_ends_with_its_note(tmp_path):
    copied = printed(tmp_path / "t.pdf", lambda words: twin(complete(), words)).copied()
    note = "Waiting a week for reasons is worth it"
    assert f"pulls against: I3 Time given back ({note})" in copied
    assert f"pulls against: G1 Transparency ({note})" in copied


def test_a_circle_of_impacts_is_told_link_by_link(tmp_path):
    view = with_links(link("I3", "I1"))(complete())
    copied = printed(tmp_path / "t.pdf", lambda words: twin(view, words)).copied()
    assert "leads to: I3 Time given back" in copied
    assert "leads to: I1 Trust" in copied


def test_in_short_links_are_codes_and_cards_without_any_are_a_list(tmp_path):
    handout = printed(tmp_path / "s.pdf", lambda words: short_twin(complete(), words))
    assert rows(handout, "Code")[0] == ["G1", "Transparency", "A1, I3 (pulls against), K3", "–"]
    items = [[part.words() for part in item.kids] for item in handout.tree().every("LI")]
    assert ["P1", "Parking permits"] in items


def test_the_public_value_test_is_told_where_it_was_answered(tmp_path):
    view = replace(complete(), valuable="yes", doable="not_yet")
    handout = printed(tmp_path / "t.pdf", lambda words: twin(view, words))
    assert [row[1] for row in rows(handout, "Question")] == ["Yes", "Not known", "Not yet"]
    assert "Public value test" not in printed(tmp_path / "n.pdf", lambda words: twin(complete(), words)).copied()
