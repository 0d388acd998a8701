"""RedactionTable: what every text of a board was and becomes, line by line, to be read and mended."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from facilitator.boards.redaction import Place, RedactionLine
from facilitator.content.words import Words
from facilitator.ui import style
from facilitator.ui.editors import LineField, TextField
from facilitator.ui.icons import icon

WHERE, WAS, BECOMES, WHY, KEEP = range(5)
_SHARES = (2, 4, 4, 3, 2)
_LEAST_ROW, _MOST_ROW, _LONG_EDITOR = 32, 300, 120
_LINE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


class _Editing(QStyledItemDelegate):
    """Opens the field that a text needs; what was typed is told and not put into the table."""

    typed = Signal(object, str)

    def __init__(self, table: QTableWidget) -> None:
        super().__init__(table)
        self._table = table

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        line: RedactionLine = index.data(_LINE)
        editor: LineField | TextField = TextField() if line.long else LineField()
        editor.setParent(parent)
        editor.setAccessibleName(f"{line.code} {line.label}".strip())
        return editor

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        line: RedactionLine = index.data(_LINE)
        if isinstance(editor, TextField):
            editor.setPlainText(line.becomes)
        elif isinstance(editor, LineField):
            editor.setText(line.becomes)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        line: RedactionLine = index.data(_LINE)
        text = editor.toPlainText() if isinstance(editor, TextField) else ""
        if isinstance(editor, LineField):
            text = editor.text()
        if text != line.becomes:
            QTimer.singleShot(0, self, lambda: self.typed.emit(line.place, text))  # after the editor has closed

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: _Index) -> None:
        cell: QRect = option.rect
        if isinstance(editor, TextField):
            cell = cell.adjusted(0, 0, 0, max(0, _LONG_EDITOR - cell.height()))
            cell.moveBottom(min(cell.bottom(), max(self._table.viewport().rect().bottom(), cell.height())))
        editor.setGeometry(cell)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Ctrl+Enter completes a text of several lines, as it does elsewhere; Enter begins another one."""
        enter = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        typing = isinstance(editor, TextField) and event.type() == QEvent.Type.KeyPress
        if typing and isinstance(event, QKeyEvent) and event.key() in enter:
            if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                return False
            self.commitData.emit(editor)
            self.closeEditor.emit(editor)
            return True
        return super().eventFilter(editor, event)


class RedactionTable(QTableWidget):
    """Where, was, becomes, why; F2 or a double click changes a text, Space ticks that a name or a tie may stay.

    `typed` tells the place and the words that were typed, `keepAsked` a place and whether what is there may stay.
    """

    typed = Signal(object, str)
    keepAsked = Signal(object, bool)

    def __init__(self, words: Words) -> None:
        super().__init__(0, len(_SHARES))
        self._words = words
        self._lines: tuple[RedactionLine, ...] = ()
        self._changed_only = False
        self.setAccessibleName(words("redaction.window"))
        heads = ("place", "was", "becomes", "why", "keep")
        self.setHorizontalHeaderLabels([words(f"redaction.head_{each}") for each in heads])
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.verticalHeader().setMinimumSectionSize(_LEAST_ROW)
        self.verticalHeader().setMaximumSectionSize(_MOST_ROW)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        editing = _Editing(self)
        editing.typed.connect(self.typed)
        self.setItemDelegate(editing)
        self.itemChanged.connect(self._ticked)
        self.doubleClicked.connect(lambda index: self._edit(index.row()))

    def show_lines(self, lines: Sequence[RedactionLine]) -> None:
        """Show these lines; the row that is current stays where the same places are shown."""
        same = [line.place for line in lines] == [line.place for line in self._lines]
        self.blockSignals(True)
        if not same:
            self.setRowCount(len(lines))
        for row, line in enumerate(lines):
            if not same or line != self._lines[row]:
                self._fill(row, line)
        self._lines = tuple(lines)
        self.blockSignals(False)
        self.show_changed_only(self._changed_only)
        if self.currentRow() < 0 and lines:
            self.setCurrentCell(0, BECOMES)

    def show_changed_only(self, only: bool) -> None:
        """Hide the lines that pass as they were, or show all."""
        self._changed_only = only
        for row, line in enumerate(self._lines):
            self.setRowHidden(row, only and not (line.changes or line.still))

    def go_to(self, place: Place) -> None:
        """Make the line of a place the current one, and take the focus."""
        row = next(row for row, line in enumerate(self._lines) if line.place == place)
        self.setRowHidden(row, False)
        self.setCurrentCell(row, BECOMES)
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2:
            self._edit(self.currentRow())
        elif event.key() == Qt.Key.Key_Space:
            keep = self.item(self.currentRow(), KEEP)
            if keep and keep.flags() & Qt.ItemFlag.ItemIsUserCheckable:
                ticked = keep.checkState() == Qt.CheckState.Checked
                keep.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]  # a QResizeEvent
        room = self.viewport().width()
        for column, share in enumerate(_SHARES):
            self.setColumnWidth(column, room * share // sum(_SHARES))

    def _edit(self, row: int) -> None:
        item = self.item(row, BECOMES)
        if item and item.flags() & Qt.ItemFlag.ItemIsEditable:
            self.setCurrentItem(item)
            self.editItem(item)

    def _fill(self, row: int, line: RedactionLine) -> None:
        texts = (f"{line.code} {line.label}".strip(), line.was, line.becomes, self._said(line), "")
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            item.setData(_LINE, line)
            self.setItem(row, column, item)
        becomes, why, keep = (self._cell(row, column) for column in (BECOMES, WHY, KEEP))
        if line.taken is None:
            becomes.setFlags(becomes.flags() | Qt.ItemFlag.ItemIsEditable)
        name, colour = ("warning", style.RED) if line.open else ("pencil", style.AMBER)
        if line.changes or line.still:
            why.setIcon(icon(name, colour, style.FAINT))
            for item in (becomes, why):
                item.setForeground(QColor(colour))
        else:
            why.setForeground(QColor(style.QUIET))
        if line.still or line.changes or line.kept or line.taken is not None:
            ticked = line.kept if line.taken is None else line.taken
            keep.setFlags(keep.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            keep.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            keep.setText(self._words("redaction.keep" if line.taken is None else "redaction.take"))

    def _cell(self, row: int, column: int) -> QTableWidgetItem:
        cell = self.item(row, column)
        assert cell is not None  # _fill fills every column
        return cell

    def _said(self, line: RedactionLine) -> str:
        if line.open:
            return self._words("redaction.still", names=self._words.list(line.still))
        becomes = "left_out" if line.taken is False else "changed" if line.changes else "same"
        said = self._words(f"redaction.{becomes}")
        return self._words("redaction.said", what=said, why=line.why) if line.why else said

    def _ticked(self, item: QTableWidgetItem) -> None:
        if item.column() == KEEP:
            line: RedactionLine = item.data(_LINE)
            ticked = item.checkState() == Qt.CheckState.Checked
            QTimer.singleShot(0, self, lambda: self.keepAsked.emit(line.place, ticked))
