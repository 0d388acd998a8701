"""What the keys mean in the table: everything that the mouse can do there, without one."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from facilitator.ui.typed_text import typed_text

if TYPE_CHECKING:
    from facilitator.ui.console.table_view import TableView

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TURNS: dict[int, int] = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


class TableKeys:
    """Reads key presses for a table; the arrows, Tab and Home are Qt's.

    Enter, F2, Space and letters edit a cell, Del empties the selected ones, Ctrl+C and Ctrl+V copy and paste them.
    Insert and Ctrl+Enter add a row, Ctrl+Del deletes the items of the selected cells, Ctrl+Shift+S sorts by the
    current column, Ctrl+PgDn and Ctrl+PgUp turn to another group, Esc leaves the table. A letter where nothing can be
    typed goes on to the capture bar.
    """

    def __init__(self, table: "TableView") -> None:
        self._table = table

    @staticmethod
    def takes(event: QKeyEvent) -> bool:
        """Whether this key means something here that it doesn't in the rest of the window."""
        return event.matches(QKeySequence.StandardKey.Paste) or event.matches(QKeySequence.StandardKey.Copy)

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key means; returns whether it meant anything here."""
        table, key = self._table, event.key()
        if event.matches(QKeySequence.StandardKey.Copy):
            table.copyRequested.emit(table.selected_cells())
        elif event.matches(QKeySequence.StandardKey.Paste):
            table.pasteRequested.emit(table.selected_cells())
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return self._with_control(event)
        elif key == Qt.Key.Key_Insert:
            table.begin_row()
        elif key in (Qt.Key.Key_F2, Qt.Key.Key_Space, *_ENTER):
            table.begin_edit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            table.clearRequested.emit(table.selected_cells())
        elif key == Qt.Key.Key_Escape:
            table.leftByKey.emit()
        else:
            return self._letter(event)
        return True

    def _with_control(self, event: QKeyEvent) -> bool:
        table, key = self._table, event.key()
        if key in _ENTER:
            table.begin_row()
        elif key in _TURNS:
            table.turnRequested.emit(_TURNS[key])
        elif key == Qt.Key.Key_Delete:
            table.deleteRequested.emit(table.ids())
        elif key == Qt.Key.Key_S and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            table.sortRequested.emit(table.currentIndex().column())
        else:
            return False
        return True

    def _letter(self, event: QKeyEvent) -> bool:
        text, table = typed_text(event), self._table
        if not text:
            return False
        cell = table.currentIndex()
        if not cell.isValid() or table.cells.columns[cell.column()].form == "told":
            event.ignore()
        else:
            table.begin_edit(text)
        return True
