"""NameEditor: the plain line in which an item is renamed, right on the canvas."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

_SMALLEST = 14  # pixels: however far the canvas is zoomed out, what is typed can be read
_NARROWEST = 220


class NameEditor(QLineEdit):
    """Edits one name over the item's place. It closes itself only when nothing was changed or Esc was pressed.

    `nameEntered` asks for the new name; whoever saves it closes the editor, so a refused name stays to be mended.
    """

    nameEntered = Signal(str, str)
    abandoned = Signal()

    def __init__(self, parent: QWidget, item_id: str, name: str) -> None:
        super().__init__(name, parent)
        self.item_id = item_id
        self._before = name
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setObjectName("nameEditor")
        self.selectAll()

    def place(self, around: QRect, room: QRect, text_pixels: float) -> None:
        """Lay the editor over `around` (viewport pixels), inside `room`, with text of about `text_pixels`."""
        pixels = max(_SMALLEST, round(text_pixels))
        font = self.font()
        font.setPixelSize(pixels)
        self.setFont(font)
        width = min(max(around.width() + 24, _NARROWEST), room.width())
        height = max(around.height() if around.height() < 3 * pixels else 0, pixels * 2)
        place = QRect(0, 0, width, height)
        place.moveCenter(around.center())
        place.moveLeft(max(room.left(), min(place.left(), room.right() - width)))
        place.moveTop(max(room.top(), min(place.top(), room.bottom() - height)))
        self.setGeometry(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.abandoned.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.commit()  # and the key goes no further: on the canvas it would mean something else
        else:
            super().keyPressEvent(event)
            event.accept()  # arrows that mean nothing in a line mean something below it

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Going elsewhere keeps what was typed, just as Enter does; a popup or another window is not elsewhere."""
        super().focusOutEvent(event)
        if event.reason() in (
            Qt.FocusReason.MouseFocusReason,
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
            Qt.FocusReason.ShortcutFocusReason,
        ):
            self.commit()

    def commit(self) -> None:
        """Ask to save the name; an unchanged one is abandoned."""
        if self.text().strip() == self._before.strip():
            self.abandoned.emit()
        else:
            self.nameEntered.emit(self.item_id, self.text())
