"""The tray of those whose level is not known: pills in columns side by side, from the top down. Pixels."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from facilitator.boards.stakeholder_web.drawing.slips import Slip
from facilitator.domain.picture import Rect

_MOST_COLUMNS = 4
_NARROWEST = 150.0  # width of a column of pills where there are several


class Lying(NamedTuple):
    """A pill in the tray and where it lies; `rect` is None where there was no room."""

    label: Slip
    rect: Rect | None


def laid_in(inside: Rect, gap: float, least: float, labels: Callable[[float], Sequence[Slip]]) -> tuple[Lying, ...]:
    """Everybody in the order given, in as few columns of alike width as hold all, else in those that hold the most.

    `labels` makes the pills for columns of a width; several columns are never narrower than `least`.
    """
    best: tuple[Lying, ...] = ()
    for columns in range(1, _MOST_COLUMNS + 1):
        wide = (inside.width - (columns - 1) * gap) / columns
        if columns > 1 and wide < max(_NARROWEST, least):
            break
        found = _in_columns(inside, gap, columns, labels(wide))
        if not best or _count(found) > _count(best):
            best = found
        if _count(best) == len(best):
            break
    return best


def _in_columns(inside: Rect, gap: float, columns: int, labels: Sequence[Slip]) -> tuple[Lying, ...]:
    found = []
    step = (inside.width + gap) / columns
    column, top = 0, inside.y
    for label in labels:
        if top + label.height > inside.bottom and top > inside.y and column < columns:
            column, top = column + 1, inside.y
        if column == columns or top + label.height > inside.bottom:
            found.append(Lying(label, None))
            continue
        found.append(Lying(label, Rect(inside.x + round(column * step), top, label.width, label.height)))
        top += label.height + gap
    return tuple(found)


def _count(lying: Sequence[Lying]) -> int:
    return sum(each.rect is not None for each in lying)
