"""PeoplePreview: whom a pasted list or an attendance report would bring into the session, before anything is done."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from facilitator.boards.attendance_taking import rejected_rows, told_alike, told_attendance
from facilitator.content.words import Words
from facilitator.exchange.attendance.attended import AttendanceReading, Attended
from facilitator.ui.buttons import button, set_text
from facilitator.ui.dialogs.latest import QUICK
from facilitator.ui.dialogs.reading_dialog import ReadingDialog
from facilitator.ui.dialogs.saying_dialog import fit_to_screen
from facilitator.ui.dialogs.uncopied_table import UncopiedTable
from facilitator.ui.literal_tip import literal_tip
from facilitator.ui.plain_label import PlainLabel
from facilitator.workshop.participants import NOT_BY_ITSELF, Match

_SHOWN = 200
_WIDTH, _HEIGHT = 960, 560
_OFF = Qt.CheckState.Unchecked
_COLUMNS = ("name", "organization", "pronouns", "minutes", "fate")


@dataclass(frozen=True, slots=True)
class PeopleReading:
    """People as they were read, and who of them is who; `planned` are the minutes of the agenda, 0 for none.

    `elsewhere` says that the report seems to be of another session, "" where it doesn't.
    """

    reading: AttendanceReading
    matches: Sequence[Match]
    planned: int = 0
    elsewhere: str = ""

    def without(self, places: Collection[int]) -> "PeopleReading":
        """The same but for the people at these places."""
        left = [place for place in range(len(self.matches)) if place not in places]
        people = tuple(self.reading.people[place] for place in left)
        matches = [self.matches[place] for place in left]
        return replace(self, reading=replace(self.reading, people=people), matches=matches)


Put = Callable[[AttendanceReading, bool, Sequence[Attended]], bool]


class PeoplePreview(ReadingDialog):
    """Counts, the people with a box to tick and what happens to each, and rows that can't be read.

    Who has to be looked at is not ticked at first, and nobody is where the report seems to be of another session: then
    `take_elsewhere` has to be ticked before anybody comes in.

    `read` reads and must touch nothing that changes; `put` takes those who are ticked, where asked for with who is not
    among all that were read as absent, and says whether that was saved. Space ticks, Del leaves the chosen rows out.
    Enter takes the others; Esc breaks off, also while a long file is read.
    """

    def __init__(self, length: int, read: Callable[[], PeopleReading], put: Put, words: Words, parent: QWidget) -> None:
        super().__init__(words("people.preview_title"), words("people.reading"), words, parent)
        self._put = put
        self.found: PeopleReading | None = None
        self._left_out = 0
        self._on: list[bool] = []
        self._read: Sequence[Attended] = ()
        self._elsewhere = PlainLabel("", "problem", wraps=True)
        self.take_elsewhere = QCheckBox(words("people.another_take"))
        self.take_elsewhere.toggled.connect(self._turn_all)
        self._heading = PlainLabel(words("people.reading"), "title")
        self._counts = PlainLabel("", "quiet", wraps=True)
        self._rejected = PlainLabel("", "caution", wraps=True)
        self.absent_rest = QCheckBox(words("people.absent_rest"))
        self.table = _table(words)
        self.table.itemChanged.connect(self._ticked)
        QShortcut(
            QKeySequence(Qt.Key.Key_Space), self.table, context=Qt.ShortcutContext.WidgetShortcut
        ).activated.connect(self._turn)
        QShortcut(
            QKeySequence(Qt.Key.Key_Delete), self.table, context=Qt.ShortcutContext.WidgetShortcut
        ).activated.connect(self.leave_out)
        self._more = PlainLabel("", "small", wraps=True)
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
    def warned(self) -> str:
        """Who may be one, and which rows can't be read, "" for none."""
        return self._rejected.text()

    @property
    def elsewhere(self) -> str:
        """That the report seems to be of another session, "" where it doesn't."""
        return self._elsewhere.text()

    def put(self) -> None:
        """Take everybody who is ticked, as one step."""
        if self.found and self.put_button.isEnabled():
            off = [place for place, on in enumerate(self._on) if not on]
            if self._put(self.found.without(off).reading, self.absent_rest.isChecked(), self._read):
                self.accept()

    def leave_out(self) -> None:
        """Take the people of the chosen rows out of what is to come in."""
        rows = {index.row() for index in self.table.selectedIndexes()}
        if self.found and rows:
            at = min(rows)
            self._left_out += len(rows)
            on = [each for place, each in enumerate(self._on) if place not in rows]
            self._show(self.found.without(rows), on)
            if self.table.rowCount():
                self.table.setFocus()
                self.table.setCurrentCell(min(at, self.table.rowCount() - 1), 0)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self._more, 1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.put_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        for above in (self._heading, self._counts, self._elsewhere, self.take_elsewhere):
            layout.addWidget(above)
        layout.addWidget(self.table, 1)
        for part in (self._rejected, self._progress, self.absent_rest, self._problem):
            layout.addWidget(part)
        layout.addLayout(buttons)

    def _fail(self, error: Exception) -> None:
        self._show(None)
        self._heading.setText(self._words("people.cannot"))
        self._say_unread(error)

    def _ticked(self, item: QTableWidgetItem) -> None:
        if item.column() == 0:
            self._on[item.row()] = item.checkState() == Qt.CheckState.Checked
            self._count()

    def _turn(self) -> None:
        """All chosen become what the first of them is not."""
        rows = sorted({index.row() for index in self.table.selectedIndexes()})
        on = bool(rows) and not self._on[rows[0]]
        for row in rows:
            if item := self.table.item(row, 0):
                item.setCheckState(_state(on=on))

    def _turn_all(self, on: bool) -> None:
        """Tick all who need no look, or nobody."""
        if self.found:
            self._show(self.found, [on and each.look not in NOT_BY_ITSELF for each in self.found.matches])

    def _count(self) -> None:
        count, waits = sum(self._on), bool(self.elsewhere) and not self.take_elsewhere.isChecked()
        set_text(self.put_button, self._words("people.take", count=count))
        self.put_button.setEnabled(count > 0 and not waits)

    def _show(self, found: PeopleReading | None, on: list[bool] | None = None) -> None:
        words, self.found = self._words, found
        self._elsewhere.setText(found.elsewhere if found else "")
        for part in (self._elsewhere, self.take_elsewhere):
            part.setVisible(bool(self.elsewhere))
        usual = [not found.elsewhere and each.look not in NOT_BY_ITSELF for each in found.matches] if found else []
        self._on = usual if on is None else on
        self._progress.setVisible(self.is_busy)
        self.say("")
        timed = found is not None and found.reading.timed
        self.absent_rest.setVisible(timed)
        self.setWindowTitle(words("people.preview_title_timed" if timed else "people.preview_title"))
        count = len(found.matches) if found else 0
        told = [*told_alike(found.reading, words), *rejected_rows(found.reading, words)] if found else []
        self._rejected.setText("\n".join(told))
        self._rejected.setVisible(bool(told))
        shown = [words("people.first_shown", count=_SHOWN)] if count > _SHOWN else []
        self._more.setText(" ".join([*shown, words("people.preview_hint")] if count else shown))
        self.table.setColumnHidden(_COLUMNS.index("minutes"), not timed)
        self.table.blockSignals(True)
        _fill(self.table, found, self._on, words)
        self.table.blockSignals(False)
        self._count()
        if found:
            self._read = self._read or found.reading.people
            self._heading.setText(words("people.question_timed" if timed else "people.question", count=count))
            told = told_attendance(found.reading, found.matches, words)
            told += [words("people.left_out", count=self._left_out)] if self._left_out else []
            self._counts.setText(" · ".join(told))
        if self.elsewhere and not self.take_elsewhere.isChecked():
            self.take_elsewhere.setFocus()
        else:
            (self.put_button if count else self.cancel).setFocus()


def _state(*, on: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if on else _OFF


def _table(words: Words) -> UncopiedTable:
    table = UncopiedTable(0, len(_COLUMNS))
    table.setAccessibleName(words("people.preview_title"))
    table.setHorizontalHeaderLabels([words(f"people.{name}") for name in _COLUMNS])
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)  # a fate may take two lines
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
    header.setSectionResizeMode(_COLUMNS.index("fate"), QHeaderView.ResizeMode.Stretch)
    for column, width in enumerate((170, 150, 80, 110)):
        table.setColumnWidth(column, width)
    table.setTabKeyNavigation(False)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    return table


def _fill(table: UncopiedTable, found: PeopleReading | None, on: Sequence[bool], words: Words) -> None:
    people = list(zip(found.matches, found.reading.people, strict=True))[:_SHOWN] if found else []
    table.clearSelection()
    table.setRowCount(len(people))
    for row, (match, who) in enumerate(people):
        minutes = "" if who.minutes is None else str(who.minutes)
        if minutes and found and found.planned:
            minutes = words("people.minutes_of", minutes=who.minutes, planned=found.planned)
        texts = (who.name, who.organization, who.pronouns, minutes, _fate(match, who, words))
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setToolTip(literal_tip(text))
            if column == 0:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(_state(on=on[row]))
            table.setItem(row, column, item)


def _fate(match: Match, who: Attended, words: Words) -> str:
    """Whether somebody is new, whom they were made one with, and what is noted of how they were there."""
    key = "here" if match.attendance else "known" if match.person else "new"
    told = [words(f"people.fate_{key}")]
    if match.person and match.person.name != who.name:
        told.append(words("people.known_as", name=match.person.name))
    if who.also:
        told.append(words("people.merged_with", names=", ".join(who.also)))
    elif who.rows > max(who.joins, 1):
        told.append(words("people.merged_rows", count=who.rows))
    if match.look:
        told.insert(0, words(f"people.look_{match.look}", minutes=match.told.minutes))
    if match.told.minutes is not None:
        told += [words(f"people.fate_{match.presence}")] if match.presence else []
        if match.told.joins > 1:
            told.append(words("people.joins", count=match.told.joins))
    return " · ".join(told)
