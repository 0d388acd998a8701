"""PastePreview: what a pasted list will do, line by line, before it does it."""

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from facilitator.boards.capturing import Reading
from facilitator.content.words import Words
from facilitator.ui import style
from facilitator.ui.buttons import button, set_text
from facilitator.ui.errors import sentence
from facilitator.ui.plain_label import PlainLabel

_ROW = 34
_ADDRESS = re.compile(r"[^\s@<>]+@[^\s@<>]+\.\w{2,}")

Read = Callable[[Sequence[str]], tuple[Reading, ...]]
Describe = Callable[[Sequence[Reading]], Sequence[str]]
Add = Callable[[Sequence[str]], bool]


class PastePreview(QDialog):
    """Each line with what it will do or why it can't; lines can be mended here.

    Adding is one step. It takes the lines that can be read and leaves the others here, so that none is lost; when
    none is left, the preview closes. `read` understands lines, `describe` says what each does, `add` does it and
    says whether it was saved. Enter adds, from wherever the focus is, except while a line is being mended (F2 or a
    double click; letters and Space would replace it): there Enter ends the mending. Mail addresses in the lines are
    told, for they would be shown to participants; nothing is taken out of a line.
    """

    def __init__(
        self, lines: Sequence[str], read: Read, describe: Describe, add: Add, words: Words, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._read, self._describe, self._add, self._words = read, describe, add, words
        self._readings: tuple[Reading, ...] = ()
        self.setWindowTitle(words("console.paste_title"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._heading = PlainLabel("", "title")
        self.table = QTableWidget(0, 2)
        self.table.setAccessibleName(words("console.paste_title"))
        self.table.setHorizontalHeaderLabels([words("console.paste_line"), words("console.paste_does")])
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.verticalHeader().setMinimumSectionSize(_ROW)
        self.table.setTabKeyNavigation(False)
        triggers = QAbstractItemView.EditTrigger
        self.table.setEditTriggers(triggers.EditKeyPressed | triggers.DoubleClicked)
        self.table.itemChanged.connect(self._changed)
        self.add_button = button("", self.add, main=True)
        self.add_button.setDefault(True)
        self.cancel = button(words("console.cancel"), self.reject)
        self.cancel.setAutoDefault(True)  # Enter on it is not to add
        self._note = PlainLabel(words("console.paste_note"), "small", wraps=True)
        self._addresses = PlainLabel(words("console.paste_addresses"), "problem", wraps=True)
        buttons = QHBoxLayout()
        buttons.addWidget(self._note, 1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.add_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.addWidget(self._heading)
        layout.addWidget(self._addresses)
        layout.addWidget(self.table, 1)
        layout.addLayout(buttons)
        self._show_lines(lines)
        self.resize(860, min(640, 190 + _ROW * len(lines)))
        self.add_button.setFocus()

    @property
    def heading(self) -> str:
        """The question that the preview asks."""
        return self._heading.text()

    def lines(self) -> list[str]:
        """The lines as they are now; emptied ones are left out."""
        texts = [self._cell(row, 0).text() for row in range(self.table.rowCount())]
        return [text for text in texts if text.strip()]

    def add(self) -> None:
        """Add what can be added, as one step, and keep the rest."""
        self._judge()
        good = [reading.text for reading in self._readings if reading.change]
        rest = [reading.text for reading in self._readings if not reading.change]
        if not good or not self._add(good):
            return
        if rest:
            self.table.setFocus()  # not on to Cancel when the button has nothing left to add
            self._show_lines(rest)
            self.table.setCurrentCell(0, 0)
        else:
            self.accept()

    def _show_lines(self, lines: Sequence[str]) -> None:
        self.table.blockSignals(True)
        self.table.setRowCount(len(lines))
        for row, line in enumerate(lines):
            self.table.setItem(row, 0, QTableWidgetItem(line))
            does = QTableWidgetItem()
            does.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            self.table.setItem(row, 1, does)
        self.table.blockSignals(False)
        self._judge()

    def _cell(self, row: int, column: int) -> QTableWidgetItem:
        cell = self.table.item(row, column)
        assert cell is not None  # _show_lines fills every row
        return cell

    def _changed(self, item: QTableWidgetItem) -> None:
        if item.column() == 0:
            QTimer.singleShot(0, self, self._judge)  # after the editor has closed

    def _judge(self) -> None:
        texts = self.lines()
        self._readings = self._read(texts)
        said = iter(zip(self._readings, self._describe(self._readings), strict=True))
        self.table.blockSignals(True)
        for row in range(self.table.rowCount()):
            does = self._cell(row, 1)
            if not self._cell(row, 0).text().strip():
                does.setText("")
                continue
            reading, description = next(said)
            refusal = reading.refusal
            does.setText(f"✗ {sentence(refusal, self._words)}" if refusal else f"✓ {description}")
            does.setForeground(QColor(style.RED if refusal else style.GREEN))
        self.table.blockSignals(False)
        good = sum(1 for reading in self._readings if reading.change)
        self._heading.setText(self._words("console.paste_question", count=len(texts)))
        set_text(self.add_button, self._words("console.paste_add", count=good))
        self.add_button.setEnabled(good > 0)
        self._note.setVisible(good < len(texts))
        self._addresses.setVisible(any(map(_ADDRESS.search, texts)))
