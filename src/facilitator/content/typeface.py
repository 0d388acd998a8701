"""How wide text is in the typefaces that ship with the app, and where its lines break: alike on every machine.

Sizes and results share one unit: pixels on the stage, points on paper.
"""

import math
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from facilitator.content.faces import EM, FACES, Advances, advances_of, measure_of

LINE_HEIGHT = 1.2
_ELLIPSIS = "…"

_SPACES = re.compile(r"[^\S\u00a0\u2007\u202f]+")  # no-break spaces are no place to break

# At a space, but neither before high punctuation, as in French, nor after an opening guillemet; and after a
# hyphen, dash or slash between words (not in e-mail, A/B, COVID-19, 613-555-0123).
_BREAK = re.compile(r"(?<!«) (?![:;!?»%](?: |$))|(?<=\w\w[-‐–—/])(?=[^\W\d_]{2})")


def width(text: str, size: float, *, bold: bool = False, italic: bool = False) -> float:
    """How wide one line of `text` is at most, in the unit of `size`.

    Each character counts with the first of FACES that has it; combining marks, joiners and other invisible
    characters count nothing; a character that no face has counts 1 em, an emoji 1.4 em.
    """
    return sum(map(advances_of(bold=bold, italic=italic).__getitem__, text)) * size / EM


def line_height(size: float) -> float:
    """From baseline to baseline."""
    return LINE_HEIGHT * size


def ascent(size: float) -> float:
    """From the baseline up to the top of the tallest letters of the house face, accents included."""
    return _house("ascent") * size / EM


def descent(size: float) -> float:
    """From the baseline down to the foot of the deepest letters of the house face; positive."""
    return _house("descent") * size / EM


def baseline(size: float) -> float:
    """From the top of a line down to its baseline: what a line is higher than its letters stands half above them."""
    return (line_height(size) - ascent(size) - descent(size)) / 2 + ascent(size)


def x_height(size: float) -> float:
    """The height of a small x of the house face."""
    return _house("x_height") * size / EM


def cap_height(size: float) -> float:
    """The height of a capital H of the house face."""
    return _house("cap_height") * size / EM


def _house(measure: str) -> int:
    return measure_of(FACES[0].regular, measure)


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
    advances = advances_of(bold=bold, italic=italic)
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
    limit = math.floor(min(max(max_width * EM / size, 0), 1e12))
    while limit > 0 and limit * size / EM > max_width:
        limit -= 1
    while limit < 1e12 and (limit + 1) * size / EM <= max_width:
        limit += 1
    return limit


def _pieces(text: str, advances: Advances) -> Iterator[_Piece]:
    gaps = [(gap.start(), gap.group()) for gap in _BREAK.finditer(text)]
    start = 0
    for end, glue in [*gaps, (len(text), "")]:
        if text[start:end].strip():
            yield _piece(text[start:end], glue, advances)
        start = end + len(glue)


def _piece(text: str, glue: str, advances: Advances) -> _Piece:
    return _Piece(text, glue, sum(map(advances.__getitem__, text)), sum(map(advances.__getitem__, glue)))


def _fitting(pieces: Iterable[_Piece], limit: int, advances: Advances) -> Iterator[_Piece]:
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


def _cut(text: str, limit: int, advances: Advances) -> str:
    """As much of `text` as fits before an ellipsis."""
    room = limit - advances[_ELLIPSIS]
    kept = ""
    for character in _characters(text):
        room -= sum(map(advances.__getitem__, character))
        if room < 0:
            break
        kept += character
    return kept.rstrip() + _ELLIPSIS
