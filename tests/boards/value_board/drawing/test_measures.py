from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from boards.value_board.boards import LIGHT, view
from boards.value_board.registers import (
    DAY,
    any_registers,
    assert_reads_well,
    crowd,
    indicator,
    readings,
    register,
)
from calls_counted import calls_of
from facilitator.boards.value_board.kind import KIND
from facilitator.boards.value_board.layout.measures import measures_layout
from facilitator.boards.value_board.view import ReadingView
from facilitator.content.theme import theme
from facilitator.domain.picture import Path, Text
from facilitator.domain.view import Showing


def picture(board):
    return KIND.picture(board, LIGHT)


def items(board):
    return [group for group in picture(board).groups if group.role == "item"]


def said(group):
    return [" ".join(shape.lines) for shape in group.shapes if isinstance(shape, Text)]


@given(any_registers())
def test_whatever_stands_in_a_register_it_reads_well(board):
    assert_reads_well(picture(board))


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("spotlight", ["", "K1", "K3", "K6"])
def test_the_usual_register_reads_well(language, large, spotlight):
    for name in ("light", "dark"):
        assert_reads_well(KIND.picture(register(language, large=large, spotlight=spotlight), theme(name)))


def test_each_indicator_has_a_row_with_what_is_promised_its_latest_reading_and_how_it_stands():
    rows = items(register())
    assert [row.item_id for row in rows] == ["K1", "K2", "K3", "K4", "K5", "K6"]
    assert said(rows[0])[-6:-1] == [
        "From 77 to 30\u00a0days",
        "by 31 December 2027",
        "49\u00a0days",
        "3 November 2026",
        "On track",
    ]
    assert "From 12% to 40%" in said(rows[1])
    assert "Off track" in said(rows[1])
    assert "3 of 5: Unchanged" in said(rows[2])
    assert "At most $60" in said(rows[3])
    assert "Lower is better" in said(rows[4])
    assert any("the counter takes paper plans again" in told for told in said(rows[5]))
    assert "Learning" in said(rows[5])


def test_numbers_dates_and_words_are_french_on_a_french_board():
    rows = items(register("fr"))
    assert "De 12\u00a0% à 40\u00a0%" in said(rows[1])
    assert "63,25\u00a0$" in said(rows[3])
    assert "d’ici le 31 décembre 2027" in said(rows[0])
    assert "À surveiller" in said(rows[3]) or "En retard" in said(rows[3])
    assert "En hausse" not in said(rows[4])
    assert "En baisse" in said(rows[4])


def test_a_standing_has_a_sign_and_a_word_and_without_a_day_there_is_none():
    with_day, without = items(register()), items(register(day=None))
    for row, bare in zip(with_day, without, strict=True):
        icons = [sum(isinstance(shape, Path) and bool(shape.fill) for shape in each.shapes) for each in (row, bare)]
        assert icons[0] == icons[1] + 1
    assert not any("track" in told for row in without for told in said(row))
    assert "Standing: On track." in with_day[0].label
    assert "Standing" not in without[0].label


def test_what_is_paused_or_retired_says_so_in_place_of_a_standing():
    board = register()
    paused = replace(board, kpis=(replace(board.kpis[0], status="paused"), *board.kpis[1:]))
    assert "Paused" in said(items(paused)[0])
    assert "On track" not in said(items(paused)[0])


def test_more_than_have_room_are_counted_with_their_codes():
    for count, shown in ((6, 6), (12, 12), (13, 12), (500, 12)):
        board = crowd(count)
        assert_reads_well(picture(board))
        assert len(items(board)) == shown
        rest = [group for group in picture(board).groups if "more" in group.label]
        assert len(rest) == (count > shown)
        if rest:
            assert said(rest[0]) == [f"and {count - shown} more"]
            assert f"K{count}" in rest[0].label


def test_what_is_at_rest_gives_up_its_place_first():
    board = crowd(14)
    kpis = (replace(board.kpis[0], status="retired"), replace(board.kpis[3], status="paused"), *board.kpis[4:])
    kpis = (kpis[0], board.kpis[1], board.kpis[2], *kpis[1:])
    assert set(measures_layout(replace(board, kpis=kpis), LIGHT).rest) == {"K1", "K4"}


def test_large_text_is_large_all_over():
    sizes = {shape.size for row in items(register(large=True)) for shape in row.shapes if isinstance(shape, Text)}
    assert min(sizes) == LIGHT.stage_large
    assert len(items(register(large=True))) == 4


def test_the_golden_thread_of_another_card_leaves_its_indicators_in_full_ink():
    plain = view([("I1", "Trust"), ("K1", "Days"), ("K2", "Calls")], [("I1", "K1")])
    board = replace(plain, showing=Showing("measures", spotlight="I1"))
    lit, dim = items(board)
    assert next(shape for shape in lit.shapes if isinstance(shape, Text) and not shape.sign).bold
    assert not any(shape.bold for shape in dim.shapes if isinstance(shape, Text))


def test_the_spotlight_shows_one_indicator_with_its_question_decision_and_readings():
    (card,) = items(register(spotlight="K1"))
    told = said(card)
    assert "Does it go faster?" in told
    assert "Whether plans are checked in two rounds or one" in told
    assert "3 November 2026: 49\u00a0days" in told
    assert "People found the form, but not where their request stands." in told
    assert {"75", "71", "66", "58", "52", "49"} <= set(told)
    assert "Does it go faster?" in card.label


def test_the_spotlight_spells_ratings_out():
    (card,) = items(register(spotlight="K3"))
    assert {"1 Clearly worse", "3 Unchanged", "5 Clearly better"} <= set(said(card))
    assert "Most did it alone and say so" in said(card)


def test_a_learning_question_shows_its_last_finding_and_no_chart():
    (card,) = items(register(spotlight="K6"))
    assert any(told.startswith("“Half of the applicants") for told in said(card))
    assert not any(isinstance(shape, Path) and shape.stroke for shape in card.shapes)


def test_an_indicator_of_which_nothing_is_known_says_that_there_is_no_reading():
    (row,) = items(replace(view([("K1", "Days")]), showing=Showing("measures", day=DAY)))
    assert "No reading yet" in said(row)
    assert "Not judged" in said(row)


def test_stories_that_have_no_room_are_counted():
    read = tuple(
        ReadingView(f"r{n}", date(2026, 1, n), float(n), None, "People say that it goes well", "", "")
        for n in range(1, 21)
    )
    board = replace(
        view([("K1", "Days")]),
        kpis=(replace(indicator("K1"), readings=read),),
        showing=Showing("measures", spotlight="K1"),
    )
    assert_reads_well(picture(board))
    told = said(items(board)[0])
    stories = sum(each == "People say that it goes well" for each in told)
    assert f"and {20 - stories} more" in told


def test_an_empty_register_asks_its_question():
    empty = replace(view([]), showing=Showing("measures"))
    assert_reads_well(picture(empty))
    assert "What would we see, hear or count?" in [group.label for group in picture(empty).groups]
    assert "there is none yet" in picture(empty).alt


def test_the_alternative_text_counts_how_indicators_stand():
    alt = picture(register()).alt
    assert "Register of 6 indicators." in alt
    assert "On track: 2." in alt
    assert "Off track: 1." in alt


def test_text_of_people_is_drawn_as_it_is():
    board = replace(
        view([("K1", "<b>Days</b> {count} %s")]),
        kpis=(replace(indicator("K1", unit="{unit}"), readings=readings((DAY, 4.0))),),
        showing=Showing("measures"),
    )
    assert "<b>Days</b> {count} %s" in said(items(board)[0])
    assert "4\u00a0{unit}" in said(items(board)[0])


def test_ten_times_the_indicators_are_at_most_ten_times_the_work():
    few, many = crowd(50), crowd(500)
    assert calls_of(lambda: picture(many)) < 10 * calls_of(lambda: picture(few))


def much_read(count):
    """One indicator in the spotlight, with so many readings."""
    days = [date.fromordinal(date(2024, 1, 1).toordinal() + n) for n in range(count)]
    one = replace(indicator("K1", mode="direction"), readings=readings(*((day, day.day * 1.0) for day in days)))
    return replace(view([("K1", "Days")]), kpis=(one,), showing=Showing("measures", spotlight="K1", day=DAY))


def test_a_thousand_readings_are_drawn_with_ten_times_the_work_of_a_hundred():
    few, many = much_read(100), much_read(1000)
    assert calls_of(lambda: picture(many)) < 10 * calls_of(lambda: picture(few))
    assert_reads_well(picture(many))
