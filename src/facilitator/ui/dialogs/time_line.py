"""TimeLine: a time of the day in one line, as people type it."""

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from facilitator.domain.refusal import EditRejected
from facilitator.ui.editors import LineField
from facilitator.workshop.sessions import time_typed

_WIDTH, _ANY_DAY = 90, date(2027, 1, 14)
_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 10, Qt.Key.Key_PageDown: -10}
"""Minutes."""


class TimeLine(LineField):
    """Up and Down move it by a minute, Page Up and Page Down by ten; where nothing stands `usual` is meant."""

    def __init__(self, usual: time) -> None:
        super().__init__()
        self._usual = usual
        self.setPlaceholderText(f"{usual:%H:%M}")
        self.setFixedWidth(_WIDTH)
        self.show_time(usual)

    def read(self) -> time:
        """What stands there; raises EditRejected("time_unreadable") (text) where that is no time."""
        typed = time_typed(self.text())
        return time.fromisoformat(typed) if typed else self._usual

    def show_time(self, at: time) -> None:
        """Let this stand there."""
        self.setText(f"{at:%H:%M}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        minutes = _STEPS.get(Qt.Key(event.key()))
        if minutes is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            self._step(minutes)

    def _step(self, minutes: int) -> None:
        try:
            stands = self.read()
        except EditRejected:  # there is nothing to go on from, and whoever listens says why it is no time
            self.editingFinished.emit()
        else:
            self.show_time((datetime.combine(_ANY_DAY, stands) + timedelta(minutes=minutes)).time())
