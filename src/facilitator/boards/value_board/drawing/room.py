"""Room for small words among lines and dots."""

from collections.abc import Iterable, Iterator

from facilitator.domain.picture import Rect

Place = tuple[float, float]


class Room:
    """What is left of an area in which `lines` run from place to place; what is taken is taken."""

    def __init__(self, area: Rect, lines: Iterable[tuple[Place, Place]]) -> None:
        self._area, self._lines = area, tuple(lines)
        self._taken: list[Rect] = []

    def take(self, box: Rect) -> None:
        """Keep words out of a box from now on."""
        self._taken.append(box)

    def beside(self, x: float, y: float, wide: float, high: float, clear: float) -> Rect | None:
        """A box so large near a point, which it takes; None where every place above or below would meet something."""
        for left, top in _places(x, y, wide, high, clear):
            box = Rect(left, top, wide, high)
            if self._is_free(box):
                self.take(box)
                return box
        return None

    def _is_free(self, box: Rect) -> bool:
        area = self._area
        inside = box.x >= area.x and box.right <= area.right and box.y >= area.y and box.bottom <= area.bottom
        if not inside or any(box.overlaps(other) for other in self._taken):
            return False
        return not any(crosses(box.grown(2), *line) for line in self._lines)


def crosses(box: Rect, start: Place, end: Place) -> bool:
    """Whether a straight line enters a box (after Liang and Barsky)."""
    (x, y), (dx, dy) = start, (end[0] - start[0], end[1] - start[1])
    enters, leaves = 0.0, 1.0
    for step, room in ((-dx, x - box.x), (dx, box.right - x), (-dy, y - box.y), (dy, box.bottom - y)):
        if step == 0:
            if room < 0:
                return False
        elif step < 0:
            enters = max(enters, room / step)
        else:
            leaves = min(leaves, room / step)
    return enters <= leaves


def _places(x: float, y: float, wide: float, high: float, clear: float) -> Iterator[Place]:
    """Above, then below; in the middle, then to the sides."""
    for top in (y - clear - high, y + clear):
        yield from ((left, top) for left in (x - wide / 2, x - wide, x))
    yield from ((left, y - high / 2) for left in (x + clear, x - clear - wide))
