"""LessonList: the lessons of a program, week by week, with the day on which each is given out."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from facilitator.content.words import Words
from facilitator.learning.lesson_rows import LessonRow
from facilitator.ui.console.rows import ASIDE, DONE, RowPainter

_ID = Qt.ItemDataRole.UserRole
_ROW = 34
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)


class LessonList(QListWidget):
    """The arrows walk over the lessons, Enter or F2 or a double click edits one; `chosen` tells of another one."""

    chosen = Signal(str)
    editRequested = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._painter = RowPainter(_ROW)
        self._showing = False
        self.setItemDelegate(self._painter)
        self.setAccessibleName(words("lesson.lessons"))
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
            item.setToolTip(f"{item.text()}\n{told}")
            self.addItem(item)
        its = [self.item(place) for place in range(self.count()) if self.item(place).data(_ID)]
        wanted = next((item for item in its if item.data(_ID) == current), next(iter(its), None))
        if wanted:
            self.setCurrentItem(wanted)
        self._showing = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self.current:
            self.editRequested.emit(self.current)
        else:
            super().keyPressEvent(event)


def _short(day: str) -> str:
    """A day without its year, which the tip tells."""
    return day.rsplit(" ", 1)[0].rstrip(",")
