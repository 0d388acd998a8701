"""StandingPage: how far the checklists of a program have come, a row each. For the program overview."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QTableWidgetItem, QVBoxLayout, QWidget

from facilitator.boards.standing import StandingRow, part_names, part_told
from facilitator.content.words import Words
from facilitator.ui.buttons import button
from facilitator.ui.console.rows import CellPainter
from facilitator.ui.dialogs.uncopied_table import UncopiedTable
from facilitator.ui.literal_tip import literal_tip
from facilitator.ui.plain_label import PlainLabel

_ROW = 30
_ENDS = {"board": 190, "cohort": 116, "late": 66, "next_due": 96}
_LEAST_PART, _AROUND = 110, 22
_OPEN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class StandingTable(UncopiedTable):
    """`openRequested` carries the id of the board to open."""

    openRequested = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__(0, 0)
        self._words = words
        self.ids: tuple[str, ...] = ()
        self.setAccessibleName(words("program.standings"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self._painter = CellPainter(self)
        self.setItemDelegate(self._painter)
        rows, header = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setDefaultSectionSize(_ROW)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.cellDoubleClicked.connect(lambda row, column: self.open())

    def show_rows(self, shown: Sequence[StandingRow]) -> None:
        """Show these boards; the current one stays so as long as it is among them."""
        current = self.ids[self.currentRow()] if 0 <= self.currentRow() < len(self.ids) else ""
        column, parts, words = max(self.currentColumn(), 0), part_names(shown), self._words
        heads = (*(words(f"program.standing_{each}") for each in _ENDS), *parts)
        if self._heads() != heads:
            self._put_heads(heads)
        self.ids = tuple(row.board.id for row in shown)
        self.setRowCount(len(shown))
        for number, row in enumerate(shown):
            for place, text in enumerate(self._texts(row, parts)):
                cell = QTableWidgetItem(text)
                cell.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                cell.setToolTip(literal_tip(text))
                self.setItem(number, place, cell)
        self._widen(len(parts))
        if self.ids:
            self.setCurrentCell(self.ids.index(current) if current in self.ids else 0, min(column, len(heads) - 1))

    def open(self) -> None:
        """Ask for the current board."""
        if 0 <= self.currentRow() < len(self.ids):
            self.openRequested.emit(self.ids[self.currentRow()])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPEN:
            self.open()
        else:
            super().keyPressEvent(event)

    def _heads(self) -> tuple[str, ...]:
        items = (self.horizontalHeaderItem(place) for place in range(self.columnCount()))
        return tuple(item.text() if item else "" for item in items)

    def _put_heads(self, heads: Sequence[str]) -> None:
        self.setColumnCount(len(heads))
        for place, head in enumerate(heads):
            item = QTableWidgetItem(head)
            item.setToolTip(literal_tip(head))
            self.setHorizontalHeaderItem(place, item)
        metrics = self.horizontalHeader().fontMetrics()
        for place, (wide, head) in enumerate(zip(_ENDS.values(), heads, strict=False)):  # heads of parts come after
            self.setColumnWidth(place, max(wide, metrics.horizontalAdvance(head) + _AROUND))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)

    def _widen(self, parts: int) -> None:
        """As wide as the words of each part need, so that as many parts as can be stand beside each other."""
        for place in range(len(_ENDS), len(_ENDS) + parts):
            cells = (self.item(row, place) for row in range(self.rowCount()))
            needed = max((self.fontMetrics().horizontalAdvance(cell.text()) for cell in cells if cell), default=0)
            self.setColumnWidth(place, max(needed + _AROUND, _LEAST_PART))

    def _texts(self, row: StandingRow, parts: Sequence[str]) -> list[str]:
        words = self._words
        told = {part.name: part_told(part, words) for part in row.standing.parts}
        due = row.standing.next_due
        cells = [told.get(each, "–") for each in parts]
        late = str(row.standing.late or "–")
        cohorts = ", ".join(row.cohorts) or "–"
        return [row.board.title, cohorts, late, words.short_date(due) if due else "–", *cells]


class StandingPage(QWidget):
    """The table with what can be done: `write` is called for the list."""

    def __init__(self, words: Words, write: Callable[[], object]) -> None:
        super().__init__()
        self._words = words
        self.table = StandingTable(words)
        self.open_button = button(words("program.standing_open"), self.table.open, key=words("console.key_enter"))
        self.list_button = button(words("program.write_list"), write)
        below = QHBoxLayout()
        below.addWidget(self.open_button)
        below.addStretch(1)
        below.addWidget(self.list_button)
        self._empty = PlainLabel("", "quiet", wraps=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._empty)
        layout.addLayout(below)

    @property
    def said(self) -> str:
        """How a checklist gets here, while there is none."""
        return self._empty.text()

    def show_rows(self, shown: Sequence[StandingRow]) -> None:
        """Show these boards, or that there is none."""
        self.table.show_rows(shown)
        self._empty.setText("" if shown else self._words("program.standing_empty"))
        self._empty.setVisible(not shown)
        for each in (self.open_button, self.list_button):
            each.setEnabled(bool(shown))
