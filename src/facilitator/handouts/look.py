"""Look: the client's colour and logo on paper. Words keep the contrast that they need, whatever the colour."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from facilitator.content.theme import contrast, mixed
from facilitator.handouts.styles import ACCENT, HEADING, INK, TINT

SMALL_WORDS, HEADINGS = 4.5, 7.0
"""The contrast of small words and of headings with the paper at least, as a WCAG 2 ratio."""

_STEPS = 20
_PAPERS = ("#FFFFFF", TINT)  # what words stand on


@dataclass(frozen=True)
class Look:
    """`colour` is "#rrggbb", "" for the house's; `logo` the bytes of a picture, b"" for none, read as `logo_text`."""

    colour: str = ""
    logo: bytes = b""
    logo_text: str = ""

    @cached_property
    def words(self) -> str:
        """The colour for small words: the client's with as much ink as its contrast lacks."""
        return inked(self.colour, SMALL_WORDS) if self.colour else ACCENT

    @cached_property
    def headings(self) -> str:
        """The colour for headings."""
        return inked(self.colour, HEADINGS) if self.colour else HEADING

    @cached_property
    def inks(self) -> Mapping[str, str]:
        """What the house's colours for words and headings become."""
        return {ACCENT: self.words, HEADING: self.headings}


HOUSE = Look()
"""No client's look."""


def inked(colour: str, least: float) -> str:
    """The colour with as little ink mixed in as brings its contrast with every paper to `least`."""
    tried = (mixed(colour, share / _STEPS, INK) for share in range(_STEPS, 0, -1))
    return next((each for each in tried if min(contrast(each, paper) for paper in _PAPERS) >= least), INK)
