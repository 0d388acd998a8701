"""Packing for stages that are fuller than pills placed by ring and sector can make them: every gap is used.

The free stage is kept as all its largest empty rectangles (the "maximal rectangles" of Jylänki, A Thousand Ways to
Pack the Bin, 2010), so a place is found wherever there is one.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from facilitator.boards.stakeholder_web.layout.geometry import FRAME
from facilitator.boards.stakeholder_web.layout.ground import PlacedLabel, Taken
from facilitator.boards.stakeholder_web.layout.lettering import Label
from facilitator.boards.stakeholder_web.layout.sectors import Sector
from facilitator.domain.picture import Rect


class Parcel(NamedTuple):
    """What is to be packed: the shapes it may take, where its middle would like to be, and in which sector, if any.

    `astray` is by how many pixels its middle may lie outside the sector, where it takes the shapes of `away` if it has
    any: others are tried first.
    """

    labels: tuple[Label, ...]
    x: float
    y: float
    sector: Sector | None = None
    astray: float = 0.0
    away: tuple[Label, ...] = ()

    def ways(self) -> Iterator[tuple[Label, float]]:
        """Its shapes, and how far outside the sector it may lie with them."""
        yield from ((label, 0.0 if self.away else self.astray) for label in self.labels)
        yield from ((label, self.astray) for label in self.away)

    def may_lie_at(self, x: float, y: float, astray: float) -> bool:
        """Whether that is so near to its sector, if it has one."""
        return not self.sector or self.sector.outside(x, y, 0, 0) <= astray


class _Free(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def holds(self, other: "_Free") -> bool:
        return (
            self.left <= other.left
            and self.top <= other.top
            and self.right >= other.right
            and self.bottom >= other.bottom
        )


def packed(
    parcels: Sequence[Parcel], taken: Iterable[Taken], gap: float, *, tightly: bool, inside: Rect = FRAME
) -> tuple[PlacedLabel | None, ...]:
    """Where the parcels stand, `inside` a rectangle, with at least `gap` pixels between them.

    None for those for which nothing is left.

    The largest go first, each as near as can be to where it would like to be; `tightly` gives up that wish and takes
    the place where least is left over.
    """
    half = gap / 2
    room = inside.grown(half)
    free = [_Free(room.x, room.y, room.right, room.bottom)]
    for each in taken:
        free = _without(free, each.x, each.y, each.half_width + half, each.half_height + half)
    found: list[PlacedLabel | None] = [None] * len(parcels)
    sizes = [parcel.labels[0].width * parcel.labels[0].height for parcel in parcels]
    for place in sorted(range(len(parcels)), key=lambda place: -sizes[place]):
        standing = _tightest(free, parcels[place], gap) if tightly else _nearest(free, parcels[place], gap)
        if standing:
            found[place] = standing
            free = _without(
                free, standing.x, standing.y, standing.label.width / 2 + half, standing.label.height / 2 + half
            )
    return tuple(found)


def _nearest(free: Sequence[_Free], parcel: Parcel, gap: float) -> PlacedLabel | None:
    for label, astray in parcel.ways():
        half_width, half_height = (label.width + gap) / 2, (label.height + gap) / 2
        spots = []
        for left, top, right, bottom in free:
            if right - left >= 2 * half_width and bottom - top >= 2 * half_height:
                x = min(max(round(parcel.x), left + half_width), right - half_width)
                y = min(max(round(parcel.y), top + half_height), bottom - half_height)
                if parcel.may_lie_at(x, y, astray):
                    spots.append(((x - parcel.x) ** 2 + (y - parcel.y) ** 2, x, y))
        if spots:
            _, x, y = min(spots)
            return PlacedLabel(x, y, label)
    return None


def _tightest(free: Sequence[_Free], parcel: Parcel, gap: float) -> PlacedLabel | None:
    spots = []
    for choice, label in enumerate(parcel.labels):
        width, height = label.width + gap, label.height + gap
        for left, top, right, bottom in free:
            over_x, over_y = right - left - width, bottom - top - height
            if over_x >= 0 and over_y >= 0:
                x = left + width / 2 if parcel.x < (left + right) / 2 else right - width / 2
                y = top + height / 2 if parcel.y < (top + bottom) / 2 else bottom - height / 2
                spots.append((min(over_x, over_y), choice, x, y))
    if not spots:
        return None
    _, choice, x, y = min(spots)
    return PlacedLabel(x, y, parcel.labels[choice])


def _without(free: Sequence[_Free], x: float, y: float, half_width: float, half_height: float) -> list[_Free]:
    """The largest empty rectangles once this one is taken."""
    left, right, top, bottom = x - half_width, x + half_width, y - half_height, y + half_height
    kept, parts = [], []
    for each in free:
        if left >= each.right or right <= each.left or top >= each.bottom or bottom <= each.top:
            kept.append(each)
            continue
        if left > each.left:
            parts.append(each._replace(right=left))
        if right < each.right:
            parts.append(each._replace(left=right))
        if top > each.top:
            parts.append(each._replace(bottom=top))
        if bottom < each.bottom:
            parts.append(each._replace(top=bottom))
    parts = sorted(set(parts), key=lambda part: -(part.right - part.left) * (part.bottom - part.top))
    for part in parts:
        if not any(other.holds(part) for other in kept):
            kept.append(part)
    return kept
