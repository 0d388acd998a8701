"""Lines that stand alike at the edges of several pages: readers and checkers take them for page furniture.

Furniture is not read aloud on each page; a line of a table is, so none of it may look like furniture.
"""

from collections import defaultdict
from itertools import groupby
from typing import NamedTuple

from facilitator.content import typeface
from facilitator.handouts.styles import EDGE

_SAME_LINE = 0.5  # of the size of letters, between the middles of two runs
_SLACK = 2.0  # points by which a face may be measured otherwise
_PAGES = 3


class _Run(NamedTuple):
    page: int
    middle: float
    size: float
    left: float
    text: str


class EdgeLines:
    """What is read aloud in the head and the foot of pages, the `EDGE` share of their height each."""

    def __init__(self) -> None:
        self._runs: list[_Run] = []

    def note(self, text: str, page: int, left: float, baseline: float, size: float, height: float) -> None:
        """A line was drawn on a page of that height, in letters of that size; all in points from its lower left."""
        bottom, top = baseline - typeface.descent(size), baseline + typeface.ascent(size)
        if bottom >= (1 - EDGE) * height - _SLACK or top <= EDGE * height + _SLACK:
            self._runs.append(_Run(page, (bottom + top) / 2, size, left, text))

    def any_repeated(self, pages: int) -> bool:
        """Whether a line is on three pages of a file of so many, or on all; digits and blanks make no difference."""
        found = defaultdict[str, set[int]](set)
        for page, runs in groupby(sorted(self._runs, key=lambda run: run.page), key=lambda run: run.page):
            for line in _lines(list(runs)):
                found[line].add(page)
        return pages >= _PAGES and any(len(on) >= min(pages, _PAGES) for on in found.values())


def _lines(runs: list[_Run]) -> list[str]:
    """The lines of one page, each put together from left to right and bare of digits and blanks."""
    lines: list[list[_Run]] = []
    for run in sorted(runs, key=lambda each: -each.middle):
        if lines and lines[-1][-1].middle - run.middle <= _SAME_LINE * run.size:
            lines[-1].append(run)
        else:
            lines.append([run])
    told = ("".join(run.text for run in sorted(line, key=lambda each: each.left)) for line in lines)
    return [
        "".join(letter for letter in line.lower() if not letter.isdigit() and not letter.isspace()) for line in told
    ]
