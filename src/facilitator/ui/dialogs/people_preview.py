"""PeoplePreview: whom a pasted list or an attendance report would bring into the session, before anything is done."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QProgressBar,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from facilitator.boards.attendance_taking import rejected_rows, told_attendance
from facilitator.content.words import Words
from facilitator.domain.refusal import Refusal
from facilitator.exchange.attendance.attended import AttendanceReading
from facilitator.ui.buttons import button, set_text
from facilitator.ui.dialogs.latest import QUICK, Latest
from facilitator.ui.dialogs.saying_dialog import SayingDialog, fit_to_screen
from facilitator.ui.dialogs.uncopied_table import UncopiedTable
from facilitator.ui.errors import raise_again, sentence
from facilitator.ui.plain_label import PlainLabel
from facilitator.workshop.participants import Match

_SHOWN = 200
_WIDTH, _HEIGHT = 880, 560
_COLUMNS = ("name", "organization", "minutes", "fate")


@dataclass(frozen=True, slots=True)
class PeopleReading:
    """People as they were read, and who of them is who."""

    reading: AttendanceReading
    matches: Sequence[Match]


Put = Callable[[AttendanceReading, bool], bool]


class PeoplePreview(SayingDialog):
    """Counts, the people with what happens to each, and rows that can't be read.

    `read` reads and must touch nothing that changes; `put` takes all of it, where asked for with those who are not in
    it as absent, and says whether that was saved. Enter takes it; Esc breaks off, also while a long file is read.
    """

    def __init__(self, length: int, read: Callable[[], PeopleReading], put: Put, words: Words, parent: QWidget) -> None:
        super().__init__(words("people.preview_title"), parent)
        self._put, self._words = put, words
        self.found: PeopleReading | None = None
        self._latest = Latest(self)
        self._heading = PlainLabel(words("people.reading"), "title")
        self._counts = PlainLabel("", "quiet", wraps=True)
        self._rejected = PlainLabel("", "caution", wraps=True)
        self.absent_rest = QCheckBox(words("people.absent_rest"))
        self.table = _table(words)
        self._more = PlainLabel("", "small", wraps=True)
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setAccessibleName(words("people.reading"))
        self.put_button = button("", self.put, main=True)
        self.put_button.setDefault(True)
        self.cancel = button(words("console.cancel"), self.reject, key=words("console.key_escape"))
        self.cancel.setAutoDefault(True)  # Enter on it is not to take anything
        self._lay_out()
        self._latest.busy.connect(self._progress.setVisible)
        self._show(None)
        fit_to_screen(self, _WIDTH, _HEIGHT)
        self._latest.run(read, self._show, self._fail, quick=length <= QUICK)

    @property
    def heading(self) -> str:
        """The question that the preview asks, or what it does."""
        return self._heading.text()

    @property
    def counts(self) -> str:
        """How it was read, who is new, and what was made one or left behind."""
        return self._counts.text()

    @property
    def is_busy(self) -> bool:
        """Whether it is still being read."""
        return self._latest.is_busy

    def put(self) -> None:
        """Take everybody, as one step."""
        if self.found and self._put(self.found.reading, self.absent_rest.isChecked()):
            self.accept()

    def done(self, result: int) -> None:
        self._latest.drop()
        super().done(result)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self._more, 1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.put_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        for label in (self._heading, self._counts):
            layout.addWidget(label)
        layout.addWidget(self.table, 1)
        for part in (self._rejected, self._progress, self.absent_rest, self._problem):
            layout.addWidget(part)
        layout.addLayout(buttons)

    def _fail(self, error: Exception) -> None:
        self._show(None)
        self._heading.setText(self._words("people.cannot"))
        if isinstance(error, Refusal):
            self.say(sentence(error, self._words))
        else:
            self.reject()
            raise_again(error)

    def _show(self, found: PeopleReading | None) -> None:
        words, self.found = self._words, found
        self._progress.setVisible(self.is_busy)
        self.say("")
        timed = found is not None and found.reading.timed
        self.absent_rest.setVisible(timed)
        self.setWindowTitle(words("people.preview_title_timed" if timed else "people.preview_title"))
        count = len(found.matches) if found else 0
        told = rejected_rows(found.reading, words) if found else []
        self._rejected.setText("\n".join(told))
        self._rejected.setVisible(bool(told))
        self._more.setText(words("people.first_shown", count=_SHOWN) if count > _SHOWN else "")
        self.table.setColumnHidden(_COLUMNS.index("minutes"), not timed)
        _fill(self.table, found.matches[:_SHOWN] if found else (), words)
        set_text(self.put_button, words("people.take", count=count))
        self.put_button.setEnabled(count > 0)
        if found:
            self._heading.setText(words("people.question_timed" if timed else "people.question", count=count))
            self._counts.setText(" · ".join(told_attendance(found.reading, found.matches, words)))
        (self.put_button if count else self.cancel).setFocus()


def _table(words: Words) -> UncopiedTable:
    table = UncopiedTable(0, len(_COLUMNS))
    table.setAccessibleName(words("people.preview_title"))
    table.setHorizontalHeaderLabels([words(f"people.{name}") for name in _COLUMNS])
    table.verticalHeader().hide()
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
    header.setSectionResizeMode(_COLUMNS.index("fate"), QHeaderView.ResizeMode.Stretch)
    for column, width in enumerate((230, 190, 80)):
        table.setColumnWidth(column, width)
    table.setTabKeyNavigation(False)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    return table


def _fill(table: UncopiedTable, matches: Sequence[Match], words: Words) -> None:
    table.setRowCount(len(matches))
    for row, match in enumerate(matches):
        told = match.told
        minutes = "" if told.minutes is None else str(told.minutes)
        for column, text in enumerate((told.name, told.organization, minutes, _fate(match, words))):
            table.setItem(row, column, QTableWidgetItem(text))


def _fate(match: Match, words: Words) -> str:
    """Whether somebody is new, and what is noted of how they were there."""
    key = "here" if match.attendance else "known" if match.person else "new"
    told = [words(f"people.fate_{key}")]
    if match.told.minutes is not None:
        told.append(words(f"people.fate_{match.presence}"))
        if match.told.joins > 1:
            told.append(words("people.joins", count=match.told.joins))
    return " · ".join(told)
