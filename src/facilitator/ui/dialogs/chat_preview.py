"""ChatPreview: what a pasted chat would put into the tray, and what is left behind, before anything is done."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from facilitator.boards.chat_taking import told_chat
from facilitator.content.words import Words
from facilitator.exchange.chat.lines import single
from facilitator.exchange.chat.message import UNSURE, Chat, Shape
from facilitator.ui import style
from facilitator.ui.buttons import button, set_text
from facilitator.ui.choosing import ChoiceBox
from facilitator.ui.dialogs.latest import QUICK
from facilitator.ui.dialogs.reading_dialog import ReadingDialog
from facilitator.ui.plain_label import PlainLabel
from facilitator.workshop.chat_tray import AT_ONCE, Spoken

_SHOWN = 200
_CELL = 500
_TIME, _NAME, _TEXT = range(3)


@dataclass(frozen=True, slots=True)
class ChatReading:
    """A chat as it was read, and what of it is not in the tray yet."""

    chat: Chat
    new: Sequence[Spoken]


Read = Callable[[Shape | None], ChatReading]
Put = Callable[[Sequence[Spoken]], bool]


class ChatPreview(ReadingDialog):
    """Counts and the first lines. Where the shape is not sure, it can be chosen, and names can be seen in their column.

    `read` reads the chat in a shape (None: the one it has) and must touch nothing that changes; `put` puts what is
    new of all that was said into the tray and says whether that was saved. Enter puts it in; Esc breaks off, also while
    a long chat is read.
    """

    def __init__(self, length: int, read: Read, put: Put, words: Words, parent: QWidget, *, names: bool = True) -> None:
        super().__init__(words("chat.title"), words("chat.reading"), words, parent)
        self._read, self._put = read, put
        self._quick = length <= QUICK
        self.reading: ChatReading | None = None
        self._heading = PlainLabel(words("chat.reading"), "title")
        self._counts = PlainLabel("", "quiet", wraps=True)
        self._unsure = PlainLabel(words("chat.unsure"), "caution", wraps=True)
        self.shape = ChoiceBox()
        self.shape.setAccessibleName(words("chat.shape"))
        for shape in UNSURE:
            self.shape.addItem(words(f"chat.shape_{shape}"), shape)
        self.shape.activated.connect(lambda place: self.start(self.shape.itemData(place)))
        self._shape_name = PlainLabel(words("chat.shape"), "fieldLabel")
        self.table = _table(words)
        self.table.setColumnHidden(_NAME, not names)
        self._more = PlainLabel("", "small", wraps=True)
        self.put_button = button("", self.put, main=True)
        self.put_button.setDefault(True)
        self.cancel = button(words("console.cancel"), self.reject)
        self.cancel.setAutoDefault(True)  # Enter on it is not to put anything in
        self._lay_out()
        self._latest.busy.connect(self._show_busy)
        self._show_reading(None)
        self.resize(760, 560)
        self.start(None)

    @property
    def heading(self) -> str:
        """The question that the preview asks, or what it does."""
        return self._heading.text()

    @property
    def counts(self) -> str:
        """What is new, here already and left behind."""
        return self._counts.text()

    def start(self, shape: Shape | None) -> None:
        """Read the chat, in this shape or in its own."""
        self._latest.run(lambda: self._read(shape), self._show_reading, self._fail, quick=self._quick)

    def put(self) -> None:
        """Put what is new into the tray, as one step."""
        if self.reading and self.reading.new and self._put(self.reading.chat.said):
            self.accept()

    def _lay_out(self) -> None:
        shape = QHBoxLayout()
        shape.addWidget(self._shape_name)
        shape.addWidget(self.shape)
        shape.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addWidget(self._more, 1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.put_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        for part in (self._heading, self._counts, self._unsure):
            layout.addWidget(part)
        layout.addLayout(shape)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._progress)
        layout.addWidget(self._problem)
        layout.addLayout(buttons)

    def _show_busy(self, busy: bool) -> None:
        self._progress.setVisible(busy)
        if busy:
            self._show_reading(None)
            self._heading.setText(self._words("chat.reading"))

    def _fail(self, error: Exception) -> None:
        self._show_reading(None)
        self._heading.setText(self._words("chat.cannot"))
        self._say_unread(error)

    def _show_reading(self, reading: ChatReading | None) -> None:
        words, new = self._words, reading.new if reading else ()
        self.reading = reading
        self._progress.setVisible(self.is_busy)
        self.say("")
        unsure = reading is not None and not reading.chat.is_sure
        for each in (self._unsure, self._shape_name, self.shape):
            each.setVisible(unsure)
        if reading:
            self.shape.setCurrentIndex(self.shape.findData(reading.chat.shape))
            asked = words("chat.question", count=min(len(new), AT_ONCE)) if new else words("chat.nothing")
            self._heading.setText(asked)
        self._counts.setText(" · ".join(told_chat(reading.chat, len(new), words)) if reading else "")
        _fill(self.table, new)
        self._more.setText(words("chat.first_shown", count=_SHOWN) if len(new) > _SHOWN else "")
        set_text(self.put_button, words("chat.put", count=min(len(new), AT_ONCE)))
        self.put_button.setEnabled(bool(new))
        (self.put_button if new else self.cancel).setFocus()


def _table(words: Words) -> QTableWidget:
    table = QTableWidget(0, 3)
    table.setAccessibleName(words("chat.title"))
    table.setHorizontalHeaderLabels([words("chat.time"), words("chat.name"), words("chat.text")])
    table.verticalHeader().hide()
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
    header.setSectionResizeMode(_TEXT, QHeaderView.ResizeMode.Stretch)
    table.setColumnWidth(_TIME, 90)
    table.setColumnWidth(_NAME, 170)
    table.setTabKeyNavigation(False)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    return table


def _fill(table: QTableWidget, messages: Sequence[Spoken]) -> None:
    shown = messages[:_SHOWN]
    table.setRowCount(len(shown))
    for row, message in enumerate(shown):
        for column, text in enumerate((message.said_at, message.author, single(message.text[:_CELL]))):
            item = QTableWidgetItem(text)
            if column == _NAME:
                item.setForeground(QColor(style.AMBER))
            table.setItem(row, column, item)
