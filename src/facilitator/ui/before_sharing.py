"""BeforeSharing: gathers what the page before sharing goes by, and does what its buttons say."""

import shutil
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from facilitator.domain.engagement import Board
from facilitator.domain.refusal import EditRejected
from facilitator.domain.view import View
from facilitator.ui.desk import Desk
from facilitator.ui.dialogs.preflight_page import PreflightPage
from facilitator.ui.preferences import Preferences
from facilitator.ui.preflight import (
    BackupFacts,
    Facts,
    Line,
    Mend,
    SavedFacts,
    SizeFacts,
    StageWindowFacts,
    TextFacts,
    lines,
)
from facilitator.ui.regular_backups import RegularBackups
from facilitator.ui.stage.stage_window import SIZES, StageWindow
from facilitator.workshop.shown import Blank

_SOON = 100
_TELLING = (
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.WindowStateChange,
    QEvent.Type.DevicePixelRatioChange,
)


class BeforeSharing(QObject):
    """`changed` says, once things have calmed down, that something that a line goes by may be different.

    `open_board` is the board on the canvas, which is looked at while none is on the stage; `in_place` whether the file
    is where it was opened; `free` how many bytes are free on the disk of a folder, raising OSError; `screens` what is
    free of each screen.
    """

    changed = Signal()

    def __init__(
        self,
        desk: Desk,
        stage: StageWindow,
        backups: RegularBackups,
        preferences: Preferences,
        path: Path,
        *,
        open_board: Callable[[], str | None],
        of_others: Callable[[], Sequence[str]] = tuple,
        in_place: Callable[[], bool],
        free: Callable[[Path], int] = lambda folder: shutil.disk_usage(folder).free,
        screens: Callable[[], Sequence[QRect]] = lambda: _screens(),
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._stage, self._backups, self._preferences = desk, stage, backups, preferences
        self._path, self._open_board, self._in_place, self._free, self._now = path, open_board, in_place, free, now
        self._screens, self._of_others = screens, of_others
        self._backup = BackupFacts(None, 0, due=False)
        self._page: PreflightPage | None = None
        self._ended = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self.changed)
        self._listen()

    def lines(self, *, anew: bool = True) -> list[Line]:
        """The lines of the page. The backups are read only `anew`: they may be large."""
        if anew:
            self._backup = self._backups.facts()
        return lines(self._facts(), self._desk.words)

    def open_page(self, parent: QWidget) -> PreflightPage:
        """Show the page; where it is open already, look at everything anew."""
        self._backups.begin()
        if self._page is None:
            page = PreflightPage(
                lambda anew: self.lines(anew=anew),
                self.mend,
                self._desk.words,
                parent,
                quiet=self.quiet,
                keep_quiet=self.keep_quiet,
            )
            self.changed.connect(page.refresh)
            self._backups.failed.connect(page.say)
            page.finished.connect(self._forget_page)
            self._page = page
        else:
            self._page.check()
        self._page.show()
        self._go_to_page()
        return self._page

    def end(self) -> None:
        """Close the page, and hear of nothing more."""
        self._stage.removeEventFilter(self)
        self._ended = True
        self._soon.stop()
        if self._page:
            self._page.close()

    @property
    def quiet(self) -> bool:
        """Whether the facilitator said today that notifications are off."""
        return self._preferences.is_quiet_on(self._now().astimezone().date())

    def keep_quiet(self, quiet: bool) -> None:
        """Remember for today that notifications are off, or that they are not."""
        self._preferences.keep_quiet_day(self._now().astimezone().date() if quiet else None)
        self._soon.start()

    def mend(self, what: Mend) -> None:
        """Do what the button of a line offers."""
        match what:
            case "bring_back":
                bring_back(self._stage)
                self._go_to_page()  # on a small screen the stage has come in front of it
            case "choose_size":
                if (smaller := self._smaller()) is not None:
                    self._stage.set_size(smaller)
                    self._preferences.keep_stage_size(smaller)
            case "set_size":
                self._stage.set_size(self._stage.stage_size)
            case "put_away":
                for board_id in self._of_others():
                    self._desk.feed.put_away(self._desk.document, board_id)
            case "layers_off":
                self._desk.showings.all_off()
            case "back_up":
                self._backups.back_up()
            case "retry":
                self._desk.retry()
        self._soon.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TELLING:
            self._hear()
        return False

    def _listen(self) -> None:
        desk, app = self._desk, QGuiApplication.instance()
        told = [desk.signals.feedChanged, desk.signals.documentChanged, desk.notSaved, desk.settled]
        told += [desk.showings.changed, self._stage.sized, self._backups.made, self._backups.failed]
        if isinstance(app, QGuiApplication):
            told += [app.screenAdded, app.screenRemoved, app.primaryScreenChanged]
        for signal in told:
            signal.connect(self._hear)
        self._backups.made.connect(self._look_at_backups)
        self._stage.installEventFilter(self)

    def _hear(self, *_: object) -> None:
        if not self._ended:
            self._soon.start()

    def _go_to_page(self) -> None:
        if self._page:
            self._page.raise_()
            self._page.activateWindow()

    def _forget_page(self) -> None:
        self._page = None

    def _look_at_backups(self) -> None:
        if self._page:
            self._backup = self._backups.facts()

    def _facts(self) -> Facts:
        desk, folders = self._desk, (self._path.parent, self._backups.backups.folder.path)
        return Facts(
            self._window(),
            self._size(),
            self._text(),
            tuple(
                (layer.name, desk.document.get(Board, board_id).title)
                for board_id in desk.feed.boards_with_layers
                for layer in desk.showings.layers_on(board_id)
            ),
            tuple((str(folder), self._room(folder)) for folder in folders),
            BackupFacts(self._backup.made_at, self._backup.damaged, self._backups.backups.due),
            SavedFacts(desk.unsaved, self._in_place()),
            self.quiet,
            self._now(),
            tuple(desk.document.get(Board, board_id).title for board_id in self._of_others()),
        )

    def _window(self) -> StageWindowFacts:
        stage = self._stage
        return StageWindowFacts(stage.isVisible(), stage.isMinimized(), stage.frameGeometry(), tuple(self._screens()))

    def _size(self) -> SizeFacts:
        stage, scale = self._stage, self._stage.devicePixelRatioF()
        return SizeFacts(stage.stage_size, stage.fitted_size, stage.size() * scale, scale, self._smaller())

    def _smaller(self) -> QSize | None:
        room = self._stage.fitted_size
        return next((size for size in reversed(SIZES) if size.boundedTo(room) == size), None)

    def _text(self) -> TextFacts:
        desk, feed, width = self._desk, self._desk.feed, self._stage.fitted_size.width()
        shown = feed.shown
        if not isinstance(shown, View | Blank):
            return TextFacts(desk.stage_picture(), desk.words("preflight.shown_screen"), width)
        try:
            view = shown if isinstance(shown, View) else self._awaited()
            if view is None:
                return TextFacts(None, "", width)
            title = desk.document.get(Board, view.board_id).title
            return TextFacts(desk.picture(view), desk.words.quote(title), width)
        except EditRejected:  # the board is held on the stage and was deleted meanwhile
            return TextFacts(desk.stage_picture(), desk.words("preflight.shown_screen"), width)

    def _awaited(self) -> View | None:
        """The board that will be on the stage: behind a blank, or the open one before any is there."""
        feed, showings = self._desk.feed, self._desk.showings
        if feed.board_id is not None:
            return self._desk.view(feed.board_id, feed.showing)
        board_id = self._open_board()
        return self._desk.view(board_id, showings.for_stage(board_id)) if board_id else None

    def _room(self, folder: Path) -> int | None:
        try:
            return self._free(_existing(folder))
        except OSError:
            return None


def bring_back(stage: StageWindow) -> None:
    """Show the stage window with all of it on the screen that it is nearest to."""
    stage.setWindowState(stage.windowState() & ~Qt.WindowState.WindowMinimized)
    stage.show()
    stage.move(stage.screen().availableGeometry().topLeft())
    stage.set_size(stage.stage_size)


def _screens() -> list[QRect]:
    return [screen.availableGeometry() for screen in QGuiApplication.screens()]


def _existing(folder: Path) -> Path:
    """The folder, or the nearest above it that exists."""
    return next((each for each in (folder, *folder.parents) if each.exists()), folder)
