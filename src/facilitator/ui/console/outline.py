"""Outline: the board as a tree, for keyboard and screen reader: groups, their items, and the links of each."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem

from facilitator.boards.described import Direction, Item, ItemGroup, ItemLink
from facilitator.content.words import Words
from facilitator.graphics.name_editor import NameEditor
from facilitator.ui import style
from facilitator.ui.console.outline_rows import GROUP, ID, OutlineRows
from facilitator.ui.console.rows import RowPainter

_ROW = 30
_INDENT = 14
_ARROWS: dict[int, Direction] = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_REMOVE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class Outline(QTreeWidget):
    """Shows what is picked on the canvas and picks it there. It asks by signals, with ids, and never edits.

    F2 renames in place: whoever saved the name of `nameEntered` calls `finish_rename`, so a refused one stays.
    `captureRequested` carries the group into which something is to be captured, `groupChosen` one whose own row was
    clicked or gone to by keys.
    """

    picked = Signal(tuple)
    nameEntered = Signal(str, str)
    captureRequested = Signal(str)
    groupChosen = Signal(str)
    nudgeRequested = Signal(tuple, str)
    editRequested = Signal(tuple)
    linkRequested = Signal()
    pressRequested = Signal(tuple)
    deleteRequested = Signal(tuple)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._board_id = ""
        self._names: Mapping[str, str] = {}
        self._editor: NameEditor | None = None
        self._painter = RowPainter(_ROW, cards=False)
        self._tree = OutlineRows(self, words)
        self.setItemDelegate(self._painter)
        self.setHeaderHidden(True)
        self.setIndentation(_INDENT)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(words("console.outline"))
        self.itemSelectionChanged.connect(self._tell)
        self.itemClicked.connect(self._tell_group)
        self.currentItemChanged.connect(self._tell_group)
        self.itemDoubleClicked.connect(lambda row: self.begin_rename(row.data(0, ID)))

    def show_board(
        self,
        board: tuple[str, str],
        items: Sequence[Item],
        groups: Sequence[ItemGroup],
        links: Sequence[ItemLink],
        badges: Mapping[str, str],
    ) -> None:
        """Show a board (its id and title) with all that is on it; what was picked stays picked. Asks for nothing."""
        self._board_id = board[0]
        self._names = {board[0]: board[1]} | {item.id: item.name for item in items}
        picked = self.ids()
        self.blockSignals(True)
        if self._tree.show(board, items, groups, links, badges):
            self._select(picked)
        self.blockSignals(False)
        if self._editor and self._editor.item_id not in self._names:
            self.finish_rename()
        self._place_editor()

    def show_picked(self, ids: Sequence[str]) -> None:
        """Select these items and links, as far as they are here, and bring the last into sight; asks for nothing."""
        if tuple(ids) == self.ids():
            return
        self.blockSignals(True)
        self._select(ids)
        self.blockSignals(False)
        self.viewport().update()

    def ids(self) -> tuple[str, ...]:
        """The ids of the items and links that are selected, the current one last."""
        current = self.currentItem()
        ids = [row.data(0, ID) for row in self.selectedItems()]
        if current and current.isSelected():
            ids.sort(key=lambda item_id: item_id == current.data(0, ID))
        return tuple(dict.fromkeys(item_id for item_id in ids if item_id != self._board_id))

    # --- renaming in place ---

    @property
    def editor(self) -> NameEditor | None:
        """The line in which an item is being renamed, if one is."""
        return self._editor

    def begin_rename(self, item_id: str) -> None:
        """Open the line in which an item, or the board, is renamed; nothing happens for a group or a link."""
        if item_id not in self._names or not self.commit_rename():
            return
        name = self._names[item_id]
        self._editor = NameEditor(self.viewport(), item_id, name)
        self._editor.setAccessibleName(name)
        self._editor.nameEntered.connect(self.nameEntered)
        self._editor.abandoned.connect(self.finish_rename)
        self._place_editor()
        self._editor.show()
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish_rename(self) -> None:
        """Close the line: the new name was saved, or is not wanted."""
        if self._editor:
            editor, self._editor = self._editor, None
            if editor.hasFocus():
                self.setFocus(Qt.FocusReason.OtherFocusReason)
            editor.hide()
            editor.deleteLater()

    def commit_rename(self) -> bool:
        """Ask to save the name that is being typed; returns whether the line is closed, else it has the focus."""
        if self._editor:
            self._editor.commit()
        if self._editor:
            self._editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return self._editor is None

    # --- keys and paint ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ids, key, current = self.ids(), event.key(), self.currentItem()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in _ARROWS and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            if ids:
                self.nudgeRequested.emit(ids, _ARROWS[key])
        elif key == Qt.Key.Key_F2 and current:
            self.begin_rename(current.data(0, ID))
        elif key == Qt.Key.Key_Insert or (control and key in _ENTER):
            self.captureRequested.emit(self._group())
        elif key in _ENTER:
            self.editRequested.emit(ids)  # none while the board itself is the current row
        elif key in _REMOVE and ids:
            self.deleteRequested.emit(ids)
        elif key == Qt.Key.Key_L and control:
            self.linkRequested.emit()
        elif key == Qt.Key.Key_Space and ids:
            self.pressRequested.emit(ids)
        else:
            super().keyPressEvent(event)

    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        """A triangle where something is below: to the right while it is folded away, down while it is open."""
        row = self.itemFromIndex(index)
        if not row.childCount():
            return
        across, along = 3.5, 4.5
        middle = QPointF(rect.right() - _INDENT / 2 + 2, rect.center().y() + 0.5)
        corners = [(-across, -along), (-across, along), (across, 0)]
        if row.isExpanded():
            corners = [(-along, -across), (along, -across), (0, across)]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(style.QUIET))
        painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in corners]))
        painter.restore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_editor()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._place_editor()

    def _group(self) -> str:
        """The group of the current row, or of what it stands below; "" for the board itself."""
        row = self.currentItem()
        while row and not row.data(0, GROUP):
            row = row.parent()
        return str(row.data(0, GROUP)) if row else ""

    def _select(self, ids: Sequence[str]) -> None:
        self.clearSelection()
        for item_id in ids:
            row = self._tree.row(item_id, beside=self.currentItem())
            if row:
                row.setSelected(True)
                self.setCurrentItem(row, 0, self.selectionModel().SelectionFlag.NoUpdate)

    def _place_editor(self) -> None:
        if self._editor:
            row = self._tree.row(self._editor.item_id)
            around = self.visualItemRect(row) if row else QRect()
            self._editor.place(around, self.viewport().rect(), QFont(self.font()).pixelSize())

    def _tell_group(self, row: QTreeWidgetItem | None) -> None:
        if row and row.data(0, GROUP) and not row.data(0, ID):
            self.groupChosen.emit(str(row.data(0, GROUP)))

    def _tell(self) -> None:
        self.picked.emit(self.ids())
