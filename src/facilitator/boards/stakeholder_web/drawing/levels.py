"""Participation now and wanted as columns: where everybody stands, and the way to where they are wanted. Pixels."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from facilitator.boards.stakeholder_web.drawing.keys import Key, height_of
from facilitator.boards.stakeholder_web.drawing.level_columns import (
    NARROWEST,
    PAD,
    Column,
    Letters,
    columns_of,
    foot_of_head,
    trays,
)
from facilitator.boards.stakeholder_web.drawing.level_tray import Lying, laid_in
from facilitator.boards.stakeholder_web.drawing.level_ways import Way, ways
from facilitator.boards.stakeholder_web.drawing.participation import NOT_KNOWN, Participation
from facilitator.boards.stakeholder_web.drawing.piles import Pile, people_of, pile_label, small_text
from facilitator.boards.stakeholder_web.drawing.rows import Row, packed
from facilitator.boards.stakeholder_web.drawing.slips import Slip, slip, slip_height, unbroken
from facilitator.boards.stakeholder_web.layout.geometry import FRAME
from facilitator.boards.stakeholder_web.layout.lettering import shortened
from facilitator.boards.stakeholder_web.layout.styles import Style
from facilitator.boards.stakeholder_web.marks import marks_of
from facilitator.boards.stakeholder_web.view import StakeholderView, StakeholderWebView
from facilitator.content.theme import Theme
from facilitator.domain.picture import Rect

SPOT = 26.0
"""Side of the spot at the far end of an arrow."""

BADGE = 1.66
"""Height of the badge on an arrow, in sizes of the small text."""

_BELOW = 10.0
_NARROW = 12.0  # width of a column that holds pills without breaking most words, in sizes of the text
_LANE = SPOT + 8
_HOPELESS = 1.25  # a share of the height that isn't worth trying


@dataclass(frozen=True, slots=True)
class Arrow:
    """A way along a row; `levels` is how many it goes up, negative for down. `badge` is where that number stands."""

    start: float
    spot: Rect
    levels: int
    badge: float


@dataclass(frozen=True, slots=True)
class LevelPill:
    """A stakeholder's pill with its lines and the squares of its marks.

    One arrow goes to where it is wanted, one to where it was before. Where there is no arrow to a level that is wanted,
    the last line says which.
    """

    id: str
    rect: Rect
    lines: tuple[str, ...]
    marks: tuple[Rect, ...]
    arrow: Arrow | None
    before: Arrow | None


@dataclass(frozen=True, slots=True)
class LevelsLayout:
    """The places of all that is on the picture; `standings` in the order of the view."""

    style: Style
    letters: Letters
    columns: tuple[Column, ...]
    standings: tuple[LevelPill, ...]
    piles: tuple[Pile, ...]


@lru_cache(maxsize=16)
def levels_layout(view: StakeholderWebView, theme: Theme, foot: tuple[Key, ...]) -> LevelsLayout:
    """Everybody on their level, above the keys at the foot.

    Nothing overlaps, and arrows run between pills. Those for whom there is no room are counted in a pile at the foot
    of their column; while a spotlight is on, all others are.
    """
    bottom = FRAME.bottom - height_of(foot) - (_BELOW if foot else 0)
    for way in ways(view, theme):
        found = _Attempt(view, theme, way, bottom).layout()
        if found:
            return found
    raise AssertionError("the last way folds whatever does not fit")


class _Attempt:
    def __init__(self, view: StakeholderWebView, theme: Theme, way: Way, bottom: float) -> None:
        self._view, self._way, self._style = view, way, way.style
        self._levels = Participation(view)
        self._people, self._aside = people_of(view)
        self._arrow_half = max(SPOT, BADGE * small_text(view, theme) - 4) / 2 + 1
        self._letters = Letters(way.style.tab_text, small_text(view, theme))
        self._known = [each for each in self._people if each.level_now]
        self._lost = [each for each in self._people if not each.level_now]
        stand = {each.level_now for each in view.stakeholders}
        wide = _NARROW * way.style.text + _LANE * way.lanes
        least = {level: wide if level in stand else 0.0 for level in self._levels.order}
        needs = self._needs if way.balanced else None
        narrowest = max(NARROWEST, pile_label(99, view, way.style).width + 2 * PAD)
        for tray in trays(self._levels, self._letters, narrowest) if None in stand else (0.0,):
            columns = columns_of(least, self._levels, bottom, self._letters, needs, tray, narrowest)
            self._columns = {column.level: column for column in columns}
            self._top = self._below_head(self._levels.order[0])
            if all(lying.rect for lying in self._tray(self._bottoms(self._crowded()))):
                break

    def layout(self) -> LevelsLayout | None:
        """What comes out, None if somebody found no room who may not be folded."""
        if not self._way.folds and self._is_hopeless():
            return None
        crowded = self._crowded()
        while True:
            standings = self._placed(crowded)
            left = [each for each in self._people if each.id not in standings]
            if not self._way.folds and any(each.level_now or not self._way.counts for each in left):
                return None
            fuller = crowded | {self._levels.here(each) for each in left}
            if fuller == crowded:
                break
            crowded = fuller
        in_order = tuple(standings[each.id] for each in self._view.stakeholders if each.id in standings)
        piles = tuple(self._piles([*left, *self._aside]))
        return LevelsLayout(self._style, self._letters, tuple(self._columns.values()), in_order, piles)

    def _below_head(self, level: str) -> float:
        return foot_of_head(self._columns[level], self._columns.values(), self._letters) + _BELOW

    def _crowded(self) -> set[str]:
        """Where piles stand anyway."""
        return {self._levels.here(each) for each in self._aside}

    def _is_hopeless(self) -> bool:
        """Whether a level needs clearly more height than there is."""
        columns = {level: column.rect for level, column in self._columns.items() if level != NOT_KNOWN}
        needs = self._needs({level: rect.width for level, rect in columns.items()})
        return any(needs[level] > _HOPELESS * (rect.bottom - self._top) for level, rect in columns.items())

    def _needs(self, widths: Mapping[str, float]) -> dict[str, float]:
        """About how high the columns of the levels would have to be at these widths."""
        needs = dict.fromkeys(widths, 1.0)
        for each in self._known:
            room, marks = self._room(each, widths[self._levels.here(each)]), len(marks_of(each, self._view))
            remark = self._remark(each, in_words=False)
            height = slip_height(shortened(each.name), self._style, room, marks, remark)
            for column, half in self._row(each, height).halves:
                if column in needs:
                    needs[column] += 2 * half + self._way.gap
        return needs

    def _bottoms(self, crowded: set[str]) -> dict[str, float]:
        """How far down pills may stand in columns and lanes; in crowded ones a pile stands below them."""
        pile = pile_label(99, self._view, self._style).height + self._way.gap
        bottoms = {}
        for level, column in self._columns.items():
            bottoms[level] = column.rect.bottom - PAD - (pile if level in crowded else 0)
            bottoms[_lane(level)] = bottoms[level]
        return bottoms

    def _placed(self, crowded: set[str]) -> dict[str, LevelPill]:
        bottoms = self._bottoms(crowded)
        middles, labels = self._packed(bottoms, [False] * len(self._known))
        worded = [self._way.folds and middle is None for middle in middles]
        if any(worded):
            middles, labels = self._packed(bottoms, worded)
        standings = {
            each.id: self._standing(each, label, middle, in_words=in_words)
            for each, label, middle, in_words in zip(self._known, labels, middles, worded, strict=True)
            if middle is not None
        }
        for each, (label, rect) in zip(self._lost, self._tray(bottoms), strict=True):
            if rect:
                marks = label.mark_boxes(rect, self._style)
                standings[each.id] = LevelPill(each.id, rect, label.lines, marks, None, None)
        return standings

    def _tray(self, bottoms: Mapping[str, float]) -> tuple[Lying, ...]:
        """Those whose level is not known, where they lie."""
        if not self._lost:
            return ()
        column = self._columns[NOT_KNOWN].rect
        top = self._below_head(NOT_KNOWN)
        inside = Rect(column.x + PAD, top, column.width - 2 * PAD, bottoms[NOT_KNOWN] - top)
        least = max(self._unbroken(each) for each in self._lost)
        return laid_in(
            inside,
            self._way.gap,
            least,
            lambda wide: [self._slip(each, wide + 2 * PAD, in_words=False) for each in self._lost],
        )

    def _unbroken(self, each: StakeholderView) -> float:
        """How wide a pill has to be that breaks no word and cuts no remark."""
        marks, remark = min(1, len(marks_of(each, self._view))), self._remark(each, in_words=False)
        line = slip(remark, self._style, FRAME.width, marks).width if remark else 0.0
        return max(line + 2, unbroken(shortened(each.name), self._style, marks))

    def _packed(self, bottoms: Mapping[str, float], worded: Sequence[bool]) -> tuple[list[float | None], list[Slip]]:
        labels, rows = [], []
        for each, in_words in zip(self._known, worded, strict=True):
            column = self._columns[self._levels.here(each)].rect
            labels.append(self._slip(each, column.width, in_words=in_words))
            rows.append(self._row(each, labels[-1].height, arrows=not in_words))
        return packed(rows, self._top, bottoms, self._way.gap), labels

    def _slip(self, each: StakeholderView, wide: float, *, in_words: bool) -> Slip:
        marks, remark = len(marks_of(each, self._view)), self._remark(each, in_words=in_words)
        return slip(shortened(each.name), self._style, self._room(each, wide), marks, remark)

    def _room(self, each: StakeholderView, wide: float) -> float:
        return wide - 2 * PAD - (_LANE if self._way.lanes and each.level_now else 0)

    def _remark(self, each: StakeholderView, *, in_words: bool) -> str:
        """Where somebody is wanted, for those who get no arrow."""
        return self._levels.wanted(each) if in_words or not each.level_now else ""

    def _row(self, each: StakeholderView, height: float, *, arrows: bool = True) -> Row:
        halves = {self._levels.here(each): height / 2}
        if each.level_now:
            place = self._levels.order.index(each.level_now)
            gap, back = self._levels.gap(each) if arrows else 0, -self._levels.risen(each)
            crossed = [*self._crossed(place, gap), *self._crossed(place, back)]
            if gap == back != 0:  # two spots beside each other
                crossed.append(self._levels.order[place + gap])
            for column in crossed:
                halves[column] = max(halves.get(column, 0.0), self._arrow_half)
        return Row(tuple(halves.items()))

    def _crossed(self, place: int, reach: int) -> Iterator[str]:
        """The columns and lanes in which an arrow shows that goes so many levels up or down from a place."""
        if not reach:
            return
        order, onward = self._levels.order, 1 if reach > 0 else -1
        yield order[place]
        if reach < 0:
            yield _lane(order[place])
        for step in range(onward, reach, onward):
            yield order[place + step]
            yield _lane(order[place + step])
        end = order[place + reach]
        yield _lane(end) if self._way.lanes and reach > 0 else end

    def _standing(self, each: StakeholderView, label: Slip, middle: float, *, in_words: bool) -> LevelPill:
        column = self._columns[self._levels.here(each)].rect
        left = column.x + PAD + (_LANE if self._way.lanes and each.level_now else 0)
        rect = Rect(left, middle - label.height / 2, label.width, label.height)
        gap, risen = self._levels.gap(each) if not in_words else 0, self._levels.risen(each)
        arrow = self._arrow(each, rect, gap) if gap else None
        before = self._arrow(each, rect, -risen) if risen else None
        return LevelPill(each.id, rect, label.lines, label.mark_boxes(rect, self._style), arrow, before)

    def _arrow(self, each: StakeholderView, rect: Rect, levels: int) -> Arrow:
        """From the pill to the level so many further on, to the near side of its column."""
        assert each.level_now  # only those whose level is known have one
        order, place = self._levels.order, self._levels.order.index(each.level_now)
        other = self._columns[order[place + levels]].rect
        start = rect.right if levels > 0 else rect.x
        left = other.x + PAD if levels > 0 else other.right - PAD - SPOT
        next_to = self._columns[order[place + (1 if levels > 0 else -1)]].rect
        return Arrow(start, Rect(left, rect.centre[1] - SPOT / 2, SPOT, SPOT), levels, next_to.centre[0])

    def _piles(self, left: Sequence[StakeholderView]) -> Iterator[Pile]:
        by_level: dict[str, list[str]] = {}
        for each in left:
            by_level.setdefault(self._levels.here(each), []).append(each.id)
        for level, ids in by_level.items():
            label = pile_label(len(ids), self._view, self._style)
            column = self._columns[level].rect
            top = column.bottom - PAD - label.height
            yield Pile(level, Rect(column.x + PAD, top, label.width, label.height), label.lines, tuple(ids))


def _lane(level: str) -> str:
    return f"{level} lane"
