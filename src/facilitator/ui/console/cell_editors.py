"""The editors that open over a cell of the table, one for each form of a field."""

from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from facilitator.boards.described import Field
from facilitator.content.words import Words
from facilitator.ui.choosing import CHOICE_ROW
from facilitator.ui.console.cell_texts import chosen_by
from facilitator.ui.editors import LineField, TextField
from facilitator.ui.typed_text import typed_text

_VALUE = Qt.ItemDataRole.UserRole
_TEXT_SIZE = QSize(300, 110)
_CHOICE_WIDTH, _MOST_CHOICES = 210, 12
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NOT_ELSEWHERE = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class _CellWidget(Protocol):
    """What each editor is besides a widget; the size is what it wants over a cell of that size."""

    def begin(self, typed: str | None) -> None: ...
    def value(self) -> str: ...
    def wanted(self, cell: QSize) -> QSize: ...


class LineCell(LineField):
    """A line of text or a date."""

    def __init__(self, field: Field, words: Words) -> None:
        super().__init__()
        self.setText(field.value)
        if field.form == "date":
            self.setPlaceholderText(words("console.date_form"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        event.accept()  # what means nothing here must not mean something in the table below

    def begin(self, typed: str | None) -> None:
        if typed is None:
            self.selectAll()
        else:
            self.setText(typed)
            self.setModified(True)

    def value(self) -> str:
        return self.text()

    def wanted(self, cell: QSize) -> QSize:
        return cell


class TextCell(TextField):
    """Several lines of text; Shift or Alt with Enter begins another one."""

    def __init__(self, field: Field, words: Words) -> None:
        super().__init__()
        self.setPlainText(field.value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        event.accept()  # what means nothing here must not mean something in the table below

    def begin(self, typed: str | None) -> None:
        if typed is None:
            self.selectAll()
        else:
            self.selectAll()
            self.insertPlainText(typed)

    def value(self) -> str:
        return self.toPlainText()

    def wanted(self, cell: QSize) -> QSize:
        return cell.expandedTo(_TEXT_SIZE)


class ListCell(QListWidget):
    """All choices: arrows or letters go to one, which Enter takes; of a "many", Space or a click ticks them.

    What is typed is the beginning of a choice, of one of its words, or of its value. `unmatched` tells what was typed
    where no choice begins so: the choice before stays, and Backspace takes the last letter back until `matched`.
    """

    clicked_through = Signal()
    unmatched = Signal(str)
    matched = Signal()

    def __init__(self, field: Field, words: Words) -> None:
        super().__init__()
        self._several = field.form == "many"
        chosen = field.value.split() if self._several else [field.value]
        known = [value for value, _ in field.choices]
        self._kept = [value for value in chosen if value and value not in known]
        others = [] if self._several else [(value, value) for value in self._kept]
        for value, text in (*others, *field.choices):
            row = QListWidgetItem(text, self)
            row.setData(_VALUE, value)
            row.setSizeHint(QSize(0, CHOICE_ROW))
            if self._several:
                row.setCheckState(Qt.CheckState.Checked if value in chosen else Qt.CheckState.Unchecked)
            if value in chosen and self.currentRow() < 0:
                self.setCurrentItem(row)
        if self.currentRow() < 0:
            self.setCurrentRow(0)
        self._pressed = Qt.CheckState.Unchecked
        self._first = self.currentRow()
        self._typed = ""
        self.itemPressed.connect(self._remember)
        self.itemClicked.connect(self._take)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = typed_text(event) or (" " if self._typed and event.key() == Qt.Key.Key_Space else "")
        if text:
            self._look_for(self._typed + text)
        elif self._typed and event.key() == Qt.Key.Key_Backspace:
            self._look_for(self._typed[:-1])
        elif event.key() != Qt.Key.Key_Shift:
            self._typed = ""
            super().keyPressEvent(event)
        event.accept()  # what means nothing here must not mean something in the table below

    def begin(self, typed: str | None) -> None:
        if typed:
            self._look_for(typed)

    def _look_for(self, typed: str) -> None:
        self._typed = typed
        texts = [(self.item(row).text(), str(self.item(row).data(_VALUE))) for row in range(self.count())]
        found = chosen_by(typed, texts)
        self.setCurrentRow(self._first if found is None or not typed else found)
        if found is None:
            self.unmatched.emit(typed)
        else:
            self.matched.emit()

    def value(self) -> str:
        if not self._several:
            current = self.currentItem()
            return str(current.data(_VALUE)) if current else ""
        rows = [self.item(row) for row in range(self.count())]
        ticked = [str(row.data(_VALUE)) for row in rows if row.checkState() == Qt.CheckState.Checked]
        return " ".join([*ticked, *self._kept])

    def _remember(self, row: QListWidgetItem) -> None:
        self._pressed = row.checkState()

    def _take(self, row: QListWidgetItem) -> None:
        if not self._several:
            self.clicked_through.emit()
        elif row.checkState() == self._pressed:  # beside the box; a click on it has ticked already
            ticked = self._pressed == Qt.CheckState.Checked
            row.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)

    def wanted(self, cell: QSize) -> QSize:
        return cell.expandedTo(QSize(_CHOICE_WIDTH, min(self.count(), _MOST_CHOICES) * CHOICE_ROW + 6))


class CellEditing(QObject):
    """One cell being edited, in a widget over it that is a child of `room`.

    `left` says that what was typed is to be saved and which way to go on: "" nowhere, "down", "next", "back".
    `abandoned` says that it is not wanted, `unmatched` and `matched` whether what is typed begins a choice. Nothing
    closes by itself: whoever saves it calls `close`.
    """

    left = Signal(str)
    abandoned = Signal()
    unmatched = Signal(str)
    matched = Signal()

    def __init__(self, room: QWidget, item_id: str, field: Field, name: str, words: Words) -> None:
        super().__init__(room)
        self.item_id, self.key, self.form = item_id, field.key, field.form
        made: LineCell | TextCell | ListCell
        if field.form in ("choice", "many"):
            made = ListCell(field, words)
            made.clicked_through.connect(lambda: self.left.emit(""))
            made.unmatched.connect(self.unmatched)
            made.matched.connect(self.matched)
        else:
            made = TextCell(field, words) if field.form == "text" else LineCell(field, words)
            made.textChanged.connect(self.matched)  # what is typed now was not refused yet
        self.widget: QWidget = made
        self._cell: _CellWidget = made
        made.setParent(room)
        made.setObjectName("cell")
        made.setAccessibleName(name)
        made.installEventFilter(self)
        self._before = self.value()
        self.wrong = False
        self.missed = False  # whether what was typed begins no choice

    def value(self) -> str:
        """What is typed or chosen now."""
        return self._cell.value()

    def changed(self) -> bool:
        """Whether that is something else than there was at first."""
        return self.value() != self._before

    def begin(self, typed: str | None) -> None:
        """Take the focus; `typed` takes the place of what there was, or looks for a choice that begins so."""
        self._cell.begin(typed)
        self.widget.show()
        self.widget.raise_()
        self.widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self, cell: QRect, room: QRect) -> None:
        """Lay the editor over its cell, larger where it needs to be, but inside `room`."""
        area = QRect(cell.topLeft(), self._cell.wanted(cell.size()).boundedTo(room.size()))
        area.moveLeft(max(room.left(), min(area.left(), room.right() - area.width())))
        area.moveTop(max(room.top(), min(area.top(), room.bottom() - area.height())))
        self.widget.setGeometry(area)

    def mark(self, problem: str) -> None:
        """Show that it was refused; `problem` says why."""
        self.wrong = bool(problem)
        self.widget.setProperty("wrong", self.wrong)
        self.widget.style().polish(self.widget)
        self.widget.setAccessibleDescription(problem)

    def be_silent(self) -> None:
        """Ask for nothing more, also when the focus is lost."""
        self.widget.removeEventFilter(self)

    def close(self) -> None:
        """Take the editor away."""
        self.widget.hide()
        self.widget.deleteLater()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _NOT_ELSEWHERE:
            self.left.emit("")
        return False

    def _key(self, event: QKeyEvent) -> bool:
        key, held = event.key(), event.modifiers()
        new_line = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier
        if key == Qt.Key.Key_Escape:
            self.abandoned.emit()
        elif key in _ENTER and held & new_line and isinstance(self.widget, TextCell):
            self.widget.insertPlainText("\n")
        elif key in _ENTER:
            self.left.emit("down")
        elif key == Qt.Key.Key_Tab:
            self.left.emit("next")
        elif key == Qt.Key.Key_Backtab:
            self.left.emit("back")
        else:
            return False
        return True
