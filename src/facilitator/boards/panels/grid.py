"""How panels stand beside and below each other: in rows of columns of cards, where full panels have several."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facilitator.boards.drawing import HEADER
from facilitator.domain.picture import STAGE_HEIGHT, STAGE_WIDTH

SIDE = 40.0
TOP = HEADER.bottom + 18
BOTTOM = STAGE_HEIGHT - 22.0
BESIDE = 32.0
"""Between two columns of cards of different panels."""

WITHIN = 18.0
"""Between two columns of cards of one panel."""

_ROW, _MOST_COLUMNS = 5, 6
_LEAST_COLUMN = 250.0


@dataclass(frozen=True, slots=True)
class Cell:
    """A panel, by its place from 0, with its left edge, its width, and how many columns of cards it has."""

    panel: int
    left: float
    width: float
    columns: int

    @property
    def card_width(self) -> float:
        """How wide a card in it is."""
        return (self.width - (self.columns - 1) * WITHIN) / self.columns


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of panels from top to bottom; `aside` stands left of all of them, as high as they are together."""

    rows: tuple[tuple[Cell, ...], ...]
    aside: Cell | None = None

    @property
    def cells(self) -> tuple[Cell, ...]:
        """All panels in their order."""
        rest = tuple(cell for row in self.rows for cell in row)
        return (self.aside, *rest) if self.aside else rest


def grids(weights: Sequence[float]) -> Iterator[Grid]:
    """The grids for panels of these weights (how much stands in each), those of the fewest columns first.

    How panels are grouped in rows depends on their number alone, so that they keep their places while cards come: up
    to five stand side by side, more in two rows, and of an odd number the first beside both. A weighty panel gets more
    columns than others where there are some to spare.
    """
    count = len(weights)
    aside = count > _ROW and count % 2 == 1 and count < 2 * _ROW
    shared = list(range(1 if aside else 0, count))
    rows = _in_rows(shared)
    across = max(map(len, rows)) + aside
    least = max(across, 2)
    most = max((n for n in range(least, max(_MOST_COLUMNS, least) + 1) if _column(n) >= _LEAST_COLUMN), default=least)
    for columns in range(least, most + 1):
        yield _grid(rows, aside, weights, columns)


def _in_rows(panels: Sequence[int]) -> list[list[int]]:
    count = len(panels)
    rows = 1 if count <= _ROW else 2 if count <= 2 * _ROW else -(-count // _MOST_COLUMNS)
    across = -(-count // rows)
    return [list(panels[start : start + across]) for start in range(0, count, across)]


def _column(columns: int) -> float:
    return (STAGE_WIDTH - 2 * SIDE - (columns - 1) * BESIDE) / columns


def _grid(rows: Sequence[Sequence[int]], aside: bool, weights: Sequence[float], columns: int) -> Grid:
    """The panels in so many columns of one width; those to spare go to the weightiest."""
    first = 0
    if aside:
        row = max(len(each) for each in rows)
        others = max(sum(weights[each] for each in row_) for row_ in rows) / row
        first = 2 if columns > row + 1 and weights[0] > others else 1
    own = Cell(0, SIDE, _width(first, columns), first) if aside else None
    return Grid(tuple(_row(row, weights, first, columns) for row in rows), own)


def _row(row: Sequence[int], weights: Sequence[float], start: int, columns: int) -> tuple[Cell, ...]:
    shares = dict.fromkeys(row, 1)
    for _ in range(columns - start - len(row)):
        weightiest = max(row, key=lambda each: (weights[each] / shares[each], -each))
        shares[weightiest] += 1
    cells, at = [], start
    for panel, share in shares.items():
        left = SIDE + at * (_column(columns) + BESIDE)
        cells.append(Cell(panel, left, _width(share, columns), share))
        at += share
    return tuple(cells)


def _width(share: int, columns: int) -> float:
    return share * _column(columns) + (share - 1) * BESIDE
