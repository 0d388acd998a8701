"""SideLists: lists that share one place, each behind a head that can be clicked."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from facilitator.ui.console.side_head import LEAST_NAME, TIGHT, WIDE, SideHead

_GAP = 5


class SideLists(QWidget):
    """Shows one list at a time; the heads stay in sight and tell how much is in each.

    Where a row is too short for all heads, the longest names end with an ellipsis; where even that is not enough, the
    last heads stand in a second row.

    A head may also stand for a part that has its place elsewhere: then there is no list in sight, and `turned`, which
    carries the place of every head that is turned to, tells who shows that part.
    """

    turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heads: list[SideHead] = []
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
    def heads(self) -> tuple[SideHead, ...]:
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
        """Add a list under a name; the first one is shown. `key` is told by the tip alone: the count needs the room.

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
        self._heads[place].show_count(count)
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
        for pad in (WIDE, TIGHT):
            for head in self._heads:
                head.stand_apart(pad)
            if self._fit(self._heads):
                break
        room, second, places = self.width(), False, [0, 0]
        for place, head in enumerate(self._heads):
            if not head.isHidden():
                room -= head.sizeHint().width()
                if room < 0 and not second:
                    second = True
                    self._fit(self._heads[place:])
            row = self._rows[second]
            if row.indexOf(head) != places[second]:
                for each in self._rows:
                    each.removeWidget(head)
                row.insertWidget(places[second], head)
            places[second] += 1

    def _fit(self, heads: Sequence[SideHead]) -> bool:
        """Cut names so that these heads have room in one row, if they can be; returns whether all of them are whole."""
        shown = [head for head in heads if not head.isHidden()]
        names = [head.name_width for head in shown]
        over = sum(names) + sum(head.sides for head in shown) - self.width()
        for head, most in zip(shown, _cut_names(names, over), strict=True):
            head.cut_name(most)
        return over <= 0

    def _in_second(self) -> bool:
        return any(self._rows[1].indexOf(head) >= 0 and not head.isHidden() for head in self._heads)

    def _add_head(self, name: str, key: str) -> int:
        place = len(self._heads)
        head = SideHead(name, key, lambda: self.show_list(place))
        head.installEventFilter(self)
        head.setChecked(place == 0)
        self._group.addButton(head)
        self._heads.append(head)
        self._rows[0].insertWidget(place, head)
        return place


def _cut_names(names: Sequence[int], over: int) -> list[int]:
    """How wide each name may be, in pixels, so that together they take `over` pixels less; 0: as wide as it is.

    As few names as can be are cut, the longest. None is cut where a beginning to read would not be left of each.
    """
    longest = sorted(range(len(names)), key=lambda place: -names[place])
    for count in range(1, len(names) + 1) if over > 0 else ():
        cut = longest[:count]
        most = (sum(names[place] for place in cut) - over) // count
        if most >= LEAST_NAME:
            return [most if place in cut else 0 for place in range(len(names))]
    return [0] * len(names)


def _row() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(0)
    row.addStretch(1)
    return row
