"""Stakeholders as the layout sees them, and where they come to stand."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from facilitator.boards.stakeholder_web.layout.geometry import RINGS, rays
from facilitator.boards.stakeholder_web.layout.ground import PlacedLabel, within_frame
from facilitator.boards.stakeholder_web.layout.lettering import PLAIN, Label, Signs, first_label, other_labels
from facilitator.boards.stakeholder_web.layout.scenery import Scenery
from facilitator.boards.stakeholder_web.layout.styles import Style
from facilitator.domain.picture import Rect


class Somebody(NamedTuple):
    """A stakeholder as the layout sees it; `name` as it is shown, `number` that of the code."""

    name: str
    category: str
    ring: int
    placed: tuple[float, float] | None
    number: int = 0
    signs: Signs = PLAIN


def visiting(somebody: Somebody) -> Somebody:
    """The same one outside their sector, where no tab tells whose they are: with a patch in any style."""
    return somebody._replace(signs=somebody.signs._replace(patched=True))


class Labels:
    """The shapes of somebody's pill, the best first, measured when they are asked for."""

    def __init__(self, somebody: Somebody, style: Style) -> None:
        self._asked = somebody.name, style, somebody.signs

    def __iter__(self) -> Iterator[Label]:
        yield first_label(*self._asked)
        yield from other_labels(*self._asked)


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A web with everybody on it.

    `standings` in the order of the people, None for those who are counted in the stack of their category.
    """

    scene: Scenery
    standings: tuple[PlacedLabel | None, ...]
    stacks: tuple[tuple[str, PlacedLabel], ...] = ()

    def shown(self) -> int:
        """How many stand on the stage themselves."""
        return sum(standing is not None for standing in self.standings)


def home(somebody: Somebody, scene: Scenery) -> tuple[float, float]:
    """The place on the ring in the middle of the sector, or where a hand put somebody."""
    if somebody.placed:
        return somebody.placed
    return rays()[scene.sector(somebody.category).middle].point(RINGS[somebody.ring - 1])


def there(somebody: Somebody, style: Style, taken: Iterable[Rect]) -> PlacedLabel | None:
    """Standing at exactly the place where a hand put somebody, in the first shape that fits; None if none does."""
    if not somebody.placed:
        return None
    around: Sequence[Rect] = tuple(taken)
    for label in Labels(somebody, style):
        standing = PlacedLabel(*somebody.placed, label)
        rect = standing.rect
        if within_frame(rect) and not any(rect.overlaps(each) for each in around):
            return standing
    return None
