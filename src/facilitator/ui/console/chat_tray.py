"""ChatTray: what was said in the meeting's chat and waits to be sent to the board. For the facilitator only."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from facilitator.content.words import Words
from facilitator.ui.buttons import button, set_text
from facilitator.ui.console.chat_rows import DEALT_WITH, FATE, WHO, ChatRowPainter
from facilitator.ui.editors import LineField
from facilitator.ui.plain_label import PlainLabel
from facilitator.ui.typed_text import typed_text

PASTE_CHAT_KEY = "Ctrl+Shift+V"
TRAY_KEY = "F7"
_MOST = 100
"""Rows: the others come as these are dealt with."""

_CELL = 400  # characters: more than a row has room for
_DIGITS = 9


@dataclass(frozen=True, slots=True)
class TrayRow:
    """Lines that say the same, shown as one.

    `ids` are theirs; `text` is in one line; `who` names the authors and the times, "" while private things are out of
    sight; `fate` says what became of them or how often it was said; `waits` whether nothing has been done about them.
    """

    ids: tuple[str, ...]
    text: str
    who: str
    fate: str
    waits: bool


class ChatTray(QWidget):
    """The rows, and buttons for their keys.

    `sendRequested` carries a row, the words to send and the number of a group (0: the one that is chosen),
    `leaveRequested` a row that is to be left out, or brought back if it was. Of several that are picked each is asked
    for by itself, up to the first with which it does not work.
    """

    sendRequested = Signal(object, str, int)
    leaveRequested = Signal(object)
    pasteRequested = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._rows: tuple[TrayRow, ...] = ()
        self._all: tuple[TrayRow, ...] = ()
        self._edited: TrayRow | None = None
        self._keys = ""
        self._group: str | None = None
        self._said = PlainLabel("", "small", wraps=True)
        self.show_all = QCheckBox(words("chat.show_all"))
        self.show_all.toggled.connect(lambda on: self.show_rows(self._all))
        self.list = ChatList()
        self.list.setAccessibleName(words("chat.list"))
        self.list.sent.connect(lambda: self._send(0))
        self.list.left.connect(self._leave)
        self.list.edited.connect(self.begin_edit)
        self.list.currentRowChanged.connect(lambda row: self._show_chosen())
        self.list.itemSelectionChanged.connect(self._show_chosen)
        self.editor = LineField()
        self.editor.setAccessibleName(words("chat.edited"))
        self.editor.setAccessibleDescription(words("chat.edit_hint"))
        self.editor.returnPressed.connect(self._send_edited)
        self._hint = PlainLabel("", "small", wraps=True)
        self.send = button(words("chat.send_plain"), lambda: self._send(0), main=True)
        self.edit = button(words("chat.edit"), self.begin_edit, key="F2")
        self.leave = button(words("chat.leave"), self._leave)
        self.paste = button(words("chat.paste"), self.pasteRequested.emit, key=words("chat.paste_key"))
        self._lay_out()
        self.show_rows(())

    @property
    def current(self) -> TrayRow | None:
        """The row that is chosen."""
        row = self.list.currentRow()
        return self._rows[row] if 0 <= row < len(self._rows) else None

    @property
    def picked(self) -> tuple[TrayRow, ...]:
        """The rows that are picked, from the top; the chosen one where none is."""
        places = sorted(index.row() for index in self.list.selectedIndexes())
        return tuple(self._rows[place] for place in places) or ((self.current,) if self.current else ())

    @property
    def editing(self) -> bool:
        """Whether words are being changed before they are sent."""
        return self._edited is not None

    def show_rows(self, rows: Sequence[TrayRow]) -> None:
        """Show these; the chosen one stays so, or the one that comes to its place is."""
        before, place = self.current, self.list.currentRow()
        self._all = tuple(rows)
        waiting = [row for row in rows if row.waits]
        self._rows = tuple((self._all if self.show_all.isChecked() else waiting)[:_MOST])
        self.list.blockSignals(True)
        self.list.clear()
        for row in self._rows:
            item = QListWidgetItem(row.text if len(row.text) <= _CELL else f"{row.text[:_CELL]}…")
            item.setData(WHO, row.who)
            item.setData(FATE, row.fate)
            item.setData(DEALT_WITH, not row.waits)
            aside = ", ".join(filter(None, (row.who, row.fate)))
            said = self._words("chat.said", text=row.text, who=aside) if aside else row.text
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
            self.list.addItem(item)
        places = {row.ids[0]: at for at, row in enumerate(self._rows)}
        chosen = places.get(before.ids[0], place) if before else 0
        self.list.setCurrentRow(min(chosen, len(self._rows) - 1))
        self.list.blockSignals(False)
        if self._edited:  # others may have said the same meanwhile
            at = places.get(self._edited.ids[0], -1)
            self._edited = self._rows[at] if at >= 0 and self._rows[at].waits else None
            if self._edited is None:
                self.end_edit()
        said = self._words("chat.waiting", count=len(waiting)) if waiting else self._words("chat.none_waits")
        self._said.setText(said if rows else self._words("chat.empty"))
        self.show_all.setVisible(len(waiting) < len(rows))
        self._show_chosen()

    def show_groups(self, names: Sequence[str], chosen: str | None) -> None:
        """Name the groups that Ctrl+Shift+1 to 9 send to, and the one of Enter; None where there is no board."""
        self._group = chosen
        numbered = [f"{number}\u00a0{name}" for number, name in enumerate(names[:_DIGITS], start=1)]
        self._keys = self._words("chat.groups", groups=" · ".join(numbered)) if len(names) > 1 else ""
        if not self.editing:
            self._hint.setText(self._keys)
        self._show_chosen()

    def begin_edit(self) -> None:
        """Open the chosen words to be changed before they are sent."""
        if self.current and self.current.waits:
            self._edited = self.current
            self.editor.setText(self.current.text)
            self.editor.show()
            self._hint.setText(self._words("chat.edit_hint"))
            self.editor.setFocus()

    def send_to(self, place: int) -> None:
        """Send the picked rows to the group at this place, counted from 0."""
        self._send(place + 1)

    def end_edit(self) -> None:
        """Leave the words as they were said."""
        had_focus = self.editor.hasFocus()
        self._edited = None
        self.editor.hide()
        self._hint.setText(self._keys)
        if had_focus:
            self.list.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.editing:
            self.end_edit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._said, 1)
        head.addWidget(self.show_all)
        self._card = QFrame()
        self._card.setObjectName("card")
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(8, 6, 8, 6)
        inside.setSpacing(4)
        inside.addWidget(self.editor)
        inside.addWidget(self.send)
        row = QHBoxLayout()
        row.addWidget(self.edit)
        row.addWidget(self.leave)
        row.addStretch(1)
        inside.addLayout(row)
        inside.addWidget(self._hint)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(5)
        layout.addLayout(head)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._card)
        layout.addWidget(self.paste)
        self.editor.hide()

    def _show_chosen(self) -> None:
        row, words = self.current, self._words
        self._card.setVisible(row is not None)
        if row is None:
            return
        waits = row.waits
        for each in (self.send, self.edit):
            each.setEnabled(waits and self._group is not None)
        count = sum(each.waits for each in self.picked)
        said = words("chat.send", group=self._group) if self._group else words("chat.send_plain")
        if self._group and count > 1:
            said = words("chat.send_several", count=count, group=self._group)
        set_text(self.send, said, words("console.key_enter"))
        set_text(self.leave, words("chat.leave" if waits else "chat.bring_back"), words("chat.key_delete"))
        self.leave.setEnabled(waits or row.fate == words("chat.left_out"))

    def _send(self, number: int) -> None:
        for row in [row for row in self.picked if row.waits]:
            self._choose(row)
            self.sendRequested.emit(row, row.text, number)
            if self._waits(row):  # it was refused or could not be saved, which has been told
                return

    def _send_edited(self) -> None:
        if self._edited and self.editor.text().strip():
            self.sendRequested.emit(self._edited, self.editor.text(), 0)

    def _leave(self) -> None:
        chosen = self.current
        if chosen and self.leave.isEnabled():
            for row in [row for row in self.picked if (row.waits, row.fate) == (chosen.waits, chosen.fate)]:
                self.leaveRequested.emit(row)

    def _choose(self, row: TrayRow) -> None:
        place = next((at for at, each in enumerate(self._rows) if each.ids[0] == row.ids[0]), -1)
        self.list.setCurrentRow(place)

    def _waits(self, row: TrayRow) -> bool:
        return any(each.waits and each.ids[0] == row.ids[0] for each in self._rows)


class ChatList(QListWidget):
    """Enter sends what is picked, Del leaves it out, F2 changes one first; letters and digits go elsewhere."""

    sent = Signal()
    left = Signal()
    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self._painter = ChatRowPainter()
        self.setItemDelegate(self._painter)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.itemDoubleClicked.connect(lambda item: self.edited.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = typed_text(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.sent.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.left.emit()
        elif event.key() == Qt.Key.Key_F2:
            self.edited.emit()
        elif text:
            event.ignore()  # letters are for the capture bar, not for looking a row up
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
