"""LiveSession: all parts of the console that are about the session being held, whatever board is open."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject

from facilitator.domain.screens import ScreenWanted
from facilitator.ui.console.agenda_panel import AgendaPanel
from facilitator.ui.console.agenda_work import AgendaWork
from facilitator.ui.console.board_work import BoardWork
from facilitator.ui.console.capture_bar import CaptureBar
from facilitator.ui.console.chat_tray import ChatTray
from facilitator.ui.console.chat_work import ChatWork
from facilitator.ui.console.session_actions import add_session_actions, session_menu
from facilitator.ui.desk import Desk
from facilitator.ui.session_clock import SessionClock


class LiveSession(QObject):
    """The parts, each with what it does; the console lays them out. `now` is what time it is."""

    def __init__(
        self, desk: Desk, work: BoardWork, capture: CaptureBar, now: Callable[[], datetime], parent: QObject
    ) -> None:
        super().__init__(parent)
        words = desk.words
        self.desk, self.work = desk, work
        self.menu = session_menu(words)
        self.agenda = AgendaPanel(words, self.menu)
        self.timing = AgendaWork(desk, self.agenda, SessionClock(desk, now, self))
        self.chat = ChatTray(words)
        self.chatting = ChatWork(desk, work, self.chat, capture, lambda: self.agenda.session_id or None)
        self.agenda.segmentChosen.connect(lambda segment: self.chatting.follow_session())
        add_session_actions(self.menu, self)

    @property
    def session_id(self) -> str:
        """The session whose agenda is shown, "" where there is none."""
        return self.agenda.session_id

    def refresh(self) -> None:
        """Bring everything up to date."""
        self.agenda.refresh(self.desk.document)
        self.chatting.refresh()

    def read_back(self) -> None:
        """Show participants the newest items of the open board, large; a second time puts them away."""
        if self.desk.feed.screen is not None:
            self.desk.end_screen()
        elif self.work.board_id:
            self.desk.show_screen(ScreenWanted("read_back", self.work.board_id))
