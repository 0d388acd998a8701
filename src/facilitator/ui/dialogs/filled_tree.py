"""FilledTree: per person what was filled in, beside what the board says now, each with a box to tick."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from facilitator.boards.answers import Answer
from facilitator.boards.filled_forms import Filled, Pick, repeated, rivals, told_apart, unsettled
from facilitator.content.words import Words
from facilitator.ui import style
from facilitator.ui.dialogs.filled_rows import HEADS, ITEM, SAID, Mending, answer_of, answer_row, branch_of, sheet_row

_SHARES = (31, 11, 19, 20, 19)
_ROW, _PAD, _TALLEST = 28, 8, 420
_BOX = 58  # pixels that the box to tick and the step to the right take of the first column
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


@dataclass(frozen=True, slots=True)
class Unread:
    """A file of which nothing could be taken in, and why."""

    file: str
    why: str


class FilledTree(QTreeWidget):
    """A branch a person, a line an answer; below them the files that could not be read.

    Space ticks the line, or all and none of a person. Comments are ticked one by one, and of lines that can't all
    be taken only one stays ticked. F2 or a double click lets who or when be written anew; `mended` carries the
    answer and the text then, `picked` says that others are ticked now.
    """

    picked = Signal()
    mended = Signal(object, str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._filled: Sequence[Filled] = ()
        self._rows: dict[Pick, QTreeWidgetItem] = {}  # those that can be ticked
        self._lines: dict[Pick, QTreeWidgetItem] = {}
        self.setColumnCount(len(HEADS))
        self.setHeaderLabels([words(f"filled.head_{each}") for each in HEADS])
        self.setAccessibleName(words("filled.title"))
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.header().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setAllColumnsShowFocus(True)
        self.setVerticalScrollMode(QTreeWidget.ScrollMode.ScrollPerPixel)  # a long remark is a tall row
        self.setEditTriggers(QTreeWidget.EditTrigger.NoEditTriggers)  # but for the one column, below
        self._mending = Mending(words, self._written)
        self.setItemDelegateForColumn(SAID, self._mending)
        self.itemDoubleClicked.connect(self._double_clicked)
        self.itemChanged.connect(self._ticked)

    @property
    def picks(self) -> frozenset[Pick]:
        """What is ticked."""
        return frozenset(pick for pick, row in self._rows.items() if row.checkState(ITEM) == _CHECKED)

    @property
    def known(self) -> frozenset[Pick]:
        """What could be ticked."""
        return frozenset(self._rows)

    @property
    def texts(self) -> list[tuple[str, ...]]:
        """Every row as it is shown, from the top."""
        return [tuple(row.text(column) for column in range(len(HEADS))) for row in self._all()]

    def show_files(self, filled: Sequence[Filled], unread: Sequence[Unread], picks: Iterable[Pick]) -> None:
        """Show what came back, with these lines ticked, and what could not be read."""
        words, chosen, open_ones, twice = self._words, frozenset(picks), unsettled(filled), repeated(filled)
        self._filled, self._rows, self._lines = filled, {}, {}
        self.blockSignals(True)
        self.clear()
        boards = {each.board.id for each in filled}
        for place, each in enumerate(filled):
            if each.kind.nameless_form:
                self._add_sheet(place, each, twice, chosen, several_boards=len(boards) > 1)
                continue
            branch = branch_of(each, words, several_boards=len(boards) > 1 or each.is_own)
            self.addTopLevelItem(branch)
            branch.setFirstColumnSpanned(True)
            item = ""
            for answer in each.answers:
                pick = Pick(place, answer.id)
                apart = told_apart(filled, pick, words) if pick in open_ones else ""
                at_first = each.at_first.get(answer.id, "")
                row = answer_row(answer, words, apart=apart, at_first=at_first, repeats=answer.item == item)
                branch.addChild(row)
                item = answer.item
                self._keep(pick, row, answer, chosen)
            branch.setExpanded(True)
            self._show_part(branch)
        for problem in unread:
            line = QTreeWidgetItem([words("filled.problem", file=problem.file, why=problem.why)])
            line.setForeground(ITEM, QColor(style.RED))
            self.addTopLevelItem(line)
            line.setFirstColumnSpanned(True)
        self.blockSignals(False)
        self._fit()
        first = self.topLevelItem(0)
        if first:
            self.setCurrentItem(first)
        self.picked.emit()

    def _add_sheet(
        self, place: int, filled: Filled, twice: Set[Pick], chosen: Set[Pick], *, several_boards: bool
    ) -> None:
        """One row for a form without a name."""
        (said,) = filled.answers
        pick = Pick(place, said.id)
        answer = replace(said, why=self._words("filled.repeated")) if pick in twice and not said.why else said
        row = sheet_row(filled, answer, self._words, several_boards=several_boards)
        self.addTopLevelItem(row)
        self._keep(pick, row, answer, chosen)

    def _keep(self, pick: Pick, row: QTreeWidgetItem, answer: Answer, chosen: Set[Pick]) -> None:
        self._lines[pick] = row
        if answer.fate != "rejected":
            self._rows[pick] = row
            row.setCheckState(ITEM, _CHECKED if pick in chosen else _UNCHECKED)

    def go_to(self, pick: Pick) -> None:
        """Make the line of this answer the current one, where there is one still."""
        if row := self._lines.get(pick):
            self.setCurrentItem(row)

    def mend(self, row: QTreeWidgetItem) -> None:
        """Let what a line says be written anew, if it says who or when."""
        if row.flags() & Qt.ItemFlag.ItemIsEditable:
            self.editItem(row, SAID)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentItem()
        if event.key() == Qt.Key.Key_Space and row:  # whichever column is current
            if row.flags() & Qt.ItemFlag.ItemIsUserCheckable:
                row.setCheckState(ITEM, _UNCHECKED if row.checkState(ITEM) == _CHECKED else _CHECKED)
        elif event.key() == Qt.Key.Key_F2 and row:
            self.mend(row)
        elif not event.matches(QKeySequence.StandardKey.Copy):  # names are never put into the clipboard by a key
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _double_clicked(self, row: QTreeWidgetItem, column: int) -> None:
        if column != ITEM:  # there is the box to tick
            self.mend(row)

    def _written(self, index: QModelIndex | QPersistentModelIndex, text: str) -> None:
        row = self.itemFromIndex(index)
        self.mended.emit(next(pick for pick, each in self._lines.items() if each is row), text)

    def _ticked(self, row: QTreeWidgetItem) -> None:
        """Have the lines follow their person; untick what can't be taken beside a line that was ticked."""
        state, rows = row.checkState(ITEM), list(self._rows.values())
        self.blockSignals(True)
        touched = [row] if row in rows else self._of_person(row)
        for each in touched:
            each.setCheckState(ITEM, state)
            if state == _CHECKED:
                pick = next(pick for pick, one in self._rows.items() if one is each)
                for rival in rivals(self._filled, pick):
                    if rival in self._rows:
                        self._rows[rival].setCheckState(ITEM, _UNCHECKED)
        for place in range(len(self._filled)):
            self._show_part(self.topLevelItem(place))
        self.blockSignals(False)
        self.picked.emit()

    def _show_part(self, branch: QTreeWidgetItem | None) -> None:
        """Have the box of a person say whether all, some or none of the lines are ticked."""
        if branch and branch.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            states = {row.checkState(ITEM) for row in self._of_person(branch)}
            if not states:  # a form without a name has a box of its own
                return
            branch.setCheckState(ITEM, states.pop() if len(states) == 1 else Qt.CheckState.PartiallyChecked)

    def _of_person(self, branch: QTreeWidgetItem) -> list[QTreeWidgetItem]:
        """The lines that are ticked with a person: not the comments, which everybody will read."""
        rows, found = self._rows.values(), self._below(branch)
        return [row for row in found if row in rows and (answer := answer_of(row)) and not answer.adds]

    def _below(self, branch: QTreeWidgetItem) -> list[QTreeWidgetItem]:
        rows = (branch.child(at) for at in range(branch.childCount()))
        return [row for row in rows if row]

    def _fit(self) -> None:
        """Give each column its share and each row the height that its texts need."""
        wide = self.viewport().width()
        for column, share in enumerate(_SHARES):
            self.setColumnWidth(column, wide * share // sum(_SHARES))
        was_blocked = self.blockSignals(True)
        for row in self._all():
            row.setSizeHint(ITEM, QSize(0, self._height(row, wide)))
        self.blockSignals(was_blocked)

    def _height(self, row: QTreeWidgetItem, wide: int) -> int:
        spans = row.isFirstColumnSpanned()
        metrics, highest = self.fontMetrics(), 0
        for column in range(len(HEADS)):
            width = wide if spans else self.columnWidth(column)
            room = QRect(0, 0, max(width - (_BOX if column == ITEM else 2 * _PAD), 20), 10_000)
            text = row.text(column)
            highest = max(highest, metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), text).height())
        return min(max(highest + _PAD, _ROW), _TALLEST)

    def _all(self) -> list[QTreeWidgetItem]:
        tops = [self.topLevelItem(number) for number in range(self.topLevelItemCount())]
        return [row for top in tops if top for row in (top, *self._below(top))]
