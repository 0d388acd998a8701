"""What the table shows is filtered by menus that the kind of the board fills."""

import pytest
from PySide6.QtCore import Qt

from facilitator.boards.checklist.model import ChecklistEntry
from typing_keys import press

Key = Qt.Key


@pytest.fixture
def console(board_console):
    made = board_console("checklist")
    made.looking.choose_segment(len(made.panel.view_row.forms.segments) - 1)
    made.table.view.setFocus()
    return made


@pytest.fixture
def table(console):
    return console.table


def rows(table):
    return [table.model.item_at(row).rpartition(".")[2] for row in range(table.model.rowCount())]


def menu(table, title):
    return next(each.menu() for each in table.filters.menus.actions() if each.menu() and each.text() == title)


def tick(table, title, name):
    next(each for each in menu(table, title).actions() if each.text() == name).trigger()


def test_a_board_without_filters_has_no_button(full_console):
    full_console.looking.choose_segment(len(full_console.panel.view_row.forms.segments) - 1)
    assert not full_console.table.filters.isVisible()


def test_the_button_offers_what_the_kind_does_and_says_how_many_pass(table):
    titles = [each.text() for each in table.filters.menus.actions() if each.menu()]
    assert titles[:4] == ["Phase", "Status", "Owner", "By when"]
    assert titles[4].startswith("Government of Canada Digital Standards (checked on ")
    assert (table.filters.isVisible(), table.filters.text()) == (True, "Filter")
    tick(table, "Phase", "Vision")
    assert rows(table) == [f"v{number}" for number in range(1, 10)]
    assert table.filters.text() == table.filters.accessibleName() == "Filter: 9 of 45"
    tick(table, titles[4], "Design with users")
    assert rows(table) == ["v6"]


def test_show_all_takes_every_tick_back(table):
    show_all = table.filters.menus.actions()[0]
    assert not show_all.isEnabled()
    tick(table, "Phase", "Vision")
    assert table.filters.menus.actions()[0].isEnabled()
    table.filters.menus.actions()[0].trigger()
    assert len(rows(table)) == 45
    assert not any(each.isChecked() for each in menu(table, "Phase").actions())


def test_nothing_that_passes_is_said(table, console):
    tick(table, "By when", "Overdue")
    assert rows(table) == []
    assert console.panel.capture.message == "Nothing passes the filter."


def test_an_edit_is_filtered_at_once_and_a_new_owner_is_offered(table, console):
    tick(table, "Status", "Not started")
    console.work.set_field("checklist.v1", "status", "done")
    assert rows(table)[0] == "v2"
    console.work.set_field("checklist.v2", "owner", "Clerk")
    assert [each.text() for each in menu(table, "Owner").actions()] == ["Clerk", "Nobody"]
    assert len(list(console.desk.document.every(ChecklistEntry))) == 2


def test_what_is_ticked_is_kept_board_by_board(table, console):
    tick(table, "Phase", "Vision")
    console.desk.ask(lambda document: console.desk.kinds.new_board(document, "checklist", "Second"))
    other = next(board.id for board in console.desk.boards() if board.title == "Second")
    console.work.open(other)
    assert len(rows(table)) == 45
    console.work.open("checklist")
    assert len(rows(table)) == 9
    assert menu(table, "Phase").actions()[0].isChecked()


def test_it_is_opened_and_ticked_by_keys(table, qtbot):
    table.filters.setFocus()
    press(Key.Key_Down)
    qtbot.waitUntil(table.filters.menus.isVisible)
    assert not any(each.menu() and each.menu().isVisible() for each in table.filters.menus.actions())
    press(Key.Key_Down)
    press(Key.Key_Right)
    phases = menu(table, "Phase")
    qtbot.waitUntil(phases.isVisible)
    press(Key.Key_Space)
    assert rows(table) == [f"v{number}" for number in range(1, 10)]
    assert phases.isVisible()
    press(Key.Key_Escape)
    press(Key.Key_Escape)
    assert not table.filters.menus.isVisible()
