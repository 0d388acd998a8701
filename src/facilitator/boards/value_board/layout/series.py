"""The readings of an indicator as points of a chart: what is drawn, and where on its two scales."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from facilitator.boards.value_board.amounts import finite, limits
from facilitator.boards.value_board.status import measured
from facilitator.boards.value_board.view import KpiView
from facilitator.domain.picture import Rect

RATINGS = (1.0, 3.0, 5.0)
"""The ratings that a rubric has words for."""

_UNDATED = 0.08  # how far outside the known days something without a day stands, as a share of their span


@dataclass(frozen=True, slots=True)
class Point:
    """A value on a day; None where its day is not known."""

    day: date | None
    value: float


@dataclass(frozen=True, slots=True)
class Series:
    """What a chart of an indicator shows: `readings` in order of time, where it began and where it is to go.

    `on_way` says that a line leads from baseline to target, which needs days in this order or none; `low` and `high`
    are limits to keep to, `ratings` says that values are ratings from 1 to 5.
    """

    readings: tuple[Point, ...]
    baseline: Point | None
    target: Point | None
    on_way: bool
    low: float | None
    high: float | None
    ratings: bool

    @property
    def days(self) -> list[date]:
        """All days that are known, in order."""
        return sorted({point.day for point in self._points() if point.day})

    @property
    def values(self) -> list[float]:
        """All values that have to be on the scale."""
        levels = [each for each in (self.low, self.high) if each is not None]
        rated = [RATINGS[0], RATINGS[-1]] if self.ratings else []
        return [point.value for point in self._points()] + levels + rated

    def _points(self) -> Iterator[Point]:
        yield from self.readings
        yield from (point for point in (self.baseline, self.target) if point)


def series_of(kpi: KpiView) -> Series | None:
    """What can be drawn of an indicator; None for a learning question, or before there is a reading or a baseline."""
    found = ((each.read_on, measured(kpi, each)) for each in kpi.readings)
    readings = sorted(((day, value) for day, value in found if value is not None), key=lambda each: each[0])
    baseline = finite(kpi.baseline)
    if kpi.mode == "learning" or (not readings and baseline is None):
        return None
    low, high = limits(kpi)
    aims = kpi.mode in ("target", "") and low is None and high is None
    target = finite(kpi.target) if aims else None
    ordered = kpi.baseline_date is None or kpi.target_date is None or kpi.baseline_date < kpi.target_date
    return Series(
        tuple(Point(day, float(value)) for day, value in readings),
        None if baseline is None else Point(kpi.baseline_date, baseline),
        None if target is None else Point(kpi.target_date, target),
        baseline is not None and target is not None and ordered,
        low,
        high,
        kpi.nature == "qualitative",
    )


class Plot:
    """Where days and values of a series stand in a rectangle."""

    def __init__(self, series: Series, rect: Rect) -> None:
        self.rect = rect
        self._low, self._high = min(series.values), max(series.values)
        days = [float(day.toordinal()) for day in series.days]
        first, last = (days[0], days[-1]) if days else (0.0, 0.0)
        beyond = max((last - first) * _UNDATED, 1.0)
        self._begin = first - beyond if _undated(series.baseline) else first
        self._end = last + beyond if _undated(series.target) else last

    def x(self, day: date | None, undated: float) -> float:
        """Where a day stands; what has none stands at that share of the width."""
        span = self._end - self._begin
        if day is None:
            return self.rect.x + undated * self.rect.width
        share = (day.toordinal() - self._begin) / span if span else 0.5
        return self.rect.x + share * self.rect.width

    def y(self, value: float) -> float:
        """Where a value stands; in the middle where all are the same."""
        span = self._high / 2 - self._low / 2  # halves, because the span of two floats may be none
        share = (value / 2 - self._low / 2) / span if span else 0.5
        return self.rect.bottom - share * self.rect.height

    def at(self, point: Point, undated: float) -> tuple[float, float]:
        """Where a point stands."""
        return self.x(point.day, undated), self.y(point.value)


def apart(wanted: Iterable[float], step: float, low: float, high: float) -> list[float]:
    """Places near those wanted, given in ascending order, at least `step` apart, between `low` and `high`.

    As many as have room: the first ones.
    """
    kept = list(wanted)[: max(math.floor((high - low) / step + 1e-9) + 1, 0)]
    placed: list[float] = []
    for each in kept:
        placed.append(max(each, placed[-1] + step if placed else low))
    limit = high
    for place in range(len(placed) - 1, -1, -1):
        placed[place] = min(placed[place], limit)
        limit = placed[place] - step
    return placed


def _undated(point: Point | None) -> bool:
    return point is not None and point.day is None
