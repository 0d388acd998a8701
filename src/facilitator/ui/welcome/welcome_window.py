"""WelcomeWindow: where one begins when no engagement is open."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from facilitator.content.whole_templates import WholeTemplate
from facilitator.content.words import Words
from facilitator.domain.engagement import SUFFIX
from facilitator.domain.language import LANGUAGES, Language
from facilitator.domain.refusal import Refusal
from facilitator.exchange.paths import typed_path
from facilitator.ui.buttons import button, set_text
from facilitator.ui.choosing import ChoiceBox
from facilitator.ui.console.file_drops import FileDrops
from facilitator.ui.console.rows import ASIDE, RowPainter
from facilitator.ui.dialogs.template_library_work import TemplateShelf, are_templates
from facilitator.ui.editors import LineField
from facilitator.ui.errors import sentence
from facilitator.ui.plain_label import PlainLabel
from facilitator.ui.welcome.opening_card import ROW, Card, OpeningCard

_NAME = 400
"""Pixels that the name of what was on air may take."""


@dataclass(frozen=True, slots=True)
class NewEngagement:
    """What a new engagement starts from; an empty `title` means the template's name."""

    template: str
    title: str
    language: Language
    folder: Path


class WelcomeWindow(QWidget):
    """Asks by signals for a file to open, a new one, a copy of the sample, or a rehearsal; says why if that fails.

    `templates` tells those that there are, whenever it is asked.
    `folder` is where a new engagement goes unless another is chosen; the home folder where it is not there.
    """

    backRequested = Signal()
    openRequested = Signal(object)
    newRequested = Signal(object)
    sampleRequested = Signal(str)
    rehearsalRequested = Signal(str)

    def __init__(
        self, templates: Callable[[], Sequence[WholeTemplate]], recent: Sequence[Path], folder: Path, words: Words
    ) -> None:
        super().__init__()
        self._words = words
        self.setObjectName("ground")
        self.setWindowTitle("Facilitator")
        self._every = templates
        self._templates: Sequence[WholeTemplate] = ()
        self.template = self._template_list()
        self.shelf = TemplateShelf(self._begin_with, "templates.use_for_engagement", words, self._chosen_folder, self)
        self._about = PlainLabel("", "quiet", wraps=True)
        self._about.setMinimumHeight(62)
        self._about.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.title = LineField()
        self.title.setAccessibleName(words("welcome.title"))
        self.language = ChoiceBox()
        self.language.setAccessibleName(words("console.language"))
        for each in LANGUAGES:
            self.language.addItem(words(f"console.language_{each}"), each)
        self.language.setCurrentIndex(self.language.findData(words.language))
        self.folder = LineField(str(folder if folder.is_dir() else Path.home()))
        self.folder.setAccessibleName(words("console.folder"))
        self._problem = PlainLabel("", "problem", wraps=True)
        self._opening = self._opening_card(recent)
        columns = QHBoxLayout()
        columns.setSpacing(16)
        columns.addWidget(self._new_card(), 3)
        columns.addWidget(self._opening, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(26, 22, 26, 18)
        layout.setSpacing(10)
        self._greeting = PlainLabel(words("welcome.heading"), "large")
        self._calm = PlainLabel(words("welcome.about"), "quiet", wraps=True)
        layout.addWidget(self._greeting)
        layout.addWidget(self._calm)
        self._back = Card(hidden=True)
        layout.addWidget(self._back)
        layout.addLayout(columns, 1)
        layout.addWidget(self._problem)
        self._list_templates()
        FileDrops(self, self._take_files)
        self.resize(1020, 640)

    def offer_back(self, file: str, place: str) -> None:
        """Offer first and foremost to go back on air with this file, at this `place` of its session ("" unknown)."""
        words = self._words
        row = QHBoxLayout(self._back)
        row.setContentsMargins(18, 10, 18, 10)
        row.setSpacing(16)
        about = PlainLabel(words("welcome.back_about"), "quiet", wraps=True)
        name = " · ".join(filter(None, (file, place)))
        go = button("", self.backRequested.emit, main=True)
        set_text(go, words("welcome.back", name=go.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, _NAME)))
        go.setAccessibleName(words("welcome.back", name=name))
        row.addWidget(about, 1)
        row.addWidget(go)
        self._show_offer(True)
        go.setFocus()

    @property
    def problem(self) -> str:
        """What could not be done, "" if all went well."""
        return self._problem.text()

    def say(self, problem: str) -> None:
        """Say what could not be done."""
        self._problem.setText(problem)

    def say_unforeseen(self) -> None:
        """Say calmly that something went wrong that nobody foresaw."""
        self.say(self._words("welcome.unforeseen"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, and creates the engagement from anywhere in its card.

        Esc leaves the offer to go back on air.
        """
        at = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape and self._back.isVisible():
            self._show_offer(False)
            self.template.setFocus()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif isinstance(at, QPushButton):
            at.click()
        elif at is not self._opening.recent:  # which opens its row by itself
            self._create()

    def _show_offer(self, shown: bool) -> None:
        """In place of the greeting, whose room is needed on a small screen."""
        self._back.setVisible(shown)
        for each in (self._greeting, self._calm):
            each.setVisible(not shown)

    def _new_card(self) -> Card:
        words = self._words
        card = Card()
        layout = card.headed(words("welcome.new"), words("welcome.new_about"))
        layout.addWidget(self.template, 1)
        layout.addWidget(self._about)
        fields = QGridLayout()
        fields.setVerticalSpacing(8)
        choose = button(words("console.choose_folder"), self._choose_folder, icon_name="folder")
        rows = ((words("welcome.title"), self.title), (words("console.language"), self.language))
        for row, (label, field) in enumerate(rows):
            fields.addWidget(PlainLabel(label, "fieldLabel"), row, 0)
            fields.addWidget(field, row, 1, 1, 2)
        fields.addWidget(PlainLabel(words("console.folder"), "fieldLabel"), 2, 0)
        fields.addWidget(self.folder, 2, 1)
        fields.addWidget(choose, 2, 2)
        layout.addLayout(fields)
        library = button(words("templates.choose"), self._open_library, icon_name="search")
        library.setAccessibleName(words("templates.choose_said"))
        buttons = QHBoxLayout()
        buttons.addWidget(library)
        buttons.addStretch(1)
        buttons.addWidget(button(words("welcome.create"), self._create, icon_name="plus", main=True))
        layout.addLayout(buttons)
        return card

    def _opening_card(self, recent: Sequence[Path]) -> OpeningCard:
        made = OpeningCard(recent, self._words)
        made.fileWanted.connect(self._open)
        made.openRequested.connect(self.openRequested)
        made.sampleRequested.connect(self.sampleRequested)
        made.rehearsalRequested.connect(self.rehearsalRequested)
        return made

    def _template_list(self) -> QListWidget:
        made = QListWidget()
        made.setAccessibleName(self._words("welcome.templates"))
        self._template_rows = RowPainter(ROW)
        made.setItemDelegate(self._template_rows)
        made.setMouseTracking(True)
        made.currentRowChanged.connect(self._describe)
        return made

    def _list_templates(self, chosen: str = "") -> None:
        """Show what there is now, the one of that id chosen, else that which was, else the first."""
        at = self.template.currentItem()
        chosen = chosen or (str(at.data(Qt.ItemDataRole.UserRole)) if at else "")
        self._templates = self._every()
        self.template.clear()
        for template in self._templates:
            item = QListWidgetItem(template.name.within(self._words.language))
            item.setData(Qt.ItemDataRole.UserRole, template.id)
            if template.is_own:
                item.setData(ASIDE, self._words("templates.own_row"))
            self.template.addItem(item)
        rows = [template.id for template in self._templates]
        self.template.setCurrentRow(rows.index(chosen) if chosen in rows else 0)

    def _open_library(self) -> None:
        self.shelf.open(self).finished.connect(lambda result: self._list_templates())

    def _take_files(self, paths: Sequence[Path]) -> None:
        """Take dropped templates into the library, and open anything else, or say why that can't be done."""
        if are_templates(paths):
            self._open_library()
            self.shelf.take_in(paths)
        else:
            self.openRequested.emit(paths[0])

    def _begin_with(self, template: WholeTemplate) -> bool:
        self._list_templates(template.id)
        self.template.scrollToItem(self.template.currentItem(), QListWidget.ScrollHint.PositionAtCenter)
        self.title.setFocus()
        return True

    def _chosen_folder(self) -> Path:
        return Path(self.folder.text())

    def _describe(self, row: int) -> None:
        if 0 <= row < len(self._templates):
            template = self._templates[row]
            self._about.setText(template.purpose.within(self._words.language))
            self.title.setPlaceholderText(template.name.within(self._words.language))

    def _create(self) -> None:
        row = self.template.currentRow()
        if row >= 0:
            try:
                folder = typed_path(self.folder.text())
            except Refusal as refusal:
                self.say(sentence(refusal, self._words))
                return
            language = self.language.currentData()
            wanted = NewEngagement(self._templates[row].id, self.title.text(), language, folder)
            self.newRequested.emit(wanted)

    def _open(self) -> None:
        kinds = f"{self._words('welcome.files')} (*{SUFFIX})"
        path, _ = QFileDialog.getOpenFileName(self, self._words("welcome.open_file"), self.folder.text(), kinds)
        if path:
            self.openRequested.emit(Path(path))

    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self._words("console.choose_folder"), self.folder.text())
        if folder:
            self.folder.setText(folder)
