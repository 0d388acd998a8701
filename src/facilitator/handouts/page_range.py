"""Pages as people ask for them: "2-4, 7", "5-", "all"."""

import re
from collections.abc import Sequence

from facilitator.domain.refusal import StoreError

_EVERY = {"", "all", "tout", "tous", "toutes"}
_PIECE = re.compile(r"(\d{1,6})?\s*([-–—]?)\s*(\d{1,6})?")


def page_numbers(asked: str, count: int) -> tuple[int, ...]:
    """The numbers, from 1 and each once, of the pages asked for, of `count`; all for "", "all" and "toutes".

    A range may lack one end ("5-" to the last, "-3" from the first).
    Raises StoreError as `page_pieces` does, "page_beyond" (page, count) for pages that aren't there.
    """
    numbers: set[int] = set()
    for first, to in page_pieces(asked):
        last = count if to is None else to
        beyond = next((page for page in (first, last) if not 1 <= page <= count), None)
        if beyond is not None:
            raise StoreError("page_beyond", page=beyond, count=count)
        numbers.update(range(first, last + 1))
    return tuple(sorted(numbers))


def page_pieces(asked: str) -> tuple[tuple[int, int | None], ...]:
    """The runs of pages asked for, each from its first to its last, None for as far as there are any.

    Raises StoreError: "page_range" (asked) for what is none, "page_order" (first, last) for one written from its end.
    """
    if asked.strip().lower() in _EVERY:
        return ((1, None),)
    runs: list[tuple[int, int | None]] = []
    for piece in re.split("[,;]", asked):
        found = _PIECE.fullmatch(piece.strip())
        if not found or not (found[1] or found[3]) or (found[1] and found[3] and not found[2]):
            raise StoreError("page_range", asked=asked.strip())
        first = int(found[1]) if found[1] else 1
        last = int(found[3]) if found[3] else (None if found[2] else first)
        if last is not None and 1 <= last < first:
            raise StoreError("page_order", first=first, last=last)
        runs.append((first, last))
    return tuple(runs)


def as_range(numbers: Sequence[int]) -> str:
    """Numbers in order as the name of a file tells them: 2, 3, 4 and 7 as "2-4+7"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return "+".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)
