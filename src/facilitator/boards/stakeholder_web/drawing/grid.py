"""Influence against stake as a grid of four by four cells, and a tray for those whose place is not known. Pixels."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from facilitator.boards.stakeholder_web.checks.values import HIGH, Known, stake
from facilitator.boards.stakeholder_web.drawing.flowing import WIDEST, Cell, Placed
from facilitator.boards.stakeholder_web.drawing.keys import Key, height_of
from facilitator.boards.stakeholder_web.drawing.piles import Pile, people_of, small_text
from facilitator.boards.stakeholder_web.drawing.slips import slip
from facilitator.boards.stakeholder_web.layout.geometry import FRAME
from facilitator.boards.stakeholder_web.layout.lettering import shortened
from facilitator.boards.stakeholder_web.layout.styles import Style, large_styles, spotlit_styles, styles
from facilitator.boards.stakeholder_web.marks import marks_of
from facilitator.boards.stakeholder_web.view import StakeholderView, StakeholderWebView
from facilitator.content import typeface
from facilitator.content.theme import Theme
from facilitator.content.words import Words
from facilitator.domain.picture import Rect

STEPS = (1, 2, 3, 4)
TRAY = "tray"
"""Where those stand whose influence or stake is not known."""

_AXIS = 7.7  # width of the strip at the left that names the steps of influence, in sizes of the text
_BETWEEN = 10.0  # from quadrant to quadrant
_BELOW = 10.0
_PAD = 8.0
_TRAY = 250.0
_SURE = 0.13  # of the grid's width or height, for every row and column
_CALM = 3.0  # how many times wider or higher a full cell may get than an empty one
_POWER, _CAREFUL = 0.75, 0.4  # how strongly full cells grow, where there is little room; the second in large text
_TRIES, _GROWTH = 7, 1.16  # for cells that are still too full


@dataclass(frozen=True, slots=True)
class GridLayout:
    """The places of all that is on the picture; `axis` names the steps of influence, `cells` are by influence
    and stake, `tray` where somebody is in it."""

    style: Style
    axis: Rect
    cells: Mapping[tuple[int, int], Rect]
    quadrants: Mapping[tuple[bool, bool], Rect]
    title_height: float
    tray: Rect | None
    tray_words: tuple[str, ...]
    placed: tuple[Placed, ...]
    piles: tuple[Pile, ...]


@dataclass(frozen=True, slots=True)
class _Way:
    style: Style
    gap: float
    power: float
    """How strongly full cells grow; 0 for cells that are all alike."""
    grown: tuple[str, ...] = ()
    """Cells that get more than their share, once for each time they are in here."""


def stake_of(each: StakeholderView) -> int | None:
    """The higher of interest and impact, None while neither is known."""
    return stake(Known(interest=each.interest, impact_on_them=each.impact_on_them))


def cell_of(each: StakeholderView) -> tuple[int, int] | None:
    """Influence and stake, None while either is not known."""
    at_stake = stake_of(each)
    return None if each.influence is None or at_stake is None else (each.influence, at_stake)


@lru_cache(maxsize=16)
def grid_layout(view: StakeholderWebView, theme: Theme, foot: tuple[Key, ...]) -> GridLayout:
    """Everybody in the cell of their influence and stake, above the keys at the foot.

    Nothing overlaps. Those for whom there is no room are counted in a pile in their cell; while a spotlight is on, all
    others are.
    """
    bottom = FRAME.bottom - height_of(foot) - (_BELOW if foot else 0)
    for way in _ways(view, theme):
        found = _Attempt(view, theme, way, bottom).layout()
        if not found.piles or (len(found.placed) == len(people_of(view)[0])):
            return found
    return _best_folded(view, theme, way, bottom)


def _ways(view: StakeholderWebView, theme: Theme) -> Iterator[_Way]:
    roomy, close, tight = styles(theme)
    if view.showing.large:
        large, closer = large_styles(theme)
        yield _Way(large, 14, 0)
        yield _Way(closer, 8, _CAREFUL)
        return
    if view.showing.spotlight:
        yield from (_Way(style, 16, 0) for style in spotlit_styles(theme))
    yield _Way(roomy, 16, 0)
    yield _Way(roomy, 12, _POWER)
    yield _Way(close, 8, _POWER)
    yield _Way(tight, 5, _POWER)


def _best_folded(view: StakeholderWebView, theme: Theme, way: _Way, bottom: float) -> GridLayout:
    """The layout with most pills out of some in which cells that were too full grow from one to the next."""
    best: GridLayout | None = None
    for _ in range(_TRIES):
        found = _Attempt(view, theme, way, bottom).layout()
        if best is None or len(found.placed) > len(best.placed):
            best = found
        full = {pile.where for pile in found.piles if pile.where != TRAY}
        if not full or view.showing.large:  # large names need cells that are not too narrow
            break
        way = replace(way, grown=(*way.grown, *sorted(full)))
    assert best is not None  # _TRIES is not 0
    return best


class _Attempt:
    def __init__(self, view: StakeholderWebView, theme: Theme, way: _Way, bottom: float) -> None:
        self._view, self._theme, self._way, self._style = view, theme, way, way.style
        self._people, self._aside = people_of(view)
        in_tray = any(cell_of(each) is None for each in view.stakeholders)
        self._tray_width = _TRAY * way.style.text / theme.stage_text if in_tray else 0.0
        self._bottom = bottom
        self._axis = Rect(FRAME.x, FRAME.y, round(_AXIS * small_text(view, theme)), bottom - FRAME.y)
        words = Words(view.language)("web.quadrant_unplaced")
        self._tray_words = typeface.wrap(words, way.style.tab_text, max(1.0, self._tray_width - 3 * _PAD))
        self._title = typeface.line_height(theme.stage_heading) + _PAD

    def layout(self) -> GridLayout:
        """What comes out."""
        cells, quadrants = self._cells()
        tray = None
        if self._tray_width:
            height = self._bottom - FRAME.y
            tray = Rect(FRAME.right - self._tray_width, FRAME.y, self._tray_width, height)
        placed: dict[str, Placed] = {}
        piles: list[Pile] = []
        for where, inside, people, aside in self._rooms(cells, tray):
            room = Cell(self._view, self._style, self._way.gap, where, inside, from_top=where == TRAY)
            standing, pile = room.filled(people, aside)
            placed |= {each.id: each for each in standing}
            piles += [pile] if pile else []
        in_order = tuple(placed[each.id] for each in self._view.stakeholders if each.id in placed)
        return GridLayout(
            self._style,
            self._axis,
            cells,
            quadrants,
            self._title,
            tray,
            self._tray_words,
            in_order,
            tuple(piles),
        )

    def _rooms(
        self, cells: Mapping[tuple[int, int], Rect], tray: Rect | None
    ) -> Iterator[tuple[str, Rect, list[StakeholderView], list[StakeholderView]]]:
        """Each place where somebody is, with its room, those who get a pill there, and those who are only counted."""
        shown, others = _by_cell(self._people), _by_cell(self._aside)
        for cell, rect in cells.items():
            people, aside = shown.get(cell, []), others.get(cell, [])
            if people or aside:
                yield f"{cell[0]} {cell[1]}", rect.grown(-_PAD), people, aside
        if tray:
            people, aside = shown.get(None, []), others.get(None, [])
            head = len(self._tray_words) * typeface.line_height(self._style.tab_text) + 2 * _PAD
            inside = Rect(tray.x, tray.y + head, tray.width, tray.height - head).grown(-_PAD)
            yield TRAY, inside, people, aside

    def _cells(self) -> tuple[dict[tuple[int, int], Rect], dict[tuple[bool, bool], Rect]]:
        """The cells with the room that names of quadrants leave, and the quadrants."""
        axis = typeface.line_height(small_text(self._view, self._theme)) + _PAD
        left, top = self._axis.right, FRAME.y
        right = FRAME.right - (self._tray_width + _BETWEEN if self._tray_width else 0)
        wide = right - left - _BETWEEN
        high = self._bottom - axis - top - _BETWEEN - 2 * self._title
        needs = self._needs()
        columns = self._shares([sum(needs.get((row, column), 0) for row in STEPS) for column in STEPS], wide, 1)
        rows = self._shares([sum(needs.get((row, column), 0) for column in STEPS) for row in STEPS], high, 0)
        lefts = dict(zip(STEPS, _edges(left, columns, {3: _BETWEEN}), strict=True))
        tops = dict(
            zip(reversed(STEPS), _edges(top, rows[::-1], {1: self._title, 3: _BETWEEN + self._title}), strict=True)
        )
        cells = {
            (row, column): Rect(lefts[column], tops[row], columns[column - 1], rows[row - 1])
            for row in reversed(STEPS)
            for column in STEPS
        }
        quadrants = {}
        for high_row in (True, False):
            for high_column in (False, True):
                inside = [
                    rect
                    for (row, column), rect in cells.items()
                    if (row >= HIGH) == high_row and (column >= HIGH) == high_column
                ]
                x, y = min(rect.x for rect in inside), min(rect.y for rect in inside) - self._title
                far, low = max(rect.right for rect in inside), max(rect.bottom for rect in inside)
                quadrants[high_row, high_column] = Rect(x, y, far - x, low - y)
        return cells, quadrants

    def _needs(self) -> dict[tuple[int, int], float]:
        """About the area that the pills of each cell need."""
        needs: dict[tuple[int, int], float] = {}
        for each in self._people:
            cell = cell_of(each)
            if cell:
                label = slip(shortened(each.name), self._style, WIDEST, len(marks_of(each, self._view)))
                area = (label.width + self._way.gap) * (label.height + self._way.gap)
                needs[cell] = needs.get(cell, 0) + area
        return needs

    def _shares(self, needs: Sequence[float], room: float, axis: int) -> list[float]:
        least = max(needs) / _CALM
        weights = [max(need, least, 1.0) ** self._way.power for need in needs]
        for cell in self._way.grown:
            weights[int(cell.split()[axis]) - 1] *= _GROWTH
        spare = room * (1 - _SURE * len(weights))
        return [room * _SURE + spare * weight / sum(weights) for weight in weights]


def _by_cell(people: Sequence[StakeholderView]) -> dict[tuple[int, int] | None, list[StakeholderView]]:
    found: dict[tuple[int, int] | None, list[StakeholderView]] = {}
    for each in people:
        found.setdefault(cell_of(each), []).append(each)
    return found


def _edges(start: float, sizes: Sequence[float], before: Mapping[int, float]) -> Iterator[float]:
    """Where each of some sizes in a row begins; `before` is what is left free before the first, second and so on."""
    for number, size in enumerate(sizes, 1):
        start += before.get(number, 0.0)
        yield start
        start += size
