"""The whole board is in sight until it is zoomed, and what is under the pointer stays there."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication


def test_the_board_is_fitted_and_stays_so_until_it_is_zoomed(canvas):
    fitted = canvas.transform().m11()
    assert 1920 * fitted <= canvas.viewport().width()
    assert 1920 * fitted > 0.95 * canvas.viewport().width()
    canvas.resize(600, 400)
    QApplication.processEvents()
    assert canvas.transform().m11() < fitted
    QTest.keyClick(canvas, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert canvas.transform().m11() == pytest.approx(1)
    canvas.resize(900, 700)
    assert canvas.transform().m11() == pytest.approx(1)
    QTest.keyClick(canvas, Qt.Key.Key_9, Qt.KeyboardModifier.ControlModifier)
    assert canvas.transform().m11() < 0.6


def test_ctrl_and_wheel_zoom_at_the_pointer(canvas):
    spot = QPoint(300, 200)
    QTest.mouseMove(canvas.viewport(), spot)
    before = canvas.mapToScene(spot)
    wheel = QWheelEvent(
        QPointF(spot),
        QPointF(canvas.viewport().mapToGlobal(spot)),
        QPoint(),
        QPoint(0, 480),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    zoomed = canvas.transform().m11()
    QApplication.sendEvent(canvas.viewport(), wheel)
    assert canvas.transform().m11() > 1.5 * zoomed
    moved = canvas.mapToScene(spot) - before
    assert abs(moved.x()) + abs(moved.y()) < 12
