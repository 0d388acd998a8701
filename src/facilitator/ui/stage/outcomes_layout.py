"""Where each outcome stands: in two columns, part by part, on as many pages as are needed."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from facilitator.boards.drawing import lines_of
from facilitator.content.theme import Theme
from facilitator.content.typeface import line_height, width
from facilitator.content.words import Words
from facilitator.domain.language import Language
from facilitator.domain.outcome import OUTCOME_KINDS
from facilitator.domain.picture import Rect
from facilitator.domain.screens import OutcomeLine
from facilitator.ui.stage.lettering import BODY, LEAST

HEAD = 34.0
HEAD_HIGH = line_height(HEAD) + 14
PAD = 14.0
INDENT = 22.0
CODE_GAP = 20.0
BELOW_GAP = 4.0
MARK_PAD = 14.0
FOOT_HIGH = line_height(LEAST)

_TOP = 140.0
_BETWEEN_COLUMNS = 48.0
_GAP = 12.0
_BETWEEN_PARTS = 26.0
_SIZES = (40.0, 36.0, 32.0, LEAST)
_PAGED = 32.0
_MOST_LINES = 6
_BELOW_LINES = 3
_COLUMNS = 2


@dataclass(frozen=True, slots=True)
class Head:
    """The name of a part and how many it holds; `continued` where it began in another column."""

    kind: str
    count: int
    continued: bool
    rect: Rect


@dataclass(frozen=True, slots=True)
class Card:
    """An outcome: its words from `text_left` on, below them who and by when, and the mark "to confirm"."""

    line: OutcomeLine
    rect: Rect
    size: float
    words: tuple[str, ...]
    text_left: float
    below: tuple[str, ...]
    mark: str


Page = tuple[Head | Card, ...]


@dataclass(frozen=True, slots=True)
class _Fit:
    """A card that has no place yet."""

    line: OutcomeLine
    size: float
    words: tuple[str, ...]
    indent: float
    below: tuple[str, ...]
    mark: str

    @property
    def height(self) -> float:
        under = max(len(self.below), 1 if self.mark else 0)
        below = BELOW_GAP + under * line_height(LEAST) if under else 0.0
        return max(1, len(self.words)) * line_height(self.size) + below + 2 * PAD


_Column = list[tuple[float, Head | _Fit]]


@lru_cache(maxsize=16)
def pages_of(lines: tuple[OutcomeLine, ...], language: Language, theme: Theme) -> tuple[Page, ...]:
    """The pages, at least one. All on one if that can be, in letters as large as fit; else in those of 32 pixels."""
    high = BODY.bottom - _TOP
    for size in _SIZES:
        parts = _parts(lines, size, language)
        for columns in (_halved(parts, high), _flowed(parts, high)):
            if columns and len(columns) <= _COLUMNS:
                return (_page(columns),)
    columns = _flowed(_parts(lines, _PAGED, language), high - FOOT_HIGH - _GAP)
    return tuple(_page(columns[first : first + _COLUMNS]) for first in range(0, len(columns), _COLUMNS))


def below_words(line: OutcomeLine, words: Words) -> str:
    """Who does it, and by when, as far as that was said."""
    day = words("stage.by_day", day=words.date(line.due)) if line.due else ""
    return ", ".join(filter(None, (line.who, day)))


def _wide() -> float:
    return (BODY.width - _BETWEEN_COLUMNS) / _COLUMNS


def _parts(lines: Sequence[OutcomeLine], size: float, language: Language) -> list[tuple[str, list[_Fit]]]:
    """The four parts in their order, each with what it holds."""
    return [(kind, [_fit(each, size, language) for each in lines if each.kind == kind]) for kind in OUTCOME_KINDS]


def _fit(line: OutcomeLine, size: float, language: Language) -> _Fit:
    words = Words(language)
    code_wide = width(line.code, size, bold=True)
    indent = INDENT + (code_wide + CODE_GAP if line.code else 0)
    room = _wide() - indent - INDENT
    mark = "" if line.confirmed else words("stage.to_confirm")
    mark_room = width(mark, LEAST, bold=True) + 2 * MARK_PAD + CODE_GAP if mark else 0.0
    below = lines_of(below_words(line, words), LEAST, room - mark_room, bold=True, most=_BELOW_LINES)
    return _Fit(line, size, lines_of(line.text, size, room, most=_MOST_LINES), indent, below, mark)


def _high(part: tuple[str, list[_Fit]]) -> float:
    return HEAD_HIGH + sum(fit.height + _GAP for fit in part[1])


def _halved(parts: Sequence[tuple[str, list[_Fit]]], high: float) -> list[_Column]:
    """Two parts a column; nothing where they have no room."""
    half = len(parts) // 2
    columns = [part for side in (parts[:half], parts[half:]) for part in _flowed(side, high)]
    return columns if len(columns) == _COLUMNS else []


def _flowed(parts: Sequence[tuple[str, list[_Fit]]], high: float) -> list[_Column]:
    """Column after column; a part that fits into one column is not divided."""
    columns: list[_Column] = [[]]
    top = 0.0
    for kind, fits in parts:
        if columns[-1]:
            top += _BETWEEN_PARTS - _GAP
            whole = _high((kind, fits))
            if top + (whole if whole <= high else _high((kind, fits[:1]))) - _GAP > high:
                columns.append([])
                top = 0.0
        columns[-1].append((top, _head(kind, len(fits), continued=False)))
        top += HEAD_HIGH
        for fit in fits:
            if top + fit.height > high:
                columns.append([(0.0, _head(kind, len(fits), continued=True))])
                top = HEAD_HIGH
            columns[-1].append((top, fit))
            top += fit.height + _GAP
    return columns


def _head(kind: str, count: int, *, continued: bool) -> Head:
    return Head(kind, count, continued, Rect(0, 0, _wide(), HEAD_HIGH))


def _page(columns: Sequence[_Column]) -> Page:
    placed: list[Head | Card] = []
    for number, column in enumerate(columns):
        left = BODY.x + number * (_wide() + _BETWEEN_COLUMNS)
        for top, each in column:
            if isinstance(each, Head):
                rect = Rect(left, _TOP + top, _wide(), HEAD_HIGH)
                placed.append(Head(each.kind, each.count, each.continued, rect))
            else:
                rect = Rect(left, _TOP + top, _wide(), each.height)
                placed.append(Card(each.line, rect, each.size, each.words, left + each.indent, each.below, each.mark))
    return tuple(placed)
