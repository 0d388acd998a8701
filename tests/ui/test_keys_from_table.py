"""Keys that lead into the table and out of it: what is typed there is neither lost nor saved too soon."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from box_board import Crate
from facilitator.workshop.outcomes import outcomes_of
from typing_keys import press, type_text

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CONTROL, SHIFT, ALT = Modifier.ControlModifier, Modifier.ShiftModifier, Modifier.AltModifier


@pytest.fixture
def table(console):
    return console.table


def caught(console):
    return [(each.kind, each.text) for each in outcomes_of(console.desk.document, console.live.session_id)]


def names(desk):
    return [each.name for each in desk.document.every(Crate)]


@pytest.mark.parametrize("start", ["canvas", "capture", "outline"])
def test_the_key_of_the_table_leads_into_it(console, table, start):
    parts = {"canvas": console.panel.canvas, "capture": console.panel.capture.line, "outline": console.outline}
    parts[start].setFocus()
    press(Key.Key_2, ALT)
    assert console.panel.centre is table
    assert table.view.hasFocus()
    assert (table.view.currentIndex().row(), table.view.currentIndex().column()) == (0, 0)
    press(Key.Key_Down)
    assert QApplication.activePopupWidget() is None
    press(Key.Key_F2)
    assert table.view.editing.item_id == "b2"


def test_the_table_begins_at_what_is_picked(console, table):
    console.panel.canvas.setFocus()
    console.panel.canvas.pick(["b3"])
    press(Key.Key_2, ALT)
    assert table.view.hasFocus()
    assert table.view.ids() == ("b3",)
    press(Key.Key_F2)
    assert table.view.editing.item_id == "b3"


def test_back_on_the_board_the_keys_go_there(console, table):
    console.panel.canvas.setFocus()
    press(Key.Key_2, ALT)
    press(Key.Key_1, ALT)
    assert console.panel.canvas.hasFocus()


def test_to_look_at_another_form_leaves_the_capture_bar_its_keys(console):
    console.panel.capture.line.setFocus()
    press(Key.Key_1, ALT)
    assert console.panel.capture.line.hasFocus()


def test_catching_closes_a_menu_that_is_open_and_has_the_keys(qtbot, console):
    press(Key.Key_M, ALT)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    QTest.keyClick(menu, Key.Key_4, CONTROL)
    assert QApplication.activePopupWidget() is None
    qtbot.waitUntil(console.live.catch_line.text.hasFocus)
    type_text("Bus passes\n")
    assert caught(console) == [("parking", "Bus passes")]


def test_a_cell_that_is_being_typed_waits_until_the_words_are_caught(desk, console, table):
    press(Key.Key_2, ALT)
    before = names(desk)
    type_text("Town cl")
    editing = table.view.editing
    for key in (Key.Key_4, Key.Key_1):
        press(key, CONTROL)
        assert console.live.catch_line.text.hasFocus()
    assert names(desk) == before
    type_text("Begin small\n")
    assert caught(console) == [("decision", "Begin small")]
    assert table.view.editing is editing
    assert editing.widget.hasFocus()
    assert editing.value() == "Town cl"
    assert names(desk) == before
    type_text("erk\n")
    assert names(desk) == ["Town clerk", *before[1:]]


def test_esc_on_the_catch_line_goes_on_with_the_cell(desk, console, table):
    press(Key.Key_2, ALT)
    before = names(desk)
    type_text("Town")
    press(Key.Key_2, CONTROL)
    press(Key.Key_Escape)
    assert table.view.editing.widget.hasFocus()
    assert table.view.editing.value() == "Town"
    press(Key.Key_Escape)
    assert names(desk) == before


@pytest.mark.parametrize("key", [Key.Key_F4, Key.Key_F6, Key.Key_F7])
def test_to_go_to_a_list_leaves_the_cell_which_is_saved_as_always(desk, console, table, key):
    press(Key.Key_2, ALT)
    type_text("Mayor")
    press(key)
    assert table.view.editing is None
    assert names(desk)[0] == "Mayor"


@pytest.mark.parametrize("start", ["canvas", "capture", "outline", "table"])
def test_keys_turn_to_the_next_board_and_the_one_before(console, table, start):
    if start == "table":
        press(Key.Key_2, ALT)
    parts = {"canvas": console.panel.canvas, "capture": console.panel.capture.line, "outline": console.outline}
    had = parts.get(start, table.view)
    had.setFocus()
    for key, held, board in (
        (Key.Key_Tab, CONTROL, "two"),
        (Key.Key_Tab, CONTROL, "one"),
        (Key.Key_Backtab, CONTROL | SHIFT, "two"),
        (Key.Key_Backtab, CONTROL | SHIFT, "one"),
    ):
        press(key, held)
        assert console.work.board_id == board
        assert had.hasFocus()


def test_a_key_goes_to_the_list_of_boards(console):
    press(Key.Key_B, ALT)
    assert console.boards.hasFocus()
    press(Key.Key_Down)
    assert console.work.board_id == "two"
