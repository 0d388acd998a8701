"""The inspector's lines for a stakeholder, a tie and the hub: what they show and what editing one does."""

from datetime import date

from facilitator.boards.finding import language_of
from facilitator.boards.heading import heading_fields, set_heading
from facilitator.boards.kind import Field
from facilitator.boards.stakeholder_web import edits
from facilitator.boards.stakeholder_web.model import (
    Relationship,
    Stakeholder,
    StakeholderAttitude,
    StakeholderInfluence,
    StakeholderNote,
    Web,
)
from facilitator.boards.stakeholder_web.view import view_of
from facilitator.boards.typed import optional_day, optional_line, require_field
from facilitator.content import methods
from facilitator.content.words import Words
from facilitator.domain import words_of_people
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.record import Record

Choices = tuple[tuple[str, str], ...]


def fields_of(document: Document, item_id: str, words: Words) -> tuple[Field, ...]:
    """Public lines first; raises EditRejected("gone")."""
    if document.find(Stakeholder, item_id):
        return _stakeholder(document, item_id, words)
    if tie := document.find(Relationship, item_id):
        kinds = tuple((kind.id, kind.name.within(words.language)) for kind in methods.line_kinds())
        return (Field("kind", words("web.field_kind"), tie.kind, "choice", choices=kinds),)
    heading, web = heading_fields(document, item_id, words), document.get(Web, item_id)
    sets = tuple((each, words(f"web.set_{each}")) for each in ("short", "full"))
    return (
        *heading,
        Field("project", words("web.field_project"), web.project, "line"),
        Field("problem", words("web.field_problem"), web.problem, "text"),
        Field("category_set", words("web.field_category_set"), web.category_set, "choice", choices=sets),
    )


def set_field(document: Document, item_id: str, key: str, value: str) -> Change:
    """What editing a line does; "" means not known. Raises EditRejected, or KeyError for a key that is none."""
    require_field(fields_of(document, item_id, Words(language_of(document))), key, value)
    if document.find(Stakeholder, item_id):
        return _set_stakeholder(document, item_id, key, value)
    if document.find(Relationship, item_id):
        return edits.edit_relationship(document, item_id, value)
    if key in ("title", "question"):
        return set_heading(document, item_id, key, value)
    if key == "project":
        return edits.edit_hub(document, item_id, project=words_of_people.name(value))
    return edits.edit_hub(document, item_id, **{key: optional_line(value)})


def _stakeholder(document: Document, item_id: str, words: Words) -> tuple[Field, ...]:
    record = document.get(Stakeholder, item_id)
    seen = next(each for each in view_of(document, record.board_id).stakeholders if each.id == item_id)
    category_set = view_of(document, record.board_id).category_set
    language = words.language
    categories = tuple((each.id, each.name.within(language)) for each in methods.categories(category_set))
    rings = tuple((str(each.ring), each.name.within(language)) for each in methods.rings())
    known = tuple((each.id, each.name.within(language)) for each in methods.participation_levels("iap2"))
    levels = (_unknown(words), *known)
    return (
        Field("name", words("web.field_name"), seen.name, "line"),
        Field("category", words("web.head_category"), seen.category, "choice", choices=categories),
        Field("ring", words("web.head_ring"), str(seen.ring), "choice", choices=rings),
        Field("level_now", words("web.head_now"), seen.level_now or "", "choice", choices=levels),
        Field("level_wanted", words("web.head_aim"), seen.level_wanted or "", "choice", choices=levels),
        Field("strategy", words("web.head_how"), seen.strategy, "text"),
        Field("owner", words("web.head_who"), seen.owner, "line"),
        Field("next_contact", words("web.head_when"), _iso(seen.next_contact), "date"),
        *_private(document, item_id, words),
    )


def _private(document: Document, item_id: str, words: Words) -> tuple[Field, ...]:
    influence = document.find(StakeholderInfluence, item_id)
    attitude = document.find(StakeholderAttitude, item_id)
    note = document.find(StakeholderNote, item_id)
    values = {
        "influence": str(influence.influence) if influence else "",
        "attitude": str(attitude.attitude) if attitude else "",
    }
    scores = tuple(
        Field(key, words(f"web.head_{key}"), value, "choice", private=True, choices=_levels(key, words))
        for key, value in values.items()
    )
    return (*scores, Field("note", words("web.head_note"), note.text if note else "", "text", private=True))


def _set_stakeholder(document: Document, item_id: str, key: str, value: str) -> Change:
    if key == "name":
        return edits.rename_stakeholder(document, item_id, value)
    if key == "category":
        return edits.move_stakeholder(document, item_id, category=value)
    if key == "ring":
        return edits.move_stakeholder(document, item_id, ring=int(value))
    if key in ("level_now", "level_wanted"):
        return edits.edit_stakeholder(document, item_id, **{key: value or None})
    if key in ("strategy", "owner"):
        return edits.edit_stakeholder(document, item_id, **{key: optional_line(value)})
    if key == "next_contact":
        return edits.edit_stakeholder(document, item_id, next_contact=optional_day(value))
    return _set_private(document, item_id, key, value)


def _set_private(document: Document, item_id: str, key: str, value: str) -> Change:
    kinds: dict[str, type[Record]] = {
        "influence": StakeholderInfluence,
        "attitude": StakeholderAttitude,
        "note": StakeholderNote,
    }
    text = words_of_people.note(value)
    if not text:
        return edits.forget_privately(document, item_id, kinds[key])
    column = "text" if key == "note" else key
    record = kinds[key].model_validate({"id": item_id, column: text if key == "note" else int(text)})
    return edits.note_privately(document, item_id, record)


def _levels(scale: str, words: Words) -> Choices:
    levels = methods.scale(scale).levels
    return (
        _unknown(words),
        *((str(level.value), f"{_signed(scale, level.value)} {level.name.within(words.language)}") for level in levels),
    )


def _signed(scale: str, value: int) -> str:
    text = f"{value:+d}" if scale == "attitude" and value else str(value)
    return text.replace("-", "\u2212")


def _unknown(words: Words) -> tuple[str, str]:
    return "", words("web.not_known")


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
