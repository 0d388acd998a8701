"""BoardsList: the boards of the engagement, how full they are, and which one is on the stage."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from facilitator.content.words import Words
from facilitator.ui.console.rows import ASIDE, ON_STAGE, RowPainter

_ROW = 40


@dataclass(frozen=True, slots=True)
class BoardRow:
    """A board as the list shows it; `aside` is its count, `mark` says whether it is on the stage."""

    id: str
    title: str
    aside: str
    mark: str


class BoardsList(QListWidget):
    """Selecting a board asks for it on the canvas, Enter or a double click for it on the stage."""

    boardChosen = Signal(str)
    stageRequested = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[BoardRow, ...] = ()
        self._painter = RowPainter(_ROW)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(words("console.boards"))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(self._tell)
        self.itemDoubleClicked.connect(lambda item: self.stageRequested.emit(item.data(Qt.ItemDataRole.UserRole)))

    def show_rows(self, rows: Sequence[BoardRow], chosen: str | None) -> None:
        """Show these boards with the chosen one selected; asks for nothing."""
        self.blockSignals(True)
        if [row.id for row in rows] != [row.id for row in self._rows]:
            self.clear()
            for _ in rows:
                self.addItem(QListWidgetItem())
        for place, row in enumerate(rows):
            self._fill(self.item(place), row)
            if row.id == chosen and self.currentRow() != place:
                self.setCurrentRow(place)
        self._rows = tuple(rows)
        self.setFixedHeight(min(len(rows), 6) * _ROW + 8)
        self.blockSignals(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if item and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stageRequested.emit(item.data(Qt.ItemDataRole.UserRole))
        else:
            super().keyPressEvent(event)

    def _fill(self, item: QListWidgetItem, row: BoardRow) -> None:
        item.setText(row.title)
        item.setData(Qt.ItemDataRole.UserRole, row.id)
        item.setData(ASIDE, row.aside)
        item.setData(ON_STAGE, row.mark)
        said = ", ".join(part for part in (row.title, row.aside, row.mark) if part)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said)

    def _tell(self, item: QListWidgetItem | None) -> None:
        if item:
            self.boardChosen.emit(item.data(Qt.ItemDataRole.UserRole))
