"""A small chart of an indicator's readings, against its baseline, its target or its limits: for stage and paper alike.

Readings are a solid line with full dots, the way from baseline to target is dashed and ends in a ring, and the room
that limits leave is tinted: nothing is told by colour alone.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from facilitator.boards.value_board.amounts import short_number
from facilitator.boards.value_board.drawing.inks import Inks
from facilitator.boards.value_board.drawing.room import Room
from facilitator.boards.value_board.layout.series import RATINGS, Plot, Series, apart, series_of
from facilitator.boards.value_board.view import KpiView
from facilitator.content.theme import Theme, mixed
from facilitator.content.typeface import line_height, width
from facilitator.content.words import Words
from facilitator.domain.picture import Box, Oval, Path, PathCommand, Rect, Shape, Text

DOT = 6.0
RING = 8.0
_AXIS_ABOVE = 4.0
_BESIDE = 12.0
_MOST_LABELS = 0.6  # of the width, for the numbers on both sides of the chart
_SHORT_SPAN = timedelta(days=92)
_CLOSE = 2.2 * DOT  # dots nearer than this to the one before are left out; the line goes on
_WAY = (10.0, 8.0)
_ROUNDING = 0.01
_MOST_DOTS = _MOST_VALUES = 24

_Labels = Sequence[tuple[float, str]]
"""Words for values of a scale."""


@dataclass(frozen=True, slots=True)
class Lettered:
    """How a chart is labelled: letters of `size`, `values` beside the readings and ratings in words, or only scales."""

    size: float
    values: bool = False


def chart(
    kpi: KpiView, rect: Rect, words: Words, theme: Theme, lettered: Lettered | None = None, *, dimmed: bool = False
) -> tuple[Shape, ...]:
    """The readings of an indicator in a rectangle, on the `surface` of the theme, with letters or without.

    () for a learning question, and where there is neither a reading nor a baseline: say so in words instead.
    """
    series = series_of(kpi)
    if series is None:
        return ()
    return tuple(_Drawing(series, rect, words, Inks(theme), lettered, dimmed).shapes())


class _Drawing:
    def __init__(
        self, series: Series, rect: Rect, words: Words, inks: Inks, lettered: Lettered | None, dimmed: bool
    ) -> None:
        self._series, self._words, self._inks, self._dimmed = series, words, inks, dimmed
        self._mark = mixed(inks.quiet, 0.5, inks.theme.paper) if dimmed else inks.quiet
        self._lettered = lettered
        self._spelled = series.ratings and lettered is not None and lettered.values
        self._left = list(_scale(self._left_labels()))
        self._right = list(_scale(self._right_labels()))
        left, right = self._gutter(self._left), self._gutter(self._right)
        if left + right > rect.width * _MOST_LABELS:
            left = right = 0.0
            self._left, self._right = [], []
        foot = line_height(lettered.size) + _AXIS_ABOVE if lettered and series.days else 0.0
        inner = Rect(rect.x + left, rect.y, rect.width - left - right, rect.height - foot)
        self._rect, self._area = rect, inner
        pad = RING + 2
        self._plot = Plot(series, Rect(inner.x + pad, inner.y + pad, inner.width - 2 * pad, inner.height - 2 * pad))
        self._line = [self._plot.at(point, 0.5) for point in series.readings]

    def shapes(self) -> Iterator[Shape]:
        """What lies at the bottom first."""
        yield from self._limits()
        area, theme = self._area, self._inks.theme
        yield _line((area.x, area.bottom), (area.right, area.bottom), theme.line, 2)
        if self._spelled:
            middle = self._plot.y(RATINGS[1])
            yield _line((area.x, middle), (area.right, middle), theme.line, 1)
        yield from self._way()
        yield from self._readings()
        if self._lettered:
            yield from self._scales(self._lettered.size)
            yield from self._day_labels(self._lettered.size)
            if self._lettered.values:
                yield from self._value_labels(self._lettered.size)

    def _limits(self) -> Iterator[Shape]:
        series, area = self._series, self._area
        if series.low is None and series.high is None:
            return
        top = area.y if series.high is None else self._plot.y(series.high)
        bottom = area.bottom if series.low is None else self._plot.y(series.low)
        ground = self._inks.ground(dimmed=self._dimmed)
        tint = mixed(self._inks.column("kpi", dimmed=self._dimmed), 0.16, ground)
        yield Box(Rect(area.x, top, area.width, bottom - top), fill=tint)
        for level in (series.low, series.high):
            if level is not None:
                y = self._plot.y(level)
                yield _line((area.x, y), (area.right, y), self._mark, 2)

    def _way(self) -> Iterator[Shape]:
        series = self._series
        start = self._plot.at(series.baseline, 0.0) if series.baseline else None
        end = self._plot.at(series.target, 1.0) if series.target else None
        if end:
            level = (self._area.x, end[1])
            yield _line(start if series.on_way and start else level, end, self._mark, 2, _WAY)
        ground = self._inks.ground(dimmed=self._dimmed)
        if start and not any(math.dist(start, point) < DOT for point in self._line):
            yield _round(start, DOT, ground, self._mark, 2.5)
        if end:
            ink = self._mark if self._dimmed else self._inks.words()
            yield _round(end, RING, ground, ink, 2.5)
            yield _round(end, RING / 3, ink)

    def _readings(self) -> Iterator[Shape]:
        colour = self._inks.column("kpi", dimmed=self._dimmed)
        if len(self._line) > 1:
            first, *others = self._line
            commands: list[PathCommand] = [("M", *first), *(("L", *point) for point in others)]
            yield Path(tuple(commands), stroke=colour, stroke_width=3)
        before: tuple[float, float] | None = None
        for point in reversed(self._line if len(self._line) <= _MOST_DOTS else self._line[-1:]):
            if before is None or abs(before[0] - point[0]) + abs(before[1] - point[1]) >= _CLOSE:
                yield _round(point, DOT + 2 if before is None else DOT, colour)
                before = point

    def _left_labels(self) -> Iterator[tuple[float, str]]:
        series = self._series
        if series.ratings:
            for rating in reversed(RATINGS):
                number = short_number(rating, self._words)
                said = self._words(f"value.rating_{number}")
                yield rating, self._words("value.rating", rating=number, said=said) if self._spelled else number
        else:
            first = series.baseline or series.readings[0]
            yield first.value, short_number(first.value, self._words)

    def _right_labels(self) -> Iterator[tuple[float, str]]:
        series = self._series
        levels = [each for each in (series.high, series.low) if each is not None]
        if series.target:
            levels = [series.target.value]
        elif not levels and len(series.readings) > 1 and not series.ratings:
            levels = [series.readings[-1].value]
        yield from ((each, short_number(each, self._words)) for each in levels)

    def _gutter(self, labels: _Labels) -> float:
        if not self._lettered or not labels:
            return 0.0
        return max(width(told, self._lettered.size) for _, told in labels) + _BESIDE

    def _scales(self, size: float) -> Iterator[Shape]:
        """Numbers at the heights that they stand for, pushed apart where they would meet."""
        high = line_height(size)
        sides: Sequence[tuple[_Labels, float, Literal["start", "end"]]] = (
            (self._left, self._area.x - _BESIDE, "end"),
            (self._right, self._area.right + _BESIDE, "start"),
        )
        for labels, x, anchor in sides:
            wanted = [self._plot.y(value) - high / 2 for value, _ in labels]
            placed = apart(wanted, high, self._rect.y, self._area.bottom - high)
            for top, (_, told) in zip(placed, labels, strict=False):
                spelled = anchor == "end" and self._spelled
                yield Text((told,), x, top, size, self._inks.quiet, anchor=anchor, sign=not spelled)

    def _day_labels(self, size: float) -> Iterator[Shape]:
        """The first and the last day below the axis; only the last where there is no room for both."""
        days, area = self._series.days, self._area
        if not days:
            return
        top = area.bottom + _AXIS_ABOVE
        taken = self._rect.right
        for day in (days[-1], days[0])[: 2 if days[0] != days[-1] else 1]:
            told = self._day(day, days[-1] - days[0])
            wide = width(told, size)
            left = min(max(self._plot.x(day, 0.5) - wide / 2, self._rect.x), self._rect.right - wide)
            if left + wide <= taken + _ROUNDING and left >= self._rect.x:
                yield Text((told,), left, top, size, self._inks.quiet)
                taken = left - _BESIDE

    def _day(self, day: date, span: timedelta) -> str:
        """A day by itself in full; of a short span with its month, of a long one its month and year."""
        words = self._words
        if not span:
            return words.date(day)
        if span < _SHORT_SPAN:
            return words.short_date(day)
        return words("value.axis_month", month=words(f"writing.short_month_{day.month}"), year=day.year)

    def _value_labels(self, size: float) -> Iterator[Shape]:
        """The values of the latest readings, each where it meets no line, dot or other value."""
        room = Room(self._area, self._lines())
        for x, y in (*self._line, *self._ends()):
            room.take(Rect(x - RING, y - RING, 2 * RING, 2 * RING))
        latest = list(zip(self._series.readings, self._line, strict=True))[-_MOST_VALUES:]
        for point, (x, y) in reversed(latest):
            told = short_number(point.value, self._words)
            box = room.beside(x, y, width(told, size, bold=True), line_height(size), DOT + 4)
            if box:
                ink = self._inks.words(dimmed=self._dimmed)
                yield Text((told,), box.x, box.y, size, ink, bold=True, sign=True)

    def _ends(self) -> Iterator[tuple[float, float]]:
        if self._series.baseline:
            yield self._plot.at(self._series.baseline, 0.0)
        if self._series.target:
            yield self._plot.at(self._series.target, 1.0)

    def _lines(self) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
        yield from zip(self._line, self._line[1:], strict=False)
        series, area = self._series, self._area
        if series.target:
            end = self._plot.at(series.target, 1.0)
            level = (area.x, end[1])
            yield (self._plot.at(series.baseline, 0.0) if series.on_way and series.baseline else level), end
        for each in (series.low, series.high):
            if each is not None:
                yield (area.x, self._plot.y(each)), (area.right, self._plot.y(each))


def _scale(labels: Iterator[tuple[float, str]]) -> Iterator[tuple[float, str]]:
    """Labels from the highest value down, each once."""
    yield from sorted(set(labels), key=lambda each: -each[0])


def _line(
    start: tuple[float, float],
    end: tuple[float, float],
    colour: str,
    thick: float,
    dash: tuple[float, ...] = (),
) -> Path:
    return Path((("M", *start), ("L", *end)), stroke=colour, stroke_width=thick, dash=dash)


def _round(at: tuple[float, float], radius: float, fill: str, stroke: str | None = None, thick: float = 1) -> Oval:
    return Oval(Rect(at[0] - radius, at[1] - radius, 2 * radius, 2 * radius), fill, stroke, thick)
