"""Choosing: one of several in a box, or ticking several in a menu that stays open meanwhile, and its button."""

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QMenu,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStyleOptionViewItem,
    QStylePainter,
)

from facilitator.content.naming import bared

CHOICE_ROW = 30
"""The height, in pixels, of a row that a mouse or a finger has to hit."""

BETWEEN = " · "
"""Stands between whose something is and what it is called."""

_PAUSE = 1500
"""Milliseconds after which typing looks for another word."""
_LEAST = 80
_ROOM_FOR_ARROW = 14


class ChoiceBox(QComboBox):
    """A box of which the list has rows that are easy to hit.

    What is typed finds the next choice in which it stands anywhere, accents and capitals left aside; in the box and
    in its open list. Where a word is being typed, a space belongs to it. What has no room is cut at its end, or
    where it `names_first` whose something is ("Winter B · 2 Feb · Half day 1"), in the middle of that if it must; its
    open list is then as wide as its rows.
    """

    def __init__(self, *, names_first: bool = False) -> None:
        super().__init__()
        self._names_first = names_first
        self._rows = _Rows()
        self.setItemDelegate(self._rows)
        self._typed, self._from, self._pause = "", 0, QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._list = self.view()
        self._list.installEventFilter(self)

    @property
    def shown(self) -> str:
        """What of the current choice there is room for, with an ellipsis where it is cut."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width()
        text, metrics, cut = option.currentText, self.fontMetrics(), Qt.TextElideMode.ElideRight
        whose = text.rpartition(BETWEEN)[0]
        if self._names_first and metrics.horizontalAdvance(f"{whose}{BETWEEN}…") > room:
            cut = Qt.TextElideMode.ElideMiddle
        return metrics.elidedText(text, cut, room - 2)

    def showPopup(self) -> None:
        if self._names_first:
            room = self.screen().availableSize().width() // 2
            self._list.setMinimumWidth(min(self._list.sizeHintForColumn(0) + _ROOM_FOR_ARROW, room))
        super().showPopup()

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self.shown
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._find(event, self.currentIndex(), self._choose):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._list and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            model, column = self.model(), self.modelColumn()
            row = self._list.currentIndex().row()
            if self._find(event, row, lambda place: self._list.setCurrentIndex(model.index(place, column))):
                return True
        return super().eventFilter(watched, event)

    def _find(self, event: QKeyEvent, now: int, choose: Callable[[int], object]) -> bool:
        """Whether this was a letter of what is looked for, from the choice on that is the current one now."""
        letter, typed = event.text(), self._typed if self._pause.isActive() else ""
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if held or not letter.isprintable() or not letter or (letter.isspace() and not typed):
            return False
        self._typed, self._from = typed + letter, self._from if typed else now
        self._pause.start()
        start, count = self._from + (not typed), self.count()
        order = [(start + step) % count for step in range(count)]
        wanted = re.escape(bared(self._typed))
        texts = [bared(self.itemText(place)) for place in range(count)]
        for fits in (f"^{wanted}", rf"\b{wanted}", wanted):  # the whole of it, a word of it, or the middle of a word
            found = [place for place in order if re.search(fits, texts[place])]
            if found:
                choose(found[0])
                break
        return True

    def _choose(self, place: int) -> None:
        if place != self.currentIndex():
            self.setCurrentIndex(place)
            self.activated.emit(place)


def choice_box(
    options: Sequence[tuple[str, str]],
    name: str = "",
    chosen: str = "",
    *,
    names_first: bool = False,
) -> ChoiceBox:
    """A box of (value, words), the one `chosen` or else the first being current; titles may be longer than the box.

    `name` is what it is called aloud, "" where a label says so.
    """
    box = ChoiceBox(names_first=names_first)
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
