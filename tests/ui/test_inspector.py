"""The inspector: public fields, and private ones in a panel of their own; typing is never lost."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFrame, QScrollArea, QStyle, QStyleOptionComboBox

from box_board import KIND, Crate, CrateSecret
from facilitator.boards.described import Field
from facilitator.content.words import Words
from facilitator.domain.engagement import Board
from facilitator.ui import style
from facilitator.ui.console.inspector import Inspected, Inspector


@pytest.fixture
def inspector(console):
    console.panel.canvas.pick(["b1"])
    return console.inspector


def editor(inspector, key):
    return next(each for each in inspector.editors if each.key == key)


def test_private_fields_stand_in_the_private_panel_only(inspector):
    panel = inspector.findChild(QFrame, "private")
    inside = {each.key for each in inspector.editors if panel.isAncestorOf(each.widget)}
    assert inside == {"note", "mood"}
    assert panel.accessibleName() == "Private — never on the stage"
    assert editor(inspector, "note").widget.accessibleName() == "Note, private"
    assert editor(inspector, "name").widget.accessibleName() == "Name"


def test_enter_saves_a_line(desk, inspector):
    line = editor(inspector, "name").widget
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "Mayor")
    assert desk.document.get(Crate, "b1").name == "Clerk"
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert desk.document.get(Crate, "b1").name == "Mayor"


def test_going_elsewhere_saves_a_line_and_a_text(desk, console, inspector, changes):
    line, note = editor(inspector, "name").widget, editor(inspector, "note").widget
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "Mayor")
    note.setFocus()
    assert desk.document.get(Crate, "b1").name == "Mayor"
    assert note.hasFocus()
    note.selectAll()
    QTest.keyClicks(note, "Wants a pilot")
    console.panel.canvas.setFocus()
    assert desk.document.get(CrateSecret, "b1").note == "Wants a pilot"
    assert len(changes) == 2


def test_a_choice_is_saved_when_it_is_made(desk, inspector):
    box = editor(inspector, "mood").widget
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert desk.document.get(CrateSecret, "b1").mood == "1"


def test_leaving_what_was_not_changed_saves_nothing(console, inspector, changes):
    for each in inspector.editors:
        each.widget.setFocus()
    console.panel.canvas.setFocus()
    assert changes == []


def test_what_was_refused_stays_to_be_mended(desk, console, inspector):
    line = editor(inspector, "name").widget
    line.setFocus()
    line.setText("   ")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert line.text() == "   "
    assert console.panel.capture.message == desk.words("refusals.name_empty")
    line.setText("Mayor")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert desk.document.get(Crate, "b1").name == "Mayor"


def test_what_was_refused_is_there_again_with_its_item(desk, console, inspector, changes):
    editor(inspector, "name").widget.setText("\u202e")
    console.panel.canvas.pick(["b2"])
    assert editor(inspector, "name").widget.text() == "Council"
    console.work.open("two")
    console.work.open("one")
    console.panel.canvas.pick(["b1", "b2"])
    console.panel.canvas.pick(["b1"])
    assert editor(inspector, "name").widget.text() == "\u202e"
    assert changes == []
    editor(inspector, "name").widget.setText("Clerk")  # taken back by hand
    console.panel.canvas.pick(["b2"])
    assert inspector.drafts == {}
    console.panel.canvas.pick(["b1"])
    assert editor(inspector, "name").widget.text() == "Clerk"


def test_what_could_not_be_saved_is_there_again_and_saved_by_trying_again(desk, console, inspector, ledger, changes):
    ledger.full = True
    note = "A long note. " * 1000
    editor(inspector, "note").widget.setPlainText(note)
    editor(inspector, "name").widget.setText("Mayor")
    console.panel.canvas.pick(["b2"])
    console.panel.canvas.pick(["b1"])
    assert editor(inspector, "note").widget.toPlainText() == note
    console.panel.canvas.pick([])
    assert inspector.drafts == {"b1": "B1  Clerk"}
    ledger.full = False
    console.banner._retry.click()
    assert desk.document.get(CrateSecret, "b1").note == note
    assert desk.document.get(Crate, "b1").name == "Mayor"
    assert len(changes) == 2
    assert inspector.drafts == {}


def test_an_unsaved_detail_is_saved_on_its_own_board(desk, console, inspector, ledger):
    ledger.full = True
    editor(inspector, "note").widget.setPlainText("Call Dana")
    console.work.open("two")
    ledger.full = False
    desk.retry()
    assert desk.document.get(CrateSecret, "b1").note == "Call Dana"


def test_a_detail_of_a_board_is_asked_for_on_that_board_only(desk, console, inspector, ledger):
    console.panel.canvas.pick([])
    editor(inspector, "title").widget.setText("Who has a stake?")
    ledger.full = True
    boards = []
    inspector.fieldEntered.connect(lambda *_: boards.append(console.work.board_id))
    console.work.open("two")
    assert set(boards) == {"one"}
    ledger.full = False
    desk.retry()
    assert desk.document.get(Board, "one").title == "Who has a stake?"


def test_deleting_an_item_whose_detail_was_refused_goes_well(desk, console, inspector):
    line = editor(inspector, "name").widget
    line.setText("  ")
    QTest.keyClick(line, Qt.Key.Key_Return)
    desk.ask(lambda document: KIND.delete(document, ["b1"]))
    assert desk.document.find(Crate, "b1") is None
    assert console.work.settle() == []
    desk.undo()
    console.panel.canvas.pick(["b1"])
    assert editor(inspector, "name").widget.text() == "  "


def test_typing_survives_another_edit_of_the_same_item(desk, inspector):
    note = editor(inspector, "note").widget
    note.setFocus()
    note.setPlainText("Half a thou")
    desk.ask(lambda document: KIND.nudge(document, ["b1"], "right"))
    assert editor(inspector, "note").widget.toPlainText() == "Half a thou"


def test_typing_survives_other_fields_for_the_same_item(desk, inspector, monkeypatch):
    editor(inspector, "note").widget.setPlainText("Half a thou")
    fewer = type(KIND).fields
    monkeypatch.setattr(type(KIND), "fields", lambda *arguments: fewer(*arguments)[1:])
    desk.ask(lambda document: KIND.nudge(document, ["b1"], "right"))
    assert [each.key for each in inspector.editors] == ["column", "mood", "note"]
    assert editor(inspector, "note").widget.toPlainText() == "Half a thou"
    editor(inspector, "note").commit()
    assert desk.document.get(CrateSecret, "b1").note == "Half a thou"


def test_typing_is_saved_when_something_else_is_picked(desk, console, inspector):
    editor(inspector, "note").widget.setPlainText("Call Dana")
    console.panel.canvas.pick(["b2"])
    assert desk.document.get(CrateSecret, "b1").note == "Call Dana"


def test_typing_is_saved_when_the_window_is_closed(desk, console, inspector):
    editor(inspector, "note").widget.setPlainText("Call Dana")
    console.close()
    assert desk.document.get(CrateSecret, "b1").note == "Call Dana"


def test_undo_shows_the_old_value_again(desk, inspector):
    line = editor(inspector, "name").widget
    line.setFocus()
    line.setText("Mayor")
    QTest.keyClick(line, Qt.Key.Key_Return)
    QTest.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor(inspector, "name").widget.text() == "Clerk"


def test_several_are_counted_and_moved_or_deleted_together(desk, console, inspector):
    console.panel.canvas.setFocus()
    console.panel.canvas.pick(["b1", "b2"])
    choice = next(box for box in inspector.findChildren(QComboBox) if box.isVisible())
    place = choice.findData("right")
    choice.setCurrentIndex(place)
    choice.activated.emit(place)
    assert {crate.column for crate in desk.document.every(Crate)} == {"right"}
    assert len(console.panel.canvas.picked) == 2
    inspector.deleteRequested.emit(console.panel.canvas.picked)
    assert [crate.name for crate in desk.document.every(Crate)] == ["Developers"]


def test_nothing_picked_shows_the_board_itself(desk, console, inspector):
    console.panel.canvas.pick([])
    line = editor(inspector, "title").widget
    line.setText("Who has a stake?")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert desk.document.get(Board, "one").title == "Who has a stake?"
    QApplication.processEvents()
    assert console.boards.item(0).text() == "Who has a stake?"


def test_a_link_has_no_fields_and_can_still_be_picked(console):
    console.panel.canvas.pick(["t1"])
    assert console.inspector.editors == ()


def test_the_wheel_does_not_choose(desk, inspector, changes):
    box = editor(inspector, "mood").widget
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(box.mapToGlobal(QPoint(5, 5))),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, wheel)
    assert box.currentData() == "3"
    assert changes == []


@pytest.fixture
def by_when(qtbot):
    """An inspector that shows something with a date, and whatever it asks to be saved."""
    shown = Inspector(Words("en"), lambda: date(2026, 11, 22))
    qtbot.addWidget(shown)
    shown.asked = []
    shown.fieldEntered.connect(lambda *edit: shown.asked.append(edit))
    shown.show_one(Inspected("b1", "Clerk", (Field("due", "By when", "2027-01-14", "date"),)))
    shown.show()
    return shown


def test_a_bad_date_is_marked_at_the_field_until_it_is_mended(by_when):
    (due,) = by_when.editors
    assert due.note.isHidden()
    due.widget.setText("soon")
    assert due.note.isHidden()  # not while it is being typed
    QTest.keyClick(due.widget, Qt.Key.Key_Return)
    assert due.note.isVisible()
    assert style.RED in due.widget.styleSheet()
    assert due.widget.accessibleDescription() == due.note.text() == "Write it as 2027-01-14, 14 January or Friday."
    due.widget.setText("soone")
    assert due.note.isHidden()  # that was not entered yet
    assert due.widget.styleSheet() == due.widget.accessibleDescription() == ""
    due.widget.setText("1/2/2027")
    QTest.keyClick(due.widget, Qt.Key.Key_Return)
    assert due.note.text() == "“1/2/2027” could be 2027-02-01 or 2027-01-02; write the one that is meant."


@pytest.mark.parametrize("typed", ["27 nov.", "vendredi", "in 5 days"])
def test_a_day_is_typed_as_it_is_said_and_then_shown_as_it_is_saved(by_when, typed):
    (due,) = by_when.editors
    due.widget.setText(typed)
    QTest.keyClick(due.widget, Qt.Key.Key_Return)
    assert due.widget.text() == "2026-11-27"
    assert by_when.asked == [("b1", "due", "2026-11-27")]
    assert due.note.isHidden()
    by_when.show_one(Inspected("b1", "Clerk", (Field("due", "By when", "2026-11-27", "date"),)))
    assert due.pending() is None


def test_a_day_that_is_left_by_showing_something_else_is_saved_as_a_day(by_when):
    by_when.editors[0].widget.setText("Friday")
    by_when.show_one(Inspected("b2", "Council", ()))
    assert by_when.asked == [("b1", "due", "2026-11-27")]


def test_a_bad_date_is_marked_again_when_its_item_is_shown_again(by_when):
    by_when.editors[0].widget.setText("soon")
    fields = (Field("due", "By when", "", "date"),)
    by_when.show_one(Inspected("b2", "Council", fields))
    assert by_when.editors[0].note.isHidden()
    by_when.show_one(Inspected("b1", "Clerk", fields))
    assert by_when.editors[0].note.isVisible()


def test_a_date_may_be_emptied(by_when):
    (due,) = by_when.editors
    due.widget.clear()
    QTest.keyClick(due.widget, Qt.Key.Key_Return)
    assert due.note.isHidden()
    assert ("b1", "due", "") in by_when.asked


def test_another_item_is_shown_from_its_name_on(qtbot, by_when):
    many = tuple(Field(f"f{number}", "Said", "", "text") for number in range(12))
    by_when.resize(290, 200)
    by_when.show_one(Inspected("b1", "Clerk", many))
    bar = by_when.findChild(QScrollArea).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    by_when.show_one(Inspected("b1", "Mayor", many))
    assert bar.value() == bar.maximum()  # the same item: one goes on where one was
    by_when.show_one(Inspected("b2", "Council", many))
    assert bar.value() == 0


def test_long_choices_are_not_cut_in_a_narrow_panel(by_when):
    choice = "Affected or consulted"
    by_when.resize(290, 400)
    by_when.show_one(Inspected("b1", "Clerk", (Field("ring", "Closeness", "3", "choice", choices=(("3", choice),)),)))
    QApplication.processEvents()
    box = by_when.editors[0].widget
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    room = box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, box).width()
    assert box.fontMetrics().horizontalAdvance(choice) <= room


def test_a_sentence_to_read_that_is_empty_leaves_no_heading_with_nothing_below(board_console):
    console = board_console("checklist")
    item = console.work.showing_now.items[0].id
    fields = {
        each.key: each for each in console.desk.kind("checklist").fields(console.desk.document, item, Words("en"))
    }
    assert fields["shown"].value == ""
    console.work.pick([item])
    assert "shown" not in {each.key for each in console.inspector.editors}
    assert "status" in {each.key for each in console.inspector.editors}
