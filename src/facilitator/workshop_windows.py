"""Workshop: one open engagement with its two windows, and what is asked for in them that needs its file."""

from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication

from facilitator import templates
from facilitator.anonymous.leftovers import leftovers
from facilitator.anonymous.making import as_handed_out
from facilitator.catalogue import kind_of
from facilitator.content.theme import ThemeName, theme
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import ENGAGEMENT_ID, Board, Engagement, Session, language_of
from facilitator.domain.program import Cohort
from facilitator.domain.view import Showing, View
from facilitator.exchange.writing import free_path
from facilitator.files import graph_files
from facilitator.files.board_files import mail_of, private_suffix
from facilitator.handouts.made import MadeHandout
from facilitator.opening import OpenEngagement
from facilitator.packs import certificate_files
from facilitator.packs.handing_out import Progress, make_handout, parts_offered, written
from facilitator.packs.personal_packs import write_personal_packs
from facilitator.packs.sorts import HandoutOrder
from facilitator.screens import screen_of
from facilitator.ui.before_sharing import BeforeSharing
from facilitator.ui.coming_back import bring_back, fits, reopen
from facilitator.ui.console.certificate_work import CertificateWork
from facilitator.ui.console.console_window import ConsoleWindow
from facilitator.ui.console.handout_work import HandoutWork
from facilitator.ui.console.pack_work import PackWork
from facilitator.ui.console.showing_to_others import shown_to_others
from facilitator.ui.console.stage_catch import StageCatch
from facilitator.ui.console.stage_work import StageWork
from facilitator.ui.desk import Desk, Kinds
from facilitator.ui.dialogs.export_dialog import ExportDialog
from facilitator.ui.dialogs.export_order import ExportFormat, ExportOrder
from facilitator.ui.errors import raise_again
from facilitator.ui.keeping_on_air import KeepingOnAir
from facilitator.ui.live_keys import add_live_keys
from facilitator.ui.motion import motion_forbidden, motion_usual
from facilitator.ui.on_air import OnAir, OnAirState
from facilitator.ui.preferences import Preferences
from facilitator.ui.regular_backups import RegularBackups
from facilitator.ui.stage.stage_window import StageWindow
from facilitator.workshop.cohort_sessions import of_cohort
from facilitator.workshop.session_names import has_several_cohorts
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
        self._hand_out(engagement.path.parent)
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

    def export(self, board_id: str) -> None:
        """Ask what this board, or all boards, are to be written as, and where to, and write it."""
        document, folder = self.desk.document, self._engagement.path.parent
        words = Words(language_of(document))
        session = document.find(Session, self.console.live.session_id)
        cohort_id = (session and session.cohort_id) or "" if has_several_cohorts(document) else ""

        nameless = cache(lambda: as_handed_out(document, words.language, anonymous=True))

        def write(order: ExportOrder) -> tuple[Path, ...]:
            its = {"private": order.private, "replace": order.replace, "anonymous": order.anonymous}
            path, form = order.path, order.format
            return graph_files.write_format(document, board_id, path, form, words, **its, cohort_id=cohort_id)

        def propose(its: ExportFormat, private: bool, anonymous: bool) -> Path:
            named = nameless() if anonymous else document
            title = named.get(Engagement, ENGAGEMENT_ID).title if its.whole else named.get(Board, board_id).title
            called = f"{title} {words('anonymous.mark')}" if anonymous else title
            return free_path(folder, called, private_suffix(its.suffix, words) if private else its.suffix)

        def copy(its: ExportFormat, anonymous: bool) -> tuple[str, str]:
            whose = of_cohort(document, cohort_id if its.cohort else "")
            return mail_of(document, "" if its.whole else board_id, words, anonymous=anonymous, whose=whose)

        def left() -> int:
            return len(leftovers(document, words.language, words))

        formats = [ExportFormat(*each) for each in graph_files.formats_of(document, board_id, words)]
        if cohort_id:
            cohort = document.get(Cohort, cohort_id).title
            its_formats = graph_files.whole_formats(graph_files.OF_COHORT)
            formats += [ExportFormat(*each, whole=True, cohort=cohort) for each in its_formats]
        formats += [ExportFormat(*each, whole=True) for each in graph_files.whole_formats()]
        dialog = ExportDialog(formats, write, propose, self.desk.words, self.console, copy, left)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.unforeseen.connect(raise_again)
        dialog.open()

    def _hand_out(self, folder: Path) -> None:
        """Open what is asked for of handouts, personal packs, lesson sheets and certificates; files go to `folder`."""
        desk, console = self.desk, self.console
        packs = PackWork(desk, console.work, folder, lambda document: partial(write_personal_packs, document))
        console.live.attending.packsRequested.connect(packs.open_for)
        self.handouts = HandoutWork(
            desk,
            folder,
            packs,
            make=make_pack,
            write=write_made,
            parts=parts_offered,
            session_shown=lambda: console.live.agenda.session_id,
            hides_private=lambda: console.work.private_hidden,
        )
        console.handoutRequested.connect(lambda: self.handouts.open(console))
        lessons = console.live.lessons
        lessons.sheetRequested.connect(lambda its, parent: self.handouts.open(parent, "lesson", f"lesson:{its}"))
        overview = console.live.overview

        def count(steps: int) -> None:
            for each in (lessons, overview):  # only one of them is open
                each.count_steps(steps)

        self.certificates = CertificateWork(desk, folder, certificate_files.writer_of, count)
        for each in (lessons, overview):
            each.certificatesRequested.connect(self.certificates.open)

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
            of_others=lambda: shown_to_others(self.desk, self.console.live.timing.session_id),
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
        self.handouts.end()
        self.stage.end()
        self.desk.signals.end()
        self.backups.end()
        self._engagement.close()


def make_pack(
    document: Document, order: HandoutOrder, progress: Progress, cancelled: Callable[[], bool]
) -> MadeHandout:
    """As `handing_out.make_handout`."""
    return make_handout(document, order, progress=progress, cancelled=cancelled)


def write_made(made: MadeHandout, folder: Path, name: str) -> tuple[Path, ...]:
    """Write a handout pack and the calendar that belongs to it; raises StoreError as `handing_out.written` does."""
    out = written(made, folder, name)
    return (out, out.with_suffix(".ics")) if made.calendar else (out,)


def _view_of(document: Document, board_id: str, showing: Showing) -> View:
    return kind_of(document.get(Board, board_id).kind).view(document, board_id, showing)
