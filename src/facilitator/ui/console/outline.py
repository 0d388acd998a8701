"""Outline: all items as a list, for keyboard and screen reader; canvas and list always pick the same."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem, QWidget

from facilitator.boards.kind import Item, ItemGroup
from facilitator.content.words import Words
from facilitator.ui.console.rows import ASIDE, PRIVATE, RowPainter

_ID = Qt.ItemDataRole.UserRole
_ROW = 30


class Outline(QTreeWidget):
    """The items under their groups, each with its spoken code and, in amber, its private mark."""

    picked = Signal(tuple)
    renameRequested = Signal(str)
    editRequested = Signal(tuple)
    linkRequested = Signal()
    pressRequested = Signal(tuple)
    deleteRequested = Signal(tuple)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[object, ...] = ()
        self._rows: dict[str, QTreeWidgetItem] = {}
        self._painter = RowPainter(_ROW, cards=False)
        self.setItemDelegate(self._painter)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(8)
        self.setItemsExpandable(False)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(words("console.outline"))
        self.itemSelectionChanged.connect(self._tell)

    def show_items(self, items: Sequence[Item], groups: Sequence[ItemGroup], badges: Mapping[str, str]) -> None:
        """Show these items; what was picked stays picked. Asks for nothing."""
        shown = (tuple(items), tuple(groups), tuple(badges.items()))
        if shown == self._shown:
            return
        self._shown = shown
        picked = self.ids()
        self.blockSignals(True)
        self.clear()
        self._rows = {}
        heads = {group.id: self._head(group, items) for group in groups if any(i.group == group.id for i in items)}
        for item in items:
            row = QTreeWidgetItem([f"{item.code}  {item.name}" if item.code else item.name])
            row.setData(0, _ID, item.id)
            row.setData(0, PRIVATE, badges.get(item.id, ""))
            row.setData(0, Qt.ItemDataRole.AccessibleTextRole, " ".join(filter(None, (item.code, item.name))))
            self._rows[item.id] = row
            if item.group in heads:
                heads[item.group].addChild(row)
            else:
                self.addTopLevelItem(row)
        self.expandAll()
        self.blockSignals(False)
        self.show_picked(picked)

    def show_picked(self, ids: Sequence[str]) -> None:
        """Select these items, as far as they are here, and bring the last into sight; asks for nothing."""
        if tuple(ids) == self.ids():
            return
        self.blockSignals(True)
        self.clearSelection()
        for item_id in ids:
            if item_id in self._rows:
                self._rows[item_id].setSelected(True)
                self.setCurrentItem(self._rows[item_id], 0, self.selectionModel().SelectionFlag.NoUpdate)
        self.blockSignals(False)
        self.viewport().update()

    def ids(self) -> tuple[str, ...]:
        """The ids of what is selected, the current one last."""
        current = self.currentItem()
        ids = [row.data(0, _ID) for row in self.selectedItems()]
        if current and current.isSelected():
            ids.sort(key=lambda item_id: item_id == current.data(0, _ID))
        return tuple(ids)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ids, key = self.ids(), event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and ids:
            self.editRequested.emit(ids)
        elif key == Qt.Key.Key_F2 and ids:
            self.renameRequested.emit(ids[-1])
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and ids:
            self.deleteRequested.emit(ids)
        elif key == Qt.Key.Key_L and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.linkRequested.emit()
        elif key == Qt.Key.Key_Space and ids:
            self.pressRequested.emit(ids)
        else:
            super().keyPressEvent(event)

    def _head(self, group: ItemGroup, items: Sequence[Item]) -> QTreeWidgetItem:
        head = QTreeWidgetItem([group.name])
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        head.setData(0, ASIDE, str(sum(1 for item in items if item.group == group.id)))
        font = QFont(self.font())
        font.setBold(True)
        head.setFont(0, font)
        self.addTopLevelItem(head)
        return head

    def _tell(self) -> None:
        self.picked.emit(self.ids())
