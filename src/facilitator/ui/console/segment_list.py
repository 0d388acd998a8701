"""SegmentList: the segments of an agenda as a list, with keys and a menu for everything that can be done with one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QListWidget, QMenu

from facilitator.content.words import Words
from facilitator.ui.console.segment_rows import ROW, SegmentPainter

_FRAME = 8
_LEAST = 2.75
"""How many rows are in sight at least; the cut one tells that there are more."""


@dataclass(frozen=True, slots=True)
class _Deed:
    """Something that can be done with the row: the key of its words, and the keys that do it, the first one told."""

    words: str
    act: Callable[[int], None]
    keys: tuple[QKeySequence, ...]


class SegmentList(QListWidget):
    """Rows of segments; asks by signals with the place of the chosen one, -1 where there is none to be beside.

    Enter starts it, F2 or a double click edits it, Insert adds one after it and Ctrl+Insert before, Alt with an arrow
    or dragging moves it, Del removes it. The context menu offers the same.
    """

    startRequested = Signal(int)
    editRequested = Signal(int)
    addRequested = Signal(int, bool)
    moveRequested = Signal(int, int)
    removeRequested = Signal(int)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._painter = SegmentPainter()
        self.setItemDelegate(self._painter)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)  # else there is nothing below the last row
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(words("console.agenda"))
        self.itemDoubleClicked.connect(lambda item: self.editRequested.emit(self.row(item)))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self.open_menu)
        deeds: Mapping[str, tuple[Callable[[int], None], tuple[str, ...]]] = {
            "start": (self.startRequested.emit, ("Enter", "Return")),
            "edit": (self.editRequested.emit, ("F2",)),
            "add_after": (lambda row: self.addRequested.emit(row, False), ("Ins",)),
            "add_before": (lambda row: self.addRequested.emit(row, True), ("Ctrl+Ins",)),
            "move_up": (lambda row: self.moveRequested.emit(row, -1), ("Alt+Up",)),
            "move_down": (lambda row: self.moveRequested.emit(row, 1), ("Alt+Down",)),
            "remove": (self.removeRequested.emit, ("Del",)),
        }
        self._deeds = tuple(
            _Deed(f"session.segment_{name}", act, tuple(map(QKeySequence, keys))) for name, (act, keys) in deeds.items()
        )

    def sizeHint(self) -> QSize:
        """No more than it must have: it takes all that others leave anyway, and boards must not give way to it."""
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """The row that runs and what comes next: in a low window there is little room below the clock."""
        return QSize(super().minimumSizeHint().width(), round(_LEAST * ROW) + _FRAME)

    def bring_into_sight(self) -> None:
        """Scroll to the current row, with the one before and after it where there is room."""
        current = self.currentRow()
        for row in (current - 1, current + 1, current):
            if 0 <= row < self.count():
                self.scrollToItem(self.item(row))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.bring_into_sight()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pressed, row = _combination(event), self.currentRow()
        deed = next((each for each in self._deeds if pressed in each.keys), None)
        if deed is None:
            super().keyPressEvent(event)
        elif row >= 0 or deed.words == "session.segment_add_after":
            deed.act(row)

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the move; the rows follow once it is saved, so the list must not move or remove them itself."""
        row, gap = self.currentRow(), self._gap_at(event.position().toPoint())
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        by = gap - row - (gap > row)
        if row >= 0 and by:
            self.moveRequested.emit(row, by)

    def _gap_at(self, at: QPoint) -> int:
        """The gap between rows that is nearest, 0 above the first one."""
        item = self.itemAt(at)
        if item is None:
            return self.count()
        return self.row(item) + (at.y() > self.visualItemRect(item).center().y())

    def open_menu(self, at: QPoint) -> None:
        """Offer what can be done with the row there, or with the current one where there is none."""
        item = self.itemAt(at)
        if item:
            self.setCurrentItem(item)
        menu = self.menu_of(self.currentRow())
        place = at if item or self.currentItem() is None else self.visualItemRect(self.currentItem()).center()
        menu.popup(self.viewport().mapToGlobal(place))

    def menu_of(self, row: int) -> QMenu:
        """A menu of all that can be done with the row of this place; below zero only a segment can be added."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for deed in self._deeds:
            if row < 0 and deed.words != "session.segment_add_after":
                continue
            action = menu.addAction(self._words(deed.words).replace("&", "&&"))
            action.setShortcut(deed.keys[0])
            action.triggered.connect(lambda checked=False, deed=deed: deed.act(row))
        return menu


def _combination(event: QKeyEvent) -> QKeySequence:
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return QKeySequence(event.key() | modifiers.value)
