"""Paints the shapes of a picture with Qt. Shapes are prepared once, so that painting again is cheap."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPainterPath, QPen

from facilitator.content import typeface
from facilitator.domain.picture import (
    STAGE_HEIGHT,
    STAGE_WIDTH,
    Box,
    Group,
    Oval,
    Path,
    PathCommand,
    Picture,
    Rect,
    Shape,
    Text,
)
from facilitator.graphics.fonts import stage_font

SURFACE = QRectF(0, 0, STAGE_WIDTH, STAGE_HEIGHT)
"""The whole stage, in its own pixels."""

_NO_PEN = QPen(Qt.PenStyle.NoPen)
_NO_BRUSH = QBrush(Qt.BrushStyle.NoBrush)


@dataclass(frozen=True, slots=True)
class PreparedPath:
    """An outline with its pen and brush."""

    path: QPainterPath
    pen: QPen
    brush: QBrush
    opacity: float


@dataclass(frozen=True, slots=True)
class PreparedBox:
    """A rectangle, kept apart from paths because Qt fills it several times faster."""

    rect: QRectF
    radius: float
    pen: QPen
    brush: QBrush
    opacity: float


@dataclass(frozen=True, slots=True)
class PreparedLine:
    """A straight line: as a path it would take six times as long."""

    line: QLineF
    pen: QPen
    opacity: float


@dataclass(frozen=True, slots=True)
class PreparedText:
    """Lines with the left end of their baselines; `scale` makes up for sizes that are no whole pixels."""

    lines: tuple[tuple[QPointF, str], ...]
    font: QFont
    pen: QPen
    scale: float


Prepared = PreparedPath | PreparedBox | PreparedLine | PreparedText


def qrect(rect: Rect) -> QRectF:
    """The same rectangle for Qt."""
    return QRectF(rect.x, rect.y, rect.width, rect.height)


def prepared(shapes: Iterable[Shape]) -> tuple[Prepared, ...]:
    """The shapes in Qt's terms, in their order."""
    return tuple(_prepared(shape) for shape in shapes)


def paint(painter: QPainter, shapes: Sequence[Prepared]) -> None:
    """Paint prepared shapes; leaves pen, brush, font and opacity of the painter as the last shape needed them."""
    for shape in shapes:
        match shape:
            case PreparedBox(rect, radius, pen, brush, opacity):
                painter.setOpacity(opacity)
                painter.setPen(pen)
                painter.setBrush(brush)
                if radius:
                    painter.drawRoundedRect(rect, radius, radius)
                else:
                    painter.drawRect(rect)
            case PreparedPath(path, pen, brush, opacity):
                painter.setOpacity(opacity)
                painter.setPen(pen)
                painter.setBrush(brush)
                painter.drawPath(path)
            case PreparedLine(line, pen, opacity):
                painter.setOpacity(opacity)
                painter.setPen(pen)
                painter.drawLine(line)
            case PreparedText():
                _paint_text(painter, shape)
    painter.setOpacity(1)


class PicturePainter:
    """Paints pictures that follow one another; groups that stay are prepared only once."""

    def __init__(self) -> None:
        self._known: dict[Group, tuple[QRectF, tuple[Prepared, ...]]] = {}

    def paint(self, painter: QPainter, picture: Picture, area: QRectF = SURFACE) -> None:
        """Paint the groups of `picture` that reach into `area` (stage pixels), on whatever background is there.

        The painter's transformation takes stage pixels to its own.
        """
        self._known = {group: self._known.get(group) or self._made(group) for group in picture.groups}
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for group in picture.groups:
            reach, shapes = self._known[group]
            if reach.intersects(area):
                paint(painter, shapes)

    def changed(self, before: Picture, after: Picture) -> QRectF | None:
        """The part of the surface in which two pictures differ; None where nothing less than all is sure."""
        old, new = set(before.groups), set(after.groups)
        stayed = [group for group in before.groups if group in new]
        if before.background != after.background or stayed != [group for group in after.groups if group in old]:
            return None
        area = QRectF()
        for group in old ^ new:
            area = area.united(extent(group))
        return area

    def _made(self, group: Group) -> tuple[QRectF, tuple[Prepared, ...]]:
        return extent(group), prepared(group.shapes)


def baselines(text: Text) -> tuple[tuple[float, float, float], ...]:
    """For each line its left end, its baseline and its width, in stage pixels, as `domain.picture.Text` promises."""
    height, rise, fall = (measure(text.size) for measure in (typeface.line_height, typeface.ascent, typeface.descent))
    first = text.y + (height - rise - fall) / 2 + rise
    share = {"start": 0.0, "middle": 0.5, "end": 1.0}[text.anchor]
    placed = []
    for place, line in enumerate(text.lines):
        width = typeface.width(line, text.size, bold=text.bold, italic=text.italic)
        placed.append((text.x - share * width, first + place * height, width))
    return tuple(placed)


def extent(group: Group) -> QRectF:
    """All that painting a group may touch, strokes and texts included, in stage pixels."""
    area = qrect(group.box)
    for shape in group.shapes:
        area = area.united(_extent(shape))
    return area.adjusted(-1, -1, 1, 1)  # antialiasing reaches into the neighbouring pixel


def outline(commands: Iterable[PathCommand]) -> QPainterPath:
    """Path commands as a painter path, filled by the nonzero winding rule."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for command in commands:
        match command:
            case ("M", x, y):
                path.moveTo(x, y)
            case ("L", x, y):
                path.lineTo(x, y)
            case ("C", x1, y1, x2, y2, x, y):
                path.cubicTo(x1, y1, x2, y2, x, y)
            case _:
                path.closeSubpath()
    return path


def _prepared(shape: Shape) -> Prepared:
    match shape:
        case Box():
            pen = _pen(shape.stroke, shape.stroke_width, shape.dash)
            radius = min(shape.radius, shape.rect.width / 2, shape.rect.height / 2)
            return PreparedBox(qrect(shape.rect), radius, pen, _brush(shape.fill), shape.opacity)
        case Oval():
            path = QPainterPath()
            path.addEllipse(qrect(shape.rect))
            return PreparedPath(path, _pen(shape.stroke, shape.stroke_width), _brush(shape.fill), shape.opacity)
        case Path():
            pen = _pen(shape.stroke, shape.stroke_width, shape.dash)
            match shape.commands:
                case (("M", x1, y1), ("L", x2, y2)):
                    return PreparedLine(QLineF(x1, y1, x2, y2), pen, shape.opacity)
            return PreparedPath(outline(shape.commands), pen, _brush(shape.fill), shape.opacity)
        case Text():
            pixels = max(1, round(shape.size))
            scale = shape.size / pixels
            lines = tuple(
                (QPointF(left / scale, baseline / scale), line)
                for line, (left, baseline, _) in zip(shape.lines, baselines(shape), strict=True)
            )
            font = stage_font(pixels, bold=shape.bold, italic=shape.italic)
            return PreparedText(lines, font, QPen(QColor(shape.colour)), scale)


def _paint_text(painter: QPainter, text: PreparedText) -> None:
    painter.setFont(text.font)
    painter.setPen(text.pen)
    if text.scale == 1:
        for start, line in text.lines:
            painter.drawText(start, line)
        return
    painter.save()
    painter.scale(text.scale, text.scale)
    for start, line in text.lines:
        painter.drawText(start, line)
    painter.restore()


def _pen(stroke: str | None, width: float, dash: tuple[float, ...] = ()) -> QPen:
    if stroke is None or width <= 0:
        return _NO_PEN
    pen = QPen(QColor(stroke), width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)  # round caps make long lines six times dearer
    if dash:  # Qt counts dashes in pen widths, pictures in pixels; an odd pattern repeats itself as in SVG
        pattern = dash if len(dash) % 2 == 0 else dash * 2
        pen.setDashPattern([length / width for length in pattern])
    return pen


def _brush(fill: str | None) -> QBrush:
    return _NO_BRUSH if fill is None else QBrush(QColor(fill))


def _extent(shape: Shape) -> QRectF:
    match shape:
        case Box() | Oval():
            reach = shape.stroke_width / 2 if shape.stroke else 0.0
            return qrect(shape.rect).adjusted(-reach, -reach, reach, reach)
        case Path():
            reach = shape.stroke_width / 2 if shape.stroke else 0.0
            return outline(shape.commands).controlPointRect().adjusted(-reach, -reach, reach, reach)
        case Text():
            area = QRectF()
            for left, baseline, width in baselines(shape):
                # A fallback face may rise and fall further than the house face: half a line more covers all three.
                area = area.united(QRectF(left, baseline - 1.3 * shape.size, width, 1.8 * shape.size))
            return area
