"""OutcomeList: what came out of a session, row by row under headings, worked on by keys."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyleOptionViewItem

from facilitator.content.words import Words
from facilitator.domain.outcome import OUTCOME_KINDS
from facilitator.ui import style
from facilitator.ui.console.chat_rows import DEALT_WITH, FATE, WHO, ChatRowPainter
from facilitator.ui.console.outcome_texts import OutcomeSection
from facilitator.ui.typed_text import typed_text

ID = Qt.ItemDataRole.UserRole + 3
"""The id of a row's outcome; a heading has none."""

_HEADING = 30
_Index = QModelIndex | QPersistentModelIndex


class OutcomeList(QListWidget):
    """Space confirms what is picked, or takes that back; Enter and F2 edit, Del removes, 1 to 4 change the kind.

    Several rows can be picked. Every signal carries the ids of those, `editAsked` that of the current row.
    """

    confirmAsked = Signal(tuple)
    unconfirmAsked = Signal(tuple)
    editAsked = Signal(str)
    removeAsked = Signal(tuple)
    moveAsked = Signal(tuple, str)
    turned = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._painter = _Painter()
        self.setItemDelegate(self._painter)
        self.setAccessibleName(words("outcome.list"))
        self.setMouseTracking(True)
        self.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.itemDoubleClicked.connect(lambda item: self.editAsked.emit(item.data(ID) or ""))
        self.itemSelectionChanged.connect(lambda: self.turned.emit())

    @property
    def picked(self) -> tuple[str, ...]:
        """The ids of what is picked, from top to bottom, each once."""
        rows = sorted(self.row(item) for item in self.selectedItems())
        return tuple(dict.fromkeys(self.item(row).data(ID) for row in rows))

    @property
    def open_ones(self) -> tuple[str, ...]:
        """The ids of what is picked and still to be confirmed."""
        waiting = {item.data(ID) for item in self.selectedItems() if not item.data(DEALT_WITH)}
        return tuple(each for each in self.picked if each in waiting)

    def show_sections(self, sections: Sequence[OutcomeSection]) -> None:
        """Show these; what is picked stays so, or the row that comes to its place is."""
        picked, place = self.picked, self.currentRow()
        self.blockSignals(True)
        self.clear()
        for section in sections:
            head = QListWidgetItem(section.heading)
            head.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addItem(head)
            for row in section.rows:
                item = QListWidgetItem(row.text)
                item.setData(ID, row.id)
                item.setData(WHO, row.head)
                item.setData(FATE, row.mark)
                item.setData(DEALT_WITH, row.confirmed)
                said = self._words("outcome.said", head=row.head, text=row.text, mark=row.mark)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
                self.addItem(item)
        if not self.pick(picked):
            self._go_near(place if place >= 0 else self._first_open())
        self.blockSignals(False)
        self.turned.emit()

    def pick(self, ids: Sequence[str]) -> bool:
        """Pick the rows of these outcomes, each where it stands first; returns whether there is any."""
        places = self._places()
        rows = [places[each] for each in ids if each in places]
        if rows:
            self.setCurrentRow(rows[0], QItemSelectionModel.SelectionFlag.ClearAndSelect)
            for row in rows[1:]:
                self.setCurrentRow(row, QItemSelectionModel.SelectionFlag.Select)
        return bool(rows)

    def confirm(self) -> None:
        """Confirm what is picked; where all of it is confirmed, take that back."""
        if self.open_ones:
            self.confirmAsked.emit(self.open_ones)
        elif self.picked:
            self.unconfirmAsked.emit(self.picked)

    def begin_edit(self) -> None:
        """Ask for the form of the current row."""
        item = self.currentItem()
        if item is not None and item.data(ID):
            self.editAsked.emit(item.data(ID))

    def remove(self) -> None:
        """Remove what is picked."""
        if self.picked:
            self.removeAsked.emit(self.picked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text, key = typed_text(event), event.key()
        if key == Qt.Key.Key_Space:
            self.confirm()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.begin_edit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove()
        elif text in ("1", "2", "3", "4"):
            if self.picked:
                self.moveAsked.emit(self.picked, OUTCOME_KINDS[int(text) - 1])
        elif text:
            event.ignore()  # letters are for the capture bar, not for looking a row up
        else:
            super().keyPressEvent(event)

    def moveCursor(self, action: QListWidget.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Where a key leads: never onto a heading, but to the row below it."""
        found = super().moveCursor(action, modifiers)
        on_heading = found.isValid() and not found.data(ID)
        return found.siblingAtRow(found.row() + 1) if on_heading else found

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def _places(self) -> dict[str, int]:
        """The row of each outcome, the first one where it has several."""
        rows = range(self.count() - 1, -1, -1)
        return {self.item(row).data(ID): row for row in rows if self.item(row).data(ID)}

    def _first_open(self) -> int:
        """The first row that is to be confirmed, else the first one."""
        rows = [row for row in range(self.count()) if self.item(row).data(ID)]
        return next((row for row in rows if not self.item(row).data(DEALT_WITH)), 0)

    def _go_near(self, place: int) -> None:
        rows = sorted(self._places().values())
        if rows:
            self.setCurrentRow(min(rows, key=lambda row: abs(row - place)))


class _Painter(ChatRowPainter):
    """Rows like those of the chat, nothing of them private, under headings."""

    def __init__(self) -> None:
        super().__init__(head=style.INK, waits=style.CHOSEN_EDGE)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return super().sizeHint(option, index) if index.data(ID) else QSize(80, _HEADING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        if index.data(ID):
            super().paint(painter, option, index)
            return
        font = QFont(option.font)
        font.setPixelSize(style.SMALL_PIXELS)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(style.QUIET))
        flags = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
        room = option.rect.adjusted(4, 0, -4, -4)
        heading = painter.fontMetrics().elidedText(
            str(index.data(Qt.ItemDataRole.DisplayRole)), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, flags, heading)
