"""A stakeholder web as a picture, in whichever form it is shown."""

from functools import lru_cache

from facilitator.boards.stakeholder_web.drawing.grid_picture import grid_picture
from facilitator.boards.stakeholder_web.drawing.levels_picture import levels_picture
from facilitator.boards.stakeholder_web.drawing.web_picture import web_picture
from facilitator.boards.stakeholder_web.view import GRID, LEVELS, WEB, StakeholderWebView, form_of
from facilitator.content.theme import Theme
from facilitator.domain.picture import Picture

_FORMS = {WEB: web_picture, LEVELS: levels_picture, GRID: grid_picture}


@lru_cache(maxsize=16)
def picture_of(view: StakeholderWebView, theme: Theme) -> Picture:
    """The view on the 1920 x 1080 surface, in the view's language and in the form that `form_of` names."""
    return _FORMS[form_of(view)](view, theme)
