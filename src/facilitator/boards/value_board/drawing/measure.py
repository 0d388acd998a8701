"""One indicator large: its chart with values, how it stands, what it answers and decides, what its readings tell."""

from collections.abc import Iterator

from facilitator.boards.drawing import icon, stripe
from facilitator.boards.value_board.drawing.chart import Lettered, chart
from facilitator.boards.value_board.drawing.inks import Inks
from facilitator.boards.value_board.drawing.measures_told import MeasuresTold
from facilitator.boards.value_board.drawing.shapes import CORNER
from facilitator.boards.value_board.layout.measure import MeasureLayout, measure_layout
from facilitator.boards.value_board.layout.measures import BESIDE, STRIPE, SYMBOL, SYMBOL_SPACE
from facilitator.boards.value_board.status import standing
from facilitator.boards.value_board.view import CardView, ValueBoardView
from facilitator.content import value_register
from facilitator.content.typeface import baseline, line_height
from facilitator.domain.picture import Box, Group, Path, Rect, Shape, Text

_ABOVE = 26.0


def measure_groups(view: ValueBoardView, card: CardView, inks: Inks, told: MeasuresTold) -> Iterator[Group]:
    """The card of an indicator that has the stage for itself."""
    layout = measure_layout(view, card, inks.theme)
    rect = layout.rect
    patch = Rect(rect.x, rect.y, STRIPE, rect.height)
    shapes: list[Shape] = [
        Box(rect, CORNER, inks.ground(), inks.column("kpi"), 2.5),
        Path(stripe(patch, CORNER), fill=inks.column("kpi")),
        *_name(layout, inks),
        *_readings(layout, inks, told),
        *_facts(view, layout, inks),
    ]
    yield Group(card.id, "item", rect, tuple(shapes), told.whole(card), "kpi", patch)


def _name(layout: MeasureLayout, inks: Inks) -> Iterator[Shape]:
    small, _, title = layout.sizes
    top = layout.rect.y + _ABOVE
    code_top = top + baseline(title) - baseline(small)
    yield Text((layout.card.code,), layout.rect.x + STRIPE + 2 * BESIDE, code_top, small, inks.quiet, sign=True)
    yield Text(layout.name, layout.left, top, title, inks.words(), bold=True)


def _readings(layout: MeasureLayout, inks: Inks, told: MeasuresTold) -> Iterator[Shape]:
    small, _, _ = layout.sizes
    theme, words = inks.theme, told.words
    if layout.instead:
        yield Text(layout.instead, layout.left, layout.chart.y, theme.stage_large, inks.words())
    yield from chart(layout.kpi, layout.chart, words, theme, Lettered(small, values=True))
    for story in layout.stories:
        yield Text((story.head,), layout.left, story.top, small, inks.words(), bold=True)
        yield Text(story.lines, layout.left, story.top + line_height(small), small, inks.words())
    if layout.more:
        more = words("value.and_more", count=layout.more)
        yield Text((more,), layout.left, layout.more_top, small, inks.quiet, bold=True)


def _facts(view: ValueBoardView, layout: MeasureLayout, inks: Inks) -> Iterator[Shape]:
    small, text, _ = layout.sizes
    for fact in layout.facts:
        yield Text((fact.head,), layout.facts_left, fact.top, small, inks.quiet)
        top, left = fact.top + line_height(small), layout.facts_left
        day = view.showing.day
        if fact.standing and day and layout.kpi.status not in ("paused", "retired"):
            found = standing(layout.kpi, day)
            ink = inks.standing(found.word)
            sign = Rect(left, top + (line_height(text) - SYMBOL) / 2, SYMBOL, SYMBOL)
            yield icon(value_register.standing(found.word).symbol, sign, ink)
            yield Text(fact.lines, left + SYMBOL_SPACE, top, text, ink, bold=True)
        else:
            yield Text(fact.lines, left, top, text, inks.words(), bold=fact.standing)
