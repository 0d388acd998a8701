"""AgendaWork: what the agenda and its clock ask for, as edits and dialogs."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from facilitator.boards.spots import spot_on, spots_of
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.engagement import Segment, Session
from facilitator.domain.refusal import EditRejected
from facilitator.journal import Saved
from facilitator.ui.console.agenda_panel import AgendaPanel
from facilitator.ui.console.showing_to_others import clear_of_others
from facilitator.ui.desk import Desk
from facilitator.ui.dialogs.question_dialog import QuestionDialog
from facilitator.ui.dialogs.replan_dialog import ReplanDialog
from facilitator.ui.dialogs.segment_dialog import BoardOffer, SegmentDialog
from facilitator.ui.errors import sentence
from facilitator.ui.session_clock import SessionClock
from facilitator.workshop import agenda, segments
from facilitator.workshop.replanning import replan, replanned
from facilitator.workshop.segments import SegmentValues
from facilitator.workshop.sessions import session_of_the_day

_NEW = SegmentValues("", 10)


class AgendaWork(QObject):
    """Starts, ends and edits segments, plans anew, and lets participants see the clock or not.

    A segment that starts brings its board to the stage; `open_board` shows that on the canvas. One that brings none is
    told of by `startedWithoutBoard`, with its session.
    """

    startedWithoutBoard = Signal(str)

    def __init__(self, desk: Desk, panel: AgendaPanel, clock: SessionClock, open_board: Callable[[str], None]) -> None:
        super().__init__(panel)
        self._desk, self._panel, self.clock, self._open_board = desk, panel, clock, open_board
        panel.refresh(desk.document)
        panel.open_session(session_of_the_day(desk.document, desk.today()))
        panel.startRequested.connect(self.start)
        panel.editRequested.connect(self.edit)
        panel.addRequested.connect(lambda at, before: self.add(at, before=before))
        panel.moveRequested.connect(self.move)
        panel.removeRequested.connect(self.remove)
        panel.strip.nextRequested.connect(self.next)
        panel.strip.replanRequested.connect(self.replan)
        panel.strip.stopRequested.connect(self.stop)
        panel.strip.stageClockToggled.connect(self._show_on_stage)
        clock.changed.connect(self._show_clock)
        self._show_clock()

    @property
    def session_id(self) -> str:
        """The session that is held: the one that runs, else the one whose agenda is shown; "" for none."""
        return self.clock.running.session.id if self.clock.running else self._panel.session_id

    def start(self, segment_id: str) -> QuestionDialog | None:
        """Start the clock of a segment now; while another session runs it is asked before that one ends."""

        def edit(document: Document) -> Change:
            return agenda.started(document, segment_id, self._local_now())

        runs, segment = self.clock.running, self._desk.document.find(Segment, segment_id)
        if runs and segment and segment.session_id != runs.session.id:
            return self._ask_to_switch(runs.session, segment.session_id, edit)
        self._start(edit)
        return None

    def next(self) -> QuestionDialog | None:
        """Start the segment after the one that runs, or the first one; after the last one the session ends.

        It is the session whose agenda is shown that goes on; while another one runs it is asked before that one ends.
        """
        runs = self.clock.running
        session_id = self._panel.session_id or (runs.session.id if runs else "")
        if not session_id:
            return None

        def edit(document: Document) -> Change:
            return agenda.next_started(document, session_id, self._local_now())

        if runs and runs.session.id != session_id:
            return self._ask_to_switch(runs.session, session_id, edit)
        self._start(edit)
        return None

    def replan(self) -> ReplanDialog | None:
        """Show how the rest of the session could end on time; None, and a sentence, while nothing runs."""
        runs = self.clock.running
        if runs is None:
            self._desk.refused.emit(sentence(EditRejected("no_clock"), self._desk.words))
            return None
        now = self.clock.now()
        dialog = ReplanDialog(
            lambda ends_at: replan(runs, now, ends_at),
            lambda proposal: self._ask(lambda document: replanned(document, runs.session.id, proposal), dialog.say),
            self._desk.words,
            self._panel.window(),
        )
        dialog.open()
        return dialog

    def edit(self, segment_id: str) -> SegmentDialog | None:
        """Show what can be changed about a segment; None where it is gone."""
        segment = self._desk.document.find(Segment, segment_id)
        if segment is None:
            return None
        dialog = SegmentDialog(
            SegmentValues.of(segment),
            self._boards(),
            lambda values: self._ask(
                lambda document: segments.segment_edited(document, segment_id, values), dialog.say
            ),
            self._desk.words,
            self._panel.window(),
        )
        dialog.open()
        return dialog

    def add(self, at: str = "", *, before: bool = False) -> SegmentDialog | None:
        """Ask what a new segment is to be, after the one with the id `at` or before it; None without a session."""
        session_id = self._panel.session_id
        if not session_id:
            return None

        def save(values: SegmentValues) -> bool:
            there = {segment.id for segment in self._desk.document.every(Segment)}
            saved = self._ask(
                lambda document: segments.segment_added(document, session_id, values, at=at, before=before), dialog.say
            )
            for segment in self._desk.document.every(Segment) if saved else ():
                if segment.id not in there:
                    self._turn_to(segment.id)
            return saved

        dialog = SegmentDialog(_NEW, self._boards(), save, self._desk.words, self._panel.window(), new=True)
        dialog.open()
        return dialog

    def move(self, segment_id: str, by: int) -> None:
        """Move a segment so many places down, below zero up; at the end of the agenda it stays."""
        if self._desk.ask(lambda document: segments.segment_moved(document, segment_id, by), _stays, keep=False):
            self._turn_to(segment_id)

    def remove(self, segment_id: str) -> None:
        """Take a segment out of the agenda: undo brings it back."""
        self._desk.ask(lambda document: segments.segment_removed(document, segment_id, self.clock.now()), keep=False)
        self._panel.refresh(self._desk.document)

    def stop(self) -> None:
        """Stop the clock of the session that runs."""
        runs = self.clock.running
        if runs:
            self._desk.ask(lambda document: agenda.stopped(document, runs.session.id), keep=False)

    def turn_stage_clock(self) -> None:
        """Let participants see the clock, or see it no longer."""
        self._show_on_stage(not self.clock.on_stage)

    def _ask_to_switch(self, running: Session, wanted_id: str, edit: Callable[[Document], Change]) -> QuestionDialog:
        def switch() -> bool:
            return self._desk.ask_for(dialog.say, edit, done=self._turn_stage) is not None

        words, wanted = self._desk.words, self._desk.document.get(Session, wanted_id)
        question = words("clock.switch_question", running=running.title, title=wanted.title)
        yes, title = words("clock.switch"), words("clock.switch_title")
        dialog = QuestionDialog(title, question, yes, switch, words, self._panel.window())
        dialog.open()
        return dialog

    def _local_now(self) -> datetime:
        """Now, with the offset of this computer: sessions are planned for a time of its day."""
        return self.clock.now().astimezone()

    def _start(self, edit: Callable[[Document], Change]) -> None:
        self._desk.ask(edit, done=self._turn_stage, keep=False)

    def _turn_stage(self, saved: Saved) -> None:
        """Bring the board of the segment that was started to the stage, shown as the segment says.

        What was of another 1:1 leaves the stage.
        """
        desk = self._desk
        sessions = (swap.after for swap in saved.change.swaps if isinstance(swap.after, Session))
        started = next((each.running_segment_id for each in sessions if each.running_segment_id), "")
        segment = desk.document.find(Segment, started)
        if segment is None:
            return
        clear_of_others(desk, segment.session_id)
        board_id = segment.board_id
        if board_id is None:
            self.startedWithoutBoard.emit(segment.session_id)
            return
        self._open_board(board_id)
        forms = {form.id for form in desk.showings.forms(board_id)}
        form = segment.form if segment.form in forms else ""
        spot = spot_on(desk.kind(board_id), desk.document, board_id, segment.spot)
        desk.showings.choose(board_id, form=form, spotlight=spot, large=segment.large, then="")
        desk.show_on_stage(board_id)

    def _boards(self) -> list[BoardOffer]:
        """The boards with their forms; it is said of a form that it needs something private to be switched on."""
        words, offers = self._desk.words, []
        for board in self._desk.boards():
            kind = self._desk.kind(board.id)
            forms = tuple(
                (form.id, words("session.form_private", form=form.name) if form.needs else form.name)
                for form in kind.forms(words)
            )
            spots = spots_of(kind, self._desk.document, board.id, words)
            offers.append(BoardOffer(board.id, board.title, forms, kind.enlarges, spots))
        return offers

    def _turn_to(self, segment_id: str) -> None:
        self._panel.refresh(self._desk.document)
        self._panel.choose(segment_id)

    def _show_on_stage(self, shown: bool) -> None:
        self.clock.show_on_stage(shown)
        self._panel.strip.show_on_stage(shown)

    def _show_clock(self) -> None:
        self._panel.show_clock(self.clock.running, self.clock.clock, self.clock.now())

    def _ask(self, edit: Callable[[Document], Change], say: Callable[[str], None]) -> bool:
        return self._desk.ask_for(say, edit) is not None


def _stays(refusal: EditRejected) -> None:
    """The list shows that there is no place further up or down."""
