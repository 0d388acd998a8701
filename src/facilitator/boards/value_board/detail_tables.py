"""A value board's public fields as tables: one a column, the register, readings, links, the public value test."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Literal

from facilitator.boards.described import Table
from facilitator.boards.numbers import as_typed
from facilitator.boards.value_board.card_fields import LINES, Line
from facilitator.boards.value_board.layout.standing import standing
from facilitator.boards.value_board.view import CardView, KpiView, ReadingView, ValueBoardView
from facilitator.content import methods
from facilitator.content import value_board as content
from facilitator.content.words import Words

_Typed = Literal["", "number", "date"]

_Column = tuple[str, Sequence[str], _Typed]
"""The head of a column of a table, its cells, and what they are if they are all that."""

_TYPED: Mapping[str, _Typed] = {"number": "number", "date": "date"}
"""What the cells of a field are, by its form."""


def detail_tables(view: ValueBoardView, words: Words, *, whole: bool) -> tuple[Table, ...]:
    """Everything known of the cards, a table for each column or strip that has any, the register of indicators too.

    A reader gets the columns in which something stands; with `whole` there are all of them, and dates and numbers are
    written as they are typed, so that they can be read back.
    """
    return tuple(
        table
        for column in content.columns_and_strips()
        if (table := column_table(view, column.id, words, whole=whole)) and (whole or len(table.columns) > 2)
    )


def column_table(view: ValueBoardView, column_id: str, words: Words, *, whole: bool = False) -> Table | None:
    """The cards of a column or strip with all that is known of them; None where there is no card."""
    cards = cards_of_column(view, column_id)
    if not cards:
        return None
    kpis = {kpi.id: kpi for kpi in view.kpis}
    groups = {group.id: group.name for group in view.groups}
    found: list[_Column] = [
        (words("value.head_code"), [card.code for card in cards], ""),
        (words("value.head_card"), [card.text for card in cards], ""),
    ]
    more: list[_Column] = [(words("value.field_group"), [groups.get(card.group_id, "") for card in cards], "")]
    for line in LINES.get(column_id, ()):
        if line.form == "serves":
            served = [words.apart([each.name for each in card.serves]) for card in cards]
            more.append((words("value.head_serves"), served, ""))
        elif line.form != "serves_also":
            cells = [_cell(line, _value(card, kpis.get(card.id), line.key), words, whole) for card in cards]
            more.append((line.label(column_id, words), cells, _TYPED.get(line.form, "")))
    if view.dots_shown:
        more.append((words("value.head_dots"), [str(card.dots or 0) for card in cards], "number"))
    title = words("value.register") if column_id == "kpi" else content.column(column_id).name.within(words.language)
    return _table(title, [*found, *(each for each in more if whole or any(each[1]))])


def reading_table(view: ValueBoardView, words: Words, *, whole: bool = False) -> Table | None:
    """All readings, indicator by indicator, in the order of time; None where there is none."""
    kpis = {kpi.id: kpi for kpi in view.kpis}
    read = [(card, each) for card in cards_of_column(view, "kpi") for each in kpis[card.id].readings]
    if not read:
        return None

    def number(value: float | None) -> str:
        return _number(value, words, whole)

    cells: Sequence[tuple[str, Callable[[ReadingView], str], _Typed]] = (
        ("read_on", lambda each: _day(each.read_on, words, whole), "date"),
        ("value", lambda each: number(each.value), "number"),
        ("rating", lambda each: "" if each.rating is None else str(each.rating), "number"),
        ("narrative", lambda each: each.narrative, ""),
        ("voices", lambda each: each.voices, ""),
        ("evidence", lambda each: each.evidence, ""),
    )
    found: list[_Column] = [
        (words("value.head_code"), [card.code for card, _ in read], ""),
        (words("value.head_card"), [card.text for card, _ in read], ""),
    ]
    more = [(words(f"value.head_{key}"), [cell(each) for _, each in read], typed) for key, cell, typed in cells]
    return _table(words("value.readings"), [*found, *(each for each in more if whole or any(each[1]))])


def link_table(view: ValueBoardView, words: Words) -> Table | None:
    """All links with their kinds and notes, by the codes of their cards; None where there is none."""
    if not view.links:
        return None
    code_of = {card.id: card.code for card in view.cards}
    rows = tuple(
        (
            code_of[link.from_id],
            content.link_kind(link.kind).name.within(words.language),
            code_of[link.to_id],
            link.note,
        )
        for link in view.links
    )
    heads = (
        words("value.head_from"),
        words("value.field_link_kind"),
        words("value.head_to"),
        words("value.head_link_note"),
    )
    return Table(words("value.links"), heads, rows)


def test_table(view: ValueBoardView, words: Words) -> Table | None:
    """The answers to the public value test; None where nothing was answered."""
    answers = {each.id: each.name.within(words.language) for each in content.value_answers()}
    rows = tuple(
        (each.question.within(words.language), answers.get(getattr(view, each.id), words("value.not_known")))
        for each in content.value_questions()
    )
    if not any(getattr(view, each.id) for each in content.value_questions()):
        return None
    return Table(words("value.part_test"), (words("value.head_question"), words("value.head_answer")), rows)


def cards_of_column(view: ValueBoardView, column_id: str) -> list[CardView]:
    """The cards of a column or strip from top to bottom."""
    card_of = {card.id: card for card in view.cards}
    return [card_of[each] for each in standing(view)[column_id]]


def _value(card: CardView, kpi: KpiView | None, key: str) -> object:
    return getattr(kpi, key) if kpi else card.detail(key)


def _cell(line: Line, value: object, words: Words, whole: bool) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        named = {each.id: each.name for each in methods.choices("yes_no")}
        return named["yes" if value else "no"].within(words.language)
    if isinstance(value, float):
        return _number(value, words, whole)
    if isinstance(value, date):
        return _day(value, words, whole)
    return content.choice_name(line.key, str(value)).within(words.language) if line.form == "choice" else str(value)


def _number(value: float | None, words: Words, whole: bool) -> str:
    if value is None:
        return ""
    return as_typed(value, words.language) if whole else words.number(value)


def _day(day: date, words: Words, whole: bool) -> str:
    return day.isoformat() if whole else words.date(day)


def _table(title: str, columns: Iterable[_Column]) -> Table:
    heads, cells, typed = zip(*columns, strict=True)
    numbers, dates = (frozenset(place for place, each in enumerate(typed) if each == one) for one in _TYPED.values())
    return Table(title, tuple(heads), tuple(zip(*cells, strict=True)), numbers, dates)
