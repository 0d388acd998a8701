"""CompletionTable: who did what of a lesson: a row for each person: the badge, then each activity."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableWidgetItem

from facilitator.content.words import Words
from facilitator.learning.lesson_rows import ActivityRow, LearnerRow
from facilitator.ui.console.rows import CellPainter
from facilitator.ui.dialogs.uncopied_table import UncopiedTable
from facilitator.ui.literal_tip import literal_tip

_ROW, _NAME, _MARK, _BADGE = 27, 190, 92, 118
_FIRST = 2
"""The column of the first activity, after the name and the badge."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
_CHOOSE = QItemSelectionModel.SelectionFlag.ClearAndSelect


class CompletionTable(UncopiedTable):
    """Space turns the chosen cells, Enter or F2 opens what somebody wrote, a double click turns one.

    `turned` carries the chosen (activity, person) pairs, the current one last, `evidenceRequested` one of them.
    """

    turned = Signal(tuple)
    evidenceRequested = Signal(str, str)

    def __init__(self, words: Words) -> None:
        super().__init__(0, 0)
        self._words = words
        self.people: tuple[str, ...] = ()
        self.activities: tuple[str, ...] = ()
        self.setAccessibleName(words("lesson.completions"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self._painter = CellPainter(self)
        self.setItemDelegate(self._painter)
        heads, header = self.verticalHeader(), self.horizontalHeader()
        heads.hide()
        heads.setDefaultSectionSize(_ROW)
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.cellDoubleClicked.connect(lambda row, column: self._turn())

    @property
    def chosen(self) -> tuple[tuple[str, str], ...]:
        """The chosen activities of people, the current one last."""
        current = (self.currentRow(), self.currentColumn())
        cells = sorted((index.row(), index.column()) for index in self.selectedIndexes())
        its = sorted(cells, key=lambda cell: cell == current)
        return tuple(
            (self.activities[column - _FIRST], self.people[row]) for row, column in its if self._is_mark(column)
        )

    def show_learners(self, activities: Sequence[ActivityRow], rows: Sequence[LearnerRow]) -> None:
        """Show these people and what they did of the activities that are offered; what is chosen stays so."""
        words, offered = self._words, [each for each in activities if not each.withdrawn]
        place = max(self.currentRow(), 0), max(self.currentColumn(), _FIRST)
        same = self.people == tuple(each.person_id for each in rows) and self.activities == tuple(a.id for a in offered)
        self.people = tuple(each.person_id for each in rows)
        self.activities = tuple(each.id for each in offered)
        self.setRowCount(len(rows))
        self.setColumnCount(len(offered) + 2)
        heads = [words("lesson.numbered", number=each.number, title=each.kind) for each in offered]
        self.setHorizontalHeaderLabels([words("people.name"), words("lesson.head_badge"), *heads])
        for column, each in enumerate(offered, start=_FIRST):
            if head := self.horizontalHeaderItem(column):
                head.setToolTip(literal_tip(f"{each.heading}\n{each.text}"))
            self.setColumnWidth(column, _MARK)
        self.setColumnWidth(0, _NAME)
        self.setColumnWidth(1, _BADGE)
        for row, learner in enumerate(rows):
            name = words("lesson.name_state", name=learner.name, state=learner.state) if learner.state else learner.name
            self._put(row, 0, name, name)
            for column, (mark, activity) in enumerate(zip(learner.marks, offered, strict=True), start=_FIRST):
                told = ", ".join(filter(None, (learner.name, activity.kind, mark.told, mark.evidence)))
                self._put(row, column, mark.sign, told)
            self._put(row, 1, learner.badge_told, f"{learner.name}, {learner.badge_told}")
        if rows and not (same and self.selectedIndexes()):
            row, column = place
            self.setCurrentCell(min(row, len(rows) - 1), min(column, self.columnCount() - 1), _CHOOSE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._turn()
        elif event.key() in _ENTER:
            for activity, person in self.chosen[-1:]:
                self.evidenceRequested.emit(activity, person)
        else:
            super().keyPressEvent(event)

    def _turn(self) -> None:
        if self.chosen:
            self.turned.emit(self.chosen)

    def _is_mark(self, column: int) -> bool:
        return _FIRST <= column < _FIRST + len(self.activities)

    def _put(self, row: int, column: int, text: str, told: str) -> None:
        cell = QTableWidgetItem(text)
        cell.setData(Qt.ItemDataRole.AccessibleTextRole, told)
        cell.setToolTip(literal_tip(told))
        self.setItem(row, column, cell)
