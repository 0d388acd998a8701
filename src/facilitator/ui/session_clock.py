"""SessionClock: what follows wall time in the windows, at most once a second."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from facilitator.domain.engagement import language_of
from facilitator.ui.desk import Desk
from facilitator.workshop.agenda import Running, running
from facilitator.workshop.clock import Clock, clock, clock_view


class SessionClock(QObject):
    """The clock of the session that runs, None where none does. It holds no time but what the records say.

    `changed` comes once a second while a session runs, and when its agenda changed. The stage shows it only while
    `on_stage`, which is off at first and no engagement file keeps.
    """

    changed = Signal()

    def __init__(self, desk: Desk, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._now = desk, now
        self._runs: Running | None = None
        self._on_stage = False
        self._second = QTimer(self)
        self._second.setTimerType(Qt.TimerType.PreciseTimer)
        self._second.setInterval(1000)
        self._second.timeout.connect(self.tick)
        desk.signals.documentChanged.connect(lambda change: self._follow())
        self.tick()

    @property
    def running(self) -> Running | None:
        """The session that runs now, with its segments."""
        return self._runs

    @property
    def clock(self) -> Clock | None:
        """How it stands now."""
        return clock(self._runs, self._now()) if self._runs else None

    @property
    def on_stage(self) -> bool:
        """Whether participants see what is left of the segment."""
        return self._on_stage

    def now(self) -> datetime:
        """What time it is."""
        return self._now()

    def show_on_stage(self, shown: bool) -> None:
        """Let participants see what is left of the segment, or not."""
        self._on_stage = shown
        self.tick()

    def tick(self) -> None:
        """Say how it stands now, here and on the stage."""
        self._runs = running(self._desk.document, self._now())
        if not self._runs:
            self._second.stop()
        elif not self._second.isActive():
            self._second.start()
        self._show_on_stage()
        self.changed.emit()

    def _follow(self) -> None:
        """An edit of something else must not move the clock between two of its seconds."""
        if running(self._desk.document, self._now()) != self._runs:
            self.tick()

    def _show_on_stage(self) -> None:
        shown = self.clock if self._on_stage else None
        self._desk.feed.show_clock(clock_view(shown, language_of(self._desk.document)) if shown else None)
