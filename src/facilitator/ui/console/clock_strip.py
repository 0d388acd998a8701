"""ClockStrip: how much time is left, how the session stands, and what is done about it. Always above the agenda."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from facilitator.content.words import Words
from facilitator.ui import style
from facilitator.ui.buttons import ElidedButton, button
from facilitator.ui.icons import icon
from facilitator.ui.literal_tip import literal_tip
from facilitator.ui.plain_label import ElidedLabel, PlainLabel
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
    """Shows a clock and asks for the rest by signals. While nothing runs, it offers to start.

    All of it is about the session that runs, also where the agenda of another one is shown: then it is named.
    """

    nextRequested = Signal()
    replanRequested = Signal()
    stopRequested = Signal()
    backRequested = Signal()
    stageClockToggled = Signal(bool)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._time = ElidedLabel("", "large")
        self._lag, self._ending = PlainLabel("", "small"), ElidedLabel("", "small")
        self.back_button = ElidedButton()
        self.back_button.setIcon(icon("play", style.GREEN, style.FAINT))
        _name(self.back_button, words("clock.back", session=words("console.session")))
        self.back_button.clicked.connect(lambda: self.backRequested.emit())
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
        self._lay_out()
        self.show_clock(None)

    @property
    def time(self) -> str:
        """What is left of the segment, "" while none runs."""
        return self._time.text()

    @property
    def standing(self) -> str:
        """Whether the session is ahead or behind, when it would end, and when it is to."""
        return self._ending.accessibleName()

    @property
    def elsewhere(self) -> str:
        """The session that runs with what is left of its segment, "" where its own agenda is shown."""
        return self.back_button.whole if self.back_button.isVisibleTo(self) else ""

    def show_clock(self, clock: Clock | None, session: str = "") -> None:
        """Show how it stands now, None: nothing runs; `session` names what runs where that is another session."""
        words = self._words
        start = words("clock.next" if clock else "clock.start")
        self.next_button.setText(f" {start}")
        _name(self.next_button, start, NEXT_KEY)
        for part in (self._time, self.stop_button, self._lag, self._ending, self.replan_button):
            part.setVisible(clock is not None)
        left = time_left(clock, words) if clock else ""
        self._time.setText(left)
        self._show_standing(clock)
        self._show_elsewhere(session if clock else "", left)
        role = "over" if clock and clock.left < 0 else "large"
        if self._time.objectName() != role:
            self._time.setObjectName(role)
            self._time.style().polish(self._time)

    def _show_elsewhere(self, session: str, left: str) -> None:
        """Name the session and its time in one line, in place of the time alone."""
        words = self._words
        self.back_button.setVisible(bool(session))
        if session:
            self.back_button.show_parts(session, words("clock.elsewhere", left=left))
            told = words("clock.back", session=session)
            self.back_button.setToolTip(literal_tip(told))
            self.back_button.setAccessibleDescription(told)
            self._time.hide()
            self._lag.hide()
            self._ending.setText(self.standing)

    def _show_standing(self, clock: Clock | None) -> None:
        words = self._words
        whole = standing(clock, words) if clock else ""
        self._lag.setText(lag(clock, words) if clock else "")
        self._ending.setText(ending(clock, words) if clock else "")
        self._ending.setAccessibleName(whole)
        for part in (self._lag, self._ending):
            part.setToolTip(literal_tip(whole))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(self.back_button, 1)
        top.addWidget(self._time, 1)
        top.addWidget(self._lag)
        row = QWidget()
        row.setObjectName("clockButtons")
        buttons = QHBoxLayout(row)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(5)
        buttons.addWidget(self.next_button, 1)
        buttons.addWidget(self.replan_button, 1)
        buttons.addWidget(self.stage_button)
        buttons.addWidget(self.stop_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self._ending)
        layout.addSpacing(4)
        layout.addWidget(row)

    def show_on_stage(self, shown: bool) -> None:
        """Say whether participants see the clock."""
        self.stage_button.setChecked(shown)


def time_left(clock: Clock, words: Words) -> str:
    """ "12:04 left", "0:56 over": of the running segment."""
    return words("clock.left" if clock.left >= 0 else "clock.over", time=duration(abs(clock.left)))


def standing(clock: Clock, words: Words) -> str:
    """ "3 min behind · would end 11:33 · planned 11:30": of the session."""
    return words("clock.standing", lag=lag(clock, words), ending=ending(clock, words))


def lag(clock: Clock, words: Words) -> str:
    """ "3 min behind", in begun minutes where the session is behind and whole ones where it is ahead."""
    if _in_time(clock):
        return words("clock.on_time")
    return words("clock.ahead" if clock.ahead > 0 else "clock.behind", count=abs(clock.ahead // _MINUTE))


def ending(clock: Clock, words: Words) -> str:
    """ "would end 11:33 · planned 11:30", "ends 11:30" where it is on time."""
    planned = time_of_day(clock.ends_at)
    if _in_time(clock):
        return words("clock.ends", time=planned)
    return words("clock.would_end", time=time_of_day(clock.would_end), planned=planned)


def _in_time(clock: Clock) -> bool:
    return abs(clock.ahead) < _MINUTE


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
