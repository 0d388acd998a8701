"""A question queue on paper, when the session is over: what is still open, and of every answer what was said."""

from dataclasses import replace

from reportlab.platypus import Flowable

from facilitator.boards.panels.handout import in_words, pictured
from facilitator.boards.panels.view import CardView, PanelsView
from facilitator.content.words import Words

_ANSWER = "answer"


def handout(view: PanelsView, words: Words, width: float) -> list[Flowable]:
    """The parts of a participant's handout; an answer that nobody noted was given in the session."""
    told = after_the_session(view)
    return [*pictured(told, words, width), *in_words(_answered(told, words), words)]


def after_the_session(view: PanelsView) -> PanelsView:
    """The view with those questions called still open that wait for an answer."""
    words = Words(view.language)
    panels = (replace(each, name=words("questions.still_open")) if each.id == "open" else each for each in view.panels)
    return replace(view, panels=tuple(panels))


def _answered(view: PanelsView, words: Words) -> PanelsView:
    """The view with an answer to every question that has one; that it is struck needs no word beside it."""

    def told(card: CardView) -> CardView:
        if not card.done:
            return card
        parts = card.parts
        if _ANSWER not in {key for key, _, _ in parts}:
            parts = ((_ANSWER, words("questions.field_answer"), words("questions.answered_in_session")), *parts)
        return replace(card, parts=parts, done=False)

    panels = (replace(panel, cards=tuple(map(told, panel.cards))) for panel in view.panels)
    return replace(view, panels=tuple(panels))
