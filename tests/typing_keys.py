"""Typing as a person does: key events to whatever has the focus, for letters that QTest doesn't know, too."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication


def press(key, modifier=Qt.KeyboardModifier.NoModifier, times=1):
    """A key, pressed and released."""
    for _ in range(times):
        QTest.keyClick(_focus(), key, modifier)


def type_text(text):
    """The letters of a text one after the other; each goes to what has the focus by then."""
    for letter in text:
        if letter == "\n":
            press(Qt.Key.Key_Return)
        elif letter.isascii():
            QTest.keyClicks(_focus(), letter)
        else:
            for event in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                pressed = QKeyEvent(event, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(_focus(), pressed)


def wait_for(window, qtbot):
    """Until keys go to this window. Qt calls a dialog active as soon as the window below it is."""
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)


def _focus():
    popup = QApplication.activePopupWidget()
    return popup or QApplication.focusWidget()
