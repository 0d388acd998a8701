"""The client's logo on a cover."""

import io

from reportlab.lib.utils import ImageReader

from facilitator.handouts import text as words_of_people
from facilitator.handouts.piece import Piece
from facilitator.handouts.tagging import Node

WIDEST, HIGHEST = 216.0, 86.0  # points: three inches by little more than one


class LogoBlock(Piece):
    """A picture, given as the bytes of a PNG, at the left, at most so wide and high; `alt` is read in its place."""

    def __init__(self, logo: bytes, alt: str, widest: float = WIDEST, highest: float = HIGHEST) -> None:
        super().__init__(before=0, after=0)
        self._picture = ImageReader(io.BytesIO(logo))
        across, down = self._picture.getSize()
        scale = min(widest / across, highest / down)
        self._wide: float = across * scale
        self._high: float = down * scale
        self._node = Node("Figure", alt=words_of_people.plain(alt))
        if not self._node.alt:
            raise ValueError("a logo needs a text alternative")

    @property
    def wide(self) -> float:
        """How wide it is drawn."""
        return self._wide

    def height_for(self, width: float) -> float:
        """As high as it is."""
        return self._high

    def draw(self) -> None:
        """The picture, tagged as a figure."""
        left, bottom = self.canv.absolutePosition(0, 0)
        self._node.box = (left, bottom, left + self._wide, bottom + self._high)
        with self.canv.mark(self._node):
            self.canv.drawImage(self._picture, 0, 0, self._wide, self._high)
