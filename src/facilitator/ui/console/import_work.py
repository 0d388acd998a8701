"""ImportWork: what comes from other programs becomes items of the board that is open."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from facilitator.boards.kind import Kind
from facilitator.journal import Saved
from facilitator.ui.console.capture_bar import CaptureBar
from facilitator.ui.console.filled_work import FilledWork
from facilitator.ui.console.shown_board import ShownBoard
from facilitator.ui.desk import Desk
from facilitator.ui.dialogs.import_dialog import ImportDialog
from facilitator.ui.dialogs.import_order import PlannedImport, done
from facilitator.ui.errors import raise_again


class ImportWork(QObject):
    """Shows what an import would do to the board that `shown` gives; `pick` picks what was added.

    `hidden` says whether nothing private may be in sight.
    """

    def __init__(
        self,
        desk: Desk,
        capture: CaptureBar,
        shown: Callable[[], ShownBoard | None],
        pick: Callable[[Sequence[str]], object],
        hidden: Callable[[], bool],
    ) -> None:
        super().__init__(capture)
        self._desk, self._capture, self._shown, self._pick = desk, capture, shown, pick
        self.filled = FilledWork(desk, capture, hidden)
        self.dialog: ImportDialog | None = None

    def takes(self) -> bool:
        """Whether anything can be imported into the board that is open."""
        shown = self._shown()
        return shown is not None and can_import(shown.kind)

    def open(self, *, text: str = "", paths: Sequence[Path] = (), group: str = "") -> None:
        """Show the dialog, with a text or files in it where they are given; `group` is where items go by default.

        PDFs are what people filled in, on whichever board: they have a dialog of their own.
        """
        if self.filled.takes(paths):
            self.filled.open_files(paths)
            return
        shown, words = self._shown(), self._desk.words
        if shown is None:
            return
        if not can_import(shown.kind):
            self._capture.say(words("exchange.not_here"), problem=True)
            return
        if self.dialog is None or not self.dialog.isVisible():  # files may be dropped on the console behind it
            self.dialog = self._made(shown, group or self._capture.group)
        if text:
            self.dialog.open_text(text)
        elif paths:
            self.dialog.open_files(paths)
        self.dialog.open()

    def _made(self, shown: ShownBoard, group: str) -> ImportDialog:
        words = self._desk.words

        def add(planned: PlannedImport) -> bool:
            saved = self._desk.ask_for(dialog.say, planned.change)
            if saved:
                self._tell(planned, saved)
            return saved is not None

        dialog = ImportDialog(
            shown.kind,
            shown.board_id,
            shown.groups,
            group,
            lambda: self._desk.document,
            add,
            words,
            self._capture.window(),
        )
        if self.dialog:
            self.dialog.deleteLater()  # the one before, closed by now
        dialog.unforeseen.connect(raise_again)
        dialog.filledGiven.connect(self.filled.open_files)
        return dialog

    def pending(self) -> list[str]:
        """What was about to be imported and is not on the board, in words."""
        dialog = self.dialog
        if dialog and dialog.isVisible() and dialog.planned and dialog.planned.plan.change:
            return [self._desk.words("exchange.pending")]
        return self.filled.pending()

    def _tell(self, planned: PlannedImport, saved: Saved) -> None:
        words = self._desk.words
        what = done(planned.plan, words) or [self._desk.step(saved.change.label)]
        self._capture.say(words("exchange.done", what=words.list(what)), problem=False)
        shown = self._shown()
        known = {item.id for item in shown.items} if shown else set()
        added = [record.id for record in saved.change.added() if record.id in known]
        if added:
            self._pick(added)


def can_import(kind: Kind) -> bool:
    """Whether a kind takes anything from elsewhere; the others inherit the method of Kind, which refuses."""
    return type(kind).plan_import is not Kind.plan_import
