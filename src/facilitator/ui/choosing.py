"""Choosing: one of several in a box, or ticking several in a menu that stays open meanwhile, and its button."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QMenu,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionViewItem,
    QStylePainter,
)

CHOICE_ROW = 30
"""The height, in pixels, of a row that a mouse or a finger has to hit."""

_LEAST = 80
_ROOM_FOR_ARROW = 14


class ChoiceBox(QComboBox):
    """A box of which the list has rows that are easy to hit."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = _Rows()
        self.setItemDelegate(self._rows)


def choice_box(options: Sequence[tuple[str, str]], name: str = "", chosen: str = "") -> ChoiceBox:
    """A box of (value, words), the one `chosen` or else the first being current; titles may be longer than the box.

    `name` is what it is called aloud, "" where a label says so.
    """
    box = ChoiceBox()
    box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setAccessibleName(name)
    for value, words in options:
        box.addItem(words, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    return box


class _Rows(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return super().sizeHint(option, index).expandedTo(QSize(0, CHOICE_ROW))


class ChoosingMenu(QMenu):
    """Stays open while its checkable actions are ticked: by Space or a click. Enter ticks nothing, it closes."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._tick()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._tick():
            super().mouseReleaseEvent(event)

    def _tick(self) -> bool:
        action = self.activeAction()
        if action is None or not action.isCheckable() or not action.isEnabled():
            return False
        action.trigger()
        return True


class ChoosingButton(QPushButton):
    """Opens `choices` with Space, Enter, Down or a click; its words end with an ellipsis where there is no room."""

    def __init__(self) -> None:
        super().__init__()
        self.choices = ChoosingMenu(self)
        self.setAutoDefault(False)
        self.setObjectName("choosing")
        self.clicked.connect(self.open)

    def open(self) -> None:
        """Show the choices below the button, the first one active."""
        offered = [each for each in self.choices.actions() if each.isCheckable()]
        if not offered:
            return
        self.choices.setActiveAction(next((each for each in offered if each.isChecked()), offered[0]))
        self.choices.setMinimumWidth(self.width())
        self.choices.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.open()
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        return QSize(_LEAST, super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        inside = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self)
        room = inside.width() - _ROOM_FOR_ARROW
        option.text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.end()
