"""The rows that hang on a 1:1: the next steps that were chosen, and the small inventory before it. All private."""

from collections.abc import Mapping
from datetime import date
from typing import Literal, TypeVar

from facilitator.boards.assessment.model import Dataset, NextStep
from facilitator.boards.assessment.own.reading import answered_on, datasets_on, next_steps_on
from facilitator.boards.assessment.own.wording import coded
from facilitator.boards.assessment.rules.results import suggestions
from facilitator.boards.assessment.view import instrument_of
from facilitator.boards.described import Entry, EntryList, Field
from facilitator.boards.typed import optional_day, optional_line
from facilitator.boards.typed_rows import Read, literally, read_values
from facilitator.content.checklist import statuses
from facilitator.content.instruments import Instrument, Inventory, terms
from facilitator.content.words import Words
from facilitator.domain import words_of_people
from facilitator.domain.change import Change, removing
from facilitator.domain.document import Document
from facilitator.domain.editing import changed
from facilitator.domain.engagement import Board
from facilitator.domain.record import new_id
from facilitator.domain.refusal import EditRejected

STEPS, DATASETS = "next_steps", "datasets"
R = TypeVar("R", NextStep, Dataset)
_Form = Literal["line", "text", "choice", "date"]
_Choices = tuple[tuple[str, str], ...]

_STEP: Mapping[str, Read] = {
    "text": literally(words_of_people.name),
    "statement": literally(str),
    "first_action": literally(optional_line),
    "owner": literally(optional_line),
    "due": literally(optional_day),
    "effort": literally(str),
    "status": literally(str),
    "why": literally(words_of_people.note),
}


def entry_lists(document: Document, item_id: str, words: Words) -> tuple[EntryList, ...]:
    """The next steps of a board and, where its instrument has one, its inventory; () for a statement."""
    if document.find(Board, item_id) is None:
        return ()
    asked = instrument_of(document, item_id)
    fields = step_fields(asked, words)
    rows = tuple(_entry(each, fields) for each in reversed(next_steps_on(document, item_id)))
    steps = EntryList(STEPS, words("assessment.next_steps"), fields, rows)
    if asked.inventory is None:
        return (steps,)
    columns = dataset_fields(asked.inventory, words)
    rows = tuple(_entry(each, columns) for each in reversed(datasets_on(document, item_id)))
    return (EntryList(DATASETS, asked.inventory.name.within(words.language), columns, rows), steps)


def put_entry(
    document: Document, board_id: str, list_id: str, entry_id: str, values: Mapping[str, str], words: Words
) -> Change:
    """Change a row by field key, or add one where `entry_id` is ""; what is not named stays as it is.

    Raises KeyError for a list or a key that is none, EditRejected: "gone", "cell_refused" (column, why) for what a
    field can't hold, "step_empty", "dataset_empty", "steps_full" (most), "inventory_full" (most).
    """
    document.get(Board, board_id)
    put = {STEPS: _put_step, DATASETS: _put_dataset}[list_id]
    return put(document, board_id, entry_id, values, words)


def delete_entry(document: Document, board_id: str, list_id: str, entry_id: str) -> Change:
    """Remove a row; raises KeyError for a list that is none, EditRejected("gone") for a row that is none."""
    if list_id == STEPS:
        return Change("delete_next_step", removing([_there(document, NextStep, board_id, entry_id)]))
    if list_id == DATASETS:
        return Change("delete_dataset", removing([_there(document, Dataset, board_id, entry_id)]))
    raise KeyError(list_id)


def require_room(document: Document, board_id: str, statement: str, but: str = "") -> None:
    """Make sure that a step for this statement may be added: at most five, apart from what is settled before launch.

    `but` is the id of a step that does not count. Raises EditRejected("steps_full") (most).
    """
    asked = instrument_of(document, board_id)
    gates = gates_of(document, board_id)
    counted = [each for each in next_steps_on(document, board_id) if each.statement not in gates and each.id != but]
    if statement not in gates and len(counted) >= asked.most_steps:
        raise EditRejected("steps_full", most=asked.most_steps)


def gates_of(document: Document, board_id: str) -> frozenset[str]:
    """The statements that are to be settled before launch, as they stand now."""
    said = [each.said for each in answered_on(document, board_id).values()]
    return frozenset(each.area for each in suggestions(instrument_of(document, board_id), said).before_launch)


def step_fields(asked: Instrument, words: Words) -> tuple[Field, ...]:
    """What a next step is made of."""
    language = words.language
    areas = tuple((area.id, coded(area, language)) for area in asked.areas)
    efforts = tuple((each.id, each.name.within(language)) for each in terms().efforts)
    states = tuple((each.id, each.name.within(language)) for each in statuses())
    none = ("", words("assessment.not_said"))
    return (
        _field("text", "line", words),
        _field("statement", "choice", words, (none, *areas)),
        _field("first_action", "line", words),
        _field("owner", "line", words),
        _field("due", "date", words),
        _field("effort", "choice", words, (none, *efforts)),
        _field("status", "choice", words, states, states[0][0]),
        _field("why", "text", words),
    )


def dataset_fields(inventory: Inventory, words: Words) -> tuple[Field, ...]:
    """The columns of an inventory."""
    language, fields = words.language, []
    for column in inventory.columns:
        name = column.name.within(language)
        if column.choices:
            named = tuple((each.id, each.name.within(language)) for each in column.choices)
            choices = (("", words("assessment.not_said")), *named)
            fields.append(Field(column.id, name, "", "choice", private=True, choices=choices))
        else:
            fields.append(Field(column.id, name, "", "line", private=True))
    return tuple(fields)


def _put_step(document: Document, board_id: str, entry_id: str, values: Mapping[str, str], words: Words) -> Change:
    before = _there(document, NextStep, board_id, entry_id) if entry_id else None
    fields = step_fields(instrument_of(document, board_id), words)
    if not values.get("text", "" if before is None else before.text).strip():
        raise EditRejected("step_empty")
    said = read_values(fields, values, _STEP, words)
    number = max((each.number for each in next_steps_on(document, board_id)), default=0) + 1
    known = before.model_dump() if before else {"id": new_id(), "board_id": board_id, "number": number}
    after = NextStep.model_validate(known | said)
    if before is None or after.statement != before.statement:
        require_room(document, board_id, after.statement, but=entry_id)
    return changed("edit_next_step" if before else "add_next_step", [(before, after)])


def _put_dataset(document: Document, board_id: str, entry_id: str, values: Mapping[str, str], words: Words) -> Change:
    inventory = instrument_of(document, board_id).inventory
    if inventory is None:
        raise KeyError(DATASETS)
    before = _there(document, Dataset, board_id, entry_id) if entry_id else None
    rows = datasets_on(document, board_id)
    if before is None and len(rows) >= inventory.most:
        raise EditRejected("inventory_full", most=inventory.most)
    read: dict[str, Read] = {each.id: literally(str if each.choices else optional_line) for each in inventory.columns}
    read["name"] = literally(words_of_people.name)
    fields = dataset_fields(inventory, words)
    if not values.get("name", "" if before is None else before.name).strip():
        raise EditRejected("dataset_empty")
    said = read_values(fields, values, read, words)
    number = max((each.number for each in rows), default=0) + 1
    known = before.model_dump() if before else {"id": new_id(), "board_id": board_id, "number": number}
    return changed("edit_dataset" if before else "add_dataset", [(before, Dataset.model_validate(known | said))])


def _there(document: Document, of: type[R], board_id: str, entry_id: str) -> R:
    row = document.get(of, entry_id)
    if row.board_id != board_id:
        raise EditRejected("gone", id=entry_id)
    return row


def _field(key: str, form: _Form, words: Words, choices: _Choices = (), value: str = "") -> Field:
    return Field(key, words(f"assessment.step_{key}"), value, form, private=True, choices=choices)


def _entry(row: NextStep | Dataset, fields: tuple[Field, ...]) -> Entry:
    return Entry(row.id, tuple(_text(getattr(row, field.key)) for field in fields))


def _text(value: object) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)
