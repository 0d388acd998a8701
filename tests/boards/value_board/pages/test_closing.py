"""How cards were weighed, once that is revealed; what is open, in words for everybody; which days to keep."""

from dataclasses import replace
from datetime import date

from boards.value_board.complete import BREAKS, TODAY, complete
from boards.value_board.printing import headings, printed, rows
from facilitator.boards.value_board.pages.closing import closing, short_closing
from facilitator.boards.value_board.view import ReviewView
from facilitator.content.words import Words
from facilitator.domain.view import Showing

ON_DAY = Showing(day=TODAY)


def pages(view, tmp_path, make=closing, language="en"):
    return printed(tmp_path / "c.pdf", lambda words: make(replace(view, showing=ON_DAY), words), language)


def weighed(view, **dots):
    return replace(view, dots_shown=True, cards=tuple(replace(c, dots=dots.get(c.id, 0)) for c in view.cards))


def test_cards_are_ranked_column_by_column_with_ties_told_once_dots_are_revealed(tmp_path):
    found = rows(pages(weighed(complete(), I1=3, G1=2, I2=3), tmp_path), "Column")
    assert found == [
        ["guiding value", "1", "G1 Transparency", "2"],
        ["desired impact", "1 (tied)", "I1 Trust", "3"],
        ["desired impact", "1 (tied)", "I2 Digital inclusion", "3"],
    ]
    assert "Ranking by dots" not in headings(pages(complete(), tmp_path).tree())


def test_what_is_open_says_why_it_matters_once_and_leaves_out_the_quality_of_indicators(tmp_path):
    view = BREAKS["Q10"](BREAKS["B03"](complete()))
    (found,) = rows(pages(view, tmp_path), "Weight")
    assert found == [
        "High",
        "Simplicity: stated, but it changes nothing we do."
        "A value without consequence is the first to be quoted against us.",
    ]
    assert "The checks find nothing that is still open." in pages(complete(), tmp_path).copied()


def test_in_short_only_broken_threads_are_listed_and_none_where_all_hold(tmp_path):
    handout = pages(BREAKS["B03"](complete()), tmp_path, short_closing)
    assert "G4 Simplicity: No approach yet" in handout.copied()
    assert "Still open" not in headings(pages(complete(), tmp_path, short_closing).tree())


def test_days_to_keep_stand_in_the_order_of_time(tmp_path):
    view = replace(
        complete(), reviews=(ReviewView("r", "quarterly", date(2026, 12, 15), None),), kpis=complete().kpis[2:]
    )
    handout = pages(view, tmp_path, language="fr")
    assert [row[:2] for row in rows(handout, "Jour")] == [
        ["15 décembre 2026", "Revue d’apprentissage\u202f: Civic value board"]
    ]


def test_a_board_with_nothing_to_close_on_has_no_such_page():
    bare = replace(complete(), cards=(), links=(), kpis=())
    assert short_closing(bare, Words("en")) == []
