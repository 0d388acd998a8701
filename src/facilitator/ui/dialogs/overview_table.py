"""OverviewTable: a row for each person of a program: how they stand, how they attended, what they earned."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidgetItem

from facilitator.boards.overview import MARKS, Row, attended_told, badges_told, lessons_told
from facilitator.content.words import Words
from facilitator.ui.console.rows import CellPainter
from facilitator.ui.dialogs.uncopied_table import UncopiedTable
from facilitator.ui.literal_tip import literal_tip

CHOSEN = ("state", "track", "group")
"""The columns of which a cell is changed in place."""

_ROW = 26
_SHORT = ("group", "certificate", "commitments")  # whose heads have no room for all of their words
_WIDTHS = {"cohort": 110, "state": 90, "track": 88, "group": 84, "session": 94, "attended": 82, "lessons": 76}
_WIDTHS |= {"certificate": 108, "commitments": 116}
_MOST_EARNED = 230  # pixels: what was earned is read first, and its words get the room that they need
_TURN = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class SessionHead:
    """The head of a session's column, the whole title for who looks closer; whether it `counts` for certificates."""

    text: str
    title: str
    counts: bool = True


class OverviewTable(UncopiedTable):
    """`chooseRequested` asks for another state, track or group (the column) of the chosen rows; `editRequested` carries
    the id of the enrolment to edit.
    """

    chooseRequested = Signal(str)
    editRequested = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__(0, 0)
        self._words = words
        self.columns: tuple[str, ...] = ()
        self.ids: tuple[str, ...] = ()
        self.setAccessibleName(words("program.table"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
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
        self.cellDoubleClicked.connect(lambda row, column: self._open(column))

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of the enrolments in the chosen rows, the current one last."""
        rows = sorted(
            {index.row() for index in self.selectedIndexes()}, key=lambda row: (row == self.currentRow(), row)
        )
        return tuple(self.ids[row] for row in rows if row < len(self.ids))

    def show_rows(self, shown: Sequence[Row], heads: Sequence[SessionHead], *, with_cohort: bool) -> None:
        """Show these people; those that are chosen stay so as long as they are among them."""
        current = self.ids[self.currentRow()] if 0 <= self.currentRow() < len(self.ids) else ""
        place, chosen = max(self.currentColumn(), 0), self.chosen
        lessons = any(row.lessons for row in shown)
        sessions = [f"session:{number}" for number in range(len(heads))]
        first = ("name", *(("cohort",) if with_cohort else ()), *CHOSEN)
        last = ("attended", *(("lessons",) if lessons else ()), "certificate", "commitments")
        self._put_columns((*first, *sessions, *last), heads)
        self.ids = tuple(row.enrolment.id for row in shown)
        self.setRowCount(len(shown))
        for number, row in enumerate(shown):
            for column, text in enumerate(self._texts(row)):
                cell = QTableWidgetItem(text)
                cell.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                cell.setToolTip(literal_tip(text))
                self.setItem(number, column, cell)
        earned = self.columns.index("certificate")
        self.setColumnWidth(earned, min(max(_WIDTHS["certificate"], self.sizeHintForColumn(earned) + 8), _MOST_EARNED))
        self._choose(chosen, current, min(place, len(self.columns) - 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _TURN:
            self._open(self.currentColumn())
        elif event.key() == Qt.Key.Key_F2:
            self._edit()
        else:
            super().keyPressEvent(event)

    def _choose(self, chosen: Sequence[str], current: str, column: int) -> None:
        """Choose those that were, whatever keys are held meanwhile: with Ctrl, Qt would take a row out again."""
        if not self.ids:
            return
        flags, model = QItemSelectionModel.SelectionFlag, self.selectionModel()
        row = self.ids.index(current) if current in self.ids else 0
        model.setCurrentIndex(self.model().index(row, column), flags.ClearAndSelect | flags.Rows)
        for each in chosen:
            if each in self.ids and current in self.ids:
                model.select(self.model().index(self.ids.index(each), column), flags.Select | flags.Rows)

    def _open(self, column: int) -> None:
        """In a column that can be chosen in place, choose; in any other one, edit the whole enrolment."""
        if 0 <= column < len(self.columns) and self.columns[column] in CHOSEN:
            self.chooseRequested.emit(self.columns[column])
        else:
            self._edit()

    def _edit(self) -> None:
        if 0 <= self.currentRow() < len(self.ids):
            self.editRequested.emit(self.ids[self.currentRow()])

    def _put_columns(self, columns: tuple[str, ...], heads: Sequence[SessionHead]) -> None:
        same, self.columns = self.columns == columns, columns
        self.setColumnCount(len(columns))
        for place, column in enumerate(columns):
            name, _, number = column.partition(":")
            head = heads[int(number)] if number else None
            said = head.title if head else self._words(f"program.column_{name}")
            short = self._words(f"program.head_{name}") if name in _SHORT else said
            item = QTableWidgetItem(head.text if head else short)
            item.setToolTip(literal_tip(said))
            self.setHorizontalHeaderItem(place, item)
            if not same and name != "name":
                self.setColumnWidth(place, _WIDTHS[name])
        header = self.horizontalHeader()
        header.setMinimumSectionSize(56)
        for place in range(len(columns)):
            mode = QHeaderView.ResizeMode.Interactive
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch if place == 0 else mode)

    def _texts(self, row: Row) -> list[str]:
        words = self._words
        attended = [
            words("program.cell", mark=MARKS[each], said=words(f"program.attended_{each}")) for each in row.attended
        ]
        told = {
            "name": row.person.name,
            "cohort": row.cohort.title,
            "state": words(f"program.state_{row.enrolment.state}"),
            "track": row.track or "–",
            "group": row.group or "–",
            "attended": attended_told(row, words),
            "lessons": lessons_told(row, words),
            "certificate": _earned(row, words) or "–",
            "commitments": str(row.commitments or "–"),
        }
        told |= {f"session:{place}": text for place, text in enumerate(attended)}
        return [told.get(column, "") for column in self.columns]


def _earned(row: Row, words: Words) -> str:
    """The certificate, then the badges of the program, in few words: the tip of the cell has room for all of them."""
    certificate = words(f"program.short_{row.certificate}") if row.certificate else ""
    return ", ".join(filter(None, (certificate, badges_told(row, words))))
