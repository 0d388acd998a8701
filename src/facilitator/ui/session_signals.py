"""SessionSignals: the one document signal and the one feed signal that every window listens to."""

from PySide6.QtCore import QObject, Signal

from facilitator.domain.change import Change
from facilitator.journal import Journal
from facilitator.workshop.stage_feed import StageFeed


class SessionSignals(QObject):
    """Turns what journal and feed tell into Qt signals, and lets the feed follow the document.

    `documentChanged` carries the saved `Change`; `feedChanged` says that what the stage shows, or what is said of
    it, may have changed; `clockChanged` says that its clock looks other, `pointerChanged` that its pointer moved. The
    feed hears of a change first, so the stage is never behind the console.
    """

    documentChanged = Signal(object)
    feedChanged = Signal()
    clockChanged = Signal()
    pointerChanged = Signal()

    def __init__(self, journal: Journal, feed: StageFeed, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._feed = feed
        self._ends = [
            journal.subscribe(self._follow),
            feed.subscribe(self.feedChanged.emit),
            feed.subscribe_clock(self.clockChanged.emit),
            feed.subscribe_pointer(self.pointerChanged.emit),
        ]

    def end(self) -> None:
        """Listen no longer."""
        while self._ends:
            self._ends.pop()()

    def _follow(self, change: Change) -> None:
        self._feed.refresh(self._journal.document)
        self.documentChanged.emit(change)
