"""What a picture of a 1:1 assessment tells in a few sentences."""

from facilitator.boards.assessment.own.results import value_line
from facilitator.boards.assessment.own.view import OVERVIEW, OwnView
from facilitator.boards.assessment.own.wording import progress_told, statement_told
from facilitator.content.words import Words


def alternative(view: OwnView) -> str:
    """The text alternative: what the board is about, how far it is, and the statement or the values in sight."""
    words = Words(view.language)
    told = [f"{view.title}. {view.question}".strip(), progress_told(view, words)]
    if view.at is not None and view.showing.form != OVERVIEW:
        told.append(statement_told(view, view.at, words))
    elif view.shows_answers:
        told += radar_told(view, words)
    return " ".join(each if each.endswith((".", "?", "!")) else f"{each}." for each in told if each)


def radar_told(view: OwnView, words: Words) -> list[str]:
    """What each axis of the radar shows: the value of a dimension, or how a statement was answered."""
    if view.asked.dimensions:
        return [value_line(view.asked.dimensions, value, words) for value in view.values()]
    return [statement_told(view, each, words) for each in view.statements]
