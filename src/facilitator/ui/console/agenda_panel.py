"""AgendaPanel: the clock of the session and its timed segments."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Segment
from facilitator.ui.choosing import ChoiceBox
from facilitator.ui.console.clock_strip import ClockStrip
from facilitator.ui.console.rows import ASIDE, DONE, ON_STAGE, RowPainter
from facilitator.ui.plain_label import PlainLabel
from facilitator.workshop.agenda import Running, segments_of, sessions_of
from facilitator.workshop.clock import Clock

AGENDA_KEY = "Alt+A"
"""Goes to the list of segments."""

_ROW = 36


class SegmentList(QListWidget):
    """The segments; Enter or a double click starts the chosen one, F2 edits it."""

    def __init__(self, start: Callable[[int], None], edit: Callable[[int], None]) -> None:
        super().__init__()
        self._start, self._edit = start, edit
        self._painter = RowPainter(_ROW)
        self.setItemDelegate(self._painter)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemDoubleClicked.connect(lambda item: start(self.row(item)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentRow()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row >= 0:
            self._start(row)
        elif event.key() == Qt.Key.Key_F2 and row >= 0:
            self._edit(row)
        else:
            super().keyPressEvent(event)


class AgendaPanel(QWidget):
    """Shows one session's agenda, the running one's if any runs, and asks for every edit by signals with ids.

    `menu` stands at the end of its heading.
    """

    segmentChosen = Signal(object)
    startRequested = Signal(str)
    editRequested = Signal(str)

    def __init__(self, words: Words, menu: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._document = Document()
        self._segments: tuple[Segment, ...] = ()
        self._running = ""
        self._heading = PlainLabel("", "heading")
        self._sessions = ChoiceBox()
        self._sessions.setAccessibleName(words("console.sessions"))
        self._sessions.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._sessions.activated.connect(lambda place: self._show_session())
        self.strip = ClockStrip(words)
        self.list = SegmentList(
            lambda row: self.startRequested.emit(self._segments[row].id),
            lambda row: self.editRequested.emit(self._segments[row].id),
        )
        self.list.setAccessibleName(words("console.agenda"))
        self.list.currentRowChanged.connect(lambda row: self._tell_chosen())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(menu)
        layout.addLayout(head)
        layout.addWidget(self._sessions)
        layout.addWidget(self.strip)
        layout.addWidget(self.list, 1)

    @property
    def heading(self) -> str:
        """The heading, with how long the session is planned to be."""
        return self._heading.text()

    @property
    def session_title(self) -> str:
        """The title of the session whose agenda is shown, "" where there is none."""
        return self._sessions.currentText()

    @property
    def session_id(self) -> str:
        """The id of that session, "" where there is none."""
        return self._sessions.currentData() or ""

    def refresh(self, document: Document) -> None:
        """Show the sessions of this document; the chosen one stays chosen, else the first one is."""
        self._document = document
        chosen = self.session_id
        titles = [(session.title, session.id) for session in sessions_of(document)]
        if titles != [(self._sessions.itemText(i), self._sessions.itemData(i)) for i in range(self._sessions.count())]:
            self._sessions.clear()
            for title, session_id in titles:
                self._sessions.addItem(title, session_id)
            self._sessions.setCurrentIndex(max(0, self._sessions.findData(chosen)))
        self._sessions.setVisible(len(titles) > 1)
        self._show_session()

    def show_clock(self, runs: Running | None, clock: Clock | None) -> None:
        """Show how the session stands; when another segment runs, turn to it."""
        self.strip.show_clock(clock)
        running = runs.segment.id if runs else ""
        if running == self._running:
            return
        self._running = running
        if runs:
            self._sessions.setCurrentIndex(max(0, self._sessions.findData(runs.session.id)))
        self._show_session()
        self._show_rows()
        row = self._place_of_running()
        if row is not None:
            self.list.setCurrentRow(row)

    def _show_session(self) -> None:
        segments = segments_of(self._document, self.session_id)
        if segments != self._segments:
            self._segments = segments
            self._show_rows()
        total = sum(segment.minutes for segment in segments)
        self._heading.setText(self._words("console.agenda_total" if segments else "console.no_agenda", count=total))
        self.strip.setVisible(bool(segments))
        self._tell_chosen()

    def _show_rows(self) -> None:
        row = max(0, self.list.currentRow())
        running = self._place_of_running()
        self.list.blockSignals(True)
        self.list.clear()
        for place, segment in enumerate(self._segments):
            item = QListWidgetItem(segment.title)
            item.setData(ASIDE, str(segment.minutes) if segment.minutes else self._words("clock.dropped"))
            item.setData(DONE, segment.minutes == 0 or (running is not None and place < running))
            item.setData(ON_STAGE, "●" if place == running else "")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, self._said(segment, runs=place == running))
            self.list.addItem(item)
        self.list.setCurrentRow(min(row, len(self._segments) - 1))
        self.list.blockSignals(False)

    def _said(self, segment: Segment, *, runs: bool) -> str:
        """A row as a screen reader says it."""
        words = self._words
        said = [words("console.segment_said", title=segment.title, count=segment.minutes)]
        if not segment.minutes:
            said.append(words("clock.dropped"))
        if segment.fixed:
            said.append(words("clock.fixed_said"))
        if runs:
            said.append(words("clock.runs_said"))
        return ", ".join(said)

    def _tell_chosen(self) -> None:
        row = self.list.currentRow()
        self.segmentChosen.emit(self._segments[row] if 0 <= row < len(self._segments) else None)

    def _place_of_running(self) -> int | None:
        ids = [segment.id for segment in self._segments]
        return ids.index(self._running) if self._running in ids else None
