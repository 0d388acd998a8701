"""The app with its windows: the one place where files, journal, stage and console meet."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import (
    QObject,
    QSettings,
    QSize,
    QStandardPaths,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtWidgets import QApplication

from facilitator import graph_files, handing_out, templates
from facilitator.catalogue import kind_of
from facilitator.content import agendas
from facilitator.content.theme import ThemeName, theme
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import SUFFIX, Board, language_of
from facilitator.domain.language import Language
from facilitator.domain.refusal import Refusal
from facilitator.domain.view import Showing, View
from facilitator.exchange.writing import free_path
from facilitator.handing_out import Progress
from facilitator.opening import OpenEngagement, found_engagement, open_engagement
from facilitator.sample import founding_of_sample
from facilitator.screens import screen_of
from facilitator.ui.application import application
from facilitator.ui.console.console_window import ConsoleWindow
from facilitator.ui.desk import Desk, Kinds
from facilitator.ui.dialogs.export_dialog import ExportDialog, ExportFormat, ExportOrder
from facilitator.ui.dialogs.handout_dialog import HandoutDialog, HandoutOrder, Make, OfferedBoards, PackName
from facilitator.ui.ending import close_on_signals
from facilitator.ui.errors import catch_unforeseen, raise_again, sentence, start_log, system_sentence
from facilitator.ui.live_keys import add_live_keys
from facilitator.ui.motion import motion_forbidden, motion_usual
from facilitator.ui.preferences import Preferences
from facilitator.ui.stage.stage_window import SIZES, StageWindow
from facilitator.ui.welcome.welcome_window import NewEngagement, WelcomeWindow
from facilitator.workshop.shown import looks_other
from facilitator.workshop.stage_feed import StageFeed


def run(path: Path | None, *, language: Language) -> int:
    """Open an engagement, or the welcome window without one, and stay until the last window is closed.

    `language` is that of the windows. A file that can't be opened is said in the welcome window. Returns the exit
    code.
    """
    app = application(language)
    facilitator = App(Words(language), "light", None, Preferences(QSettings()))
    start_log(Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)))
    catch_unforeseen(facilitator.struck.emit)
    close_on_signals(facilitator.close)
    QTimer.singleShot(0, facilitator, lambda: facilitator.start(path))  # in the event loop, where errors are caught
    return app.exec()


class App(QObject):
    """Goes from the welcome window to an open workshop. `struck` says that an error hit that nobody foresaw."""

    struck = Signal()

    def __init__(self, words: Words, theme_name: ThemeName, size: str | None, preferences: Preferences) -> None:
        super().__init__()
        self._words = words
        self._theme_name: ThemeName = theme_name
        self._size = size
        self._preferences = preferences
        self.welcome_window: WelcomeWindow | None = None
        self.workshop: Workshop | None = None
        self._asked_to_close = False
        self.struck.connect(self._say_unforeseen)

    def start(self, path: Path | None) -> None:
        """Open a file, or the welcome window without one; it also says why a file can't be opened."""
        try:
            if path:
                self._trying(lambda: self.open(path))
        finally:  # whatever went wrong, there is a window
            if not (self.workshop or self.welcome_window):
                self.welcome()

    def welcome(self) -> None:
        """Show the welcome window."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        window = WelcomeWindow(agendas.templates(), self._preferences.recent(), Path(documents), self._words)
        window.openRequested.connect(self._open_or_say)
        window.newRequested.connect(self._create)
        window.sampleRequested.connect(self._copy_sample)
        self.welcome_window = window
        window.show()

    def open(self, path: Path) -> None:
        """Open an engagement in console and stage; raises StoreError with everything as it was."""
        self._show(open_engagement(path))

    def close(self) -> None:
        """Save what was typed and close every window.

        While something can't be saved the console stays and says so; asked a second time, it closes all the same.
        """
        if self.workshop:
            console = self.workshop.console
            closed = console.close()
            if not closed and self._asked_to_close:
                console.close_all_the_same()
            self._asked_to_close = not closed
        if self.welcome_window:
            self.welcome_window.close()

    def _show(self, engagement: OpenEngagement) -> None:
        size = stage_size(self._size, self._preferences)
        try:
            self.workshop = Workshop(engagement, self._words, self._theme_name, size, self._preferences)
        except BaseException:
            engagement.close()  # or the file would stay locked
            raise
        self._preferences.remember(engagement.path)
        self.workshop.show()
        if self.welcome_window:  # only now: closing the last window would end the app
            self.welcome_window.close()
            self.welcome_window = None

    def _open_or_say(self, path: Path) -> None:
        self._trying(lambda: self.open(path))

    def _create(self, wanted: NewEngagement) -> None:
        def create() -> None:
            change = templates.founding(wanted.template, wanted.language, title=wanted.title)
            title = wanted.title or Path(wanted.template).stem
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
            self._say(sentence(refusal, self._words))
        except OSError as error:
            self._say(system_sentence(error, self._words))

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


class Workshop:
    """One open engagement with its two windows; closing the console closes all of it."""

    def __init__(
        self,
        engagement: OpenEngagement,
        words: Words,
        theme_name: ThemeName,
        size: QSize,
        preferences: Preferences,
    ) -> None:
        self._engagement = engagement
        self._preferences = preferences
        self.feed = StageFeed(_view_of, screen_of=screen_of)
        kinds = Kinds(kind_of, templates.board_kinds(words), templates.new_board)
        self.desk = Desk(engagement.journal, self.feed, kinds, words, theme(theme_name))
        self.desk.glides = preferences.glides(usually=motion_usual(QApplication.style())) and not motion_forbidden()
        self.stage = StageWindow(self.desk.stage_picture(), size)
        self._shown = self.feed.shown
        self.desk.signals.feedChanged.connect(self._show_stage)
        self.desk.signals.clockChanged.connect(lambda: self.stage.show_picture(self.desk.stage_picture()))
        self.console = ConsoleWindow(self.desk)  # after the stage, which hears of everything first
        self._show_stage_size()
        self.stage.sized.connect(lambda size: self._show_stage_size())
        self.console.bar.show_glides(self.desk.glides, fixed=motion_forbidden())
        self.console.bar.glidesChosen.connect(self._let_glide)
        self.console.stageSizeRequested.connect(self._resize_stage)
        self.console.handoutRequested.connect(self.hand_out)
        self.console.exportRequested.connect(self.export)
        self.console.ended.connect(self._end)
        self.stage.closeRequested.connect(self._say_stage_stays)
        add_live_keys(self.stage, self.desk.showings.all_off, self.console.hold, self.console.blank)

    def show(self) -> None:
        """Show the stage, and the console in front of it."""
        self.stage.show()
        self.console.show()
        self.console.raise_()
        self.console.activateWindow()

    def hand_out(self) -> None:
        """Ask what handout is wanted and make it."""
        folder = self._engagement.path.parent
        document = self.desk.document
        boards = [(board.id, board.title) for board in handing_out.boards_of(document)]
        withheld = any(self.desk.kind(board_id).withheld(document, board_id) for board_id, _ in boards)

        def drafts(pack: PackName, board_id: str | None) -> list[str]:
            return [board.title for board in handing_out.unredacted_in(document, pack, board_id)]

        offered = OfferedBoards(tuple(boards), leaves_out=withheld, drafts=drafts)
        dialog = HandoutDialog(maker(document), folder, language_of(document), offered, self.desk.words, self.console)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.unforeseen.connect(raise_again)
        dialog.open()

    def export(self, board_id: str) -> None:
        """Ask what this board is to be written as, and where to, and write it."""
        document, folder = self.desk.document, self._engagement.path.parent
        title, words = document.get(Board, board_id).title, Words(language_of(document))

        def write(order: ExportOrder) -> tuple[Path, ...]:
            its = {"private": order.private, "replace": order.replace}
            return graph_files.write_format(document, board_id, order.path, order.format, words, **its)

        def propose(suffix: str, private: bool) -> Path:
            return free_path(folder, title, handing_out.private_suffix(suffix, words) if private else suffix)

        formats = [ExportFormat(*each) for each in graph_files.formats_of(document, board_id, words)]
        dialog = ExportDialog(formats, write, propose, self.desk.words, self.console)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.unforeseen.connect(raise_again)
        dialog.open()

    def _show_stage(self) -> None:
        before, self._shown = self._shown, self.feed.shown
        glide = self.desk.glides and looks_other(before, self._shown)
        self.stage.show_picture(self.desk.stage_picture(), glide=glide)

    def _resize_stage(self, size: QSize) -> None:
        self.stage.set_size(size)
        self._preferences.keep_stage_size(size)

    def _show_stage_size(self) -> None:
        self.console.bar.show_size(self.stage.stage_size, self.stage.fitted_size)

    def _let_glide(self, glides: bool) -> None:
        self.desk.glides = glides
        self._preferences.keep_glides(glides)

    def _say_stage_stays(self) -> None:
        self.console.panel.capture.say(self.desk.words("console.stage_stays"), problem=True)

    def _end(self) -> None:
        self.stage.end()
        self.desk.signals.end()
        self._engagement.close()


def maker(document: Document) -> Make:
    """What makes a handout pack of this document; it is frozen, so another thread may read it."""

    def make(order: HandoutOrder, progress: Progress, cancelled: Callable[[], bool]) -> Path:
        return handing_out.write_handout(
            document,
            order.folder,
            order.paper,
            order.language,
            pack=order.pack,
            board_id=order.board_id,
            progress=progress,
            cancelled=cancelled,
        )

    return make


def stage_size(asked: str | None, preferences: Preferences) -> QSize:
    """The size asked for ("1600x900"), else the one of last time, else the largest that fits on the screen."""
    for size in SIZES:
        if asked == f"{size.width()}x{size.height()}":
            return size
    screen = QApplication.primaryScreen()
    return preferences.stage_size(screen.size() * screen.devicePixelRatio())


def _view_of(document: Document, board_id: str, showing: Showing) -> View:
    return kind_of(document.get(Board, board_id).kind).view(document, board_id, showing)
