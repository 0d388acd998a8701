"""FilledWork: PDFs that people filled in and sent back, looked at before they change a board."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from facilitator.boards.filled_forms import (
    Filled,
    Pick,
    filled_in,
    is_named_pdf,
    mended,
    sheets,
    taken,
    told_left,
)
from facilitator.boards.kind import Kind
from facilitator.exchange.reading import file_content
from facilitator.ui.console.capture_bar import CaptureBar
from facilitator.ui.desk import Desk
from facilitator.ui.dialogs.filled_dialog import FilledDialog
from facilitator.ui.errors import raise_again

_MOST_LEFT = 220  # letters of what is left: the line below the capture line is brief


class FilledWork(QObject):
    """Opens the dialog; what is taken there is one step, whichever boards it is on.

    While what is private is `hidden` nothing opens and a sentence says why: names of participants would be in sight.
    """

    def __init__(self, desk: Desk, capture: CaptureBar, hidden: Callable[[], bool]) -> None:
        super().__init__(capture)
        self._desk, self._capture, self._hidden = desk, capture, hidden
        self.dialog: FilledDialog | None = None

    def takes(self, paths: Sequence[Path]) -> bool:
        """Whether any of these files is a PDF or a folder: nothing else that comes in is."""
        return any(is_named_pdf(path) or path.is_dir() for path in paths)

    def choose(self) -> None:
        """Show the dialog and let files be pointed at."""
        if self._shown():
            assert self.dialog  # it is open now
            self.dialog.choose()

    def open_files(self, paths: Sequence[Path]) -> None:
        """Show the dialog with these files in it."""
        if self._shown():
            assert self.dialog
            self.dialog.open_files(paths)

    def pending(self) -> list[str]:
        """What could be taken and was not yet, in words."""
        open_one = self.dialog and self.dialog.isVisible() and self.dialog.tree.picks
        return [self._desk.words("filled.pending")] if open_one else []

    def _shown(self) -> bool:
        """Open the dialog where it is not; returns whether it may be seen."""
        if self._hidden():
            self._capture.say(self._desk.words("filled.hidden"), problem=True)
            return False
        if self.dialog is None or not self.dialog.isVisible():
            if self.dialog:
                self.dialog.deleteLater()  # the one before, closed by now
            self.dialog = FilledDialog(self._read, self._mend, self._take, self._desk.words, self._capture.window())
            self.dialog.unforeseen.connect(raise_again)
        self.dialog.open()
        return True

    def _read(self, path: Path) -> Filled:
        desk = self._desk
        data, today = file_content(path), desk.today()
        return filled_in(desk.document, data, self._kind, desk.words, today=today, source=path.name)

    def _mend(self, filled: Filled, answer_id: str, text: str) -> Filled:
        return mended(self._desk.document, filled, answer_id, text, self._desk.words)

    def _kind(self, kind_id: str) -> Kind | None:
        try:
            return self._desk.kinds.of(kind_id)
        except KeyError:
            return None

    def _take(self, filled: Sequence[Filled], picks: frozenset[Pick], named: bool) -> bool:
        words, dialog = self._desk.words, self.dialog
        assert dialog  # it is what asks
        if self._desk.ask_for(dialog.say, lambda held: taken(held, filled, picks, words, named=named)) is None:
            return False
        only_sheets = len(sheets(filled, picks)) == len(picks)
        told = words("filled.done_sheets" if only_sheets else "filled.done", count=len(picks))
        left = sum(len(each.answers) for each in filled) - len(picks)
        if left and only_sheets:
            told = words("filled.left_sheets", count=left, taken=told)
        elif left:
            told = words("filled.left", count=left, taken=told, left=_cut(told_left(filled, picks)))
        own = len({pick.file for pick in picks if filled[pick.file].is_own})  # names would stay in sight here
        where = words("filled.to_own_count", count=own) if own else ""
        self._capture.say(" ".join(filter(None, (told, where))), problem=False)
        return True


def _cut(text: str) -> str:
    return text if len(text) <= _MOST_LEFT else f"{text[: _MOST_LEFT - 1].rstrip(' ,·:')}…"
