"""SideHead: the head of a list beside the board, with its name and how much is in the list."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter

from facilitator.ui.literal_tip import literal_tip

WIDE, TIGHT = 5, 3
"""How many pixels there are before and after the words, where there is room and where there is not."""

LEAST_NAME = 40
"""The width, in pixels, below which nobody can tell what a cut name is."""

_LEAST = 24


class SideHead(QPushButton):
    """The name may be cut, the count never is. The tip tells the name, too, and the key that goes to the list."""

    def __init__(self, name: str, key: str, act: Callable[[], object]) -> None:
        super().__init__(name.replace("&", "&&"))
        self._name, self._key, self._count, self._most = name, key, "", 0
        self._pad = WIDE
        self.setObjectName("tab")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setMinimumWidth(_LEAST)  # else the heads would keep their column wide
        self.setAccessibleName(name)
        self.setAccessibleDescription(key)
        self.clicked.connect(lambda: act())
        self._tell()

    @property
    def name_width(self) -> int:
        """How many pixels the whole name needs."""
        self.ensurePolished()
        return self.fontMetrics().horizontalAdvance(self._name) + 1

    @property
    def sides(self) -> int:
        """How many pixels it needs besides its name."""
        return 2 * self._pad + self._count_width()

    @property
    def shown(self) -> str:
        """What can be read on it."""
        return self._cut() + self._count

    def show_count(self, count: int | None) -> None:
        """Say how much is in the list; None says nothing."""
        self._count = "" if count is None else f" {count}"
        self.setText((self._name + self._count).replace("&", "&&"))
        self.setAccessibleName(self._name + self._count)
        self.updateGeometry()
        self.update()

    def stand_apart(self, pad: int) -> None:
        """Leave so many pixels before and after the words."""
        if pad != self._pad:
            self._pad = pad
            self.updateGeometry()
            self.update()

    def cut_name(self, most: int) -> None:
        """Let the name take no more than so many pixels; 0 lets it take what it needs."""
        if most != self._most:
            self._most = most
            self._tell()
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        name = min(self.name_width, self._most) if self._most else self.name_width
        return QSize(self.sides + name, super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.setFont(self.font())
        painter.setPen(option.palette.buttonText().color())
        inside = self.rect().adjusted(self._pad, 0, -self._pad, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        name = self._cut()
        painter.drawText(inside, flags, name)
        painter.setFont(self._plain())
        inside.setLeft(inside.left() + self.fontMetrics().horizontalAdvance(name))
        painter.drawText(inside, flags, self._count)
        painter.end()

    def _cut(self) -> str:
        width = self._most if self._most and self._most < self.name_width else self.name_width
        return self.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, width)

    def _tell(self) -> None:
        whole = self._name if self._most and self._most < self.name_width else ""
        self.setToolTip(literal_tip(" · ".join(filter(None, (whole, self._key)))))

    def _count_width(self) -> int:
        return QFontMetrics(self._plain()).horizontalAdvance(self._count) + 1 if self._count else 0

    def _plain(self) -> QFont:
        """The count is not bold: so it belongs to the name before it, however near the next one is."""
        made = QFont(self.font())
        made.setBold(False)
        return made
