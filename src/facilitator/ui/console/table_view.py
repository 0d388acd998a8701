"""TableView: the cells of a board on the screen, and what keys and mouse mean there. It asks, it never edits."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from facilitator.content.words import Words
from facilitator.ui.console.cell_editors import CellEditing
from facilitator.ui.console.rows import CellPainter
from facilitator.ui.console.table_keys import TableKeys
from facilitator.ui.console.table_model import DRAFT, TableModel
from facilitator.ui.console.table_typing import TableTyping

_ROW = 30
_CODES, _NAMES = 58, 190  # widths of the rows' heads
_WIDTHS = {"date": 112, "choice": 172, "many": 180, "text": 230, "told": 260}
_WIDTH = 150
_NAME_WIDTH = 210
_STEPS = {"down": (1, 0), "next": (0, 1), "back": (0, -1)}

_Cell = tuple[int, int]


class TableView(QTableView):
    """Arrows and Tab go from cell to cell; Enter, F2 or typing edits; for the rest see `TableKeys`.

    `picked` carries the ids of the items with a selected cell, the current one last. `entered` carries item, key and
    value: whoever saved it calls `finish_edit`, whoever refused it `keep_edit`; `mended` says that what was refused is
    not wanted any more. `nameEntered` carries the name and the group of a new item. Clearing and pasting are asked for
    with cells as (row, column), the upper left one first.
    """

    picked = Signal(tuple)
    entered = Signal(str, str, str)
    nameEntered = Signal(str, str)
    deleteRequested = Signal(tuple)
    clearRequested = Signal(list)
    copyRequested = Signal(list)
    pasteRequested = Signal(list)
    refused = Signal(str)
    mended = Signal()
    sortRequested = Signal(int)
    turnRequested = Signal(int)
    leftByKey = Signal()

    def __init__(self, model: TableModel, words: Words) -> None:
        super().__init__()
        self.cells = model
        self._words = words
        self._typing = TableTyping(self, words)
        self._keys = TableKeys(self)
        self._telling = True
        self._left_at: tuple[str, str] | None = None
        self.setModel(model)
        self.setItemDelegate(CellPainter(self))
        self.setAccessibleName(words("console.table"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self._set_up_heads()
        self.horizontalScrollBar().valueChanged.connect(self._fit_heads)
        self.selectionModel().selectionChanged.connect(lambda *_: self._tell())
        self.selectionModel().currentChanged.connect(lambda *_: self._tell())
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._begin_anew)
        model.rowsRemoved.connect(lambda *_: self._typing.end_of_gone())

    # --- what is picked ---

    def ids(self) -> tuple[str, ...]:
        """The ids of the items with a selected cell, the current one last."""
        selected = self.selectionModel().selection()
        spans = [selected.at(place) for place in range(selected.count())]
        rows = sorted({row for span in spans for row in range(span.top(), span.bottom() + 1)})
        current = self.currentIndex().row()
        if current in rows:
            rows = [*(row for row in rows if row != current), current]
        return tuple(self.cells.item_at(row) for row in rows if self.cells.item_at(row) != DRAFT)

    def show_picked(self, ids: Sequence[str]) -> None:
        """Select a cell of each of these items and bring the last into sight; asks for nothing."""
        if set(ids) == set(self.ids()):
            return
        rows = [row for item_id in ids if (row := self.cells.row_of(item_id)) is not None]
        column = max(self.currentIndex().column(), 0)
        chosen = QItemSelection()
        for row in rows:
            cell = self.cells.index(row, column)
            chosen.select(cell, cell)
        self._telling = False
        select = QItemSelectionModel.SelectionFlag
        if rows:
            self.selectionModel().setCurrentIndex(self.cells.index(rows[-1], column), select.NoUpdate)
        self.selectionModel().select(chosen, select.ClearAndSelect)
        self._telling = True

    def go_to(self, item_id: str, key: str | None = None) -> None:
        """Make a cell of an item the current one, its name unless `key` says another."""
        row, column = self.cells.row_of(item_id), 0 if key is None else self.cells.column_of(key)
        if row is not None and column is not None:
            self.make_current(row, column)

    def make_current(self, row: int, column: int) -> None:
        """Make a cell the current one, and the only one selected whatever keys are held."""
        only = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(self.cells.index(row, column), only)

    def selected_cells(self) -> list[_Cell]:
        """The selected cells on show, row by row."""
        chosen = self.selectionModel().selectedIndexes()
        cells = ((each.row(), each.column()) for each in chosen if not self.isColumnHidden(each.column()))
        return sorted(cell for cell in cells if self.cells.item_at(cell[0]) != DRAFT)

    @property
    def editing(self) -> CellEditing | None:
        """The cell that is being edited, if one is."""
        return self._typing.cell

    @property
    def rows_begun(self) -> int:
        """How many new items were begun so far."""
        return self._typing.rows_begun

    def begin_edit(self, typed: str | None = None) -> None:
        """Edit the current cell, as `TableTyping.begin` tells."""
        self._typing.begin(typed)

    def begin_row(self) -> None:
        """Open the name of a new item below the current one, in the same group."""
        self._typing.begin_row()

    def commit(self) -> bool:
        """Ask to save what is being typed; returns whether no cell is being edited any more, else it has the focus."""
        return self._typing.commit()

    def keep_edit(self, item_id: str, key: str, problem: str) -> None:
        """What was typed was refused: it stays, marked, and `problem` says why."""
        self._typing.keep(item_id, key, problem)

    def finish_edit(self, saved_as: str = "") -> None:
        """Close the editor: what was typed was saved, or is not wanted. `saved_as` is the id of a new item."""
        self._typing.finish(saved_as)

    def go(self, step: str) -> bool:
        """Go on by a step; past the last cell of a row to the next one. Returns whether there was anywhere to go."""
        down, right = _STEPS.get(step, (0, 0))
        at = self.currentIndex()
        columns = [place for place in range(len(self.cells.columns)) if not self.isColumnHidden(place)]
        if not at.isValid() or at.column() not in columns or not (down or right):
            return False
        place = (at.row() + down) * len(columns) + columns.index(at.column()) + right
        if not 0 <= place < self.cells.rowCount() * len(columns):
            return False
        self.make_current(place // len(columns), columns[place % len(columns)])
        return True

    # --- keys, mouse, sizes ---

    def event(self, event: QEvent) -> bool:
        """These keys mean something else in the rest of the window."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and TableKeys.takes(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes to the next cell; past the last one it leaves the table as everywhere else."""
        return self.go("next" if next else "back") or super().focusNextPrevChild(next)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if event.commitString().strip():
            self.begin_edit(event.commitString())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.indexAt(event.position().toPoint()).isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.begin_edit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._typing.place()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._typing.place()

    def _tell(self) -> None:
        if self._telling:
            self.picked.emit(self.ids())

    def _set_up_heads(self) -> None:
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.setDefaultSectionSize(_ROW)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setFixedWidth(_CODES)
        rows.setTextElideMode(Qt.TextElideMode.ElideRight)
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        rows.setAccessibleName(self._words("console.table_rows"))
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        columns.setHighlightSections(False)
        columns.setSectionsClickable(True)
        columns.setAccessibleName(self._words("console.table_columns"))
        columns.sectionPressed.disconnect()  # a column is not selected where a click sorts by it
        columns.sectionClicked.connect(self.sortRequested)

    def _fit_heads(self, scrolled: int) -> None:
        """Where the names are scrolled out of sight, the rows' heads tell them."""
        self.cells.show_full_heads(scrolled > 0)
        self.verticalHeader().setFixedWidth(_NAMES if scrolled > 0 else _CODES)

    def _remember(self) -> None:
        at = self.currentIndex()
        self._left_at = (self.cells.item_at(at.row()), self.cells.columns[at.column()].key) if at.isValid() else None

    def _begin_anew(self) -> None:
        """Other columns, or another board; what is being typed goes on where its cell is still there."""
        editing = self.editing
        if editing and (self.cells.row_of(editing.item_id) is None or self.cells.column_of(editing.key) is None):
            self.finish_edit()
        if self._left_at:
            self._telling = False
            self.go_to(*self._left_at)
            self._telling = True
        for place, column in enumerate(self.cells.columns):
            self.setColumnWidth(place, _NAME_WIDTH if place == 0 else _WIDTHS.get(column.form, _WIDTH))
        self._typing.place()
