"""FieldArea: a column of fields that scrolls up and down."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QSize, Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

LEAST = 120
"""The height, in pixels, below which fields can't be worked with."""

_AIR = 6


class FieldArea(QScrollArea):
    """What goes into `inside` scrolls up and down. It wants to be as high as its contents, and is content with less."""

    def __init__(self) -> None:
        super().__init__()
        self._holder = QWidget()
        self._holder.setMinimumWidth(1)  # never wider than what is in sight: it can't be scrolled sideways
        self.inside = QVBoxLayout(self._holder)
        self.inside.setContentsMargins(0, 0, 0, 0)
        self.setWidgetResizable(True)
        self.setWidget(self._holder)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(LEAST // 2)

    def reveal(self, inside: QWidget) -> None:
        """Scroll so that this is in sight, as it will lie once everything new has its place; the top, if it is high."""
        QTimer.singleShot(0, inside, lambda: self._scroll_to(inside))

    def _scroll_to(self, inside: QWidget) -> None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)  # so that everything has its place
        top = inside.mapTo(self._holder, QPoint(0, 0)).y()
        lowest = top + min(inside.height() + _AIR, self.viewport().height()) - self.viewport().height()
        bar = self.verticalScrollBar()
        bar.setValue(max(lowest, min(bar.value(), top - _AIR)))

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._holder.sizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
