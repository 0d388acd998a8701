"""The inspector's lines for everything on a web but a stakeholder: the hub, a tie; and the way to all of them."""

from collections.abc import Iterable
from typing import cast

from facilitator.boards.described import Field
from facilitator.boards.heading import heading_fields, set_heading
from facilitator.boards.stakeholder_web import edits, raci
from facilitator.boards.stakeholder_web.answers import Choices, answers, iso, not_known
from facilitator.boards.stakeholder_web.model import (
    NoneApply,
    Relationship,
    RelationshipNote,
    SharingAgreement,
    Stakeholder,
    Web,
)
from facilitator.boards.stakeholder_web.stakeholder_fields import set_stakeholder, stakeholder_fields
from facilitator.boards.typed import optional_day, optional_line, require_field
from facilitator.content import methods
from facilitator.content.methods import CategorySet
from facilitator.content.words import Words
from facilitator.domain import words_of_people
from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.editing import changed
from facilitator.domain.engagement import language_of
from facilitator.domain.record import Record, new_id

_NONE = "none:"
_TEXTS = ("problem", "change_sought", "out_of_scope", "decision")


def fields_of(document: Document, item_id: str, words: Words) -> tuple[Field, ...]:
    """Public lines first; raises EditRejected("gone")."""
    if document.find(Stakeholder, item_id):
        return stakeholder_fields(document, item_id, words)
    if tie := document.find(Relationship, item_id):
        return tuple(_tie(document, tie, words))
    return tuple(_hub(document, item_id, words))


def set_field(document: Document, item_id: str, key: str, value: str) -> Change:
    """What editing a line does; "" means not known. Raises EditRejected, or KeyError for a key that is none."""
    require_field(fields_of(document, item_id, Words(language_of(document))), key, value)
    if document.find(Stakeholder, item_id):
        return set_stakeholder(document, item_id, key, value)
    if document.find(Relationship, item_id):
        return _set_tie(document, item_id, key, value)
    if key in ("title", "question"):
        return set_heading(document, item_id, key, value)
    if key == "may_be_shown":
        return edits.note_privately(document, item_id, SharingAgreement, text=words_of_people.note(value))
    if key == "raci":
        return raci.set_deliverables(document, item_id, value)
    if key.startswith(_NONE):
        return _set_none_apply(document, item_id, key.removeprefix(_NONE), optional_line(value))
    return edits.edit_hub(document, item_id, **_read_hub(document.get(Web, item_id), key, value))


def _tie(document: Document, tie: Relationship, words: Words) -> Iterable[Field]:
    note = document.find(RelationshipNote, tie.id)
    kinds = tuple((kind.id, kind.name.within(words.language)) for kind in methods.line_kinds())
    usual = ("", words("web.usual_direction"))
    confidence = tuple((each.id, each.name.within(words.language)) for each in methods.scale("confidence").levels)

    def choice(key: str, value: str, choices: Choices) -> Field:
        return Field(key, words(f"web.field_tie_{key}"), value, "choice", choices=choices)

    yield Field("kind", words("web.field_kind"), tie.kind, "choice", choices=kinds)
    yield choice("strength", str(tie.strength), tuple(answers("strength", words)))
    yield choice("quality", tie.quality, (not_known(words), *answers("quality", words)))
    yield choice("direction", tie.direction, (usual, *answers("direction", words)))
    yield Field("what_flows", words("web.field_what_flows"), tie.what_flows, "line")
    yield choice("confidence", tie.confidence, (not_known(words), *confidence))
    yield Field("note", words("web.head_note"), note.text if note else "", "text", private=True)


def _set_tie(document: Document, item_id: str, key: str, value: str) -> Change:
    if key == "note":
        return edits.note_privately(document, item_id, RelationshipNote, text=words_of_people.note(value))
    if key == "strength":
        return edits.edit_relationship(document, item_id, strength=int(value))
    read = optional_line(value) if key == "what_flows" else value
    return edits.edit_relationship(document, item_id, **{key: read})


def _hub(document: Document, board_id: str, words: Words) -> Iterable[Field]:
    heading, web = heading_fields(document, board_id, words), document.get(Web, board_id)
    yield from heading
    yield Field("project", words("web.field_project"), web.project, "line")
    yield Field("problem", words("web.field_problem"), web.problem, "text")
    about = words("web.part_about")
    for key in ("change_sought", "out_of_scope", "decision"):
        yield Field(key, words(f"web.field_{key}"), getattr(web, key), "text", part=about)
    yield Field("decision_date", words("web.field_decision_date"), iso(web.decision_date), "date", part=about)
    work = words("web.part_work")
    yield Field(
        "state", words("web.field_state"), web.state, "choice", choices=tuple(answers("state", words)), part=work
    )
    yield Field("phase", words("web.field_phase"), web.phase, "line", part=work)
    yield Field("reviewed_on", words("web.field_reviewed_on"), iso(web.reviewed_on), "date", part=work)
    names = "\n".join(each.name for each in raci.deliverables_of(document, board_id))
    yield Field("raci", words("web.field_deliverables"), names, "text", part=work)
    agreed = document.find(SharingAgreement, board_id)
    yield Field("may_be_shown", words("web.field_may_be_shown"), agreed.text if agreed else "", "text", private=True)
    how = words("web.part_how")
    sets = tuple((each, words(f"web.set_{each}")) for each in ("short", "full"))
    labels = tuple((each, words(f"web.labels_{each}")) for each in ("iap2", "plain"))
    yield Field("category_set", words("web.field_category_set"), web.category_set, "choice", choices=sets, part=how)
    yield Field("level_labels", words("web.field_level_labels"), web.level_labels, "choice", choices=labels, part=how)
    yield from _empty_categories(document, web, words)


def _empty_categories(document: Document, web: Web, words: Words) -> Iterable[Field]:
    """A line for each category without anybody, for the reason why none apply."""
    category_set = cast(CategorySet, web.category_set)
    used = {
        methods.display_category(each.category, category_set)
        for each in document.every(Stakeholder)
        if each.board_id == web.id
    }
    reasons = {each.category: each.reason for each in document.every(NoneApply) if each.board_id == web.id}
    for category in methods.categories(category_set):
        if category.id not in used:
            label = words("web.field_none_apply", category=category.name.within(words.language))
            reason = reasons.get(category.id, "")
            yield Field(f"{_NONE}{category.id}", label, reason, "line", part=words("web.part_none_apply"))


def _set_none_apply(document: Document, board_id: str, category: str, reason: str) -> Change:
    there = (each for each in document.every(NoneApply) if each.board_id == board_id and each.category == category)
    before = next(there, None)
    after: Record | None = None
    if reason and before:
        after = before.having(reason=reason)
    elif reason:
        after = NoneApply(id=new_id(), board_id=board_id, category=category, reason=reason)
    return changed("edit_board", [(before, after)])


def _read_hub(web: Web, key: str, value: str) -> dict[str, object]:
    """The fields that a line of the hub sets: looking the map through notes the phase that it was looked through in."""
    if key == "project":
        return {"project": words_of_people.name(value)}
    if key in _TEXTS:
        return {key: words_of_people.note(value)}
    if key == "decision_date":
        return {"decision_date": optional_day(value)}
    if key == "reviewed_on":
        return {"reviewed_on": optional_day(value), "reviewed_phase": web.phase}
    return {key: optional_line(value)}
