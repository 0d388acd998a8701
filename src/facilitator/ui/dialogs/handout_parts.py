"""HandoutParts: the parts of a pack, ticked to be in it, in the order in which they are wanted."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from facilitator.content.words import Words
from facilitator.handouts.made import PartOffered
from facilitator.ui.buttons import button
from facilitator.ui.literal_tip import literal_tip

_KEY = Qt.ItemDataRole.UserRole
_ROW, _LEAST_ROWS, _MOST_ROWS = 26, 3, 5


class _Rows(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), _ROW)


class _List(QListWidget):
    """Alt+↑ ↓ and dragging move what is current, Space ticks it; Enter is the dialog's."""

    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self.moved.emit(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)


class HandoutParts(QWidget):
    """The list with its buttons; `changed` tells that other parts are wanted, or in another order."""

    changed = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._offered: tuple[str, ...] = ()
        self._apart: frozenset[str] = frozenset()
        self._loading = False
        self.list, self._its_rows = _List(), _Rows()
        self.list.setItemDelegate(self._its_rows)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setAccessibleName(words("handouts.parts"))
        self.list.setAccessibleDescription(words("handouts.parts_keys"))
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.list.itemChanged.connect(lambda _: self._tell())
        self.list.model().rowsMoved.connect(lambda *_: self._tell())
        self.list.model().rowsRemoved.connect(lambda *_: self._tell())  # the second half of a drag
        self.list.moved.connect(self.move_part)
        self.list.currentRowChanged.connect(lambda _: self._let_move())
        self.up = button("↑", lambda: self.move_part(-1))
        self.down = button("↓", lambda: self.move_part(1))
        for each, key in ((self.up, "Alt+↑"), (self.down, "Alt+↓")):
            name = words("handouts.part_up" if each is self.up else "handouts.part_down")
            each.setAccessibleName(f"{name} ({key})")
            each.setToolTip(f"{name} ({key})")
            each.setFixedWidth(38)
            each.setAutoDefault(True)
        beside = QVBoxLayout()
        beside.setSpacing(6)
        beside.addWidget(self.up)
        beside.addWidget(self.down)
        beside.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.list, 1)
        layout.addLayout(beside)
        self.offer(())

    @property
    def wanted(self) -> tuple[str, ...] | None:
        """The keys of the parts wanted, in their order; None for all as they are offered but those that are apart."""
        rows = self._rows()
        ticked = tuple(str(row.data(_KEY)) for row in rows if row.checkState() == Qt.CheckState.Checked)
        return None if ticked == tuple(key for key in self._offered if key not in self._apart) else ticked

    def offer(self, parts: Sequence[PartOffered], *, hidden: bool = False) -> None:
        """Show these parts, all ticked but those apart; where they are the same as before, as they were chosen.

        What is apart says whose it is. What is `hidden` is called by its number only.
        """
        if hidden:
            numbered = enumerate(parts, start=1)
            parts = [replace(part, title=self._words("handouts.part_hidden", number=n)) for n, part in numbered]
        keys, apart = tuple(part.key for part in parts), frozenset(part.key for part in parts if part.apart)
        titles = {part.key: self._titled(part) for part in parts}
        self._loading = True
        if sorted(keys) == sorted(self._offered) and apart == self._apart:
            for row in self._rows():
                row.setText(titles[str(row.data(_KEY))])
                row.setToolTip(literal_tip(row.text()))
        else:
            self.list.clear()
            for part in parts:
                row = QListWidgetItem(titles[part.key], self.list)
                row.setData(_KEY, part.key)
                row.setFlags(
                    Qt.ItemFlag.ItemIsEnabled
                    | Qt.ItemFlag.ItemIsSelectable
                    | Qt.ItemFlag.ItemIsUserCheckable
                    | Qt.ItemFlag.ItemIsDragEnabled
                )
                row.setCheckState(Qt.CheckState.Unchecked if part.apart else Qt.CheckState.Checked)
                row.setToolTip(literal_tip(row.text()))
            self.list.setCurrentRow(0)
        self._offered, self._apart = keys, apart
        self._loading = False
        shown = min(max(len(keys), _LEAST_ROWS), _MOST_ROWS)
        self.list.setFixedHeight(shown * _ROW + 2 * self.list.frameWidth() + 2)
        self._let_move()

    def choose(self, key: str) -> None:
        """Tick this one of the parts that are offered and no other."""
        for row in self._rows():
            row.setCheckState(Qt.CheckState.Checked if row.data(_KEY) == key else Qt.CheckState.Unchecked)

    def move_part(self, step: int) -> None:
        """Move the current part up (-1) or down (1); at an end it stays."""
        place = self.list.currentRow()
        if place < 0 or not 0 <= place + step < self.list.count():
            return
        self._loading = True
        row = self.list.takeItem(place)
        self.list.insertItem(place + step, row)
        self.list.setCurrentItem(row)
        self._loading = False
        self._tell()

    def _titled(self, part: PartOffered) -> str:
        if not part.apart:
            return part.title
        return self._words("handouts.part_of_others", title=part.title, cohort=part.whose)

    def _rows(self) -> list[QListWidgetItem]:
        return [self.list.item(place) for place in range(self.list.count())]

    def _tell(self) -> None:
        if not self._loading and self.list.count() == len(self._offered):
            self._let_move()
            self.changed.emit()

    def _let_move(self) -> None:
        place, count = self.list.currentRow(), self.list.count()
        self.up.setEnabled(place > 0)
        self.down.setEnabled(0 <= place < count - 1)
