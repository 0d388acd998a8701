"""Dated rows below the fields: added, changed and removed by keys, each as one step."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from facilitator.boards.described import Entry, Field
from facilitator.content.words import Words
from facilitator.ui.console.entries_panel import said
from facilitator.ui.dialogs.entry_dialog import EntryDialog
from full_board import CrateReading
from typing_keys import press, type_text, wait_for

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def console(full_console):
    full_console.side.show_details()  # on a window as low as this one the lists have its place at first
    full_console.work.pick(["b1"])
    return full_console


@pytest.fixture
def form(console, qtbot):
    press(Key.Key_N, CTRL)
    return open_form(console, qtbot)


def open_form(console, qtbot):
    made = console.findChildren(EntryDialog)[-1]
    wait_for(made, qtbot)
    return made


def texts(console, place=0):
    rows = console.inspector.entries.parts[place].rows
    return [rows.item(row).text() for row in range(rows.count())]


def add(desk, number, day, value="1", story=""):
    kind = desk.kind("one")
    values = {"read_on": day, "value": value, "story": story}
    desk.ask(lambda document: kind.put_entry(document, "b1", "readings", "", values, desk.words))


def readings(desk):
    return sorted((each.read_on.isoformat(), each.value, each.story) for each in desk.document.every(CrateReading))


def test_rows_stand_below_the_fields_the_newest_first(console, full_desk):
    assert console.inspector.entries.isVisible()
    add(full_desk, 1, "2026-05-01", "2", "Two\nlines")
    add(full_desk, 2, "2026-11-01")
    assert texts(console) == ["2026-11-01 · Little", "2026-05-01 · Much · Two lines"]
    assert console.inspector.entries.parts[0].rows.accessibleName() == "Readings (2)"


def test_a_row_tells_what_is_private_only_where_that_may_be_in_sight():
    fields = (Field("day", "Day", "", "date"), Field("why", "Why", "", "text", private=True))
    entry, words = Entry("e", ("2027-01-14", "They quarrel.")), Words("en")
    assert said(entry, fields, words, private=True) == "2027-01-14 · They quarrel."
    assert said(entry, fields, words, private=False) == "2027-01-14"
    assert said(Entry("e", ("Late", "2027-01-14")), (fields[1], fields[0]), words, private=True) == "2027-01-14 · Late"
    due = Field("due", "Planned for (may be empty)", "", "date", head="Planned for")
    two = Entry("e", ("2027-01-14", "2027-01-10"))
    assert said(two, (fields[0], due), words, private=True) == "Day 2027-01-14 · Planned for 2027-01-10"
    assert said(Entry("e", ("", "They quarrel.")), fields, words, private=False) == words("console.entry_empty")


def test_the_board_has_lists_of_its_own_and_some_items_none(console):
    console.work.pick([])
    assert [part.title for part in console.inspector.entries.parts] == ["Reviews"]
    assert console.inspector.entries.isVisible()
    console.work.pick(["b3"])
    assert not console.inspector.entries.isVisible()
    console.work.pick(["b1", "b2"])
    assert not console.inspector.entries.isVisible()


def test_a_row_is_added_by_keys_alone_and_is_one_step(console, form, full_desk):
    press(Key.Key_A, CTRL)
    type_text("2027-02-01")
    press(Key.Key_Tab)
    press(Key.Key_Down, times=2)
    press(Key.Key_Tab)
    type_text("Louder")
    press(Key.Key_Return, CTRL)
    assert form.problem == ""
    assert readings(full_desk) == [("2027-02-01", "2", "Louder")]
    assert texts(console) == ["2027-02-01 · Much · Louder"]
    full_desk.undo()
    assert readings(full_desk) == []


def test_a_new_row_is_of_today_unless_another_day_is_typed(console, form, full_desk):
    press(Key.Key_Return)
    assert readings(full_desk) == [("2027-01-14", "", "")]
    assert not form.isVisible()


def test_a_refused_value_keeps_the_form_open_with_the_sentence(console, form, full_desk):
    press(Key.Key_A, CTRL)
    type_text("soon")
    press(Key.Key_Return)
    assert form.isVisible()
    assert "soon" in form.problem
    assert readings(full_desk) == []
    assert form.values()["read_on"] == "soon"


def test_a_row_is_changed_by_enter_and_only_what_was_changed_is_asked_for(console, full_desk, qtbot):
    add(full_desk, 1, "2026-05-01", "2", "before")
    console.inspector.entries.parts[0].rows.setFocus()
    press(Key.Key_Return)
    form = open_form(console, qtbot)
    press(Key.Key_A, CTRL)
    type_text("2026-06-01")
    press(Key.Key_Return)
    assert readings(full_desk) == [("2026-06-01", "2", "before")]
    full_desk.undo()
    assert readings(full_desk) == [("2026-05-01", "2", "before")]
    assert not form.isVisible()


def test_delete_removes_the_row_and_undo_brings_it_back(console, full_desk):
    add(full_desk, 1, "2026-05-01")
    add(full_desk, 2, "2026-11-01")
    rows = console.inspector.entries.parts[0].rows
    rows.setFocus()
    press(Key.Key_Down)
    press(Key.Key_Delete)
    assert [day for day, _, _ in readings(full_desk)] == ["2026-11-01"]
    assert rows.hasFocus()
    press(Key.Key_Z, CTRL)
    assert len(readings(full_desk)) == 2


def test_a_letter_typed_over_the_rows_goes_to_the_capture_line(console, full_desk):
    add(full_desk, 1, "2026-05-01")
    console.inspector.entries.parts[0].rows.setFocus()
    type_text("Hello")
    assert console.panel.capture.line.text() == "Hello"


def test_esc_gives_up_what_was_typed_only_when_pressed_twice(console, form, full_desk):
    press(Key.Key_A, CTRL)
    type_text("2027-02-01")
    press(Key.Key_Escape)
    assert form.isVisible()
    assert form.problem == full_desk.words("console.entry_not_saved")
    press(Key.Key_Escape)
    assert not form.isVisible()
    assert readings(full_desk) == []


def test_where_nothing_dated_hangs_the_key_says_so(console, full_desk):
    console.work.pick(["b3"])
    press(Key.Key_N, CTRL)
    assert console.panel.capture.message == full_desk.words("console.no_entries")


def test_tab_goes_from_the_fields_to_the_rows_and_then_to_what_is_private(console, full_desk):
    add(full_desk, 1, "2026-05-01")
    column = next(each for each in console.inspector.editors if each.key == "column")
    column.widget.setFocus()
    press(Key.Key_Tab)
    assert console.inspector.entries.parts[0].rows.hasFocus()
    press(Key.Key_Tab, times=3)
    assert next(each for each in console.inspector.editors if each.key == "mood").widget.hasFocus()


def test_a_text_of_several_lines_is_saved_by_the_key_that_the_warning_and_the_button_name(console, form, full_desk):
    story = next(each for part in form.parts for each in part.editors if each.key == "story").widget
    story.setFocus()
    type_text("One\nTwo")
    press(Key.Key_Escape)
    assert "Ctrl+Enter saves it" in form.problem
    save = next(each for each in form.findChildren(QPushButton) if each.objectName() == "main")
    assert save.text().endswith("Ctrl+Enter")
    press(Key.Key_Return, CTRL)
    assert readings(full_desk) == [("2027-01-14", "", "One\nTwo")]


def test_typing_after_the_warning_is_not_lost_with_the_next_esc(console, form):
    press(Key.Key_A, CTRL)
    type_text("2027-02-01")
    press(Key.Key_Escape)
    type_text("7")
    press(Key.Key_Escape)
    assert form.isVisible()
    press(Key.Key_Escape)
    assert not form.isVisible()
