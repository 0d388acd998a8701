"""BallotTable: items as rows, a column for each person, one for counted hands, and the totals."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QIntValidator, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from facilitator.boards.described import Ballot
from facilitator.content.words import Words
from facilitator.ui import style
from facilitator.ui.console.rows import CellPainter
from facilitator.ui.editors import LineField
from facilitator.ui.literal_tip import literal_tip

_ROW, _NAMES = 30, 300
_LEAST, _MOST_WIDE = 84, 180  # pixels that a column has
_MOST = 999
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_Index = QModelIndex | QPersistentModelIndex


class BallotTable(QTableWidget):
    """Numbers are typed into cells; plus and minus count one more or one less, Delete empties a cell.

    `entered` carries the person ("" for the hands), the id of the item and the number; `personGone` a person whose
    dots are to be taken back (Ctrl+Delete in their column).
    """

    entered = Signal(str, str, int)
    personGone = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.people: tuple[str, ...] = ()
        self._ids: tuple[str, ...] = ()
        self._showing = False
        self._taken = True  # whether what was typed last is in its cell now
        self.setAccessibleName(words("console.dots_table"))
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._delegate = _Numbers(self)
        self.setItemDelegate(self._delegate)
        self.horizontalHeader().setHighlightSections(False)
        names = self.verticalHeader()
        names.setDefaultSectionSize(_ROW)
        names.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        names.setFixedWidth(_NAMES)
        names.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        names.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.itemChanged.connect(self._enter)

    @property
    def person(self) -> str:
        """The person of the current column, "" for another one."""
        place = self.currentColumn()
        return self.people[place] if 0 <= place < len(self.people) else ""

    def show_ballot(self, ballot: Ballot, people: Sequence[str]) -> None:
        """Show these numbers; `people` are the columns, also of those who have given nothing yet."""
        self._showing = True
        at = max(self.currentRow(), 0), max(self.currentColumn(), 0)
        given = dict(ballot.people)
        self.people, self._ids = tuple(people), tuple(item.id for item in ballot.items)
        self.setRowCount(len(self._ids))
        self.setColumnCount(len(self.people) + 2)
        self._show_heads(ballot)
        for row, item in enumerate(ballot.items):
            self.setVerticalHeaderItem(row, QTableWidgetItem(f"{item.code}  {item.name}".strip()))
            for column, person in enumerate(self.people):
                self._put(row, column, given.get(person, {}).get(item.id, 0))
            self._put(row, len(self.people), ballot.hands.get(item.id, 0))
            self._put(row, len(self.people) + 1, ballot.totals.get(item.id, 0), total=True)
        if self._ids:
            self.setCurrentCell(min(at[0], len(self._ids) - 1), min(at[1], self.columnCount() - 1))
        self._showing = False

    @property
    def whole_width(self) -> int:
        """How many pixels wide the table would be with every column in sight."""
        bar = self.verticalScrollBar().sizeHint().width()
        return _NAMES + self.horizontalHeader().length() + bar + 2 * self.frameWidth()

    def go_to(self, person: str) -> None:
        """Make the first cell of a person's column the current one."""
        self.setCurrentCell(0, self.people.index(person))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, with_control = event.key(), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if key in _ENTER:
            if self.state() != QAbstractItemView.State.EditingState:  # else the editor's end goes down
                self._go_down()
        elif key == Qt.Key.Key_Delete and with_control:
            if self.person:
                self.personGone.emit(self.person)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._set(0)
        elif event.text() in ("+", "-"):
            self._set(max(0, self._number() + (1 if event.text() == "+" else -1)))
        elif event.text().isprintable() and event.text() and not event.text().isdigit():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        submits = hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache
        super().closeEditor(editor, hint if self._taken else QAbstractItemDelegate.EndEditHint.NoHint)
        if submits and self._taken:
            self._go_down()
        self._taken = True

    def _go_down(self) -> None:
        if self.currentRow() + 1 < self.rowCount():
            self.setCurrentCell(self.currentRow() + 1, self.currentColumn())

    def _number(self) -> int:
        cell = self.currentItem()
        return int(cell.text() or 0) if cell else 0

    def _set(self, number: int) -> None:
        cell = self.currentItem()
        if cell and cell.flags() & Qt.ItemFlag.ItemIsEditable:
            cell.setText(str(number) if number else "")

    def _enter(self, cell: QTableWidgetItem) -> None:
        if not self._showing:
            row, column, typed = cell.row(), cell.column(), int(cell.text() or 0)
            person = self.people[column] if column < len(self.people) else ""
            self.entered.emit(person, self._ids[row], typed)
            there = self.item(row, column)
            self._taken = there is not None and int(there.text() or 0) == typed

    def _show_heads(self, ballot: Ballot) -> None:
        given = dict(ballot.people)
        for column, person in enumerate(self.people):
            count = sum(given.get(person, {}).values())
            head = QTableWidgetItem(f"{person}\n{count}/{ballot.budget}")
            said = self._words("console.dots_given", person=person, count=count, budget=ballot.budget)
            head.setData(Qt.ItemDataRole.AccessibleTextRole, said)
            head.setToolTip(literal_tip(said))
            self.setHorizontalHeaderItem(column, head)
        for column, key in enumerate(("console.dots_hands", "console.dots_total"), len(self.people)):
            self.setHorizontalHeaderItem(column, QTableWidgetItem(self._words(key)))
        for column in range(self.columnCount()):
            wanted = self.horizontalHeader().sectionSizeHint(column)
            self.setColumnWidth(column, min(max(wanted, _LEAST), _MOST_WIDE))

    def _put(self, row: int, column: int, number: int, *, total: bool = False) -> None:
        cell = self.item(row, column)
        if cell is None:
            cell = QTableWidgetItem()
            self.setItem(row, column, cell)
        cell.setText(str(number) if number or total else "")
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        cell.setFlags(plain if total else plain | Qt.ItemFlag.ItemIsEditable)
        cell.setData(Qt.ItemDataRole.BackgroundRole, QColor(style.CARD if total else style.AMBER_GROUND))


class _Numbers(CellPainter):
    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Down enters a number as Enter does, so that one that is refused keeps the cursor in its cell."""
        down = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down
        if down and event.type() == QEvent.Type.KeyPress and isinstance(editor, QLineEdit):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.SubmitModelCache)
            return True
        return super().eventFilter(editor, event)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QLineEdit:
        line = LineField()
        line.setParent(parent)
        line.setObjectName("cell")
        line.setValidator(QIntValidator(0, _MOST, line))
        return line
