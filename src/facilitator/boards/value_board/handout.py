"""A value board on paper: its picture, what is still open, and every card in words."""

from itertools import groupby

from reportlab.platypus import Flowable

from facilitator.boards.drawing import HEADER
from facilitator.boards.value_board.layout import CARDS_TOP, layout_of
from facilitator.boards.value_board.picture import picture_of
from facilitator.boards.value_board.tables import card_table, cards_in_order, still_open
from facilitator.boards.value_board.view import ValueBoardView
from facilitator.content.theme import theme
from facilitator.content.words import Words
from facilitator.domain.picture import STAGE_HEIGHT, STAGE_WIDTH, Rect
from facilitator.handouts import kit

_LEAST_HEIGHT = 620.0
_SHARES = (1, 5, 2, 2)


def handout(view: ValueBoardView, words: Words, width: float) -> list[Flowable]:
    """The parts of a participant's handout, `width` points wide."""
    picture = picture_of(view, theme("light"))
    parts = [
        kit.kicker(words("value.kicker")),
        kit.heading(view.title, 1),
        kit.lead(view.question),
        kit.figure(picture, width, alt=picture.alt, part=_drawn_part(view)),
    ]
    open_ones = still_open(view, words)
    if open_ones:
        cards = [card for card in cards_in_order(view) if card.id in open_ones]
        parts.append(kit.heading(words("value.still_open"), 2))
        parts += kit.bullets(
            [words("value.open_card", code=card.code, card=card.text, gap=open_ones[card.id]) for card in cards]
        )
    table = card_table(view, words)
    for name, rows in groupby(table.rows, key=lambda row: row[0]):
        parts.append(kit.heading(name, 2))
        parts.append(kit.table(table.columns[1:-1], [row[1:-1] for row in rows], _SHARES, row_head=1))
    return parts


def _drawn_part(view: ValueBoardView) -> Rect:
    """The stage below its header, as far down as anything stands, so that paper is not spent on nothing."""
    bottom = max((place.box.bottom for place in layout_of(view, theme("light")).places.values()), default=CARDS_TOP)
    bottom = STAGE_HEIGHT if bottom > STAGE_HEIGHT * 0.85 else max(bottom + 40, _LEAST_HEIGHT)
    return Rect(0, HEADER.bottom, STAGE_WIDTH, bottom - HEADER.bottom)
