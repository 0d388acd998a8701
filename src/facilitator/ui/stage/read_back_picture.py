"""The newest items, large, drawn for the stage."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from facilitator.boards.drawing import lines_of, readable
from facilitator.content.theme import Theme
from facilitator.content.typeface import baseline, line_height
from facilitator.content.words import Words
from facilitator.domain.picture import Box, Group, Picture, Rect, Shape, Text
from facilitator.domain.screens import ReadBackScreen, SpokenLine
from facilitator.ui.stage.lettering import (
    BODY,
    CORNER,
    LEAST,
    Lettered,
    cut,
    falling,
    heading,
    nothing_yet,
    quiet,
    sentence,
)

_HEADING = falling(64, 44)
_HEADING_HIGH = 80.0
_TOP = 148.0
_NEWEST = falling(112, LEAST)
_OTHERS_SHARE = 0.6
_LEAST_OTHERS = 44.0
_PAD = 28.0
_INDENT = 44.0
_GAP = 24.0
_CODE_GAP = 40.0
_CODE_SHARE = 0.25
_MOST_GROWN = 40.0


class _Card(NamedTuple):
    line: SpokenLine
    code: Lettered
    words: Lettered
    below: Lettered

    @property
    def text_high(self) -> float:
        """A code needs its line, too."""
        return max(self.words.height, line_height(self.words.size))

    @property
    def height(self) -> float:
        return self.text_high + self.below.height + 2 * _PAD


@lru_cache(maxsize=16)
def read_back_picture(screen: ReadBackScreen, theme: Theme) -> Picture:
    """The newest items, large, on the 1920 x 1080 surface; the newest of all is the last and the largest."""
    words = Words(screen.language)
    asked = words("stage.read_back_heading")
    room = Rect(BODY.x, _TOP, BODY.width, BODY.bottom - _TOP)
    groups = [heading(asked, theme, _HEADING_HIGH, _HEADING)]
    if screen.lines:
        groups += _placed(_lettered(screen.lines, room), room, theme)
        told = " ".join(sentence(_told(line)) for line in screen.lines)
    else:
        told = sentence(words("stage.nothing_yet"))
        groups.append(nothing_yet(words("stage.nothing_yet"), room, theme))
    return Picture(theme.paper, tuple(groups), words("stage.read_back_alt", heading=asked, lines=told))


def _lettered(lines: Sequence[SpokenLine], room: Rect) -> list[_Card]:
    """The largest words with which all cards fit; where even the smallest do not, what is over is cut."""
    for size in _NEWEST:
        others = max(size * _OTHERS_SHARE, min(size, _LEAST_OTHERS))
        cards = _cards(lines, [*[others] * (len(lines) - 1), size], room.width)
        if _height_of(cards) <= room.height:
            return cards
    most = (room.height - _GAP * (len(lines) - 1)) / len(lines)
    return _cards(lines, [LEAST] * len(lines), room.width, most)


def _cards(lines: Sequence[SpokenLine], sizes: Sequence[float], wide: float, most_high: float = 1e6) -> list[_Card]:
    sized = list(zip(lines, sizes, strict=True))
    codes = [_one_line(line.code, size, wide * _CODE_SHARE, bold=True) for line, size in sized]
    room = wide - 2 * _INDENT - _code_room(codes)
    cards = []
    for (line, size), code in zip(sized, codes, strict=True):
        below = _one_line(line.below, max(LEAST, min(40.0, size / 2)), room)
        words = cut(line.text, room, most_high - below.height - 2 * _PAD, size, bold=True)
        cards.append(_Card(line, code, words, below))
    return cards


def _one_line(text: str, size: float, room: float, *, bold: bool = False) -> Lettered:
    return Lettered(lines_of(text, size, room, bold=bold, most=1), size)


def _code_room(codes: Sequence[Lettered]) -> float:
    widest = max(code.wide(bold=True) for code in codes)
    return widest + _CODE_GAP if widest else 0.0


def _height_of(cards: Sequence[_Card]) -> float:
    return sum(card.height for card in cards) + _GAP * (len(cards) - 1)


def _placed(cards: Sequence[_Card], room: Rect, theme: Theme) -> list[Group]:
    free = room.height - _height_of(cards)
    grown = min(_MOST_GROWN, free / len(cards))
    top = room.y + (free - grown * len(cards)) / 2
    text_left = room.x + _INDENT + _code_room([card.code for card in cards])
    groups = []
    for card in cards:
        rect = Rect(room.x, top, room.width, card.height + grown)
        groups.append(_drawn(card, rect, text_left, theme, newest=card is cards[-1]))
        top = rect.bottom + _GAP
    return groups


def _drawn(card: _Card, rect: Rect, text_left: float, theme: Theme, *, newest: bool) -> Group:
    code_ink = readable(theme.focus, theme, 7, theme.surface) if newest else quiet(theme, theme.surface)
    outline, heavy = (theme.focus, 5.0) if newest else (theme.line, 2.0)
    top = rect.centre[1] - (card.text_high + card.below.height) / 2
    shapes: list[Shape] = [Box(rect, CORNER, theme.surface, outline, heavy)]
    if card.code.lines:
        code_top = top + baseline(card.words.size) - baseline(card.code.size)
        shapes.append(Text(card.code.lines, rect.x + _INDENT, code_top, card.code.size, code_ink, bold=True, sign=True))
    shapes.append(Text(card.words.lines, text_left, top, card.words.size, theme.ink, bold=True))
    if card.below.lines:
        ink = quiet(theme, theme.surface)
        shapes.append(Text(card.below.lines, text_left, top + card.text_high, card.below.size, ink))
    return Group("", "scenery", rect, tuple(shapes), label=_told(card.line))


def _told(line: SpokenLine) -> str:
    said = f"{line.code}: {line.text}" if line.code else line.text
    return f"{said} ({line.below})" if line.below else said
