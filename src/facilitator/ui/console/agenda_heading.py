"""AgendaHeading: the heading of the agenda and how long the session is, in one line or two."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from facilitator.ui.plain_label import ElidedLabel

_BETWEEN = " · "


class AgendaHeading(ElidedLabel):
    """Where both have no room side by side, how long it is stands below; each line ends with an ellipsis if it must."""

    def __init__(self) -> None:
        super().__init__("", "heading")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)  # the buttons beside it are higher

    @property
    def lines(self) -> tuple[str, ...]:
        """What stands there, line by line."""
        metrics, room = self.fontMetrics(), self.width()
        whole = self.text()
        lines = (whole,) if metrics.horizontalAdvance(whole) <= room else tuple(whole.split(_BETWEEN, 1))
        return tuple(metrics.elidedText(line, Qt.TextElideMode.ElideRight, room) for line in lines)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, "\n".join(self.lines))
        painter.end()
