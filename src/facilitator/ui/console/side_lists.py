"""SideLists: lists that share one place, each behind a head that can be clicked."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from facilitator.ui.buttons import button, set_text

_GAP, _LEAST = 5, 24


class SideLists(QWidget):
    """Shows one list at a time; the heads stay in sight and tell how much is in each, in two rows if one is too short.

    A head may also stand for a part that has its place elsewhere: then there is no list in sight, and `turned`, which
    carries the place of every head that is turned to, tells who shows that part.
    """

    turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: list[str] = []
        self._heads: list[QPushButton] = []
        self._lists: dict[int, QWidget] = {}
        self._long = set[int]()
        self._group = QButtonGroup(self)
        self._stack = QStackedWidget()
        self._rows = (_row(), _row())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_GAP)
        for row in self._rows:
            layout.addLayout(row)
        layout.addWidget(self._stack)

    @property
    def heads(self) -> tuple[QPushButton, ...]:
        """The heads from left to right."""
        return tuple(self._heads)

    @property
    def place(self) -> int:
        """The place of the head that is turned to."""
        return next(place for place, head in enumerate(self._heads) if head.isChecked())

    @property
    def is_long(self) -> bool:
        """Whether the list that is turned to needs much room."""
        return self.place in self._long

    def add(self, name: str, part: QWidget, key: str = "", *, long: bool = False) -> None:
        """Add a list under a name; the first one is shown. `key` is told by a tooltip: the count needs the room.

        A `long` one needs much room: its rows are high, and there are buttons below.
        """
        place = self._add_head(name, key)
        self._lists[place] = part
        if long:
            self._long.add(place)
        self._stack.addWidget(part)

    def add_elsewhere(self, name: str) -> int:
        """Add a head for a part that has its place elsewhere; returns the place of the head."""
        return self._add_head(name, "")

    def show_list(self, place: int) -> None:
        """Turn to the head at this place, counted from 0."""
        self._heads[place].setChecked(True)
        if place in self._lists:
            self._stack.setCurrentWidget(self._lists[place])
        self._stack.setVisible(place in self._lists)
        self.turned.emit(place)

    def show_count(self, place: int, count: int | None) -> None:
        """Say on the head how much is in the list; None says nothing."""
        name = self._names[place]
        set_text(self._heads[place], name if count is None else f"{name} {count}")
        self._arrange()

    @property
    def heads_height(self) -> int:
        """How many pixels the heads need in as many rows as they stand in."""
        row = self._heads[0].sizeHint().height()
        return row + (row + _GAP if self._in_second() else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A head that comes or goes may need another row."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._arrange()
        return super().eventFilter(watched, event)

    def _arrange(self) -> None:
        """Put as many heads as fit into the first row, and the others into the second."""
        room, second, places = self.width(), False, [0, 0]
        for head in self._heads:
            if not head.isHidden():
                room -= head.sizeHint().width()
                second = second or room < 0
            row = self._rows[second]
            if row.indexOf(head) != places[second]:
                for each in self._rows:
                    each.removeWidget(head)
                row.insertWidget(places[second], head)
            places[second] += 1

    def _in_second(self) -> bool:
        return any(self._rows[1].indexOf(head) >= 0 and not head.isHidden() for head in self._heads)

    def _add_head(self, name: str, key: str) -> int:
        place = len(self._heads)
        head = button(name, lambda: self.show_list(place))
        head.setToolTip(key)
        head.setAccessibleDescription(key)
        head.setObjectName("tab")
        head.setCheckable(True)
        head.setMinimumWidth(_LEAST)  # else the heads would keep their column wide
        head.installEventFilter(self)
        head.setChecked(place == 0)
        self._group.addButton(head)
        self._names.append(name)
        self._heads.append(head)
        self._rows[0].insertWidget(place, head)
        return place


def _row() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(0)
    row.addStretch(1)
    return row
