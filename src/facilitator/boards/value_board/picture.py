"""A value board as a picture: header, four columns, links under cards, and a mark where a thread breaks off."""

from collections.abc import Iterator
from functools import lru_cache

from facilitator.boards.drawing import header, icon, readable
from facilitator.boards.value_board.fitting import (
    ICON,
    ICON_SPACE,
    MARKS_ABOVE,
    FittedColumn,
    Foot,
    PlacedCard,
    Stack,
)
from facilitator.boards.value_board.layout import (
    CARDS_TOP,
    COLUMN_WIDTH,
    HEADING_TOP,
    RULE_HEIGHT,
    RULE_TOP,
    SIDE,
    SUBTITLE_TOP,
    ValueLayout,
    column_left,
    layout_of,
)
from facilitator.boards.value_board.routes import Route
from facilitator.boards.value_board.view import CardView, ValueBoardView
from facilitator.content import value_board as content
from facilitator.content.theme import Theme, contrast, mixed
from facilitator.content.typeface import baseline, line_height, width, wrap
from facilitator.content.words import Words
from facilitator.domain.picture import (
    STAGE_HEIGHT,
    Box,
    Group,
    Path,
    PathCommand,
    Picture,
    Rect,
    Shape,
    Text,
)

COLOURS = {"guiding": 0, "approach": 2, "impact": 3, "kpi": 4}
"""Which of the theme's category colours each column has."""

AGAINST = "pulls_against"
"""The one kind of link that is drawn dashed."""

SUBTITLE = 20.0
CORNER = 10.0

_DASHED = (9.0, 6.0)
_AGAINST_DASH = (12.0, 8.0)
_HEADINGS = (34.0, 32.0, 30.0, 28.0)


@lru_cache(maxsize=16)
def picture_of(view: ValueBoardView, theme: Theme) -> Picture:
    """The view on the 1920 x 1080 surface, in the view's language."""
    return Picture(
        background=theme.paper,
        groups=tuple(_Drawing(view, theme).groups()),
        alt=alternative(view),
        category_colours=tuple((column, theme.categories[place]) for column, place in COLOURS.items()),
    )


def alternative(view: ValueBoardView) -> str:
    """What the picture shows, in a sentence or two."""
    words = Words(view.language)
    counts = [
        words(f"value.count_{column}", count=sum(card.column == column for card in view.cards)) for column in COLOURS
    ]
    links = words("value.count_links", count=len(view.links))
    about = f"{view.title}. {view.question}".strip()
    return words("value.alt", about=about, counts=words.list(counts), links=links)


class _Drawing:
    def __init__(self, view: ValueBoardView, theme: Theme) -> None:
        self._view, self._theme = view, theme
        self._words = Words(view.language)
        # Small words need more contrast than signs and large words do.
        self._warning, self._quiet = readable(theme.warning, theme, 7), readable(theme.quiet, theme, 7)
        self._layout: ValueLayout = layout_of(view, theme)
        self._card_of = {card.id: card for card in view.cards}
        self._gap_words = content.gap_words()

    def groups(self) -> Iterator[Group]:
        """Scenery, then links, then cards."""
        yield header(self._view, self._theme)
        headings = self._heading_size()
        for place, column in enumerate(content.columns()):
            yield self._heading(place, column, headings)
        for place, fitted in enumerate(self._layout.columns):
            if not fitted.cards and not self._passed(place):
                yield self._invitation(place)
            yield from self._feet(fitted)
        yield from self._legend()
        for route in self._layout.routes:
            yield self._link(route)
        for fitted in self._layout.columns:
            if fitted.stack:
                yield self._stack(fitted.stack)
            for placed in fitted.cards:
                yield self._card(placed)

    def _colour(self, column: str) -> str:
        return self._theme.categories[COLOURS[column]]

    def _heading_size(self) -> float:
        """The largest at which all four names fit their columns, so that they look alike."""
        names = [column.name.within(self._view.language) for column in content.columns()]
        fitting = (size for size in _HEADINGS if all(width(name, size, bold=True) <= COLUMN_WIDTH for name in names))
        return next(fitting, _HEADINGS[-1])

    def _heading(self, place: int, column: content.Column, size: float) -> Group:
        left, colour, language = column_left(place), self._colour(column.id), self._view.language
        name, subtitle = column.name.within(language), column.subtitle.within(language)
        top = HEADING_TOP + baseline(_HEADINGS[0]) - baseline(size)
        rule = Rect(left, RULE_TOP, COLUMN_WIDTH, RULE_HEIGHT)
        box = Rect(left, HEADING_TOP, COLUMN_WIDTH, rule.bottom - HEADING_TOP)
        shapes = (
            Text((name,), left, top, size, readable(colour, self._theme), bold=True),
            Text((subtitle,), left, SUBTITLE_TOP, SUBTITLE, self._quiet),
            Box(rule, fill=colour),
        )
        return Group("", "scenery", box, shapes, label=f"{name}: {subtitle}", category=column.id)

    def _passed(self, place: int) -> bool:
        return any(not isinstance(node, str) for node in self._layout.order.columns[place])

    def _invitation(self, place: int) -> Group:
        """The column's question where its first card will be; all columns leave it as much room."""
        questions = [column.question.within(self._view.language) for column in content.columns()]
        size = self._theme.stage_text * 1.1
        lines = [wrap(question, size, COLUMN_WIDTH - 48) for question in questions]
        height = max(map(len, lines)) * line_height(size) + 40
        box = Rect(column_left(place), CARDS_TOP, COLUMN_WIDTH, height)
        shapes = (
            Box(box, CORNER, stroke=self._theme.line, stroke_width=2, dash=_DASHED),
            Text(lines[place], box.x + 24, box.y + 20, size, self._quiet),
        )
        column = content.columns()[place].id
        return Group("", "scenery", box, shapes, label=questions[place], category=column)

    def _legend(self) -> Iterator[Group]:
        """What dashed links mean, below the columns, when there are any."""
        if all(route.link.kind != AGAINST for route in self._layout.routes):
            return
        size, theme = self._theme.stage_minimum, self._theme
        told = content.link_kind(AGAINST).name.within(self._view.language)
        box = Rect(SIDE, STAGE_HEIGHT - 29, 60 + width(told, size), line_height(size))
        line: tuple[PathCommand, ...] = (("M", box.x, box.centre[1]), ("L", box.x + 48, box.centre[1]))
        shapes = (
            Path(line, stroke=theme.quiet, stroke_width=3, dash=_AGAINST_DASH),
            Text((told,), box.x + 60, box.y, size, self._quiet),
        )
        yield Group("", "scenery", box, shapes, label=told)

    def _feet(self, fitted: FittedColumn) -> Iterator[Group]:
        size = self._theme.stage_minimum
        for foot in fitted.feet:
            gap = self._gap_words[foot.gap].within(self._view.language)
            told = self._words("value.gap_count", gap=gap, count=foot.count)
            box = Rect(foot.x, foot.top, COLUMN_WIDTH, line_height(size))
            yield Group("", "scenery", box, tuple(self._mark(told, foot)), label=told)

    def _mark(self, told: str, foot: Foot) -> Iterator[Shape]:
        theme, size = self._theme, self._theme.stage_minimum
        yield icon("warning", Rect(foot.x, foot.top + (line_height(size) - ICON) / 2, ICON, ICON), theme.warning)
        yield Text((told,), foot.x + ICON_SPACE, foot.top, size, self._warning, bold=True)

    def _link(self, route: Route) -> Group:
        link, theme = route.link, self._theme
        colour = mixed(self._colour(content.columns()[route.column].id), 0.62, theme.paper)
        kind = content.link_kind(link.kind)
        dash = _AGAINST_DASH if link.kind == AGAINST else ()
        shapes: list[Shape] = [Path(route.curve, stroke=colour, stroke_width=3, dash=dash)]
        if route.head:
            shapes.append(Path(route.head, fill=colour))
        label = self._words(
            "value.link",
            start=self._card_of[link.from_id].text,
            verb=kind.name.within(self._view.language),
            end=self._card_of[link.to_id].text,
        )
        box = _around(route.curve)
        return Group(link.id, "link", box, tuple(shapes), label=label, ends=(link.from_id, link.to_id))

    def _stack(self, stack: Stack) -> Group:
        theme, rect = self._theme, stack.rect
        size = theme.stage_minimum
        column = self._card_of[stack.ids[0]].column
        colour = self._colour(column)
        told = self._words("value.more", count=len(stack.ids))
        under = Rect(rect.x + 8, rect.y + 6, rect.width - 16, rect.height - 6)
        over = Rect(rect.x, rect.y, rect.width, rect.height - 5)
        shapes = (
            Box(under, CORNER, fill=mixed(colour, 0.25, theme.surface), stroke=colour, stroke_width=2),
            Box(over, CORNER, fill=theme.surface, stroke=colour, stroke_width=2),
            Text(
                (told,), rect.centre[0], over.centre[1] - line_height(size) / 2, size, theme.ink, True, False, "middle"
            ),
        )
        return Group("", "scenery", rect, shapes, label=told, category=column)

    def _card(self, placed: PlacedCard) -> Group:
        theme, rect, setting = self._theme, placed.rect, placed.setting
        colour = self._colour(placed.card.column)
        outline = theme.warning if placed.gaps else colour
        tab = Rect(rect.x, rect.y, placed.tab, rect.height)
        shapes: list[Shape] = [
            Box(rect, CORNER, theme.surface, outline, 2.5, _DASHED if placed.gaps else ()),
            Path(_tab(tab.grown(1.25)), fill=colour),
        ]
        mark_height = line_height(theme.stage_minimum)
        height = len(placed.lines) * line_height(setting.text)
        if placed.marks:
            height += MARKS_ABOVE + len(placed.marks) * mark_height
        left, top = tab.right + setting.beside, rect.centre[1] - height / 2
        shapes.append(Text(placed.lines, left, top, setting.text, theme.ink, bold=True))
        shapes.append(self._code(placed.card, tab, colour))
        if placed.marks:
            top += height - len(placed.marks) * mark_height
            shapes.append(icon("warning", Rect(left, top + (mark_height - ICON) / 2 - 1, ICON, ICON), theme.warning))
            shapes.append(Text(placed.marks, left + ICON_SPACE, top, theme.stage_minimum, self._warning, bold=True))
        elif placed.gaps:
            shapes.append(
                icon(
                    "warning",
                    Rect(rect.right - setting.beside - ICON, rect.centre[1] - ICON / 2, ICON, ICON),
                    theme.warning,
                )
            )
        label = self._label(placed)
        return Group(placed.card.id, "item", rect, tuple(shapes), label, placed.card.column, tab)

    def _code(self, card: CardView, tab: Rect, colour: str) -> Shape:
        theme = self._theme
        ink = max((theme.hub, theme.hub_ink), key=lambda each: contrast(each, colour))
        size = theme.stage_minimum
        x, y = tab.centre
        return Text((card.code,), x, y - line_height(size) / 2, size, ink, bold=True, anchor="middle")

    def _label(self, placed: PlacedCard) -> str:
        told = [self._gap_words[gap].within(self._view.language) for gap in placed.gaps]
        return ". ".join([f"{placed.card.code}: {placed.card.text}", *told])


def _tab(rect: Rect) -> tuple[PathCommand, ...]:
    """The left end of a card: its corners are round on the left only."""
    x, y, round_ = rect.x, rect.y, CORNER
    near = round_ * 0.4477  # how far from the corner the control points of a quarter circle are
    return (
        ("M", rect.right, y),
        ("L", rect.right, rect.bottom),
        ("L", x + round_, rect.bottom),
        ("C", x + near, rect.bottom, x, rect.bottom - near, x, rect.bottom - round_),
        ("L", x, y + round_),
        ("C", x, y + near, x + near, y, x + round_, y),
        ("Z",),
    )


def _around(curve: tuple[PathCommand, ...]) -> Rect:
    """The rectangle that holds all points of a curve, control points included."""
    points = [number for command in curve for number in command[1:]]
    xs, ys = points[0::2], points[1::2]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
