"""A value board as a picture, in whichever form it is shown."""

from functools import lru_cache

from facilitator.boards.value_board.drawing.columns import columns_picture
from facilitator.boards.value_board.drawing.measures import measures_picture
from facilitator.boards.value_board.drawing.ranking import ranking_picture
from facilitator.boards.value_board.view import ValueBoardView
from facilitator.content.theme import Theme
from facilitator.domain.picture import Picture

_FORMS = {
    "chain": columns_picture,
    "think": columns_picture,
    "measures": measures_picture,
    "ranking": ranking_picture,
}


@lru_cache(maxsize=16)
def picture_of(view: ValueBoardView, theme: Theme) -> Picture:
    """The view on the 1920 x 1080 surface, in the view's language; a form that is none of the kind's is the first."""
    return _FORMS.get(view.showing.form, columns_picture)(view, theme)
