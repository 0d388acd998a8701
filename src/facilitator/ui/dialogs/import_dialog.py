"""ImportDialog: what a file or a pasted text would bring to a board, looked at before it is done."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from facilitator.boards.described import ItemGroup
from facilitator.boards.filled_forms import is_named_pdf
from facilitator.boards.incoming import Incoming
from facilitator.boards.kind import Kind
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.refusal import Refusal
from facilitator.ui.buttons import button, set_text
from facilitator.ui.choosing import ChoiceBox
from facilitator.ui.dialogs.files import files_to_open, local_files
from facilitator.ui.dialogs.import_head import ImportHead
from facilitator.ui.dialogs.import_mapping import ImportMapping
from facilitator.ui.dialogs.import_order import ImportOrder, PlannedImport, asked
from facilitator.ui.dialogs.import_outcome import ImportOutcome
from facilitator.ui.dialogs.import_source import ImportSource, source_of_files, source_of_text
from facilitator.ui.dialogs.latest import Latest
from facilitator.ui.dialogs.saying_dialog import SayingDialog
from facilitator.ui.errors import sentence, system_sentence
from facilitator.ui.plain_label import PlainLabel

_EMPTY, _SIZE = QSize(660, 190), QSize(1080, 720)
_TITLE_BAR = 40  # pixels that window managers put above a window
_ROWS_AT_ONCE, _BYTES_AT_ONCE = 400, 100_000
"""What is read and planned on the spot; more takes a thread of its own, so that the window never stands still."""


class ImportDialog(SayingDialog):
    """A source, where its columns go, and what comes of every row; nothing is changed before Import is pressed.

    `document` tells the records as they are, `add` does what was planned and says whether it was saved: one step.
    Enter imports, from wherever the focus is, except on another button.
    """

    unforeseen = Signal(object)
    filledGiven = Signal(list)

    def __init__(
        self,
        kind: Kind,
        board_id: str,
        groups: Sequence[ItemGroup],
        group: str,
        document: Callable[[], Document],
        add: Callable[[PlannedImport], bool],
        words: Words,
        parent: QWidget | None,
    ) -> None:
        super().__init__(words("exchange.import_title"), parent)
        self._kind, self._board_id, self._document, self._add, self._words = kind, board_id, document, add, words
        self._source: ImportSource | None = None
        self._incoming: Incoming | None = None
        self._work = Latest(self)
        self._work.busy.connect(lambda _: self._show_working())
        self.planned: PlannedImport | None = None
        self.setAcceptDrops(True)
        self.targets = kind.import_targets(document(), board_id)
        self._make_parts(groups, group)
        self._lay_out()
        self._show_source()
        self.resize(_EMPTY)
        self.head.open_button.setFocus()

    @property
    def is_working(self) -> bool:
        """Whether something is being read or planned on another thread."""
        return self._work.is_busy

    @property
    def recognized(self) -> str:
        """What the dialog says about the source."""
        return self.head.recognized

    @property
    def said(self) -> str:
        """What the dialog says is in the way; "" when all is well."""
        return self._problem.text()

    def open_files(self, paths: Sequence[Path]) -> None:
        """Read a file, or Kumu's two tables; says why where that can't be done, and stays with what was there.

        PDFs are none of these: `filledGiven` carries them, and the dialog closes.
        """
        if any(map(is_named_pdf, paths)):
            self.reject()
            self.filledGiven.emit(list(paths))
            return
        try:
            source = source_of_files(paths)
        except Refusal as refusal:
            self.say(sentence(refusal, self._words))
        except OSError as error:
            self.say(system_sentence(error, self._words))
        else:
            self._read(source, None)

    def open_text(self, text: str) -> None:
        """Read a text that was copied elsewhere."""
        self._read(source_of_text(text), None)

    def paste(self) -> None:
        """Read what the clipboard holds: files, or text."""
        data = QGuiApplication.clipboard().mimeData()
        paths = local_files(data)
        if paths:
            self.open_files(paths)
        else:
            self.open_text(data.text())

    def do(self) -> None:
        """Import what can be taken, as one step, and close."""
        planned = self.planned
        if planned and self.import_button.isEnabled() and self._add(planned):
            self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.matches(QKeySequence.StandardKey.Open):
            self._choose()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.open_files(local_files(event.mimeData()))

    def done(self, result: int) -> None:
        """Close at once, however it is asked for; what is still being planned comes to nothing."""
        self._work.drop()
        super().done(result)

    # --- reading and planning ---

    def _read(self, source: ImportSource, has_header: bool | None) -> None:
        document = self._document()

        def read() -> tuple[Incoming, dict[str, str]]:
            incoming = source.read(has_header)
            return incoming, self._kind.guess_columns(document, self._board_id, incoming)

        def show(found: tuple[Incoming, dict[str, str]]) -> None:
            if self._incoming is None:
                self._grow()
            self._source, (self._incoming, guess) = source, found
            self.mapping.show_columns(self._incoming, guess)
            self._order_focus()
            self._show_source()
            self._plan()

        self.say("")
        self._work.run(read, show, self._fail, quick=source.size <= _BYTES_AT_ONCE)

    def _read_sheet(self) -> None:
        """Read the sheet that was chosen in place of the one that is shown."""
        if self._source:
            self._read(replace(self._source, sheet=self.head.sheet.currentData() or ""), None)

    def _plan(self) -> None:
        if self._incoming is None:
            return
        document = self._document()
        group, update = self.group.currentData() or "", self.update_them.isChecked()
        mapped = self.mapping.mapped
        order = ImportOrder(self._kind, self._board_id, self._incoming, mapped, group, update, self._words)
        self.planned = None
        self.say("")
        self._work.run(lambda: order.planned(document), self._show_plan, self._fail, quick=order.size <= _ROWS_AT_ONCE)

    def _fail(self, error: Exception) -> None:
        """Say why; what is shown is what was read before."""
        self._show_source()
        if isinstance(error, Refusal):
            self.say(sentence(error, self._words))
        else:
            self.say(self._words("exchange.unreadable"))
            self.unforeseen.emit(error)

    # --- what is shown ---

    def _show_source(self) -> None:
        for each in self._with_source:
            each.setVisible(self._incoming is not None)
        self._show_working()
        if self._source and self._incoming:
            self.head.show_source(self._source, self._incoming)

    def _show_working(self) -> None:
        """Nothing can be imported while there is no plan; while one is made on another thread, that is seen."""
        self._progress.setVisible(self.is_working)
        self.import_button.setEnabled(self._can_do and not self.is_working)

    @property
    def _can_do(self) -> bool:
        return self.planned is not None and self.planned.plan.change is not None

    def _order_focus(self) -> None:
        """Let Tab go from the top to the bottom, over columns that came later, too."""
        head, outcome = self.head, self.outcome
        above = [head.sheet, head.has_header, head.open_button, head.paste_button, *self.mapping.boxes.values()]
        below = [self.group, self.update_them, outcome.only_rejected, outcome.copy_rejected, outcome.preview]
        for one, next_one in pairwise([*above, *below, self.cancel, self.import_button]):
            QWidget.setTabOrder(one, next_one)

    def _grow(self) -> None:
        """Make room for what was read, in the middle of where the dialog is."""
        room = QGuiApplication.primaryScreen().availableGeometry()
        size = _SIZE.boundedTo(QSize(room.width() - 40, room.height() - 60))
        parent = self.parentWidget()
        middle = parent.geometry().center() if parent else room.center()
        place = QRect(QPoint(0, 0), size)
        place.moveCenter(middle)
        place.moveTopLeft(QPoint(max(place.left(), room.left()), max(place.top(), room.top() + _TITLE_BAR)))
        self.setGeometry(place)

    def _show_plan(self, planned: PlannedImport) -> None:
        words, plan = self._words, planned.plan
        self.planned = planned
        self.outcome.show_plan(plan)
        set_text(self.import_button, asked(plan, words))
        self._show_working()
        if self._can_do and self.focusWidget() in (None, self.head.open_button, self.head.paste_button):
            self.import_button.setFocus()
        name = next((target for target in self.targets if target.key == "name"), None)
        if name and "name" not in planned.order.mapped.values():
            self.say(words("exchange.no_name", name=words.quote(name.name.within(words.language))))

    def _choose(self) -> None:
        paths = files_to_open(self, self._words("exchange.open"), self._words("exchange.file_kinds"))
        if paths:
            self.open_files(paths)

    def _make_parts(self, groups: Sequence[ItemGroup], group: str) -> None:
        words = self._words
        self.head = ImportHead(self._choose, self.paste, words)
        self.head.has_header.toggled.connect(lambda on: self._read(self._source, on) if self._source else None)
        self.head.sheet.currentIndexChanged.connect(lambda _: self._read_sheet())
        self.cancel = button(words("console.cancel"), self.reject, key=words("console.key_escape"))
        self.cancel.setAutoDefault(True)  # Enter on it is not to import
        self.import_button = button(words("exchange.import_none"), self.do, main=True)
        self.import_button.setDefault(True)
        self.mapping = ImportMapping(self.targets, words)
        self.mapping.changed.connect(self._plan)
        self.group = ChoiceBox()
        self.group.setAccessibleName(words("exchange.group"))
        for its in groups:
            self.group.addItem(its.name, its.id)
        self.group.setCurrentIndex(max(self.group.findData(group), 0))
        self.group.currentIndexChanged.connect(lambda _: self._plan())
        self.update_them = QCheckBox(words("exchange.update"))
        self.update_them.toggled.connect(lambda _: self._plan())
        self.outcome = ImportOutcome(words)
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setFixedHeight(8)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(words("exchange.working"))

    def _lay_out(self) -> None:
        words = self._words
        mapping_label = PlainLabel(words("exchange.mapping"), "fieldLabel")
        group_label = PlainLabel(words("exchange.group"), "fieldLabel")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(8)
        layout.addWidget(self.head)
        layout.addWidget(mapping_label)
        layout.addWidget(self.mapping)
        layout.addLayout(_row(group_label, self.group, QWidget(), self.update_them, stretched=2))
        layout.addWidget(self.outcome, 1)
        layout.addWidget(self._progress)
        layout.addWidget(self._problem)
        buttons = _row(QWidget(), self.cancel, self.import_button, stretched=0)
        layout.addStretch(0)
        layout.addLayout(buttons)
        self._problem.hide()
        shown: list[QWidget] = [mapping_label, self.mapping, self.update_them, self.outcome]
        self._with_source = [*shown, group_label, self.group] if self.group.count() else shown
        for each in (group_label, self.group):
            each.hide()


def _row(*parts: QWidget, stretched: int) -> QHBoxLayout:
    row = QHBoxLayout()
    for at, part in enumerate(parts):
        row.addWidget(part, 1 if at == stretched else 0)
    return row
