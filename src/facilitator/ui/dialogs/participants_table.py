"""ParticipantsTable: a row for each participant, typed into like a spreadsheet."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyleOptionViewItem,
    QTableWidgetItem,
    QWidget,
)

from facilitator.content.words import Words
from facilitator.ui.console.rows import CellPainter
from facilitator.ui.dialogs.uncopied_table import UncopiedTable
from facilitator.ui.editors import LineField
from facilitator.workshop.participants import Participant

FIELDS = ("name", "organization", "pronunciation", "pronouns", "note")
COLUMNS = (*FIELDS, "presence", "minutes")
PRESENCE = COLUMNS.index("presence")

_ROW = 30
_WIDTHS = {"name": 210, "organization": 160, "pronunciation": 150, "pronouns": 100, "presence": 100, "minutes": 70}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CHOOSE = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
"""Makes a row the one that is chosen, also while the Ctrl of Ctrl+U is still held."""
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_Index = QModelIndex | QPersistentModelIndex


class ParticipantsTable(UncopiedTable):
    """`enter` saves what was typed (person's id, field, text) and says whether that went well: else it stays typed.

    `presenceTurned`, `removeRequested` and `forgetRequested` carry the ids of the people in the chosen rows.
    """

    presenceTurned = Signal(tuple)
    removeRequested = Signal(tuple)
    forgetRequested = Signal(tuple)

    def __init__(self, enter: Callable[[str, str, str], bool], words: Words) -> None:
        super().__init__(0, len(COLUMNS))
        self._enter, self._words = enter, words
        self.ids: tuple[str, ...] = ()
        self._showing = False
        self._taken = True  # whether what was typed last was saved
        self.setAccessibleName(words("people.table"))
        self.setHorizontalHeaderLabels([words(f"people.{column}") for column in COLUMNS])
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self._delegate = _Texts(self)
        self.setItemDelegate(self._delegate)
        rows, header = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setDefaultSectionSize(_ROW)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, name in enumerate(COLUMNS):
            if name in _WIDTHS:
                self.setColumnWidth(column, _WIDTHS[name])
        header.setSectionResizeMode(COLUMNS.index("note"), QHeaderView.ResizeMode.Stretch)
        self.itemChanged.connect(self._take)
        self.cellDoubleClicked.connect(lambda row, column: self._turn() if column == PRESENCE else None)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of the people whose rows are chosen, the current one last."""
        rows = sorted({index.row() for index in self.selectedIndexes()})
        current = self.currentRow()
        return tuple(self.ids[row] for row in sorted(rows, key=lambda row: row == current) if row < len(self.ids))

    def show_people(self, people: Sequence[Participant]) -> None:
        """Show these people; the same ones stay where they are, also under another name."""
        by_id = {each.person.id: each for each in people}
        if set(by_id) == set(self.ids):
            people = [by_id[person_id] for person_id in self.ids]
        current = self.ids[self.currentRow()] if 0 <= self.currentRow() < len(self.ids) else ""
        column = max(self.currentColumn(), 0)
        moved = tuple(each.person.id for each in people) != self.ids
        self._showing = True
        self.ids = tuple(each.person.id for each in people)
        self.setRowCount(len(people))
        for row, each in enumerate(people):
            for place, name in enumerate(FIELDS):
                self._put(row, place, getattr(each.person, name), typed=True)
            presence, minutes = each.attendance.presence, each.attendance.minutes
            self._put(row, PRESENCE, self._words(f"people.presence_{presence or 'none'}"))
            self._put(row, PRESENCE + 1, "" if minutes is None else str(minutes))
        self._showing = False
        if moved and self.ids:
            self.setCurrentCell(self.ids.index(current) if current in self.ids else 0, column, _CHOOSE)

    def go_to(self, person_id: str) -> None:
        """Make somebody's row the current one."""
        if person_id in self.ids:
            self.setCurrentCell(self.ids.index(person_id), 0, _CHOOSE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers()
        if key == Qt.Key.Key_Space:
            self._turn()
        elif key in _ENTER:
            if self.currentColumn() == PRESENCE:
                self._turn()
            elif self.state() != QAbstractItemView.State.EditingState and self.currentItem():
                self.editItem(self.currentItem())
        elif key == Qt.Key.Key_Delete and held & (Qt.KeyboardModifier.ControlModifier | _SHIFT):
            if self.chosen:
                (self.forgetRequested if held & _SHIFT else self.removeRequested).emit(self.chosen)
        elif key == Qt.Key.Key_Delete:
            self._empty()
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        if self._taken or hint == QAbstractItemDelegate.EndEditHint.RevertModelCache:
            super().closeEditor(editor, hint)
        else:
            editor.setFocus()
        self._taken = True

    def _turn(self) -> None:
        if self.chosen:
            self.presenceTurned.emit(self.chosen)

    def _empty(self) -> None:
        cell = self.currentItem()
        if cell and cell.flags() & Qt.ItemFlag.ItemIsEditable and cell.column():
            cell.setText("")

    def _take(self, cell: QTableWidgetItem) -> None:
        if not self._showing:
            self._taken = self._enter(self.ids[cell.row()], FIELDS[cell.column()], cell.text())

    def _put(self, row: int, column: int, text: str, *, typed: bool = False) -> None:
        cell = self.item(row, column)
        if cell is None:
            cell = QTableWidgetItem()
            self.setItem(row, column, cell)
        cell.setText(text)
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        cell.setFlags(plain | Qt.ItemFlag.ItemIsEditable if typed else plain)


class _Texts(CellPainter):
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QLineEdit:
        line = LineField()
        line.setParent(parent)
        line.setObjectName("cell")
        return line

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        """What is typed stays while the cells around it are shown anew."""
        if not (isinstance(editor, QLineEdit) and editor.isModified()):
            super().setEditorData(editor, index)
