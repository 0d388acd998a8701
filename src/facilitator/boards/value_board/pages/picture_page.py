"""The first page of a value board on paper: its picture as large as the page."""

from reportlab.platypus import Flowable

from facilitator.boards.drawing import HEADER
from facilitator.boards.value_board.layout.layout import layout_of
from facilitator.boards.value_board.picture import picture_of
from facilitator.boards.value_board.view import ValueBoardView
from facilitator.content.theme import theme
from facilitator.content.words import Words
from facilitator.domain.picture import STAGE_HEIGHT, STAGE_WIDTH, Rect
from facilitator.handouts import kit

_LEAST_HEIGHT = 620.0
_FULL = 0.85


def picture_page(view: ValueBoardView, words: Words) -> list[Flowable]:
    """A page on its side with title, question and picture."""
    picture = picture_of(view, theme("light"))
    return [
        kit.new_page(wide=True),
        kit.kicker(words("value.kicker")),
        kit.heading(view.title, 1),
        kit.lead(view.question),
        kit.large_figure(picture, (), picture.alt, _drawn_part(view)),
    ]


def _drawn_part(view: ValueBoardView) -> Rect:
    """The stage below its header, as far down as anything stands, so that paper is not spent on nothing."""
    bottom = layout_of(view, theme("light")).bottom
    bottom = STAGE_HEIGHT if bottom > STAGE_HEIGHT * _FULL else max(bottom + 40, _LEAST_HEIGHT)
    return Rect(0, HEADER.bottom, STAGE_WIDTH, bottom - HEADER.bottom)
