"""What an indicator says in a few words: amounts with their unit, what is promised, the latest reading."""

import math
import re
from datetime import date

from facilitator.boards.value_board.status import bounds, measured, standing
from facilitator.boards.value_board.view import KpiView, ReadingView
from facilitator.content import value_board as content
from facilitator.content.words import Words

_MOST_LETTERS = 9
_SCALES = ((1e12, "trillions"), (1e9, "billions"), (1e6, "millions"))
_LARGEST, _SMALLEST = 1e15, 1e-4
_RAISED = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
_SIGNS = {"%": "percent", "$": "dollars"}
_SCALE = re.compile(r"(.*\S)\s*\(([^()]*\d[^()]*)\)")  # "level (0–4)": what a number counts, and on what scale


def short_number(value: float, words: Words) -> str:
    """A number that has room in a chart: with as many decimals as leave it short, then in millions or powers of ten."""
    size = abs(value)
    if size >= _LARGEST or 0 < size < _SMALLEST:
        number, power = f"{value:.2e}".split("e")
        raised = str(int(power)).translate(_RAISED)
        return words("value.power_of_ten", number=words.number(float(number)), power=raised)
    for decimals in range(6, -1, -1):
        told = words.number(round(float(value), decimals))
        if len(told.lstrip("\u2212")) <= _MOST_LETTERS:
            return told
    scale, name = next(each for each in _SCALES if size >= each[0])
    return words(f"value.{name}", number=words.number(round(value / scale, 2)), count=size / scale)


def amount(kpi: KpiView, value: float, words: Words) -> str:
    """A value of an indicator with its unit ("77 days", "40%"), or a rating ("4 of 5")."""
    number, unit = short_number(value, words), kpi.unit.strip()
    if kpi.nature == "qualitative":
        return words("value.rating_of", rating=number)
    sign = _SIGNS.get(unit[:1])
    if sign:
        return words(f"value.amount_{sign}", number=number) + unit[1:]
    if scale := _SCALE.fullmatch(unit):
        return words("value.amount_on_scale", number=number, unit=scale[1], scale=scale[2])
    return words("value.amount", number=number, unit=unit) if unit else number


def finite(value: float | None) -> float | None:
    """A number that can be drawn, None for none."""
    return value if value is not None and math.isfinite(value) else None


def limits(kpi: KpiView) -> tuple[float | None, float | None]:
    """The floor and the ceiling that an indicator keeps to; (None, None) where what is promised is no limit.

    So does a target that is a range, and one that equals its baseline.
    """
    kept = kpi.mode == "limit" or (
        kpi.mode == "target" and (kpi.better_is == "range" or (kpi.target is not None and kpi.target == kpi.baseline))
    )
    low, high = bounds(kpi) if kept else (None, None)
    return finite(low), finite(high)


def promise(kpi: KpiView, words: Words) -> str:
    """What is promised, without its date: "From 77 days to 30 days", "At least 90%", "Higher is better"."""
    low, high = limits(kpi)
    if low is not None and high is not None:
        return words("value.between", low=_bare(kpi, low, words), high=amount(kpi, high, words))
    if low is not None:
        return words("value.at_least", limit=amount(kpi, low, words))
    if high is not None:
        return words("value.at_most", limit=amount(kpi, high, words))
    if kpi.mode == "learning":
        return _mode_name(kpi, words)
    baseline, target = finite(kpi.baseline), finite(kpi.target)
    if kpi.mode == "direction":
        better = kpi.better_is in ("up", "down")
        return words(f"value.better_{kpi.better_is}") if better else _mode_name(kpi, words)
    if baseline is not None and target is not None:
        return words("value.from_to", baseline=_bare(kpi, baseline, words), target=amount(kpi, target, words))
    if target is not None:
        return words("value.reach", target=amount(kpi, target, words))
    return words("value.from_baseline", baseline=amount(kpi, baseline, words)) if baseline is not None else ""


def promised_by(kpi: KpiView, words: Words) -> str:
    """By when: "by 31 December 2027"; "" where no day is known, or nothing is promised for one."""
    promised = finite(kpi.target) is not None or limits(kpi) != (None, None)
    if kpi.target_date is None or not promised or kpi.mode in ("direction", "learning"):
        return ""
    return words("value.by_day", day=words.date(kpi.target_date))


def latest_reading(kpi: KpiView, day: date | None) -> ReadingView | None:
    """The last reading that says something, of those that count on `day`; None without any."""
    if day is not None:
        return standing(kpi, day).latest
    said = [each for each in kpi.readings if says(kpi, each)]
    return max(said, key=lambda each: each.read_on, default=None)


def says(kpi: KpiView, reading: ReadingView) -> bool:
    """Whether a reading holds what its indicator is about."""
    return measured(kpi, reading) is not None or (kpi.mode == "learning" and bool(reading.narrative.strip()))


def reading_said(kpi: KpiView, reading: ReadingView, words: Words) -> str:
    """What a reading showed: its amount, the rating with what it means, or its finding where there is no number."""
    value = measured(kpi, reading)
    if value is None:
        return reading.narrative.strip()
    if kpi.nature == "qualitative":
        said = words(f"value.rating_{min(max(int(value), 1), 5)}")
        return words("value.told_of", name=amount(kpi, value, words), told=said)
    return amount(kpi, value, words)


def _bare(kpi: KpiView, value: float, words: Words) -> str:
    """A number whose unit follows with the next one; signs such as % stand with each."""
    number = short_number(value, words)
    sign = _SIGNS.get(kpi.unit.strip()[:1]) if kpi.nature != "qualitative" else None
    return words(f"value.amount_{sign}", number=number) if sign else number


def _mode_name(kpi: KpiView, words: Words) -> str:
    return content.choice_name("mode", kpi.mode).within(words.language)
