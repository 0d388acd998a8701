"""Where the ranking of cards by their dots stands: a panel for each column that got any, side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from facilitator.boards.drawing import HEADER, lines_of
from facilitator.boards.value_board.layout.frame import SIDE
from facilitator.boards.value_board.layout.settings import shown_text
from facilitator.boards.value_board.ranking import Ranked, ranking_by_column
from facilitator.boards.value_board.view import ValueBoardView
from facilitator.content.theme import Theme
from facilitator.content.typeface import line_height, width
from facilitator.content.words import Words
from facilitator.domain.picture import STAGE_HEIGHT, STAGE_WIDTH, Rect

HEAD_TOP = HEADER.bottom + 22
RULE_HEIGHT = 4.0
STRIPE = 8.0
BESIDE = 14.0
BAR_HIGH = 16.0
RANK = 1.2
"""How much larger ranks are than words."""

_RULE_ABOVE = 6.0
_ROWS_ABOVE = 14.0
_PANELS_BESIDE = 44.0
_BOTTOM = STAGE_HEIGHT - 24.0
_FOOT_ABOVE = 8.0
_BETWEEN = 8.0
_ABOVE = 7.0
_MOST_HIGH = 96.0
_WIDE = 1100.0  # a panel at least so wide has its bars beside the words, a narrower one below them
_BARS = 0.42
_LEAST_BAR = 8.0
_MOST_LINES = 3
_LEAST_EMS = 16.5  # how wide a panel is at least, in widths of its letters
_WIDTH = STAGE_WIDTH - 2 * SIDE


@dataclass(frozen=True, slots=True)
class RankedRow:
    """A card in the ranking: its box, where its rank, code, words, bar and number stand."""

    ranked: Ranked
    rect: Rect
    code_x: float
    lines: tuple[str, ...]
    text_x: float
    text_top: float
    bar: Rect


@dataclass(frozen=True, slots=True)
class RankedPanel:
    """The ranking of one column, the highest first; `rest` are those that are only counted, in `foot` if there is one.

    `size` is that of names, `small` that of all else.
    """

    column: str
    rule: Rect
    rows: tuple[RankedRow, ...]
    rest: tuple[Ranked, ...]
    foot: Rect | None


@dataclass(frozen=True, slots=True)
class RankingLayout:
    """The panels of the columns that got dots, in letters of `size`.

    `folded` are columns that have no room for a panel, with how many of their cards got dots; `without` is how many
    cards of the columns with a panel got none. Both are told in `note`, None where there is nothing to tell.
    """

    panels: tuple[RankedPanel, ...]
    size: float
    folded: tuple[tuple[str, int], ...]
    without: int
    note: Rect | None


@lru_cache(maxsize=16)
def ranking_layout(view: ValueBoardView, theme: Theme) -> RankingLayout:
    """The ranking of a view; no panels while totals are hidden, or where no card got dots."""
    size = theme.stage_large if view.showing.large else theme.stage_text
    found = list(ranking_by_column(view))
    room = int((_WIDTH + _PANELS_BESIDE) / (_LEAST_EMS * size + _PANELS_BESIDE))
    by_column, others = found[:room], found[room:]
    shown = {column for column, _ in by_column}
    without = sum(card.column in shown and not card.dots for card in view.cards)
    noted = line_height(size) + _FOOT_ABOVE if others or without else 0.0
    most = max((ranked[0].dots for _, ranked in by_column), default=1)
    setter = _Panel(Words(view.language), size, most)
    rule_top = HEAD_TOP + line_height(theme.stage_heading) + _RULE_ABOVE
    wide = (_WIDTH + _PANELS_BESIDE) / max(len(by_column), 1) - _PANELS_BESIDE
    rules = (Rect(SIDE + place * (wide + _PANELS_BESIDE), rule_top, wide, RULE_HEIGHT) for place in range(room))
    panels = tuple(
        setter.panel(column, ranked, rule, _BOTTOM - noted)
        for (column, ranked), rule in zip(by_column, rules, strict=False)
    )
    below = max((_end(panel) for panel in panels), default=0.0) + _FOOT_ABOVE
    return RankingLayout(
        panels,
        size,
        tuple((column, len(ranked)) for column, ranked in others),
        without,
        Rect(SIDE, below, _WIDTH, line_height(size)) if noted else None,
    )


def _end(panel: RankedPanel) -> float:
    return panel.foot.bottom if panel.foot else panel.rows[-1].rect.bottom


class _Panel:
    """Sets one panel; bars are as long as dots are to `most`."""

    def __init__(self, words: Words, size: float, most: int) -> None:
        self._words, self._size, self._most = words, size, most
        self._line = line_height(size)

    def panel(self, column: str, ranked: Sequence[Ranked], rule: Rect, bottom: float) -> RankedPanel:
        """As many cards as have room; cards with as many dots are folded together where that is possible."""
        top = rule.bottom + _ROWS_ABOVE
        beside = rule.width >= _WIDE
        lines = self._lines(ranked[: self._room(bottom - top, 1, beside)], rule.width, beside)
        room = self._room(bottom - top, lines, beside)
        if len(ranked) > room:
            room = max(self._room(bottom - top - self._line - _FOOT_ABOVE, lines, beside), 1)
        count = kept(ranked, room)
        high = least = self._height(lines, beside)
        if count == len(ranked):
            high = max(least, min((bottom - top + _BETWEEN) / count - _BETWEEN, _MOST_HIGH))
        tabs = self._tabs(ranked[:count])
        rows = tuple(
            self._row(each, Rect(rule.x, top + place * (high + _BETWEEN), rule.width, high), lines, tabs, beside)
            for place, each in enumerate(ranked[:count])
        )
        rest = tuple(ranked[count:])
        foot = Rect(rule.x, rows[-1].rect.bottom + _FOOT_ABOVE, rule.width, self._line) if rest else None
        return RankedPanel(column, rule, rows, rest, foot)

    def _lines(self, ranked: Sequence[Ranked], wide: float, beside: bool) -> int:
        """How many lines the longest text needs."""
        tabs = self._tabs(ranked)
        rect = Rect(0, 0, wide, 0)
        return max(len(self._row(each, rect, _MOST_LINES, tabs, beside).lines) for each in ranked)

    def _room(self, high: float, lines: int, beside: bool) -> int:
        """How many rows of so many lines have room."""
        return int((high + _BETWEEN) / (self._height(lines, beside) + _BETWEEN))

    def _height(self, lines: int, beside: bool) -> float:
        return 2 * _ABOVE + lines * self._line + (0 if beside else self._line)

    def _tabs(self, shown: Sequence[Ranked]) -> tuple[float, float, float]:
        """How wide ranks are, codes, and numbers of dots with the word for a tie."""
        ranks = max(width(str(each.rank), self._size * RANK, bold=True) for each in shown)
        codes = max(width(each.card.code, self._size) for each in shown)
        numbers = max(width(str(each.dots), self._size, bold=True) for each in shown)
        tied = width(self._words("value.tied"), self._size) + BESIDE if any(each.tied for each in shown) else 0.0
        return ranks, codes, numbers + tied

    def _row(self, ranked: Ranked, rect: Rect, lines: int, tabs: tuple[float, float, float], beside: bool) -> RankedRow:
        ranks, codes, numbers = tabs
        code_x = rect.x + STRIPE + BESIDE + ranks + BESIDE
        text_x = code_x + codes + BESIDE
        bars_x = rect.right - rect.width * _BARS if beside else text_x
        text_wide = (bars_x - 2 * BESIDE if beside else rect.right - BESIDE) - text_x
        text = lines_of(shown_text(ranked.card.text), self._size, text_wide, bold=True, most=lines)
        longest = rect.right - BESIDE - numbers - BESIDE - bars_x
        long = max(longest * ranked.dots / self._most, _LEAST_BAR)
        high = len(text) * self._line + (0 if beside else self._line)
        top = rect.centre[1] - high / 2
        middle = rect.centre[1] if beside else top + high - self._line / 2
        return RankedRow(ranked, rect, code_x, text, text_x, top, Rect(bars_x, middle - BAR_HIGH / 2, long, BAR_HIGH))


def kept(ranked: Sequence[Ranked], room: int) -> int:
    """How many of a ranking to show where so many have room: no tie is cut in two, unless it begins the ranking."""
    if len(ranked) <= room:
        return len(ranked)
    return next((place for place in range(room, 0, -1) if ranked[place].rank != ranked[place - 1].rank), room)
