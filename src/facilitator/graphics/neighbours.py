"""Which item is next: the geometry behind Tab and the arrow keys. No Qt."""

from collections.abc import Mapping, Sequence
from typing import Literal

from facilitator.domain.picture import Rect

Direction = Literal["left", "right", "up", "down"]

_SIDEWAYS = 2.5  # how much dearer a pixel aside is than a pixel ahead


def nearest(boxes: Mapping[str, Rect], start: str, direction: Direction) -> str | None:
    """The item to reach from `start` by an arrow key: the closest one ahead, with those well aside last.

    None when there is nothing in that direction. Distances run from centre to centre, in stage pixels.
    """
    x, y = boxes[start].centre
    best: tuple[float, str] | None = None
    for item_id, box in boxes.items():
        ahead, aside = _offset(box.centre[0] - x, box.centre[1] - y, direction)
        if item_id == start or ahead <= 1:
            continue
        cost = ahead + _SIDEWAYS * abs(aside)
        if best is None or (cost, item_id) < best:
            best = cost, item_id
    return best[1] if best else None


def beside(boxes: Mapping[str, Rect], start: str, direction: Direction) -> str | None:
    """The item to reach from `start` where the other end of a link is sought: to a side, one of the next column there.

    The next column is what overlaps, from left to right, with the closest item that lies wholly on that side; the one
    at about the height of `start` is reached first. Up and down are as for `nearest`.
    """
    if direction in ("up", "down"):
        return nearest(boxes, start, direction)
    own, rightwards = boxes[start], direction == "right"

    def gap(box: Rect) -> float:
        return box.x - (own.x + own.width) if rightwards else own.x - (box.x + box.width)

    ahead = {item_id: box for item_id, box in boxes.items() if item_id != start and gap(box) >= 0}
    if not ahead:
        return nearest(boxes, start, direction)
    closest = min(ahead.values(), key=gap)
    column = [each for each, box in ahead.items() if gap(box) < gap(closest) + closest.width]
    return min(column, key=lambda each: (abs(boxes[each].centre[1] - own.centre[1]), each))


def following(order: Sequence[str], start: str | None, step: int) -> str | None:
    """The item `step` places after `start` in `order` (the first or last one without a start); None past the end."""
    if not order:
        return None
    if start not in order:
        return order[0] if step > 0 else order[-1]
    place = order.index(start) + step
    return order[place] if 0 <= place < len(order) else None


def _offset(dx: float, dy: float, direction: Direction) -> tuple[float, float]:
    match direction:
        case "right":
            return dx, dy
        case "left":
            return -dx, dy
        case "down":
            return dy, dx
        case "up":
            return -dy, dx
