"""FindDialog: what has the words that are typed, the items of the open board first."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from time import perf_counter

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from facilitator.content.naming import plain
from facilitator.content.words import Words
from facilitator.ui.buttons import button
from facilitator.ui.dialogs.found_rows import PRIVATE_MARK, WHERE, FoundPainter
from facilitator.ui.dialogs.saying_dialog import SayingDialog, fit_to_screen
from facilitator.ui.editors import LineField
from facilitator.ui.plain_label import PlainLabel

_WIDTH, _HEIGHT, _ROW = 720, 480, 30
_TO_LIST = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
_NOTE_LINES = 3
_PLACE = Qt.ItemDataRole.UserRole + 20
_SLICE = 0.012
"""Seconds for which it reads on before it lets keys through."""
_MOST_FAR = 200
"""How many rows of other boards are shown at once."""

Said = tuple[str, str]
"""A label, and a text that is said under it."""


@dataclass(frozen=True, slots=True)
class Findable:
    """Something that can be found: its id, the line that shows it, and what tells all that is said of it.

    `where` marks what it is or, where it `belongs` to something, to what ("" the open board), and `private` names who
    answers there ("" nobody). `board_id` is the board that it is on, where that is another one.
    """

    id: str
    name: str
    said: Callable[[], tuple[Said, ...]]
    where: str = ""
    private: str = ""
    board_id: str = ""
    belongs: bool = False


class FindDialog(SayingDialog):
    """Letters find, the arrows go to a row, Enter or a double click goes there by `go`.

    Words count wherever they stand, without case and accents, all but one also in the name of what a row belongs to;
    below the list stands where they were found. What is `near` can be found at once and is listed before anything is
    typed; what is `far` is read on while keys still work, first its names, then all that is said of it.
    """

    def __init__(
        self,
        near: Iterable[Findable],
        far: Iterator[Findable],
        go: Callable[[Findable], object],
        words: Words,
        parent: QWidget,
    ) -> None:
        super().__init__(words("console.find_title"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._go, self._words = go, words
        self._items = list(near)
        self._near, self._left_out = len(self._items), 0
        self._texts = [_text(each, whole=True) for each in self._items]
        self._reading = self._read(far)
        self._later = QTimer(self)
        self._later.timeout.connect(self._read_on)
        self.line = LineField()
        self.line.setPlaceholderText(words("console.find_words"))
        self.line.setAccessibleName(words("console.find_words"))
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(lambda: self._find())
        self.line.installEventFilter(self)
        self.list = QListWidget()
        self._painter = FoundPainter(_ROW)
        self.list.setItemDelegate(self._painter)
        self.list.setAccessibleName(words("console.find_found"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.list.currentItemChanged.connect(self._tell)
        self.list.itemDoubleClicked.connect(lambda row: self.enter())
        self.note = PlainLabel("", "quiet", wraps=True)
        self.note.setMinimumHeight(_NOTE_LINES * self.note.fontMetrics().lineSpacing())
        self.note.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._lay_out()
        self._later.start(0)
        self._find()
        fit_to_screen(self, _WIDTH, _HEIGHT)
        self.line.setFocus()

    @property
    def found(self) -> tuple[str, ...]:
        """The ids of what has the words, in the order of the list."""
        return tuple(self._items[place].id for place in self._places())

    @property
    def has_read_all(self) -> bool:
        """Whether nothing that could be found is still to be read."""
        return not self._later.isActive()

    def enter(self) -> None:
        """Go to what the current row shows, and close."""
        found = self._current()
        if found:
            self.accept()
            self._go(found)

    def done(self, result: int) -> None:
        """Read no further: the dialog is about to be deleted."""
        self._later.stop()
        super().done(result)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows of the line move in the list, so that typing can go on."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _TO_LIST:
            QApplication.sendEvent(self.list, event)
            return True
        return super().eventFilter(watched, event)

    def _read(self, far: Iterator[Findable]) -> Iterator[int]:
        """Read on, one thing a step, and tell its place: first all names, since those are read soon."""
        for each in far:
            self._items.append(each)
            self._texts.append(_text(each, whole=False))
            yield len(self._items) - 1
        for place in range(self._near, len(self._items)):
            self._texts[place] = _text(self._items[place], whole=True)
            yield place

    def _read_on(self) -> None:
        """Read for a moment, and list what was found by it."""
        until, wanted, more = perf_counter() + _SLICE, self._wanted(), False
        for place in self._reading:
            more = more or (bool(wanted) and _has(self._texts[place], wanted))
            if perf_counter() > until:
                break
        else:
            self._later.stop()
            more = True  # now it can be said that nothing has the words
        if more:
            self._list_more()

    def _wanted(self) -> list[str]:
        return plain(self.line.text()).split()

    def _find(self) -> None:
        """List what has the words that stand there now."""
        self.list.clear()
        self._list_more()

    def _list_more(self) -> None:
        """List below what is listed whatever else has the words: no row moves while somebody is about to choose it."""
        wanted = self._wanted()
        end = len(self._items) if wanted else self._near  # all other boards are too much to look through by eye
        fits = [place for place in range(end) if _has(self._texts[place], wanted)]
        listed = set(self._places())
        room = _MOST_FAR - sum(place >= self._near for place in listed)
        for place in fits:
            far = place >= self._near
            if place not in listed and (room > 0 or not far):
                room -= far
                self.list.addItem(self._row(place))
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self._left_out = len(fits) - self.list.count()
        nothing = not self.list.count() and self.has_read_all  # else what is still to be read may have the words
        self.say(self._words("console.find_none") if nothing else "")
        self._tell()

    def _row(self, place: int) -> QListWidgetItem:
        shown = self._items[place]
        row = QListWidgetItem(shown.name)
        row.setData(_PLACE, place)
        row.setData(WHERE, shown.where)
        row.setData(PRIVATE_MARK, shown.private)
        said = ", ".join(filter(None, (shown.name, shown.where, shown.private)))
        row.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        row.setSizeHint(QSize(0, _ROW))
        return row

    def _places(self) -> Iterator[int]:
        return (self.list.item(row).data(_PLACE) for row in range(self.list.count()))

    def _current(self) -> Findable | None:
        row = self.list.currentItem()
        return self._items[row.data(_PLACE)] if row else None

    def _tell(self) -> None:
        found = self._current()
        if found is None:
            self.note.clear()
            return
        where = _where(found, self._wanted(), self._words)
        left = self._words("console.find_left", count=self._left_out) if self._left_out else ""
        self.note.setText("\n".join(filter(None, (where, left))))

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


def _text(item: Findable, *, whole: bool) -> tuple[str, str]:
    """Its own words, all or those of its name, and the words of what it belongs to."""
    own = (item.name, *(text for _, text in item.said())) if whole else (item.name,)
    around = f"{item.where} {item.private}" if item.belongs else ""
    return plain(" ".join(own)), plain(around)


def _has(text: tuple[str, str], wanted: Sequence[str]) -> bool:
    """Whether all words stand in it or in what it belongs to; the latter alone is not enough: it has its own row."""
    own, around = text
    return not wanted or (all(word in own or word in around for word in wanted) and any(word in own for word in wanted))


def _where(item: Findable, wanted: Sequence[str], words: Words) -> str:
    """The board of an item that is on another one, then the first of what is said of it that has any of the words.

    What only repeats its name is left aside; where nothing has the words, the first of all is told.
    """
    said = [(label, " ".join(text.split())) for label, text in item.said() if text.strip() and text not in item.name]
    hit = next(((label, text) for label, text in said if any(word in plain(text) for word in wanted)), None)
    label, text = hit or (said[0] if said else ("", ""))
    board = words("console.find_on", board=item.where) if item.board_id else ""
    return "\n".join(filter(None, (board, words("console.find_where", label=label, text=text) if text else "")))
