"""What may be shown of the answers to a statement: the rules of group summaries, with people in the place of units.

Nothing of fewer than five, no band of fewer than three, and nothing that a comparison with what was shown before gives
away. From five on everybody sees the median, also where all are alike: were it missing then, that would tell it.
Pure, and blind to who said what.
"""

from dataclasses import replace
from statistics import median

from facilitator.boards.grouped.cells import rounded, shown
from facilitator.boards.grouped.shapes import Item, Reason, Thresholds
from facilitator.content.feedback import LEVELS

LIMITS = Thresholds()
"""Five people for a figure, three for any part of one and for a change of what was shown."""

Tally = tuple[int, ...]
"""How many chose 1, 2, 3, 4 and 5."""

NOBODY: Tally = (0,) * len(LEVELS)


def result_of(statement: str, tally: Tally) -> tuple[Item, tuple[Reason, ...]]:
    """What may be shown of these answers, from 0 to 4 as the rules count, and why what is not shown is hidden.

    Bands come in words alone: with their numbers, everybody would know how many answered to the last one. They are
    missing where all or all but one are alike, as wherever a part is small, and for one reason: neither is told.
    """
    values = [float(place) for place, many in enumerate(tally) for _ in range(many)]
    if len(values) < LIMITS.group:
        return Item(statement), ("too_few",)
    found, _ = shown(statement, values, LIMITS)
    bands = tuple(replace(band, count=None) for band in found.bands)
    return Item(statement, median=rounded(median(values)), bands=bands), () if bands else ("small_band",)


def median_of(result: Item) -> float | None:
    """The median from 1 to 5, in halves; None where it is not shown."""
    return None if result.median is None else result.median + LEVELS[0]


def changed_by(before: Tally, now: Tally) -> int:
    """The least number of people whose answers make the difference."""
    pairs = list(zip(before, now, strict=True))
    more, less = (sum(max(sign * (new - old), 0) for old, new in pairs) for sign in (1, -1))
    return max(more, less)


def may_be_shown(before: Tally, now: Tally) -> bool:
    """Whether answers may be shown now, where those `before` were (NOBODY: none were yet).

    Five or more; and after something was shown, three or more that changed it: of fewer, a comparison would tell the
    answers.
    """
    if sum(now) < LIMITS.group:
        return False
    return before == NOBODY or changed_by(before, now) >= LIMITS.cell
