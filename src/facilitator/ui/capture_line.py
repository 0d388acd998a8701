"""CaptureLine: the field in which a capture line is typed, in the console and where the stage is worked on."""

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
)

from facilitator.ui.editors import LineField, asks_for_undo
from facilitator.ui.pasted import is_chat, is_for_import, pasted_lines


class CaptureLine(LineField):
    """The text field itself: Tab goes through the groups, several pasted lines become a list to look at first.

    `entered` comes with Enter, and carries how many groups to go on by once the line is taken: 1 with Ctrl, -1 with
    Shift, too. Alt with an arrow asks for another ring.
    """

    entered = Signal(int)
    stepped = Signal(int)
    ringStepped = Signal(int)
    left = Signal()
    listPasted = Signal(str)
    focused = Signal(bool)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and asks_for_undo(event) and not self.text():
            event.ignore()  # nothing is typed here: the board's last step is meant
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Tab and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.stepped.emit(1)
                return True
            if event.key() == Qt.Key.Key_Backtab:
                self.stepped.emit(-1)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = -1 if held & Qt.KeyboardModifier.ShiftModifier else 1
            self.entered.emit(back if held & Qt.KeyboardModifier.ControlModifier else 0)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and held & Qt.KeyboardModifier.AltModifier:
            self.ringStepped.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif not (event.matches(QKeySequence.StandardKey.Paste) and self._take(QGuiApplication.clipboard().mimeData())):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        for action in menu.actions():
            if action.objectName() == "edit-paste":
                action.triggered.disconnect()
                action.triggered.connect(self.paste_text)
        menu.exec(event.globalPos())
        menu.deleteLater()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.ignore()  # a file is for the window
        else:
            super().dragEnterEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        if not self._take(event.mimeData()):
            super().dropEvent(event)

    def paste_text(self) -> None:
        """Paste what the clipboard holds: one line here, several into the preview."""
        if not self._take(QGuiApplication.clipboard().mimeData()):
            self.paste()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focused.emit(False)

    def _take(self, data: QMimeData) -> bool:
        text = data.text() if data.hasText() else ""
        if is_chat(text):
            self.listPasted.emit(text)
            return True
        for_import = is_for_import(text)
        if len(text.splitlines()) < 2 and not for_import:
            return False
        lines = pasted_lines(text)
        if len(lines) > 1 or for_import:
            self.listPasted.emit(text)
        else:
            self.insert("".join(lines))
        return True
