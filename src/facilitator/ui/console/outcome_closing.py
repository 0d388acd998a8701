"""OutcomeClosing: opens the page on which a session is wrapped up, and does what is asked for there."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from facilitator.domain.engagement import Session
from facilitator.domain.screens import ScreenWanted
from facilitator.ui.console.outcome_work import OutcomeWork
from facilitator.ui.console.screens_shown import ScreensShown
from facilitator.ui.desk import Desk
from facilitator.ui.dialogs.closing_page import ClosingPage
from facilitator.workshop.chat_tray import lines_in
from facilitator.workshop.session_names import session_names


class OutcomeClosing(QObject):
    """Asks by signals for what lies elsewhere, such as a handout; the page is closed by then."""

    handoutRequested = Signal()
    feedbackRequested = Signal()
    chatRequested = Signal()

    def __init__(self, desk: Desk, outcomes: OutcomeWork, screens: ScreensShown, window: Callable[[], QWidget]) -> None:
        super().__init__(outcomes)
        self._desk, self._outcomes, self._screens, self._window = desk, outcomes, screens, window
        self.page: ClosingPage | None = None
        outcomes.changed.connect(self._show_outcomes)
        outcomes.readingChanged.connect(self._show_reading)
        desk.signals.feedChanged.connect(self._show_stage)

    def open(self) -> ClosingPage:
        """Show what is left to do in the session that is worked on."""
        if self.page:
            return self.page
        desk, session = self._desk, self._desk.document.find(Session, self._outcomes.session_id)
        named = session_names(desk.document, desk.today(), desk.words)
        page = ClosingPage(named[session.id] if session else "", desk.words, self._window())
        self.page = page
        self._outcomes.refresh()
        self._outcomes.serve(page.list, page.say)
        desk.notSaved.connect(page.say)
        page.stageRequested.connect(self._turn_stage)
        page.turned.connect(self._turn_page)
        page.readBackRequested.connect(self._outcomes.read_back)
        page.chatRequested.connect(lambda: self._leave_for(self.chatRequested.emit))
        page.handoutRequested.connect(lambda: self._leave_for(self.handoutRequested.emit))
        page.feedbackRequested.connect(lambda: self._leave_for(self.feedbackRequested.emit))
        page.finished.connect(self._forget)
        self._show_outcomes()
        self._show_stage()
        self._show_reading(self._outcomes.reading)
        page.open()
        return page

    @property
    def _wanted(self) -> ScreenWanted | None:
        """The screen of what came out, where it is on the stage or waits to be."""
        screen = self._desk.feed.screen
        its_own = screen is not None and (screen.kind, screen.id) == ("outcomes", self._outcomes.session_id)
        return screen if its_own else None

    def _turn_stage(self) -> None:
        if self._wanted:
            self._desk.end_screen()
        else:
            self._desk.show_screen(ScreenWanted("outcomes", self._outcomes.session_id))

    def _turn_page(self, by: int) -> None:
        wanted = self._wanted
        if wanted:
            page = min(max(self._page_of(wanted) + by, 0), self._screens.pages - 1)
            self._desk.show_screen(ScreenWanted("outcomes", wanted.id, page))

    def _page_of(self, wanted: ScreenWanted) -> int:
        return min(wanted.page, self._screens.pages - 1)

    def _show_outcomes(self) -> None:
        if self.page:
            lines = lines_in(self._desk.document, self._outcomes.session_id)
            waiting = sum(line.waits for line in lines)
            self.page.show_outcomes(self._outcomes.outcomes, waiting)

    def _show_stage(self) -> None:
        if self.page:
            wanted = self._wanted
            page = self._page_of(wanted) if wanted else 0
            self.page.show_stage(on=wanted is not None, page=page, pages=self._screens.pages)

    def _show_reading(self, ids: tuple[str, ...] | None) -> None:
        if self.page:
            self.page.show_reading(ids)

    def _leave_for(self, ask: Callable[[], None]) -> None:
        if self.page:
            self.page.accept()
        ask()

    def _forget(self) -> None:
        self.page = None
