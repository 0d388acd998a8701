"""FilledDialog: filled PDFs of one or several people, looked at line by line before anything goes onto a board."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from facilitator.boards.filled_forms import Filled, Pick, is_named_pdf, proposed, sheets, with_folders
from facilitator.content.words import Words
from facilitator.domain.refusal import ImportRefused, Refusal
from facilitator.ui.buttons import button, set_text
from facilitator.ui.dialogs.files import files_to_open, local_files
from facilitator.ui.dialogs.filled_tree import FilledTree, Unread
from facilitator.ui.dialogs.latest import Latest
from facilitator.ui.dialogs.saying_dialog import SayingDialog, fit_to_screen
from facilitator.ui.errors import sentence, system_sentence
from facilitator.ui.plain_label import PlainLabel

Read = Callable[[Path], Filled]
"""What is in a file; raises Refusal and OSError. Called on another thread."""

Mend = Callable[[Filled, str, str], Filled]
"""The same file with another text for the answer of this id."""

Take = Callable[[Sequence[Filled], frozenset[Pick], bool], bool]
"""Takes these answers as one step, comments with names if the last says so; says whether they are saved."""

_SIZE = (1180, 700)


class FilledDialog(SayingDialog):
    """Reads files one after the other on a thread, and takes what is ticked as one step. Enter takes.

    A file of which nothing can be read says why in a line of its own; the others come in all the same. `unforeseen`
    hears of errors that are no refusals.
    """

    unforeseen = Signal(object)

    def __init__(self, read: Read, mend: Mend, take: Take, words: Words, parent: QWidget | None) -> None:
        super().__init__(words("filled.title"), parent)
        self._read, self._mend, self._take, self._words = read, mend, take, words
        self._filled: list[Filled] = []
        self._unread: list[Unread] = []
        self._known: set[Path] = set()
        self._waiting: list[Path] = []
        self._current = Path()
        self._count = 0
        self._latest = Latest(self)
        self._make_parts()
        self._lay_out()
        self.setAcceptDrops(True)
        self.tree.picked.connect(self._show_count)
        self.tree.mended.connect(self._show_mended, Qt.ConnectionType.QueuedConnection)  # once the line is closed
        self._show_reading()
        self._show_count()
        fit_to_screen(self, *_SIZE)

    @property
    def is_reading(self) -> bool:
        """Whether files are still being read."""
        return self._latest.is_busy

    def open_files(self, paths: Sequence[Path]) -> None:
        """Read these files too, and the PDFs in these folders; what was ticked stays so."""
        try:
            found = with_folders(paths)
        except OSError as error:
            self.say(system_sentence(error, self._words))
            return
        self.say("")
        new = [path for path in dict.fromkeys(found) if path not in self._known]
        self._known.update(new)
        self._waiting += new
        self._count = self._count + len(new) if self.is_reading else len(new)
        if not self.is_reading:
            self._begin_next()

    def stop(self) -> None:
        """Read no further; what was read is shown."""
        self._latest.drop()
        left = [self._current, *self._waiting]
        self._known.difference_update(left)  # they may be added once more
        self._waiting = []
        self._show_all()
        self.say(self._words("filled.stopped", count=len(left)))

    def take(self) -> None:
        """Take what is ticked and close; where that can't be, say why and stay."""
        picks = self.tree.picks
        if not self.is_reading and picks and self._take(self._filled, picks, self.signed.isChecked()):
            self.accept()

    def done(self, result: int) -> None:
        self._waiting = []
        self._latest.drop()
        super().done(result)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.open_files(local_files(event.mimeData()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Open):
            self.choose()
        else:
            super().keyPressEvent(event)

    def choose(self) -> None:
        """Let files be pointed at."""
        self.open_files(files_to_open(self, self._words("filled.choose"), self._words("filled.file_kinds")))

    # --- reading ---

    def _begin_next(self) -> None:
        if not self._waiting:
            self._show_all()
            return
        self._current = path = self._waiting.pop(0)

        def read() -> Filled:
            if not is_named_pdf(path):
                raise ImportRefused("filled_foreign")
            return self._read(path)

        self._latest.run(read, self._landed, lambda error: self._failed(path, error), quick=False)
        self._show_reading()
        self._progress.setMaximum(self._count)
        self._progress.setValue(self._count - len(self._waiting) - 1)
        done = self._words.number(self._count - len(self._waiting))
        said = self._words("filled.reading", done=done, count=self._words.number(self._count), file=path.name)
        self._reading.setText(said)

    def _landed(self, found: Filled) -> None:
        self._filled.append(found)
        self._begin_next()

    def _failed(self, path: Path, error: Exception) -> None:
        if isinstance(error, Refusal):
            why = sentence(error, self._words)
        elif isinstance(error, OSError):
            why = system_sentence(error, self._words)
        else:
            why = self._words("refusals.filled_unreadable")
            self.unforeseen.emit(error)
        self._unread.append(Unread(path.name, why))
        self._begin_next()

    # --- what is shown ---

    def _show_all(self) -> None:
        """Show all that was read: what was ticked before stays so, and of the others what may be taken at once."""
        before, known = self.tree.picks, self.tree.known
        new = frozenset(pick for pick in proposed(self._filled) if pick not in known)
        self.tree.show_files(self._filled, self._unread, before | new)
        self._show_nameless()
        self._show_reading()
        self.tree.setFocus()

    def _show_mended(self, pick: Pick, text: str) -> None:
        """Show what somebody's answer comes to with this text, ticked where it may now be taken at once."""
        before, filled = self.tree.picks, list(self._filled)
        filled[pick.file] = self._mend(filled[pick.file], pick.answer_id, text)
        if filled[pick.file] is self._filled[pick.file]:
            return
        self._filled = filled
        self.tree.show_files(filled, self._unread, (before - {pick}) | (proposed(filled) & {pick}))
        self.tree.go_to(pick)

    def _show_nameless(self) -> None:
        """Of forms without a name say what is kept; what is said of comments and names is not for them."""
        nameless = [each.kind.nameless_form for each in self._filled]
        self._sheets.setVisible(any(nameless))
        for part in (self._comments, self.signed):
            part.setVisible(not nameless or not all(nameless))

    def _show_signed(self) -> None:
        signed = self.signed.isChecked()
        self._comments.setText(self._words("filled.comments_signed" if signed else "filled.comments"))

    def _show_reading(self) -> None:
        reading = self.is_reading
        for each in (self._progress, self._reading, self.stop_button):
            each.setVisible(reading)
        self.add_button.setVisible(not reading)
        self._show_count()

    def _show_count(self) -> None:
        picks = self.tree.picks
        count, only_sheets = len(picks), len(sheets(self._filled, picks)) == len(picks)
        told = self._words("filled.take_sheets" if only_sheets else "filled.take", count=count)
        set_text(self.take_button, told if count else self._words("filled.take_none"))
        self.take_button.setEnabled(bool(count) and not self.is_reading)

    def _make_parts(self) -> None:
        words = self._words
        self.tree = FilledTree(words)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setFixedHeight(8)
        self._progress.setAccessibleName(words("filled.title"))
        self._reading = PlainLabel("", "small")
        self._comments = PlainLabel(words("filled.comments"))
        self._sheets = PlainLabel(words("filled.sheets_about"), wraps=True)
        self._sheets.hide()
        self.signed = QCheckBox(words("filled.signed"))
        self.signed.toggled.connect(self._show_signed)
        self.stop_button = button(words("filled.stop"), self.stop)
        self.add_button = button(words("filled.add_files"), self.choose, key="Ctrl+O")
        self.cancel = button(words("console.cancel"), self.reject, key=words("console.key_escape"))
        for each in (self.stop_button, self.add_button, self.cancel):
            each.setAutoDefault(True)  # Enter on them is not to take anything
        self.take_button = button(words("filled.take_none"), self.take, main=True)
        self.take_button.setDefault(True)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(8)
        layout.addWidget(PlainLabel(self._words("filled.about"), wraps=True))
        layout.addWidget(self.tree, 1)
        layout.addWidget(self._progress)
        layout.addWidget(self._problem)
        layout.addWidget(self._sheets)
        comments = QHBoxLayout()
        comments.addWidget(self._comments)
        comments.addWidget(self.signed)
        comments.addStretch()
        layout.addLayout(comments)
        layout.addWidget(PlainLabel(self._words("filled.keys"), "small"))
        buttons = QHBoxLayout()
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.stop_button)
        buttons.addWidget(self._reading, 1)
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.take_button)
        layout.addLayout(buttons)
