from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boards.value_board.boards import LIGHT, view
from boards.value_board.registers import TEXTS, assert_reads_well, weighed
from calls_counted import calls_of
from facilitator.boards.value_board.kind import KIND
from facilitator.boards.value_board.layout.ranking import kept, ranking_layout
from facilitator.boards.value_board.ranking import ranking
from facilitator.content.theme import theme
from facilitator.domain.picture import Text
from facilitator.domain.view import Showing

IMPACTS = {
    "I1": ("Trust in city hall", 5),
    "I2": ("Faster, fairer permits", 3),
    "I3": ("Newcomers can apply alone", 3),
    "I4": ("Staff time for hard cases", 1),
    "I5": ("Cleaner air", 0),
}


@st.composite
def any_ballots(draw):
    """Up to sixty cards in any columns with any dots."""
    count = draw(st.integers(0, 60))
    letters = draw(st.lists(st.sampled_from(draw(st.sampled_from(["I", "GI", "GAIKHEP"]))), max_size=count))
    texts = draw(st.lists(TEXTS, min_size=1, max_size=4))
    cards = {
        f"{letter}{place + 1}": (texts[place % len(texts)].strip() or "x", draw(st.integers(0, 9) | st.just(99999)))
        for place, letter in enumerate(letters)
    }
    return weighed(cards, language=draw(st.sampled_from(["en", "fr"])), large=draw(st.booleans()))


def picture(board):
    return KIND.picture(board, LIGHT)


def items(board):
    return [group for group in picture(board).groups if group.role == "item"]


def said(group):
    return [" ".join(shape.lines) for shape in group.shapes if isinstance(shape, Text)]


def words_on(board):
    return " ".join(" ".join(said(group)) for group in picture(board).groups)


def test_cards_stand_by_their_dots_and_ties_share_a_rank_and_say_so():
    board = weighed(IMPACTS)
    assert [(row.item_id, said(row)[0], said(row)[3]) for row in items(board)] == [
        ("I1", "1", "5"),
        ("I2", "2", "3"),
        ("I3", "2", "3"),
        ("I4", "4", "1"),
    ]
    assert ["tied" in said(row) for row in items(board)] == [False, True, True, False]
    assert items(board)[1].label == "I2: Faster, fairer permits. Rank 2, tied. 3 dots."
    assert "1 card got no dots" in words_on(board)


def test_bars_are_as_long_as_dots_are_many():
    rows = ranking_layout(weighed(IMPACTS), LIGHT).panels[0].rows
    assert rows[0].bar.width / rows[1].bar.width == pytest.approx(5 / 3)
    assert rows[1].bar.width == rows[2].bar.width
    assert len({row.bar.x for row in rows}) == 1


@given(any_ballots())
def test_whatever_was_weighed_reads_well_and_nothing_is_lost(board):
    assert_reads_well(picture(board))
    layout = ranking_layout(board, LIGHT)
    told = sum(len(panel.rows) + len(panel.rest) for panel in layout.panels)
    assert told + sum(count for _, count in layout.folded) == sum(bool(card.dots) for card in board.cards)
    for panel in layout.panels:
        assert all(row.ranked.card.column == panel.column for row in panel.rows)
        assert panel.rows


@given(any_ballots())
def test_before_totals_are_revealed_nothing_of_them_can_be_seen(board):
    hidden = replace(board, dots_shown=False, cards=tuple(replace(card, dots=None) for card in board.cards))
    nobody = replace(view([], language=board.language), showing=board.showing)
    assert picture(hidden) == picture(nobody)


def test_before_totals_are_revealed_it_says_so_in_calm_words_in_both_languages():
    board = replace(view([("I1", "Trust")]), showing=Showing("ranking"))
    assert "The totals are still hidden" in words_on(board)
    assert "Les totaux sont encore cachés" in words_on(replace(board, language="fr"))
    assert_reads_well(picture(board))
    assert not items(board)


def test_where_nobody_gave_dots_it_says_so():
    board = weighed({"I1": ("Trust", 0)})
    assert "No card got any dots" in words_on(board)
    assert "hidden" not in words_on(board)


def test_each_column_is_ranked_by_itself():
    board = weighed({**IMPACTS, "G1": ("Equity", 4), "G2": ("Privacy", 9)})
    panels = ranking_layout(board, LIGHT).panels
    assert [panel.column for panel in panels] == ["guiding", "impact"]
    assert [[row.ranked.rank for row in panel.rows] for panel in panels] == [[1, 2], [1, 2, 2, 4]]
    assert "Guiding values" in words_on(board)


def test_what_has_no_room_is_counted_and_no_tie_is_cut():
    board = weighed({f"I{n}": ("Trust in city hall", 40 - n // 4) for n in range(1, 61)})
    (panel,) = ranking_layout(board, LIGHT).panels
    assert 0 < len(panel.rows) < 60
    assert panel.rows[-1].ranked.dots > panel.rest[0].dots
    assert f"and {len(panel.rest)} more, at most {panel.rest[0].dots} dots each" in words_on(board)


@given(st.lists(st.integers(1, 5), min_size=1), st.integers(1, 20))
def test_a_tie_is_cut_only_where_it_begins_the_ranking(dots, room):
    found = ranking(weighed({f"I{n}": ("Trust", given_dots) for n, given_dots in enumerate(dots, 1)}))
    count = kept(found, room)
    assert 1 <= count <= min(room, len(found)) or count == len(found)
    if count < len(found) and found[count - 1].rank == found[count].rank:
        assert found[count].rank == 1


def test_twelve_cards_are_shown_whole_in_both_themes_and_languages():
    for language in ("en", "fr"):
        board = weighed(
            {f"I{n}": ("Les nouveaux arrivants déposent seuls", n) for n in range(1, 13)}, language=language
        )
        for name in ("light", "dark"):
            drawn = KIND.picture(board, theme(name))
            assert_reads_well(drawn)
            assert sum(group.role == "item" for group in drawn.groups) == 12


def test_the_golden_thread_of_a_card_is_lifted():
    board = weighed(IMPACTS, spotlight="I2")
    strong = {
        row.item_id: any(shape.bold and not shape.sign for shape in row.shapes if isinstance(shape, Text))
        for row in items(board)
    }
    assert strong == {"I1": False, "I2": True, "I3": False, "I4": False}


def test_text_of_people_is_drawn_as_it_is():
    assert "<b>Fair</b> {count}" in words_on(weighed({"I1": ("<b>Fair</b> {count}", 2)}))


def test_ten_times_the_cards_are_at_most_ten_times_the_work():
    def crowd(count):
        return weighed(
            {f"{'GAIK'[n % 4]}{n + 1}": ("Residents see where their permit is", n % 17) for n in range(count)}
        )

    few, many = crowd(50), crowd(500)
    assert calls_of(lambda: picture(many)) < 10 * calls_of(lambda: picture(few))
