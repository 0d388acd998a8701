"""A board's picture on paper: the very shapes of the stage, as vectors, its text as real text."""

from reportlab.lib.colors import HexColor

from facilitator.domain.picture import STAGE_HEIGHT, STAGE_WIDTH, Picture, Rect
from facilitator.handouts import text as words_of_people
from facilitator.handouts.legends import LegendBlock
from facilitator.handouts.piece import Piece
from facilitator.handouts.shapes import draw_shapes
from facilitator.handouts.styles import RULE
from facilitator.handouts.tagging import Node

_CORNER = 5.0
_HIGHEST = 640.0  # fits both papers under a heading
_LEAST = 180.0  # a large figure that would be lower rather begins a new page


class FigureBlock(Piece):
    """A picture `width` points wide in a hairline frame with round corners; nothing is drawn outside of it.

    `part` is what of the stage is shown, in stage pixels (by default all). `alt` is read in place of the picture.
    It keeps its proportions; what would be higher than a page gets smaller.
    """

    def __init__(self, picture: Picture, width: float, alt: str, part: Rect | None = None) -> None:
        super().__init__(before=4, after=10)
        self.picture = picture
        self.part = part or Rect(0, 0, STAGE_WIDTH, STAGE_HEIGHT)
        self._wished = min(width, _HIGHEST * self._proportion)
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
        return min(self._wished, width) / self._proportion

    def fit(self, width: float, height: float) -> None:
        """Take as much of `width` and `height` points as its proportions allow."""
        self.width = min(width, height * self._proportion)
        self.height = self.width / self._proportion

    @property
    def _proportion(self) -> float:
        return self.part.width / self.part.height

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
                draw_shapes(canvas, group.shapes)
            canvas.restoreState()
            canvas.setStrokeColor(HexColor(RULE))
            canvas.setLineWidth(0.8)
            canvas.roundRect(0, 0, self.width, self.height, _CORNER, stroke=1, fill=0)


class LargeFigure(Piece):
    """A picture as large as the rest of its page allows, in the middle, and its legend below it on the same page."""

    def __init__(self, picture: Picture, alt: str, part: Rect | None, legend: LegendBlock) -> None:
        super().__init__(before=4, after=0)
        self._figure = FigureBlock(picture, STAGE_WIDTH, alt, part)
        self._legend = legend

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """As wide as the frame where it is high enough."""
        self.width = available_width
        below = self._below(available_width)
        room = max(available_height - below, _LEAST)
        self._figure.fit(available_width, room)
        self.height = self._figure.height + below
        return self.width, self.height

    def height_for(self, width: float) -> float:
        """The least that it takes."""
        return _LEAST + self._below(width)

    def draw(self) -> None:
        """The picture, then its legend."""
        figure, canvas = self._figure, self.canv
        canvas.saveState()
        canvas.translate((self.width - figure.width) / 2, self.height - figure.height)
        figure.canv = canvas
        figure.draw()
        canvas.restoreState()
        canvas.saveState()
        self._legend.canv = canvas
        self._legend.wrap(self.width, self.height)
        self._legend.draw()
        canvas.restoreState()

    def _below(self, width: float) -> float:
        high = self._legend.height_for(width)
        return high + self._legend.spaceBefore if high else 0.0
