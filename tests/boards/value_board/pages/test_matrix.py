"""The matrix of golden threads on paper: codes in cells, a legend of codes, counts and no grade."""

from dataclasses import replace

import pytest

from boards.value_board.complete import card, complete, impact, without_links
from boards.value_board.printing import headings, printed, rows
from boards.value_board.printing import heads as all_heads
from facilitator.boards.value_board.pages.matrix import matrix, traceable
from facilitator.content.words import Words


def test_each_cell_names_the_approaches_and_measures_that_join_value_and_impact(tmp_path):
    handout = printed(tmp_path / "m.pdf", lambda words: matrix(complete(), words))
    assert rows(handout, "Guiding value") == [
        ["G1 Transparency", "A1K1, K2", "A1K1, K2", "A1 by way of I1K1, K2pulls against"],
        ["G2 Equity", "A1K1, K2", "A1, A2K1, K2", "A1 by way of I1, A2K1, K2"],
        ["G3 Privacy", "A1K1, K2", "A1K1, K2", "A1 by way of I1K1, K2"],
    ]
    assert all_heads(handout) == [["Guiding value", "I1 Trust", "I2 Digital inclusion", "I3 Time given back"]]


def test_a_thread_that_nothing_measures_says_so_and_a_pair_that_nothing_joins_is_a_dash(tmp_path):
    view = without_links("I2>K1", "I2>K2", "A1>I2")(complete())
    handout = printed(tmp_path / "m.pdf", lambda words: matrix(view, words))
    assert [row[2] for row in rows(handout, "Guiding value")] == ["–", "A2No measure yet", "–"]


def test_the_codes_of_approaches_and_measures_are_explained_in_the_order_of_reading(tmp_path):
    tree = printed(tmp_path / "m.pdf", lambda words: matrix(complete(), words)).tree()
    assert headings(tree) == ["Golden threads", "Approaches", "How we will know"]
    items = [[part.words() for part in item.kids] for item in tree.every("LI")]
    assert items[:3] == [["A1", "Public demos"], ["A2", "Helped routes"], ["K1", "Share done online"]]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "3 of 3 impacts can be traced from value to measure."),
        ("fr", "Retombées que l’on peut suivre de la valeur à l’indicateur\u202f: 3 sur 3."),
    ],
)
def test_impacts_with_a_whole_thread_are_counted_and_not_graded(language, told):
    assert traceable(complete(), Words(language)) == told
    assert "%" not in told


def test_many_impacts_are_split_over_tables_with_the_heads_repeated_on_every_page(tmp_path):
    wide = [impact(f"I{number}") for number in range(1, 15)]
    tall = [card(f"G{number}", "A value with a rather long name") for number in range(1, 31)]
    view = replace(complete(), cards=(*tall, *wide), links=(), kpis=())
    handout = printed(tmp_path / "m.pdf", lambda words: matrix(view, words))
    titles = [f"Impacts I{first} to I{last}" for first, last in ((1, 5), (6, 10), (11, 14))]
    assert headings(handout.tree()) == ["Golden threads", *titles]
    assert [len(head) for head in all_heads(handout)] == [6, 6, 5]
    pages = handout.page_words()
    assert len(pages) > 3
    assert all("Guiding value" in page for page in pages)


def test_a_long_name_is_cut_in_the_matrix_and_keeps_its_code(tmp_path):
    view = replace(complete(), cards=(card("G1", "Openness " * 20), impact("I1")), links=(), kpis=())
    handout = printed(tmp_path / "m.pdf", lambda words: matrix(view, words))
    (name, told), *_ = rows(handout, "Guiding value")
    assert (name[:12], name[-1], len(name), told) == ("G1 Openness ", "…", 73, "–")


def test_a_board_without_values_or_impacts_has_no_matrix():
    for column in ("guiding", "impact"):
        view = replace(complete(), cards=tuple(c for c in complete().cards if c.column != column), links=())
        assert matrix(view, Words("en")) == []
