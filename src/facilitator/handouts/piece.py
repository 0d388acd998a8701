"""Piece: a part of a page, the base of all that stands on pages of handouts."""

import copy
from abc import ABC, abstractmethod
from typing import Self

from reportlab.platypus import Flowable

from facilitator.handouts.tagging import TaggedCanvas


class Piece(Flowable, ABC):  # type: ignore[misc]  # ReportLab publishes no types
    """A part of a page that stacks below others; the base of all that this package draws.

    `width` and `height` hold after `wrap`. `spaceBefore` and `spaceAfter` are in points.
    """

    canv: TaggedCanvas
    width: float
    height: float
    spaceBefore: float
    spaceAfter: float
    stays_with_next = False
    """Whether it never stands at the foot of a page without the least of what follows."""

    def __init__(self, before: float = 0, after: float = 0) -> None:
        super().__init__()
        self.spaceBefore, self.spaceAfter = before, after

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Fill the width; how high that is decides `height_for`."""
        self.width = available_width
        self.height = self.height_for(available_width)
        return self.width, self.height

    @abstractmethod
    def height_for(self, width: float) -> float:
        """How high this is when it is `width` points wide."""

    def least_height(self, width: float) -> float:
        """The least of it that may stand at the foot of a page under its heading."""
        return self.height_for(width)

    def copied(self) -> Self:
        """A copy for one half of a split, without ReportLab's note that the whole had to wait for a page."""
        half = copy.copy(self)
        half.__dict__.pop("_postponed", None)
        return half

    @abstractmethod
    def draw(self) -> None:
        """Draw with the origin at the lower left corner."""
