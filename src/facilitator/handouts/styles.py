"""How handouts look: paper, colours and text styles, in points (1/72 inch)."""

from dataclasses import dataclass, replace
from typing import Literal

from facilitator.content.theme import theme
from facilitator.handouts.paper import SIZES, Paper

SIDE = 54.0  # margins; the footer stands inside the lower one
TOP = 50.0
BOTTOM = 62.0
WIDE_SIDE, WIDE_TOP = 36.0, 40.0  # pictures and wide tables get more of a page on its side
EDGE = 0.12  # the share of a page, at its head and its foot, in which repeated lines are taken for page furniture
_REACH = 6.0  # how far less than a line of text may stand in it

INK = theme().ink
QUIET = theme().quiet
ACCENT = "#0B6E99"  # kickers, ticks
HEADING = "#0B4A66"
RULE = "#D9D4C9"
ROW_RULE = "#E5E1D9"
TINT = "#EDF3F5"  # table heads and boxes to write in
BOX_EDGE = "#8FA8B2"
FIELD_EDGE = "#64808C"  # boxes to type in: their edge is all that shows them
FIELD_PAPER = "#F7FAFB"
AMBER = "#F4B740"  # the band that marks what is private
OPEN = "#8A5200"  # what is still to be decided


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page upright or on its side (`wide`), with the frame inside its margins that text, tables and figures fill.

    The margins of a `deep` one hold all in which repeated lines are taken for page furniture, see `EDGE`.
    """

    paper: Paper
    wide: bool = False
    deep: bool = False

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the page."""
        width, height = SIZES[self.paper]
        return (height, width) if self.wide else (width, height)

    @property
    def side(self) -> float:
        """The margin left and right."""
        return WIDE_SIDE if self.wide else SIDE

    @property
    def frame_width(self) -> float:
        """The width of the frame."""
        return self.size[0] - 2 * self.side

    @property
    def frame_height(self) -> float:
        """The height of the frame."""
        return self.size[1] - self._deepened(WIDE_TOP if self.wide else TOP) - self.bottom

    @property
    def bottom(self) -> float:
        """The margin below the frame."""
        return self._deepened(BOTTOM)

    def _deepened(self, margin: float) -> float:
        return max(margin, EDGE * self.size[1] - _REACH) if self.deep else margin


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How text is set. `leading` goes from baseline to baseline, `before` and `after` are the space around."""

    size: float
    leading: float
    colour: str = INK
    bold: bool = False
    italic: bool = False
    before: float = 0
    after: float = 0
    align: Literal["start", "middle", "end"] = "start"


BODY = TextStyle(11, 15.5, after=6)
LEAD = TextStyle(12, 17, colour="#3A4651", after=10)
NOTE = TextStyle(9.5, 13, colour=QUIET, after=6)
LINK = TextStyle(11, 15.5, colour=ACCENT, after=6)
KICKER = TextStyle(9.5, 13, colour=ACCENT, bold=True, after=3)
TITLE = TextStyle(22, 27, bold=True, after=5)
SECTION = TextStyle(14.5, 18, colour=HEADING, bold=True, before=18, after=8)
SUBSECTION = TextStyle(11.5, 15, colour=HEADING, bold=True, before=12, after=4)
HEADINGS = (TITLE, SECTION, SUBSECTION)

CELL = TextStyle(10, 13.5)
CELL_HEAD = replace(CELL, bold=True)
CELL_NOTE = TextStyle(9, 12, colour=QUIET)
CELL_OPEN = replace(CELL, colour=OPEN, italic=True)
LEGEND = TextStyle(9, 11.5)
CODED = TextStyle(10, 13.5)
CODE = replace(CODED, colour=HEADING, bold=True)
SIGNED = TextStyle(11, 15.5, bold=True, after=4)
CARD_TITLE = TextStyle(13, 17, colour=HEADING, bold=True)
CARD_LINE = TextStyle(10.5, 14.5, colour="#3A4651")
CARD_LABEL = TextStyle(9, 12, colour=ACCENT, bold=True, after=2)
CARD_ITEM = TextStyle(10, 13.5)
EVIDENCE = TextStyle(10, 13.5, colour=QUIET)
ITEM = TextStyle(11, 14.5, bold=True)
FORM_TITLE = TextStyle(20, 26, bold=True)
ROW_TEXT = TextStyle(11, 13.5, bold=True)
ROW_NOTE = TextStyle(10, 12.5, colour="#3A4651")
ROW_CODE = TextStyle(10, 12, colour=QUIET, bold=True, align="middle")
FIELD_LABEL = TextStyle(10, 12, colour=QUIET, bold=True)
BOXED = TextStyle(10, 13, colour=INK)
PROMPT = replace(BOXED, colour=QUIET)
PROGRESS = TextStyle(10, 18, colour=QUIET, bold=True, align="end")

COVER_TITLE = TextStyle(32, 38, bold=True, after=10)
COVER_ORGANIZATION = TextStyle(15, 20, colour=QUIET, after=34)
COVER_PERSON = TextStyle(17, 23, bold=True, after=10)
CONTENTS_LINE = TextStyle(12, 17, bold=True)
CONTENTS_WITHIN = TextStyle(11, 15)
FOOTER = TextStyle(9, 12, colour=QUIET)
PRIVATE = TextStyle(11, 14, bold=True, align="middle")
