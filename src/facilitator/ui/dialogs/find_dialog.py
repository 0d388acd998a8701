"""FindDialog: the items of a board that have the words that are typed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from facilitator.content.naming import plain
from facilitator.content.words import Words
from facilitator.ui.buttons import button
from facilitator.ui.dialogs.saying_dialog import SayingDialog, fit_to_screen
from facilitator.ui.editors import LineField
from facilitator.ui.plain_label import PlainLabel

_WIDTH, _HEIGHT, _ROW = 640, 460, 30
_TO_LIST = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
_ID, _NOTE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Findable:
    """Something that can be found: its id, the line that shows it, and (label, text) of all that is said of it."""

    id: str
    name: str
    said: tuple[tuple[str, str], ...]


class FindDialog(SayingDialog):
    """Letters find, the arrows go to a row, Enter or a double click goes to the item by `go` (its id).

    Words count wherever they stand, without case and accents; below the list stands where they were found.
    """

    def __init__(self, items: Sequence[Findable], go: Callable[[str], object], words: Words, parent: QWidget) -> None:
        super().__init__(words("console.find_title"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._go, self._words = go, words
        self._items = [(each, plain(" ".join((each.name, *(text for _, text in each.said))))) for each in items]
        self.line = LineField()
        self.line.setPlaceholderText(words("console.find_words"))
        self.line.setAccessibleName(words("console.find_words"))
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(self._find)
        self.line.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(words("console.find_found"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.list.currentItemChanged.connect(self._tell)
        self.list.itemDoubleClicked.connect(lambda row: self.enter())
        self.note = PlainLabel("", "quiet", wraps=True)
        self.note.setMinimumHeight(2 * self.note.fontMetrics().lineSpacing())
        self.note.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._lay_out()
        self._find("")
        fit_to_screen(self, _WIDTH, _HEIGHT)
        self.line.setFocus()

    @property
    def found(self) -> tuple[str, ...]:
        """The ids of what has the words, in reading order."""
        return tuple(self.list.item(place).data(_ID) for place in range(self.list.count()))

    def enter(self) -> None:
        """Go to the current row's item, and close."""
        row = self.list.currentItem()
        if row:
            self.accept()
            self._go(row.data(_ID))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows of the line move in the list, so that typing can go on."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _TO_LIST:
            QApplication.sendEvent(self.list, event)
            return True
        return super().eventFilter(watched, event)

    def _find(self, text: str) -> None:
        wanted = plain(text).split()
        self.list.clear()
        for each, said in self._items:
            if all(word in said for word in wanted):
                row = QListWidgetItem(each.name)
                row.setData(_ID, each.id)
                row.setData(_NOTE, _where(each, wanted, self._words))
                row.setSizeHint(QSize(0, _ROW))
                self.list.addItem(row)
        self.list.setCurrentRow(0)
        self.say("" if self.list.count() else self._words("console.find_none"))
        self._tell()

    def _tell(self) -> None:
        row = self.list.currentItem()
        self.note.setText(row.data(_NOTE) if row else "")

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(8)
        layout.addWidget(self.line)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.note)
        layout.addWidget(self._problem)
        go = button(self._words("console.find_go"), self.enter, main=True, key=self._words("console.key_enter"))
        go.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(button(self._words("console.cancel"), self.reject, key=self._words("console.key_escape")))
        buttons.addWidget(go)
        layout.addLayout(buttons)


def _where(item: Findable, wanted: Sequence[str], words: Words) -> str:
    """The first of what is said of an item that has any of the words and is not its name; else the first of all."""
    said = [(label, " ".join(text.split())) for label, text in item.said if text.strip() and text not in item.name]
    hit = next(((label, text) for label, text in said if any(word in plain(text) for word in wanted)), None)
    label, text = hit or (said[0] if said else ("", ""))
    return words("console.find_where", label=label, text=text) if text else ""
