"""The app: which window it begins with, and the way from there to an open workshop or a rehearsal and back."""

import logging
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, QSize, QStandardPaths, QTimer, Signal
from PySide6.QtWidgets import QApplication

from facilitator import templates
from facilitator.content.theme import ThemeName
from facilitator.content.whole_templates import OWN
from facilitator.content.words import Words
from facilitator.domain.engagement import SUFFIX
from facilitator.domain.language import Language
from facilitator.domain.refusal import Refusal
from facilitator.exchange.writing import free_path
from facilitator.opening import OpenEngagement, backup_instead, found_engagement, open_engagement
from facilitator.sample import founding_of_sample
from facilitator.store.tables import SCHEMA_VERSION
from facilitator.ui.application import application
from facilitator.ui.coming_back import fits, place_of
from facilitator.ui.ending import close_on_signals
from facilitator.ui.errors import catch_unforeseen, sentence, start_log, system_sentence
from facilitator.ui.on_air import OnAir, OnAirState
from facilitator.ui.preferences import Preferences
from facilitator.ui.preflight import when_made
from facilitator.ui.rehearsal.rehearsal import Rehearsal
from facilitator.ui.rehearsal.rehearsal_folder import remove_abandoned
from facilitator.ui.stage.stage_window import SIZES
from facilitator.ui.welcome.welcome_window import NewEngagement, WelcomeWindow
from facilitator.workshop_windows import Workshop

_log = logging.getLogger(__name__)


def run(path: Path | None, *, language: Language, rehearses: bool = False) -> int:
    """Open an engagement, the welcome window without one, or a rehearsal, and stay until the last window is closed.

    `language` is that of the windows. A file that can't be opened is said in the welcome window. Returns the exit
    code.
    """
    app = application(language)
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation))
    on_air = OnAir(folder / "on-air", SCHEMA_VERSION)
    facilitator = App(Words(language), "light", None, Preferences(QSettings()), on_air)
    start_log(folder)
    catch_unforeseen(facilitator.struck.emit)
    close_on_signals(facilitator.close)
    remove_abandoned()

    def start() -> None:
        facilitator.rehearse(language) if rehearses else facilitator.start(path)

    QTimer.singleShot(0, facilitator, start)  # in the event loop, where errors are caught
    return app.exec()


class App(QObject):
    """Goes from the welcome window to an open workshop. `struck` says that an error hit that nobody foresaw.

    `on_air` is where it is kept what is on air, so that it comes back; None keeps nothing.
    """

    struck = Signal()

    def __init__(
        self,
        words: Words,
        theme_name: ThemeName,
        size: str | None,
        preferences: Preferences,
        on_air: OnAir | None = None,
    ) -> None:
        super().__init__()
        self._on_air = on_air
        self._words = words
        self._theme_name: ThemeName = theme_name
        self._size = size
        self._preferences = preferences
        self.welcome_window: WelcomeWindow | None = None
        self.workshop: Workshop | None = None
        self._asked_to_close = self._closes = False
        self.struck.connect(self._say_unforeseen)

    def start(self, path: Path | None) -> None:
        """Open a file, or the welcome window without one; it also says why a file can't be opened.

        A file that was on air when the app was killed goes back on air: naming it is the one step that this takes.
        """
        try:
            if path:
                self._trying(lambda: self.open(path, back=self._on_air.of(path) if self._on_air else None))
        finally:  # whatever went wrong, there is a window
            if not (self.workshop or self.welcome_window):
                self.welcome()

    def welcome(self) -> None:
        """Show the welcome window, with a way back on air if the app was killed on it."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        window = WelcomeWindow(templates.every_template, self._preferences.recent(), Path(documents), self._words)
        state, place = self._was_on_air()
        if state:
            window.offer_back(state.path.stem, place)
            window.backRequested.connect(lambda: self._trying(lambda: self.open(state.path, back=state)))
        window.openRequested.connect(self._open_or_say)
        window.newRequested.connect(self._create)
        window.sampleRequested.connect(self._copy_sample)
        window.rehearsalRequested.connect(lambda language: self.rehearse(language, then_welcome=True))
        self.welcome_window = window
        window.show()

    def open(self, path: Path, *, back: OnAirState | None = None) -> None:
        """Open an engagement in console and stage, as in `back` if given; raises StoreError with all as it was."""
        self._show(open_engagement(path), back)

    def rehearse(self, language: Language, *, then_welcome: bool = False) -> None:
        """Open a rehearsal, of which nothing is kept; when it ends, go back to the welcome window if wanted."""
        self._trying(lambda: self._show_rehearsal(language, then_welcome=then_welcome))

    def close(self) -> None:
        """Save what was typed and close every window, as the app is told to end; what is on air then can come back.

        While something can't be saved the console stays and says so; asked a second time, it closes all the same.
        """
        self._closes = True
        if self.workshop:
            console = self.workshop.console
            self.workshop.let_come_back(True)
            closed = console.close()
            if not closed and self._asked_to_close:
                console.close_all_the_same()
            self._asked_to_close = not closed
            self.workshop.let_come_back(False)
        if self.welcome_window:
            self.welcome_window.close()

    def _was_on_air(self) -> tuple[OnAirState | None, str]:
        """What was on air last and can come back, and what it was at in words; None if there is nothing."""
        for state in self._on_air.newest_first() if self._on_air else ():
            try:
                with open_engagement(state.path) as engagement:
                    if fits(engagement.journal, state):
                        return state, place_of(engagement.journal.document, state, datetime.now(UTC))
            except (Refusal, OSError) as error:  # it may be open in another window
                _log.warning("on air state not offered: %s", type(error).__name__)
        return None, ""

    def _show(self, engagement: OpenEngagement, back: OnAirState | None = None) -> None:
        workshop = self._workshop_of(engagement, self._preferences, on_air=self._on_air, back=back)
        self._preferences.remember(engagement.path)
        self._turn_to(workshop)

    def _show_rehearsal(self, language: Language, *, then_welcome: bool) -> None:
        rehearsal = Rehearsal(language, self._words)

        def end() -> None:
            rehearsal.end()
            if then_welcome and not self._closes:
                self.workshop = None
                self.welcome()

        try:
            engagement = found_engagement(rehearsal.path, founding_of_sample(language))
            backups = rehearsal.path.parent / "backups"
            workshop = self._workshop_of(engagement, self._preferences.passing(), backups_in=backups)
        except BaseException:
            rehearsal.end()
            raise
        workshop.console.ended.connect(end)  # after the workshop, which closes the file
        self._turn_to(workshop)
        rehearsal.begin(workshop.console, workshop.stage)

    def _workshop_of(
        self,
        engagement: OpenEngagement,
        preferences: Preferences,
        *,
        on_air: OnAir | None = None,
        back: OnAirState | None = None,
        backups_in: Path | None = None,
    ) -> Workshop:
        """The windows of an engagement, which is closed where they can't be had, or its file would stay locked."""
        its = engagement, self._words, self._theme_name, stage_size(self._size, preferences), preferences
        try:
            return Workshop(*its, on_air=on_air, back=back, backups_in=backups_in)
        except BaseException:
            engagement.close()
            raise

    def _turn_to(self, workshop: Workshop) -> None:
        self.workshop = workshop
        workshop.show()
        if self.welcome_window:  # only now: closing the last window would end the app
            self.welcome_window.close()
            self.welcome_window = None

    def _open_or_say(self, path: Path) -> None:
        self._trying(lambda: self.open(path))

    def _create(self, wanted: NewEngagement) -> None:
        def create() -> None:
            change = templates.founding(wanted.template, wanted.language, title=wanted.title)
            title = wanted.title or wanted.template.removeprefix(OWN)
            self._show(found_engagement(free_path(wanted.folder, title, SUFFIX), change))

        self._trying(create)

    def _copy_sample(self, language: Language) -> None:
        def copy() -> None:
            folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation))
            folder.mkdir(parents=True, exist_ok=True)
            change = founding_of_sample(language)
            self._show(found_engagement(free_path(folder, self._words("welcome.sample_file"), SUFFIX), change))

        self._trying(copy)

    def _trying(self, act: Callable[[], None]) -> None:
        """Do it, or say in the welcome window why it can't be done."""
        try:
            act()
        except Refusal as refusal:
            self._say(self._with_backup(refusal))
        except OSError as error:
            self._say(system_sentence(error, self._words))

    def _with_backup(self, refusal: Refusal) -> str:
        """The refusal in a sentence, and where a file is lost, how to go back to its newest whole backup."""
        said, backup = sentence(refusal, self._words), backup_instead(refusal)
        if backup is None:
            return said
        when = when_made(backup.at, datetime.now(UTC), self._words)
        file = refusal.values["path"]
        return f"{said} {self._words('preflight.backup_instead', when=when, file=file, path=backup.path)}"

    def _say(self, problem: str) -> None:
        if not self.welcome_window:
            self.welcome()
        assert self.welcome_window  # just made
        self.welcome_window.say(problem)

    def _say_unforeseen(self) -> None:
        if self.welcome_window:
            self.welcome_window.say_unforeseen()
        elif self.workshop:
            self.workshop.console.say_unforeseen()


def stage_size(asked: str | None, preferences: Preferences) -> QSize:
    """The size asked for ("1600x900"), else the one of last time, else the largest that fits on the screen."""
    for size in SIZES:
        if asked == f"{size.width()}x{size.height()}":
            return size
    screen = QApplication.primaryScreen()
    return preferences.stage_size(screen.size() * screen.devicePixelRatio())
