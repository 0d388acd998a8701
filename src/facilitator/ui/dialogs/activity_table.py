"""ActivityTable: what there is to do in a lesson, in order."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidgetItem

from facilitator.content.words import Words
from facilitator.learning.lesson_rows import ActivityRow
from facilitator.ui.console.rows import CellPainter
from facilitator.ui.dialogs.uncopied_table import UncopiedTable
from facilitator.ui.literal_tip import literal_tip

_COLUMNS = ("number", "what", "minutes", "track", "proof")
_WIDTHS = {"number": 40, "minutes": 72, "track": 110, "proof": 150}
_ROW = 27
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ActivityTable(UncopiedTable):
    """Enter or F2 edits one, Ins adds one, Del withdraws it or offers it again, Alt+↑ ↓ moves it."""

    editRequested = Signal()
    addRequested = Signal()
    turned = Signal()
    moved = Signal(int)

    def __init__(self, words: Words) -> None:
        super().__init__(0, len(_COLUMNS))
        self._words = words
        self.rows: tuple[ActivityRow, ...] = ()
        self.setAccessibleName(words("lesson.activities"))
        self.setHorizontalHeaderLabels([words(f"lesson.head_{column}") for column in _COLUMNS])
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self._painter = CellPainter(self)
        self.setItemDelegate(self._painter)
        heads, header = self.verticalHeader(), self.horizontalHeader()
        heads.hide()
        heads.setDefaultSectionSize(_ROW)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(_COLUMNS.index("what"), QHeaderView.ResizeMode.Stretch)
        for column, name in enumerate(_COLUMNS):
            if name in _WIDTHS:
                self.setColumnWidth(column, _WIDTHS[name])
        self.cellDoubleClicked.connect(lambda row, column: self.editRequested.emit())

    @property
    def current(self) -> ActivityRow | None:
        """The one that is chosen."""
        row = self.currentRow()
        return self.rows[row] if 0 <= row < len(self.rows) else None

    def show_activities(self, rows: Sequence[ActivityRow]) -> None:
        """Show these; the current one stays so, and a new one becomes it."""
        before, current = {each.id for each in self.rows}, self.current.id if self.current else ""
        self.rows = tuple(rows)
        self.setRowCount(len(rows))
        for place, row in enumerate(rows):
            for column, text in enumerate(self._texts(row)):
                cell = QTableWidgetItem(text)
                cell.setToolTip(literal_tip(row.text))
                self.setItem(place, column, cell)
        ids = [each.id for each in rows]
        new = [each for each in ids if each not in before] if before and set(ids) & before else []
        wanted = new[-1] if new else current
        if rows:
            self.setCurrentCell(ids.index(wanted) if wanted in ids else 0, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _ENTER:
            self.editRequested.emit()
        elif key == Qt.Key.Key_Insert:
            self.addRequested.emit()
        elif key == Qt.Key.Key_Delete:
            self.turned.emit()
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and key in _MOVES:
            self.moved.emit(_MOVES[Qt.Key(key)])
        else:
            super().keyPressEvent(event)

    def _texts(self, row: ActivityRow) -> tuple[str, ...]:
        words = self._words
        what = words("lesson.core_named", what=row.heading) if row.core else row.heading
        if row.withdrawn:
            what = words("lesson.withdrawn_named", what=row.heading)
        track = row.track or words("lesson.all_tracks")
        return (str(row.number), what, words("lesson.minutes", count=row.minutes), track, row.proof)
