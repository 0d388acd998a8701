"""A 1:1 assessment as a picture, in its three forms."""

from functools import lru_cache

from facilitator.boards.assessment.own.drawing.dimension import dimension_groups
from facilitator.boards.assessment.own.drawing.overview import overview_groups
from facilitator.boards.assessment.own.drawing.statement import statement_groups
from facilitator.boards.assessment.own.drawing.wording import alternative
from facilitator.boards.assessment.own.view import DIMENSION, OVERVIEW, OwnView
from facilitator.content.theme import Theme
from facilitator.domain.picture import Picture


@lru_cache(maxsize=16)
def picture_of(view: OwnView, theme: Theme) -> Picture:
    """The view on the 1920 x 1080 surface, in the view's language; the whole of it once every statement is answered."""
    form, at = view.showing.form, view.at
    if form == OVERVIEW or at is None:
        groups = overview_groups(view, theme)
    elif form == DIMENSION and view.asked.dimensions:
        groups = dimension_groups(view, at, theme)
    else:
        groups = statement_groups(view, at, theme)
    return Picture(background=theme.paper, groups=tuple(groups), alt=alternative(view))
