"""FieldArea: a column of fields that scrolls up and down."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

LEAST = 120
"""The height, in pixels, below which fields can't be worked with."""


class FieldArea(QScrollArea):
    """What goes into `inside` scrolls up and down. It wants to be as high as its contents, and is content with less."""

    def __init__(self) -> None:
        super().__init__()
        self._holder = QWidget()
        self.inside = QVBoxLayout(self._holder)
        self.inside.setContentsMargins(0, 0, 0, 0)
        self.setWidgetResizable(True)
        self.setWidget(self._holder)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(LEAST // 2)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._holder.sizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
