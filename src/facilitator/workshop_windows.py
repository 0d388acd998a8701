"""Workshop: one open engagement with its two windows, and what is asked for in them that needs its file."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget

from facilitator import certificate_files, graph_files, templates
from facilitator.board_files import mail_of, private_suffix
from facilitator.board_parts import boards_for_group
from facilitator.boards.listed import boards_of
from facilitator.catalogue import kind_of
from facilitator.content.theme import ThemeName, theme
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import ENGAGEMENT_ID, Board, Engagement, language_of
from facilitator.domain.view import Showing, View
from facilitator.exchange.writing import free_path
from facilitator.handing_out import Progress, make_handout, parts_offered, written
from facilitator.handouts.made import MadeHandout
from facilitator.opening import OpenEngagement
from facilitator.pack_sorts import PackName
from facilitator.packs import unredacted_in
from facilitator.personal_packs import EVERY_OWN, writer_of
from facilitator.screens import screen_of
from facilitator.ui.before_sharing import BeforeSharing
from facilitator.ui.coming_back import bring_back, fits, reopen
from facilitator.ui.console.brand_work import ask_for_brand
from facilitator.ui.console.certificate_work import CertificateWork
from facilitator.ui.console.console_window import ConsoleWindow
from facilitator.ui.console.leftover_work import LeftoverWork
from facilitator.ui.console.pack_work import PackWork
from facilitator.ui.console.stage_catch import StageCatch
from facilitator.ui.console.stage_work import StageWork
from facilitator.ui.console.twin_work import TwinWork
from facilitator.ui.desk import Desk, Kinds
from facilitator.ui.dialogs.export_dialog import ExportDialog, ExportFormat, ExportOrder
from facilitator.ui.dialogs.handout_choices import HandoutAction, HandoutOrder, OfferedBoards, OfferedSessions
from facilitator.ui.dialogs.handout_dialog import HandoutDialog
from facilitator.ui.dialogs.handout_making import Make
from facilitator.ui.errors import raise_again
from facilitator.ui.keeping_on_air import KeepingOnAir
from facilitator.ui.live_keys import add_live_keys
from facilitator.ui.motion import motion_forbidden, motion_usual
from facilitator.ui.on_air import OnAir, OnAirState
from facilitator.ui.preferences import Preferences
from facilitator.ui.regular_backups import RegularBackups
from facilitator.ui.stage.stage_window import StageWindow
from facilitator.workshop.agenda import sessions_of
from facilitator.workshop.one_to_ones import is_for_two
from facilitator.workshop.shown import looks_other
from facilitator.workshop.stage_feed import StageFeed


class Workshop:
    """One open engagement with its two windows; closing the console closes all of it.

    It is kept in `on_air` what is on air (None: nowhere). With `back` it begins as it was on air before a kill.
    Backups go to `backups_in`, by default to the app's own folder.
    """

    def __init__(
        self,
        engagement: OpenEngagement,
        words: Words,
        theme_name: ThemeName,
        size: QSize,
        preferences: Preferences,
        on_air: OnAir | None = None,
        back: OnAirState | None = None,
        backups_in: Path | None = None,
    ) -> None:
        self._engagement = engagement
        self._preferences = preferences
        self.feed = StageFeed(_view_of, screen_of=screen_of)
        kinds = Kinds(kind_of, templates.board_kinds(words), templates.new_board)
        self.desk = Desk(engagement.journal, self.feed, kinds, words, theme(theme_name))
        self.desk.glides = preferences.glides(usually=motion_usual(QApplication.style())) and not motion_forbidden()
        back = back if back and fits(engagement.journal, back) else None
        as_it_was = back is not None and bring_back(self.desk, back)
        self.stage = StageWindow(self.desk.stage_picture(), size)
        self._shown = self.feed.shown
        self.desk.signals.feedChanged.connect(self._show_stage)
        self.desk.signals.clockChanged.connect(lambda: self.stage.show_picture(self.desk.stage_picture()))
        self.desk.signals.pointerChanged.connect(lambda: self.stage.show_pointer(self.feed.pointer))
        self.console = ConsoleWindow(self.desk)  # after the stage, which hears of everything first
        self.stage_work = StageWork(self.desk, self.stage, self.console.pointing, self._come_back)
        self.stage_work.turned.connect(lambda on: self.console.stage.controls.show_on(work=on))
        self.console.live.catching.elsewhere = StageCatch(self.stage_work, lambda: self.console.live.session_id).begin
        self.console.stageWorkRequested.connect(self.stage_work.turn)
        self.console.work.typing.append(self.stage_work.typing)
        self._show_stage_size()
        self.stage.sized.connect(lambda size: self._show_stage_size())
        self.console.bar.show_glides(self.desk.glides, fixed=motion_forbidden())
        self.console.bar.glidesChosen.connect(self._let_glide)
        self.console.stageSizeRequested.connect(self._resize_stage)
        self.console.handoutRequested.connect(lambda: self.hand_out())
        self.console.exportRequested.connect(self.export)
        self.console.ended.connect(self._end)
        self._back_up(engagement, backups_in)
        self.stage.closeRequested.connect(self._say_stage_stays)
        self.stage.typed.connect(self._type_in_console)
        add_live_keys(self.stage, self.desk.showings.all_off, self.console.hold, self.console.blank)
        if back:
            reopen(self.console, self.stage, back, as_it_was=as_it_was)
        self.console.live.attending.folder = self.console.live.overview.folder = engagement.path.parent
        self.console.live.templates.folder = engagement.path.parent
        self.packs = PackWork(self.desk, self.console.work, engagement.path.parent, writer_of)
        self.console.live.attending.packsRequested.connect(
            lambda session_id, ids, parent: self.packs.open(parent, session_id=session_id, ticked=ids)
        )
        self._hear_lessons(engagement.path.parent)
        its = engagement.path, self.desk, self.stage, self.console, back
        self._keeping = KeepingOnAir(on_air, *its) if on_air else None

    def show(self) -> None:
        """Show the stage, and the console in front of it."""
        self.stage.show()
        self.console.show()
        self.console.raise_()
        self.console.activateWindow()
        self.backups.start()

    def let_come_back(self, yes: bool) -> None:
        """Whether what is on air may come back after this end; it may not where the console is closed in order."""
        if self._keeping:
            self._keeping.stays = yes

    def hand_out(self, pack: PackName | None = None, part: str = "", parent: QWidget | None = None) -> None:
        """Ask what handout is wanted, beginning with one part of `pack`, and make it; over `parent` or the console."""
        folder = self._engagement.path.parent
        document = self.desk.document
        boards = [(board.id, board.title) for board in boards_of(document)]
        withheld = len(boards_for_group(document)) < len(boards)

        def drafts(pack: PackName, board_id: str | None) -> list[str]:
            return [board.title for board in unredacted_in(document, pack, board_id)]

        offered = OfferedBoards(tuple(boards), leaves_out=withheld, drafts=drafts)
        sessions = sessions_to_offer(document, self.console.live.agenda.session_id)
        its = folder, language_of(document), offered, sessions, self.desk.words, parent or self.console
        dialog = HandoutDialog(
            *(maker(self.desk), write_made, *its),
            actions=self.handout_actions(),
            hides_private=lambda: self.console.work.private_hidden,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.unforeseen.connect(raise_again)
        self.desk.signals.documentChanged.connect(dialog.renew)
        if pack:
            dialog.chosen.begin(pack, parts_offered(document, language_of(document), pack=pack), part)
        dialog.open()

    def handout_actions(self) -> tuple[HandoutAction, ...]:
        """The buttons of the handout dialog that lead elsewhere."""
        desk, words, hidden = self.desk, self.desk.words, lambda: self.console.work.private_hidden
        twins, left = TwinWork(desk, self._engagement.path.parent), LeftoverWork(desk, hidden)
        return (
            HandoutAction(
                words(f"twin.action_{twins.language}"),
                lambda order, parent: twins.open(parent),
                lambda order: twins.told(order.language),
                only_when_told=True,
            ),
            HandoutAction(words("anonymous.look"), left.open, left.told, only_when_told=True),
            HandoutAction(
                words("personal.action"),
                lambda order, parent: self.packs.open(
                    parent,
                    session_id=order.session_id,
                    paper=order.paper,
                    language=order.language,
                    parts=None if order.parts is None else (EVERY_OWN, *order.parts),
                    pages=order.pages,
                    anonymous=order.anonymous,
                ),
                offered=lambda order: order.pack == "participants",
            ),
            HandoutAction(words("brand.action"), lambda order, parent: ask_for_brand(desk, parent)),
        )

    def export(self, board_id: str) -> None:
        """Ask what this board, or all boards, are to be written as, and where to, and write it."""
        document, folder = self.desk.document, self._engagement.path.parent
        title, words = document.get(Board, board_id).title, Words(language_of(document))

        def write(order: ExportOrder) -> tuple[Path, ...]:
            its = {"private": order.private, "replace": order.replace}
            return graph_files.write_format(document, board_id, order.path, order.format, words, **its)

        def propose(its: ExportFormat, private: bool) -> Path:
            called = document.get(Engagement, ENGAGEMENT_ID).title if its.whole else title
            return free_path(folder, called, private_suffix(its.suffix, words) if private else its.suffix)

        def copy(its: ExportFormat) -> tuple[str, str]:
            return mail_of(document, "" if its.whole else board_id, words)

        formats = [ExportFormat(*each) for each in graph_files.formats_of(document, board_id, words)]
        formats += [ExportFormat(*each, whole=True) for each in graph_files.whole_formats()]
        dialog = ExportDialog(formats, write, propose, self.desk.words, self.console, copy)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.unforeseen.connect(raise_again)
        dialog.open()

    def _hear_lessons(self, folder: Path) -> None:
        """Open what is asked for in the lessons: sheets, and certificates, of which the files go to `folder`."""
        lessons, writer = self.console.live.lessons, certificate_files.writer_of
        lessons.sheetRequested.connect(lambda its, parent: self.hand_out("lesson", f"lesson:{its}", parent))
        self.certificates = CertificateWork(self.desk, folder, writer, lessons.count_steps)
        lessons.certificatesRequested.connect(self.certificates.open)

    def _come_back(self) -> None:
        self.console.raise_()
        self.console.activateWindow()

    def _type_in_console(self, text: str) -> None:
        """Letters typed with the stage in front are for the capture bar; a dialog that is open goes first."""
        self._come_back()
        if QApplication.activeModalWidget() is None:
            self.console.type_on(text)

    def _show_stage(self) -> None:
        before, self._shown = self._shown, self.feed.shown
        glide = self.desk.glides and looks_other(before, self._shown)
        self.stage.show_pointer(self.feed.pointer)  # no blank has one
        self.stage.show_picture(self.desk.stage_picture(), glide=glide)

    def _back_up(self, engagement: OpenEngagement, root: Path | None) -> None:
        """Make backups from now on, and let the console look at them and at all else before the stage is shared."""
        self.backups = RegularBackups(engagement.backups(root), self.desk.words, self.console)
        self.backups.failed.connect(lambda problem: self.console.panel.capture.say(problem, problem=True))
        its = self.desk, self.stage, self.backups, self._preferences, engagement.path
        self.before_sharing = BeforeSharing(
            *its,
            open_board=lambda: self.console.work.board_id,
            in_place=lambda: engagement.is_in_place,
            parent=self.console,
        )
        self.console.live.preflightRequested.connect(lambda: self.before_sharing.open_page(self.console))

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
        if self._keeping:
            self._keeping.end()
        self.before_sharing.end()
        self.stage.end()
        self.desk.signals.end()
        self.backups.end()
        self._engagement.close()


def sessions_to_offer(document: Document, shown: str) -> OfferedSessions:
    """The sessions that a handout can be of; `shown` is the id of that whose agenda is looked at, "" for none."""
    every = sessions_of(document)
    for_two = frozenset(session.id for session in every if is_for_two(document, session))
    return OfferedSessions(tuple((session.id, session.title) for session in every), shown, for_two)


def maker(desk: Desk) -> Make:
    """What makes a handout pack of the desk's document; that is frozen, so another thread may read it."""

    def make(order: HandoutOrder, progress: Progress, cancelled: Callable[[], bool]) -> MadeHandout:
        return make_handout(
            desk.document,
            order.paper,
            order.language,
            pack=order.pack,
            board_id=order.board_id,
            session_id=order.session_id,
            parts=order.parts,
            pages=order.pages,
            anonymous=order.anonymous,
            progress=progress,
            cancelled=cancelled,
        )

    return make


def write_made(made: MadeHandout, folder: Path, name: str) -> tuple[Path, ...]:
    """Write a handout pack and the calendar that belongs to it; raises StoreError as `handing_out.written` does."""
    out = written(made, folder, name)
    return (out, out.with_suffix(".ics")) if made.calendar else (out,)


def _view_of(document: Document, board_id: str, showing: Showing) -> View:
    return kind_of(document.get(Board, board_id).kind).view(document, board_id, showing)
