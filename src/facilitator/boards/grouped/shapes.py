"""What may be shown of one set of values, why it may not, and how many it takes."""

from dataclasses import dataclass
from typing import Literal

from facilitator.domain.refusal import EditRejected

BandName = Literal["low", "middle", "high"]
Frequency = Literal["nearly_all", "most", "about_half", "some", "a_few"]
Reason = Literal[
    "too_few",  # fewer than k organizations have a value
    "uniform",  # all, or all but one, in the same band
    "small_band",  # a band that is not empty has fewer than c
    "small_theme",  # fewer than c organizations raised it
    "small_unknown",  # fewer than c organizations did not know, or all but one or none did
    "small_segment",  # fewer than k inside or outside
    "complement",  # shown, it would give a hidden segment by subtraction
    "total",  # the whole, of which a segment is hidden
    "difference",  # fewer than c organizations changed it since an earlier summary
    "no_group",  # fewer than three organizations
    "no_change_enough",  # the whole summary: fewer than c organizations changed since an earlier one
]

LEAST = 3
"""No threshold goes below this: with two organizations, each knows what the other said."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """How many organizations a figure needs, and how many every band of it: k and c; raised, never below 3.

    The practice of statistical offices (least cell sizes of 3 or 5); raises EditRejected("threshold_low") (least) for
    less than 3, "threshold_order" where a group may be smaller than a cell.
    """

    group: int = 5
    cell: int = 3

    def __post_init__(self) -> None:
        if min(self.group, self.cell) < LEAST:
            raise EditRejected("threshold_low", least=LEAST)
        if self.group < self.cell:
            raise EditRejected("threshold_order")


@dataclass(frozen=True, slots=True)
class BandShare:
    """How many are in a band: a word, and the number only where every band that is not empty has k or more."""

    band: BandName
    word: Frequency
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """What is shown of a dimension or a statement. All empty: nothing is.

    `median` is rounded to halves. `similar`: all are broadly alike, with no figure. `bands` are those that are not
    empty, low first. `unknown`: how many did not know.
    """

    id: str
    median: float | None = None
    similar: bool = False
    bands: tuple[BandShare, ...] = ()
    unknown: Frequency | None = None
