"""What of the stage the columns of a value board have: their places, their heads, and the bands above and below."""

from dataclasses import dataclass

from facilitator.boards.drawing import HEADER
from facilitator.content.typeface import line_height
from facilitator.domain.picture import STAGE_HEIGHT, STAGE_WIDTH, Rect

SIDE = 40.0
RULE_HEIGHT = 4.0
HEADINGS = (34.0, 32.0, 30.0, 28.0, 26.0, 24.0, 22.0, 20.0)
"""The sizes that the names of columns may have: the largest at which all of them fit."""

CLOSE_HEADING = 30.0
"""The largest size in a close frame."""

SUBTITLE = 20.0
TEST_HEIGHT = 44.0
_BESIDE = {4: 80.0, 5: 64.0}
_LEGEND_HEIGHT = 26.0
_BOTTOM = STAGE_HEIGHT - 22.0


@dataclass(frozen=True, slots=True)
class Frame:
    """Where columns stand: the left edges and the width of all, and how far from `cards_top` down cards may go.

    In a `close` frame columns have no subtitles, so that more cards have room. `test` is the line below the header
    for the public value test, `strips` the band for what stands in strips, `legend` the line at the foot for what
    kinds of lines mean; each None where there is none.
    """

    lefts: tuple[float, ...]
    width: float
    close: bool
    heading_top: float
    rule_top: float
    cards_top: float
    cards_bottom: float
    test: Rect | None
    strips: Rect | None
    legend: Rect | None

    @property
    def subtitle_top(self) -> float:
        """The top of the subtitles of columns."""
        return self.heading_top + 42

    def area(self, place: int) -> Rect:
        """Where the cards of the column at this place, from 0, may stand."""
        return Rect(self.lefts[place], self.cards_top, self.width, self.cards_bottom - self.cards_top)

    def nearest(self, x: float) -> int:
        """The place of the column nearest to x."""
        return min(range(len(self.lefts)), key=lambda place: abs(self.lefts[place] + self.width / 2 - x))


def frame_of(columns: int, *, close: bool, test: bool, legend: bool, strips: float, legend_size: float) -> Frame:
    """The frame of so many columns, with room for a test and a legend, and a band of strips so high, 0 for none.

    `legend_size` is that of the legend's letters.
    """
    beside = _BESIDE.get(columns, 56.0)
    width = (STAGE_WIDTH - 2 * SIDE - (columns - 1) * beside) / columns
    lefts = tuple(SIDE + place * (width + beside) for place in range(columns))
    top = HEADER.bottom + (TEST_HEIGHT if test else 0)
    heading_top = top + (8 if close else 24)
    rule_top = heading_top + (line_height(CLOSE_HEADING) if close else 76)
    cards_top = rule_top + RULE_HEIGHT + (10 if close else 26)
    wide = STAGE_WIDTH - 2 * SIDE
    bottom = _BOTTOM
    legend_box = None
    if legend:
        high = max(_LEGEND_HEIGHT, line_height(legend_size) + 2)
        legend_box = Rect(SIDE, STAGE_HEIGHT - high - 4, wide, high)
        bottom = legend_box.y - 4
    strips_box = None
    if strips:
        strips_box = Rect(SIDE, bottom - strips, wide, strips)
        bottom = strips_box.y - 16
    test_box = Rect(SIDE, HEADER.bottom, wide, TEST_HEIGHT) if test else None
    return Frame(lefts, width, close, heading_top, rule_top, cards_top, bottom, test_box, strips_box, legend_box)
