"""What a 1:1 comes to on paper, for the person who answered: private, in a pack of their own."""

import dataclasses
from collections.abc import Iterator, Sequence

from reportlab.platypus import Flowable

from facilitator.boards.assessment.own.drawing.overview import radar_group, radar_part
from facilitator.boards.assessment.own.drawing.wording import radar_told
from facilitator.boards.assessment.own.reading import Answered, respondent_on
from facilitator.boards.assessment.own.results import (
    Results,
    level_and_target,
    light_told,
    results_of,
    suggestion_told,
    win_told,
)
from facilitator.boards.assessment.own.tables import dataset_table, step_table
from facilitator.boards.assessment.own.view import ANSWERS, OVERVIEW, OwnView, dimension_of, view_of
from facilitator.boards.assessment.own.wording import (
    answer_told,
    coded,
    groups_of,
    importance_told,
    named,
    value_told,
)
from facilitator.boards.assessment.rules.results import Value
from facilitator.boards.described import Table
from facilitator.content.instruments import Term, terms
from facilitator.content.theme import theme
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.picture import Picture
from facilitator.domain.view import Showing
from facilitator.handouts import kit

_MOST_PRIORITIES = 10
_RADAR_SHARE = 0.84
"""How much of the width the radar takes: with this it still stands below the facts on the first page."""


def own_results(document: Document, board_id: str, words: Words, width: float) -> list[Flowable]:
    """The facts, where they stand, what comes first, next steps, inventory, and every statement in words."""
    showing = Showing(form=OVERVIEW, layers=frozenset({ANSWERS}))
    view = dataclasses.replace(view_of(document, board_id, showing), language=words.language)
    found = results_of(document, board_id)
    return [
        kit.kicker(view.asked.name.within(words.language)),
        kit.heading(view.title, 1),
        kit.lead(view.question),
        *_facts(document, view, found, words),
        kit.quiet(words("assessment.own_private")),
        *_standing(view, found, words, width),
        *_first(found, words),
        *_chosen(document, board_id, found, words),
        *_statements(found, words),
        kit.quiet(view.asked.credit.within(words.language)),
    ]


def _facts(document: Document, view: OwnView, found: Results, words: Words) -> list[Flowable]:
    """Who answered, for whom, about what, when, and how much of it."""
    who = respondent_on(document, view.board_id)
    day = words.date(view.assessed_on) if view.assessed_on else ""
    told = [
        (words("assessment.field_organization"), who.organization),
        (words("assessment.field_subject"), who.subject),
        (words("assessment.field_assessed_on"), day),
        (words("assessment.head_progress"), words("assessment.progress", done=found.done, count=len(found.answered))),
        (words("assessment.field_consent"), words(f"assessment.consent_{who.consent}")),
    ]
    return kit.bullets([words("assessment.fact", name=name, value=value) for name, value in told if value])


def _standing(view: OwnView, found: Results, words: Words, width: float) -> Iterator[Flowable]:
    """The radar with its table; headlines; the light before a purchase."""
    yield kit.heading(words("assessment.results_heading"), 2)
    told = " ".join(radar_told(view, words))
    light = theme("light")
    picture = Picture(light.paper, (radar_group(view, light),), alt=words("assessment.radar_alt", values=told))
    yield kit.figure(picture, _RADAR_SHARE * width, alt=picture.alt, part=radar_part())
    if found.values:
        yield _values(found.asked.dimensions, found.values, words("assessment.head_dimension"), words)
    if found.profiles:
        yield kit.heading(words("assessment.head_profiles"), 3)
        yield _values(found.asked.profiles, found.profiles, words("assessment.head_profiles"), words)
    if found.light:
        question, said = light_told(found.asked, found.light, words)
        yield kit.heading(question, 3)
        yield kit.paragraph(said)


def _values(their: Sequence[Term], values: Sequence[Value], head: str, words: Words) -> Flowable:
    names = {each.id: each.name.within(words.language) for each in their}
    heads = [head, words("assessment.head_value"), words("assessment.head_with_level")]
    rows = []
    for each in values:
        of_all = words("assessment.done_of", done=each.scored, count=each.applicable)
        value = kit.Cell(value_told(each.value, words), missing=each.value is None)
        rows.append((names[each.id], value, of_all))
    return kit.table(heads, rows, (3, 2, 1.5))


def _first(found: Results, words: Words) -> Iterator[Flowable]:
    """What is settled before launch, then priorities, what is to be found out, quick wins."""
    asked, suggested = found.asked, found.suggested
    if suggested.before_launch:
        yield kit.heading(terms().before_launch.within(words.language), 2)
        yield kit.paragraph(words("assessment.before_launch_lead"))
        yield from kit.bullets([suggestion_told(asked, each, words) for each in suggested.before_launch])
    yield kit.heading(words("assessment.priorities_heading"), 2)
    if found.priorities:
        heads = [words(f"assessment.head_{head}") for head in ("name", "from_to", "importance", "priority")]
        yield kit.table(heads, _priorities(found, words), (2.6, 3, 1.6, 1))
    else:
        yield kit.paragraph(words("assessment.no_priorities"))
    unknown = [each for each in (*suggested.steps, *suggested.find_out) if each.reason == "find_out"]
    if unknown:
        yield kit.heading(terms().find_out.within(words.language), 3)
        yield from kit.bullets([asked.area(each.area).text.within(words.language) for each in unknown])
    if found.wins:
        yield kit.heading(words("assessment.head_wins"), 3)
        yield from kit.bullets([win_told(each, words) for each in found.wins])
    yield kit.quiet(terms().not_every_four.within(words.language) if asked.default_target is not None else "")


def _priorities(found: Results, words: Words) -> list[tuple[str, str, str, str]]:
    rows = []
    for each in found.priorities[:_MOST_PRIORITIES]:
        weight = importance_told(each.answered.answer.importance, words.language) or words("assessment.not_said")
        name, change = coded(each.area, words.language), level_and_target(found.asked, each, words)
        rows.append((name, change, weight, words.number(each.priority)))
    return rows


def _chosen(document: Document, board_id: str, found: Results, words: Words) -> Iterator[Flowable]:
    """The next steps that were chosen, what is set out for the next 30 days, the inventory."""
    asked, steps = found.asked, step_table(document, board_id, words)
    if steps:
        yield kit.heading(words("assessment.your_steps"), 2)
        yield from _rows_as_lists(steps, words)
    follow_up = asked.follow_up.within(words.language)
    if follow_up:
        yield kit.heading(words("assessment.commitment_heading"), 2)
        yield kit.writing_space(follow_up, "", 3)
    inventory = dataset_table(document, board_id, words)
    if inventory:
        yield kit.heading(inventory.title, 2)
        yield from _rows_as_lists(inventory, words)


def _rows_as_lists(table: Table, words: Words) -> Iterator[Flowable]:
    """A table that is too wide for a page: a heading a row, and what its cells say below it."""
    for first, *others in table.rows:
        yield kit.heading(first, 3)
        facts = zip(table.columns[1:], others, strict=True)
        yield from kit.bullets([words("assessment.fact", name=name, value=value) for name, value in facts if value])


def _statements(found: Results, words: Words) -> Iterator[Flowable]:
    """Every statement with its answer in words and what was said beside it, dimension by dimension."""
    asked, language = found.asked, words.language
    yield kit.heading(words("assessment.answers_heading"), 2)
    heads = [words(f"assessment.head_{head}") for head in ("code", "statement", "answer", "noted")]
    for group, name in groups_of(asked, language):
        rows: list[tuple[str | kit.Cell, ...]] = []
        for area in asked.areas:
            if dimension_of(asked, area) == group:
                answer = found.answered[area.id].answer
                told = kit.Cell(answer_told(asked, answer, language), missing=not answer.scored)
                rows.append((area.code, area.text.within(language), told, _noted(found.answered[area.id], words)))
        yield kit.heading(name if asked.dimensions else words("assessment.every_statement"), 3)
        yield kit.table(heads, rows, (0.6, 3.2, 1.6, 3), row_head=1)


def _noted(each: Answered, words: Words) -> str:
    """Reason, example, comment and tags of an answer, a line each."""
    answer = each.answer
    reason = answer.reason if answer.scored == "not_applicable" else ""
    tags = [
        named(terms().constraints, each.constraints, words),
        named(terms().opportunities, each.opportunities, words),
    ]
    heads = ("head_example", "head_constraints", "head_opportunities")
    told = zip(heads, (answer.example, *tags), strict=True)
    further = [words("assessment.fact", name=words(f"assessment.{head}"), value=value) for head, value in told if value]
    return "\n".join(filter(None, [reason, answer.comment, *further]))
