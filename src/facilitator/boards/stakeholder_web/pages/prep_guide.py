"""The guide that a participant fills in before the 1:1 session: a page to send back, and a page to think with.

It is filled in on screen or by hand, and read by a person: nothing of it is taken into a map by itself.
"""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from facilitator.content import methods
from facilitator.content.methods import Category, Side
from facilitator.content.words import Words
from facilitator.handouts import kit

_PROBLEM_LINES, _SHORT_LINES, _SIGNED_LINES = 3, 2, 1
_THOUGHT_OF = ("to_project", "between", "engagement")
"""The steps whose questions no other part of the guide has."""


def prep_guide(words: Words) -> list[Flowable]:
    """What to bring and what may be shown; then who is inside, and the questions for all the others."""
    return [*_to_send_back(words), kit.new_page(), *_to_think_with(words)]


def _to_send_back(words: Words) -> list[Flowable]:
    return [
        kit.kicker(words("prep.kicker")),
        kit.heading(words("prep.title"), 1),
        kit.lead(words("prep.lead")),
        kit.writing_space(words("prep.problem"), words("prep.problem_hint"), _PROBLEM_LINES, "prep.problem"),
        *_side_by_side(("decision", "worry"), _SHORT_LINES, words),
        kit.heading(words("prep.bring"), 2),
        *_ticks("bring", ("list", "chart"), words),
        kit.heading(words("prep.consent"), 2),
        kit.paragraph(words("prep.consent_about")),
        *_ticks("consent", ("map", "plan", "voices", "later"), words),
        *_side_by_side(("never", "signed"), _SIGNED_LINES, words),
        kit.quiet(methods.reminder().within(words.language)),
    ]


def _side_by_side(keys: Sequence[str], lines: int, words: Words) -> list[Flowable]:
    return kit.writing_columns([(words(f"prep.{key}"), "") for key in keys], lines, [f"prep.{key}" for key in keys])


def _ticks(about: str, keys: Sequence[str], words: Words) -> list[Flowable]:
    return kit.tick_fields([(words(f"prep.{about}_{key}"), f"{about}.{key}") for key in keys])


def _to_think_with(words: Words) -> list[Flowable]:
    language = words.language
    internal, external = _categories("internal"), _categories("external")
    steps = [step for step in methods.steps() if step.id in _THOUGHT_OF]
    return [
        kit.kicker(words("prep.kicker")),
        kit.page_title(words("prep.inside")),
        kit.lead(words("prep.inside_lead")),
        *kit.writing_columns(
            [(each.name.within(language), each.prompt.within(language)) for each in internal],
            _SHORT_LINES,
            [f"inside.{each.id}" for each in internal],
        ),
        kit.heading(words("prep.outside"), 3),
        *kit.bullets([_question(each, words) for each in external], small=True),
        kit.heading(words("prep.asked"), 3),
        *kit.bullets([" ".join(each.within(language) for each in step.prompts) for step in steps], small=True),
    ]


def _categories(side: Side) -> list[Category]:
    return [each for each in methods.categories("full") if each.side == side]


def _question(category: Category, words: Words) -> str:
    language = words.language
    name, question = category.name.within(language), category.prompt.within(language)
    return words("prep.question", category=name, question=question)
