"""How much room the words of a card take, and those of what stands with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from facilitator.boards.drawing import lines_of
from facilitator.boards.value_board.layout.folding import Piece
from facilitator.boards.value_board.layout.settings import Setting, shown_text
from facilitator.boards.value_board.view import CardView
from facilitator.content.typeface import line_height, width, wrap

STRIPE = 12.0
THIN_STRIPE = 8.0
ICON = 20.0
ICON_SPACE = 28.0
MARKS_ABOVE = 5.0
DOTS_ABOVE = 4.0
DOT = 15.0
DOT_STEP = 23.0
_CODE_BESIDE = 0.45
MOST_DOTS = 7
"""Where a card has more dots than these, all cards show theirs as bars."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A piece as it is set: its text in lines, the lines that tell its gaps, whether dots have a line, its height."""

    piece: Piece
    lines: tuple[str, ...]
    marks: tuple[str, ...]
    dots: bool
    height: float


class Lettering:
    """The words of the pieces of one column, `wide` pixels wide, with codes and marks of the size `small`.

    `gaps` are those of each card that has any, `told` the words for a gap.
    """

    def __init__(
        self,
        cards: Sequence[CardView],
        gaps: Mapping[str, tuple[str, ...]],
        told: Mapping[str, str],
        wide: float,
        small: float,
    ) -> None:
        self.gaps, self.small, self.wide = gaps, small, wide
        self._told = told
        codes = (width(card.code, small) for card in cards)
        self._code = max(codes, default=0.0)
        self._known: dict[tuple[Piece, Setting], Measured] = {}

    def tab(self, setting: Setting) -> float:
        """How wide the left end of a card is: the stripe of its colour, and its code."""
        return (STRIPE if setting.told else THIN_STRIPE) + self._code + self.small * _CODE_BESIDE

    def measured(self, piece: Piece, setting: Setting) -> Measured:
        """The piece in that setting."""
        found = self._known.get((piece, setting))
        if found is None:
            found = self._pill(piece, setting) if piece.folded else self._card(piece, setting)
            self._known[piece, setting] = found
        return found

    def _pill(self, piece: Piece, setting: Setting) -> Measured:
        return Measured(piece, (), (), False, max(setting.least, line_height(self.small) + 14))

    def _card(self, piece: Piece, setting: Setting) -> Measured:
        (card,) = piece.cards
        room = self.wide - self.tab(setting) - 2 * setting.beside
        gaps = self.gaps.get(card.id, ())
        marks = self._marks(gaps, room - ICON_SPACE) if setting.told else ()
        if not setting.told:
            room -= self.dots_aside(card) if card.dots else 0
        text = lines_of(shown_text(card.text), setting.text, room, bold=True, most=setting.lines)
        if gaps and not setting.told and len(text) == 1:  # the sign stands beside one line, but below a code else
            text = lines_of(shown_text(card.text), setting.text, room - ICON_SPACE, bold=True, most=setting.lines)
        height = 2 * setting.above + len(text) * line_height(setting.text)
        dots = setting.told and bool(card.dots)
        if dots:
            height += DOTS_ABOVE + line_height(self.small)
        if marks:
            height += MARKS_ABOVE + len(marks) * line_height(self.small)
        return Measured(piece, text, marks, dots, ceil(max(height, setting.least)))

    def told(self, gap: str) -> str:
        """The words for a gap."""
        return self._told[gap]

    def dots_aside(self, card: CardView) -> float:
        """How wide a dot and its number are beside a text."""
        return DOT + 6 + width(str(card.dots), self.small, bold=True) + 10

    def _marks(self, gaps: tuple[str, ...], room: float) -> tuple[str, ...]:
        told = [self._told[gap] for gap in gaps]
        together = " – ".join(told)
        if width(together, self.small, bold=True) <= room:
            told = [together]
        return tuple(line for words in told for line in wrap(words, self.small, room, bold=True))
