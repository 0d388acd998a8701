"""A 1:1 assessment in words: what it asks for everybody, and all that was answered for the facilitator alone."""

from collections.abc import Sequence
from datetime import date

from facilitator.boards.assessment.own.entries import dataset_fields, step_fields
from facilitator.boards.assessment.own.reading import (
    Answered,
    anything_private_on,
    datasets_on,
    next_steps_on,
)
from facilitator.boards.assessment.own.results import Results, results_of, value_line
from facilitator.boards.assessment.own.view import OwnView, dimension_of
from facilitator.boards.assessment.own.wording import (
    answer_told,
    groups_of,
    importance_told,
    named,
    scored_told,
    target_of,
)
from facilitator.boards.assessment.rules.results import gap, priority
from facilitator.boards.assessment.view import instrument_of
from facilitator.boards.assessment.wording import level_told
from facilitator.boards.described import Field, Table
from facilitator.content.instruments import Instrument, terms
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board


def statement_table(view: OwnView, words: Words) -> Table:
    """The text twin: a row a statement with its anchors; how it was answered only where the layer is on."""
    asked, language = view.asked, words.language
    groups = dict(groups_of(asked, language))
    anchors = tuple(level_told(asked, level, language) for level in asked.anchors_at)
    heads = tuple(words(f"assessment.head_{head}") for head in ("code", "dimension", "name", "statement"))
    rows = []
    for each in view.statements:
        area = asked.area(each.area)
        texts = tuple(anchor.text.within(language) for anchor in area.anchors)
        name, text = area.name.within(language), area.text.within(language)
        row = (area.code, groups[dimension_of(asked, area)], name, text, *texts)
        rows.append((*row, scored_told(asked, each.scored, each.level, language)) if view.shows_answers else row)
    last = (words("assessment.head_answer"),) if view.shows_answers else ()
    return Table(view.title, (*heads, *anchors, *last), tuple(rows))


def private_tables(document: Document, board_id: str, words: Words) -> tuple[Table, ...]:
    """Every answer, what each dimension comes to, next steps and inventory; () where nothing was noted."""
    if not anything_private_on(document, board_id):
        return ()
    found, title = results_of(document, board_id), document.get(Board, board_id).title
    tables = [_answers(found, title, words)]
    if found.values:
        told = tuple((value_line(found.asked.dimensions, each, words),) for each in found.values)
        tables.append(Table(words("assessment.head_values"), (words("assessment.head_values"),), told))
    further = (step_table(document, board_id, words), dataset_table(document, board_id, words))
    return (*tables, *(table for table in further if table))


def step_table(document: Document, board_id: str, words: Words) -> Table | None:
    """The next steps that were chosen; None for none."""
    fields = step_fields(instrument_of(document, board_id), words)
    return _of_fields(words("assessment.next_steps"), fields, next_steps_on(document, board_id), words)


def dataset_table(document: Document, board_id: str, words: Words) -> Table | None:
    """The inventory; None where nothing stands in it."""
    inventory = instrument_of(document, board_id).inventory
    if inventory is None:
        return None
    rows = datasets_on(document, board_id)
    return _of_fields(inventory.name.within(words.language), dataset_fields(inventory, words), rows, words)


def _answers(found: Results, title: str, words: Words) -> Table:
    heads = ("code", "name", "answer", "reason", "target", "gap", "importance", "priority")
    further = ("evidence_sort", "example", "comment", "constraints", "opportunities")
    columns = tuple(words(f"assessment.head_{head}") for head in (*heads, *further))
    return Table(title, columns, tuple(_row(found.asked, each, words) for each in found.answered.values()))


def _row(asked: Instrument, each: Answered, words: Words) -> tuple[str, ...]:
    answer, language, said = each.answer, words.language, each.said
    area, target = asked.area(answer.statement), target_of(asked, answer)
    missing, weight = gap(asked, said), priority(asked, said)
    sorts = {term.id: term.name.within(language) for term in terms().evidence_sorts}
    return (
        area.code,
        area.name.within(language),
        answer_told(asked, answer, language),
        answer.reason,
        level_told(asked, target, language) if target is not None else "",
        "" if missing is None else words.number(missing),
        importance_told(answer.importance, language),
        "" if weight is None else words.number(weight),
        sorts.get(answer.evidence, answer.evidence),
        answer.example,
        answer.comment,
        _constraints(each, words),
        named(terms().opportunities, each.opportunities, words),
    )


def _constraints(each: Answered, words: Words) -> str:
    told = []
    for reach in terms().reaches:
        if tags := each.within(reach.id):
            names = named(terms().constraints, tags, words)
            told.append(words("assessment.tagged", names=names, reach=reach.name.within(words.language)))
    return " · ".join([*told, *filter(None, [named(terms().constraints, each.within(""), words)])])


def _of_fields(title: str, fields: tuple[Field, ...], records: Sequence[object], words: Words) -> Table | None:
    """Records as rows in the words of their fields, the day written out; None for no records."""
    if not records:
        return None
    rows = (tuple(_cell(field, getattr(record, field.key), words) for field in fields) for record in records)
    return Table(title, tuple(field.label for field in fields), tuple(rows))


def _cell(field: Field, value: date | str | None, words: Words) -> str:
    if isinstance(value, date):
        return words.date(value)
    return dict(field.choices).get(value, value) if value else ""
