"""LinesDialog: a short list of which lines are added, edited and removed: tracks, study groups."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from facilitator.content.words import Words
from facilitator.ui.buttons import button
from facilitator.ui.console.rows import RowPainter
from facilitator.ui.dialogs.saying_dialog import SayingDialog, fit_to_screen
from facilitator.ui.literal_tip import literal_tip
from facilitator.ui.plain_label import PlainLabel
from facilitator.ui.private_part import PrivatePart

_WIDTH, _HEIGHT, _ROW = 760, 420, 34
_ADD_KEY = "Ctrl+N"
_EDITS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)


class LinesDialog(SayingDialog):
    """`lines` are the ids and words of what there is; `edit` opens a form for one, for a new one with the id "".

    `remove` takes one out. `further` are more buttons: their words, and what they do. Ctrl+N adds, Enter or F2 edits,
    Del removes. `private` says, where that is so, that only the facilitator sees the lines. `heading` may hold people's
    words, `title` is that of the window and holds none.
    """

    def __init__(
        self,
        title: str,
        heading: str,
        lines: Callable[[], Sequence[tuple[str, str]]],
        edit: Callable[[str, QWidget], object],
        remove: Callable[[str], object],
        words: Words,
        parent: QWidget,
        *,
        about: str = "",
        private: str = "",
        further: Sequence[tuple[str, Callable[[], object]]] = (),
    ) -> None:
        super().__init__(title, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._lines, self._edit_one, self._remove_one, self._words = lines, edit, remove, words
        self.list = _List(self._press)
        self.list.setAccessibleName(heading)
        self.list.itemDoubleClicked.connect(lambda item: self._edit())
        self.list.currentItemChanged.connect(lambda now, before: self._let())
        self._none = PlainLabel(words("program.no_rows"), "small")
        self.add = button(words("program.add"), lambda: self._edit_one("", self), icon_name="plus", key=_ADD_KEY)
        self.edit = button(words("program.change"), self._edit, key="F2")
        self.remove = button(words("program.remove"), self._remove, key=words("session.key_delete"))
        self.further: list[QPushButton] = [button(text, act) for text, act in further]
        QShortcut(QKeySequence(_ADD_KEY), self).activated.connect(lambda: self._edit_one("", self))
        row = QHBoxLayout()
        for each in (self.add, self.edit, self.remove, *self.further):
            row.addWidget(each)
        row.addStretch(1)
        row.addWidget(button(words("console.close"), self.accept, main=True, key=words("console.key_escape")))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 14)
        layout.setSpacing(10)
        layout.addWidget(PlainLabel(heading, "title", wraps=True))
        if about:
            layout.addWidget(PlainLabel(about, "quiet", wraps=True))
        if private:
            part = PrivatePart(private, "fieldLabel")
            part.inside.addWidget(self.list, 1)
            layout.addWidget(part, 1)
        else:
            layout.addWidget(self.list, 1)
        layout.addWidget(self._none)
        layout.addWidget(self._problem)
        layout.addLayout(row)
        self.refresh()
        fit_to_screen(self, _WIDTH, _HEIGHT)
        (self.list if self.list.count() else self.add).setFocus()

    @property
    def current(self) -> str:
        """The id of the current line, "" for none."""
        item = self.list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item else ""

    def refresh(self, chosen: str = "") -> None:
        """Show what there is now; the line of the id `chosen` is the current one, else that which was."""
        chosen, place = chosen or self.current, self.list.currentRow()
        self.list.clear()
        for its_id, text in self._lines():
            item = QListWidgetItem(text)
            item.setData(Qt.ItemDataRole.UserRole, its_id)
            item.setToolTip(literal_tip(text))
            self.list.addItem(item)
        ids = [self.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(self.list.count())]
        self.list.setCurrentRow(ids.index(chosen) if chosen in ids else min(max(place, 0), len(ids) - 1))
        self._none.setVisible(not ids)
        self._let()

    def _press(self, event: QKeyEvent) -> bool:
        if event.key() in _EDITS:
            self._edit()
        elif event.key() == Qt.Key.Key_Delete:
            self._remove()
        else:
            return event.matches(QKeySequence.StandardKey.Copy)  # no name goes into the clipboard
        return True

    def _edit(self) -> None:
        if self.current:
            self.say("")
            self._edit_one(self.current, self)

    def _remove(self) -> None:
        if self.current:
            self.say("")
            self._remove_one(self.current)

    def _let(self) -> None:
        for each in (self.edit, self.remove):
            each.setEnabled(bool(self.current))


class _List(QListWidget):
    """A list of which the keys go to the dialog first."""

    def __init__(self, press: Callable[[QKeyEvent], bool]) -> None:
        super().__init__()
        self._press = press
        self._painter = RowPainter(_ROW)
        self.setItemDelegate(self._painter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._press(event):
            super().keyPressEvent(event)
