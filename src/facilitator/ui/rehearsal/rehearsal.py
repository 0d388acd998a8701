"""Rehearsal: practising alone with the app's own windows and a made-up meeting, of which nothing stays."""

import logging
from datetime import UTC, datetime

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from facilitator.content.rehearsal import script
from facilitator.content.words import Words
from facilitator.domain.engagement import SUFFIX
from facilitator.domain.language import Language
from facilitator.ui.console.console_window import ConsoleWindow
from facilitator.ui.rehearsal.rehearsal_folder import RehearsalFolder
from facilitator.ui.rehearsal.rehearsal_window import RehearsalWindow

SHOW_KEY = "Ctrl+Shift+R"
_MARGIN = 24

_log = logging.getLogger(__name__)


class Rehearsal:
    """A folder with an engagement of its own, and the window in which the meeting's chat comes.

    `language` is that of the engagement and of what people write.
    """

    def __init__(self, language: Language, words: Words) -> None:
        self._folder = RehearsalFolder()
        self.path = self._folder.path / f"{words('rehearsal.file')}{SUFFIX}"
        self.window = RehearsalWindow(script(), language, self._folder.path, words, _now)

    def begin(self, console: ConsoleWindow, stage: QWidget) -> None:
        """Say in the console that it is a rehearsal, and show the chat where it covers as little as can be.

        SHOW_KEY goes from one to the other.
        """
        console.bar.show_rehearsal()
        console.live.menu.part()
        console.live.menu.add("rehearsal.menu", self.window.come_forward, SHOW_KEY)
        back = QShortcut(QKeySequence(SHOW_KEY), self.window)
        back.activated.connect(lambda: _to_front(console))
        self.window.move(_corner(self.window, stage))
        self.window.come_forward()

    def end(self) -> None:
        """Remove everything, with the chat in the clipboard."""
        self.window.end()
        self.window.deleteLater()
        try:
            self._folder.end()
        except OSError as error:  # the next start of the app tries again
            _log.warning("rehearsal not removed: %s", type(error).__name__)


def _now() -> datetime:
    return datetime.now(UTC).astimezone()


def _to_front(window: QWidget) -> None:
    window.raise_()
    window.activateWindow()


def _corner(window: QWidget, stage: QWidget) -> QPoint:
    """The corner of the screen in which the window covers least of the stage, the lower right one if all are alike."""
    room = window.screen().availableGeometry().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
    frame = QRect(QPoint(0, 0), window.size())
    corners = []
    for y in (room.bottom() - frame.height(), room.top()):
        for x in (room.right() - frame.width(), room.left()):
            corners.append(QPoint(max(x, room.left()), max(y, room.top())))

    def covered(corner: QPoint) -> int:
        both = frame.translated(corner).intersected(stage.frameGeometry())
        return max(0, both.width()) * max(0, both.height())

    return min(corners, key=covered)
