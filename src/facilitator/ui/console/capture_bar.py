"""CaptureBar: the line in which what people say becomes items, without a mouse."""

from collections.abc import Sequence

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
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from facilitator.boards.described import ItemGroup
from facilitator.content.words import Words
from facilitator.ui.console.pasted import is_chat, is_for_import, pasted_lines
from facilitator.ui.editors import LineField, asks_for_undo
from facilitator.ui.plain_label import PlainLabel


class CaptureLine(LineField):
    """The text field itself: Tab goes through the groups, several pasted lines become a list to look at first."""

    stepped = Signal(int)
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
        if event.key() == Qt.Key.Key_Escape:
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


class CaptureBar(QWidget):
    """Asks for what a line says; the text stays until it is told that the line was taken."""

    lineEntered = Signal(str, str)
    listPasted = Signal(str, str)
    left = Signal()
    groupChanged = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._groups: tuple[ItemGroup, ...] = ()
        self._place = 0
        self.line = CaptureLine()
        self.line.setAccessibleName(words("console.capture_line"))
        self.line.setPlaceholderText(words("console.capture_placeholder"))
        self.line.returnPressed.connect(self._enter)
        self.line.stepped.connect(self.step)
        self.line.left.connect(self.left)
        self.line.listPasted.connect(lambda text: self.listPasted.emit(text, self.group))
        self._group = QToolButton()
        self._group.setObjectName("group")
        self._group.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._group.setMenu(QMenu(self._group))
        self._frame = QFrame()
        self._frame.setObjectName("captureBar")
        self.line.focused.connect(self._show_focus)
        self.line.textEdited.connect(lambda _: self._say("", "good"))
        row = QHBoxLayout(self._frame)
        row.setContentsMargins(8, 3, 12, 3)
        row.setSpacing(2)
        row.addWidget(self._group)
        row.addWidget(self.line, 1)
        row.addWidget(PlainLabel(words("console.capture_keys"), "small"))
        self._message = PlainLabel("", "problem", wraps=True)
        self._message.setMinimumHeight(22)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(self._frame)
        layout.addWidget(self._message)

    @property
    def group(self) -> str:
        """The id of the group that a line goes to unless it says otherwise; "" where the board has none."""
        return self._groups[self._place].id if self._groups else ""

    @property
    def message(self) -> str:
        """What is said below the line."""
        return self._message.text()

    def show_groups(self, groups: Sequence[ItemGroup]) -> None:
        """Offer these groups; the chosen one stays if it is among them."""
        chosen = self.group
        self._groups = tuple(groups)
        ids = [group.id for group in groups]
        self._place = ids.index(chosen) if chosen in ids else 0
        menu = self._group.menu()
        menu.clear()
        for place, group in enumerate(groups):
            menu.addAction(group.name.replace("&", "&&")).triggered.connect(
                lambda checked=False, place=place: self._choose(place)
            )
        self._show_group()

    def begin(self, group: str) -> None:
        """Go to the line, with this group chosen where it is among those on offer."""
        ids = [each.id for each in self._groups]
        self._choose(ids.index(group) if group in ids else self._place)

    def step(self, by: int) -> None:
        """Go to the next group, or with -1 to the one before."""
        if self._groups:
            self._choose((self._place + by) % len(self._groups))

    def take(self, said: str) -> None:
        """The line was taken: empty it and say so."""
        self.line.clear()
        self.line.setModified(False)
        self._say(said, "good")

    def refuse(self, problem: str, column: int | None) -> None:
        """The line can't be read: say why, keep the text, and put the caret at `column` (from 1) if it is known."""
        self._say(problem, "problem")
        if column is not None:
            self.line.setCursorPosition(min(column - 1, len(self.line.text())))
        self.line.setFocus()

    def say(self, text: str, *, problem: bool) -> None:
        """Say something brief below the line."""
        self._say(text, "problem" if problem else "good")

    def _enter(self) -> None:
        text = self.line.text()
        lines = pasted_lines(text)
        if len(lines) > 1:  # they came in by a way that has no paste event
            self.listPasted.emit(text, self.group)
            return
        if lines and len(text.splitlines()) > 1:
            self.line.setText(lines[0])
        if self.line.text().strip():
            self.lineEntered.emit(self.line.text(), self.group)

    def _choose(self, place: int) -> None:
        self._place = place
        self._show_group()
        self.line.setFocus()

    def _show_group(self) -> None:
        name = self._groups[self._place].name if self._groups else ""
        text = self._words("console.add_to", group=name) if name else self._words("console.add")
        self._group.setText(text.replace("&", "&&"))
        self._group.setAccessibleName(text)
        self._group.setEnabled(bool(self._groups))
        self.line.setAccessibleDescription(text)
        self.groupChanged.emit()

    def _say(self, text: str, role: str) -> None:
        self._message.setText(text)
        if self._message.objectName() != role:
            self._message.setObjectName(role)
            self._message.style().polish(self._message)

    def _show_focus(self, focused: bool) -> None:
        self._frame.setProperty("focused", focused)
        self._frame.style().polish(self._frame)
