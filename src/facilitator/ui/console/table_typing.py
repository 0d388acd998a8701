"""TableTyping: the cell of a table that is being edited, from its first letter until it is saved or given up."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from facilitator.content.words import Words
from facilitator.ui.console.cell_editors import CellEditing
from facilitator.ui.console.table_model import DRAFT

if TYPE_CHECKING:
    from facilitator.ui.console.table_view import TableView


class TableTyping:
    """Opens, keeps and closes the editor over a cell of `table`, which is `cell`; asks by the signals of the table."""

    def __init__(self, table: "TableView", words: Words) -> None:
        self._table, self._words = table, words
        self.cell: CellEditing | None = None
        self._step = ""
        self._group = ""
        self.rows_begun = 0

    def begin(self, typed: str | None = None) -> None:
        """Edit the current cell; `typed` takes the place of what there is. What can't be typed says so."""
        cell = self._table.currentIndex()
        if not cell.isValid() or not self.commit():
            return
        field = self._table.cells.field_at(cell.row(), cell.column())
        if field.form == "told":
            self._table.refused.emit(self._words("refusals.field_told"))
            return
        item_id, column = self._table.cells.item_at(cell.row()), self._table.cells.columns[cell.column()]
        head = self._words("console.private_field", field=column.label) if column.private else column.label
        name = head if item_id == DRAFT else f"{head}, {self._table.cells.name_of(item_id)}"
        self.cell = CellEditing(self._table.viewport(), item_id, field, name, self._words)
        self.cell.left.connect(self._leave)
        self.cell.abandoned.connect(self._abandon)
        self.cell.unmatched.connect(self._say_unmatched)
        self.cell.matched.connect(self._say_matched)
        self._table.scrollTo(cell)
        self.place()
        self.cell.begin(typed)

    def commit(self) -> bool:
        """Ask to save what is being typed; returns whether no cell is being edited any more, else it has the focus."""
        if self.cell:
            self._leave("")
        if self.cell:
            self.cell.widget.setFocus(Qt.FocusReason.OtherFocusReason)
        return self.cell is None

    def keep(self, item_id: str, key: str, problem: str) -> None:
        """What was typed was refused: it stays, marked, and `problem` says why."""
        if self.cell and (self.cell.item_id, self.cell.key) == (item_id, key):
            self.cell.mark(problem)

    def finish(self, saved_as: str = "") -> None:
        """Close the editor: what was typed was saved, or is not wanted. `saved_as` is the id of a new item."""
        editing, self.cell = self.cell, None
        if editing is None:
            return
        editing.be_silent()
        if editing.widget.hasFocus():  # before it goes, or the focus would go to the next cell by itself
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        editing.close()
        if editing.item_id == DRAFT:
            self._table.cells.end_row()
            if saved_as:
                self._table.go_to(saved_as)
                self._step = self._step.replace("down", "")
        self._table.go(self._step)

    def begin_row(self) -> None:
        """Open the name of a new item below the current one, in the same group."""
        if not self.commit():
            return
        current = self._table.currentIndex().row()
        self._group = self._table.cells.group_at(current) if current >= 0 else ""
        self.rows_begun += 1
        self._table.cells.begin_row(current + 1)
        self._table.make_current(current + 1, 0)
        self.begin()

    def place(self) -> None:
        """Keep the editor over its cell."""
        if self.cell is None:
            return
        row, column = self._table.cells.row_of(self.cell.item_id), self._table.cells.column_of(self.cell.key)
        if row is not None and column is not None:
            self.cell.place(self._table.visualRect(self._table.cells.index(row, column)), self._table.viewport().rect())

    def end_of_gone(self) -> None:
        """What was being said of an item that is no more ends with it."""
        if self.cell and self.cell.item_id != DRAFT and self._table.cells.row_of(self.cell.item_id) is None:
            self.finish()
        self.place()

    def _leave(self, step: str) -> None:
        editing, self._step = self.cell, step
        if editing is None:
            return
        if editing.missed and not editing.changed():
            self.finish()  # and what was said of it stays to be read
        elif not editing.changed():
            self._abandon()
        elif editing.item_id == DRAFT:
            self._table.nameEntered.emit(editing.value(), self._group)
        else:
            self._table.entered.emit(editing.item_id, editing.key, editing.value())
        self._step = ""

    def _say_unmatched(self, typed: str) -> None:
        if self.cell:
            said = self._words("console.no_such_choice", typed=self._words.quote(typed))
            self.cell.mark(said)
            self.cell.missed = True
            self._table.refused.emit(said)

    def _say_matched(self) -> None:
        if self.cell and (self.cell.missed or self.cell.wrong):
            self.cell.mark("")
            self.cell.missed = False
            self._table.mended.emit()

    def _abandon(self) -> None:
        wrong = self.cell is not None and self.cell.wrong
        self.finish()
        if wrong:
            self._table.mended.emit()
