"""The inspector's lines for a card: its text, column and group, then all that its column knows of it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from facilitator.boards.described import Field
from facilitator.boards.numbers import as_typed, typed_number
from facilitator.boards.typed import optional_day, optional_line
from facilitator.boards.value_board import edits, serving
from facilitator.boards.value_board.groups import group_cards
from facilitator.boards.value_board.model import DETAIL_OF, Card, CardGroup
from facilitator.content import methods
from facilitator.content import value_board as content
from facilitator.content.words import Words
from facilitator.domain import words_of_people
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.engagement import language_of
from facilitator.domain.language import Language


@dataclass(frozen=True, slots=True)
class Line:
    """A field of a record of details: its key in record, inspector and words, how it is edited, and its part.

    `asks`: beside its name it has a longer one, which helps to fill it in.
    """

    key: str
    form: Literal["line", "text", "choice", "date", "number", "yes_no", "serves", "serves_also"]
    part: str = ""
    asks: bool = False

    def label(self, column: str, words: Words) -> str:
        """What it is called in the tables of a column: two have a source, each of its own sort."""
        return words(f"value.field_{column}_source" if self.key == "source" else f"value.field_{self.key}")

    def asked(self, column: str, words: Words) -> str:
        """What it is called where it is filled in."""
        return words(f"value.ask_{self.key}") if self.asks else self.label(column, words)


LINES: Mapping[str, tuple[Line, ...]] = {
    "guiding": (
        Line("means_here", "text"),
        Line("looks_like", "text", asks=True),
        Line("broken_when", "text", asks=True),
        Line("source", "choice"),
    ),
    "impact": (
        Line("statement", "text", asks=True),
        Line("kind", "choice"),
        Line("level", "choice"),
        Line("direction", "choice"),
        Line("evidence_today", "text", asks=True),
        Line("serves", "serves", "for_whom"),
        Line("serves_also", "serves_also", "for_whom", asks=True),
    ),
    "approach": (
        Line("description", "text"),
        Line("stage", "choice"),
        Line("owner", "line"),
        Line("riskiest_assumption", "text"),
        Line("smallest_test", "text"),
    ),
    "kpi": (
        Line("question_answered", "text", "tells"),
        Line("definition", "text", "tells", asks=True),
        Line("nature", "choice", "tells"),
        Line("measures", "choice", "tells"),
        Line("timing", "choice", "tells"),
        Line("decision_it_informs", "text", "tells"),
        Line("unit", "line", "read"),
        Line("source", "line", "read"),
        Line("method", "text", "read"),
        Line("frequency", "choice", "read"),
        Line("split_by", "line", "read"),
        Line("rubric_1", "text", "read", asks=True),
        Line("rubric_3", "text", "read", asks=True),
        Line("rubric_5", "text", "read", asks=True),
        Line("mode", "choice", "target"),
        Line("better_is", "choice", "target"),
        Line("baseline", "number", "target"),
        Line("baseline_date", "date", "target"),
        Line("target", "number", "target"),
        Line("target_high", "number", "target"),
        Line("target_date", "date", "target"),
        Line("target_reason", "text", "target"),
        Line("owner", "line", "care"),
        Line("status", "choice", "care"),
        Line("cost_to_collect", "choice", "care"),
        Line("gaming_risk", "text", "care", asks=True),
        Line("personal_data", "yes_no", "care"),
        Line("privacy_note", "text", "care", asks=True),
    ),
}
"""What the inspector shows of a card besides text, column and group, by column; strips show nothing more."""

_YES_NO: Mapping[str, bool | None] = {"": None, "yes": True, "no": False}


def fields_of_card(document: Document, card_id: str, words: Words) -> tuple[Field, ...]:
    """The lines of a card; raises EditRejected("gone")."""
    card = document.get(Card, card_id)
    columns = tuple((each.id, each.name.within(words.language)) for each in content.columns_and_strips())
    group = document.find(CardGroup, card.group_id) if card.group_id else None
    return (
        Field("text", words("value.field_text"), card.text, "line"),
        Field("column", words("value.head_column"), card.column, "choice", choices=columns),
        Field("group", words("value.field_group"), group.name if group else "", "line"),
        *_details(document, card, words),
    )


def set_card(document: Document, card_id: str, key: str, value: str) -> Change:
    """What editing a line does; the value fits the line already. Raises EditRejected for what can't stand."""
    edited: dict[str, Callable[[], Change]] = {
        "text": lambda: edits.rename_card(document, card_id, value),
        "column": lambda: edits.recolumn(document, [card_id], value),
        "group": lambda: group_cards(document, [card_id], value),
        "serves": lambda: serving.set_mapped(document, card_id, value.split()),
        "serves_also": lambda: serving.set_unmapped(document, card_id, value),
    }
    if key in edited:
        return edited[key]()
    line = next(each for each in LINES[document.get(Card, card_id).column] if each.key == key)
    return edits.set_detail(document, card_id, **{key: read(line, value, language_of(document))})


def read(line: Line, value: str, language: Language) -> object:
    """What a record holds for what was typed or chosen on a line; raises EditRejected for what can't stand."""
    readers: dict[str, Callable[[], object]] = {
        "line": lambda: optional_line(value),
        "text": lambda: words_of_people.note(value),
        "choice": lambda: value,
        "date": lambda: optional_day(value),
        "number": lambda: typed_number(value, language),
        "yes_no": lambda: _YES_NO[value],
    }
    return readers[line.form]()


def _details(document: Document, card: Card, words: Words) -> Iterable[Field]:
    lines = LINES.get(card.column, ())
    if not lines:
        return
    found = document.find(DETAIL_OF[card.column], card.id) or DETAIL_OF[card.column].model_validate({"id": card.id})
    for line in lines:
        value = "" if line.form in ("serves", "serves_also") else getattr(found, line.key)
        yield replace(
            _detail(document, card, line, value, words),
            label=line.asked(card.column, words),
            head=line.label(card.column, words) if line.asks else "",
            part=words(f"value.part_{line.part}") if line.part else "",
        )


def _detail(document: Document, card: Card, line: Line, value: object, words: Words) -> Field:
    """A line without its names; numbers stand as they are typed in the language of the engagement, which reads them."""
    if line.form == "serves":
        choices = serving.mapped_choices(document, card.id, words)
        return Field(line.key, "", serving.mapped_ids(document, card.id), "many", choices=choices)
    if line.form == "serves_also":
        return Field(line.key, "", serving.unmapped_names(document, card.id), "text")
    if line.form in ("choice", "yes_no"):
        return _choice(line, value, words)
    if line.form == "number":
        assert value is None or isinstance(value, float)
        return Field(line.key, "", as_typed(value, language_of(document)), "line")
    if line.form == "date":
        assert value is None or isinstance(value, date)
        return Field(line.key, "", value.isoformat() if value else "", "date")
    return Field(line.key, "", str(value), "text" if line.form == "text" else "line")


def _choice(line: Line, value: object, words: Words) -> Field:
    choices = methods.choices("yes_no") if line.form == "yes_no" else content.choices(line.key)
    named = tuple((each.id, each.name.within(words.language)) for each in choices)
    known = named if line.key == "status" else (("", words("value.not_known")), *named)
    chosen = value if isinstance(value, str) else next(each for each, truth in _YES_NO.items() if truth is value)
    return Field(line.key, "", chosen, "choice", choices=known)
