"""ExportDialog: the open board, or all boards, as a file for other programs, for participants or for oneself."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QMimeData, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from facilitator.content.words import Words
from facilitator.domain.refusal import Refusal, StoreError
from facilitator.exchange.paths import typed_path
from facilitator.ui.buttons import button, set_text
from facilitator.ui.choosing import ChoiceBox
from facilitator.ui.dialogs.export_order import Copy, CountLeft, ExportFormat, ExportOrder, Propose, Write
from facilitator.ui.dialogs.files import file_to_save
from facilitator.ui.dialogs.latest import Latest
from facilitator.ui.editors import LineField
from facilitator.ui.errors import sentence
from facilitator.ui.plain_label import PlainLabel

_MAIL = ".html"
"""How files end that hold what can be copied for a mail, too."""


class ExportDialog(QDialog):
    """Format, for whom, and where to; a sign says so while the copy is the private one.

    Where `left` counts what may still tell who it is, participants' copies can be without names.
    Enter exports, from wherever the focus is, except on another button. Where there is a file already, it is asked
    for first whether to replace it. `unforeseen` hears of errors that are no refusals.
    """

    unforeseen = Signal(object)

    def __init__(
        self,
        formats: Sequence[ExportFormat],
        write: Write,
        propose: Propose,
        words: Words,
        parent: QWidget | None,
        copy: Copy | None = None,
        left: CountLeft | None = None,
    ) -> None:
        super().__init__(parent)
        self._formats = {each.id: each for each in formats}
        self._write, self._propose, self._copy, self._words, self._left = write, propose, copy, words, left
        self._work, self._counting = Latest(self), Latest(self)
        self._replacing: ExportOrder | None = None
        self._left_count: int | None = None
        self.files: tuple[Path, ...] = ()
        self.setWindowTitle(words("exchange.export_title"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.format = ChoiceBox()
        self.format.setAccessibleName(words("exchange.format"))
        for its in formats:
            self.format.addItem(words(f"exchange.format_{its.id}", cohort=its.cohort), its.id)
        self.audience = ChoiceBox()
        self.audience.setAccessibleName(words("exchange.audience"))
        self.audience.addItem(words("exchange.for_participants"), False)
        self.audience.addItem(words("exchange.for_facilitator"), True)
        self.anonymous = QCheckBox(words("anonymous.tick"))
        self.anonymous.setToolTip(words("anonymous.tick_hint"))
        self.anonymous.setVisible(left is not None)
        self._left_told = PlainLabel("", wraps=True)
        self.path = LineField()
        self.path.setAccessibleName(words("exchange.save_as"))
        self._private_sign = PlainLabel(words("exchange.private_sign"), "privateSign", wraps=True)
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setAccessibleName(words("exchange.saving"))
        self._said = PlainLabel("", wraps=True)
        self.save = button(words("exchange.save"), self.start, icon_name="export", main=True)
        self.save.setDefault(True)
        self.open_folder = button(words("console.open_folder"), self._open_folder, icon_name="folder")
        self.end = button(words("console.cancel"), self.close)
        self.choose = button(words("exchange.choose_place"), self._choose, icon_name="folder")
        self.copy = button(words("export.copy"), self._copy_for_mail)
        for each in (self.open_folder, self.end, self.choose, self.copy):
            each.setAutoDefault(True)
        self._lay_out()
        for altered in (self.format.currentIndexChanged, self.audience.currentIndexChanged, self.anonymous.toggled):
            altered.connect(lambda _: self._propose_path())
        self.path.textChanged.connect(lambda _: self._changed())
        self._work.busy.connect(lambda busy: self._show("saving" if busy else "choosing"))
        self._propose_path()
        self._show("choosing")

    @property
    def is_marked_private(self) -> bool:
        """Whether the sign stands that the file is private."""
        return not self._private_sign.isHidden()

    @property
    def is_working(self) -> bool:
        """Whether a file is being written."""
        return self._work.is_busy

    @property
    def without_names(self) -> bool:
        """Whether the file is to name nobody: a private one always does."""
        return self.anonymous.isChecked() and not self.audience.currentData()

    @property
    def left_told(self) -> str:
        """What the dialog says of what may still tell who it is, "" while names stay or that is not known yet."""
        return self._left_told.text()

    @property
    def said(self) -> str:
        """What the dialog says about the file."""
        return self._said.text()

    def start(self) -> None:
        """Write the board on a thread of its own, into a file whose name ends as the format asks."""
        chosen = self._formats[self.format.currentData()]
        try:
            path = typed_path(self.path.text())
        except Refusal as refusal:
            self._said.setText(sentence(refusal, self._words))
            self.path.setFocus()
            return
        if not path.name:
            self.path.setFocus()
            return
        if path.suffix.lower() != chosen.suffix:
            path = path.with_name(path.name + chosen.suffix)
        order = self._replacing or ExportOrder(
            path, chosen.id, self.audience.currentData(), replace=False, anonymous=self.without_names
        )
        self._work.run(lambda: self._write(order), self._saved, lambda error: self._failed(order, error), quick=False)

    def done(self, result: int) -> None:
        """Close, once a file that is being written is complete."""
        self._counting.drop()
        self._work.end()
        super().done(result)

    def _propose_path(self) -> None:
        """Offer what the format has, and propose a name that fits."""
        self._changed()  # the name may stay the same: two formats can end alike
        chosen = self._formats[self.format.currentData()]
        self.copy.setVisible(self._copy is not None and chosen.suffix == _MAIL)
        if not chosen.private and self.audience.currentData():
            self.audience.setCurrentIndex(0)  # comes back here
            return
        self.audience.setEnabled(chosen.private)
        private = self.audience.currentData()
        self.anonymous.setEnabled(not private)
        self._count_left()
        self._private_sign.setVisible(private)
        self.audience.setAccessibleDescription(self._private_sign.text() if private else "")
        self.setMinimumHeight(max(self._layout.heightForWidth(self.minimumWidth()), 0))  # wrapped text squeezes nobody
        modified = self.path.isModified()
        folder = Path(self.path.text()).parent if modified else None
        proposed = self._propose(chosen, private, self.without_names)
        self.path.setText(str(folder / proposed.name if folder else proposed))
        self.path.setModified(modified)

    def _count_left(self) -> None:
        """Say how many places may still tell who it is, once that is counted; once is enough for each dialog."""
        left = self._left
        if not self.without_names or left is None:
            self._tell_left("")
        elif self._left_count is None:
            self._counting.run(left, self._counted, self.unforeseen.emit, quick=False)
        else:
            self._counted(self._left_count)

    def _counted(self, count: int) -> None:
        self._left_count = count
        self._tell_left(self._words("anonymous.left", count=count) if self.without_names else "")

    def _tell_left(self, told: str) -> None:
        self._left_told.setText(told)
        self._left_told.setVisible(bool(told))
        self.anonymous.setAccessibleDescription(" ".join(filter(None, (self.anonymous.toolTip(), told))))

    def _changed(self) -> None:
        """Something else is wanted now: what was said and asked before no longer counts."""
        self._replacing = None
        set_text(self.save, self._words("exchange.save"))
        self._said.setText("")

    def _saved(self, files: Sequence[Path]) -> None:
        self.files = tuple(files)
        names = self._words.list([path.name for path in files])
        self._changed()
        self._said.setText(self._words("exchange.saved", names=names))
        self._show("saved")
        self.open_folder.setFocus()

    def _copy_for_mail(self) -> None:
        """Put the board's words and tables into the clipboard, for a mail that is being written."""
        copy, chosen, nameless = self._copy, self._formats[self.format.currentData()], self.without_names
        if copy:
            self._work.run(
                lambda: copy(chosen, nameless), self._copied, lambda error: self._failed(None, error), quick=False
            )
            self._said.setText(self._words("export.copying"))

    def _copied(self, texts: tuple[str, str]) -> None:
        content = QMimeData()
        content.setHtml(texts[0])
        content.setText(texts[1])
        QGuiApplication.clipboard().setMimeData(content)
        self._show("choosing")
        self._said.setText(self._words("export.copied"))

    def _failed(self, order: ExportOrder | None, error: Exception) -> None:
        if order and isinstance(error, StoreError) and error.key == "output_exists":
            self._replacing = replace(order, replace=True)
            self._said.setText(self._words("exchange.exists", name=Path(str(error.values["path"])).name))
            set_text(self.save, self._words("exchange.replace"))
        elif isinstance(error, Refusal):
            if isinstance(error, StoreError) and error.key == "output_held":  # Enter then writes beside it
                self.path.setText(str(error.values["other"]))
            self._said.setText(sentence(error, self._words))
        else:
            self._said.setText(self._words("exchange.failed"))
            self.unforeseen.emit(error)

    def _show(self, state: Literal["choosing", "saving", "saved"]) -> None:
        saving = state == "saving"
        for each in (self.format, self.path, self.choose, self.save, self.copy):
            each.setEnabled(not saving)
        self.audience.setEnabled(not saving and self._formats[self.format.currentData()].private)
        self.anonymous.setEnabled(not saving and not self.audience.currentData())
        self._progress.setVisible(saving)
        self.end.setAutoDefault(not saving)  # a second Enter is not to close what the first began
        self.open_folder.setVisible(state == "saved")
        set_text(self.end, self._words("console.close" if state == "saved" else "console.cancel"))
        if saving:
            self._said.setText(self._words("exchange.saving"))

    def _choose(self) -> None:
        suffix = self._formats[self.format.currentData()].suffix
        path = file_to_save(self, self._words("exchange.save_as"), Path(self.path.text()), suffix)
        if path:
            self.path.setText(str(path))
            self.path.setModified(True)

    def _open_folder(self) -> None:
        if self.files:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.files[0].parent)))

    def _lay_out(self) -> None:
        words = self._words
        place = QHBoxLayout()
        place.setSpacing(8)
        place.addWidget(self.path, 1)
        place.addWidget(self.choose)
        form = QFormLayout()
        form.setVerticalSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(PlainLabel(words("exchange.format"), "fieldLabel"), self.format)
        whom = QHBoxLayout()
        whom.setSpacing(10)
        whom.addWidget(self.audience, 1)
        whom.addWidget(self.anonymous)
        form.addRow(PlainLabel(words("exchange.audience"), "fieldLabel"), whom)
        form.addRow(PlainLabel(words("exchange.save_as"), "fieldLabel"), place)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for each in (self.end, self.open_folder, self.copy, self.save):
            buttons.addWidget(each)
        self._layout = layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 18)
        layout.setSpacing(12)
        layout.addLayout(form)
        layout.addWidget(self._private_sign)
        layout.addWidget(self._left_told)
        layout.addWidget(self._progress)
        layout.addWidget(self._said)
        layout.addLayout(buttons)
        self.setMinimumWidth(680)
