"""CommitmentsDialog: what one person set out to do. For the facilitator alone."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QTableWidgetItem, QVBoxLayout, QWidget

from facilitator.content.words import Words
from facilitator.domain.commitment import COMMITMENT_STATES, Commitment, CommitmentState
from facilitator.ui.buttons import button
from facilitator.ui.console.rows import CellPainter
from facilitator.ui.dialogs.saying_dialog import SayingDialog, fit_to_screen
from facilitator.ui.dialogs.uncopied_table import UncopiedTable
from facilitator.ui.literal_tip import literal_tip
from facilitator.ui.plain_label import PlainLabel
from facilitator.ui.private_part import PrivatePart

_WIDTH, _HEIGHT = 980, 600
_COLUMNS = ("will", "with", "sign", "due", "state")
_WIDTHS = {"with": 130, "sign": 240, "due": 160, "state": 120}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
_ADD_KEY = "Ctrl+N"


class CommitmentActs(Protocol):
    """What the dialog asks for; an edit says whether it was saved."""

    def commitments(self) -> Sequence[Commitment]: ...
    def add(self) -> None: ...
    def edit(self, commitment_id: str) -> None: ...
    def put(self, commitment_id: str, state: CommitmentState) -> bool: ...
    def remove(self, commitment_id: str) -> bool: ...
    def undo(self) -> bool: ...


class CommitmentsDialog(SayingDialog):
    """A row each: Enter or F2 edits it, Space makes it done, dropped, open again, Del removes it, Ctrl+N adds one.

    Where there is none yet, Enter and F2 add one. Undo takes back what was done here, step by step.
    """

    def __init__(self, name: str, acts: CommitmentActs, words: Words, parent: QWidget) -> None:
        super().__init__(words("personal.commitments_title"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._acts, self._words, self._steps = acts, words, 0
        self._title = PlainLabel(words("personal.commitments_of", name=name), "title", wraps=True)
        self.table = _Table(words)
        self.table.editRequested.connect(self._edit)
        self.table.turned.connect(self.turn)
        self.table.removeRequested.connect(self.remove)
        self.table.itemSelectionChanged.connect(self._let)
        self._hint = PlainLabel("", "small", wraps=True)
        self.add = button(words("personal.commitment_add"), acts.add, icon_name="plus", key=_ADD_KEY)
        self.edit = button(words("personal.commitment_change"), self._edit, key="F2")
        self.state = button(words("personal.commitment_turn"), self.turn, key=words("people.presence_key"))
        self.gone = button(words("personal.commitment_remove"), self.remove, key=words("console.key_delete"))
        self.undo_button = button(words("console.undo"), self.undo, icon_name="undo", key="Ctrl+Z")
        self._lay_out()
        QShortcut(QKeySequence(_ADD_KEY), self).activated.connect(acts.add)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self).activated.connect(self.undo)
        self.refresh()
        fit_to_screen(self, _WIDTH, _HEIGHT)
        QShortcut(QKeySequence(Qt.Key.Key_F2), self).activated.connect(self._edit)
        self.table.setFocus()  # no button: words typed by mistake would press it with their first space

    def refresh(self) -> None:
        """Show them as they are now."""
        self.table.show_commitments(self._acts.commitments())
        self._hint.setText(self._words("personal.commitments_hint" if self.table.ids else "personal.commitments_none"))
        self.undo_button.setEnabled(self._steps > 0)
        self._let()

    def step_done(self) -> None:
        """Somebody saved a step for this dialog, which its undo takes back, too."""
        self._steps += 1
        self.refresh()
        self.table.setFocus()

    def turn(self) -> None:
        """The state that comes after that of the current one: open, done, dropped, open."""
        now = {each.id: each.state for each in self._acts.commitments()}
        its_id = self.table.current
        if its_id:
            places = [place for place, each in enumerate(COMMITMENT_STATES, start=1) if each == now[its_id]]
            state = COMMITMENT_STATES[places[0] % len(COMMITMENT_STATES)]
            self._do(lambda: self._acts.put(its_id, state))

    def remove(self) -> None:
        """Take the current one out; undo brings it back."""
        its_id = self.table.current
        if its_id:
            self._do(lambda: self._acts.remove(its_id))

    def undo(self) -> None:
        """Take the last step back that was done here."""
        if self._steps and self._acts.undo():
            self._steps -= 1
        self.refresh()

    def _edit(self) -> None:
        if self.table.current:
            self._acts.edit(self.table.current)
        elif not self.table.ids:
            self._acts.add()

    def _do(self, act: Callable[[], bool]) -> None:
        self.say("")
        self._steps += act()
        self.refresh()

    def _let(self) -> None:
        for each in (self.edit, self.state, self.gone):
            each.setEnabled(bool(self.table.current))

    def _lay_out(self) -> None:
        words = self._words
        private = PrivatePart(words("personal.commitments_private"), "fieldLabel")
        private.inside.addWidget(self.table, 1)
        row, below = QHBoxLayout(), QHBoxLayout()
        for each in (self.add, self.edit, self.state, self.gone):
            row.addWidget(each)
        row.addStretch(1)
        private.inside.addLayout(row)
        below.addWidget(self._hint, 1)
        below.addWidget(self.undo_button)
        below.addWidget(button(words("console.close"), self.accept, main=True, key=words("console.key_escape")))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 14)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addWidget(private, 1)
        layout.addWidget(self._problem)
        layout.addLayout(below)


class _Table(UncopiedTable):
    editRequested = Signal()
    turned = Signal()
    removeRequested = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__(0, len(_COLUMNS))
        self._words = words
        self.ids: tuple[str, ...] = ()
        self.setAccessibleName(words("personal.commitments"))
        self.setHorizontalHeaderLabels([words(f"personal.head_{column}") for column in _COLUMNS])
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self._painter = CellPainter(self)
        self.setItemDelegate(self._painter)
        rows, header = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, name in enumerate(_COLUMNS):
            if name in _WIDTHS:
                self.setColumnWidth(column, _WIDTHS[name])
        self.cellDoubleClicked.connect(lambda row, column: self.editRequested.emit())

    @property
    def current(self) -> str:
        """The id of the current one, "" for none."""
        row = self.currentRow()
        return self.ids[row] if 0 <= row < len(self.ids) and self.selectedIndexes() else ""

    def show_commitments(self, commitments: Sequence[Commitment]) -> None:
        """Show these; the current one stays so, and a new one becomes it."""
        before, current = self.ids, self.current
        self.ids = tuple(each.id for each in commitments)
        self.setRowCount(len(commitments))
        for row, each in enumerate(commitments):
            due = self._words.date(each.due) if each.due else ""
            state = self._words(f"personal.state_{each.state}")
            for column, text in enumerate((each.text, each.with_whom, each.sign, due, state)):
                cell = QTableWidgetItem(text)
                cell.setToolTip(literal_tip(each.result if column == len(_COLUMNS) - 1 else text))
                self.setItem(row, column, cell)
        new = [each for each in self.ids if each not in before] if before else []
        wanted = new[-1] if new else current
        if self.ids:
            self.setCurrentCell(self.ids.index(wanted) if wanted in self.ids else len(self.ids) - 1, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.editRequested.emit()
        elif event.key() == Qt.Key.Key_Space:
            self.turned.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.removeRequested.emit()
        else:
            super().keyPressEvent(event)
