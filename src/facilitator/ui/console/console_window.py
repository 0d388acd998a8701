"""ConsoleWindow: the facilitator's own window, with the stage in small, the board to edit and what is private."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QMainWindow

from facilitator.ui.buttons import button
from facilitator.ui.console.banner import Banner
from facilitator.ui.console.board_actions import add_board_actions
from facilitator.ui.console.board_panel import BoardPanel
from facilitator.ui.console.board_work import BoardWork
from facilitator.ui.console.boards_list import BoardsList, board_rows
from facilitator.ui.console.console_keys import add_keys
from facilitator.ui.console.console_layout import centred, column, columns, fitting_size, headed, stacked
from facilitator.ui.console.console_lists import ConsoleLists
from facilitator.ui.console.file_drops import FileDrops
from facilitator.ui.console.finding_work import FindingWork
from facilitator.ui.console.findings_panel import FindingsPanel
from facilitator.ui.console.inspector import Inspector
from facilitator.ui.console.link_typing import LinkTyping
from facilitator.ui.console.live_session import LiveSession
from facilitator.ui.console.looking import Looking
from facilitator.ui.console.new_board import NewBoardButton
from facilitator.ui.console.outline import Outline
from facilitator.ui.console.pointing import Pointing
from facilitator.ui.console.prompt_strip import PromptStrip
from facilitator.ui.console.shown_board import ShownBoard
from facilitator.ui.console.side_column import SideColumn
from facilitator.ui.console.stage_panel import StagePanel
from facilitator.ui.console.stage_side import StageSide
from facilitator.ui.console.table_editor import TableEditor
from facilitator.ui.console.top_bar import TopBar
from facilitator.ui.console.type_ahead import TypeAhead
from facilitator.ui.console.undoing import Undoing
from facilitator.ui.desk import Desk
from facilitator.ui.dialogs.help_sheet import HelpSheet
from facilitator.workshop.cohort_boards import board_of_session

TITLE = "Facilitator – Console"
"""Constant, like the stage's: no client is named in a task bar that participants might see."""

_SAID_WHILE_HIDDEN = ("console.dots_hidden", "poll.hidden", "people.hidden")
"""Sentences that are true only while what is private is hidden."""

_LOW = 800  # pixels: below, the preview is smaller, so that the agenda has room


class ConsoleWindow(QMainWindow):
    """Shows the desk and asks it for edits. What it cannot do itself it asks for by signals."""

    handoutRequested = Signal()
    exportRequested = Signal(str)
    stageSizeRequested = Signal(QSize)
    stageWorkRequested = Signal()
    ended = Signal()

    def __init__(self, desk: Desk, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        super().__init__()
        self.setWindowTitle(TITLE)
        self.setAccessibleName(TITLE)
        words = desk.words
        self.desk = desk
        self.bar = TopBar(desk.feed, words, desk.showings.all_off)
        self.banner = Banner(words, desk.retry, self.close_all_the_same, lambda: self.work.go_to_draft())
        self.stage = StagePanel(desk.stage_picture(), words)
        self.boards = BoardsList(words)
        self.panel = BoardPanel(words, desk.theme, self._adding(flat=False), desk.showings.all_off)
        self.prompt = PromptStrip(words)
        self.outline = Outline(words)
        self.findings = FindingsPanel(words)
        self.inspector = Inspector(words, lambda: desk.today())
        self.work = BoardWork(desk, self.panel.canvas, self.outline, self.inspector, self.panel.capture)
        self.table = TableEditor(desk, self.work)
        self.work.typing.append(self.table.typing)
        self.panel.add_centre(words("console.as_table"), self.table)
        self.looking = Looking(desk, self.work, self.panel, self.inspector, lambda: self.live.timing.session_id)
        self.linking = LinkTyping(self.work, self.panel, words)
        self.checking = FindingWork(desk, self.work, self.findings, self.panel.canvas, self.inspector)
        self.live = LiveSession(desk, self.work, self.panel.capture, now, self)
        self.lists = ConsoleLists(self.outline, self.findings, self.checking, self.live, words)
        self.pointing = Pointing(desk, self.work, self.panel.canvas, self.stage.surface, self.outline)
        StageSide(desk, self.stage, self.pointing, self.live.screens)
        agenda = self.live.agenda
        add_board_actions(self.panel.menu, desk, self.work, lambda: agenda.session_title, self._export, agenda.go_to)
        FileDrops(self, self._open_files)
        self._undoing = Undoing(desk, lambda said: self.panel.capture.say(said, problem=False))
        self._insisted = self._ended = False
        self._lists = _soon(self, self.show_lists)  # a little later: stage and canvas never wait for lists
        self._lay_out()
        self._listen()
        add_keys(self)
        self._open_first()
        self._show_feed()
        self._show_document()
        self.show_lists()
        self.resize(fitting_size())
        self.panel.capture.line.setFocus()

    def say_unforeseen(self) -> None:
        """Say calmly that something went wrong that nobody foresaw, and up to when work is saved."""
        at = self.desk.journal.saved_at
        when = at.astimezone().strftime("%H:%M:%S") if at else ""
        key = "console.unforeseen_saved" if at else "console.unforeseen"
        self.banner.say(self.desk.words(key, time=when))

    def show_lists(self) -> None:
        """Bring the boards list, the agenda, the findings and the chat up to date."""
        self.boards.show_rows(board_rows(self.desk, named=not self.work.private_hidden), self.work.board_id)
        self.live.refresh()
        self.checking.refresh()

    def close_all_the_same(self) -> None:
        """Close, and lose what was typed and could not be saved."""
        self._insisted = True
        self.close()

    def undo(self) -> None:
        """Take the last step back, as `Undoing` tells."""
        self._undoing.undo()

    def redo(self) -> None:
        """Do the step again that was taken back last."""
        self._undoing.redo()

    def type_on(self, text: str) -> None:
        """Go on typing this in the capture bar, whatever had the keys."""
        line = self.panel.capture.line
        line.setFocus()
        line.insert(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for part in (self.stage, self.boards):
            part.show_low(low=event.size().height() < _LOW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and isinstance(self.focusWidget(), QAbstractButton):
            self.looking.end_spotlight()  # a button has no use for Esc, as the canvas has
        elif not self.linking.press(event) and not self._type_ahead.press(event):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what was typed; while something can't be saved the window stays and says so."""
        pending = [] if self._insisted or self._ended else self.work.settle()
        if pending:
            event.ignore()
            said = self.desk.words("console.close_pending", what=self.desk.words.list(pending))
            drafts = bool(self.work.drafts)
            self.banner.say(said, can_retry=self.desk.unsaved > 0, can_close=True, can_go=drafts)
            return
        event.accept()
        if not self._ended:
            self._ended = True
            self.work.end()
            self.ended.emit()

    def _lay_out(self) -> None:
        words = self.desk.words
        self.new_board = self._adding(flat=True)
        boards = headed(words("console.boards"), self.boards, self.new_board)
        handout = button(words("console.handout"), self.handoutRequested.emit, icon_name="handout", key="Ctrl+P")
        left = column(self.stage, boards, self.live.agenda, handout, stretched=self.live.agenda)
        self.panel.add_above_capture(self.live.catch_line)
        self.side = SideColumn(self.lists, words("console.details"), self.inspector)
        beside = columns(left, centred(self.panel, self.prompt), self.side)
        self.setCentralWidget(stacked(self.bar, self.banner, beside, stretched=beside))

    def _listen(self) -> None:
        desk, panel = self.desk, self.panel
        self._type_ahead = TypeAhead(self.type_on, self)
        for each in (self.boards, self.live.agenda.list, self.outline, self.findings.list):
            each.installEventFilter(self._type_ahead)
        desk.signals.documentChanged.connect(lambda change: self._show_document())
        desk.signals.feedChanged.connect(self._show_feed)
        self.stage.controls.readBackRequested.connect(self.live.read_back)
        self.stage.controls.workRequested.connect(self.stageWorkRequested)
        desk.notSaved.connect(lambda text: self.banner.say(text, can_retry=desk.unsaved > 0))
        desk.settled.connect(self._show_settled)
        desk.waits.connect(lambda text: panel.capture.say(text, problem=False))
        self.work.opened.connect(lambda _: self.show_lists())
        self.work.shown.connect(self._show_shown)
        self.work.selected.connect(self._show_picked)
        self.inspector.sought.connect(self.side.show_details)
        self.looking.layersChanged.connect(self._show_layers)
        self.live.closing.handoutRequested.connect(self.handoutRequested)
        self.live.agenda.segmentChosen.connect(self.prompt.show_segment)
        self.boards.boardChosen.connect(self.work.open)
        self.boards.openRequested.connect(self._go_to_board)
        panel.capture.left.connect(lambda: panel.centre.setFocus())
        self.table.view.leftByKey.connect(panel.capture.line.setFocus)
        panel.stageRequested.connect(self.looking.to_stage)
        panel.tidyRequested.connect(self.work.tidy)
        panel.undoRequested.connect(self.undo)
        panel.redoRequested.connect(self.redo)
        panel.privateToggled.connect(self._show_private)
        self.bar.holdRequested.connect(self.hold)
        self.bar.blankRequested.connect(self.blank)
        self.bar.sizeRequested.connect(self.stageSizeRequested)
        self.bar.helpRequested.connect(self.help)

    def _open_first(self) -> None:
        """Begin on a board of the session whose agenda is shown."""
        board_id = board_of_session(self.desk.document, self.live.session_id)
        if board_id:
            self.work.open(board_id)
        else:
            self.work.refresh()

    def _adding(self, *, flat: bool) -> NewBoardButton:
        return NewBoardButton(self.desk, lambda: self.live.session_id, self._open_new, flat=flat)

    def _go_to_board(self, board_id: str) -> None:
        """Go on with the board that was opened from the list."""
        self.work.open(board_id)
        if self.work.board_id == board_id:
            self.panel.centre.setFocus()

    def _open_new(self, board_id: str) -> None:
        """What is typed next is meant for the board that was just added."""
        self.work.open(board_id)
        if self.work.board_id == board_id:
            self.panel.capture.line.setFocus()

    def _export(self) -> None:
        self.exportRequested.emit(self.work.board_id)

    def hold(self) -> None:
        """Keep what participants see, or follow again."""
        feed = self.desk.feed
        (feed.release if feed.holding else feed.hold)()

    def blank(self) -> None:
        """Hide everything from participants, or show it again; where nothing is there yet, the open board.

        A dialog hides what is open, so while there is one nothing new is shown.
        """
        feed, behind = self.desk.feed, QApplication.activeModalWidget() is not None
        if feed.blanked:
            feed.unblank()
        elif feed.mode != "blank" or behind:
            feed.blank()
        if feed.mode == "blank" and not feed.blanked and not behind:
            self.looking.to_stage()

    def add_board(self) -> None:
        """Offer the kinds of boards, beside the list of boards."""
        self.new_board.open_menu()

    def help(self) -> None:
        """Show the capture lines and the keys."""
        sheet = HelpSheet(self.desk.words, self)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.open()

    def paste(self) -> None:
        """Show what the text of the clipboard would do on this board."""
        self.work.paste(QGuiApplication.clipboard().text())

    def _open_files(self, paths: Sequence[Path]) -> None:
        """Show what dropped files would bring: a chat, who was there, who completed what; all else onto the board.

        Templates go to the library.
        """
        live = self.live
        if live.templates.open_files(paths):
            return
        if not (live.lessons.open_file(paths) or live.chatting.open_file(paths) or live.attending.open_file(paths)):
            self.work.importing.open(paths=paths)

    def _show_settled(self) -> None:
        if not self.desk.unsaved:
            self.banner.hide()

    def _show_document(self) -> None:
        desk, journal = self.desk, self.desk.journal
        undo, redo = None if journal.undo_ends else journal.undo_label, journal.redo_label
        self.panel.show_steps(desk.step(undo) if undo else None, desk.step(redo) if redo else None)
        self.bar.show_saved(journal.saved_at)
        self._lists.start()

    def _show_feed(self) -> None:
        self.bar.show_feed()
        feed, said = self.desk.feed, self.panel.capture.message
        for key, waits in (("console.waits_behind_blank", feed.blanked), ("console.waits_behind_hold", feed.holding)):
            if said == self.desk.words(key) and not waits:
                self.panel.capture.say("", problem=False)
        self._lists.start()

    def _show_shown(self, shown: ShownBoard | None) -> None:
        self.lists.show_items(len(shown.items) if shown else None)
        self.prompt.show_prompts(shown.kind.prompts(self.desk.words) if shown else ())

    def _show_picked(self, ids: tuple[str, ...]) -> None:
        """What is picked on the canvas is for its details; a list that is read while somebody types stays in sight."""
        if ids and self.panel.canvas.hasFocus():
            self.side.show_details()

    def _show_layers(self, names: tuple[str, ...], seen: bool) -> None:
        self.bar.sign.show_layers(names, seen=seen)
        self.stage.sign.show_layers(names if seen else (), seen=seen)

    def _show_private(self, shown: bool) -> None:
        self.work.hide_private(not shown)
        if shown and self.panel.capture.message in map(self.desk.words, _SAID_WHILE_HIDDEN):
            self.work.say("", problem=False)
        self.show_lists()
        self.live.chatting.refresh()


def _soon(console: QObject, act: Callable[[], None]) -> QTimer:
    """A timer that, each time it is started, does this once the window has done all else."""
    timer = QTimer(console)
    timer.setSingleShot(True)
    timer.setInterval(0)
    timer.timeout.connect(act)
    return timer
