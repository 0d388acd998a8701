"""HandoutDialog: a pack is chosen, seen, printed and saved, while the workshop goes on."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from facilitator.content.words import Words
from facilitator.domain.language import Language
from facilitator.domain.refusal import Refusal
from facilitator.exchange.paths import typed_path
from facilitator.handouts.made import MadeHandout
from facilitator.ui.buttons import ticked_by_enter
from facilitator.ui.dialogs.files import file_to_save, folder_to_use, open_outside
from facilitator.ui.dialogs.handout_choices import HandoutAction, HandoutChoices, OfferedBoards, OfferedSessions
from facilitator.ui.dialogs.handout_layout import HandoutLayout, HandoutState
from facilitator.ui.dialogs.handout_making import HandoutMaker, Make
from facilitator.ui.dialogs.handout_output import HandoutOutput, Write
from facilitator.ui.dialogs.handout_preview import TURNS
from facilitator.ui.errors import sentence

SOON = 300
"""Milliseconds without another choice until the pages are made anew."""


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
        self._words, self._drafts = words, offered.drafts
        self._is_refused = False
        self._hides_private = hides_private
        self._chosen = HandoutChoices(offered, sessions, language, words)
        self._maker = HandoutMaker(make, self)
        self._output = HandoutOutput(make, write, words, self)
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
        return self._soon.isActive() or self._maker.is_busy or self._output.is_busy

    def start(self) -> None:
        """Save the pack in the folder that stands there, as soon as its pages are made."""
        try:
            folder = typed_path(self.shown.folder.text())
        except Refusal as refusal:
            self._say(sentence(refusal, self._words))
            self.shown.folder.setFocus()
            return
        self._with_pages(lambda made: self._output.save(made, folder))

    def save_elsewhere(self) -> None:
        """Ask for another name and folder, and save there; all that is chosen stays."""
        self._with_pages(self._save_as)

    def print(self) -> None:
        """Ask for a printer and print what is seen."""
        self._with_pages(lambda made: self._output.print(made, self._chosen.order(), self.shown.preview.number))

    def tell_actions(self) -> None:
        """Show what the actions say of what is chosen: one may have come to know more."""
        self.shown.tell_actions(self._chosen.order())

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
        self._maker.cancel()
        self._output.end()
        super().done(result)

    def _listen(self) -> None:
        shown, chosen, maker, output = self.shown, self._chosen, self._maker, self._output
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
        output.working.connect(self._work)
        output.saved.connect(self._saved)
        output.unwritten.connect(self._unwritten)
        output.progressed.connect(self._tell_printing)
        output.printed.connect(self._printed)
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
        self.tell_actions()
        self._soon.start(SOON)

    def _make(self) -> None:
        self.tell_actions()
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
        elif (cohorts := made.cohorts_told(self._words)) and not hides:
            self._say(cohorts)

    def _save_as(self, made: MadeHandout) -> None:
        path = file_to_save(self, self._words("handouts.save_elsewhere"), self.shown.proposed(made), ".pdf")
        if path:
            self.shown.folder.setText(str(path.parent))
            self._output.save(made, path.parent, path.name)

    def _work(self, said: str) -> None:
        self._show("working")
        self._say(said)

    def _saved(self, files: tuple[Path, ...]) -> None:
        self.files = files
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

    def _tell_printing(self, done: int, whole: int) -> None:
        self.shown.preview.show_progress((done, whole))
        self._say(self._words("handouts.printing", page=done + 1, pages=whole))

    def _printed(self, said: str) -> None:
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

    def _show(self, state: HandoutState) -> None:
        self._chosen.rest(state == "working")
        self.shown.show_state(state, refused=self._is_refused)

    def _tell_pack(self) -> None:
        self.shown.tell_pack(self._chosen, self._drafts(self._chosen.order()))

    def _choose(self) -> None:
        folder = folder_to_use(self, self._words("console.choose_folder"), Path(self.shown.folder.text()))
        if folder:
            self.shown.folder.setText(str(folder))

    def _open(self, path: Path) -> None:
        try:
            open_outside(path)
        except Refusal as refusal:
            self._say(sentence(refusal, self._words))
