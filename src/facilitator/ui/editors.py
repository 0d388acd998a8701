"""Text fields that leave the window its keys, also Ctrl+Z once there is no typing left to take back."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSpinBox

_EDITING = "ACVXYZ"
"""The letters that mean something in every text field, with Ctrl. All others are the window's: on some systems Ctrl+E
would go to the end of the line and Ctrl+K delete it."""

_BESIDE_NUMBER = 6  # pixels


def asks_for_undo(event: QEvent) -> bool:
    """Whether this key would undo or redo."""
    return isinstance(event, QKeyEvent) and (
        event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
    )


def is_for_window(event: QEvent) -> bool:
    """Whether this key is Ctrl with a letter that a text field leaves to its window."""
    return (
        isinstance(event, QKeyEvent)
        and event.modifiers() == Qt.KeyboardModifier.ControlModifier
        and Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z
        and chr(event.key()) not in _EDITING
    )


class LineField(QLineEdit):
    """One line of text."""

    def event(self, event: QEvent) -> bool:
        undoes = asks_for_undo(event) and not self.isModified()
        if event.type() == QEvent.Type.ShortcutOverride and (undoes or is_for_window(event)):
            event.ignore()
            return True
        return super().event(event)


class TextField(QPlainTextEdit):
    """Several lines of plain text; Ctrl+Enter or going elsewhere says that they are complete."""

    completed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)

    def event(self, event: QEvent) -> bool:
        undoes = asks_for_undo(event) and not self.document().isModified()
        if event.type() == QEvent.Type.ShortcutOverride and (undoes or is_for_window(event)):
            event.ignore()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.completed.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.completed.emit()


class NumberField(QSpinBox):
    """A whole number."""

    def __init__(self) -> None:
        super().__init__()
        self.lineEdit().setTextMargins(_BESIDE_NUMBER, 0, 0, 0)  # style sheets can't: the line is inside the field
