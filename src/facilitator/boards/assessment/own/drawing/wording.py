"""What a picture of a 1:1 assessment tells in a few sentences."""

from facilitator.boards.assessment.own.results import value_line
from facilitator.boards.assessment.own.view import OVERVIEW, OwnView
from facilitator.boards.assessment.own.wording import coded, groups_of, progress_told, statement_told
from facilitator.content.words import Words


def alternative(view: OwnView) -> str:
    """The text alternative: what the board is about, how far it is, and the statement or the values in sight."""
    words = Words(view.language)
    if view.showing.form == OVERVIEW and not view.answered and not view.shows_answers:
        names = words.list([name for _, name in groups_of(view.asked, view.language)])
        told = [f"{view.title}. {view.question}".strip(), view.asked.lead.within(view.language), names]
        return _sentences(told)
    told = [f"{view.title}. {view.question}".strip(), progress_told(view, words)]
    if view.at is not None and view.showing.form != OVERVIEW:
        told.append(statement_told(view, view.at, words))
    elif view.shows_answers:
        told += [next_told(view, words), *radar_told(view, words)]
    else:
        told.append(next_told(view, words))
    return _sentences(told)


def next_told(view: OwnView, words: Words) -> str:
    """What comes next: the statement that is asked, or what to do once all were answered."""
    following = next((each for each in view.statements if not each.answered), None)
    if following is None:
        return words("assessment.next_results", most=view.asked.most_steps)
    return words("assessment.next_statement", statement=coded(view.asked.area(following.area), words.language))


def radar_told(view: OwnView, words: Words) -> list[str]:
    """What each axis of the radar shows: the value of a dimension, or how a statement was answered."""
    if view.asked.dimensions:
        return [value_line(view.asked.dimensions, value, words) for value in view.values()]
    return [statement_told(view, each, words) for each in view.statements]


def _sentences(told: list[str]) -> str:
    return " ".join(each if each.endswith((".", "?", "!")) else f"{each}." for each in told if each)
