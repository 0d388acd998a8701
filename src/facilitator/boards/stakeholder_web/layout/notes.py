"""The small words on a web, where there is room for them: prompts in empty sectors, and the names of the rings."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from facilitator.boards.stakeholder_web.layout.geometry import CENTRE_X, CENTRE_Y, FRAME, RINGS, rays
from facilitator.boards.stakeholder_web.layout.layout import WebLayout
from facilitator.boards.stakeholder_web.layout.lettering import Label, note_label
from facilitator.boards.stakeholder_web.layout.sectors import Sector
from facilitator.content import methods
from facilitator.domain.language import Language
from facilitator.domain.picture import Rect

_PROMPT_WIDTHS = (250.0, 200.0, 160.0)
_PROMPT_DISTANCES = (0.62, 0.7, 0.54, 0.78)
_PROMPT_LINES = 5
_APART = 10.0
_PAD_X, _PAD_Y = 8.0, 2.0


@dataclass(frozen=True, slots=True)
class Note:
    """Words in a rectangle; `category` is that of the sector that they belong to, "" for none."""

    rect: Rect
    lines: tuple[str, ...]
    category: str


def prompts(
    layout: WebLayout,
    size: float,
    category_set: methods.CategorySet,
    language: Language,
    reasons: Mapping[str, str] = MappingProxyType({}),
) -> tuple[Note, ...]:
    """The question of each empty sector that has room for it, or what `reasons` say of its category in its place."""
    filled = {pill.category for pill in layout.pills} | {stack.category for stack in layout.stacks}
    taken = _taken(layout)
    found = []
    for sector in layout.scenery.sectors:
        if sector.category not in filled | layout.dimmed:
            prompt = methods.category(sector.category, category_set).prompt.within(language)
            text = reasons.get(sector.category, prompt)
            note = _prompt(sector, text, size, taken)
            if note:
                found.append(note)
                taken.append(note.rect)
    return tuple(found)


def ring_names(layout: WebLayout, size: float, language: Language, also_taken: Sequence[Rect]) -> tuple[Note, ...]:
    """The names of the rings, along the border between two sectors where most of them are free of anything else."""
    taken = [*_taken(layout), *also_taken]
    ends = [pill.rect.centre for pill in layout.pills]
    labels = [note_label(ring.name.within(language), size, FRAME.width, 1) for ring in methods.rings()]
    best: list[Note] = []
    for sector in layout.scenery.sectors:
        for side in (0.0, -1.0, 1.0):
            row = list(_along(sector.start, side, labels, taken, ends))
            if len(row) == len(labels):
                return tuple(row)
            best = max(best, row, key=len)
    return tuple(best) if len(best) > 1 else ()


def _along(
    direction: int,
    side: float,
    labels: Sequence[Label],
    taken: Sequence[Rect],
    spokes: Sequence[tuple[float, float]],
) -> Iterator[Note]:
    """The names that are free along one direction: on it, or to its left (side -1) or right (1)."""
    named: list[Rect] = []
    for ring, label in enumerate(labels):
        x, y = rays()[direction].point(RINGS[ring])
        rect = _around(x + side * (label.width / 2 + _PAD_X + _APART / 2), y, label)
        if _is_free(rect, [*taken, *named]) and not any(_crosses(rect, *end) for end in spokes):
            named.append(rect)
            yield Note(rect, label.lines, "")


def _crosses(rect: Rect, x: float, y: float) -> bool:
    """Whether the spoke to a pill with this centre runs over the rectangle."""
    first, last = 0.0, 1.0
    for start, way, low, high in (
        (CENTRE_X, x - CENTRE_X, rect.x, rect.right),
        (CENTRE_Y, y - CENTRE_Y, rect.y, rect.bottom),
    ):
        if abs(way) < 1e-9:
            if not low < start < high:
                return False
            continue
        enters, leaves = sorted(((low - start) / way, (high - start) / way))
        first, last = max(first, enters), min(last, leaves)
    return first < last


def _prompt(sector: Sector, text: str, size: float, taken: Sequence[Rect]) -> Note | None:
    for width in _PROMPT_WIDTHS:
        label = note_label(text, size, width, _PROMPT_LINES)
        for distance in _PROMPT_DISTANCES:
            x, y = rays()[sector.middle].point(distance)
            rect = _around(x, y, label)
            if not sector.outside(x, y, rect.width / 2, rect.height / 2) and _is_free(rect, taken):
                return Note(rect, label.lines, sector.category)
    return None


def _around(x: float, y: float, label: Label) -> Rect:
    width, height = label.width + 2 * _PAD_X, label.height + 2 * _PAD_Y
    return Rect(round(x - width / 2), round(y - height / 2), width, height)


def _is_free(rect: Rect, taken: Sequence[Rect]) -> bool:
    inside = FRAME.contains(rect.x, rect.y) and FRAME.contains(rect.right, rect.bottom)
    return inside and not any(rect.grown(_APART).overlaps(other) for other in taken)


def _taken(layout: WebLayout) -> list[Rect]:
    stands = [pill.rect for pill in layout.pills] + [stack.rect for stack in layout.stacks]
    legend = [layout.legend.rect] if layout.legend else []
    return [layout.scenery.hub, *layout.scenery.tabs, *legend, *stands]
