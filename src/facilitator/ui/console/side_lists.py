"""SideLists: lists that share one place, each behind a head that can be clicked."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from facilitator.ui.buttons import button, set_text


class SideLists(QWidget):
    """Shows one list at a time; the heads stay in sight and tell how much is in each.

    A head may also stand for a part that has its place elsewhere: then there is no list in sight, and `turned`, which
    carries the place of every head that is turned to, tells who shows that part.
    """

    turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: list[str] = []
        self._heads: list[QPushButton] = []
        self._lists: dict[int, QWidget] = {}
        self._group = QButtonGroup(self)
        self._stack = QStackedWidget()
        self._row = QHBoxLayout()
        self._row.setSpacing(0)
        self._row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(5)
        layout.addLayout(self._row)
        layout.addWidget(self._stack)

    @property
    def heads(self) -> tuple[QPushButton, ...]:
        """The heads from left to right."""
        return tuple(self._heads)

    @property
    def place(self) -> int:
        """The place of the head that is turned to."""
        return next(place for place, head in enumerate(self._heads) if head.isChecked())

    def add(self, name: str, part: QWidget, key: str = "") -> None:
        """Add a list under a name; the first one is shown. `key` is told by a tooltip: the count needs the room."""
        self._lists[self._add_head(name, key)] = part
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

    def _add_head(self, name: str, key: str) -> int:
        place = len(self._heads)
        head = button(name, lambda: self.show_list(place))
        head.setToolTip(key)
        head.setAccessibleDescription(key)
        head.setObjectName("tab")
        head.setCheckable(True)
        head.setChecked(place == 0)
        self._group.addButton(head)
        self._names.append(name)
        self._heads.append(head)
        self._row.insertWidget(place, head)
        return place
