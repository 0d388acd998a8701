"""What stands where in a column: cards, folded groups, panels, a stack, and what is counted at the foot."""

from collections.abc import Mapping
from dataclasses import dataclass

from facilitator.boards.value_board.layout.settings import Setting
from facilitator.boards.value_board.view import CardGroupView, CardView
from facilitator.domain.picture import Rect


@dataclass(frozen=True, slots=True)
class PlacedCard:
    """A card on the stage: its text in lines, its gaps, and the lines that tell them (none when the foot does).

    The leftmost `tab` pixels carry the stripe of its colour and its code. `dots` tells whether its dots have a line
    of their own.
    """

    card: CardView
    rect: Rect
    tab: float
    setting: Setting
    lines: tuple[str, ...]
    gaps: tuple[str, ...]
    marks: tuple[str, ...]
    dots: bool


@dataclass(frozen=True, slots=True)
class Pill:
    """A folded group: `whole`, with its name, or as many of its cards as are not shown; `open_ones` have a gap."""

    group: CardGroupView
    whole: bool
    ids: tuple[str, ...]
    open_ones: int
    rect: Rect


@dataclass(frozen=True, slots=True)
class Panel:
    """The ground on which the cards of a group stand, with the group's name at `head`."""

    group: CardGroupView
    ids: tuple[str, ...]
    rect: Rect
    name: tuple[str, ...]
    head: Rect


@dataclass(frozen=True, slots=True)
class Stack:
    """The cards of a column that found no room, in their order."""

    ids: tuple[str, ...]
    rect: Rect


@dataclass(frozen=True, slots=True)
class FootCount:
    """How many cards of a column have a gap, with the words for it; where these and the number begin."""

    gap: str
    told: str
    count: int
    x: float
    number_x: float
    top: float


@dataclass(frozen=True, slots=True)
class Foot:
    """Counts, at the foot of a column, the cards with gaps that their own marks do not tell, in letters of `size`."""

    counts: tuple[FootCount, ...]
    size: float
    box: Rect


@dataclass(frozen=True, slots=True)
class FittedColumn:
    """What of a column is shown, and where. `guards` are the boxes that no link may cross, from top to bottom, and
    `guard_of` tells for every card of the column which of them is its own or that of what holds it.
    """

    cards: tuple[PlacedCard, ...]
    pills: tuple[Pill, ...]
    panels: tuple[Panel, ...]
    stack: Stack | None
    foot: Foot | None
    guards: tuple[Rect, ...]
    guard_of: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Row:
    """What a piece needs: above its top for its group's name, itself, below it, and above that for links."""

    head: float
    height: float
    tail: float
    above: float

    @property
    def total(self) -> float:
        """All of it."""
        return self.above + self.head + self.height + self.tail

    def with_(self, other: "Row") -> "Row":
        """What both need side by side."""
        return Row(
            max(self.head, other.head),
            max(self.height, other.height),
            max(self.tail, other.tail),
            max(self.above, other.above),
        )
