"""CertificateTable: who of a cohort has earned which certificate, and why; a box to tick for each not issued yet."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidgetItem

from facilitator.content.words import Words
from facilitator.domain.learning import Certificate
from facilitator.learning.certifying import Candidate
from facilitator.ui.dialogs.uncopied_table import UncopiedTable
from facilitator.ui.literal_tip import literal_tip

_COLUMNS = ("name", "printed", "earned", "why", "issued")
_WIDTHS = {"name": 190, "printed": 150, "earned": 190, "issued": 230}
_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked
_ROWS = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows


class CertificateTable(UncopiedTable):
    """Space or a click ticks those who earned one that they don't have; Del takes back what was issued to the chosen.

    `ticked` tells that others are ticked or chosen.
    """

    ticked = Signal()
    removeRequested = Signal()

    def __init__(self, told: Callable[[Certificate], str], words: Words) -> None:
        super().__init__(0, len(_COLUMNS))
        self._told, self._words = told, words
        self._rows: tuple[Candidate, ...] = ()
        self.setAccessibleName(words("lesson.certificates_of_cohort"))
        self.setHorizontalHeaderLabels([words(f"lesson.certificate_{column}") for column in _COLUMNS])
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        heads, header = self.verticalHeader(), self.horizontalHeader()
        heads.hide()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(_COLUMNS.index("why"), QHeaderView.ResizeMode.Stretch)
        for column, name in enumerate(_COLUMNS):
            if name in _WIDTHS:
                self.setColumnWidth(column, _WIDTHS[name])
        self.itemChanged.connect(lambda item: self.ticked.emit())
        self.itemSelectionChanged.connect(self.ticked.emit)

    @property
    def ticked_people(self) -> tuple[str, ...]:
        """The ids of those who are ticked, in the order of the list."""
        return tuple(row.person_id for place, row in enumerate(self._rows) if self._check(place) == _ON)

    @property
    def chosen(self) -> tuple[Candidate, ...]:
        """Those whose rows are chosen."""
        places = sorted({index.row() for index in self.selectedIndexes()})
        return tuple(self._rows[place] for place in places if place < len(self._rows))

    def show_candidates(self, rows: Sequence[Candidate], *, ticks: bool = True) -> None:
        """Show these; who can be issued something is ticked at first where `ticks` says so, and later as it was."""
        before = {row.person_id: self._check(place) for place, row in enumerate(self._rows)}
        chosen, current = {each.person_id for each in self.chosen}, max(self.currentRow(), 0)
        self.blockSignals(True)
        self._rows = tuple(rows)
        self.setRowCount(len(rows))
        for place, row in enumerate(rows):
            for column, text in enumerate(self._texts(row)):
                cell = QTableWidgetItem(text)
                cell.setToolTip(literal_tip(text))
                if column == 0 and row.earned and not row.has_it:
                    was = before.get(row.person_id)
                    cell.setFlags(cell.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                    cell.setCheckState((_ON if ticks else _OFF) if was is None else was)
                self.setItem(place, column, cell)
        if rows:
            self.setCurrentCell(min(current, len(rows) - 1), 0)
            self.choose(chosen)
        self.blockSignals(False)
        self.ticked.emit()

    def choose(self, person_ids: Sequence[str] | set[str]) -> None:
        """Choose the rows of these people, too."""
        for place, row in enumerate(self._rows):
            if row.person_id in person_ids:
                self.selectionModel().select(self.model().index(place, 0), _ROWS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._turn()
        elif event.key() == Qt.Key.Key_Delete:
            self.removeRequested.emit()
        else:
            super().keyPressEvent(event)

    def _turn(self) -> None:
        """All chosen that can be ticked become what the current one is not."""
        places = sorted({index.row() for index in self.selectedIndexes()})
        checks = [self._check(place) for place in places]
        wanted = _OFF if _ON in checks else _ON
        for place, check in zip(places, checks, strict=True):
            cell = self.item(place, 0)
            if check is not None and cell:
                cell.setCheckState(wanted)

    def _check(self, place: int) -> Qt.CheckState | None:
        cell = self.item(place, 0)
        if cell is None or not cell.flags() & Qt.ItemFlag.ItemIsUserCheckable or cell.data(_CHECK) is None:
            return None
        return cell.checkState()

    def _texts(self, row: Candidate) -> tuple[str, ...]:
        words = self._words
        earned = words(f"learning.sort_{row.earned}") if row.earned else words("lesson.none_earned")
        printed = row.printed or words("lesson.not_named")
        issued = []
        for each in row.issued:
            told, sort = self._told(each), words(f"learning.sort_{each.sort}")
            issued.append(told if each.sort == row.earned else words("lesson.issued_other", told=told, sort=sort))
        return row.name, printed, earned, row.why, "\n".join(issued)


_CHECK = Qt.ItemDataRole.CheckStateRole
