"""A board of panels as shapes."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from facilitator.boards.drawing import header, icon, readable, stripe
from facilitator.boards.panels.enlarged import enlarged_groups
from facilitator.boards.panels.layout import HINT_PAD, PanelsLayout, PlacedCard, PlacedPanel, layout_of
from facilitator.boards.panels.lettering import ASIDE_BESIDE, BELOW_ABOVE, CHECK, DOT, DOT_BESIDE, STRIPE
from facilitator.boards.panels.shapes import dots_told, struck
from facilitator.boards.panels.told import told_about, told_board, told_card, told_panel, told_stack, told_whole
from facilitator.boards.panels.view import PanelsView
from facilitator.content.theme import Theme, mixed
from facilitator.content.typeface import baseline, line_height, width
from facilitator.content.words import Words
from facilitator.domain.picture import Box, Group, Path, Picture, Rect, Shape, Text

_CORNER, _SMALL_CORNER = 10.0, 6.0
_SOFT = 0.62
_DASHED = (9.0, 6.0)


@lru_cache(maxsize=16)
def picture_of(view: PanelsView, theme: Theme) -> Picture:
    """The panels side by side, or what is in the spotlight enlarged."""
    words = Words(view.language)
    colours = tuple((each.id, colour_of(place, theme)) for place, each in enumerate(view.panels))
    head = header(view, theme)
    card = view.card(view.showing.spotlight)
    if card:
        place, panel = next((n, each) for n, each in enumerate(view.panels) if card in each.cards)
        drawn = enlarged_groups(view, card, panel, colour_of(place, theme), theme, told_whole(card, words))
        alt = words("panels.alt_card", about=told_about(view), card=told_whole(card, words))
        return Picture(theme.paper, (head, *drawn), alt, colours)
    layout = layout_of(view, theme)
    groups = tuple(_groups(layout, theme, words))
    return Picture(theme.paper, (head, *groups), told_board(view, layout.panels, words), colours)


def colour_of(place: int, theme: Theme) -> str:
    """The colour of the panel at this place, from 0."""
    return theme.categories[place % len(theme.categories)]


def _groups(layout: PanelsLayout, theme: Theme, words: Words) -> Iterator[Group]:
    """Scenery, then cards."""
    for placed in layout.panels:
        yield _heading(placed, layout, theme, words)
        if placed.invites:
            yield _invitation(placed, layout, theme)
        if placed.stack:
            yield _stack(placed, placed.stack, layout, theme, words)
    for placed in layout.panels:
        for card in placed.cards:
            yield _card(card, placed, layout, theme, words)


def _heading(placed: PlacedPanel, layout: PanelsLayout, theme: Theme, words: Words) -> Group:
    colour, size = colour_of(placed.place, theme), layout.heading
    left, rule = placed.rule.x, placed.rule
    top = rule.y - 4 - len(placed.name) * line_height(size)
    name = Text(placed.name, left, top, size, readable(colour, theme, 7), bold=True)
    box = Rect(left, placed.rect.y, placed.rect.width, rule.bottom - placed.rect.y)
    shapes = (name, Box(rule, fill=colour))
    return Group("", "scenery", box, shapes, told_panel(placed, words), placed.panel.id, swatch=rule)


def _invitation(placed: PlacedPanel, layout: PanelsLayout, theme: Theme) -> Group:
    assert placed.invites
    box = placed.invites
    size = max(layout.setting.small, theme.stage_text)
    shapes = (
        Box(box, _CORNER, stroke=theme.line, stroke_width=2, dash=_DASHED),
        Text(placed.hint, box.x + HINT_PAD, box.y + HINT_PAD, size, readable(theme.quiet, theme, 7)),
    )
    return Group("", "scenery", box, shapes, placed.panel.hint, placed.panel.id)


def _stack(placed: PlacedPanel, rect: Rect, layout: PanelsLayout, theme: Theme, words: Words) -> Group:
    said, label = told_stack(placed, words)
    colour = colour_of(placed.place, theme)
    under = Rect(rect.x + 8, rect.y + 6, rect.width - 16, rect.height - 6)
    over = Rect(rect.x, rect.y, rect.width, rect.height - 5)
    x, y = over.centre
    size = layout.setting.small
    shapes = (
        Box(under, _SMALL_CORNER, mixed(colour, 0.25, theme.surface), colour, 1.5),
        Box(over, _SMALL_CORNER, theme.surface, colour, 1.5),
        Text((said,), x, y - line_height(size) / 2, size, theme.ink, bold=True, anchor="middle"),
    )
    return Group("", "scenery", rect, shapes, label, placed.panel.id)


def _card(card: PlacedCard, placed: PlacedPanel, layout: PanelsLayout, theme: Theme, words: Words) -> Group:
    setting, rect, colour = layout.setting, card.rect, colour_of(placed.place, theme)
    quiet = readable(theme.quiet, theme, 7, theme.surface)
    done = card.card.done
    corner = _CORNER if setting.roomy else _SMALL_CORNER
    patch = Rect(rect.x, rect.y, STRIPE, rect.height)
    outline = colour if setting.roomy and not done else theme.line
    left, top = rect.x + card.tab, rect.y + setting.above
    code_top = top + baseline(setting.text) - baseline(setting.small)
    code_left = rect.x + STRIPE + setting.beside * 0.6
    shapes: list[Shape] = [
        Box(rect, corner, theme.surface, outline, 2.0 if setting.roomy else 1.0),
        Path(stripe(patch, corner), fill=mixed(colour, _SOFT, theme.paper) if done or not setting.roomy else colour),
        Text((card.card.code,), code_left, code_top, setting.small, quiet, sign=True),
    ]
    if done:
        shapes += struck(card.lines, left, top, setting.text, colour, theme)
    shapes.append(Text(card.lines, left, top, setting.text, quiet if done else theme.ink, bold=True))
    below = top + len(card.lines) * line_height(setting.text) + BELOW_ABOVE
    if card.below:
        shapes.append(Text(card.below, left, below, setting.small, quiet))
    middle = top + line_height(setting.text) / 2
    shapes += _aside(card, middle, setting.small, colour, theme)
    label = told_card(card.card, words)
    sort: Literal["item", "scenery"] = "scenery" if placed.panel.told else "item"
    mark = _sign(rect, middle).grown(6) if card.card.ticks else None
    item_id = "" if placed.panel.told else card.card.id
    return Group(item_id, sort, rect, tuple(shapes), label, placed.panel.id, mark=mark, swatch=patch)


def _sign(rect: Rect, middle: float) -> Rect:
    """Where the check sign of a card stands."""
    return Rect(rect.right - ASIDE_BESIDE - CHECK, middle - CHECK / 2, CHECK, CHECK)


def _aside(card: PlacedCard, middle: float, size: float, colour: str, theme: Theme) -> Iterator[Shape]:
    """At the right end the check sign of what is done, or a box for it; left of it a dot and how many there are."""
    right = card.rect.right - ASIDE_BESIDE
    sign = _sign(card.rect, middle)
    if card.card.done:
        yield icon("check", sign, readable(colour, theme, 4.5))
    elif card.card.ticks:
        yield Box(sign.grown(-1), 4, stroke=theme.quiet, stroke_width=2)
    if card.card.done or card.card.ticks:
        right -= CHECK + ASIDE_BESIDE
    if card.card.dots is not None:
        left = right - DOT - DOT_BESIDE - width(str(card.card.dots), size, bold=True)
        yield from dots_told(card.card.dots, left, middle, size, colour, theme)
