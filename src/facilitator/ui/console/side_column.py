"""SideColumn: the lists above the details, or one at a time where a window is too low for both."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from facilitator.ui.console.console_layout import COLUMN_MARGIN, column
from facilitator.ui.console.side_lists import SideLists
from facilitator.ui.plain_label import PlainLabel

ENOUGH = 700
"""The height, in pixels, from which lists and details stand one above the other."""

_BESIDE = 8  # pixels: names of lists in one row need what there is

_SHARES, _LONG_SHARES = (300, 400), (500, 230)
_ANY_HEIGHT = 16_777_215  # Qt's own largest


class SideColumn(QSplitter):
    """Where there is little height, the details are behind a head of their own beside those of the lists.

    A list that needs much room has the larger share. Whoever wants to be seen in the details asks with `show_details`.
    """

    def __init__(self, lists: SideLists, heading: str, details: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._lists = lists
        self._details_place = lists.add_elsewhere(heading)
        self._heading = PlainLabel(heading, "heading")
        lower = QWidget()
        layout = QVBoxLayout(lower)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(5)
        layout.addWidget(self._heading)
        layout.addWidget(details)
        self._upper, self._lower = (column(part, beside=_BESIDE) for part in (lists, lower))
        for part in (self._upper, self._lower):
            self.addWidget(part)
        self._sizes = {False: list(_SHARES), True: list(_LONG_SHARES)}
        self._is_long = False
        self.setSizes(self._sizes[False])
        self.splitterMoved.connect(lambda place, part: self._keep_sizes())
        self.setChildrenCollapsible(False)
        self.setMinimumHeight(1)  # else the parts would ask for the height of both, also where one is in sight
        self._low = False
        self._head.hide()
        lists.turned.connect(lambda place: self._arrange())

    def show_details(self) -> None:
        """Bring the details into sight, if a list is in their place."""
        if self._low:
            self._lists.show_list(self._details_place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low = event.size().height() < ENOUGH
        if low != self._low:
            self._low = low
            self._head.setVisible(low)
            self._heading.setVisible(not low)
            if not low and self._lists.place == self._details_place:
                self._lists.show_list(0)
            self._arrange()

    @property
    def _head(self) -> QWidget:
        return self._lists.heads[self._details_place]

    def _arrange(self) -> None:
        details = self._lists.place == self._details_place
        self._lower.setVisible(not self._low or details)
        self._upper.setMaximumHeight(self._heads_height() if details else _ANY_HEIGHT)
        if not self._low and self._is_long != self._lists.is_long:
            self._is_long = self._lists.is_long
            self.setSizes(self._sizes[self._is_long])

    def _keep_sizes(self) -> None:
        """The share that was dragged is that of all lists that need as much room."""
        if not self._low:
            self._sizes[self._is_long] = self.sizes()

    def _heads_height(self) -> int:
        """Reckoned from the heads: what the lists ask for is known only after Qt has laid them out again."""
        return self._lists.heads_height + 2 * COLUMN_MARGIN
