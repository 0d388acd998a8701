"""The big pointer: a bold ring, 90 stage pixels across, open in the middle for what is pointed at."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from facilitator.graphics.marks import GHOST_LAYER

_INK, _HALO = QColor("#101820"), QColor("#FFFFFF")
_RADIUS = 35.0
_PENS = ((_HALO, 20.0), (_INK, 10.0))
"""A dark line on a light one twice as wide: whatever colour is below, one of them stands out from it."""

POINTER_REACH = _RADIUS + 12
"""How far it reaches from its middle, in stage pixels, with the softness of its edges."""


def paint_pointer(painter: QPainter) -> None:
    """Paint it with its middle at the origin, in stage pixels."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in _PENS:
        painter.setPen(QPen(colour, width))
        painter.drawEllipse(QPointF(0, 0), _RADIUS, _RADIUS)


class PointerItem(QGraphicsItem):
    """The same on a scene of stage pixels, above all else there and never in the way of the mouse."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(GHOST_LAYER + 1)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def boundingRect(self) -> QRectF:
        return QRectF(-POINTER_REACH, -POINTER_REACH, 2 * POINTER_REACH, 2 * POINTER_REACH)

    def shape(self) -> QPainterPath:
        return QPainterPath()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        paint_pointer(painter)
