"""Where everything on a value board stands, in pixels of the 1920 x 1080 surface; one view has one layout."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce
from itertools import zip_longest

from facilitator.boards.value_board.checks.threads import open_gaps
from facilitator.boards.value_board.layout.columns import ShownColumn, shown_columns
from facilitator.boards.value_board.layout.fitting import Fitting
from facilitator.boards.value_board.layout.folding import fold_order
from facilitator.boards.value_board.layout.frame import SIDE, TEST_HEIGHT, Frame, frame_of
from facilitator.boards.value_board.layout.lettering import Lettering
from facilitator.boards.value_board.layout.order import Order, code_order
from facilitator.boards.value_board.layout.placed import FittedColumn, Row
from facilitator.boards.value_board.layout.public_value import PublicValue, public_value
from facilitator.boards.value_board.layout.routes import Place, Route, Routes
from facilitator.boards.value_board.layout.settings import foot_size, settings, small
from facilitator.boards.value_board.layout.standing import groups_of, standing
from facilitator.boards.value_board.layout.strips import Strip, strips_height, strips_of
from facilitator.boards.value_board.layout.threads import thread_of
from facilitator.boards.value_board.view import ValueBoardView
from facilitator.content import value_board as content
from facilitator.content.theme import Theme
from facilitator.domain.picture import Rect

EXPLAINED = ("leads_to", "reinforces", "pulls_against")
"""The kinds of links whose lines a legend explains."""


@dataclass(frozen=True, slots=True)
class ValueLayout:
    """What is shown of the columns and strips, and the links.

    `shown` says what each of the `columns` is. `order` and `places` hold the cards of columns, those in pills and
    stacks too. `thread` holds the cards and links of the golden thread that is lifted, () where none is. `legend`
    holds the kinds of `EXPLAINED` that are in use.
    """

    frame: Frame
    shown: tuple[ShownColumn, ...]
    columns: tuple[FittedColumn, ...]
    strips: tuple[Strip, ...]
    order: Order
    places: Mapping[str, Place]
    routes: tuple[Route, ...]
    thread: frozenset[str]
    legend: tuple[str, ...]
    public_value: PublicValue | None

    @property
    def full(self) -> bool:
        """Whether cards are so close that they show signs in place of what they lack."""
        return any(not card.setting.told for column in self.columns for card in column.cards)

    @property
    def bottom(self) -> float:
        """How far down anything of the board stands."""
        boxes = [place.box.bottom for place in self.places.values()]
        boxes += [column.foot.box.bottom for column in self.columns if column.foot]
        boxes += [band.bottom for band in (self.frame.strips, self.frame.legend) if band]
        return max(boxes, default=self.frame.cards_top)


@lru_cache(maxsize=16)
def layout_of(view: ValueBoardView, theme: Theme) -> ValueLayout:
    """The layout of a view with the text sizes of a theme.

    The text is as large as lets every card of the board be read whole. Where not even the usual size does, a column
    that is too full takes the smallest size, then its groups fold into counted pills, and at last what is left over
    is counted in a stack at its foot.
    """
    large = view.showing.large
    size = small(theme, large=large)
    shown, order = shown_columns(view), order_of(view)
    thread = thread_of(view, view.showing.spotlight)
    test = public_value(view, theme, SIDE, TEST_HEIGHT)
    card_of = {card.id: card for card in view.cards}
    cards = standing(view)
    strips = {strip.id: [card_of[each] for each in cards[strip.id]] for strip in content.strips()}
    legend = _legend(view, shown)
    frames = [
        frame_of(
            len(shown),
            close=close,
            test=test is not None and test.below,
            legend=bool(legend),
            strips=strips_height(strips, size, lines),
            legend_size=foot_size(theme, large=large),
        )
        for close, lines in ((False, 2), (True, 2), (True, 1))
    ]
    fittings = list(_fittings(view, shown, order, thread, frames[0].width, theme))
    frame, columns = _fitted(fittings, frames, theme, large=large)
    places = _places(columns)
    areas = [_passing_area(frame, place, column) for place, column in enumerate(columns)]
    return ValueLayout(
        frame=frame,
        shown=shown,
        columns=columns,
        strips=strips_of(strips, frame.strips, size) if frame.strips else (),
        order=order,
        places=places,
        routes=Routes(order, view.links, columns, places, areas, thread).routes(),
        thread=thread,
        legend=legend,
        public_value=test,
    )


@lru_cache(maxsize=16)
def order_of(view: ValueBoardView) -> Order:
    """Cards and lanes of the columns that the view's form shows: cards as in `standing`, nothing moves by itself."""
    links = [(link.from_id, link.to_id) for link in view.links]
    return code_order([column.cards for column in shown_columns(view)], links, [link.kind for link in view.links])


def _fittings(
    view: ValueBoardView,
    shown: Sequence[ShownColumn],
    order: Order,
    thread: frozenset[str],
    width: float,
    theme: Theme,
) -> Iterator[Fitting]:
    large = view.showing.large
    found = open_gaps(view)
    told = {gap: named.within(view.language) for gap, named in content.gap_words().items()}
    card_of = {card.id: card for card in view.cards}
    group_of = {group.id: group for group in view.groups}
    groups = {card: group_of[group] for card, group in groups_of(view).items()}
    for place, column in enumerate(shown):
        cards = [card_of[card] for card in column.cards]
        yield Fitting(
            cards,
            groups,
            fold_order(cards, groups, view.links),
            thread,
            order.columns[place],
            Lettering(cards, found, told, width, small(theme, large=large)),
            foot_size(theme, large=large),
        )


def _fitted(
    fittings: Sequence[Fitting], frames: Sequence[Frame], theme: Theme, *, large: bool
) -> tuple[Frame, tuple[FittedColumn, ...]]:
    """In rows, so that cards of one rank stand side by side, where the board has room for that; else each alone.

    Cards say what is missing on all columns or on none: said again and again on some, it costs the others their
    sharpness in a call.
    """
    in_rows, alone = settings(theme, large=large)
    roomy, close, tight = frames
    for frame, setting in [*((roomy, each) for each in in_rows), *((close, each) for each in in_rows[-2:])]:
        height = frame.area(0).height
        columns = [rows for fitting in fittings if (rows := fitting.rows(setting, height)) is not None]
        if len(columns) < len(fittings):
            continue
        rows = [reduce(Row.with_, (row for row in across if row)) for across in zip_longest(*columns)]
        if sum(row.total for row in rows) <= height:
            return frame, tuple(
                fitting.in_rows(setting, rows, frame.area(place)) for place, fitting in enumerate(fittings)
            )
    areas = [tight.area(place) for place in range(len(fittings))]
    told = tuple(each for each in alone if each.told)
    fits = all(fitting.has_room(told, area) for fitting, area in zip(fittings, areas, strict=True))
    choice = told if fits else tuple(each for each in alone if not each.told)
    return tight, tuple(fitting.alone(choice, area) for fitting, area in zip(fittings, areas, strict=True))


def _legend(view: ValueBoardView, shown: Sequence[ShownColumn]) -> tuple[str, ...]:
    there = {card for column in shown for card in column.cards}
    used = {link.kind for link in view.links if link.from_id in there and link.to_id in there}
    return tuple(kind for kind in EXPLAINED if kind in used)


def _passing_area(frame: Frame, place: int, column: FittedColumn) -> Rect:
    """Where links pass a column: from its rule down to the words at its foot."""
    top, area = frame.rule_top + 4, frame.area(place)
    bottom = column.foot.box.y if column.foot else area.bottom + 8
    return Rect(area.x, top, area.width, bottom - top)


def _places(columns: Sequence[FittedColumn]) -> dict[str, Place]:
    places: dict[str, Place] = {}
    for place, column in enumerate(columns):
        places |= {placed.card.id: Place(place, placed.rect, True) for placed in column.cards}
        for held in (*column.pills, *([column.stack] if column.stack else ())):
            places |= dict.fromkeys(held.ids, Place(place, held.rect, False))
    return places
