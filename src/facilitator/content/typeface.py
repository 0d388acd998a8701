"""The typefaces that ship with the app, and how wide text is in them: without Qt, alike on every machine.

Sizes and results share one unit: pixels on the stage, points on paper. Who draws with Qt sets the families of
FACES in their order, no hinting and no kerning; kerned text comes out a little narrower than measured.
"""

import json
import math
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, NamedTuple

from facilitator.content.resources import resource


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

LINE_HEIGHT = 1.2
_EM = 1000
_EMOJI = 1400  # what the systems' own emoji fonts need at most (Segoe UI Emoji: 1.37 em)
_ELLIPSIS = "…"

_SPACES = re.compile(r"[^\S\u00a0\u2007\u202f]+")  # no-break spaces are no place to break

# At a space, but neither before high punctuation, as in French, nor after an opening guillemet; and after a
# hyphen, dash or slash between words (not in e-mail, A/B, COVID-19, 613-555-0123).
_BREAK = re.compile(r"(?<!«) (?![:;!?»%](?: |$))|(?<=\w\w[-‐–—/])(?=[^\W\d_]{2})")


@cache
def _metrics() -> dict[str, dict[str, Any]]:
    text = resource("fonts", "metrics.json").read_text(encoding="utf-8")
    metrics: dict[str, dict[str, Any]] = json.loads(text)
    return metrics


@cache
def _drawn(file: str) -> dict[str, int]:
    """The advance of each character that a font file draws."""
    return {
        chr(first + place): advance
        for first, *advances in _metrics()[file]["advances"]
        for place, advance in enumerate(advances)
    }


class _Advances(dict[str, int]):
    """The advance of every character in one style; looked up once, then a plain dict."""

    def __init__(self, bold: bool, italic: bool) -> None:
        super().__init__()
        self._files = [_drawn(face.file(bold=bold, italic=italic)) for face in FACES]

    def __missing__(self, char: str) -> int:
        self[char] = advance = self._find(char)
        return advance

    def _find(self, char: str) -> int:
        category = unicodedata.category(char)
        if char == "\N{VARIATION SELECTOR-16}":  # asks for the emoji form of the character before it
            return _EM
        if category in ("Mn", "Me", "Cf"):
            return 0
        for drawn in self._files:
            if char in drawn:
                return drawn[char]
        return _EMOJI if category in ("So", "Sk", "Cn") else _EM


@cache
def _advances(bold: bool, italic: bool) -> _Advances:
    return _Advances(bold, italic)


def width(text: str, size: float, *, bold: bool = False, italic: bool = False) -> float:
    """How wide one line of `text` is at most, in the unit of `size`.

    Each character counts with the first of FACES that has it; combining marks, joiners and other invisible
    characters count nothing; a character that no face has counts 1 em, an emoji 1.4 em.
    """
    return sum(map(_advances(bold, italic).__getitem__, text)) * size / _EM


def face_for(char: str) -> Face | None:
    """The first of FACES that has a character; None when none has."""
    return next((face for face in FACES if char in _drawn(face.regular)), None)


def line_height(size: float) -> float:
    """From baseline to baseline."""
    return LINE_HEIGHT * size


def ascent(size: float) -> float:
    """From the baseline up to the top of the tallest letters of the house face, accents included."""
    return _house("ascent") * size / _EM


def descent(size: float) -> float:
    """From the baseline down to the foot of the deepest letters of the house face; positive."""
    return _house("descent") * size / _EM


def baseline(size: float) -> float:
    """From the top of a line down to its baseline: what a line is higher than its letters stands half above them."""
    return (line_height(size) - ascent(size) - descent(size)) / 2 + ascent(size)


def x_height(size: float) -> float:
    """The height of a small x of the house face."""
    return _house("x_height") * size / _EM


def cap_height(size: float) -> float:
    """The height of a capital H of the house face."""
    return _house("cap_height") * size / _EM


def _house(measure: str) -> int:
    number: int = _metrics()[FACES[0].regular][measure]
    return number


class _Piece(NamedTuple):
    """Text that stays together, and the space (or "") before the next piece; widths in 1/1000 em."""

    text: str
    glue: str
    width: int
    glue_width: int


@lru_cache(maxsize=8192)
def wrap(
    text: str,
    size: float,
    max_width: float,
    *,
    bold: bool = False,
    italic: bool = False,
    max_lines: int | None = None,
) -> tuple[str, ...]:
    """`text` in the least number of lines that fit `max_width`, and with the narrowest widest line of these.

    Breaks at spaces (a run of them counts as one) and after hyphens, dashes and slashes between words; a word
    wider than `max_width` is broken between characters. No line is empty, and none is wider than `max_width`
    unless a single character is. Blank text gives no lines. With `max_lines`, what is over is cut and the
    last line ends with "…". Raises ValueError when `size` is not above 0 or `max_lines` is below 1.
    """
    if not size > 0 or (max_lines is not None and max_lines < 1):
        raise ValueError(f"Text can't be wrapped at size {size} to {max_lines} lines.")
    advances = _advances(bold, italic)
    limit = _limit(size, max_width)
    pieces = list(_fitting(_pieces(_SPACES.sub(" ", text).strip(), advances), limit, advances))
    lines = _balanced(pieces, limit)
    if max_lines is not None and len(lines) > max_lines:
        lines = _filled(pieces, limit)
        rest = [piece for line in lines[max_lines - 1 :] for piece in line]
        return (*map(_joined, lines[: max_lines - 1]), _cut(_joined(rest), limit, advances))
    return tuple(map(_joined, lines))


def _limit(size: float, max_width: float) -> int:
    """The most thousandths of an em whose `width` is within `max_width`."""
    limit = math.floor(min(max(max_width * _EM / size, 0), 1e12))
    while limit > 0 and limit * size / _EM > max_width:
        limit -= 1
    while limit < 1e12 and (limit + 1) * size / _EM <= max_width:
        limit += 1
    return limit


def _pieces(text: str, advances: _Advances) -> Iterator[_Piece]:
    gaps = [(gap.start(), gap.group()) for gap in _BREAK.finditer(text)]
    start = 0
    for end, glue in [*gaps, (len(text), "")]:
        if text[start:end].strip():
            yield _piece(text[start:end], glue, advances)
        start = end + len(glue)


def _piece(text: str, glue: str, advances: _Advances) -> _Piece:
    return _Piece(text, glue, sum(map(advances.__getitem__, text)), sum(map(advances.__getitem__, glue)))


def _fitting(pieces: Iterable[_Piece], limit: int, advances: _Advances) -> Iterator[_Piece]:
    """The pieces; those wider than the limit in parts of about one width, broken between characters."""
    for piece in pieces:
        if piece.width <= limit:
            yield piece
        elif " " in piece.text:  # rather this than breaking a word
            *words, last = piece.text.split(" ")
            parts = [*(_piece(word, " ", advances) for word in words), _piece(last, piece.glue, advances)]
            yield from _fitting(parts, limit, advances)
        else:
            characters = [_piece(character, "", advances) for character in _characters(piece.text)]
            *lines, last = filter(None, map(_joined, _balanced(characters, limit)))
            yield from (_piece(line, "", advances) for line in lines)
            yield _piece(last, piece.glue, advances)


def _characters(text: str) -> list[str]:
    """`text` in characters as readers see them: marks, joiners and what they join stay with their base."""
    characters: list[str] = []
    for char in text:
        category = unicodedata.category(char)
        joins = category[0] == "M" or category == "Cf" or "\U0001f3fb" <= char <= "\U0001f3ff"  # skin tones
        if characters and (joins or characters[-1].endswith("\N{ZERO WIDTH JOINER}")):
            characters[-1] += char
        else:
            characters.append(char)
    return characters


def _filled(pieces: list[_Piece], limit: int) -> list[list[_Piece]]:
    """Lines that each take as many pieces as fit."""
    lines: list[list[_Piece]] = []
    used = 0
    for piece in pieces:
        if lines and used + piece.width <= limit:
            lines[-1].append(piece)
            used += piece.width + piece.glue_width
        else:
            lines.append([piece])
            used = piece.width + piece.glue_width
    return lines


def _balanced(pieces: list[_Piece], limit: int) -> list[list[_Piece]]:
    """As few lines as `_filled` gives, with the narrowest widest line: the smallest limit that still does."""
    lines = _filled(pieces, limit)
    if len(lines) < 2:
        return lines
    low, high = 0, min(limit, max(map(_width_of, lines)))
    while low < high:
        middle = (low + high) // 2
        narrower = _filled(pieces, middle)
        if len(narrower) == len(lines) and max(map(_width_of, narrower)) <= middle:
            high = middle
        else:
            low = middle + 1
    return _filled(pieces, high)


def _width_of(line: list[_Piece]) -> int:
    return sum(piece.width + piece.glue_width for piece in line) - line[-1].glue_width


def _joined(line: list[_Piece]) -> str:
    return "".join(text + glue for text, glue, *_ in line).strip()


def _cut(text: str, limit: int, advances: _Advances) -> str:
    """As much of `text` as fits before an ellipsis."""
    room = limit - advances[_ELLIPSIS]
    kept = ""
    for character in _characters(text):
        room -= sum(map(advances.__getitem__, character))
        if room < 0:
            break
        kept += character
    return kept.rstrip() + _ELLIPSIS
