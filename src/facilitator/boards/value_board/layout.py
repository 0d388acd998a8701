"""Where everything on a value board stands, in pixels of the 1920 x 1080 surface; one view has one layout."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest

from facilitator.boards.drawing import HEADER
from facilitator.boards.value_board.analyses import gaps
from facilitator.boards.value_board.fitting import FittedColumn, Fitting, settings
from facilitator.boards.value_board.order import Order, code_order
from facilitator.boards.value_board.routes import Place, Route, routes
from facilitator.boards.value_board.view import ValueBoardView
from facilitator.content import value_board as content
from facilitator.content.theme import Theme
from facilitator.domain.picture import STAGE_HEIGHT, STAGE_WIDTH, Rect

SIDE = 56.0
COLUMN_WIDTH = 380.0
COLUMN_STEP = (STAGE_WIDTH - 2 * SIDE - COLUMN_WIDTH) / 3
HEADING_TOP = HEADER.bottom + 24
SUBTITLE_TOP = HEADING_TOP + 42
RULE_TOP = SUBTITLE_TOP + 34
RULE_HEIGHT = 4.0
CARDS_TOP = RULE_TOP + RULE_HEIGHT + 26
CARDS_BOTTOM = STAGE_HEIGHT - 36.0


@dataclass(frozen=True, slots=True)
class ValueLayout:
    """What of the four columns is shown, and the links. `order` and `places` hold cards in stacks too."""

    order: Order
    columns: tuple[FittedColumn, ...]
    places: Mapping[str, Place]
    routes: tuple[Route, ...]


def column_left(place: int) -> float:
    """The left edge of the column at this place, from 0."""
    return SIDE + place * COLUMN_STEP


@lru_cache(maxsize=16)
def layout_of(view: ValueBoardView, theme: Theme) -> ValueLayout:
    """The layout of a view with the text sizes of a theme.

    The text is as large as lets every card of the board be read whole. Where not even the usual size does, a column
    that is too full takes the smallest size, then fewer lines a card, and at last a counted stack at its foot.
    """
    order = order_of(view)
    found = gaps(view)
    told = {gap: words.within(view.language) for gap, words in content.gap_words().items()}
    card_of = {card.id: card for card in view.cards}
    fittings = [
        Fitting([card_of[card] for card in order.cards(place)], found, told, _cards_area(place), theme.stage_minimum)
        for place in range(len(order.columns))
    ]
    columns = _fitted(fittings, theme)
    areas = [_passing_area(place, column) for place, column in enumerate(columns)]
    places = _places(columns)
    return ValueLayout(order, columns, places, routes(order, view.links, places, areas))


def _fitted(fittings: Sequence[Fitting], theme: Theme) -> tuple[FittedColumn, ...]:
    """In rows, so that cards of one rank stand side by side, where the board has room for that; else each alone."""
    in_rows, alone = settings(theme)
    for setting in in_rows:
        heights = [fitting.heights(setting) for fitting in fittings]
        rows = [max(row) for row in zip_longest(*(column or () for column in heights), fillvalue=0.0)]
        if None not in heights and sum(rows) + (len(rows) - 1) * setting.between <= CARDS_BOTTOM - CARDS_TOP:
            return tuple(fitting.in_rows(setting, rows) for fitting in fittings)
    return tuple(fitting.alone(alone) for fitting in fittings)


@lru_cache(maxsize=16)
def order_of(view: ValueBoardView) -> Order:
    """The cards of the columns as they came, but for those with a place of their own: nothing moves by itself."""
    pinned = {card.id: card.slot for card in view.cards if card.slot is not None}
    return code_order(columns_of(view), [(link.from_id, link.to_id) for link in view.links], pinned)


def columns_of(view: ValueBoardView) -> list[list[str]]:
    """The ids of the cards of each column in the order of their codes."""
    return [[card.id for card in view.cards if card.column == column.id] for column in content.columns()]


def _cards_area(place: int) -> Rect:
    return Rect(column_left(place), CARDS_TOP, COLUMN_WIDTH, CARDS_BOTTOM - CARDS_TOP)


def _passing_area(place: int, column: FittedColumn) -> Rect:
    """Where links pass a column: from its rule down to the words at its foot."""
    top = RULE_TOP + RULE_HEIGHT
    bottom = min([foot.top for foot in column.feet], default=CARDS_BOTTOM + 8)
    return Rect(column_left(place), top, COLUMN_WIDTH, bottom - top)


def _places(columns: tuple[FittedColumn, ...]) -> dict[str, Place]:
    places: dict[str, Place] = {}
    for place, column in enumerate(columns):
        places |= {placed.card.id: Place(place, placed.rect) for placed in column.cards}
        if column.stack:
            places |= dict.fromkeys(column.stack.ids, Place(place, column.stack.rect))
    return places
