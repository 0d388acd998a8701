"""BoardsList: the boards of the engagement, how full they are, and which one is on the stage."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy

from facilitator.content.words import Words
from facilitator.domain.engagement import Board, Person
from facilitator.ui.console.rows import ASIDE, ON_STAGE, PRIVATE, RowPainter
from facilitator.ui.desk import Desk
from facilitator.ui.literal_tip import literal_tip
from facilitator.workshop.one_to_ones import boards_between_two

_ROW, _ROW_LOW, _FRAME = 40, 34, 8
"""The height of a row in pixels, also in a low window, and of what is around them."""
_MOST, _MOST_LOW = 6, 4.5
"""How many rows are shown before it scrolls, and how many in a low window: the half one tells that there are more."""
_LEAST = 1.5
"""How many rows are left where there is room for no more."""


@dataclass(frozen=True, slots=True)
class BoardRow:
    """A board as the list shows it; `aside` is its count, `mark` says whether it is on the stage.

    `private` is who answers on it, or with whom alone it is worked on, "" where it is nobody's.
    """

    id: str
    title: str
    aside: str
    mark: str
    private: str = ""


def board_rows(desk: Desk, *, named: bool = True) -> list[BoardRow]:
    """All boards as the list shows them, in its order; unless `named` nobody is."""
    between_two = boards_between_two(desk.document) if named else {}
    return [_row(desk, board, between_two.get(board.id, frozenset()), named=named) for board in desk.boards()]


class BoardsList(QListWidget):
    """Selecting a board asks for it on the canvas, Enter or a double click goes on with it there."""

    boardChosen = Signal(str)
    openRequested = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._rows: tuple[BoardRow, ...] = ()
        self._most: float = _MOST
        self._row = _ROW
        self._painters = {height: RowPainter(height) for height in (_ROW, _ROW_LOW)}
        self.setItemDelegate(self._painters[_ROW])
        self.setAccessibleName(words("console.boards"))
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)  # else there is nothing below the last row
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(self._tell)
        self.itemDoubleClicked.connect(lambda item: self.openRequested.emit(item.data(Qt.ItemDataRole.UserRole)))

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
                self._bring_into_sight()
        self._rows = tuple(rows)
        self.updateGeometry()
        self.blockSignals(False)

    def show_low(self, *, low: bool) -> None:
        """Leave more room to the agenda below, or less."""
        self._most, self._row = (_MOST_LOW, _ROW_LOW) if low else (_MOST, _ROW)
        self.setItemDelegate(self._painters[self._row])
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height_of(self._most))

    def minimumSizeHint(self) -> QSize:
        """In a low window it scrolls, so that the agenda below it has room, too."""
        return QSize(super().minimumSizeHint().width(), self._height_of(_LEAST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._bring_into_sight()

    def _height_of(self, rows: float) -> int:
        """How many pixels so many rows need, or all where there are fewer."""
        return round(min(len(self._rows), rows) * self._row) + _FRAME

    def _bring_into_sight(self) -> None:
        """Scroll to the current board, with the one before and after it where there is room: they are reached next."""
        current = self.currentRow()
        for place in (current - 1, current + 1, current):
            if 0 <= place < self.count():
                self.scrollToItem(self.item(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if item and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.openRequested.emit(item.data(Qt.ItemDataRole.UserRole))
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


def _row(desk: Desk, board: Board, people: Collection[str], *, named: bool) -> BoardRow:
    kind, view = desk.kind(board.id), desk.view(board.id)
    first = next(iter(kind.counts(view).values()), None)
    mark = desk.stage_mark(board.id)
    status = "" if mark else kind.status(view, desk.words)  # the title needs its room
    aside = (status, "" if first is None else str(first))
    document = desk.document
    theirs = [its_id] if (its_id := kind.respondent(document, board.id)) else people
    found = [document.find(Person, each) for each in theirs] if named else []
    private = ", ".join(sorted(person.name for person in found if person))
    return BoardRow(board.id, board.title, " · ".join(filter(None, aside)), mark, private)
