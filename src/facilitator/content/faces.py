"""The typefaces that ship with the app, and how far each of their characters goes: without Qt.

Who draws with Qt sets the families of FACES in their order, no hinting and no kerning; kerned text comes out a little
narrower than measured.
"""

import json
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Any

from facilitator.content.resources import resource

EM = 1000
_EMOJI = 1400  # what the systems' own emoji fonts need at most (Segoe UI Emoji: 1.37 em)


@dataclass(frozen=True, slots=True)
class Face:
    """A family and its files in `resources/fonts`; where it has no italics, the upright file stands in."""

    family: str
    regular: str
    bold: str
    italic: str
    bold_italic: str

    def file(self, *, bold: bool = False, italic: bool = False) -> str:
        """The file name of a style."""
        if italic:
            return self.bold_italic if bold else self.italic
        return self.bold if bold else self.regular


FACES = (
    Face(
        "Atkinson Hyperlegible Next",
        "AtkinsonHyperlegibleNext-Regular.ttf",
        "AtkinsonHyperlegibleNext-Bold.ttf",
        "AtkinsonHyperlegibleNext-Italic.ttf",
        "AtkinsonHyperlegibleNext-BoldItalic.ttf",
    ),
    Face(
        "Facilitator Fallback Sans",
        "FacilitatorFallbackSans-Regular.ttf",
        "FacilitatorFallbackSans-Bold.ttf",
        "FacilitatorFallbackSans-Regular.ttf",
        "FacilitatorFallbackSans-Bold.ttf",
    ),
    Face(
        "Noto Sans Canadian Aboriginal",
        "NotoSansCanadianAboriginal-Regular.ttf",
        "NotoSansCanadianAboriginal-Bold.ttf",
        "NotoSansCanadianAboriginal-Regular.ttf",
        "NotoSansCanadianAboriginal-Bold.ttf",
    ),
)
"""The house face, then those that stand in, in this order and character by character, for what it lacks."""


@cache
def _metrics() -> dict[str, dict[str, Any]]:
    text = resource("fonts", "metrics.json").read_text(encoding="utf-8")
    metrics: dict[str, dict[str, Any]] = json.loads(text)
    return metrics


@cache
def drawn_by(file: str) -> dict[str, int]:
    """The advance of each character that a font file draws, in thousandths of an em."""
    return {
        chr(first + place): advance
        for first, *advances in _metrics()[file]["advances"]
        for place, advance in enumerate(advances)
    }


class Advances(dict[str, int]):
    """The advance of every character in one style, in thousandths of an em; looked up once, then a plain dict.

    Each character counts with the first of FACES that has it, for what no face has see `typeface.width`.
    """

    def __init__(self, bold: bool, italic: bool) -> None:
        super().__init__()
        self._files = [drawn_by(face.file(bold=bold, italic=italic)) for face in FACES]

    def __missing__(self, char: str) -> int:
        self[char] = advance = self._find(char)
        return advance

    def _find(self, char: str) -> int:
        category = unicodedata.category(char)
        if char == "\N{VARIATION SELECTOR-16}":  # asks for the emoji form of the character before it
            return EM
        if category in ("Mn", "Me", "Cf"):
            return 0
        for drawn in self._files:
            if char in drawn:
                return drawn[char]
        return _EMOJI if category in ("So", "Sk", "Cn") else EM


@cache
def advances_of(*, bold: bool = False, italic: bool = False) -> Advances:
    """The advances of one style."""
    return Advances(bold, italic)


def measure_of(file: str, measure: str) -> int:
    """How far a font file's letters reach in thousandths of an em: "ascent", "descent", "x_height", "cap_height"."""
    number: int = _metrics()[file][measure]
    return number


def face_for(char: str) -> Face | None:
    """The first of FACES that has a character; None when none has."""
    return next((face for face in FACES if char in drawn_by(face.regular)), None)
