"""AgendaPanel: the timed segments of a session, and how long the running one still has."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Segment, Session
from facilitator.ui.choosing import ChoiceBox
from facilitator.ui.console.rows import ASIDE, DONE, ON_STAGE, RowPainter
from facilitator.ui.plain_label import PlainLabel

_ROW = 36


class SegmentList(QListWidget):
    """The segments; Enter or a double click starts the chosen one."""

    def __init__(self, start: Callable[[int], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._start = start
        self._painter = RowPainter(_ROW)
        self.setItemDelegate(self._painter)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemDoubleClicked.connect(lambda item: start(self.row(item)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0:
            self._start(self.currentRow())
        else:
            super().keyPressEvent(event)


class AgendaPanel(QWidget):
    """Shows one session's agenda. Starting a segment starts a clock that only the console shows and nothing saves."""

    segmentChosen = Signal(object)

    def __init__(self, words: Words, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._now = now
        self._document = Document()
        self._segments: list[Segment] = []
        self._running: tuple[str, datetime] | None = None
        self._heading = PlainLabel("", "heading")
        self._sessions = ChoiceBox()
        self._sessions.setAccessibleName(words("console.sessions"))
        self._sessions.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._sessions.activated.connect(lambda place: self._show_session())
        self.list = SegmentList(self.start)
        self.list.setAccessibleName(words("console.agenda"))
        self.list.currentRowChanged.connect(lambda row: self._tell_chosen())
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self._show_clock)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._heading)
        layout.addWidget(self._sessions)
        layout.addWidget(self.list, 1)

    @property
    def heading(self) -> str:
        """The heading, with what is left of the running segment."""
        return self._heading.text()

    @property
    def session_title(self) -> str:
        """The title of the session whose agenda is shown, "" where there is none."""
        return self._sessions.currentText()

    def refresh(self, document: Document) -> None:
        """Show the sessions of this document; the chosen one stays chosen, else the first one is."""
        self._document = document
        sessions = sorted(document.every(Session), key=lambda session: (session.number, session.id))
        chosen = self._sessions.currentData()
        titles = [(session.title, session.id) for session in sessions]
        if titles != [(self._sessions.itemText(i), self._sessions.itemData(i)) for i in range(self._sessions.count())]:
            self._sessions.clear()
            for title, session_id in titles:
                self._sessions.addItem(title, session_id)
            self._sessions.setCurrentIndex(max(0, self._sessions.findData(chosen)))
        self._sessions.setVisible(len(sessions) > 1)
        self._show_session()

    def start(self, row: int) -> None:
        """Start the clock of a segment now."""
        self._running = self._segments[row].id, self._now()
        self.list.setCurrentRow(row)
        self._second.start()
        self._show_rows()
        self._show_clock()

    def _show_session(self) -> None:
        session_id = self._sessions.currentData()
        segments = [s for s in self._document.every(Segment) if s.session_id == session_id]
        segments.sort(key=lambda segment: segment.number)
        if segments != self._segments:
            self._segments = segments
            self._show_rows()
        self._tell_chosen()
        self._show_clock()

    def _show_rows(self) -> None:
        row = max(0, self.list.currentRow())
        running = self._place_of_running()
        self.list.blockSignals(True)
        self.list.clear()
        for place, segment in enumerate(self._segments):
            item = QListWidgetItem(segment.title)
            item.setData(ASIDE, str(segment.minutes))
            item.setData(DONE, running is not None and place < running)
            item.setData(ON_STAGE, "●" if place == running else "")
            said = self._words("console.segment_said", title=segment.title, count=segment.minutes)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
            self.list.addItem(item)
        self.list.setCurrentRow(min(row, len(self._segments) - 1))
        self.list.blockSignals(False)

    def _tell_chosen(self) -> None:
        row = self.list.currentRow()
        self.segmentChosen.emit(self._segments[row] if 0 <= row < len(self._segments) else None)

    def _show_clock(self) -> None:
        total = sum(segment.minutes for segment in self._segments)
        if not self._segments:
            self._heading.setText(self._words("console.no_agenda"))
            return
        running = self._place_of_running()
        if self._running is None or running is None:
            self._second.stop()
            self._heading.setText(self._words("console.agenda_total", count=total))
            return
        left = self._segments[running].minutes * 60 - int((self._now() - self._running[1]).total_seconds())
        minutes, seconds = divmod(abs(left), 60)
        key = "console.segment_left" if left >= 0 else "console.segment_over"
        self._heading.setText(self._words(key, time=f"{minutes}:{seconds:02}"))

    def _place_of_running(self) -> int | None:
        ids = [segment.id for segment in self._segments]
        return ids.index(self._running[0]) if self._running and self._running[0] in ids else None
