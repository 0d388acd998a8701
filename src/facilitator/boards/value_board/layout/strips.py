"""The band at the foot of the board: assumptions, side effects and what is parked, where there is any."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from facilitator.boards.drawing import lines_of
from facilitator.boards.value_board.layout.settings import shown_text
from facilitator.boards.value_board.view import CardView
from facilitator.content.typeface import line_height, width
from facilitator.domain.picture import Rect

PAD = 10.0
_BESIDE = 10.0
_STRIPS_BESIDE = 34.0
_NAME_BELOW = 6.0
_MOST_WIDE = 330.0
_LEAST_EMS = 12.5
_ABOVE = 6.0


@dataclass(frozen=True, slots=True)
class StripCard:
    """A card in a strip: its text begins `tab` pixels from its left, after its code."""

    card: CardView
    rect: Rect
    tab: float
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Strip:
    """A strip with its cards from left to right, those in the stack after the last of them, and its whole box."""

    id: str
    rect: Rect
    cards: tuple[StripCard, ...]
    rest: tuple[str, ...]
    stack: Rect | None


def strips_height(strips: Mapping[str, Sequence[CardView]], size: float, lines: int) -> float:
    """How high the band is with cards of so many lines of letters of this size; 0 where no strip holds anything."""
    if not any(strips.values()):
        return 0.0
    return 2 * PAD + line_height(size) + _NAME_BELOW + lines * line_height(size) + 2 * _ABOVE


def strips_of(strips: Mapping[str, Sequence[CardView]], band: Rect, size: float) -> tuple[Strip, ...]:
    """The strips that hold anything, side by side in a band of `strips_height`.

    Cards are as wide as lets all be seen, but not too narrow for letters of this size; each strip has one at least,
    and what has no room is counted in a stack.
    """
    held = {its_id: cards for its_id, cards in strips.items() if cards}
    room = band.width - 2 * PAD - (len(held) - 1) * _STRIPS_BESIDE
    least = _LEAST_EMS * size
    most = max(int((room + _BESIDE * len(held)) / (least + _BESIDE)), len(held))
    slots = _shared(held, most)
    taken = sum(slots.values())
    wide = min((room + _BESIDE * len(held)) / taken - _BESIDE, _MOST_WIDE)
    found = []
    left = band.x + PAD
    for its_id, cards in held.items():
        strip = _strip(its_id, cards, slots[its_id], Rect(left, band.y, wide, band.height), size)
        found.append(strip)
        left = strip.rect.right - PAD + _STRIPS_BESIDE
    return tuple(found)


def _shared(held: Mapping[str, Sequence[CardView]], most: int) -> dict[str, int]:
    """How many places each strip has, one after the other in turn; a stack takes the last of its places."""
    slots = dict.fromkeys(held, 1)
    while sum(slots.values()) < most:
        wanting = [its_id for its_id, cards in held.items() if slots[its_id] < len(cards)]
        if not wanting:
            break
        slots[min(wanting, key=lambda its_id: slots[its_id])] += 1
    return slots


def _strip(its_id: str, cards: Sequence[CardView], slots: int, first: Rect, size: float) -> Strip:
    top = first.y + PAD + line_height(size) + _NAME_BELOW
    high = first.bottom - PAD - top
    lines = round((high - 2 * _ABOVE) / line_height(size))
    shown = cards if len(cards) <= slots else cards[: max(slots - 1, 0)]
    rest = tuple(card.id for card in cards[len(shown) :])
    boxes = [Rect(first.x + place * (first.width + _BESIDE), top, first.width, high) for place in range(slots)]
    tab = max([46.0, *(width(card.code, size) + 22 for card in shown)])
    placed = tuple(
        StripCard(card, box, tab, lines_of(shown_text(card.text), size, box.width - tab - 12, most=lines))
        for card, box in zip(shown, boxes, strict=False)
    )
    box = Rect(first.x - PAD, first.y, boxes[-1].right - first.x + 2 * PAD, first.height)
    return Strip(its_id, box, placed, rest, boxes[-1] if rest else None)
