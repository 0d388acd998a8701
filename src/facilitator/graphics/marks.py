"""What the console lays over a picture: rings round what is picked, private badges, ghosts of what is dragged."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from facilitator.content.icons import icon_path
from facilitator.domain.picture import Group, Path, Rect
from facilitator.graphics.fonts import stage_font
from facilitator.graphics.picture_painter import outline, paint_group, prepared_group, qrect

AMBER = "#FFC24D"
AMBER_DEEP = "#3A2A12"

RING_LAYER = 10_000_000.0
BADGE_LAYER = RING_LAYER + 1
GLIDE_LAYER = RING_LAYER + 2
GHOST_LAYER = RING_LAYER + 3

_SURFACE_WIDTH = 1920.0
_RING_GAP = 5.0
_RING_WIDTH = 3.0


class Ring(QGraphicsItem):
    """A line round a picked item, or along a picked link: 3 px in `colour` between two thin lines of `halo`.

    It is as wide at any zoom. The halo keeps a contrast of at least 3:1 to the colour, so the ring shows on any ground.
    Dashed for the item that a link is to begin from.
    """

    def __init__(self, group: Group, colour: str, halo: str, *, dashed: bool = False) -> None:
        super().__init__()
        self._line = _along(group) if group.role == "link" else _round(group)
        self._pens = [_cosmetic(halo, _RING_WIDTH + 3), _cosmetic(colour, _RING_WIDTH)]
        if dashed:
            self._pens[-1].setDashPattern([3, 2])
        self.setZValue(RING_LAYER)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def boundingRect(self) -> QRectF:
        return self._line.boundingRect().adjusted(-30, -30, 30, 30)  # cosmetic pens grow when zoomed out

    def shape(self) -> QPainterPath:
        return QPainterPath()  # never in the way of the mouse

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for pen in self._pens:
            painter.setPen(pen)
            painter.drawPath(self._line)


def _round(group: Group) -> QPainterPath:
    rect, line = qrect(group.box.grown(_RING_GAP)), QPainterPath()
    radius = min(16.0, rect.height() / 2)
    line.addRoundedRect(rect, radius, radius)
    return line


def _along(group: Group) -> QPainterPath:
    """The lines of a link: a box round them would lie across the words of what the link runs past."""
    line = QPainterPath()
    for shape in group.shapes:
        if isinstance(shape, Path) and shape.stroke:
            line.addPath(outline(shape.commands))
    return line


class Badge(QGraphicsItem):
    """A private mark outside the upper right corner of an item, amber with a lock; never part of a picture.

    It is as large at any zoom: 13 px letters, which the console promises for whatever it says itself. Where the board
    is shown so small that these would hide names, a `folded` badge is a small lock alone. It meets the box by a
    pixel or two at most, so it never lies on the item's own words; at the top of the surface it hangs below instead.
    With `warns` it begins with the sign that something was found about the item; without a text that is all of it.
    """

    _SIZE = 13
    _LOCK = 9.0
    _PAD = 3.0
    _FOLDED_LOCK = 7.0
    _FOLDED_PAD = 2.0
    _HIGH = 16.0
    _INTO = 2.0  # how far it reaches into the box: no more than the rim of an item
    _OUT = 7.0  # how far it stands out to the right
    _ROOM = 40.0  # stage pixels: what a badge needs above an item on a board that is shown small

    def __init__(self, box: Rect, text: str, *, warns: bool = False, folded: bool = False) -> None:
        super().__init__()
        self.warns = warns
        self._text = "" if folded else text
        self._icons = [*(["warning"] if warns else []), *(["lock"] if text else [])]
        self._font = stage_font(self._SIZE, bold=True)
        self._icon, self._pad = (self._FOLDED_LOCK, self._FOLDED_PAD) if folded else (self._LOCK, self._PAD)
        words = QFontMetricsF(self._font).horizontalAdvance(self._text)
        width = self._pad + len(self._icons) * (self._icon + self._pad) + (words + self._pad if words else 0)
        height = self._icon + 2 * self._pad if folded else self._HIGH
        below = box.y < self._ROOM
        self._rect = QRectF(self._OUT - width, -self._INTO if below else self._INTO - height, width, height)
        self.setPos(box.right, box.bottom if below else box.y)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        self.setZValue(BADGE_LAYER)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def area(self, zoom: float) -> QRectF:
        """What it takes of the surface, in stage pixels, where the board is shown at `zoom`."""
        size = self._rect.size() / zoom
        return QRectF(self.pos() + self._rect.topLeft() / zoom, size)

    def boundingRect(self) -> QRectF:
        return self._rect.adjusted(-2, -2, 2, 2)

    def shape(self) -> QPainterPath:
        return QPainterPath()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(AMBER), 1.2))
        painter.setBrush(QColor(AMBER_DEEP))
        painter.drawRoundedRect(self._rect, 3, 3)
        left, top = self._rect.left() + self._pad, self._rect.center().y() - self._icon / 2
        for name in self._icons:
            placed = QTransform().translate(left, top).scale(self._icon, self._icon)
            painter.fillPath(placed.map(outline(icon_path(name))), QColor(AMBER))
            left += self._icon + self._pad
        painter.setFont(self._font)
        painter.setPen(QColor(AMBER))
        words = QRectF(left, self._rect.top(), self._rect.right() - left, self._rect.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, self._text)


class Ghost(QGraphicsItem):
    """The dragged items as they were, half clear, moved with `setPos`."""

    def __init__(self, groups: Iterable[Group]) -> None:
        super().__init__()
        self._groups = tuple(groups)
        self._area = QRectF()
        for group in self._groups:
            self._area = self._area.united(prepared_group(group).extent)
        self.setOpacity(0.75)
        self.setZValue(GHOST_LAYER)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def boundingRect(self) -> QRectF:
        return self._area

    def shape(self) -> QPainterPath:
        return QPainterPath()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(self._area)
        for group in self._groups:
            paint_group(painter, group)


class Thread(QGraphicsItem):
    """The line of a link that is being drawn, from an item to the pointer."""

    def __init__(self, start: QPointF, colour: str) -> None:
        super().__init__()
        self._start, self._end = start, start
        self._pen = _cosmetic(colour, 3)
        self.setZValue(GHOST_LAYER)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def reach(self, end: QPointF) -> None:
        """Draw the line to this point."""
        self.prepareGeometryChange()
        self._end = end

    def boundingRect(self) -> QRectF:
        return QRectF(self._start, self._end).normalized().adjusted(-20, -20, 20, 20)

    def shape(self) -> QPainterPath:
        return QPainterPath()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._pen)
        painter.drawLine(self._start, self._end)


class Handle(QGraphicsItem):
    """The knob beside the one picked item, from which a link is dragged; 24 px wide at any zoom.

    It stands outside the box, to the right, or to the left where the surface ends.
    """

    REACH = 12.0
    _AWAY = 24.0  # stage pixels from the box to its middle: clear of the words also on a board that is shown small

    def __init__(self, box: Rect, colour: str, halo: str) -> None:
        super().__init__()
        right = box.right + self._AWAY
        self.setPos(right if right <= _SURFACE_WIDTH else box.x - self._AWAY, box.centre[1])
        self._colour, self._halo = QColor(colour), QColor(halo)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        self.setZValue(BADGE_LAYER)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def boundingRect(self) -> QRectF:
        return QRectF(-self.REACH, -self.REACH, 2 * self.REACH, 2 * self.REACH)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._halo, 2))
        painter.setBrush(self._colour)
        painter.drawEllipse(QPointF(0, 0), 8, 8)
        painter.setPen(QPen(self._halo, 2.4))
        painter.drawLine(QPointF(-4, 0), QPointF(4, 0))
        painter.drawLine(QPointF(0, -4), QPointF(0, 4))


def strengthened(group: Group) -> Group:
    """The group with stronger lines, for a tie that is lifted out of the others."""
    shapes = tuple(
        replace(shape, stroke_width=shape.stroke_width * 1.4 + 1.2, opacity=1)
        if isinstance(shape, Path) and shape.stroke and not shape.fill
        else shape
        for shape in group.shapes
    )
    return replace(group, shapes=shapes)


def _cosmetic(colour: str, width: float) -> QPen:
    pen = QPen(QColor(colour), width)
    pen.setCosmetic(True)
    return pen
