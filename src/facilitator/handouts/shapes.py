"""Shapes of a picture on paper: vectors, their text as real text."""

import dataclasses
from collections.abc import Iterable

from reportlab.lib.colors import HexColor

from facilitator.content import typeface
from facilitator.domain.picture import Box, Oval, Path, Shape, Text
from facilitator.handouts import text as words_of_people
from facilitator.handouts.blocks import draw_line
from facilitator.handouts.styles import TextStyle
from facilitator.handouts.tagging import TaggedCanvas

_NONZERO = 1  # ReportLab's number for the winding rule that icons are drawn for


def draw_shapes(canvas: TaggedCanvas, shapes: Iterable[Shape]) -> None:
    """Draw in stage pixels, the origin at the stage's top left corner, inside what is being marked."""
    for shape in shapes:
        _draw_shape(canvas, shape)


def _draw_shape(canvas: TaggedCanvas, shape: Shape) -> None:
    """One shape; on paper y goes up, so that every y is negative from the stage's top left corner."""
    if isinstance(shape, Text):
        _draw_text(canvas, shape)
        return
    canvas.saveState()
    if shape.fill:
        canvas.setFillColor(HexColor(shape.fill), alpha=shape.opacity)
    if shape.stroke:
        canvas.setStrokeColor(HexColor(shape.stroke), alpha=shape.opacity)
        canvas.setLineWidth(shape.stroke_width)
    if not isinstance(shape, Oval) and shape.dash:
        canvas.setDash(list(shape.dash))
    painted = {"stroke": int(bool(shape.stroke)), "fill": int(bool(shape.fill))}
    match shape:
        case Box(rect=rect, radius=radius):
            radius = min(radius, rect.width / 2, rect.height / 2)
            canvas.roundRect(rect.x, -rect.bottom, rect.width, rect.height, radius, **painted)
        case Oval(rect=rect):
            canvas.ellipse(rect.x, -rect.bottom, rect.right, -rect.y, **painted)
        case Path():
            _draw_path(canvas, shape, painted)
    canvas.restoreState()


def _draw_path(canvas: TaggedCanvas, shape: Path, painted: dict[str, int]) -> None:
    outline = canvas.beginPath()
    for command in shape.commands:
        match command:
            case ("M", x, y):
                outline.moveTo(x, -y)
            case ("L", x, y):
                outline.lineTo(x, -y)
            case ("C", x1, y1, x2, y2, x, y):
                outline.curveTo(x1, -y1, x2, -y2, x, -y)
            case ("Z",):
                outline.close()
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    canvas.drawPath(outline, fillMode=_NONZERO, **painted)


def _draw_text(canvas: TaggedCanvas, shape: Text) -> None:
    size = shape.size
    style = TextStyle(size, typeface.line_height(size), shape.colour, shape.bold, shape.italic)
    ascent, descent = typeface.ascent(size), typeface.descent(size)
    baseline = shape.y + (style.leading - ascent - descent) / 2 + ascent
    canvas.setFillColor(HexColor(shape.colour))
    for line in shape.lines:
        wide = typeface.width(line, size, bold=shape.bold, italic=shape.italic)
        shown = words_of_people.drawable(line)
        now = typeface.width(shown, size, bold=shape.bold, italic=shape.italic)
        line_style = style if now <= wide else dataclasses.replace(style, size=size * wide / now)
        wide = min(now, wide)
        left = shape.x - {"start": 0.0, "middle": wide / 2, "end": wide}[shape.anchor]
        draw_line(canvas, shown, line_style, left, -baseline)
        baseline += style.leading
