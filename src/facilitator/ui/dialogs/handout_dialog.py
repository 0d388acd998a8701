"""HandoutDialog: makes a pack, for participants or for the facilitator herself, while the workshop goes on."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from PySide6.QtCore import Qt, QThread, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from facilitator.content.words import Words
from facilitator.domain.language import Language
from facilitator.domain.refusal import Refusal
from facilitator.exchange.paths import typed_path
from facilitator.ui.buttons import button
from facilitator.ui.dialogs.files import folder_to_use
from facilitator.ui.dialogs.handout_choices import HandoutChoices, HandoutOrder, OfferedBoards, OfferedSessions
from facilitator.ui.editors import LineField
from facilitator.ui.errors import sentence
from facilitator.ui.plain_label import PlainLabel

CALENDAR = ".ics"
"""How the name of what may stand beside the full pack ends."""

_REPORT_SIGN, _SCRIPT_SIGN = "console.pack_is_private", "handouts.script_is_private"


Make = Callable[[HandoutOrder, Callable[[int, int], None], Callable[[], bool]], Path]
"""Writes the pack and returns its path; told of progress (done, whole) and asked whether it was cancelled.

Raises Refusal. Called on another thread, with the document as it was when the dialog opened.
"""


class _Maker(QThread):
    progressed = Signal(int, int)
    made = Signal(object)
    failed = Signal(object)

    def __init__(self, make: Make, order: HandoutOrder) -> None:
        super().__init__()
        self._make = make
        self._order = order
        self.cancelled = threading.Event()

    def run(self) -> None:
        try:
            path = self._make(self._order, self.progressed.emit, self.cancelled.is_set)
        except Exception as error:  # a thread has nobody above it: the window says what went wrong
            self.failed.emit(error)
        else:
            self.made.emit(path)


class HandoutDialog(QDialog):
    """Pack, paper, language and folder; then progress with a way out; then the way to the folder.

    A sign says so while the pack chosen is the private one.

    Enter saves, from wherever the focus is, except on another button. `unforeseen` hears of errors that are no
    refusals.
    """

    unforeseen = Signal(object)

    def __init__(
        self,
        make: Make,
        folder: Path,
        language: Language,
        offered: OfferedBoards,
        sessions: OfferedSessions,
        words: Words,
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        self._make, self._words, self._drafts = make, words, offered.drafts
        self._chosen = HandoutChoices(offered, sessions, language, words)
        self.pack, self.board, self.session = self._chosen.pack, self._chosen.board, self._chosen.session
        self.paper, self.language = self._chosen.paper, self._chosen.language
        self._maker: _Maker | None = None
        self._path: Path | None = None
        self.setWindowTitle(words("console.handout"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._about = PlainLabel("", wraps=True)
        self._private_sign = PlainLabel(words(_REPORT_SIGN), "privateSign", wraps=True)
        self._chosen.changed.connect(self._tell_pack)
        self.folder = LineField(str(folder))
        self.folder.setAccessibleName(words("console.folder"))
        self._progress = QProgressBar()
        self._progress.setAccessibleName(words("console.progress"))
        self._said = PlainLabel("", wraps=True)
        self.save = button(words("console.save_handout"), self.start, icon_name="handout", main=True)
        self.save.setDefault(True)
        self.open_folder = button(words("console.open_folder"), self._open_folder, icon_name="folder")
        self.end = button(words("console.cancel"), self.close)
        self.open_folder.setAutoDefault(True)
        self._lay_out()
        self._tell_pack()
        self._show("choosing")

    @property
    def is_marked_private(self) -> bool:
        """Whether the sign stands that the pack is private."""
        return not self._private_sign.isHidden()

    @property
    def about(self) -> str:
        """What the dialog says is in the pack."""
        return self._about.text()

    @property
    def said(self) -> str:
        """What the dialog says about the pack."""
        return self._said.text()

    @property
    def path(self) -> Path | None:
        """The pack that was written, None before."""
        return self._path

    def start(self) -> None:
        """Make the pack on a thread of its own."""
        try:
            folder = typed_path(self.folder.text())
        except Refusal as refusal:
            self._said.setText(sentence(refusal, self._words))
            self.folder.setFocus()
            return
        self._maker = _Maker(self._make, self._chosen.order(folder))
        self._maker.progressed.connect(self._progressed)
        self._maker.made.connect(self._made)
        self._maker.failed.connect(self._failed)
        self._show("making")
        self._maker.start()

    def cancel(self) -> None:
        """Ask the maker to stop and wait for it, a moment at most: it looks up between two parts."""
        if self._maker and self._maker.isRunning():
            self._maker.cancelled.set()
            self._maker.wait()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.cancel()
        super().closeEvent(event)

    def reject(self) -> None:
        """Esc stops what is being made, like closing the window."""
        self.cancel()
        super().reject()

    def _lay_out(self) -> None:
        words = self._words
        choose = button(words("console.choose_folder"), self._choose, icon_name="folder")
        choose.setAutoDefault(True)
        place = QHBoxLayout()
        place.addWidget(self.folder, 1)
        place.addWidget(choose)
        form = QFormLayout()
        form.setVerticalSpacing(10)
        self._chosen.add_to(form)
        label: QLabel = PlainLabel(words("console.folder"), "fieldLabel")
        form.addRow(label, place)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for each in (self.end, self.open_folder, self.save):
            buttons.addWidget(each)
        self._place = (self.folder, choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 18)
        layout.setSpacing(12)
        layout.addWidget(self._about)
        layout.addLayout(form)
        layout.addWidget(self._private_sign)
        layout.addWidget(self._progress)
        layout.addWidget(self._said)
        layout.addLayout(buttons)
        self.setMinimumWidth(560)

    def _show(self, state: Literal["choosing", "making", "made"]) -> None:
        self._chosen.rest(state == "making")
        for each in self._place:
            each.setEnabled(state != "making")
        self._progress.setVisible(state == "making")
        self._progress.setRange(0, 0)
        self.save.setEnabled(state != "making")
        self.end.setAutoDefault(state != "making")  # a second Enter is not to stop what the first began
        self.open_folder.setVisible(state == "made")
        key = "console.close" if state == "made" else "console.cancel"
        self.end.setText(self._words(key))
        self.end.setAccessibleName(self._words(key))
        if state == "making":
            self._said.setText(self._words("console.making_handout"))

    def _tell_pack(self) -> None:
        """Say what is in the pack, whether it is private, and what of it names people as nobody has approved."""
        pack, private = self.pack.currentData(), self._chosen.sort.private
        about, drafts = self._words(f"console.about_{pack}"), self._drafts(pack, self._chosen.board_id)
        if drafts:
            about = self._words("console.about_participants_drafts", count=len(drafts), names=self._words.list(drafts))
        self._about.setText(about)
        self._private_sign.setText(self._words(_SCRIPT_SIGN if self._chosen.sort.of_one_session else _REPORT_SIGN))
        self._private_sign.setVisible(private)
        self.pack.setAccessibleDescription(self._private_sign.text() if private else self._about.text())

    def _progressed(self, done: int, whole: int) -> None:
        self._progress.setRange(0, whole)
        self._progress.setValue(done)

    def _made(self, path: Path) -> None:
        self._path = path
        calendar = path.with_suffix(CALENDAR)
        beside = self._chosen.sort.with_calendar and calendar.exists()
        written = [path.name, calendar.name] if beside else [path.name]
        self._said.setText(self._words("console.handout_saved", name=self._words.list(written)))
        self._show("made")
        self.open_folder.setFocus()

    def _failed(self, error: Exception) -> None:
        self._show("choosing")
        if isinstance(error, Refusal):
            self._said.setText(sentence(error, self._words))
        else:
            self._said.setText(self._words("console.handout_failed"))
            self.unforeseen.emit(error)

    def _choose(self) -> None:
        folder = folder_to_use(self, self._words("console.choose_folder"), Path(self.folder.text()))
        if folder:
            self.folder.setText(str(folder))

    def _open_folder(self) -> None:
        if self._path:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent)))
