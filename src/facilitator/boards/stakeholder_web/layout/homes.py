"""Which spots are tried for somebody: at home in the sector, and where they may be when there is none."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from facilitator.boards.stakeholder_web.layout.geometry import DIRECTIONS, FRAME, RINGS, rays
from facilitator.boards.stakeholder_web.layout.ground import Ground, PlacedLabel, Taken
from facilitator.boards.stakeholder_web.layout.lettering import Label
from facilitator.boards.stakeholder_web.layout.packing import Parcel, packed
from facilitator.boards.stakeholder_web.layout.people import Labels, Somebody, home
from facilitator.boards.stakeholder_web.layout.placing import Area, airy, nearest, squeezed_in, wish
from facilitator.boards.stakeholder_web.layout.scenery import Scenery
from facilitator.boards.stakeholder_web.layout.sectors import Sector
from facilitator.boards.stakeholder_web.layout.spots import COARSE, lines
from facilitator.boards.stakeholder_web.layout.styles import Style
from facilitator.domain.picture import Rect

_GAP = 4  # pixels between pills where there is not a spot left for them otherwise
_ON_RING, _NEAR_RING, _FARTHER, _ANYWHERE = 0.1, 0.3, 0.45, 1.0  # how far from the ring, of the way from hub to rim
_REACH = 120  # pixels from the middle of a pill to its ends, about
_OUT = 10.0  # pixels by which the middle of a pill may lie outside a sector that is packed
_ASTRAY = DIRECTIONS // 12  # directions to either side in which there may be a spot for those left over


class Tightness(NamedTuple):
    """A style, and whether it is the first that is tried or the last."""

    style: Style
    first: bool
    last: bool

    def ways(self) -> Iterator[tuple[float, float]]:
        """Gaps (pixels) and distances from the ring that are tolerated, one after the other."""
        yield self.style.gap, _ON_RING if self.first else _NEAR_RING
        if not self.first:
            yield _GAP, _FARTHER
        if self.last:
            yield _GAP, _ANYWHERE


def at_home(
    somebody: Somebody, sector: Sector, tightness: Tightness, ground: Ground, others: Sequence[Taken]
) -> PlacedLabel | None:
    """The best free spot in the sector for a pill of that style; `others` are the pills of the sector."""
    style = tightness.style
    labels = Labels(somebody, style)
    direction = wish(somebody.number, sector)
    standing = airy(labels, style.gap, sector, somebody.ring, direction, ground, others)
    if standing:
        return standing
    for gap, off_ring in tightness.ways():
        area = Area(sector, sector.start, sector.end, off_ring)
        standing = squeezed_in(labels, gap, area, somebody.ring, direction, ground, others)
        if standing:
            return standing
    return None


def packed_at_home(
    people: Sequence[Somebody], scene: Scenery, style: Style, taken: Sequence[Taken]
) -> tuple[PlacedLabel, ...] | None:
    """All people of a sector in there anew, each as near the ring as can be; None if there isn't room for all."""
    inside = _around(scene.sector(people[0].category))
    for gap in (style.gap, _GAP):
        parcels = [
            Parcel(tuple(Labels(each, style)), *home(each, scene), scene.sector(each.category), _OUT)
            for each in (each._replace(placed=None) for each in people)
        ]
        found = [standing for standing in packed(parcels, taken, gap, tightly=False, inside=inside) if standing]
        if len(found) == len(people):
            return tuple(found)
    return None


def _around(sector: Sector) -> Rect:
    """The part of the frame that pills of a sector can reach."""
    spots = [spot for line in lines(COARSE) for spot in line.between(sector.start, sector.end)]
    left = max(FRAME.x, min(spot.x for spot in spots) - _REACH)
    right = min(FRAME.right, max(spot.x for spot in spots) + _REACH)
    top = max(FRAME.y, min(spot.y for spot in spots) - _REACH)
    bottom = min(FRAME.bottom, max(spot.y for spot in spots) + _REACH)
    return Rect(left, top, right - left, bottom - top)


def astray(somebody: Somebody, scene: Scenery, style: Style, ground: Ground) -> PlacedLabel | None:
    """The best free spot around the sector, or wherever there is one."""
    sector, labels = scene.sector(somebody.category), Labels(somebody, style)
    area = Area(None, max(0, sector.middle - _ASTRAY), min(DIRECTIONS, sector.middle + _ASTRAY), _FARTHER)
    standing = squeezed_in(labels, _GAP, area, somebody.ring, sector.middle, ground, [])
    return standing or close_by(somebody, scene, style, ground)


def close_by(somebody: Somebody, scene: Scenery, style: Style, ground: Ground) -> PlacedLabel | None:
    """The free spot nearest to where a hand put somebody, or to the ring in the middle of the sector."""
    return nearest(Labels(somebody, style), _GAP, *home(somebody, scene), ground)


def near_rim(label: Label, sector: Sector, ground: Ground) -> PlacedLabel | None:
    """The best free spot for the stack of a sector."""
    area = Area(sector, sector.start, sector.end, _ANYWHERE)
    standing = squeezed_in([label], _GAP, area, len(RINGS), sector.middle, ground, [])
    return standing or nearest([label], _GAP, *rays()[sector.middle].point(RINGS[-1]), ground)
