"""What hands do on a canvas with the boxes of `box_board`, and what the canvas asks for then."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

LEFT, SHIFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
B1, B2, B3, EMPTY = (400, 150), (400, 300), (1400, 450), (900, 900)


def at(canvas, place):
    return canvas.mapFromScene(QPointF(*place))


def drag(canvas, start, end, modifiers=NONE, *, release=True):
    begin, stop = at(canvas, start), at(canvas, end)
    port = canvas.viewport()
    QTest.mousePress(port, LEFT, modifiers, begin)
    QTest.mouseMove(port, (begin + stop) / 2)
    QTest.mouseMove(port, stop)
    if release:
        QTest.mouseRelease(port, LEFT, modifiers, stop)


def click(canvas, place, modifiers=NONE):
    QTest.mouseClick(canvas.viewport(), LEFT, modifiers, at(canvas, place))


def requests(asked):
    return [each for each in asked if each[0] != "selectionChanged"]
