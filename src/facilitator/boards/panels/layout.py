"""Where the panels and cards of a board stand, in pixels of the 1920 x 1080 surface."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import count

from facilitator.boards.drawing import lines_of
from facilitator.boards.panels.grid import BOTTOM, TOP, WITHIN, Cell, Grid, grids
from facilitator.boards.panels.lettering import Lettering
from facilitator.boards.panels.settings import HEADINGS, Setting, settings
from facilitator.boards.panels.view import CardView, PanelsView, PanelView
from facilitator.content.theme import Theme, theme
from facilitator.content.typeface import line_height
from facilitator.domain.picture import Rect
from facilitator.domain.refusal import EditRejected

RULE_ABOVE, RULE, RULE_BELOW = 4.0, 4.0, 16.0
ROWS_APART = 22.0
HINT_PAD = 18.0
_HEAD_LINES = 2
_ONE_LINE_FROM = 26.0


@dataclass(frozen=True, slots=True)
class PlacedCard:
    """A card: its words in lines, what stands below them, the width of its left end and of its right one."""

    card: CardView
    rect: Rect
    lines: tuple[str, ...]
    below: tuple[str, ...]
    tab: float
    aside: float


@dataclass(frozen=True, slots=True)
class PlacedPanel:
    """A panel: the place of its colour from 0, its box, its name in lines, its rule, and the cards that have room.

    `stack` is where the others, `folded`, are counted. An empty panel tells its `hint` in lines in the box `invites`.
    """

    panel: PanelView
    place: int
    rect: Rect
    name: tuple[str, ...]
    rule: Rect
    columns: int
    cards: tuple[PlacedCard, ...]
    folded: tuple[str, ...]
    stack: Rect | None
    hint: tuple[str, ...]
    invites: Rect | None


@dataclass(frozen=True, slots=True)
class PanelsLayout:
    """All panels that are shown, set alike; `heading` is the size of their names."""

    setting: Setting
    heading: float
    panels: tuple[PlacedPanel, ...]

    @property
    def bottom(self) -> float:
        """How far down anything stands."""
        ends = [each.rule.bottom for each in self.panels]
        for each in self.panels:
            ends += [placed.rect.bottom for placed in each.cards]
            ends += [rect.bottom for rect in (each.stack, each.invites) if rect]
        return max(ends, default=TOP)


@lru_cache(maxsize=16)
def layout_of(view: PanelsView, theme: Theme) -> PanelsLayout:
    """All panels, or the one in the spotlight, in the largest text in which every card has room.

    Where even the smallest leaves some without, they are counted in a stack at the foot of their panel.
    """
    shown = [(place, each) for place, each in enumerate(view.panels) if each.id == view.showing.spotlight]
    alone = bool(shown) or len(view.panels) == 1
    return _Laid(shown or list(enumerate(view.panels)), theme, large=view.showing.large, alone=alone).layout()


def place_at(view: PanelsView, x: float, y: float, moving: frozenset[str]) -> tuple[str, str]:
    """The panel at a point, and the id of the card of it after which the point is, of those that don't move; "" first.

    Raises EditRejected("nothing_to_do") beside all panels.
    """
    found = next((each for each in layout_of(view, theme("light")).panels if each.rect.contains(x, y)), None)
    if found is None or view.card(view.showing.spotlight):
        raise EditRejected("nothing_to_do")
    passed = [placed.card.id for placed in found.cards if _before(placed.rect, x, y, found.columns)]
    if found.stack and _before(found.stack, x, y, found.columns):
        passed += found.folded
    staying = (card.id for card in reversed(found.panel.cards) if card.id not in moving)
    return found.panel.id, next((card_id for card_id in staying if card_id in passed), "")


def _before(rect: Rect, x: float, y: float, columns: int) -> bool:
    """Whether what stands there comes before a point, row by row."""
    middle_x, middle_y = rect.centre
    if columns == 1:
        return middle_y < y
    return rect.bottom < y or (rect.y <= y and middle_x < x)


class _Laid:
    """One layout in the making, of panels with the places of their colours."""

    def __init__(self, panels: Sequence[tuple[int, PanelView]], theme: Theme, *, large: bool, alone: bool) -> None:
        self._panels, self._theme = panels, theme
        self._settings = settings(theme, large=large, alone=alone)
        self._least_heading = theme.stage_large if large else theme.stage_text
        self._letterings = [Lettering(panel.cards) for _, panel in panels]

    def layout(self) -> PanelsLayout:
        weights = [1.0 + sum(map(_weight, panel.cards)) for _, panel in self._panels]
        tried = list(grids(weights))
        for setting in self._settings:
            for grid in tried:
                heading, head = self._heading(grid)
                if self._fits(grid, setting, head):
                    return self._placed(grid, setting, heading, head, folds=False)
        setting = self._settings[-1]
        folded = [self._placed(grid, setting, *self._heading(grid), folds=True) for grid in tried]
        return min(folded, key=lambda each: sum(len(panel.folded) for panel in each.panels))

    def _heading(self, grid: Grid) -> tuple[float, float]:
        """The size of the names, and how high they stand with their rule."""
        sizes = [size for size in HEADINGS if size >= self._least_heading]
        names = [(self._panels[cell.panel][1].name, cell.width) for cell in grid.cells]
        for most, least in ((1, _ONE_LINE_FROM), (_HEAD_LINES, 0.0)):
            for size in sizes:
                if size >= least and all(len(lines_of(n, size, wide, bold=True)) <= most for n, wide in names):
                    high = max((len(lines_of(n, size, wide, bold=True)) for n, wide in names), default=1)
                    return size, self._head(high, size)
        return sizes[-1], self._head(_HEAD_LINES, sizes[-1])

    def _head(self, lines: int, size: float) -> float:
        return lines * line_height(size) + RULE_ABOVE + RULE + RULE_BELOW

    def _fits(self, grid: Grid, setting: Setting, head: float) -> bool:
        sound = setting.text <= self._theme.stage_text or all(
            self._letterings[cell.panel].holds_words(setting, cell.card_width) for cell in grid.cells
        )
        return sound and all(
            self._together(grid, setting, head, exact=exact) <= BOTTOM - TOP for exact in (False, True)
        )

    def _together(self, grid: Grid, setting: Setting, head: float, *, exact: bool) -> float:
        """How high all panels are; quickly told, at least, where not `exact`."""
        rows = [max(self._need(cell, setting, head, exact=exact) for cell in row) for row in grid.rows]
        high = sum(rows) + (len(rows) - 1) * ROWS_APART
        return max(high, self._need(grid.aside, setting, head, exact=exact)) if grid.aside else high

    def _need(self, cell: Cell, setting: Setting, head: float, *, exact: bool) -> float:
        rows = list(self._rows(cell, setting, exact=exact))
        cards = sum(rows) + max(len(rows) - 1, 0) * setting.between
        return head + (cards or self._hint(cell, setting)[1])

    def _rows(self, cell: Cell, setting: Setting, *, exact: bool) -> Iterator[float]:
        """The heights of the rows of cards in a panel."""
        lettering = self._letterings[cell.panel]
        for start in range(0, len(lettering.cards), cell.columns):
            row = range(start, min(start + cell.columns, len(lettering.cards)))
            if exact:
                yield max(lettering.measured(each, setting, cell.card_width).height for each in row)
            else:
                yield max(lettering.about(each, setting, cell.card_width) for each in row)

    def _hint(self, cell: Cell, setting: Setting) -> tuple[tuple[str, ...], float]:
        """The lines of a panel's hint, and how high its box is; nothing where it has none."""
        size = max(setting.small, self._theme.stage_text)
        lines = lines_of(self._panels[cell.panel][1].hint, size, cell.card_width - 2 * HINT_PAD, most=4)
        return lines, (len(lines) * line_height(size) + 2 * HINT_PAD if lines else 0.0)

    def _placed(self, grid: Grid, setting: Setting, heading: float, head: float, *, folds: bool) -> PanelsLayout:
        placed = []
        tops = self._row_heights(grid, setting, head, folds=folds)
        if grid.aside:
            placed.append(self._panel(grid.aside, TOP, BOTTOM - TOP, setting, heading, head))
        top = TOP
        for row, high in zip(grid.rows, tops, strict=True):
            placed += [self._panel(cell, top, high, setting, heading, head) for cell in row]
            top += high + ROWS_APART
        return PanelsLayout(setting, heading, tuple(placed))

    def _row_heights(self, grid: Grid, setting: Setting, head: float, *, folds: bool) -> list[float]:
        """How high each row of panels is: what it needs and an even part of the rest, or its part of what there is."""
        room = BOTTOM - TOP - (len(grid.rows) - 1) * ROWS_APART
        needs = [max(self._need(cell, setting, head, exact=not folds) for cell in row) for row in grid.rows]
        if sum(needs) <= room:
            even = room / len(needs)
            if max(needs) <= even:
                return [even] * len(needs)
            return [need + (room - sum(needs)) / len(needs) for need in needs]
        return _shared(needs, room)

    def _panel(self, cell: Cell, top: float, high: float, setting: Setting, heading: float, head: float) -> PlacedPanel:
        place, panel = self._panels[cell.panel]
        rule = Rect(cell.left, top + head - RULE_BELOW - RULE, cell.width, RULE)
        area = Rect(cell.left, top + head, cell.width, high - head)
        cards, stack = self._cards(cell, area, setting)
        hint, hint_high = self._hint(cell, setting) if not panel.cards else ((), 0.0)
        return PlacedPanel(
            panel,
            place,
            Rect(cell.left, top, cell.width, high),
            lines_of(panel.name, heading, cell.width, bold=True, most=_HEAD_LINES),
            rule,
            cell.columns,
            tuple(cards),
            tuple(card.id for card in panel.cards[len(cards) :]),
            stack,
            hint,
            Rect(area.x, area.y, cell.card_width, min(hint_high, area.height)) if hint else None,
        )

    def _cards(self, cell: Cell, area: Rect, setting: Setting) -> tuple[list[PlacedCard], Rect | None]:
        """The cards that have room, row by row, and the place of the stack for the others."""
        lettering, wide = self._letterings[cell.panel], cell.card_width
        stack_high = line_height(setting.small) + 14
        all_fit = all(self._need(cell, setting, 0.0, exact=exact) <= area.height + 0.01 for exact in (False, True))
        placed: list[PlacedCard] = []
        top = area.y
        for number in count():
            row = range(number * cell.columns, min((number + 1) * cell.columns, len(lettering.cards)))
            if not row:
                return placed, None
            measured = [lettering.measured(each, setting, wide) for each in row]
            high = max(each.height for each in measured)
            rest = 0.0 if all_fit or row.stop == len(lettering.cards) else stack_high + setting.between
            if top + high + rest > area.bottom + 0.01:
                return placed, Rect(area.x, top, wide, stack_high)
            for column, (each, found) in enumerate(zip(row, measured, strict=True)):
                card = lettering.cards[each]
                rect = Rect(area.x + column * (wide + WITHIN), top, wide, high)
                ends = lettering.tab(setting), lettering.aside(card, setting)
                placed.append(PlacedCard(card, rect, found.lines, found.below, *ends))
            top += high + setting.between
        raise AssertionError("a panel has an end")


def _weight(card: CardView) -> float:
    """How much a card is of: a line or two is one, and what stands below it adds some."""
    return 1.0 + len(card.words) // 60 * 0.5 + len(card.below) * 0.4


def _shared(needs: Sequence[float], room: float) -> list[float]:
    """What each gets of too little room: all that it needs where that is less than an even part, else that part."""
    given: dict[int, float] = {}
    for place in sorted(range(len(needs)), key=needs.__getitem__):
        even = (room - sum(given.values())) / (len(needs) - len(given))
        given[place] = min(needs[place], even)
    return [given[place] for place in range(len(needs))]
