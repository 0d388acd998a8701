"""BoardsList: the boards of the engagement, how full they are, and which one is on the stage."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy

from facilitator.content.words import Words
from facilitator.domain.engagement import Board, Person
from facilitator.ui.console.rows import ASIDE, ON_STAGE, PRIVATE, RowPainter
from facilitator.ui.desk import Desk
from facilitator.ui.literal_tip import literal_tip

_ROW, _FRAME = 40, 8
_MOST, _MOST_LOW = 6, 2.5
"""How many rows are shown before it scrolls, and how many in a low window."""
_LEAST = 68
"""A row and a half: the half one tells that there are more."""


@dataclass(frozen=True, slots=True)
class BoardRow:
    """A board as the list shows it; `aside` is its count, `mark` says whether it is on the stage.

    `private` is who answers on it, "" where it asks nobody.
    """

    id: str
    title: str
    aside: str
    mark: str
    private: str = ""


def board_rows(desk: Desk, *, named: bool = True) -> list[BoardRow]:
    """All boards as the list shows them, in its order; unless `named` nobody is."""
    return [_row(desk, board, named=named) for board in desk.boards()]


class BoardsList(QListWidget):
    """Selecting a board asks for it on the canvas, Enter or a double click for it on the stage."""

    boardChosen = Signal(str)
    stageRequested = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._rows: tuple[BoardRow, ...] = ()
        self._most: float = _MOST
        self._painter = RowPainter(_ROW)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(words("console.boards"))
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
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
        self.updateGeometry()
        self.blockSignals(False)

    def show_low(self, *, low: bool) -> None:
        """Leave more room to the agenda below, or less."""
        self._most = _MOST_LOW if low else _MOST
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), round(min(len(self._rows), self._most) * _ROW) + _FRAME)

    def minimumSizeHint(self) -> QSize:
        """In a low window it scrolls, so that the agenda below it has room, too."""
        return QSize(super().minimumSizeHint().width(), min(self.sizeHint().height(), _LEAST))

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
        item.setData(PRIVATE, "" if row.mark else row.private)  # the title needs its room
        item.setToolTip(literal_tip(f"{row.title} · {row.private}") if row.private else "")
        said = ", ".join(part for part in (row.title, row.private, row.aside, row.mark) if part)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said)

    def _tell(self, item: QListWidgetItem | None) -> None:
        if item:
            self.boardChosen.emit(item.data(Qt.ItemDataRole.UserRole))


def _row(desk: Desk, board: Board, *, named: bool) -> BoardRow:
    kind, view = desk.kind(board.id), desk.view(board.id)
    first = next(iter(kind.counts(view).values()), None)
    mark = desk.stage_mark(board.id)
    status = "" if mark else kind.status(view, desk.words)  # the title needs its room
    aside = (status, "" if first is None else str(first))
    person = desk.document.find(Person, kind.respondent(desk.document, board.id) or "") if named else None
    return BoardRow(board.id, board.title, " · ".join(filter(None, aside)), mark, person.name if person else "")
