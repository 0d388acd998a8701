"""How an indicator stands on a day: a pure function of the indicator and the date.

The rule is that of the house's register of indicators: how much of the way from baseline to target is done, against
how much of the time has passed.
"""

import math
from dataclasses import dataclass
from datetime import date
from typing import Literal

from facilitator.boards.value_board.view import KpiView, ReadingView
from facilitator.content import value_register

Word = Literal[
    "too_early",
    "on_track",
    "watch",
    "off_track",
    "no_data",
    "rising",
    "falling",
    "steady",
    "learning",
    "none",
]
"""Ids of `value_register.standings`, which has the words and the symbol of each."""

_ON_TRACK = 0.9
_WATCH = 0.6
_NEAR = 0.1
_STALE = 1.5
_LAST = 3


@dataclass(frozen=True, slots=True)
class IndicatorStanding:
    """The word for how an indicator stands; "none" where there is nothing to judge it by.

    `progress` is the share of the way from baseline to target that is done (0 none, 1 all of it, also below and
    beyond), `expected` the share of the time that has passed, 0-1: both only where the mode is a target with its
    dates, and there is a reading for `progress`. `latest` is the last reading that counts, None without any.
    """

    word: Word
    progress: float | None = None
    expected: float | None = None
    latest: ReadingView | None = None

    @property
    def symbol(self) -> str:
        """The name of the icon that stands beside the word."""
        return value_register.standing(self.word).symbol


def standing(kpi: KpiView, day: date) -> IndicatorStanding:
    """How an indicator stands on `day`.

    Readings after `day` or before the date of the baseline do not count, nor do those without what the indicator
    is about (a rating for a qualitative one, else a value; any finding for a learning question). "no_data" without
    such a reading, or when the last one is older than 1.5 times the frequency. A target that equals its baseline is
    judged as a limit, and so is a range. An indicator that is paused or retired, has no mode, or lacks what its mode
    needs (a target mode: baseline, target and both dates; a limit: the limit and what is better) is not judged.
    """
    counted = [each for each in kpi.readings if _counts(kpi, each, day)]
    counted.sort(key=lambda reading: reading.read_on)
    latest = counted[-1] if counted else None
    mode, way = _mode(kpi), _way(kpi)
    if not mode or kpi.status in ("paused", "retired"):
        return IndicatorStanding("none", latest=latest)
    numbers = [number for each in counted if (number := measured(kpi, each)) is not None]
    if mode == "target" and way:
        progress = way.progress(numbers[-1]) if numbers else None
        if way.is_early(day):
            return IndicatorStanding("too_early", progress, way.expected(day), latest)
        if progress is None or latest is None or _is_stale(kpi, latest, day):
            return IndicatorStanding("no_data", progress, way.expected(day), latest)
        return IndicatorStanding(_toward(progress, way.expected(day)), progress, way.expected(day), latest)
    if latest is None or _is_stale(kpi, latest, day):
        return IndicatorStanding("no_data", latest=latest)
    if mode == "limit":
        return IndicatorStanding(_within(kpi, numbers[-1]), latest=latest)
    return IndicatorStanding(_trend(numbers[-_LAST:]) if mode == "direction" else "learning", latest=latest)


def measured(kpi: KpiView, reading: ReadingView) -> float | None:
    """What a reading says of an indicator as a number: its rating for a qualitative one, else its value."""
    if kpi.nature == "qualitative":
        return reading.rating
    return reading.value if reading.value is not None and math.isfinite(reading.value) else None


def bounds(kpi: KpiView) -> tuple[float | None, float | None]:
    """The floor and the ceiling of a limit, None where there is none; (None, None) unless it is known what is better.

    Of a range whose ends stand the wrong way round, the smaller is the floor.
    """
    if kpi.better_is == "up":
        return kpi.target, None
    if kpi.better_is == "down":
        return None, kpi.target
    if kpi.better_is != "range":
        return None, None
    if kpi.target is not None and kpi.target_high is not None and kpi.target > kpi.target_high:
        return kpi.target_high, kpi.target
    return kpi.target, kpi.target_high


@dataclass(frozen=True, slots=True)
class _Way:
    """From a baseline to another target, and the time for it."""

    baseline: float
    target: float
    begins: date
    ends: date

    def progress(self, value: float) -> float:
        return (value - self.baseline) / (self.target - self.baseline)

    def expected(self, day: date) -> float:
        total = (self.ends - self.begins).days
        return min(1.0, max(0.0, (day - self.begins).days / total)) if total > 0 else 1.0

    def is_early(self, day: date) -> bool:
        """Whether less than a tenth of the time has passed; never where it ends before it begins."""
        total = (self.ends - self.begins).days
        return total > 0 and (day - self.begins).days * 10 < total


def _way(kpi: KpiView) -> _Way | None:
    if kpi.baseline is None or kpi.target is None or kpi.baseline == kpi.target:
        return None
    if kpi.baseline_date is None or kpi.target_date is None:
        return None
    return _Way(kpi.baseline, kpi.target, kpi.baseline_date, kpi.target_date)


def _counts(kpi: KpiView, reading: ReadingView, day: date) -> bool:
    if reading.read_on > day or (kpi.baseline_date is not None and reading.read_on < kpi.baseline_date):
        return False
    if kpi.mode == "learning" and (reading.narrative.strip() or reading.rating is not None):
        return True
    return measured(kpi, reading) is not None


def _mode(kpi: KpiView) -> str:
    """The mode to judge by, "" for none."""
    if kpi.mode in ("direction", "learning"):
        return kpi.mode
    same = kpi.target is not None and kpi.target == kpi.baseline
    if kpi.mode == "limit" or (kpi.mode == "target" and (same or kpi.better_is == "range")):
        return "limit" if bounds(kpi) != (None, None) else ""
    return "target" if kpi.mode == "target" and _way(kpi) else ""


def _is_stale(kpi: KpiView, latest: ReadingView, day: date) -> bool:
    every = value_register.days_between(kpi.frequency)
    return every is not None and (day - latest.read_on).days > _STALE * every


def _toward(progress: float, expected: float) -> Word:
    if _at_least(progress, _ON_TRACK * expected):
        return "on_track"
    return "watch" if _at_least(progress, _WATCH * expected) else "off_track"


def _within(kpi: KpiView, value: float) -> Word:
    """Inside on track, outside by no more than a tenth of the limit to be watched, further outside off track."""
    low, high = bounds(kpi)
    beyond = [] if low is None else [(low, low - value)]
    beyond += [] if high is None else [(high, value - high)]
    if all(_at_least(0, over) for _, over in beyond):
        return "on_track"
    return "watch" if all(_at_least(_NEAR * abs(limit), over) for limit, over in beyond) else "off_track"


def _trend(values: list[float]) -> Word:
    """Which way the last three readings go; too early to tell with fewer, and steady where they go to and fro."""
    if len(values) < _LAST:
        return "too_early"
    first, second, third = values
    if first == third or (second - first) * (third - second) < 0:
        return "steady"
    return "rising" if third > first else "falling"


def _at_least(value: float, bound: float) -> bool:
    """Whether a value reaches a bound, however the last digit of a float was rounded."""
    return value >= bound or math.isclose(value, bound, rel_tol=1e-9, abs_tol=1e-12)
