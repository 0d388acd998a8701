"""The register on paper: how each indicator stands on the day of printing, its chart in words, its readings."""

from dataclasses import replace
from datetime import date

from boards.value_board.complete import TODAY, all_of, complete, knowing, reading
from boards.value_board.printing import heads, printed, rows
from facilitator.boards.value_board.pages.register import register, short_register
from facilitator.boards.value_board.view import ReadingView
from facilitator.content.words import Words
from facilitator.domain.view import Showing

READINGS = tuple(reading(date(2026, month, 1), 40.0 + month) for month in range(2, 12))
READ = knowing("K1", readings=READINGS)


def on(day, *edits):
    return replace(all_of(*edits)(complete()), showing=Showing(day=day))


def blocks(view, tmp_path, language="en"):
    return printed(tmp_path / "r.pdf", lambda words: register(view, words), language)


def test_an_indicator_says_how_it_stands_on_the_day_of_printing(tmp_path):
    copied = blocks(on(TODAY, READ), tmp_path).copied()
    assert "How each indicator stands on 30 November 2026." in copied
    assert "Watch. Somewhat behind, or just outside the limit." in copied
    assert "Too early to tell." in blocks(on(date(2026, 1, 10), READ), tmp_path).copied()


def test_what_is_not_set_says_so_and_what_is_known_stands_beside_the_chart(tmp_path):
    handout = blocks(on(TODAY, READ, knowing("K1", owner="", baseline=None)), tmp_path)
    found = dict(rows(handout, "In the register"))
    assert found == {
        "Baseline": "Not set yet1 January 2026",
        "Target": "Reach 60%by 1 January 2027",
        "Owner": "Not set yet",
        "How often": "Every month",
        "Source": "Service desk",
    }
    copied = handout.copied()
    assert "Definition: Requests done online, out of all requests" in copied
    assert "Measures: Outcome" in copied


def test_the_chart_is_told_in_words(tmp_path):
    first, *others = (each.alt for each in blocks(on(TODAY, READ), tmp_path).tree().every("Figure"))
    assert first == (
        "Chart of K1 Share done online: From 40% to 60%. "
        "10 readings: the first 42% on 1 February 2026, the last 51% on 1 November 2026."
    )
    assert len(others) == 1  # K2 by its baseline; a learning question has nothing to draw


def test_the_latest_readings_come_first_and_earlier_ones_are_counted(tmp_path):
    handout = blocks(on(TODAY, READ), tmp_path)
    found = rows(handout, "Read on")
    assert [row[1] for row in found] == ["51%", "50%", "49%", "48%", "47%", "46%"]
    assert found[0][0] == "1 November 2026"
    assert "And 4 earlier readings." in handout.copied()
    assert handout.copied().count("No reading yet.") == 2


def test_a_reading_brings_its_story_and_whom_one_listened_to(tmp_path):
    story = ReadingView("r", date(2026, 3, 1), None, 4, "“I knew <b>before</b> I called.”", "9 people", "Notes")
    handout = blocks(on(TODAY, knowing("K2", readings=(story,))), tmp_path)
    assert rows(handout, "Read on") == [
        ["1 March 2026", "4 of 5: Somewhat better", "“I knew <b>before</b> I called.”", "9 peopleNotes"]
    ]


def test_a_heading_is_never_parted_from_how_its_indicator_stands(tmp_path):
    pages = blocks(on(TODAY, READ), tmp_path).page_words()
    for code in ("K1 Share done online", "K2 Residents' account of ease", "K3 Decision changed by the last test"):
        page = next(each for each in pages if code in each)
        assert "In the register" in page[page.index(code) :]


def test_in_short_it_is_a_table_with_a_row_for_each(tmp_path):
    handout = printed(tmp_path / "s.pdf", lambda words: short_register(on(TODAY, READ), words), "fr")
    assert heads(handout) == [["Carte", "Cible", "Dernier relevé", "Situation", "Responsable"]]
    first = rows(handout, "Carte")[0]
    assert first[3] == "À surveiller"
    assert [
        cell.endswith(end) for cell, end in zip(first[2:], ("1er novembre 2026", "r", "Chaque mois"), strict=True)
    ] == [True] * 3


def test_without_a_day_nothing_is_judged_and_without_indicators_there_is_no_register(tmp_path):
    undated = blocks(replace(READ(complete()), showing=Showing()), tmp_path)
    assert "Watch" not in undated.copied()
    assert "How each indicator stands" not in undated.copied()
    bare = replace(complete(), cards=(), links=(), kpis=())
    assert register(bare, Words("en")) == short_register(bare, Words("en")) == []


def test_a_register_of_very_long_texts_is_printed(tmp_path):
    long = "W" * 180 + " and so on" * 400
    view = on(
        TODAY, READ, knowing("K1 K2", definition=long, owner=long[:200], source=long[:200], question_answered=long)
    )
    assert len(blocks(view, tmp_path).page_words()) > 4
