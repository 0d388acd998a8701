"""EntriesPanel: the dated rows that hang on what the inspector shows, the newest first."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QListWidget, QListWidgetItem, QSizePolicy, QVBoxLayout, QWidget

from facilitator.boards.described import Entry, EntryList, Field
from facilitator.content.words import Words
from facilitator.ui.buttons import button
from facilitator.ui.console.rows import RowPainter
from facilitator.ui.plain_label import PlainLabel
from facilitator.ui.typed_text import typed_text

ENTRY_KEY = "Ctrl+N"

_ID = Qt.ItemDataRole.UserRole
_ROW, _MOST_ROWS, _EDGE = 30, 5, 6
_GAP = 8
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EntriesPanel(QWidget):
    """One part for each list, with what adds a row; asks by signals that carry the ids of the list and of the row."""

    addRequested = Signal(str)
    editRequested = Signal(str, str)
    deleteRequested = Signal(str, str)

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self.parts: tuple[EntriesPart, ...] = ()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 8, 0, 0)
        self._layout.setSpacing(8)
        self.hide()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        return tuple(stop for part in self.parts for stop in (part.rows, part.add, part.delete))

    def show_lists(self, lists: Sequence[EntryList], *, private: bool) -> None:
        """Show these lists; what rows tell in private fields only where `private` may be in sight."""
        if [(each.id, each.title) for each in lists] != [(part.id, part.title) for part in self.parts]:
            for part in self.parts:
                part.hide()
                part.deleteLater()  # a little later: it may be telling of what was asked for
            self.parts = tuple(EntriesPart(each, self._words, self) for each in lists)
            for place, part in enumerate(self.parts):
                if place == 0:
                    part.add.setToolTip(ENTRY_KEY)
                    part.add.setAccessibleDescription(ENTRY_KEY)
                self._layout.addWidget(part)
        for part, shown in zip(self.parts, lists, strict=True):
            part.show_rows(shown, private=private)
        self.setVisible(bool(lists))


class EntriesPart(QWidget):
    """One list: its title, its rows and the buttons for them. Enter edits a row, Delete removes it."""

    def __init__(self, shown: EntryList, words: Words, panel: EntriesPanel) -> None:
        super().__init__(panel)
        self.id, self.title = shown.id, shown.title
        self._words, self._panel = words, panel
        self._heading = PlainLabel("", "fieldLabel", wraps=True)
        self.rows = _Rows(self)
        self.add = button(words("console.entry_add"), lambda: panel.addRequested.emit(self.id), icon_name="plus")
        self.add.setAccessibleName(words("console.entry_add_to", list=shown.title))
        self.delete = button(words("console.delete"), self.delete_current, icon_name="delete")
        self.delete.setAccessibleName(words("console.entry_delete_from", list=shown.title))
        self._buttons = QHBoxLayout()
        self._buttons.addStretch(1)
        self._buttons.addWidget(self.add)
        self._buttons.addWidget(self.delete)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(4)
        self._head.addWidget(self._heading)
        self._head.addLayout(self._buttons, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(self._head)
        layout.addWidget(self.rows)

    def show_rows(self, shown: EntryList, *, private: bool) -> None:
        """Show these rows; a new one is current, else the one that was, or the one in its place."""
        place, current = max(self.rows.currentRow(), 0), self.rows.current
        before = {str(self.rows.item(row).data(_ID)) for row in range(self.rows.count())}
        new = [entry.id for entry in shown.rows if entry.id not in before]
        current = new[0] if len(new) == 1 else current
        self.rows.clear()
        for entry in reversed(shown.rows):
            row = QListWidgetItem(said(entry, shown.fields, self._words, private=private), self.rows)
            row.setData(_ID, entry.id)
        ids = [entry.id for entry in reversed(shown.rows)]
        if ids:
            self.rows.setCurrentRow(ids.index(current) if current in ids else min(place, len(ids) - 1))
        self.rows.setVisible(bool(ids))
        self.rows.setFixedHeight(min(len(ids), _MOST_ROWS) * _ROW + _EDGE)
        self.rows.setAccessibleName(self._words("console.entries_count", list=shown.title, count=len(ids)))
        self._heading.setText(self._words("console.entries_count", list=shown.title, count=len(ids)))
        self.delete.setVisible(bool(ids))
        self._place_heading()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_heading()

    def _place_heading(self) -> None:
        """Beside the buttons, or above them where it would need several lines there."""
        line = self._heading.fontMetrics().horizontalAdvance(self._heading.text())
        fits = line + self._buttons.sizeHint().width() + _GAP <= self.width()
        self._heading.setWordWrap(not fits)
        kind = QBoxLayout.Direction
        self._head.setDirection(kind.LeftToRight if fits else kind.TopToBottom)

    def edit_current(self) -> None:
        """Ask to edit the current row."""
        if self.rows.current:
            self._panel.editRequested.emit(self.id, self.rows.current)

    def delete_current(self) -> None:
        """Ask to remove the current row."""
        if self.rows.current:
            self._panel.deleteRequested.emit(self.id, self.rows.current)


class _Rows(QListWidget):
    def __init__(self, part: EntriesPart) -> None:
        super().__init__(part)
        self._part = part
        self._painter = RowPainter(_ROW)
        self.setItemDelegate(self._painter)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.itemDoubleClicked.connect(lambda _: part.edit_current())

    @property
    def current(self) -> str:
        row = self.currentItem()
        return str(row.data(_ID)) if row else ""

    def sizeHint(self) -> QSize:
        return QSize(0, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self._part.edit_current()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._part.delete_current()
        elif typed_text(event):
            event.ignore()  # somebody has said something: it goes to the capture line
        else:
            super().keyPressEvent(event)


def said(entry: Entry, fields: Sequence[Field], words: Words, *, private: bool) -> str:
    """A row in one line: what is known of it, days first, with choices in words; of several days which is which."""
    told = []
    days = sum(field.form == "date" for field in fields)
    known = zip(fields, entry.values, strict=True)
    for field, value in sorted(known, key=lambda each: each[0].form != "date"):
        if value.strip() and (private or not field.private):
            choices = dict(field.choices)
            many = ", ".join(choices.get(each, each) for each in value.split()) if field.form == "many" else ""
            plain = many or choices.get(value) or " ".join(value.split())
            told.append(f"{field.head or field.label} {plain}" if field.form == "date" and days > 1 else plain)
    return " · ".join(told) or words("console.entry_empty")
