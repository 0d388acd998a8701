"""ZoomedView: a view of the stage that fits its window until it is zoomed."""

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QGraphicsView, QWidget

from facilitator.graphics.picture_painter import SURFACE

_ZOOM_LEAST, _ZOOM_MOST = 0.15, 6.0


class ZoomedView(QGraphicsView):
    """Ctrl and the wheel zoom it. `zoomed` tells that it shows more, less or another part than before."""

    zoomed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fitted = True
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QGraphicsView.Shape.NoFrame)

    @property
    def is_fitted(self) -> bool:
        """Whether it shows the whole board."""
        return self._fitted

    def stage_point(self, place: QPointF) -> tuple[float, float] | None:
        """The stage pixel at a place of the viewport, None beside the picture."""
        at = self.viewportTransform().inverted()[0].map(place)
        return (at.x(), at.y()) if SURFACE.contains(at) else None

    def fit(self) -> None:
        """Show the whole board as large as there is room for, and keep doing so when the window changes."""
        self._fitted = True
        self.fitInView(self.sceneRect(), Qt.AspectRatioMode.KeepAspectRatio)
        self.zoomed.emit()

    def zoom(self, factor: float, at: QPoint | None = None) -> None:
        """Enlarge by `factor`, between 15 % and 600 % of a stage pixel; what is at `at` (else the middle) stays there.

        Near its edges the paper stays in the window rather than under the pointer.
        """
        at = at or self.viewport().rect().center()
        kept, now = self.mapToScene(at), self.transform().m11()
        factor = min(max(now * factor, _ZOOM_LEAST), _ZOOM_MOST) / now
        self._fitted = False
        self.scale(factor, factor)
        moved = self.mapFromScene(kept) - at
        for bar, by in ((self.horizontalScrollBar(), moved.x()), (self.verticalScrollBar(), moved.y())):
            bar.setValue(bar.value() + by)
        self.zoomed.emit()

    def actual_size(self) -> None:
        """One stage pixel to one pixel of the screen."""
        self.zoom(1 / self.transform().m11())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1.0015 ** event.angleDelta().y(), event.position().toPoint())
            event.accept()
            return
        super().wheelEvent(event)
        self.zoomed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep showing the whole board where it was shown."""
        super().resizeEvent(event)
        if self._fitted:
            self.fit()
