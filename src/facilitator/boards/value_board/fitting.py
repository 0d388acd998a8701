"""How the cards of one column are fitted into its height: text size, lines a card, and what is left for a stack."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from facilitator.boards.drawing import lines_of
from facilitator.boards.value_board.view import CardView
from facilitator.content.theme import Theme
from facilitator.content.typeface import line_height, width, wrap
from facilitator.domain.picture import Rect

TEXT_LIMIT = 90
TAB_WIDTH = 46.0
CODE_BESIDE = 12.0
ICON = 20.0
ICON_SPACE = 28.0
MARKS_ABOVE = 5.0
FOOT_ABOVE = 12.0


@dataclass(frozen=True, slots=True)
class Setting:
    """How cards are set: text size, room above and below the text, room beside it, room between cards, least height.

    `lines` is the most lines of text a card has, None for all it needs. Where marks are not `told`, a card shows the
    warning sign alone, and the foot of the column says what it means.
    """

    text: float
    above: float
    beside: float
    between: float
    least: float
    lines: int | None = None
    told: bool = True


@dataclass(frozen=True, slots=True)
class PlacedCard:
    """A card on the stage: its text in lines, its gaps, and the lines that tell them (none when the foot does).

    The leftmost `tab` pixels carry its code.
    """

    card: CardView
    rect: Rect
    tab: float
    setting: Setting
    lines: tuple[str, ...]
    gaps: tuple[str, ...]
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stack:
    """The cards of a column that found no room, in their order."""

    ids: tuple[str, ...]
    rect: Rect


@dataclass(frozen=True, slots=True)
class Foot:
    """Counts, at the foot of a column, the cards with a gap that their own marks do not tell."""

    gap: str
    count: int
    x: float
    top: float


@dataclass(frozen=True, slots=True)
class FittedColumn:
    """What of a column is shown, and where."""

    cards: tuple[PlacedCard, ...]
    stack: Stack | None
    feet: tuple[Foot, ...]


def settings(theme: Theme) -> tuple[tuple[Setting, ...], tuple[Setting, ...]]:
    """From roomy to tight: what a whole board in rows may be set in, then what a column by itself may be."""
    usual, least = theme.stage_text, theme.stage_minimum
    in_rows = (
        Setting(usual * 1.3, 20, 20, 34, 124),
        Setting(usual * 1.3, 18, 20, 24, 92),
        Setting(usual * 1.1, 15, 18, 18, 72),
        Setting(usual, 12, 16, 14, 54),
    )
    alone = (
        Setting(usual, 12, 16, 14, 54),
        Setting(least, 9, 14, 12, 44),
        Setting(least, 8, 12, 9, 40, lines=3),
        Setting(least, 7, 12, 8, 36, lines=2),
        Setting(least, 6, 12, 7, 34, lines=1, told=False),
    )
    return in_rows, alone


def shown_text(text: str) -> str:
    """The text as the stage shows it: one of more than TEXT_LIMIT characters is cut between words, with "…"."""
    if len(text) <= TEXT_LIMIT:
        return text
    cut = text[: TEXT_LIMIT - 1]
    space = cut.rfind(" ")
    return cut[: space if space > TEXT_LIMIT // 2 else None].rstrip(" ,;:.–—-") + "…"


class Fitting:
    """The cards of one column, from top to bottom, and the area that they have.

    `gaps` are those of each card that has any, `told` the words for a gap; marks and codes are set in `small`.
    """

    def __init__(
        self,
        cards: Sequence[CardView],
        gaps: Mapping[str, tuple[str, ...]],
        told: Mapping[str, str],
        area: Rect,
        small: float,
    ) -> None:
        self._cards, self._gaps, self._told = cards, gaps, told
        self._area, self._small = area, small
        codes = (width(card.code, small, bold=True) for card in cards)
        self._tab = max(TAB_WIDTH, max(codes, default=0) + CODE_BESIDE)

    def heights(self, setting: Setting) -> list[float] | None:
        """How high each card is in this setting; None when the column has no room for them all."""
        room = self._room(setting) + setting.between
        if len(self._cards) * (setting.least + setting.between) > room:
            return None  # known without measuring any text
        heights = [self._measured(card, setting).height for card in self._cards]
        return heights if sum(heights) + len(heights) * setting.between <= room else None

    def in_rows(self, setting: Setting, heights: Sequence[float]) -> FittedColumn:
        """The column with its cards as high as the rows of the board."""
        measured = [self._measured(card, setting) for card in self._cards]
        return self._placed(
            [replace(each, height=height) for each, height in zip(measured, heights, strict=False)], setting
        )

    def alone(self, choice: Sequence[Setting]) -> FittedColumn:
        """The column in the first setting that has room for all; else in the last, with a stack for the rest."""
        setting = next((each for each in choice if self.heights(each) is not None), choice[-1])
        measured = self._shown(setting)
        if len(measured) < len(self._cards):
            return self._placed(measured, setting)
        measured = self._with_more_lines(measured, setting)
        left = self._room(setting) - sum(each.height + setting.between for each in measured) + setting.between
        looser = min(choice[0].between, setting.between + left / max(len(measured) - 1, 1))
        return self._placed(measured, replace(setting, between=looser))

    def _placed(self, measured: "Sequence[_Measured]", setting: Setting) -> FittedColumn:
        placed: list[PlacedCard] = []
        top = self._area.y
        for each in measured:
            rect = Rect(self._area.x, top, self._area.width, each.height)
            gaps = self._gaps.get(each.card.id, ())
            placed.append(PlacedCard(each.card, rect, self._tab, setting, each.lines, gaps, each.marks))
            top = rect.bottom + setting.between
        rest = tuple(card.id for card in self._cards[len(measured) :])
        stack = Stack(rest, Rect(self._area.x, top, self._area.width, setting.least)) if rest else None
        return FittedColumn(tuple(placed), stack, self._feet(setting))

    def _room(self, setting: Setting) -> float:
        untold = len(self._untold(setting))
        return self._area.height - untold * line_height(self._small) - (FOOT_ABOVE if untold else 0)

    def _shown(self, setting: Setting) -> "list[_Measured]":
        """All cards if they fit, else as many as leave room for a stack."""
        if self.heights(setting) is not None:
            return [self._measured(card, setting) for card in self._cards]
        shown: list[_Measured] = []
        left = self._room(setting) - setting.least
        for card in self._cards:
            measured = self._measured(card, setting)
            left -= measured.height + setting.between
            if left < 0:
                break
            shown.append(measured)
        return shown

    def _measured(self, card: CardView, setting: Setting, lines: int | None = None) -> "_Measured":
        room = self._area.width - self._tab - 2 * setting.beside
        gaps = self._gaps.get(card.id, ())
        marks = self._marks(gaps, room - ICON_SPACE) if setting.told else ()
        if gaps and not setting.told:
            room -= ICON_SPACE
        text = lines_of(shown_text(card.text), setting.text, room, bold=True, most=lines or setting.lines)
        height = 2 * setting.above + len(text) * line_height(setting.text)
        if marks:
            height += MARKS_ABOVE + len(marks) * line_height(self._small)
        return _Measured(card, text, marks, max(height, setting.least))

    def _marks(self, gaps: tuple[str, ...], room: float) -> tuple[str, ...]:
        told = [self._told[gap] for gap in gaps]
        together = " – ".join(told)
        if width(together, self._small, bold=True) <= room:
            told = [together]
        return tuple(line for words in told for line in wrap(words, self._small, room, bold=True))

    def _with_more_lines(self, measured: "list[_Measured]", setting: Setting) -> "list[_Measured]":
        """Give the height that is left to the cards whose text was cut, one line each from the top, while it lasts."""
        if setting.lines is None:
            return measured
        left = self._room(setting) - sum(each.height + setting.between for each in measured) + setting.between
        for lines in range(setting.lines + 1, setting.lines + 4):
            for place, each in enumerate(measured):
                taller = self._measured(each.card, setting, lines)
                if each.height < taller.height <= each.height + left:
                    left -= taller.height - each.height
                    measured[place] = taller
        return measured

    def _untold(self, setting: Setting) -> dict[str, int]:
        counts: dict[str, int] = {}
        if not setting.told:
            for card in self._cards:
                for gap in self._gaps.get(card.id, ()):
                    counts[gap] = counts.get(gap, 0) + 1
        return counts

    def _feet(self, setting: Setting) -> tuple[Foot, ...]:
        counts = self._untold(setting)
        height = line_height(self._small)
        top = self._area.bottom - len(counts) * height
        return tuple(
            Foot(gap, counts[gap], self._area.x, top + place * height) for place, gap in enumerate(sorted(counts))
        )


@dataclass(frozen=True, slots=True)
class _Measured:
    card: CardView
    lines: tuple[str, ...]
    marks: tuple[str, ...]
    height: float
