"""ClockStrip: how much time is left, how the session stands, and what is done about it. Always above the agenda."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from facilitator.content.words import Words
from facilitator.ui import style
from facilitator.ui.buttons import button
from facilitator.ui.icons import icon
from facilitator.ui.plain_label import ElidedLabel
from facilitator.ui.time_words import duration, time_of_day
from facilitator.workshop.clock import Clock

NEXT_KEY = "Alt+N"
"""Starts the next segment."""
REPLAN_KEY = "Alt+R"
"""Proposes shorter segments."""
STAGE_CLOCK_KEY = "Alt+T"
"""Shows the clock to participants, or hides it."""

_MINUTE = 60


class ClockStrip(QWidget):
    """Shows a clock and asks for the rest by signals. While nothing runs, it offers to start."""

    nextRequested = Signal()
    replanRequested = Signal()
    stopRequested = Signal()
    stageClockToggled = Signal(bool)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._time = ElidedLabel("", "large")
        self._standing = ElidedLabel("", "small")
        self.next_button = button(words("clock.start"), self.nextRequested.emit, icon_name="play")
        self.replan_button = button(words("clock.replan"), self.replanRequested.emit)
        self.stop_button = _icon_button("stop")
        self.stop_button.clicked.connect(lambda: self.stopRequested.emit())
        self.stage_button = _icon_button("eye")
        self.stage_button.setCheckable(True)
        self.stage_button.clicked.connect(self.stageClockToggled)
        _name(self.replan_button, words("clock.replan"), REPLAN_KEY)
        _name(self.stage_button, words("clock.on_stage"), STAGE_CLOCK_KEY)
        _name(self.stop_button, words("clock.stop"))
        top = QHBoxLayout()
        top.addWidget(self._time, 1)
        top.addWidget(self.stop_button)
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        buttons.addWidget(self.next_button, 1)
        buttons.addWidget(self.replan_button, 1)
        buttons.addWidget(self.stage_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(top)
        layout.addWidget(self._standing)
        layout.addSpacing(3)
        layout.addLayout(buttons)
        self.show_clock(None)

    @property
    def time(self) -> str:
        """What is left of the segment, "" while none runs."""
        return self._time.text()

    @property
    def standing(self) -> str:
        """Whether the session is ahead or behind, and when it is to end."""
        return self._standing.text()

    def show_clock(self, clock: Clock | None) -> None:
        """Show how it stands now, None: nothing runs."""
        words = self._words
        start = words("clock.next" if clock else "clock.start")
        self.next_button.setText(f" {start}")
        _name(self.next_button, start, NEXT_KEY)
        for part in (self._time, self.stop_button, self._standing, self.replan_button):
            part.setVisible(clock is not None)
        self._time.setText(time_left(clock, words) if clock else "")
        self._standing.setText(standing(clock, words) if clock else "")
        role = "over" if clock and clock.left < 0 else "large"
        if self._time.objectName() != role:
            self._time.setObjectName(role)
            self._time.style().polish(self._time)

    def show_on_stage(self, shown: bool) -> None:
        """Say whether participants see the clock."""
        self.stage_button.setChecked(shown)


def time_left(clock: Clock, words: Words) -> str:
    """ "12:04 left", "0:56 over": of the running segment."""
    return words("clock.left" if clock.left >= 0 else "clock.over", time=duration(abs(clock.left)))


def standing(clock: Clock, words: Words) -> str:
    """ "3 min behind · ends 11:30": of the session, in begun minutes where it is behind and whole ones where ahead."""
    ends = words("clock.ends", time=time_of_day(clock.ends_at))
    if clock.ahead <= -_MINUTE:
        return words("clock.behind", count=-(clock.ahead // _MINUTE), ends=ends)
    if clock.ahead >= _MINUTE:
        return words("clock.ahead", count=clock.ahead // _MINUTE, ends=ends)
    return words("clock.on_time", ends=ends)


def _icon_button(icon_name: str) -> QPushButton:
    made = QPushButton()
    made.setAutoDefault(False)
    made.setIcon(icon(icon_name, style.INK, style.FAINT))
    made.setIconSize(QSize(16, 16))
    return made


def _name(shown: QPushButton, text: str, key: str = "") -> None:
    said = f"{text} ({key})" if key else text
    shown.setAccessibleName(said)
    shown.setToolTip(said)
