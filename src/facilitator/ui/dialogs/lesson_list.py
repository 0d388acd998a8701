"""LessonList: the lessons of a program, week by week, with the day on which each is given out."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from facilitator.content.words import Words
from facilitator.learning.lesson_rows import LessonRow
from facilitator.ui.console.rows import ASIDE, DONE, RowPainter
from facilitator.ui.literal_tip import literal_tip

_ID = Qt.ItemDataRole.UserRole
_ROW = 34
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class LessonList(QListWidget):
    """The arrows walk over the lessons, Enter or F2 or a double click edits one; `chosen` tells of another one.

    Alt+↑ ↓ or dragging asks to move the current one by so many lessons (`moved`).
    """

    chosen = Signal(str)
    editRequested = Signal(str)
    moved = Signal(int)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._painter = RowPainter(_ROW)
        self._showing = False
        self.setItemDelegate(self._painter)
        self.setAccessibleName(words("lesson.lessons"))
        self.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(lambda now, before: None if self._showing else self.chosen.emit(self.current))
        self.itemDoubleClicked.connect(lambda item: self.editRequested.emit(self.current))

    @property
    def current(self) -> str:
        """The id of the lesson that is looked at, "" where there is none."""
        item = self.currentItem()
        return str(item.data(_ID) or "") if item else ""

    def show_lessons(self, rows: Sequence[LessonRow]) -> None:
        """Show these; the one that is looked at stays so."""
        words, current = self._words, self.current
        self._showing = True
        self.clear()
        for place, row in enumerate(rows):
            if place == 0 or rows[place - 1].week != row.week:
                head = QListWidgetItem(words("lesson.week", number=row.week))
                head.setFlags(Qt.ItemFlag.NoItemFlags)
                head.setData(DONE, True)
                self.addItem(head)
            item = QListWidgetItem(words("lesson.numbered", number=row.number, title=row.title))
            day = words.date(row.released_on) if row.released_on else ""
            item.setData(_ID, row.id)
            item.setData(ASIDE, _short(day))
            told = words("lesson.released_on", day=day) if day else words("lesson.no_day")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.text()}, {told}")
            item.setToolTip(literal_tip(f"{item.text()}\n{told}"))
            self.addItem(item)
        its = [self.item(place) for place in range(self.count()) if self.item(place).data(_ID)]
        wanted = next((item for item in its if item.data(_ID) == current), next(iter(its), None))
        if wanted:
            self.setCurrentItem(wanted)
        self._showing = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self.current:
            self.editRequested.emit(self.current)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in _MOVES:
            self.moved.emit(_MOVES[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the move; the rows follow once it is saved, so the list must not move or remove them itself."""
        before, after = (
            self._lessons_above(self.currentRow()),
            self._lessons_above(self._gap_at(event.position().toPoint())),
        )
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        by = after - before - (after > before)
        if self.current and by:
            self.moved.emit(by)

    def _gap_at(self, at: QPoint) -> int:
        """The gap between rows that is nearest, 0 above the first one."""
        item = self.itemAt(at)
        if item is None:
            return self.count()
        return self.row(item) + (at.y() > self.visualItemRect(item).center().y())

    def _lessons_above(self, row: int) -> int:
        """How many lessons stand above a row: the names of weeks are none."""
        return sum(bool(self.item(place).data(_ID)) for place in range(row))


def _short(day: str) -> str:
    """A day without its year, which the tip tells."""
    return day.rsplit(" ", 1)[0].rstrip(",")
