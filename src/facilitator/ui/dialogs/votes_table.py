"""VotesTable: messages about a vote as rows, with what each comes to."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from facilitator.content.words import Words
from facilitator.exchange.chat.lines import single
from facilitator.ui import style
from facilitator.ui.typed_text import typed_text
from facilitator.workshop.votes import VoteLine

_CELL = 300
_MARKS = "0123456abcdefABCDEF"
_TIME, _NAME, _TEXT, _COMES_TO = range(4)
_COLUMNS = ("time", "name", "typed", "comes_to")
_COLOURS = {"taken": style.INK, "unclear": style.INK, "over": style.RED, "unknown": style.RED}


class VotesTable(QTableWidget):
    """Names stand in amber; what does not count is grey, what is wrong red.

    `space` hears of that key, `settle` of a number from 0 to 6 or a letter from A to F; Del and Backspace are a 0.
    """

    def __init__(self, words: Words, space: Callable[[], object], settle: Callable[[str], object]) -> None:
        super().__init__(0, len(_COLUMNS))
        self._space, self._settle = space, settle
        self.setAccessibleName(words("poll.votes_table"))
        self.setHorizontalHeaderLabels([words(f"poll.column_{name}") for name in _COLUMNS])
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        for column, width in ((_TIME, 84), (_NAME, 160)):
            self.setColumnWidth(column, width)
        for column in (_TEXT, _COMES_TO):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)

    def show_line(self, row: int, line: VoteLine, told: str, counts: VoteLine | None) -> None:
        """Fill a row; `counts` is None for a line before the first that counts."""
        colour = _COLOURS.get(counts.verdict, style.QUIET) if counts else style.FAINT
        for column, text in enumerate((line.said_at, line.person, single(line.text[:_CELL]), told)):
            cell = QTableWidgetItem(text)
            cell.setForeground(QColor(style.AMBER if column == _NAME and counts else colour))
            self.setItem(row, column, cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        mark = typed_text(event)
        if event.key() == Qt.Key.Key_Space:
            self._space()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._settle("0")
        elif mark and mark in _MARKS:
            self._settle(mark)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()  # it is for the button that takes the votes
        else:
            super().keyPressEvent(event)
