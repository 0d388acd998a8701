"""A board's picture on paper: the very shapes of the stage, as vectors, its text as real text."""

import dataclasses

from reportlab.lib.colors import HexColor

from facilitator.content import typeface
from facilitator.domain.picture import STAGE_HEIGHT, STAGE_WIDTH, Box, Oval, Path, Picture, Rect, Shape, Text
from facilitator.handouts import text as words_of_people
from facilitator.handouts.blocks import draw_line
from facilitator.handouts.styles import RULE, TextStyle
from facilitator.handouts.tagging import Node, Piece

_CORNER = 5.0
_HIGHEST = 640.0  # fits both papers under a heading
_NONZERO = 1  # ReportLab's number for the winding rule that icons are drawn for


class FigureBlock(Piece):
    """A picture `width` points wide in a hairline frame with round corners; nothing is drawn outside of it.

    `part` is what of the stage is shown, in stage pixels (by default all). `alt` is read in place of the picture.
    It keeps its proportions; what would be higher than a page gets smaller.
    """

    def __init__(self, picture: Picture, width: float, alt: str, part: Rect | None = None) -> None:
        super().__init__(before=4, after=10)
        self.picture = picture
        self.part = part or Rect(0, 0, STAGE_WIDTH, STAGE_HEIGHT)
        self._wished = min(width, _HIGHEST * self.part.width / self.part.height)
        self._node = Node("Figure", alt=words_of_people.plain(alt))
        if not self._node.alt:
            raise ValueError("a figure needs a text alternative")

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """The wished width, as far as the frame has it."""
        self.width = min(self._wished, available_width)
        self.height = self.height_for(available_width)
        return self.width, self.height

    def height_for(self, width: float) -> float:
        """As high as its proportions ask for."""
        return min(self._wished, width) * self.part.height / self.part.width

    def draw(self) -> None:
        """Frame, background, then group by group, all of it one figure."""
        canvas = self.canv
        left, bottom = canvas.absolutePosition(0, 0)
        self._node.box = (left, bottom, left + self.width, bottom + self.height)
        with canvas.mark(self._node):
            canvas.saveState()
            frame = canvas.beginPath()
            frame.roundRect(0, 0, self.width, self.height, _CORNER)
            canvas.clipPath(frame, stroke=0, fill=0)
            canvas.setFillColor(HexColor(self.picture.background))
            canvas.rect(0, 0, self.width, self.height, stroke=0, fill=1)
            scale = self.width / self.part.width
            canvas.scale(scale, scale)
            canvas.translate(-self.part.x, self.part.y + self.part.height)  # the stage's top left corner
            for group in self.picture.groups:
                for shape in group.shapes:
                    self._draw_shape(shape)
            canvas.restoreState()
            canvas.setStrokeColor(HexColor(RULE))
            canvas.setLineWidth(0.8)
            canvas.roundRect(0, 0, self.width, self.height, _CORNER, stroke=1, fill=0)

    def _draw_shape(self, shape: Shape) -> None:
        """One shape; on paper y goes up, so that every y is negative from the stage's top left corner."""
        if isinstance(shape, Text):
            self._draw_text(shape)
            return
        canvas = self.canv
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
                self._draw_path(shape, painted)
        canvas.restoreState()

    def _draw_path(self, shape: Path, painted: dict[str, int]) -> None:
        outline = self.canv.beginPath()
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
        self.canv.setLineCap(1)
        self.canv.setLineJoin(1)
        self.canv.drawPath(outline, fillMode=_NONZERO, **painted)

    def _draw_text(self, shape: Text) -> None:
        size = shape.size
        style = TextStyle(size, typeface.line_height(size), shape.colour, shape.bold, shape.italic)
        ascent, descent = typeface.ascent(size), typeface.descent(size)
        baseline = shape.y + (style.leading - ascent - descent) / 2 + ascent
        self.canv.setFillColor(HexColor(shape.colour))
        for line in shape.lines:
            wide = typeface.width(line, size, bold=shape.bold, italic=shape.italic)
            shown = words_of_people.drawable(line)
            now = typeface.width(shown, size, bold=shape.bold, italic=shape.italic)
            line_style = style if now <= wide else dataclasses.replace(style, size=size * wide / now)
            wide = min(now, wide)
            left = shape.x - {"start": 0.0, "middle": wide / 2, "end": wide}[shape.anchor]
            draw_line(self.canv, shown, line_style, left, -baseline)
            baseline += style.leading
