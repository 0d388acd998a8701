"""A group summary as a picture: a chart of what is shown with what is shared, or themes and questions."""

from functools import lru_cache

from facilitator.boards.assessment.group.drawing.figures import figures_groups
from facilitator.boards.assessment.group.drawing.talk import talk_groups
from facilitator.boards.assessment.group.told import head_told, item_told
from facilitator.boards.assessment.group.view import TALK, SummaryView
from facilitator.content.theme import Theme
from facilitator.content.words import Words
from facilitator.domain.picture import Picture


@lru_cache(maxsize=16)
def picture_of(view: SummaryView, theme: Theme) -> Picture:
    """The view on the 1920 x 1080 surface, in the view's language."""
    drawn = talk_groups if view.showing.form == TALK or not view.has_figures else figures_groups
    return Picture(background=theme.paper, groups=tuple(drawn(view, theme)), alt=alternative(view))


def alternative(view: SummaryView) -> str:
    """What the summary says, in a few sentences."""
    words, language = Words(view.language), view.language
    told = [f"{view.title}. {view.question}".strip(), head_told(view, words)]
    for item in view.charted if view.has_figures else ():
        told.append(words("assessment.fact", name=view.name(item, language), value=item_told(item, words)))
    return " ".join(each if each.endswith((".", "?", "!")) else f"{each}." for each in told)
