"""What may be shown of one set of values, one an organization: medians, bands, words. Pure, and blind to who said it.

Thresholds for a group and for each cell are the practice of statistical offices (least cell sizes of 3 or 5); bands,
words and the rule of uniform answers are our own.
"""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from math import floor
from statistics import median

from facilitator.boards.grouped.shapes import BandName, BandShare, Frequency, Item, Reason, Thresholds

BANDS: tuple[BandName, ...] = ("low", "middle", "high")

_WORDS: tuple[tuple[int, Frequency], ...] = ((80, "nearly_all"), (60, "most"), (40, "about_half"), (20, "some"))
"""From how many per cent on a word is used; "a_few" below all of them."""

_GROUPS = ((3, 4), (5, 9), (10, 19), (20, 49))


def group_band(count: int) -> str:
    """How many organizations, as roughly as it is told: "3-4", "5-9", "10-19", "20-49", "50+"; "" below 3."""
    for least, most in _GROUPS:
        if least <= count <= most:
            return f"{least}-{most}"
    return "50+" if count >= 50 else ""


def band_of(value: float) -> BandName:
    """Low for 0 and 1, middle for 2, high for 3 and 4; of medians between two levels, 1.5 and 2.5 are in the middle."""
    if value < 1.5:
        return "low"
    return "high" if value > 2.5 else "middle"


def frequency(count: int, of: int) -> Frequency:
    """The word for so many of so many: 80 % nearly all, 60 % most, 40 % about half, 20 % some, below a few.

    Exact at its limits: 60 % of 5 is 3, which is "most". Whether a word may be said at all is for others to judge.
    Raises ZeroDivisionError where there is nobody.
    """
    share = Fraction(100 * count, of)
    return next((word for least, word in _WORDS if share >= least), "a_few")


def rounded(value: float) -> float:
    """A median to the nearest half; what lies between two halves goes up."""
    return floor(2 * value + 0.5) / 2


def is_uniform(values: Sequence[float]) -> bool:
    """Whether all values, or all but one, are in the same band: a figure would then tell everybody's answer."""
    counts = Counter(map(band_of, values))
    return max(counts.values(), default=0) >= len(values) - 1


def shown(item_id: str, values: Sequence[float], thresholds: Thresholds) -> tuple[Item, tuple[Reason, ...]]:
    """What may be shown of these values, and why what is not shown is hidden.

    Fewer than k values: nothing. Uniform: broadly similar, with no figure. Else the median to halves; with it the bands
    in words where every band that is not empty has c or more, and their numbers where every one has k or more.
    """
    if len(values) < thresholds.group:
        return Item(item_id), ("too_few",)
    if is_uniform(values):
        return Item(item_id, similar=True), ("uniform",)
    found = Item(item_id, median=rounded(median(values)))
    counts = Counter(map(band_of, values))
    least = min(counts.values())
    if least < thresholds.cell:
        return found, ("small_band",)
    bands = tuple(
        BandShare(band, frequency(counts[band], len(values)), counts[band] if least >= thresholds.group else None)
        for band in BANDS
        if counts[band]
    )
    return Item(item_id, median=found.median, bands=bands), ()


def unknown_word(unknown: int, of: int, thresholds: Thresholds) -> Frequency | None:
    """The word for how many did not know; None where fewer than c did not, or all did not or all but one."""
    if of < thresholds.group or unknown < thresholds.cell or of - unknown <= 1:
        return None
    return frequency(unknown, of)
