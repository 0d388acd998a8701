"""A checklist by keys: what sessions decided is put with its items, and days are typed as they are said."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from facilitator.boards.checklist.model import ChecklistEntry
from facilitator.ui.dialogs.offers_dialog import OffersDialog
from facilitator.workshop.outcomes import caught
from typing_keys import press, type_text, wait_for

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def console(board_console):
    return board_console("checklist")


def entries(console):
    return list(console.desk.document.every(ChecklistEntry))


def test_an_item_that_got_a_next_step_is_picked(console, qtbot):
    step = ("next_step", "call the supplier", "Sam", date(2027, 2, 5))
    console.desk.ask(lambda document: caught(document, "", *step))
    for _ in range(2):  # the second time the item has something noted already
        press(Key.Key_B, CTRL)
        dialog = console.findChildren(OffersDialog)[-1]
        wait_for(dialog, qtbot)
        assert dialog.list.columnWidth(0) > 0.6 * dialog.list.viewport().width()  # room for the words of the items
        press(Key.Key_Down)
        press(Key.Key_Space)
        press(Key.Key_Return)
        wait_for(console, qtbot)
        (item,) = entries(console)
        assert console.work.picked == (item.id,)
        console.work.pick([])
        console.desk.ask(lambda document: caught(document, "", "decision", "Paper is still taken"))
    assert item.evidence.splitlines() == ["N1 call the supplier (Sam, by 5 February 2027)", "D1 Paper is still taken"]


def test_a_day_in_the_table_is_typed_as_it_is_said(console):
    console.panel.show_centre(console.table)
    view, model = console.table.view, console.table.model
    place = [column.key for column in model.columns].index("due")
    view.make_current(0, place)
    view.begin_edit("soon")
    press(Key.Key_Return)
    assert view.editing.wrong
    type_text("e")
    assert (view.editing.wrong, console.panel.capture.message) == (False, "")  # that was not entered yet
    view.editing.widget.selectAll()
    type_text("vendredi\n")
    assert [each.due for each in entries(console)] == [date(2027, 1, 15)]
    view.make_current(0, place)
    view.begin_edit("1/2/2027")
    press(Key.Key_Return)
    told = {"text": "1/2/2027", "one": "2027-02-01", "other": "2027-01-02"}
    assert console.panel.capture.message == console.desk.words("refusals.date_ambiguous", **told)


def test_the_capture_line_says_that_it_takes_codes(console):
    capture = console.panel.capture
    assert capture.line.placeholderText() == console.desk.words("checklist.capture_hint")
    assert capture.line.accessibleDescription() == "Mark as Done:"
    type_text("v3\n")
    assert [each.status for each in entries(console)] == ["done"]
