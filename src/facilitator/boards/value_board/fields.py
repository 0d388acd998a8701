"""The inspector's lines for a value board, its cards, groups and links, and what editing one of them does."""

from collections.abc import Iterable

from facilitator.boards.described import Field
from facilitator.boards.dots import budget_field, set_typed_budget
from facilitator.boards.heading import heading_fields, set_heading
from facilitator.boards.typed import require_field
from facilitator.boards.value_board import card_fields, edits, groups, linking
from facilitator.boards.value_board.dots import WEIGHING
from facilitator.boards.value_board.model import CardGroup, CardLink, ValueFrame
from facilitator.content import value_board as content
from facilitator.content.words import Words
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, language_of


def fields_of(document: Document, item_id: str, words: Words) -> tuple[Field, ...]:
    """The lines of a card, a link, a group or the board itself; raises EditRejected("gone")."""
    if document.find(Board, item_id):
        return tuple(_board(document, item_id, words))
    if link := document.find(CardLink, item_id):
        return tuple(_link(document, link, words))
    if group := document.find(CardGroup, item_id):
        return (Field("name", words("value.field_group"), group.name, "line"),)
    return card_fields.fields_of_card(document, item_id, words)


def set_field(document: Document, item_id: str, key: str, value: str) -> Change:
    """What editing a line does; "" means not known. Raises EditRejected, or KeyError for a key that is none."""
    require_field(fields_of(document, item_id, Words(language_of(document))), key, value)
    if document.find(Board, item_id):
        return _set_board(document, item_id, key, value)
    if document.find(CardLink, item_id):
        return linking.set_link(document, item_id, key, value)
    if document.find(CardGroup, item_id):
        return groups.rename_group(document, item_id, value)
    return card_fields.set_card(document, item_id, key, value)


def _board(document: Document, board_id: str, words: Words) -> Iterable[Field]:
    yield from heading_fields(document, board_id, words)
    frame = document.find(ValueFrame, board_id) or ValueFrame(id=board_id)
    answers = tuple((each.id, each.name.within(words.language)) for each in content.value_answers())
    choices = (("", words("value.not_known")), *answers)
    for question in content.value_questions():
        label, value = question.name.within(words.language), getattr(frame, question.id)
        yield Field(question.id, label, value, "choice", choices=choices, part=words("value.part_test"))
    yield budget_field(WEIGHING, document, board_id, words)


def _set_board(document: Document, board_id: str, key: str, value: str) -> Change:
    if key in ("title", "question"):
        return set_heading(document, board_id, key, value)
    if key == WEIGHING.budget:
        return set_typed_budget(WEIGHING, document, board_id, value)
    return edits.set_frame(document, board_id, **{key: value})


def _link(document: Document, link: CardLink, words: Words) -> Iterable[Field]:
    kinds = tuple((kind.id, kind.name.within(words.language)) for kind in linking.kinds_of(document, link))
    yield Field("kind", words("value.field_link_kind"), link.kind, "choice", choices=kinds)
    note = "value.field_settled" if link.kind == "pulls_against" else "value.field_must_hold"
    yield Field("note", words(note), link.note, "text", head=words("value.head_link_note"))
