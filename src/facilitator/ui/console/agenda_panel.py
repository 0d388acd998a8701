"""AgendaPanel: the clock of the session and its timed segments."""

from collections.abc import Mapping
from datetime import date, datetime, time

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Segment, Session
from facilitator.ui import style
from facilitator.ui.buttons import button
from facilitator.ui.choosing import ChoiceBox
from facilitator.ui.console.agenda_heading import AgendaHeading
from facilitator.ui.console.clock_strip import ClockStrip
from facilitator.ui.console.hints_button import HintsButton
from facilitator.ui.console.rows import ASIDE, DONE, ON_STAGE
from facilitator.ui.console.segment_list import SegmentList
from facilitator.ui.console.segment_rows import BEGINS
from facilitator.ui.icons import icon
from facilitator.ui.literal_tip import literal_tip
from facilitator.ui.method_texts import method_name
from facilitator.workshop.agenda import Running, segments_of, sessions_of
from facilitator.workshop.agenda_checks import energy_checks, hints
from facilitator.workshop.clock import Clock, starting_times
from facilitator.workshop.session_names import session_names, title_with_cohort

AGENDA_KEY = "Alt+A"
"""Goes to the list of segments."""

_PLUS = 28


class AgendaPanel(QWidget):
    """Shows one session's agenda, the running one's if any runs, and asks for every edit by signals with ids.

    `menu` stands at the end of its heading. `sessionShown` says that it turned to another session,
    `sessionChosen` with its id that somebody chose that. An id is "" where
    there is no segment to add another one beside.
    """

    segmentChosen = Signal(object)
    startRequested = Signal(str)
    editRequested = Signal(str)
    addRequested = Signal(str, bool)
    moveRequested = Signal(str, int)
    removeRequested = Signal(str)
    newSessionRequested = Signal()
    sessionShown = Signal()
    sessionChosen = Signal(str)

    def __init__(self, words: Words, menu: QWidget) -> None:
        super().__init__()
        self._words = words
        self._document, self._shown = Document(), ""
        self._segments: tuple[Segment, ...] = ()
        self._times: Mapping[str, time] = {}
        self._runs: Running | None = None
        self._clock: Clock | None = None
        self._now: datetime | None = None
        self._heading = AgendaHeading()
        self._sessions = ChoiceBox(names_first=True)
        self._sessions.setAccessibleName(words("console.sessions"))
        self._sessions.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._sessions.activated.connect(lambda place: self.choose_session(self.session_id))
        self.strip = ClockStrip(words)
        self.list = SegmentList(words)
        self.hints = HintsButton(words, self.choose)
        self.add_button = _plus(words("session.add_segment"))
        self.new_session = button(words("session.new_session"), self.newSessionRequested.emit, icon_name="plus")
        self._listen()
        self._lay_out(menu)

    @property
    def heading(self) -> str:
        """The heading, with how long the session is planned to be."""
        return self._heading.text()

    @property
    def session_title(self) -> str:
        """The title of the session whose agenda is shown, "" where there is none."""
        session = self._session
        return session.title if session else ""

    @property
    def session_id(self) -> str:
        """The id of that session, "" where there is none."""
        return self._sessions.currentData() or ""

    @property
    def segment(self) -> Segment | None:
        """The chosen segment."""
        row = self.list.currentRow()
        return self._segments[row] if 0 <= row < len(self._segments) else None

    @property
    def wants_energy_check(self) -> bool:
        """Whether the chosen segment should begin with a check of the energy."""
        segment = self.segment
        return segment is not None and segment.id in energy_checks(self._segments)

    def refresh(self, document: Document) -> None:
        """Show the sessions of this document; the chosen one stays chosen, else the first one is."""
        self._document = document
        chosen = self.session_id
        today = self._now.date() if self._now else date.today()
        named = session_names(document, today, self._words)
        titles = [(named[session.id], session.id) for session in sessions_of(document)]
        if titles != [(self._sessions.itemText(i), self._sessions.itemData(i)) for i in range(self._sessions.count())]:
            self._sessions.clear()
            for title, session_id in titles:
                self._sessions.addItem(title, session_id)
            self._sessions.setCurrentIndex(max(0, self._sessions.findData(chosen)))
        self._sessions.setVisible(len(titles) > 1)
        for part in (self.add_button, self.list):
            part.setVisible(bool(titles))
        self.new_session.setVisible(not titles)
        self._show_session()

    def open_session(self, session_id: str) -> None:
        """Show the agenda of this session; nothing happens where there is none such."""
        place = self._sessions.findData(session_id)
        if place >= 0:
            self._sessions.setCurrentIndex(place)
            self._show_session()

    def choose_session(self, session_id: str) -> None:
        """Show the agenda of this session because somebody chose it."""
        self.open_session(session_id)
        self.sessionChosen.emit(self.session_id)

    def choose(self, segment_id: str) -> None:
        """Choose a segment of the agenda that is shown."""
        ids = [segment.id for segment in self._segments]
        if segment_id in ids:
            self.list.setCurrentRow(ids.index(segment_id))

    def go_to(self, session_id: str, segment_id: str) -> None:
        """Show the agenda of a session, with the focus on it, and choose the segment with this id if it has one."""
        self.open_session(session_id)
        self.choose(segment_id)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_clock(self, runs: Running | None, clock: Clock | None, now: datetime) -> None:
        """Show how the session stands; when another segment runs, turn to it."""
        before = self._runs.segment.id if self._runs else ""
        self._runs, self._clock, self._now = runs, clock, now
        self._show_strip()
        if before == (runs.segment.id if runs else ""):
            self._show_times()
            return
        if runs:
            self._sessions.setCurrentIndex(max(0, self._sessions.findData(runs.session.id)))
        self._show_session()
        self._show_rows()
        row = self._place_of_running()
        if row is not None:
            self.list.setCurrentRow(row)

    @property
    def _session(self) -> Session | None:
        return self._document.find(Session, self.session_id)

    def _show_session(self) -> None:
        if self.session_id != self._shown:
            self._shown = self.session_id
            self.sessionShown.emit()
        segments = segments_of(self._document, self.session_id)
        times = self._starting_times(segments)
        if (segments, times) != (self._segments, self._times):
            self._segments, self._times = segments, times
            self._show_rows()
        total = sum(segment.minutes for segment in segments)
        self._heading.setText(self._words("console.agenda_total" if segments else "console.no_agenda", count=total))
        self._heading.setToolTip(self._heading.text())
        self._show_strip()
        session = self._session
        runs = self._runs is not None and self._runs.session.id == self.session_id
        told = hints(segments, session.agenda, for_two=session.for_two) if session and not runs else ()
        self.hints.show_hints(told)
        self._tell_chosen()

    def _show_strip(self) -> None:
        """The clock of the session that runs, named where the agenda of another one is shown."""
        runs = self._runs
        away = runs is not None and runs.session.id != self.session_id
        elsewhere = title_with_cohort(self._document, runs.session) if runs and away else ""
        self.strip.show_clock(self._clock, elsewhere)
        self.strip.setVisible(bool(self._segments) or runs is not None)

    def _show_running(self) -> None:
        if self._runs:
            self.open_session(self._runs.session.id)
            self.choose(self._runs.segment.id)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_times(self) -> None:
        """Let later segments begin later while the running one is over its time."""
        times = self._starting_times(self._segments)
        if times != self._times:
            self._times = times
            self._show_rows()

    def _starting_times(self, segments: tuple[Segment, ...]) -> Mapping[str, time]:
        session = self._session
        return starting_times(session, segments, self._runs, self._now) if session else {}

    def _show_rows(self) -> None:
        row = max(0, self.list.currentRow())
        running = self._place_of_running()
        self.list.blockSignals(True)
        self.list.clear()
        for place, segment in enumerate(self._segments):
            item = QListWidgetItem(segment.title)
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsDropEnabled)  # rows are dropped between others only
            item.setData(BEGINS, self._begins(segment))
            item.setData(ASIDE, str(segment.minutes) if segment.minutes else self._words("clock.dropped"))
            item.setData(DONE, segment.minutes == 0 or (running is not None and place < running))
            item.setData(ON_STAGE, "●" if place == running else "")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, self._said(segment, runs=place == running))
            item.setToolTip(literal_tip(self._told(segment)))
            self.list.addItem(item)
        self.list.setCurrentRow(min(row, len(self._segments) - 1))
        self.list.blockSignals(False)
        self.list.bring_into_sight()

    def _begins(self, segment: Segment) -> str:
        begins = self._times.get(segment.id)
        return f"{begins:%H:%M}" if begins else ""

    def _said(self, segment: Segment, *, runs: bool) -> str:
        """A row as a screen reader says it."""
        words = self._words
        said = [words("console.segment_said", title=segment.title, count=segment.minutes)]
        if segment.id in self._times and not runs:
            said.append(words("session.begins_said", time=f"{self._times[segment.id]:%H:%M}"))
        if not segment.minutes:
            said.append(words("clock.dropped"))
        if segment.fixed:
            said.append(words("clock.fixed_said"))
        if runs:
            said.append(words("clock.runs_said"))
        return ", ".join(said)

    def _told(self, segment: Segment) -> str:
        """What a row has no room for: the whole title, the method, the board that comes to the stage."""
        board = self._document.find(Board, segment.board_id) if segment.board_id else None
        shown = self._words("session.brings_board", board=board.title) if board else ""
        energy = self._words("session.energy_first") if segment.id in energy_checks(self._segments) else ""
        return "\n".join(filter(None, (segment.title, method_name(segment.method, self._words), shown, energy)))

    def _tell_chosen(self) -> None:
        self.segmentChosen.emit(self.segment)

    def _place_of_running(self) -> int | None:
        ids = [segment.id for segment in self._segments]
        running = self._runs.segment.id if self._runs else ""
        return ids.index(running) if running in ids else None

    def _id_at(self, row: int) -> str:
        return self._segments[row].id if 0 <= row < len(self._segments) else ""

    def _listen(self) -> None:
        rows = self.list
        rows.startRequested.connect(lambda row: self.startRequested.emit(self._id_at(row)))
        rows.editRequested.connect(lambda row: self.editRequested.emit(self._id_at(row)))
        rows.addRequested.connect(lambda row, before: self.addRequested.emit(self._id_at(row), before))
        rows.moveRequested.connect(lambda row, by: self.moveRequested.emit(self._id_at(row), by))
        rows.removeRequested.connect(lambda row: self.removeRequested.emit(self._id_at(row)))
        self.strip.backRequested.connect(self._show_running)
        rows.currentRowChanged.connect(lambda row: self._tell_chosen())
        self.add_button.clicked.connect(lambda: self.addRequested.emit(self._id_at(rows.currentRow()), False))

    def _lay_out(self, menu: QWidget) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(6)
        for part, stretch in ((self._heading, 1), (self.add_button, 0), (menu, 0)):
            head.addWidget(part, stretch)
        layout.addLayout(head)
        for part in (self._sessions, self.new_session, self.strip):
            layout.addWidget(part)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.hints)


def _plus(said: str) -> QPushButton:
    made = QPushButton()
    made.setAutoDefault(False)
    made.setIcon(icon("plus", style.INK, style.FAINT))
    made.setIconSize(QSize(16, 16))
    made.setObjectName("turn")
    made.setFixedWidth(_PLUS)
    made.setAccessibleName(said)
    made.setToolTip(said)
    return made
