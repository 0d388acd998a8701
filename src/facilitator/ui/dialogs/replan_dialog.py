"""ReplanDialog: how the rest of the session could still end on time, before anything is changed."""

from collections.abc import Callable, Sequence
from datetime import datetime, time, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from facilitator.content.words import Words
from facilitator.domain.refusal import EditRejected
from facilitator.ui.buttons import button
from facilitator.ui.dialogs.saying_dialog import SayingDialog
from facilitator.ui.dialogs.time_line import TimeLine
from facilitator.ui.errors import sentence
from facilitator.ui.plain_label import PlainLabel
from facilitator.ui.time_words import time_of_day
from facilitator.workshop.replanning import Planned, Proposal

_WIDTH, _ROW, _HEAD, _MOST_ROWS = 720, 32, 36, 11
_COLUMNS = ("segment", "before", "after", "note")
_HALF_A_DAY, _MINUTE = timedelta(hours=12), timedelta(minutes=1)


class ReplanDialog(SayingDialog):
    """Old and new times side by side; Enter applies them as one step.

    `propose` makes a proposal for an end, None for the one that is planned; `apply` says whether it was saved, and
    `say` shows why it was not.
    """

    def __init__(
        self,
        propose: Callable[[datetime | None], Proposal],
        apply: Callable[[Proposal], bool],
        words: Words,
        parent: QWidget | None,
    ) -> None:
        super().__init__(words("clock.replan_title"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._propose, self._apply, self._words = propose, apply, words
        self.proposal = propose(None)
        self._planned_end = self.proposal.ends_at
        self._said = PlainLabel("", wraps=True)
        self._dropped = PlainLabel("", "quiet", wraps=True)
        self.end = TimeLine(self._planned_end.astimezone().time())
        self.end.setAccessibleName(words("clock.end"))
        self.end.textChanged.connect(lambda text: self._follow_end())
        self.end.editingFinished.connect(self._read_end)
        self.table = self._empty_table()
        self.apply_button = button(words("clock.apply"), self._enter, main=True)
        self.apply_button.setDefault(True)
        self._lay_out()
        self._show()
        self.table.setFixedHeight(_HEAD + _ROW * min(self.table.rowCount(), _MOST_ROWS))
        self.resize(_WIDTH, self.sizeHint().height())
        self.apply_button.setFocus()

    @property
    def said(self) -> str:
        """What the proposal comes to, in a sentence or two."""
        return " ".join(filter(None, (self._said.text(), self._dropped.text())))

    def _follow_end(self) -> None:
        """Plan for what is typed; what is no time yet may become one, so nothing is said of it."""
        try:
            wanted = self.end.read()
        except EditRejected:
            self.apply_button.setEnabled(False)
        else:
            self._plan_for(wanted)

    def _read_end(self) -> None:
        """Show how the end was read once it is typed, or say why it can't be."""
        try:
            self.end.show_time(self.end.read())
        except EditRejected as refusal:
            self.say(sentence(refusal, self._words))

    def _plan_for(self, end: time) -> None:
        planned = self._planned_end.astimezone()
        wanted = planned.replace(hour=end.hour, minute=end.minute)
        if (end.hour, end.minute) == (planned.hour, planned.minute):
            wanted = planned
        elif wanted < planned - _HALF_A_DAY:  # the nearest such time: midnight may lie between
            wanted += timedelta(days=1)
        elif wanted > planned + _HALF_A_DAY:
            wanted -= timedelta(days=1)
        self.proposal = self._propose(wanted)
        self._show()

    def _enter(self) -> None:
        if self._apply(self.proposal):
            self.accept()

    def _show(self) -> None:
        words, proposal = self._words, self.proposal
        self._said.setText(said(proposal, words))
        names = words.list([words.quote(segment.title) for segment in proposal.dropped])
        self._dropped.setText(words("clock.must_drop", count=len(proposal.dropped), names=names) if names else "")
        self._dropped.setVisible(bool(names))
        self.say("")
        self.apply_button.setEnabled(proposal.cuts or proposal.ends_at != self._planned_end)
        self.table.setRowCount(len(proposal.lines))
        for row, line in enumerate(proposal.lines):
            for column, text in enumerate(self._cells(line)):
                item = QTableWidgetItem(text)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                self.table.setItem(row, column, item)

    def _cells(self, line: Planned) -> Sequence[str]:
        words = self._words
        before = words("clock.at_for", time=time_of_day(line.began_at), count=line.segment.minutes)
        after = words("clock.at_for", time=time_of_day(line.begins_at), count=line.minutes)
        key = "kept" if line.segment.kept else "cut" if 0 < line.minutes < line.segment.minutes else ""
        if line.dropped or not line.segment.minutes:
            key, after = "dropped", "–"
        note = words(f"clock.{key}", count=line.segment.minutes - line.minutes) if key else ""
        return line.segment.title, before, after, note

    def _empty_table(self) -> QTableWidget:
        table = QTableWidget(0, len(_COLUMNS))
        table.setAccessibleName(self._words("clock.replan_table"))
        table.setHorizontalHeaderLabels([self._words(f"clock.column_{name}") for name in _COLUMNS])
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(_ROW)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        header = table.horizontalHeader()
        header.setFixedHeight(_HEAD - 4)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        return table

    def _lay_out(self) -> None:
        words = self._words
        end = QHBoxLayout()
        end.addWidget(PlainLabel(words("clock.end"), "fieldLabel"))
        end.addWidget(self.end)
        end.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addLayout(end, 1)
        buttons.addWidget(button(words("console.cancel"), self.reject, key=words("console.key_escape")))
        buttons.addWidget(self.apply_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(10)
        for part in (self._said, self._dropped, self.table, self._problem):
            layout.addWidget(part)
        layout.addLayout(buttons)


def said(proposal: Proposal, words: Words) -> str:
    """What a proposal comes to: on time, still late and by how much, or that there is nothing to do."""
    in_time = abs(proposal.finishes_at - proposal.ends_at) < _MINUTE
    ends, finishes = time_of_day(proposal.ends_at), time_of_day(proposal.ends_at if in_time else proposal.finishes_at)
    if proposal.missing:
        return words("clock.not_reached", count=proposal.missing, ends=ends, finishes=finishes)
    if not proposal.cuts:
        return words("clock.nothing_to_cut", ends=ends, finishes=finishes)
    return words("clock.reached", ends=ends, finished=time_of_day(proposal.finished_at), finishes=finishes)
