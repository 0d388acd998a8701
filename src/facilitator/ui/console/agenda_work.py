"""AgendaWork: what the agenda and its clock ask for, as edits and dialogs."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.engagement import Segment
from facilitator.domain.refusal import EditRejected
from facilitator.ui.console.agenda_panel import AgendaPanel
from facilitator.ui.desk import Desk
from facilitator.ui.dialogs.replan_dialog import ReplanDialog
from facilitator.ui.dialogs.segment_dialog import SegmentDialog, SegmentValues
from facilitator.ui.errors import sentence
from facilitator.ui.session_clock import SessionClock
from facilitator.workshop import agenda
from facilitator.workshop.replanning import replan, replanned


class AgendaWork(QObject):
    """Starts, ends and edits segments, plans anew, and lets participants see the clock or not."""

    def __init__(self, desk: Desk, panel: AgendaPanel, clock: SessionClock) -> None:
        super().__init__(panel)
        self._desk, self._panel, self.clock = desk, panel, clock
        panel.refresh(desk.document)
        panel.startRequested.connect(self.start)
        panel.editRequested.connect(self.edit)
        panel.strip.nextRequested.connect(self.next)
        panel.strip.replanRequested.connect(self.replan)
        panel.strip.stopRequested.connect(self.stop)
        panel.strip.stageClockToggled.connect(self._show_on_stage)
        clock.changed.connect(self._show_clock)
        self._show_clock()

    def start(self, segment_id: str) -> None:
        """Start the clock of a segment now."""
        self._desk.ask(lambda document: agenda.started(document, segment_id, self.clock.now()), keep=False)

    def next(self) -> None:
        """Start the segment after the one that runs, or the first one; after the last one the session ends."""
        runs = self.clock.running
        session_id = runs.session.id if runs else self._panel.session_id
        if session_id:
            self._desk.ask(lambda document: agenda.next_started(document, session_id, self.clock.now()), keep=False)

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
            segment,
            lambda values: self._ask(lambda document: _edited(document, segment_id, values), dialog.say),
            self._desk.words,
            self._panel.window(),
        )
        dialog.open()
        return dialog

    def stop(self) -> None:
        """Stop the clock of the session that runs."""
        runs = self.clock.running
        if runs:
            self._desk.ask(lambda document: agenda.stopped(document, runs.session.id), keep=False)

    def turn_stage_clock(self) -> None:
        """Let participants see the clock, or see it no longer."""
        self._show_on_stage(not self.clock.on_stage)

    def _show_on_stage(self, shown: bool) -> None:
        self.clock.show_on_stage(shown)
        self._panel.strip.show_on_stage(shown)

    def _show_clock(self) -> None:
        self._panel.show_clock(self.clock.running, self.clock.clock)

    def _ask(self, edit: Callable[[Document], Change], say: Callable[[str], None]) -> bool:
        """Whether it was saved; a dialog says why not, and keeps what was typed."""
        saved = self._desk.ask(edit, lambda refusal: say(sentence(refusal, self._desk.words)), keep=False)
        return saved is not None


def _edited(document: Document, segment_id: str, values: SegmentValues) -> Change:
    return agenda.edited(
        document,
        segment_id,
        title=values.title,
        minutes=values.minutes,
        fixed=values.fixed,
        minimum=values.minimum,
    )
