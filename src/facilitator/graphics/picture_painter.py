"""Paints the shapes of a picture with Qt. Shapes are prepared once, so that painting again is cheap."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import cast

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

_THIN = 2.0
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
    """A straight, opaque line: as a path it would take six times as long."""

    line: QLineF
    pen: QPen


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
    return tuple(_prepared(part) for shape in shapes for part in _parts(shape))


def paint(painter: QPainter, shapes: Sequence[Prepared]) -> None:
    """Paint prepared shapes; leaves pen, brush and font of the painter as the last shape needed them."""
    for shape in shapes:
        kind = type(shape)  # told apart by type because this runs for every shape of every frame
        if kind is PreparedText:
            _paint_text(painter, cast(PreparedText, shape))
        elif kind is PreparedLine:
            line = cast(PreparedLine, shape)
            painter.setPen(line.pen)
            painter.drawLine(line.line)
        else:
            _paint_area(painter, cast("PreparedBox | PreparedPath", shape))


def _paint_area(painter: QPainter, shape: PreparedBox | PreparedPath) -> None:
    clear = shape.opacity < 1
    if clear:
        before = painter.opacity()
        painter.setOpacity(before * shape.opacity)
    painter.setPen(shape.pen)
    painter.setBrush(shape.brush)
    if isinstance(shape, PreparedPath):
        painter.drawPath(shape.path)
    elif shape.radius:
        painter.drawRoundedRect(shape.rect, shape.radius, shape.radius)
    else:
        painter.drawRect(shape.rect)
    if clear:
        painter.setOpacity(before)


@dataclass(frozen=True, slots=True)
class PreparedGroup:
    """A group ready to be painted; `extent` is all that painting it may touch, in stage pixels."""

    extent: QRectF
    shapes: tuple[Prepared, ...]


@lru_cache(maxsize=8192)
def prepared_group(group: Group) -> PreparedGroup:
    """The group in Qt's terms; one that stage, preview and canvas all show is prepared once."""
    return PreparedGroup(extent(group), prepared(group.shapes))


def paint_group(painter: QPainter, group: Group) -> None:
    """Paint one group in stage pixels of the painter's present transformation."""
    paint(painter, prepared_group(group).shapes)


def changed_groups(before: Picture, after: Picture) -> set[Group] | None:
    """The groups that only one of two pictures has; None where more than groups differs, so that all is new."""
    old, new = set(before.groups), set(after.groups)
    stayed = [group for group in before.groups if group in new]
    if before.background != after.background or stayed != [group for group in after.groups if group in old]:
        return None
    return old ^ new


def baselines(text: Text) -> tuple[tuple[float, float, float], ...]:
    """For each line its left end, its baseline and its width, in stage pixels, as `domain.picture.Text` promises."""
    height, first = typeface.line_height(text.size), text.y + typeface.baseline(text.size)
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


def _parts(shape: Shape) -> Iterator[Shape]:
    """A net of lines in one path takes Qt six times as long as its lines one by one, which look the same.

    Open lines up to _THIN pixels wide are taken apart at their corners too: nobody can see that a joint is missing.
    """
    if not isinstance(shape, Path) or shape.fill or shape.dash or shape.opacity < 1:
        yield shape
        return
    lines: list[list[PathCommand]] = []
    for command in shape.commands:
        if command[0] == "M":
            lines.append([])
        lines[-1].append(command)
    for line in lines:
        if shape.stroke_width > _THIN or line[-1][0] == "Z":
            yield replace(shape, commands=tuple(line))
            continue
        for before, command in pairwise(line):
            x, y = _end(before)
            yield replace(shape, commands=(("M", x, y), command))


def _end(command: PathCommand) -> tuple[float, float]:
    match command:
        case ("M", x, y) | ("L", x, y) | ("C", _, _, _, _, x, y):
            return x, y
    raise ValueError("a line can't go on after Z")


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
                case (("M", x1, y1), ("L", x2, y2)) if shape.opacity == 1:
                    return PreparedLine(QLineF(x1, y1, x2, y2), pen)
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
