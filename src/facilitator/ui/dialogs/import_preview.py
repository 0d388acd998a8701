"""ImportPreview: what would come of every row of a source."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from facilitator.boards.importing import ImportPlan, PlannedRow
from facilitator.content.words import Words
from facilitator.ui import style
from facilitator.ui.icons import icon

PLACE, NAME, FATE = range(3)
_HEADS = ("exchange.head_place", "exchange.head_name", "exchange.head_fate")
_ROW, _TALL_ROWS = 28, 200
_PLACE_WIDTH, _NAME_SHARE = 120, 0.36
_LOOKS = {
    "new": ("plus", style.GREEN),
    "update": ("pencil", style.CHOSEN_EDGE),
    "same": ("check", style.QUIET),
    "there": ("check", style.QUIET),
    "rejected": ("warning", style.RED),
}
_HINTED = ("search", style.AMBER)

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class _Line:
    row: PlannedRow
    is_link: bool = False

    @property
    def look(self) -> tuple[str, str]:
        """Icon and colour."""
        return _HINTED if self.row.fate == "new" and self.row.why else _LOOKS[self.row.fate]


class _Lines(QAbstractTableModel):
    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.lines: list[_Line] = []

    def show_lines(self, lines: list[_Line]) -> None:
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(_HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._words(_HEADS[section])
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return (str(line.row.place), line.row.name, _said(line, self._words))[index.column()]
        if index.column() == FATE and role == Qt.ItemDataRole.DecorationRole:
            name, colour = line.look
            return icon(name, colour, style.FAINT)
        if index.column() == FATE and role == Qt.ItemDataRole.ForegroundRole:
            return QColor(line.look[1])
        return None


class ImportPreview(QTableView):
    """Each row with its place, its name and what comes of it: those that are not taken first, then what to look at."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._all: list[_Line] = []
        self._rejected_only = False
        self._lines = _Lines(words)
        self.setModel(self._lines)
        self.setAccessibleName(words("exchange.head_fate"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.verticalHeader().setMinimumSectionSize(_ROW)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def texts(self) -> list[tuple[str, str, str]]:
        """The rows as they are shown: place, name, what comes of it."""
        return [(str(each.row.place), each.row.name, _said(each, self._words)) for each in self._lines.lines]

    def show_plan(self, plan: ImportPlan) -> None:
        """Show what a plan would do."""
        self._all = _in_order(plan)
        self._show()

    def show_rejected_only(self, only: bool) -> None:
        """Hide the rows that are taken, or show all."""
        self._rejected_only = only
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.viewport().width() - _PLACE_WIDTH
        self.setColumnWidth(PLACE, _PLACE_WIDTH)
        self.setColumnWidth(NAME, int(room * _NAME_SHARE))
        self.setColumnWidth(FATE, room - int(room * _NAME_SHARE))
        self._fit_rows()

    def _show(self) -> None:
        only = self._rejected_only
        self._lines.show_lines([each for each in self._all if each.row.fate == "rejected" or not only])
        self._fit_rows()
        if self._lines.lines:
            self.setCurrentIndex(self._lines.index(0, NAME))

    def _fit_rows(self) -> None:
        """Let long sentences wrap; they stand first. Beyond that every row is as high as the next, to stay quick."""
        for at, line in enumerate(self._lines.lines[:_TALL_ROWS]):
            if line.row.fate != "rejected":
                break
            self.resizeRowToContents(at)


def _said(line: _Line, words: Words) -> str:
    """What comes of a row, in a word or a sentence."""
    if line.row.fate == "there":
        return line.row.why
    if line.row.fate == "update":
        return words("exchange.fate_update", why=line.row.why)
    fate = words("exchange.fate_link" if line.is_link else f"exchange.fate_{line.row.fate}")
    return words("exchange.fate_why", fate=fate, why=line.row.why) if line.row.why else fate


def _in_order(plan: ImportPlan) -> list[_Line]:
    lines = [*map(_Line, plan.rows), *(_Line(row, is_link=True) for row in plan.rejected_ties)]
    return sorted(lines, key=_rank)


def _rank(line: _Line) -> int:
    if line.row.fate == "rejected":
        return 0
    return 1 if line.look == _HINTED else 2
