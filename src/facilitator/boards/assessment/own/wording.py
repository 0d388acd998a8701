"""How what somebody answered is told: always the word with the number, and never a number that nobody gave."""

from facilitator.boards.assessment.model import OwnAnswer
from facilitator.boards.assessment.own.view import OwnView, StatementView
from facilitator.boards.assessment.wording import level_told
from facilitator.content.instruments import Area, Instrument, Term, terms
from facilitator.content.words import Words
from facilitator.domain.language import Language


def scored_told(asked: Instrument, scored: str, level: int | None, language: Language) -> str:
    """An answer in words: "3 Established", "Don't know", "Not answered yet"."""
    if scored == "level":
        return level_told(asked, level, language)
    scale = asked.scale
    told = {each.id: each.name for each in (scale.unanswered, scale.dont_know, scale.not_applicable)}
    return told[scored].within(language)


def answer_told(asked: Instrument, answer: OwnAnswer, language: Language) -> str:
    """The answer of a record in words."""
    return scored_told(asked, answer.scored, answer.level, language)


def importance_told(value: int | None, language: Language) -> str:
    """How important something is: "3 Critical", "" where nobody said."""
    return next(
        (f"{each.value} {each.name.within(language)}" for each in terms().importances if each.value == value), ""
    )


def target_of(asked: Instrument, answer: OwnAnswer) -> int | None:
    """The level that is wanted: what was said, else the instrument's own."""
    return asked.default_target if answer.target is None else answer.target


def named(their: tuple[Term, ...], wanted: tuple[str, ...], words: Words) -> str:
    """The names of some ids among these terms as part of a sentence, in small letters; "" for none."""
    names = {term.id: term.name.within(words.language) for term in their}
    return words.list([names[each][:1].lower() + names[each][1:] for each in wanted if each in names])


def coded(area: Area, language: Language) -> str:
    """A statement as one speaks of it: code and short name."""
    return f"{area.code} {area.name.within(language)}"


def groups_of(asked: Instrument, language: Language) -> tuple[tuple[str, str], ...]:
    """The groups of the statements, (id, name): the dimensions, or the instrument where it has none."""
    if not asked.dimensions:
        return ((asked.id, asked.name.within(language)),)
    return tuple((each.id, each.name.within(language)) for each in asked.dimensions)


def progress_told(view: OwnView, words: Words) -> str:
    """How many statements were answered of how many."""
    return words("assessment.progress", done=view.answered, count=len(view.statements))


def statement_told(view: OwnView, each: StatementView, words: Words) -> str:
    """A statement as it is read aloud: its words, and as far as the view has it, how it was answered."""
    area = view.asked.area(each.area)
    told = f"{area.code} {area.text.within(words.language)}"
    if view.shows_answers:
        answer = scored_told(view.asked, each.scored, each.level, words.language)
    else:
        answer = words("assessment.answered" if each.answered else "assessment.not_answered")
    return words("assessment.area_level", area=told, level=answer)


def value_told(value: float | None, words: Words) -> str:
    """The value of a dimension: "2.5", or that it is not shown yet."""
    return words("assessment.no_value") if value is None else words.number(value)
