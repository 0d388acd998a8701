"""The table where groups have different fields: one group at a time, turned by keys, following what is picked."""

import pytest
from PySide6.QtCore import Qt

from box_board import Crate
from typing_keys import press, type_text

Key, CTRL, ALT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def table(full_console):
    full_console.looking.choose_segment(len(full_console.panel.view_row.forms.segments) - 1)
    full_console.table.view.setFocus()
    return full_console.table


def keys(table):
    return [column.key for column in table.model.columns]


def rows(table):
    return [table.model.item_at(row) for row in range(table.model.rowCount())]


def test_each_group_has_the_columns_of_its_own_fields(table):
    assert table.groups.isVisible()
    assert [table.groups.itemText(each) for each in range(2)] == ["Left side (2)", "Right side (1)"]
    assert (rows(table), keys(table)) == (["b1", "b2"], ["name", "column", "mood", "note"])
    press(Key.Key_PageDown, CTRL)
    assert (rows(table), keys(table)) == (["b3"], ["name", "column", "size", "note"])
    assert table.view.hasFocus()
    press(Key.Key_PageDown, CTRL)
    assert rows(table) == ["b1", "b2"]


def test_turning_to_a_group_picks_its_first_item(table, full_console):
    press(Key.Key_PageUp, CTRL)
    assert full_console.work.picked == ("b3",)


def test_what_is_picked_elsewhere_is_shown_in_its_group(table, full_console):
    full_console.work.pick(["b3"])
    assert table.view.ids() == ("b3",)
    full_console.work.pick(["b1"])
    assert (rows(table), table.view.ids()) == (["b1", "b2"], ("b1",))


def test_opening_the_table_turns_to_the_group_of_what_is_picked(full_console):
    full_console.work.pick(["b3"])
    full_console.looking.choose_segment(len(full_console.panel.view_row.forms.segments) - 1)
    assert rows(full_console.table) == ["b3"]


def test_a_new_row_goes_into_the_group_on_show(table, full_desk):
    press(Key.Key_PageDown, CTRL)
    press(Key.Key_Insert)
    type_text("Builders\n")
    made = next(each for each in full_desk.document.every(Crate) if each.name == "Builders")
    assert made.column == "right"
    assert rows(table) == ["b3", made.id]


def test_what_is_being_typed_is_saved_before_the_table_turns(table, full_desk):
    press(Key.Key_Home, CTRL)
    press(Key.Key_F2)
    press(Key.Key_A, CTRL)
    type_text("Town clerk")
    table.groups.turn(1)
    assert full_desk.document.get(Crate, "b1").name == "Town clerk"
    assert rows(table) == ["b3"]


def test_what_is_refused_keeps_its_group(table, full_console):
    press(Key.Key_Home, CTRL)
    press(Key.Key_F2)
    press(Key.Key_A, CTRL)
    press(Key.Key_Delete)
    table.groups.turn(1)
    assert rows(table) == ["b1", "b2"]
    assert table.view.editing
    full_console.work.pick(["b3"])
    assert rows(table) == ["b1", "b2"]
    assert table.groups.currentIndex() == 0


def test_an_item_that_is_regrouped_leaves_the_table_of_its_group(table, full_desk):
    kind = full_desk.kind("one")
    full_desk.ask(lambda document: kind.regroup(document, ["b2"], "right"))
    assert rows(table) == ["b1"]
    press(Key.Key_PageDown, CTRL)
    assert set(rows(table)) == {"b2", "b3"}


def test_where_all_items_have_the_same_fields_there_is_nothing_to_choose(look_console):
    look_console.looking.choose_segment(len(look_console.panel.view_row.forms.segments) - 1)
    assert not look_console.table.groups.isVisible()
    assert rows(look_console.table) == ["b1", "b2", "b3"]
