"""Text fields whose Ctrl+Z takes the last step of the board back once there is no typing left to take back."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit


def asks_for_undo(event: QEvent) -> bool:
    """Whether this key would undo or redo."""
    return isinstance(event, QKeyEvent) and (
        event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
    )


class LineField(QLineEdit):
    """One line of text."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and asks_for_undo(event) and not self.isModified():
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
        unchanged = not self.document().isModified()
        if event.type() == QEvent.Type.ShortcutOverride and asks_for_undo(event) and unchanged:
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
