"""Boards of panels on paper: everything in words, addresses that open, nothing private but in the report."""

from datetime import date

import pytest

from boards.panels.boards import PANEL_KINDS, board, view_of
from boards.value_board.printing import headings, heads, printed, rows
from facilitator.boards.described import Table
from facilitator.boards.panels.handout import handout
from facilitator.boards.panels.report import private_report
from facilitator.boards.panels.view import CardView, PanelsView, PanelView
from facilitator.content.words import Words
from facilitator.handouts.figures import FigureBlock

EN = Words("en")
DAY = date(2027, 1, 14)
every_kind = pytest.mark.parametrize("kind", PANEL_KINDS, ids=lambda kind: kind.id)


def cases(*cards: CardView) -> PanelsView:
    return PanelsView("b", "k", "Cases", "What did others try?", "en", (PanelView("p", "Trust", "Hint", cards),))


def test_few_things_known_stand_in_a_table_with_dots_and_what_is_done(tmp_path):
    parts = (("answer", "Answer", "In March"),)
    cards = CardView("a", "Q1", "When?", (), parts, True, 3), CardView("b", "Q2", "Who?", (), (), False, 0)
    paper = printed(tmp_path / "a.pdf", lambda words: handout(cases(*cards), words, 500))
    assert heads(paper) == [["Code", "Card", "Answer", "Dots"]]
    said = paper.tree().words()
    assert all(each in said for each in ("Q1", "When?", "In March", "Done", "Who?"))
    assert headings(paper.tree())[:2] == ["Cases", "Trust"]


def test_much_that_is_known_stands_card_by_card_and_addresses_open(tmp_path):
    parts = (
        ("problem", "The problem", "Line one\nLine two"),
        ("tried", "What they tried", "x"),
        ("result", "What came of it", "y"),
        ("source", "Source", "A city, https://example.org/page"),
    )
    view = cases(CardView("a", "C1", "Helsinki", (), parts, True, 2))
    paper = printed(tmp_path / "a.pdf", lambda words: handout(view, words, 500))
    assert headings(paper.tree()) == ["Cases", "Trust", "C1 Helsinki"]
    said = paper.tree().words()
    assert all(each in said for each in ("The problem", "Line two", "A city", "Done · 2 dots"))
    assert [link.words() for link in paper.tree().every("Link")] == ["https://example.org/page"]


def themes(*counts: int, much: bool = False) -> PanelsView:
    """Panels with so many cards of one sort each; with `much` known of the first one."""
    known = tuple((f"k{n}", f"Label {n}", "Long words " * 20) for n in range(4)) if much else ()
    panels = tuple(
        PanelView(
            f"p{place}",
            f"Theme {place}",
            "Hint",
            tuple(CardView(f"{place}-{n}", f"T{place}{n}", f"Words {place} {n}", (), known) for n in range(count)),
            head="Take-away",
        )
        for place, count in enumerate(counts)
    )
    return PanelsView("b", "k", "Series", "?", "en", panels)


def test_many_panels_of_few_cards_stand_in_one_table_that_names_the_panel_of_each(tmp_path):
    paper = printed(tmp_path / "a.pdf", lambda words: handout(themes(1, 2, 1, 0, 1), words, 500))
    assert headings(paper.tree()) == ["Series", "Theme by theme"]
    assert rows(paper, "Theme")[:3] == [
        ["Theme 0", "T00", "Words 0 0"],
        ["Theme 1", "T10", "Words 1 0"],
        ["Theme 1", "T11", "Words 1 1"],
    ]


@pytest.mark.parametrize("view", [themes(1, 1, 1), themes(9, 9, 9, 9), themes(1, 1, 1, 1, much=True)])
def test_few_panels_full_ones_and_those_of_which_much_is_known_keep_their_headings(view, tmp_path):
    paper = printed(tmp_path / "a.pdf", lambda words: handout(view, words, 500))
    assert set(headings(paper.tree())) >= {panel.name for panel in view.panels}


def test_what_is_short_of_a_card_stands_in_one_line(tmp_path):
    parts = (("a", "Where", "Helsinki"), ("b", "When", "2019"), ("c", "Tried", "Much " * 60), ("d", "Day", "4 May"))
    paper = printed(tmp_path / "a.pdf", lambda words: handout(cases(CardView("a", "C1", "x", (), parts)), words, 500))
    lines = [each.words() for each in paper.tree().every("P")]
    assert "Where: Helsinki · When: 2019" in lines
    assert "Tried" in lines
    assert "Day: 4 May" in lines


@pytest.mark.parametrize("many", [52, 64, 76])
def test_no_card_begins_at_the_foot_of_a_page_with_its_heading_and_facts_alone(tmp_path, many):
    parts = (("a", "Where", "Helsinki"), ("c", "Tried", "Much " * many))
    view = cases(*(CardView(str(n), f"C{n}", "x", (), parts) for n in range(25)))
    pages = printed(tmp_path / "a.pdf", lambda words: handout(view, words, 500)).page_words()
    assert len(pages) > 1
    assert all(not page.rstrip().endswith("Helsinki") for page in pages)


def test_the_picture_takes_no_more_room_than_it_needs():
    views = (view_of([[("Words", 0, False, None)] * count] * 3) for count in (1, 40))
    high = [
        next(part for part in handout(view, EN, 500) if isinstance(part, FigureBlock)).height_for(500) for view in views
    ]
    assert high[0] < high[1] / 2


@every_kind
@pytest.mark.parametrize("language", ["en", "fr"])
def test_participants_get_every_public_word_and_the_facilitator_what_is_private(kind, language, tmp_path):
    document, words = board(kind, "First <b>", "Second & last"), Words(language)
    for panel in kind.panels:
        for item in kind.items(kind.view(document, kind.id)):
            if item.group == panel.id:
                document = document.after(kind.set_field(document, item.id, "note", "CANARY"))
    view = kind.view(document, kind.id)
    said = printed(tmp_path / "a.pdf", lambda words: kind.handout(view, words, 500), language).tree().words()
    assert "CANARY" not in said
    assert all(item.code in said and item.name in said for item in kind.items(view))
    report = printed(
        tmp_path / "b.pdf",
        lambda words: kind.private_report(document, kind.id, DAY, words, 500),
        language,
        private=True,
    )
    assert "CANARY" in report.tree().words()
    assert words("panels.report_kicker").upper() in report.tree().words()


@every_kind
def test_there_is_no_report_where_nothing_is_noted_or_found(kind):
    document = board(kind)
    if not kind.findings(document, kind.id, DAY, EN):
        assert kind.private_report(document, kind.id, DAY, EN, 500) == []


def test_many_short_tables_of_notes_are_one_in_the_report(tmp_path):
    tables = [Table(f"Theme {n}", ("Code", "Take-away", "Note"), ((f"T{n}", "Words", "Own"),)) for n in range(4)]
    document = board(PANEL_KINDS[0])
    paper = printed(
        tmp_path / "a.pdf",
        lambda words: private_report(document, PANEL_KINDS[0].id, tables, (), words),
        private=True,
    )
    assert headings(paper.tree()) == ["Board", EN("panels.report_noted")]
    assert rows(paper, "Theme")[3] == ["Theme 3", "T3", "Words", "Own"]
