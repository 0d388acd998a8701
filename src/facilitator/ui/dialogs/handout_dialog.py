"""HandoutDialog: a pack is chosen, seen, printed and saved, while the workshop goes on."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from facilitator.content.words import Words
from facilitator.domain.language import Language
from facilitator.domain.refusal import Refusal
from facilitator.exchange.paths import typed_path
from facilitator.exchange.writing import free_path, write_whole
from facilitator.handouts.made import MadeHandout
from facilitator.ui.buttons import set_text, ticked_by_enter
from facilitator.ui.dialogs.files import file_to_save, folder_to_use, open_outside
from facilitator.ui.dialogs.handout_choices import HandoutAction, HandoutChoices, OfferedBoards, OfferedSessions
from facilitator.ui.dialogs.handout_layout import HandoutLayout
from facilitator.ui.dialogs.handout_making import HandoutMaker, Make
from facilitator.ui.dialogs.handout_preview import TURNS
from facilitator.ui.dialogs.handout_printing import Printing, asked_printer, file_printed_to, wanted_pages
from facilitator.ui.dialogs.latest import Latest
from facilitator.ui.errors import sentence

_REPORT_SIGN, _SCRIPT_SIGN = "console.pack_is_private", "handouts.script_is_private"
SOON = 300
"""Milliseconds without another choice until the pages are made anew."""

Write = Callable[[MadeHandout, Path, str], Sequence[Path]]
"""Writes a pack into a folder, as the name given or, for "", by its own beside older ones; returns its files.

Raises Refusal, and then there is none of them. Called on another thread.
"""


class HandoutDialog(QDialog):
    """What is chosen stands left, the pages as they will be written right; they are made anew as choices change.

    A sign says so while the pack chosen is a private one. Enter saves, from wherever the focus is, except on another
    button; PgUp and PgDn turn the pages. What is saved and printed is what is seen; pages and parts of a
    private pack, or of one that names people, are not shown where one `hides_private`. `unforeseen` hears of errors
    that are no refusals.
    """

    unforeseen = Signal(object)

    def __init__(
        self,
        make: Make,
        write: Write,
        folder: Path,
        language: Language,
        offered: OfferedBoards,
        sessions: OfferedSessions,
        words: Words,
        parent: QWidget | None,
        *,
        actions: Sequence[HandoutAction] = (),
        hides_private: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__(parent)
        self._make_pack, self._write, self._words, self._drafts = make, write, words, offered.drafts
        self._is_refused = False
        self._hides_private = hides_private
        self._chosen = HandoutChoices(offered, sessions, language, words)
        self._maker = HandoutMaker(make, self)
        self._writing = Latest(self)
        self._printing: Printing | None = None
        self._then: Callable[[MadeHandout], object] | None = None
        self.files: tuple[Path, ...] = ()
        self.setWindowTitle(words("console.handout"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.shown = HandoutLayout(self, self._chosen, folder, actions, words)
        self._listen()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(self._make)
        self._tell_pack()
        self._show("choosing")
        self._soon.start(0)

    @property
    def chosen(self) -> HandoutChoices:
        """The boxes in which the pack is chosen."""
        return self._chosen

    @property
    def is_marked_private(self) -> bool:
        """Whether the sign stands that the pack is private."""
        return not self.shown.private_sign.isHidden()

    @property
    def about(self) -> str:
        """What the dialog says is in the pack."""
        return self.shown.about.text()

    @property
    def said(self) -> str:
        """What the dialog says about the pack."""
        return self.shown.said.text()

    @property
    def path(self) -> Path | None:
        """The pack that was written, None before."""
        return self.files[0] if self.files else None

    @property
    def is_busy(self) -> bool:
        """Whether something is being made, written or printed."""
        return self._soon.isActive() or self._maker.is_busy or self._writing.is_busy or self._printing is not None

    def start(self) -> None:
        """Save the pack in the folder that stands there, as soon as its pages are made."""
        try:
            folder = typed_path(self.shown.folder.text())
        except Refusal as refusal:
            self._say(sentence(refusal, self._words))
            self.shown.folder.setFocus()
            return
        self._with_pages(lambda made: self._save(made, folder, ""))

    def save_elsewhere(self) -> None:
        """Ask for another name and folder, and save there; all that is chosen stays."""
        self._with_pages(self._save_as)

    def print(self) -> None:
        """Ask for a printer and print what is seen."""
        self._with_pages(self._print)

    def renew(self) -> None:
        """Make the pages anew: something that they tell of is another."""
        if self.isVisible():
            self._maker.forget()
            self._soon.start(SOON)

    def done(self, result: int) -> None:
        """Esc and closing stop what is being made or printed; a file that is being written is completed."""
        self._soon.stop()
        self._then = None
        self.shown.preview.end()
        if self._printing:
            self._printing.cancel()
        self._maker.cancel()
        self._writing.end()
        super().done(result)

    def _listen(self) -> None:
        shown, chosen, maker = self.shown, self._chosen, self._maker
        for key, step in TURNS.items():  # a box of choices would take them for its own
            QShortcut(QKeySequence(key), self).activated.connect(lambda step=step: shown.preview.turn(step))
        chosen.changed.connect(self._altered)
        chosen.altered.connect(self._altered)
        chosen.parts.changed.connect(self._altered)
        shown.acted.connect(self._act)
        maker.progressed.connect(lambda done, whole: shown.preview.show_progress((done, whole)))
        maker.busy.connect(lambda busy: shown.preview.show_progress((0, 0) if busy else None))
        maker.made.connect(self._made)
        maker.failed.connect(self._failed)
        shown.preview.failed.connect(self._failed)
        shown.save.clicked.connect(lambda: self.start())
        shown.other.clicked.connect(lambda: self.save_elsewhere())
        shown.print.clicked.connect(lambda: self.print())
        shown.end.clicked.connect(lambda: self.close())
        shown.choose.clicked.connect(lambda: self._choose())
        shown.open_folder.clicked.connect(lambda: self._open(self.files[0].parent))
        shown.open_file.clicked.connect(lambda: self._open(self.files[0]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, a tick too; from anywhere else it saves."""
        if not ticked_by_enter(self, event):
            super().keyPressEvent(event)

    def _altered(self) -> None:
        """Something else is wanted: what was said no longer counts, and the pages follow soon."""
        self._say("")
        self._is_refused = False
        self._tell_pack()
        self._show("choosing")
        self.shown.tell_actions(self._chosen.order())
        self._soon.start(SOON)

    def _make(self) -> None:
        self.shown.tell_actions(self._chosen.order())
        self._maker.ask(self._chosen.order())

    def _with_pages(self, then: Callable[[MadeHandout], object]) -> None:
        """Do this with the pages of what is chosen: at once where they are made."""
        self._soon.stop()
        self._then = then
        self._say(self._words("console.making_handout"))
        self._show("working")
        self._make()

    def _made(self, made: MadeHandout) -> None:
        if self._is_refused:
            self._is_refused = False
            self._say("")
            self._show("choosing")
        hides = self._chosen.sort.shown_to_facilitator_only and self._hides_private()
        self._chosen.parts.offer(made.offered, hidden=hides)
        if hides:
            self.shown.preview.hide_pages(self._words("handouts.preview_hidden"))
        else:
            self.shown.preview.show_pages(made)
        then, self._then = self._then, None
        if then:
            self._say("")
            self._show("choosing")
            then(made)

    def _save_as(self, made: MadeHandout) -> None:
        path = file_to_save(self, self._words("handouts.save_elsewhere"), self._proposed(made), ".pdf")
        if path:
            self.shown.folder.setText(str(path.parent))
            self._save(made, path.parent, path.name)

    def _proposed(self, made: MadeHandout) -> Path:
        """A name that is free where the folder can be looked into, else in one's own folder."""
        ending = f"{made.ending}.pdf"
        try:
            return free_path(typed_path(self.shown.folder.text()), made.title, ending)
        except Refusal:
            return free_path(Path.home(), made.title, ending)

    def _save(self, made: MadeHandout, folder: Path, name: str) -> None:
        self._show("working")
        self._say(self._words("handouts.saving"))
        self._writing.run(lambda: self._write(made, folder, name), self._saved, self._unwritten, quick=False)

    def _saved(self, files: Sequence[Path]) -> None:
        self.files = tuple(files)
        self._say(self._words("console.handout_saved", name=self._words.list([path.name for path in files])))
        self._show("saved")
        self.shown.open_file.setFocus()

    def _unwritten(self, error: Exception) -> None:
        """Say why there is no file, and offer another name: all that is chosen stays, as do the pages."""
        self._failed(error)
        self.shown.other.setFocus()

    def _failed(self, error: Exception) -> None:
        self._then = None
        self._is_refused = isinstance(error, Refusal) and not self._maker.ready
        self._show("choosing")
        if isinstance(error, Refusal):
            self._say(sentence(error, self._words))
        else:
            self._say(self._words("console.handout_failed"))
            self.unforeseen.emit(error)
        if not self._maker.ready:
            self.shown.preview.show_pages(None)

    def _print(self, made: MadeHandout) -> None:
        printer = asked_printer(self, made, self.shown.preview.number)
        if printer is None:
            return
        path = file_printed_to(printer)
        if path:
            self._print_to_file(made, path, sorted(set(wanted_pages(printer, made.pages))))
            return
        self._show("working")
        printing = self._printing = Printing(made, printer, self)
        printing.progressed.connect(self._tell_printing)
        printing.printed.connect(lambda count: self._printed(self._words("handouts.printed", count=count)))
        printing.failed.connect(lambda: self._printed(self._words("handouts.not_printed")))
        printing.start()

    def _print_to_file(self, made: MadeHandout, path: Path, wanted: Sequence[int]) -> None:
        """Write the pages wanted of a pack as the file that it is, tags and all; the printer's dialog has asked."""
        pages = ", ".join(str(made.numbers[number - 1]) for number in wanted)
        order = replace(self._chosen.order(), pages=pages)

        def write() -> Sequence[Path]:
            its = made if len(wanted) == made.pages else self._make_pack(order, lambda *its: None, lambda: False)
            write_whole(path, its.pdf, replace=True)
            return (path,)

        if not wanted:
            self._printed(self._words("handouts.not_printed"))
            return
        self._show("working")
        self._say(self._words("handouts.saving"))
        self._writing.run(write, self._saved, self._unwritten, quick=False)

    def _tell_printing(self, done: int, whole: int) -> None:
        self.shown.preview.show_progress((done, whole))
        self._say(self._words("handouts.printing", page=done + 1, pages=whole))

    def _printed(self, said: str) -> None:
        if self._printing:
            self._printing.wait()  # it has told of its end, and ends
            self._printing.deleteLater()
        self._printing = None
        self.shown.preview.show_progress(None)
        self._show("choosing")
        self._say(said)
        self.shown.print.setFocus()

    def _act(self, action: HandoutAction) -> None:
        try:
            action.act(self._chosen.order(), self)
        except Refusal as refusal:
            self._say(sentence(refusal, self._words))
            return
        self.renew()

    def _say(self, said: str) -> None:
        self.shown.said.setText(said)

    def _show(self, state: Literal["choosing", "working", "saved"]) -> None:
        working, shown = state == "working", self.shown
        self._chosen.rest(working)
        for each in (shown.folder, shown.choose, shown.save, shown.other, shown.print, *shown.actions):
            each.setEnabled(not working)
        for each in (shown.save, shown.other, shown.print):
            each.setEnabled(not working and not self._is_refused)  # there is nothing to save or print
        shown.end.setAutoDefault(not working)  # a second Enter is not to stop what the first began
        for each in (shown.open_folder, shown.open_file):
            each.setVisible(state == "saved")
        set_text(shown.end, self._words("console.close" if state == "saved" else "console.cancel"))

    def _tell_pack(self) -> None:
        """Say what is in the pack, whether it is private, and what of it names people as nobody has approved."""
        pack, private = self._chosen.pack.currentData(), self._chosen.sort.private
        about, drafts = self._words(f"console.about_{pack}"), self._drafts(pack, self._chosen.board_id)
        if drafts and not self._chosen.order().anonymous:
            about = self._words("console.about_participants_drafts", count=len(drafts), names=self._words.list(drafts))
        sign = self._words(_SCRIPT_SIGN if self._chosen.sort.of_one_session else _REPORT_SIGN)
        self.shown.about.setText(about)
        self.shown.private_sign.setText(sign)
        self.shown.private_sign.setVisible(private)
        self._chosen.pack.setAccessibleDescription(sign if private else about)

    def _choose(self) -> None:
        folder = folder_to_use(self, self._words("console.choose_folder"), Path(self.shown.folder.text()))
        if folder:
            self.shown.folder.setText(str(folder))

    def _open(self, path: Path) -> None:
        try:
            open_outside(path)
        except Refusal as refusal:
            self._say(sentence(refusal, self._words))
