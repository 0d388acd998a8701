"""LiveSession: all parts of the console that are about the session being held, whatever board is open."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from facilitator.domain.engagement import Board
from facilitator.domain.screens import ScreenWanted
from facilitator.graphics.board_canvas import BoardCanvas
from facilitator.ui.console.agenda_panel import AgendaPanel
from facilitator.ui.console.agenda_work import AgendaWork
from facilitator.ui.console.asking_after import AskingAfter
from facilitator.ui.console.board_work import BoardWork
from facilitator.ui.console.capture_bar import CaptureBar
from facilitator.ui.console.chat_tray import ChatTray
from facilitator.ui.console.chat_work import ChatWork
from facilitator.ui.console.lesson_work import LessonWork
from facilitator.ui.console.method_cards import MethodCards
from facilitator.ui.console.outcome_closing import OutcomeClosing
from facilitator.ui.console.outcome_line import OutcomeLine
from facilitator.ui.console.outcome_work import OutcomeWork, PointedAt
from facilitator.ui.console.outcomes_panel import OutcomesPanel
from facilitator.ui.console.overview_work import OverviewWork
from facilitator.ui.console.participant_work import ParticipantWork
from facilitator.ui.console.poll_work import PollWork
from facilitator.ui.console.screens_shown import ScreensShown
from facilitator.ui.console.session_actions import add_session_actions, session_menu
from facilitator.ui.console.session_work import SessionWork
from facilitator.ui.console.showing_to_others import shows_to_others
from facilitator.ui.console.template_work import TemplateWork
from facilitator.ui.desk import Desk
from facilitator.ui.session_clock import SessionClock
from facilitator.workshop.cohort_boards import board_of_session
from facilitator.workshop.cohort_sessions import boards_apart


class LiveSession(QObject):
    """The parts, each with what it does; the console lays them out. `now` is what time it is."""

    preflightRequested = Signal()

    def __init__(
        self, desk: Desk, work: BoardWork, capture: CaptureBar, now: Callable[[], datetime], parent: QObject
    ) -> None:
        super().__init__(parent)
        words = desk.words
        self.desk, self.work = desk, work
        self.menu = session_menu(words)
        self.agenda = AgendaPanel(words, self.menu)
        self.timing = AgendaWork(desk, self.agenda, SessionClock(desk, now, self), work.open)
        self.timing.startedWithoutBoard.connect(self._turn_from_others)
        self.sessions = SessionWork(desk, self.agenda, self.timing.clock, lambda: work.private_hidden)
        self.templates = TemplateWork(desk, work, lambda: self.session_id, self.sessions.new_from, self)
        self.sessions.keepRequested.connect(self._keep_session)
        self.sessions.created.connect(self._turn_to_new)
        work.follow(lambda: self.session_id)
        self.agenda.sessionChosen.connect(self._turn_to_cohort)
        self.agenda.sessionShown.connect(lambda: work.follow(lambda: self.session_id))
        self.methods = MethodCards(words, work.window)
        self.agenda.segmentChosen.connect(lambda segment: self._show_method())
        self.chat = ChatTray(words)
        self.chatting = ChatWork(
            desk,
            work,
            self.chat,
            capture,
            lambda: self.session_id,
            lambda text, then: self.polls.votes.first(text, then),
        )
        self.agenda.segmentChosen.connect(lambda segment: self.chatting.follow_session())
        self.outcomes, self.catch_line = OutcomesPanel(words), OutcomeLine(words)
        self.catching = OutcomeWork(
            desk, work, self.catch_line, self.outcomes, capture, lambda: self.session_id, self._pointed_at
        )
        self.screens = ScreensShown(desk)
        self.closing = OutcomeClosing(desk, self.catching, self.screens, lambda: work.window)
        self.agenda.segmentChosen.connect(lambda segment: self.catching.refresh())
        self.asking = AskingAfter(desk, work, lambda: self.session_id, self)
        self.closing.feedbackRequested.connect(self.asking.open)
        self.attending = ParticipantWork(desk, work, lambda: self.session_id, self)
        self.overview = OverviewWork(desk, work, lambda: self.session_id, self)
        self.lessons = LessonWork(desk, work, lambda: self.session_id, self)
        self.polls = PollWork(desk, work, lambda: self.session_id, now, self)
        self.agenda.segmentChosen.connect(lambda segment: self.polls.refresh())
        add_session_actions(self.menu, self)

    @property
    def session_id(self) -> str:
        """The session whose agenda is shown, "" where there is none."""
        return self.agenda.session_id

    def refresh(self) -> None:
        """Bring everything up to date."""
        self.agenda.refresh(self.desk.document)
        self.chatting.refresh()
        self.catching.refresh()

    def read_back(self) -> None:
        """Show participants the newest items of the open board, large; a second time puts them away."""
        if self.desk.feed.screen is not None:
            self.desk.end_screen()
        elif self.outcomes.list.hasFocus():
            self.catching.read_back()
        elif self.work.board_id:
            self.desk.show_screen(ScreenWanted("read_back", self.work.board_id))

    def _turn_to_new(self, title: str, board_id: str) -> None:
        """Say that a session was made, and work on the board that came with it; the stage stays as it is."""
        if board_id:
            self.work.open(board_id)
        opened = self.desk.document.find(Board, board_id) if self.work.board_id == board_id else None
        words = self.desk.words
        said = words("session.created_board", title=title, board=opened.title) if opened else ""
        self.work.say(said or words("session.created", title=title), problem=False)

    def _turn_to_cohort(self, session_id: str) -> None:
        """Work on a board of the session that was chosen where the one that is open belongs to another cohort."""
        document = self.desk.document
        board_id = board_of_session(document, session_id)
        if board_id and self.work.board_id in boards_apart(document, session_id=session_id):
            self.work.open(board_id)

    def _turn_from_others(self, session_id: str) -> None:
        """What is typed in a session must not go onto somebody else's 1:1: work on a board of the session."""
        board_id = board_of_session(self.desk.document, session_id)
        if board_id and shows_to_others(self.desk, self.work.board_id, session_id):
            self.work.open(board_id)

    def _keep_session(self, session_id: str) -> None:
        """As asked for in the list of sessions, which stays behind it."""
        if self.sessions.dialog:
            self.templates.keep(session_id, self.sessions.dialog, self.sessions.dialog.say)

    def _show_method(self) -> None:
        self.methods.show_segment(self.agenda.segment, energy_check=self.agenda.wants_energy_check)

    def _pointed_at(self) -> PointedAt:
        """What is picked where the keys go: a line of the chat that waits, or an item of the board."""
        focus, shown, picked = QApplication.focusWidget(), self.work.showing_now, self.work.picked
        row = self.chat.current if focus and self.chat.isAncestorOf(focus) else None
        if row and row.waits:
            return self.chat.editor.text() if self.chat.editing else row.text, row.ids
        if isinstance(focus, BoardCanvas) and shown and len(picked) == 1:
            return next((item.name for item in shown.items if item.id == picked[0]), ""), ()
        return "", ()
