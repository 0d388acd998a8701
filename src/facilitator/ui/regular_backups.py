"""RegularBackups: backs the open engagement up at opening, every few minutes, at closing, and when asked to."""

import logging

from PySide6.QtCore import QObject, QTimer, Signal

from facilitator.content.words import Words
from facilitator.domain.refusal import Refusal, StoreError
from facilitator.store.backups import Backup, EngagementBackups
from facilitator.ui.dialogs.latest import Latest
from facilitator.ui.errors import raise_again, sentence
from facilitator.ui.preflight import BackupFacts

INTERVAL = 5 * 60 * 1000
"""Milliseconds between two looks at whether something new was saved."""

FIRST = 2000
"""Milliseconds after opening at which the first look is taken."""

_log = logging.getLogger(__name__)


class RegularBackups(QObject):
    """The windows wait for the copying only; the copy is looked through on another thread.

    `made` says that a backup is there, `failed` carries a sentence for the facilitator: the engagement is as it was.
    """

    made = Signal()
    failed = Signal(str)

    def __init__(self, backups: EngagementBackups, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.backups = backups
        self._words = words
        self._work = Latest(self)
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL)
        self._timer.timeout.connect(self.back_up_if_due)
        self._first = QTimer(self)
        self._first.setSingleShot(True)
        self._first.timeout.connect(self.begin)

    def start(self) -> None:
        """Begin in a moment: what is said first never waits for a backup."""
        self._first.start(FIRST)

    def begin(self) -> None:
        """Back up what was done without a backup, by the command line say, and from now on regularly.

        Nothing happens where that has begun.
        """
        if self._timer.isActive():
            return
        self._first.stop()
        self._timer.start()
        try:
            self.backups.begin()
        except StoreError as refusal:
            self.failed.emit(sentence(refusal, self._words))
        else:
            self.back_up_if_due()

    def back_up_if_due(self) -> None:
        """Back up if something was saved since the newest backup."""
        if self.backups.due:
            self.back_up()

    def back_up(self) -> None:
        """Back up now; nothing happens while that is under way."""
        if self._work.is_busy:
            return
        try:
            copy = self.backups.copy()
        except StoreError as refusal:
            self.failed.emit(sentence(refusal, self._words))
            return
        self._work.run(lambda: self.backups.publish(copy), self._tell, self._fail, quick=False)

    def facts(self) -> BackupFacts:
        """How the backups stand; the newest are read to see whether they are whole."""
        newest = self.backups.folder.newest()
        made_at = newest.backup.at if newest.backup else None
        return BackupFacts(made_at, len(newest.damaged), self.backups.due)

    def end(self) -> None:
        """Back up what was done since, with the window gone already; the log says if that fails."""
        self._first.stop()
        self._timer.stop()
        self._work.end()
        try:
            if self.backups.due:
                self.backups.publish(self.backups.copy())
        except StoreError as refusal:  # everything is in the engagement's own file
            _log.error("backup at closing failed: %s", refusal.key)

    def _tell(self, backup: Backup) -> None:
        self.made.emit()

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, Refusal):
            raise_again(error)
        else:
            self.failed.emit(sentence(error, self._words))
