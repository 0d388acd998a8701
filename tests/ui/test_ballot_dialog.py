"""Dots and hands: typed by keys, saved at once, private until one switch shows the totals."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facilitator.ui.dialogs.ballot_dialog import BallotDialog
from full_board import FULL
from typing_keys import press, type_text, wait_for

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def dialog(full_console, qtbot):
    QTest.keyClick(full_console, Key.Key_R, CTRL)
    made = full_console.findChild(BallotDialog)
    wait_for(made, qtbot)
    return made


def ballot(desk):
    return FULL.ballot(desk.document, "one")


def given(desk):
    return {person: dict(dots) for person, dots in ballot(desk).people}


def type_lines(text):
    """What is typed, with what Qt does a little later: an editor takes its value after Enter."""
    for line in text.splitlines(keepends=True):
        type_text(line)
        QApplication.processEvents()


def heads(dialog):
    return [dialog.table.horizontalHeaderItem(each).text() for each in range(dialog.table.columnCount())]


def test_a_person_is_added_and_numbers_are_typed_down_the_column(dialog, full_desk):
    assert dialog.person.hasFocus()
    type_lines("Dana\n")
    assert heads(dialog) == ["Dana\n0/5", "Hands", "Total"]
    type_lines("\n2\n1\n")
    assert given(full_desk) == {"Dana": {"b1": 2, "b2": 1}}
    assert heads(dialog)[0] == "Dana\n3/5"
    assert dialog.said.text() == "Dana has 2 dots left."
    assert dialog.table.currentRow() == 2
    assert [dialog.table.item(row, 2).text() for row in range(3)] == ["2", "1", "0"]


def test_names_are_typed_one_after_the_other_and_then_numbers(dialog, full_desk):
    type_lines("Dana\nEli\n")
    assert heads(dialog)[:2] == ["Dana\n0/5", "Eli\n0/5"]
    press(Key.Key_Down)
    type_lines("2\n")
    assert given(full_desk) == {"Eli": {"b1": 2}}


@pytest.mark.parametrize("key", [Key.Key_Down, Key.Key_Return, Key.Key_Tab])
def test_a_refused_number_keeps_the_cursor_in_its_cell_whatever_ends_it(dialog, key):
    type_lines("Dana\n")
    press(Key.Key_Tab)
    type_text("9")
    press(key)
    QApplication.processEvents()
    assert "5" in dialog.problem
    assert (dialog.table.currentRow(), dialog.table.currentColumn()) == (0, 0)
    assert dialog.table.hasFocus()


def test_down_enters_a_number_and_goes_on(dialog, full_desk):
    type_lines("Dana\n\n2")
    press(Key.Key_Down)
    QApplication.processEvents()
    assert given(full_desk) == {"Dana": {"b1": 2}}
    assert dialog.table.currentRow() == 1


def test_a_name_typed_over_the_numbers_is_a_name(dialog):
    dialog.table.setFocus()
    type_lines("Dana\n")
    assert heads(dialog)[0] == "Dana\n0/5"


def test_more_than_the_budget_is_told_in_words_and_not_taken(dialog, full_desk):
    type_lines("Dana\n\n4\n2\n")
    assert given(full_desk) == {"Dana": {"b1": 4}}
    assert "Dana" in dialog.problem
    assert "5" in dialog.problem
    assert dialog.table.item(1, 0).text() == ""
    assert dialog.table.currentRow() == 1  # to be mended
    type_lines("1\n")
    assert dialog.problem == ""
    assert given(full_desk) == {"Dana": {"b1": 4, "b2": 1}}


def test_hands_are_counted_by_plus_and_minus(dialog, full_desk):
    dialog.table.setFocus()
    type_text("+++-")
    assert dict(ballot(full_desk).hands) == {"b1": 2}
    press(Key.Key_Delete)
    assert dict(ballot(full_desk).hands) == {}


def test_totals_can_not_be_typed_into(dialog, full_desk):
    dialog.table.setFocus()
    press(Key.Key_Right)
    type_text("7")
    press(Key.Key_Return)
    assert dict(ballot(full_desk).totals) == {"b1": 0, "b2": 0, "b3": 0}


def test_ctrl_delete_takes_a_persons_dots_back_as_one_step(dialog, full_desk):
    type_lines("Dana\n\n1\n1\n")
    press(Key.Key_Delete, CTRL)
    assert given(full_desk) == {}
    press(Key.Key_Z, CTRL)
    assert given(full_desk) == {"Dana": {"b1": 1, "b2": 1}}


def test_undo_takes_back_what_was_done_here_and_nothing_of_before(dialog, full_desk):
    type_lines("Dana\n\n1\n")
    for _ in range(3):
        press(Key.Key_Z, CTRL)
    assert given(full_desk) == {}
    assert full_desk.journal.undo_label is None
    assert not dialog.undo_button.isEnabled()


def test_undo_leaves_older_steps_alone(full_console, full_desk, qtbot):
    full_desk.ask(lambda document: FULL.rename(document, "b1", "Town clerk"))
    QTest.keyClick(full_console, Key.Key_R, CTRL)
    wait_for(full_console.findChild(BallotDialog), qtbot)
    press(Key.Key_Z, CTRL)
    assert full_desk.journal.undo_label is not None


def test_another_budget_is_saved(dialog, full_desk):
    dialog.budget.setFocus()
    dialog.budget.selectAll()
    type_text("3")
    press(Key.Key_Tab)
    assert ballot(full_desk).budget == 3


def test_the_same_person_again_goes_to_their_column(dialog):
    type_lines("Dana\n")
    dialog.person.setFocus()
    type_text("dana\n")
    assert heads(dialog) == ["Dana\n0/5", "Hands", "Total"]
    assert dialog.table.person == "Dana"


def test_totals_are_shown_by_one_switch_that_says_what_it_does(dialog, full_desk):
    words = full_desk.words
    assert not dialog.totals.isDefault()
    assert dialog.totals.accessibleName() == words("console.dots_show")
    dialog.totals.setFocus()
    press(Key.Key_Space)
    assert ballot(full_desk).shown
    assert dialog.totals.accessibleName() == words("console.dots_shown")
    press(Key.Key_Space)
    assert not ballot(full_desk).shown


def test_names_and_numbers_of_persons_are_not_on_the_stage(dialog, full_desk):
    full_desk.show_on_stage("one")
    type_lines("Dana Private\n\n5\n")
    assert given(full_desk) == {"Dana Private": {"b1": 5}}
    shown = full_desk.stage_picture()
    assert "Dana" not in repr(shown) + repr(full_desk.feed.shown)


def test_while_what_is_private_is_hidden_the_dots_stay_closed(full_console, full_desk):
    QTest.keyClick(full_console, Key.Key_H, CTRL)
    QTest.keyClick(full_console, Key.Key_R, CTRL)
    assert full_console.findChild(BallotDialog) is None
    assert full_console.panel.capture.message == full_desk.words("console.dots_hidden")
    full_console.panel.private.toggle()
    assert full_console.panel.capture.message == ""


def test_what_can_not_be_saved_is_told_and_the_table_shows_what_is_saved(dialog, full_desk, ledger):
    type_lines("Dana\n\n1\n")
    ledger.full = True
    type_lines("2\n")
    assert dialog.problem
    assert dialog.table.item(1, 0).text() == ""
    assert given(full_desk) == {"Dana": {"b1": 1}}
