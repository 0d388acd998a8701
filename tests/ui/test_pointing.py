"""The big pointer: where mouse and keys lead it, and when participants see none."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from box_board import KIND
from facilitator.graphics.render import rendered
from facilitator.ui.stage.stage_window import SIZES, StageWindow
from facilitator.workshop.capture import AddLine

Key, Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def stage(desk, console):
    """The stage as the app ties it to the desk, and the board on it."""
    window = StageWindow(desk.stage_picture(), SIZES[0], lambda window: SIZES[2])
    desk.signals.feedChanged.connect(lambda: window.show_picture(desk.stage_picture()))
    for signal in (desk.signals.feedChanged, desk.signals.pointerChanged):
        signal.connect(lambda: window.show_pointer(desk.feed.pointer))
    window.show()
    console.looking.to_stage()
    console.activateWindow()
    assert QTest.qWaitForWindowActive(console)
    yield window
    window.end()
    window.deleteLater()


def move(widget, x, y):
    """The mouse moves to a place of a widget."""
    at = QPointF(x, y)
    none = Qt.MouseButton.NoButton
    QApplication.sendEvent(
        widget, QMouseEvent(QEvent.Type.MouseMove, at, widget.mapToGlobal(at), none, none, Modifier(0))
    )


def leave(widget):
    QApplication.sendEvent(widget, QEvent(QEvent.Type.Leave))


def on_canvas(console, x, y):
    """The place of the canvas that shows this stage pixel."""
    place = console.panel.canvas.mapFromScene(QPointF(x, y))
    return place.x(), place.y()


def turn(console):
    QTest.keyClick(console, Key.Key_F11)


def test_it_is_off_until_it_is_asked_for(desk, console, stage):
    move(console.panel.canvas.viewport(), 200, 200)
    move(console.stage.surface, 50, 50)
    assert desk.feed.pointer is None
    assert not console.stage.controls.pointer.isChecked()


def test_the_mouse_over_the_canvas_leads_it(desk, console, stage):
    turn(console)
    assert console.stage.controls.pointer.isChecked()
    move(console.panel.canvas.viewport(), *on_canvas(console, 600, 400))
    assert stage.surface.pointer == pytest.approx((600, 400), abs=4)
    assert console.stage.surface.pointer == stage.surface.pointer
    leave(console.panel.canvas.viewport())
    assert stage.surface.pointer is None
    turn(console)
    move(console.panel.canvas.viewport(), *on_canvas(console, 600, 400))
    assert stage.surface.pointer is None
    assert not console.stage.controls.pointer.isChecked()


def test_the_canvas_counts_only_while_participants_see_the_same(desk, console, stage):
    turn(console)
    viewport, place = console.panel.canvas.viewport(), on_canvas(console, 600, 400)
    move(viewport, *place)
    assert desk.feed.pointer
    console.hold()
    assert desk.feed.pointer is None  # at once: they see another moment
    move(viewport, *place)
    assert desk.feed.pointer is None
    console.hold()
    move(viewport, *place)
    assert desk.feed.pointer
    console.work.open("two")
    assert desk.feed.pointer is None
    move(viewport, *place)
    assert desk.feed.pointer is None


def test_another_look_at_the_board_is_not_the_same(look_desk, look_console):
    look_console.looking.to_stage()
    turn(look_console)
    viewport, place = look_console.panel.canvas.viewport(), on_canvas(look_console, 600, 400)
    look_desk.showings.choose("one", form="rows")
    move(viewport, *place)
    assert look_desk.feed.pointer is None
    look_console.looking.to_stage()
    move(viewport, *place)
    assert look_desk.feed.pointer


def test_the_preview_always_counts(desk, console, stage):
    turn(console)
    preview = console.stage.surface
    console.hold()
    move(preview, preview.width() / 2, preview.height() / 2)
    assert stage.surface.pointer == pytest.approx((960, 540), abs=10)
    leave(preview)
    assert stage.surface.pointer is None


def test_a_blank_has_none(desk, console, stage):
    turn(console)
    preview = console.stage.surface
    move(preview, 50, 50)
    console.blank()
    assert stage.surface.pointer is None
    assert stage.surface.grab().toImage().convertToFormat(stage.surface.image.format()) == rendered(
        desk.blank_picture(), SIZES[0]
    )
    console.blank()
    assert stage.surface.pointer  # where it was before


def test_by_keys_it_goes_to_what_is_picked(desk, console, stage):
    turn(console)
    canvas = console.panel.canvas
    canvas.setFocus()
    QTest.keyClick(canvas, Key.Key_Tab)
    assert desk.feed.pointer == canvas.board.group(canvas.picked[0]).box.centre
    before = desk.feed.pointer
    QTest.keyClick(canvas, Key.Key_Tab)
    assert desk.feed.pointer not in (before, None)


def test_what_is_captured_does_not_lead_it_away(desk, console, stage):
    turn(console)
    console.panel.capture.line.setFocus()
    desk.ask(lambda document: KIND.add(document, "one", AddLine("Library"), "left"))
    console.work.pick(["b2"])
    assert desk.feed.pointer is None


def test_arrows_on_the_preview_lead_it_and_esc_takes_it_away(desk, console, stage):
    preview = console.stage.surface
    assert preview.focusPolicy() == Qt.FocusPolicy.NoFocus
    turn(console)
    preview.setFocus()
    QTest.keyClick(preview, Key.Key_Right)
    assert stage.surface.pointer == (1000, 540)
    QTest.keyClick(preview, Key.Key_Up, Modifier.ShiftModifier)
    assert stage.surface.pointer == (1000, 532)
    for _ in range(50):
        QTest.keyClick(preview, Key.Key_Right)
    assert stage.surface.pointer == (1920, 532)
    QTest.keyClick(preview, Key.Key_Escape)
    assert stage.surface.pointer is None


def test_the_button_does_what_the_key_does(desk, console, stage):
    button = console.stage.controls.pointer
    button.click()
    assert console.pointing.on
    assert button.isChecked()
    button.click()
    assert not console.pointing.on
    assert not button.isChecked()


def test_the_controls_tell_their_keys_and_fit_the_column(desk, console, stage):
    controls = console.stage.controls
    for each, key in ((controls.read_back, "F3"), (controls.pointer, "F11"), (controls.work, "F12")):
        assert key in each.toolTip()
        assert key in each.accessibleName()
        assert each.fontMetrics().horizontalAdvance(each.text()) <= each.width() - 6
    assert controls.width() <= console.stage.width()
    assert console.live.agenda.list.visibleRegion().boundingRect().height() > 100
