"""How much room the words of cards take, panel by panel."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from facilitator.boards.drawing import lines_of
from facilitator.boards.panels.settings import Setting
from facilitator.boards.panels.view import CardView
from facilitator.content.typeface import line_height, width

STRIPE = 10.0
BELOW_ABOVE = 3.0
CHECK = 22.0
DOT, DOT_BESIDE = 15.0, 6.0
ASIDE_BESIDE = 12.0
_BELOW_LINES = 2
_CODE_BESIDE = 0.5


@dataclass(frozen=True, slots=True)
class Measured:
    """A card's words in lines, the lines below them, and how high it has to be."""

    lines: tuple[str, ...]
    below: tuple[str, ...]
    height: float


class Lettering:
    """The words of the cards of one panel; what was measured once is known."""

    def __init__(self, cards: Sequence[CardView]) -> None:
        self.cards = cards
        self._words = [width(card.words, 1, bold=True) for card in cards]
        self._longest = max((width(w, 1, bold=True) for card in cards for w in card.words.split()), default=0.0)
        self._code = max((width(card.code, 1) for card in cards), default=0.0)
        self._known: dict[tuple[int, Setting, float], Measured] = {}

    def tab(self, setting: Setting) -> float:
        """How wide the left end of a card is: the stripe of its colour, and its code."""
        return STRIPE + setting.beside * 0.6 + (self._code + _CODE_BESIDE) * setting.small

    def aside(self, card: CardView, setting: Setting) -> float:
        """How wide the right end is: the check sign of what is done, or a box for it, and dots with their number."""
        wide = CHECK + ASIDE_BESIDE if card.done or card.ticks else 0.0
        if card.dots is not None:
            wide += DOT + DOT_BESIDE + width(str(card.dots), setting.small, bold=True) + ASIDE_BESIDE
        return wide

    def room(self, place: int, setting: Setting, wide: float) -> float:
        """How wide the lines of a card may be where the card is `wide`."""
        return wide - self.tab(setting) - self.aside(self.cards[place], setting) - setting.beside

    def holds_words(self, setting: Setting, wide: float) -> bool:
        """Whether no word has to be broken between letters."""
        return self._longest * setting.text <= wide - self.tab(setting) - setting.beside

    def about(self, place: int, setting: Setting, wide: float) -> float:
        """Quickly told: what the card needs in height at least."""
        lines = ceil(self._words[place] * setting.text / max(self.room(place, setting, wide), 1))
        below = len(self.cards[place].below) if setting.told else 0
        return self._height(min(max(lines, 1), setting.lines), below, setting)

    def measured(self, place: int, setting: Setting, wide: float) -> Measured:
        """The card at this place, `wide` pixels wide."""
        key = (place, setting, wide)
        if key not in self._known:
            self._known[key] = self._measure(place, setting, wide)
        return self._known[key]

    def _measure(self, place: int, setting: Setting, wide: float) -> Measured:
        card, room = self.cards[place], self.room(place, setting, wide)
        lines = lines_of(card.words, setting.text, room, bold=True, most=setting.lines)
        told = card.below if setting.told else ()
        below = tuple(line for text in told for line in lines_of(text, setting.small, room, most=_BELOW_LINES))
        return Measured(lines, below, self._height(len(lines), len(below), setting))

    def _height(self, lines: int, below: int, setting: Setting) -> float:
        high = lines * line_height(setting.text) + bool(below) * BELOW_ABOVE + below * line_height(setting.small)
        return ceil(2 * setting.above + high)
