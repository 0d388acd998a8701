"""Cards, folded groups and stacks as shapes."""

from collections.abc import Iterable, Iterator, Sequence

from facilitator.boards.drawing import icon, lines_of, readable, stripe
from facilitator.boards.value_board.drawing.inks import Inks
from facilitator.boards.value_board.drawing.shapes import CORNER, DASHED, SMALL_CORNER, centred, dots, dots_bar
from facilitator.boards.value_board.drawing.told import Told
from facilitator.boards.value_board.layout.lettering import (
    DOT,
    DOTS_ABOVE,
    ICON,
    ICON_SPACE,
    MARKS_ABOVE,
    MOST_DOTS,
    STRIPE,
    THIN_STRIPE,
)
from facilitator.boards.value_board.layout.placed import Panel, Pill, PlacedCard, Stack
from facilitator.boards.value_board.layout.strips import StripCard
from facilitator.content.theme import mixed
from facilitator.content.typeface import baseline, line_height, width
from facilitator.domain.picture import Box, Group, Oval, Path, Rect, Shape, Text


class Cards:
    """The cards of a board whose small words are of the size `small`; all but `thread` are context if there is one.

    `most_dots` is what the card with the most got: from there it follows whether all cards show dots or a bar.
    """

    def __init__(self, inks: Inks, told: Told, small: float, thread: frozenset[str], most_dots: int) -> None:
        self._inks, self._told, self._small, self._thread = inks, told, small, thread
        self._most_dots = most_dots

    def dimmed(self, ids: Sequence[str]) -> bool:
        """Whether none of the cards is on the golden thread that is lifted."""
        return bool(self._thread) and not self._thread.intersection(ids)

    def card(self, placed: PlacedCard) -> Group:
        """A card in its column."""
        rect, setting, card = placed.rect, placed.setting, placed.card
        dim = self.dimmed([card.id])
        colour = self._inks.column(card.column, dimmed=dim)
        patch = Rect(rect.x, rect.y, STRIPE if setting.told else THIN_STRIPE, rect.height)
        corner = CORNER if setting.told else SMALL_CORNER
        fill = self._inks.stripe(card.column) if self._plain(placed) else colour
        shapes: list[Shape] = [self._outline(placed, colour, dim), Path(stripe(patch, corner), fill=fill)]
        left, top = rect.x + placed.tab + setting.beside, rect.centre[1] - self._words_height(placed) / 2
        top = round(top + baseline(setting.text)) - baseline(setting.text)  # on whole pixels letters stay sharper
        code_top = top + baseline(setting.text) - baseline(self._small)
        code_left = patch.right + setting.beside
        shapes.append(Text((card.code,), code_left, code_top, self._small, self._inks.quiet, sign=True))
        shapes.append(Text(placed.lines, left, top, setting.text, self._inks.words(dimmed=dim), bold=not dim))
        top += len(placed.lines) * line_height(setting.text)
        high = line_height(self._small)
        if placed.dots and card.dots:
            top += DOTS_ABOVE
            shapes += self._dots(card.dots, left, top + high / 2, self._dot(card.column, dim), self._words(dim))
            top += high
        if placed.marks:
            top += MARKS_ABOVE
            sign = Rect(left, top + (high - ICON) / 2 - 1, ICON, ICON)
            shapes.append(icon("warning", sign, self._inks.sign(dimmed=dim)))
            warning = self._inks.quiet if dim else self._inks.warning
            shapes.append(Text(placed.marks, left + ICON_SPACE, top, self._small, warning, bold=not dim))
        if not setting.told:
            shapes += self._aside(placed, dim)
        return Group(card.id, "item", rect, tuple(shapes), self._told.card(card, placed.gaps), card.column, patch)

    def _dots(self, count: int, left: float, middle: float, colour: str, ink: str) -> Iterable[Shape]:
        if self._most_dots <= MOST_DOTS:
            return dots(count, left, middle, self._small, colour, ink)
        return dots_bar(count, self._most_dots, left, middle, self._small, colour, ink)

    def _plain(self, placed: PlacedCard) -> bool:
        """Whether the card stands back for its words: on a full board, unless a thread is lifted."""
        return not placed.setting.told and not self._thread

    def _words_height(self, placed: PlacedCard) -> float:
        height = len(placed.lines) * line_height(placed.setting.text)
        if placed.dots:
            height += DOTS_ABOVE + line_height(self._small)
        if placed.marks:
            height += MARKS_ABOVE + len(placed.marks) * line_height(self._small)
        return height

    def _outline(self, placed: PlacedCard, colour: str, dim: bool) -> Shape:
        inks, lit = self._inks, placed.card.id in self._thread
        rect, ground = placed.rect, inks.ground(dimmed=dim or self._plain(placed))
        if not placed.setting.told:
            return Box(rect, SMALL_CORNER, ground, colour if lit else inks.theme.line, 2.5 if lit else 1.0)
        stroke = inks.theme.line if dim else inks.theme.warning if placed.gaps else colour
        return Box(rect, CORNER, ground, stroke, 3.5 if lit else 2.5, DASHED if placed.gaps else ())

    def _aside(self, placed: PlacedCard, dim: bool) -> Iterator[Shape]:
        """A dot with its number beside the text; the sign of a gap below the code, or there too if no line is free."""
        rect, card = placed.rect, placed.card
        right, middle = rect.right - placed.setting.beside, rect.centre[1]
        sign = self._inks.sign(dimmed=dim, soft=True)
        if placed.gaps and len(placed.lines) > 1:
            left = rect.x + THIN_STRIPE + placed.setting.beside
            below = middle + (len(placed.lines) - 1) * line_height(placed.setting.text) / 2
            yield icon("warning", Rect(left, below - ICON / 2, ICON, ICON), sign)
        elif placed.gaps:
            yield icon("warning", Rect(right - ICON, middle - ICON / 2, ICON, ICON), sign)
            right -= ICON_SPACE
        if card.dots:
            left = right - DOT - 6 - width(str(card.dots), self._small, bold=True)
            colour = self._dot(card.column, dim)
            yield Oval(Rect(left, middle - DOT / 2, DOT, DOT), fill=colour)
            x, y = left + DOT + 6, middle - line_height(self._small) / 2
            yield Text((str(card.dots),), x, y, self._small, self._words(dim), bold=True, sign=True)

    def pill(self, pill: Pill, column: str) -> Group:
        """A named group that is folded, or as many of its cards as are not shown."""
        words, count = self._told.words, len(pill.ids)
        name = words("value.group_folded", name=pill.group.name, count=count)
        told = name if pill.whole else words("value.more", count=count)
        label = self._told.group(told, pill.ids) if pill.whole else self._told.stack(told, pill.ids)
        group_id = pill.group.id if pill.whole else ""
        return self._pile(pill.rect, pill.ids, column, told, label, open_ones=bool(pill.open_ones), group_id=group_id)

    def stack(self, stack: Stack, column: str) -> Group:
        """What found no room in a column or strip, counted."""
        told = self._told.words("value.more", count=len(stack.ids))
        return self._pile(stack.rect, stack.ids, column, told, self._told.stack(told, stack.ids))

    def _pile(
        self,
        rect: Rect,
        ids: Sequence[str],
        column: str,
        told: str,
        label: str,
        *,
        open_ones: bool = False,
        group_id: str = "",
    ) -> Group:
        dim = self.dimmed(ids)
        colour, inks = self._inks.column(column, dimmed=dim), self._inks
        under = Rect(rect.x + 8, rect.y + 6, rect.width - 16, rect.height - 6)
        over = Rect(rect.x, rect.y, rect.width, rect.height - 5)
        room = rect.width - 32 - (2 * ICON_SPACE if open_ones else 0)
        (line,) = lines_of(told, self._small, room, bold=True, most=1)
        shapes: list[Shape] = [
            Box(under, CORNER, mixed(colour, 0.25, inks.ground(dimmed=dim)), colour, 1.5),
            Box(over, CORNER, inks.ground(dimmed=dim), colour, 1.5),
            centred(line, over, self._small, self._words(dim)),
        ]
        if open_ones:
            box = Rect(over.right - 12 - ICON, over.centre[1] - ICON / 2, ICON, ICON)
            shapes.append(icon("warning", box, self._inks.sign(dimmed=dim)))
        return Group(group_id, "scenery", rect, tuple(shapes), label=label, category=column)

    def panel(self, panel: Panel, column: str) -> Group:
        """The ground of a group, with its name."""
        dim = self.dimmed(panel.ids)
        theme = self._inks.theme
        fill = mixed(self._inks.column(column), 0.04 if dim else 0.1, theme.paper)
        ink = readable(theme.quiet if dim else self._inks.column(column), theme, 7, fill)
        name = Text(panel.name, panel.head.x, panel.head.y, self._small, ink, bold=not dim)
        shapes = (Box(panel.rect, CORNER + 4, fill=fill), name)
        told = self._told.group(panel.group.name, panel.ids)
        return Group(panel.group.id, "scenery", panel.rect, shapes, label=told, category=column)

    def strip_card(self, placed: StripCard) -> Group:
        """A card in a strip at the foot of the board."""
        rect, card = placed.rect, placed.card
        dim = self.dimmed([card.id])
        inks = self._inks
        top = rect.centre[1] - len(placed.lines) * line_height(self._small) / 2
        shapes = (
            Box(rect, SMALL_CORNER, inks.ground(dimmed=dim), inks.theme.line, 1.0),
            Text((card.code,), rect.x + 12, top, self._small, inks.quiet, sign=True),
            Text(placed.lines, rect.x + placed.tab, top, self._small, self._words(dim)),
        )
        return Group(card.id, "item", rect, shapes, self._told.card(card), card.column)

    def _dot(self, column: str, dim: bool) -> str:
        return self._inks.column(column, dimmed=dim)

    def _words(self, dim: bool) -> str:
        return self._inks.words(dimmed=dim)
