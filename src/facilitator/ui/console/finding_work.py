"""FindingWork: lets the checks run over the open board, shows what they find, and does what is asked about it."""

from datetime import date

from PySide6.QtCore import QObject, Signal

from facilitator.boards.described import LINK, Finding
from facilitator.boards.kind import Kind
from facilitator.domain.change import Change, composed
from facilitator.domain.document import Document
from facilitator.graphics.board_canvas import BoardCanvas
from facilitator.ui.console.board_work import BoardWork
from facilitator.ui.console.findings_panel import FindingsPanel
from facilitator.ui.console.inspector import Inspector
from facilitator.ui.desk import Desk

_FEW = 3
"""What is found about more items than these is about the whole board: it marks none of them."""


class FindingWork(QObject):
    """`counted` tells how many findings there are, None where nothing of them may be in sight.

    The checks run once for each document that is looked at, when `refresh` is called and not before: they may take a
    moment on a large board.
    """

    counted = Signal(object)

    def __init__(
        self, desk: Desk, work: BoardWork, panel: FindingsPanel, canvas: BoardCanvas, inspector: Inspector
    ) -> None:
        super().__init__(panel)
        self._desk, self._work, self._panel = desk, work, panel
        self._canvas, self._inspector = canvas, inspector
        self._checked: tuple[Document, str, date] | None = None
        self._findings: tuple[Finding, ...] = ()
        panel.actRequested.connect(self.act)
        panel.chosen.connect(lambda finding: self._work.pick(finding.items))

    def refresh(self) -> None:
        """Show what is found on the board that is open, as it is saved now."""
        shown = self._work.showing_now
        if shown is None or shown.private_hidden:
            self._checked, self._findings = None, ()
            self._canvas.board.show_warned(())
            if shown:
                self._panel.show_hidden()
            else:
                self._panel.show_findings(())
            self.counted.emit(None)
            return
        document, today = self._desk.document, self._desk.today()
        checked = self._checked
        if checked and checked[0] is document and checked[1:] == (shown.board_id, today):
            return
        self._checked = document, shown.board_id, today
        self._findings = shown.kind.findings(document, shown.board_id, today, self._desk.words)
        self._panel.show_findings(self._findings)
        few = [finding.items for finding in self._findings if len(finding.items) <= _FEW]
        self._canvas.board.show_warned(item for items in few for item in items)
        self.counted.emit(len(self._findings))

    def act(self, finding: Finding) -> None:
        """Do what the finding proposes, as one step, open the field for it, or begin the link that is missing."""
        if finding.sets:
            kind = self._desk.kind(self._work.board_id)  # that of this board, also if it is saved while another is open
            self._desk.ask(
                lambda document: _change(kind, document, finding),
                done=lambda saved: self._say_done(finding),
                about=("finding", finding.check, finding.items),
            )
            return
        item_id, key = finding.opens
        self._work.pick(() if item_id == self._work.board_id else (item_id,))
        if key == LINK:
            self._canvas.begin_linking()
        else:
            self._inspector.focus_field(key)

    def _say_done(self, finding: Finding) -> None:
        self._work.say(self._desk.words("console.done", step=finding.action), problem=False)


def _change(kind: Kind, document: Document, finding: Finding) -> Change:
    changes = []
    for item_id, key, value in finding.sets:
        changes.append(kind.set_field(document, item_id, key, value))
        document = document.after(changes[-1])
    return composed("act_on_finding", changes)
