"""The forms "chain" and "think": columns of cards with links between them, and strips at the foot."""

from collections.abc import Iterator

from facilitator.boards.drawing import header
from facilitator.boards.value_board.drawing.cards import Cards
from facilitator.boards.value_board.drawing.inks import COLOURS, Inks
from facilitator.boards.value_board.drawing.links import Links
from facilitator.boards.value_board.drawing.scenery import Scenery
from facilitator.boards.value_board.drawing.told import Told
from facilitator.boards.value_board.layout.layout import ValueLayout, layout_of
from facilitator.boards.value_board.layout.placed import Stack
from facilitator.boards.value_board.layout.settings import foot_size, small
from facilitator.boards.value_board.view import ValueBoardView
from facilitator.content.theme import Theme
from facilitator.domain.picture import Group, Picture


def columns_picture(view: ValueBoardView, theme: Theme) -> Picture:
    """The cards in their columns, in either order, with the links between them."""
    layout = layout_of(view, theme)
    told = Told(view, layout)
    return Picture(
        background=theme.paper,
        groups=(header(view, theme), *_groups(view, layout, Inks(theme), told)),
        alt=told.board(),
        category_colours=tuple((column, theme.categories[place]) for column, place in COLOURS.items()),
    )


def _groups(view: ValueBoardView, layout: ValueLayout, inks: Inks, told: Told) -> Iterator[Group]:
    """Scenery, then links, then cards."""
    large = view.showing.large
    size = small(inks.theme, large=large)
    scenery = Scenery(inks, told, layout, size)
    cards = Cards(inks, told, size, layout.thread, max((card.dots or 0 for card in view.cards), default=0))
    links = Links(inks, told, layout.shown, layout.thread, len(layout.routes), full=layout.full)
    if layout.public_value:
        yield scenery.public_value(layout.public_value)
    yield from scenery.headings()
    yield from scenery.invitations()
    for column, fitted in zip(layout.shown, layout.columns, strict=True):
        yield from (cards.panel(panel, column.holds) for panel in fitted.panels)
        if fitted.foot:
            yield scenery.foot(fitted.foot)
    if layout.frame.strips:
        yield scenery.band(layout.frame.strips)
        yield from map(scenery.strip, layout.strips)
    if layout.frame.legend:
        yield links.legend(layout.legend, layout.frame.legend, foot_size(inks.theme, large=large))
    yield from map(links.link, layout.routes)
    for column, fitted in zip(layout.shown, layout.columns, strict=True):
        yield from (cards.pill(pill, column.holds) for pill in fitted.pills)
        if fitted.stack:
            yield cards.stack(fitted.stack, column.holds)
    yield from (cards.stack(Stack(each.rest, each.stack), each.id) for each in layout.strips if each.stack)
    for fitted in layout.columns:
        yield from map(cards.card, fitted.cards)
    for strip in layout.strips:
        yield from map(cards.strip_card, strip.cards)
