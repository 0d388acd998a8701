"""What the answers of a 1:1 come to, in words: for the facilitator's inspector, findings, tables and the report."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facilitator.boards.assessment.own.reading import Answered, answered_on
from facilitator.boards.assessment.own.wording import coded, named, value_told
from facilitator.boards.assessment.rules.results import (
    Light,
    QuickWin,
    Suggestion,
    Suggestions,
    Value,
    dimension_values,
    gap,
    priority,
    profile_values,
    quick_wins,
    ready_to_buy,
    suggestions,
)
from facilitator.boards.assessment.view import instrument_of
from facilitator.boards.assessment.wording import level_told
from facilitator.content.instruments import Area, Instrument, Term, terms
from facilitator.content.words import Words
from facilitator.domain.document import Document


@dataclass(frozen=True, slots=True)
class Priority:
    """A statement whose level is below what is wanted: by how much, and how much that matters (0 to 12)."""

    area: Area
    answered: Answered
    gap: int
    priority: int


@dataclass(frozen=True, slots=True)
class Results:
    """Everything that the rules make of the answers of one board."""

    asked: Instrument
    answered: dict[str, Answered]
    values: tuple[Value, ...]
    profiles: tuple[Value, ...]
    priorities: tuple[Priority, ...]
    suggested: Suggestions
    wins: tuple[QuickWin, ...]
    light: Light | None

    @property
    def done(self) -> int:
        """How many statements were answered."""
        return sum(bool(each.answer.scored) for each in self.answered.values())


def results_of(document: Document, board_id: str) -> Results:
    """The results of a board; priorities come the highest first, equal ones in the order of the instrument."""
    asked, answered = instrument_of(document, board_id), answered_on(document, board_id)
    said = tuple(each.said for each in answered.values())
    return Results(
        asked=asked,
        answered=answered,
        values=dimension_values(asked, said),
        profiles=profile_values(asked, said),
        priorities=_priorities(asked, answered),
        suggested=suggestions(asked, said),
        wins=quick_wins(asked, said),
        light=ready_to_buy(asked, said),
    )


def results_told(document: Document, board_id: str, words: Words) -> Iterator[tuple[str, str]]:
    """What the answers come to so far, (label, sentence), as far as there is something to tell."""
    found = results_of(document, board_id)
    asked = found.asked
    yield words("assessment.head_progress"), words("assessment.progress", done=found.done, count=len(asked.areas))
    if any(each.value is not None for each in found.values):
        told = [value_line(asked.dimensions, each, words) for each in found.values]
        yield words("assessment.head_values"), "\n".join(told)
    if any(each.value is not None for each in found.profiles):
        told = [value_line(asked.profiles, each, words) for each in found.profiles]
        yield words("assessment.head_profiles"), "\n".join(told)
    if found.light and found.done:
        yield light_told(asked, found.light, words)
    if found.suggested.before_launch:
        heading = terms().before_launch.within(words.language)
        yield heading, suggested_told(asked, found.suggested.before_launch, words)
    if found.suggested.steps:
        yield words("assessment.head_suggested"), suggested_told(asked, found.suggested.steps, words)
    if found.suggested.find_out:
        yield terms().find_out.within(words.language), suggested_told(asked, found.suggested.find_out, words)
    if found.wins:
        yield words("assessment.head_wins"), "\n".join(win_told(each, words) for each in found.wins)


def value_line(their: Sequence[Term], value: Value, words: Words) -> str:
    """A dimension with its value and how many statements have a level: "Human resources 2.5 (3 of 4)"."""
    name = next(each.name.within(words.language) for each in their if each.id == value.id)
    told = value_told(value.value, words)
    return words("assessment.value_line", name=name, value=told, scored=value.scored, count=value.applicable)


def light_told(asked: Instrument, light: Light, words: Words) -> tuple[str, str]:
    """The question before a purchase and what the light says, which is a talking point; for instruments that have one.

    Raises ValueError for one that has none.
    """
    if asked.ready is None:
        raise ValueError(asked.id)
    found, language = asked.ready.light(light), words.language
    said = {"name": found.name.within(language), "meaning": found.meaning.within(language)}
    told = words("assessment.light", **said, caution=asked.ready.caution.within(language))
    return asked.ready.question.within(language), told


def suggested_told(asked: Instrument, some: Sequence[Suggestion], words: Words) -> str:
    """Suggestions, a line each."""
    return "\n".join(suggestion_told(asked, each, words) for each in some)


def suggestion_told(asked: Instrument, each: Suggestion, words: Words) -> str:
    """What to do about a statement, behind its code and name."""
    area = coded(asked.area(each.area), words.language)
    return words("assessment.area_action", area=area, action=action_told(asked, each, words))


def action_told(asked: Instrument, each: Suggestion, words: Words) -> str:
    """What a suggestion says is to be done: the step of the library, or to find out what nobody knows."""
    if each.reason == "find_out":
        return words("assessment.find_out", statement=asked.area(each.area).text.within(words.language))
    return each.step.text.within(words.language) if each.step else words("assessment.settle")


def win_told(each: QuickWin, words: Words) -> str:
    """A quick win: its step, and the opportunities that help."""
    seen = named(terms().opportunities, each.opportunities, words)
    return words("assessment.win", step=each.step.text.within(words.language), seen=seen)


def level_and_target(asked: Instrument, each: Priority, words: Words) -> str:
    """From which level to which: "1 Starting → 3 Established"."""
    level, target = each.answered.answer.level, (each.answered.answer.level or 0) + each.gap
    return f"{level_told(asked, level, words.language)} → {level_told(asked, target, words.language)}"


def _priorities(asked: Instrument, answered: dict[str, Answered]) -> tuple[Priority, ...]:
    found = []
    for area in asked.areas:
        said = answered[area.id].said
        missing, weight = gap(asked, said), priority(asked, said)
        if missing and weight:
            found.append(Priority(area, answered[area.id], missing, weight))
    return tuple(sorted(found, key=lambda each: (-each.priority, -each.gap)))
