"""What the console says of a screen on the stage, and how its pages are turned."""

from dataclasses import replace

from PySide6.QtGui import QAction

from facilitator.domain.screens import OutcomesScreen, PollScreen, ReadBackScreen
from facilitator.ui.desk import Desk
from facilitator.ui.stage.outcomes_picture import page_count

NEXT_PAGE_KEY = "Shift+F3"


class ScreensShown:
    """Tells of the screen that participants see in place of a board."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @property
    def name(self) -> str:
        """What such a screen is called, "" while they see a board or nothing."""
        shown, words = self._desk.feed.shown, self._desk.words
        match shown:
            case ReadBackScreen():
                return words("console.seen_read_back")
            case PollScreen():
                return words("console.seen_scale" if shown.scale else "console.seen_poll")
            case OutcomesScreen():
                return words("console.seen_outcomes")
        return ""

    @property
    def pages(self) -> int:
        """How many pages it has, at least 1."""
        shown = self._desk.feed.shown
        return page_count(shown, self._desk.theme) if isinstance(shown, OutcomesScreen) else 1

    def next_page(self) -> None:
        """Turn to the next page, from the last one to the first; nothing happens where there is one only."""
        wanted, pages = self._desk.feed.screen, self.pages
        if wanted is not None and pages > 1:
            self._desk.show_screen(replace(wanted, page=(min(wanted.page, pages - 1) + 1) % pages))

    def offer(self, action: QAction) -> None:
        """Let this action of a menu be there only while there are pages to turn."""

        def follow() -> None:
            action.setVisible(self.pages > 1)

        self._desk.signals.feedChanged.connect(follow)
        follow()
