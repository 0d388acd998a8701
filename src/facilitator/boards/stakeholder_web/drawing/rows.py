"""Rows packed into columns: each row takes a stretch of height in one or several columns at once. Pixels."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

_HAIR = 1e-6  # what rounding may take


@dataclass(frozen=True, slots=True)
class Row:
    """What a row needs: half its height in each of the columns in which it shows, by their keys."""

    halves: tuple[tuple[str, float], ...]


def packed(rows: Iterable[Row], top: float, bottoms: Mapping[str, float], gap: float) -> list[float | None]:
    """The middle of each row, as high up as it can be in the order given; None where it finds no room.

    `bottoms` is how far down each column goes; `gap` stays free between any two rows that share a column.
    """
    used: dict[str, list[tuple[float, float]]] = {key: [] for key in bottoms}
    found: list[float | None] = []
    for row in rows:
        middle = _highest(row, used, top, bottoms, gap)
        found.append(middle)
        if middle is not None:
            for key, half in row.halves:
                used[key].append((middle - half, middle + half))
    return found


def _highest(
    row: Row,
    used: Mapping[str, Sequence[tuple[float, float]]],
    top: float,
    bottoms: Mapping[str, float],
    gap: float,
) -> float | None:
    first = top + max(half for _, half in row.halves)
    last = min(bottoms[key] - half for key, half in row.halves)
    tried = {first} | {below + gap + half for key, half in row.halves for _, below in used[key]}
    for middle in sorted(tried):
        if middle < first:
            continue
        if middle > last:
            return None
        if all(
            middle + half + gap <= above + _HAIR or middle - half - gap >= below - _HAIR
            for key, half in row.halves
            for above, below in used[key]
        ):
            return middle
    return None
