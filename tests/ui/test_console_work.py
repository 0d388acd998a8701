"""Working on a board in the console: keys and mouse in, saved changes out, and every part shows what was saved."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from box_board import KIND, Crate, CrateTie, records, secrets
from facilitator.domain.engagement import Board
from facilitator.ui.plain_label import PlainLabel

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def canvas(console):
    return console.panel.canvas


@pytest.fixture
def capture(console):
    return console.panel.capture


def type_line(capture, text):
    QTest.keyClicks(capture.line, text)
    QTest.keyClick(capture.line, Qt.Key.Key_Return)


def names(desk):
    return [item.name for item in KIND.items(desk.view("one"))]


def at(canvas, place):
    return canvas.mapFromScene(QPointF(*place))


def test_it_opens_on_the_first_board_with_the_caret_in_the_capture_bar(console, capture):
    assert console.work.board_id == "one"
    assert capture.line.hasFocus()
    assert set(console.panel.canvas.board.boxes()) == {"b1", "b2", "b3"}
    assert console.stage.surface.picture.alt == "Back in a moment"


def test_a_line_is_added_picked_and_named(desk, console, capture, canvas, changes):
    type_line(capture, "Tenants' association")
    assert [change.label for change in changes] == ["capture_list"]
    assert names(desk)[-1] == "Tenants' association"
    assert capture.line.text() == ""
    assert capture.message == desk.words("console.added", codes="B4")
    added = KIND.items(desk.view("one"))[-1].id
    assert canvas.picked == console.outline.ids() == (added,)


def test_a_line_that_cannot_be_read_stays_with_the_caret_at_its_column(desk, capture, changes):
    type_line(capture, "Library ~9 here")
    assert changes == []
    assert capture.line.text() == "Library ~9 here"
    assert capture.line.cursorPosition() == 8
    assert capture.message == desk.words("refusals.capture_scale", column=9, mark="~", low=-2, high=2)
    capture.line.selectAll()
    type_line(capture, "Library")
    assert names(desk)[-1] == "Library"


def test_tab_goes_through_the_groups_and_the_line_goes_there(desk, console, capture):
    QTest.keyClick(capture.line, Qt.Key.Key_Tab)
    assert capture.group == "right"
    QTest.keyClick(capture.line, Qt.Key.Key_Tab)
    assert capture.group == "left"
    QTest.keyClick(capture.line, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    type_line(capture, "Library")
    assert KIND.items(desk.view("one"))[-1].group == "right"
    assert capture.group == "right"
    assert capture.line.hasFocus()


def test_links_are_captured_by_name_and_code(desk, capture):
    type_line(capture, "B1 > Council")
    ties = {(tie.from_id, tie.to_id) for tie in desk.document.every(CrateTie)}
    assert ("b1", "b2") in ties
    assert capture.message == "✓ B1 Clerk → B2 Council"


def test_undo_from_the_empty_capture_bar_takes_the_step_back(desk, console, capture):
    type_line(capture, "Library")
    QTest.keyClick(capture.line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "Library" not in names(desk)
    QTest.keyClick(capture.line, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert "Library" in names(desk)


def test_undo_while_typing_takes_the_typing_back(desk, capture, changes):
    type_line(capture, "Library")
    QTest.keyClicks(capture.line, "abc")
    QTest.keyClick(capture.line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert capture.line.text() == ""
    assert "Library" in names(desk)


def test_undo_and_redo_are_named_on_their_buttons(desk, console, capture):
    assert not console.panel.undo.isEnabled()
    type_line(capture, "Library")
    step = desk.words("edits.capture_list")
    assert console.panel.undo.accessibleName() == f"Undo: {step} (Ctrl+Z)"
    QTest.mouseClick(console.panel.undo, LEFT)
    assert console.panel.redo.accessibleName() == f"Redo: {step} (Ctrl+Y)"
    assert not console.panel.redo.isHidden()


def test_the_time_of_saving_is_told(desk, console, capture):
    assert console.bar.saved == desk.words("console.nothing_to_save")
    type_line(capture, "Library")
    at = desk.journal.saved_at.astimezone().strftime("%H:%M:%S")
    assert console.bar.saved == f"✓ Saved {at}"


def test_dropping_on_the_canvas_moves_the_box(desk, canvas, changes):
    port = canvas.viewport()
    QTest.mousePress(port, LEFT, NONE, at(canvas, (400, 150)))
    QTest.mouseMove(port, at(canvas, (500, 500)))
    QTest.mouseMove(port, at(canvas, (600, 750)))
    QTest.mouseRelease(port, LEFT, NONE, at(canvas, (600, 750)))
    moved = desk.document.get(Crate, "b1")
    assert (moved.x, moved.y) == (pytest.approx(600, abs=4), pytest.approx(750, abs=4))
    assert len(changes) == 1
    assert canvas.board.group("b1").box.centre == (moved.x, moved.y)


def test_renaming_in_place_closes_when_saved_and_stays_when_refused(desk, canvas):
    canvas.begin_rename("b1")
    canvas.editor.setText("\u202e")
    QTest.keyClick(canvas.editor, Qt.Key.Key_Return)
    assert canvas.editor is not None
    canvas.editor.setText("Mayor")
    QTest.keyClick(canvas.editor, Qt.Key.Key_Return)
    assert canvas.editor is None
    assert names(desk)[0] == "Mayor"


def test_keys_on_the_canvas_edit_the_board(desk, console, canvas):
    canvas.setFocus()
    canvas.pick(["b1"])
    QTest.keyClick(canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert desk.document.get(Crate, "b1").x == 420
    QTest.keyClick(canvas, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(canvas, Qt.Key.Key_Down)
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert ("b1", "b2") in {(tie.from_id, tie.to_id) for tie in desk.document.every(CrateTie)}
    canvas.pick(["b2", "b3"])
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    assert names(desk) == ["Clerk"]


def test_enter_goes_to_the_details(console, canvas):
    canvas.setFocus()
    canvas.pick(["b1"])
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert console.inspector.editors[0].widget.hasFocus()


def test_canvas_and_outline_pick_the_same(console, canvas):
    canvas.pick(["b1", "b3"])
    assert set(console.outline.ids()) == {"b1", "b3"}
    console.outline.show_picked([])
    console.outline.picked.emit(("b2",))
    assert canvas.picked == ("b2",)


def test_the_outline_does_what_the_canvas_does(desk, console, canvas):
    outline = console.outline
    outline.setFocus()
    canvas.pick(["b1"])
    QTest.keyClick(outline, Qt.Key.Key_Down)
    assert canvas.picked == ("b2",)
    QTest.keyClick(outline, Qt.Key.Key_F2)
    assert outline.editor.item_id == "b2"
    QTest.keyClick(outline.editor, Qt.Key.Key_Escape)
    assert outline.hasFocus()
    QTest.keyClick(outline, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(outline, Qt.Key.Key_Up)
    QTest.keyClick(outline, Qt.Key.Key_Return)
    assert ("b2", "b1") in {(tie.from_id, tie.to_id) for tie in desk.document.every(CrateTie)}
    canvas.pick(["b2"])
    QTest.keyClick(outline, Qt.Key.Key_Delete)
    assert names(desk) == ["Clerk", "Developers"]


def test_private_marks_are_here_and_can_be_hidden(console, canvas):
    assert len(canvas.board._badges) == 2
    console.panel.private.click()
    assert canvas.board._badges == []
    canvas.pick(["b1"])
    assert console.inspector._private.isHidden()
    console.panel.private.click()
    assert not console.inspector._private.isHidden()


def test_choosing_a_board_opens_it_here_enter_goes_to_it_and_f5_puts_it_on_the_stage(desk, console):
    boards = console.boards
    boards.setFocus()
    QTest.keyClick(boards, Qt.Key.Key_Down)
    assert console.work.board_id == "two"
    assert desk.feed.board_id is None
    QTest.keyClick(boards, Qt.Key.Key_Return)
    assert desk.feed.board_id is None
    QTest.keyClick(console.focusWidget(), Qt.Key.Key_F5)
    assert desk.feed.shown.board_id == "two"
    QApplication.processEvents()
    assert "On stage" in boards.item(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert not console.panel.to_stage.isEnabled()


def test_a_board_added_by_its_button_is_open_and_what_is_typed_next_lands_there(desk, console, capture):
    before = console.work.board_id
    console.new_board.menu().actions()[0].trigger()
    added = desk.boards()[-1].id
    assert console.work.board_id == added != before
    assert capture.line.hasFocus()
    type_line(capture, "Vault")
    assert [each.name for each in desk.document.every(Crate) if each.board_id == added] == ["Vault"]


def test_a_new_board_is_added_and_an_undone_one_gives_way(desk, console, capture):
    desk.ask(lambda document: desk.kinds.new_board(document, "boxes", "Third board"))
    QApplication.processEvents()
    assert console.boards.count() == 3
    console.work.open("board3")
    desk.undo()
    QApplication.processEvents()
    assert console.work.board_id == "one"
    assert console.boards.count() == 2


def test_an_engagement_without_boards_offers_to_make_one(qtbot, make_desk, clock):
    from facilitator.ui.console.console_window import ConsoleWindow

    desk = make_desk(*(record for record in records() if record.type_name() == "engagement"))
    window = ConsoleWindow(desk, clock)
    qtbot.addWidget(window)
    assert window.panel._stack.currentIndex() == 1
    desk.ask(lambda document: desk.kinds.new_board(document, "boxes", "First"))
    assert window.panel._stack.currentIndex() == 0
    assert window.work.board_id == next(desk.document.every(Board)).id


def test_a_single_pasted_line_goes_into_the_bar_and_many_into_the_preview(console, capture):
    QGuiApplication.clipboard().setText("Library")
    QTest.keyClick(capture.line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert capture.line.text() == "Library"
    assert console.work.capturing.preview is None
    QGuiApplication.clipboard().setText("Library\nSchool\n")
    QTest.keyClick(capture.line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert console.work.capturing.preview.lines() == ["Library", "School"]
    console.work.capturing.preview.reject()


def test_lines_that_say_nothing_make_no_list(desk, console, capture):
    QGuiApplication.clipboard().setText("- \n- Library\n\n")
    QTest.keyClick(capture.line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert capture.line.text() == "Library"
    assert console.work.capturing.preview is None
    capture.line.setText("* \n* School")  # as an input method may put it in
    QTest.keyClick(capture.line, Qt.Key.Key_Return)
    assert capture.line.text() == ""
    assert names(desk)[-1] == "School"


def test_letters_typed_anywhere_begin_a_capture_line(desk, console):
    """What is said must not be lost, or read as a command, because a list or the canvas has the focus."""
    console.looking.to_stage()
    line = console.panel.capture.line
    for focused in (console.panel.canvas, console.outline, console.boards, console.live.agenda.list):
        line.clear()
        focused.setFocus()
        QTest.keyClick(focused, "B", Qt.KeyboardModifier.ShiftModifier)
        QTest.keyClicks(line, "oard of trade")
        assert line.text() == "Board of trade"
        assert line.hasFocus()
        assert not desk.feed.blanked


def test_ctrl_z_in_an_empty_bar_takes_back_the_boards_last_step(desk, console):
    console.work.capturing.capture("Mayor", "left")
    line = console.panel.capture.line
    line.setFocus()
    QTest.keyClicks(line, "S1 > S99")
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    QTest.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert line.text() == ""
    assert "Mayor" not in {crate.name for crate in desk.document.every(Crate)}
    assert desk.boards()[0].title in console.panel.capture.message


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_heading_of_the_boards_has_room_beside_its_button_in_the_narrowest_column(
    make_desk, make_console, language
):
    console = make_console(make_desk(*records(), *secrets(), language=language))
    beside = console.new_board.parentWidget()
    heading = next(
        each for each in beside.findChildren(PlainLabel) if each.text() == console.desk.words("console.boards")
    )
    column = beside.parentWidget()
    column.setMaximumWidth(column.minimumWidth())
    QApplication.processEvents()
    assert heading.width() >= heading.sizeHint().width()
    assert heading.geometry().right() < console.new_board.geometry().left()
    assert console.new_board.accessibleName().startswith(console.desk.words("console.new_board"))
