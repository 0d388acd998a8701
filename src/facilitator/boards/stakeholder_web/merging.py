"""Two stakeholders that are one: nothing that was known of either is lost, and every tie stays."""

from collections.abc import Iterator
from typing import TypeVar

from facilitator.boards.described import Field
from facilitator.boards.stakeholder_web.edits import note_privately
from facilitator.boards.stakeholder_web.model import (
    OF_STAKEHOLDER,
    MomentPlace,
    RaciRole,
    Relationship,
    RelationshipNote,
    Served,
    Stakeholder,
    StakeholderNote,
    ids_of,
)
from facilitator.boards.stakeholder_web.stakeholder_fields import stakeholder_fields
from facilitator.content import methods
from facilitator.content.words import Words
from facilitator.domain.change import Change, Swap, composed
from facilitator.domain.document import Document
from facilitator.domain.engagement import language_of
from facilitator.domain.record import Record
from facilitator.domain.refusal import EditRejected
from facilitator.domain.words_of_people import NAME_LIMIT, NOTE_LIMIT

R = TypeVar("R", bound=Record)

_JOINED = ("needs", "concerns", "contribution", "strategy", "access_plan", "text")
_SETS = ("flags", "sources")
_ITS_OWN = ("id", "board_id", "code", "name", "category", "ring", "placed_x", "placed_y", "origin")


def merge(document: Document, kept_id: str, other_id: str) -> Change:
    """One stakeholder out of two of a board: the kept one, with what it did not know filled from the other.

    Texts of both are kept one after the other where their field can hold both, sets are united; else the kept one's
    own word counts, and the other's goes into the private note. Ties of the other become the kept one's, but for one
    between the two, and for one of a kind that the kept one has already; its roles, its places at earlier moments and
    the impacts that are meant for it follow. Raises EditRejected: "gone", "merge_itself", "merge_apart",
    "merge_too_long" (name, other, limit) where a private note can't hold what would go there.
    """
    kept, other = document.get(Stakeholder, kept_id), document.get(Stakeholder, other_id)
    if kept_id == other_id:
        raise EditRejected("merge_itself", name=kept.name)
    if kept.board_id != other.board_id:
        raise EditRejected("merge_apart", name=kept.name, other=other.name)
    swaps = [
        *_private(document, kept_id, other_id),
        *_ties(document, kept_id, other_id),
        *_roles(document, kept_id, other_id),
        *_places(document, kept_id, other_id),
        *_impacts(document, kept_id, other_id),
        Swap(other, None),
    ]
    both = _united(kept, other)
    if both != kept:
        swaps.append(Swap(kept, both))
    merged = Change("merge", tuple(swaps))
    otherwise = _said_otherwise(document, document.after(merged), kept, other)
    if not otherwise:
        return merged
    note = document.after(merged).find(StakeholderNote, kept_id)
    text = "\n".join((note.text, otherwise) if note else (otherwise,))
    if len(text) > NOTE_LIMIT:
        raise _too_long(document, kept_id, other_id)
    return composed("merge", (merged, note_privately(document.after(merged), kept_id, StakeholderNote, text=text)))


def _said_otherwise(before: Document, after: Document, kept: Stakeholder, other: Stakeholder) -> str:
    """What was said of the other one and has no place on the kept one, for the private note; "" for nothing."""
    words = Words(language_of(before))
    now = {field.key: field for field in stakeholder_fields(after, kept.id, words)}
    lines = [
        words("web.told", field=field.label, value=_said(field))
        for field in stakeholder_fields(before, other.id, words)
        if field.key != "name" and field.form != "told" and not _holds(now[field.key], field)
    ]
    for tie in before.every(Relationship):
        if {tie.from_id, tie.to_id} == {kept.id, other.id}:
            note = before.find(RelationshipNote, tie.id)
            said = filter(None, (tie.what_flows, note.text if note else ""))
            kind = methods.line_kind(tie.kind).name.within(words.language)
            lines += [words("web.told", field=kind, value=each) for each in said]
        elif other.id in (tie.from_id, tie.to_id):
            its = _ends_and_kind(_of_kept(tie, kept.id, other.id))
            flows = [each.what_flows for each in after.every(Relationship) if _ends_and_kind(each) == its]
            if not any(tie.what_flows in each for each in flows):
                kind = methods.line_kind(tie.kind).name.within(words.language)
                lines.append(words("web.told", field=kind, value=tie.what_flows))
    if not lines and kept.name == other.name:
        return ""
    return "\n".join((words("web.merged_with", code=other.code, name=other.name), *lines))


def _holds(now: Field, was: Field) -> bool:
    """Whether a field says still what another one said."""
    if was.form == "many":
        return set(was.value.split()) <= set(now.value.split())
    return was.value in now.value if was.form == "text" else was.value in ("", now.value)


def _said(field: Field) -> str:
    """The value of a field in words."""
    names = dict(field.choices)
    chosen = field.value.split() if field.form == "many" else [field.value]
    return ", ".join(names.get(each, each) for each in chosen)


def _united(kept: R, other: Record) -> R:
    """The kept record with what it does not know taken from the other."""
    mine, more = kept.model_dump(), other.model_dump()
    for name, value in more.items():
        if name in _ITS_OWN or value is None or value == "":
            continue
        if mine[name] is None or mine[name] == "":
            mine[name] = value
        elif name in _JOINED and value not in mine[name]:
            joined = f"{mine[name]}\n{value}"
            mine[name] = joined if len(joined) <= NOTE_LIMIT else mine[name]
        elif name in _SETS:
            mine[name] = " ".join(dict.fromkeys((*ids_of(mine[name]), *ids_of(value))))
    return type(kept).model_validate(mine)


def _private(document: Document, kept_id: str, other_id: str) -> Iterator[Swap]:
    for kind in OF_STAKEHOLDER:
        other = document.find(kind, other_id)
        if other is None:
            continue
        yield Swap(other, None)
        kept = document.find(kind, kept_id)
        both = _united(kept, other) if kept else other.having(id=kept_id)
        if both != kept:
            yield Swap(kept, both)


def _ties(document: Document, kept_id: str, other_id: str) -> Iterator[Swap]:
    there = {_ends_and_kind(tie): tie for tie in document.every(Relationship) if kept_id in (tie.from_id, tie.to_id)}
    for tie in document.every(Relationship):
        if other_id not in (tie.from_id, tie.to_id):
            continue
        moved = _of_kept(tie, kept_id, other_id)
        same = there.get(_ends_and_kind(moved))
        if moved.from_id != moved.to_id and same is None:
            there[_ends_and_kind(moved)] = moved
            yield Swap(tie, moved)
            continue
        if same:
            both = _tied(same, tie)
            there[_ends_and_kind(same)] = both
            yield Swap(same, both)
        yield from _note_moved(document, tie, same, _too_long(document, kept_id, other_id))
        yield Swap(tie, None)


def _of_kept(tie: Relationship, kept_id: str, other_id: str) -> Relationship:
    """The tie as the kept one's."""
    ends = [kept_id if each == other_id else each for each in (tie.from_id, tie.to_id)]
    return tie.having(from_id=ends[0], to_id=ends[1])


def _tied(same: Relationship, tie: Relationship) -> Relationship:
    """A tie with the words of another one that says the same; the direction is its own, as their ends may differ."""
    new = tie.what_flows if tie.what_flows not in same.what_flows else ""
    flows = "; ".join(filter(None, (same.what_flows, new)))
    return same.having(
        what_flows=flows if len(flows) <= NAME_LIMIT else same.what_flows,
        quality=same.quality or tie.quality,
        confidence=same.confidence or tie.confidence,
    )


def _note_moved(
    document: Document, tie: Relationship, same: Relationship | None, too_long: EditRejected
) -> Iterator[Swap]:
    """The note of a tie that goes away, onto the one that says the same; raises `too_long` where it can't hold both."""
    note = document.find(RelationshipNote, tie.id)
    if note is None:
        return
    yield Swap(note, None)
    if same:
        kept = document.find(RelationshipNote, same.id)
        both = _united(kept, note) if kept else note.having(id=same.id)
        if note.text not in both.text:
            raise too_long
        yield Swap(kept, both)


def _roles(document: Document, kept_id: str, other_id: str) -> Iterator[Swap]:
    held = {role.deliverable_id for role in document.every(RaciRole) if role.stakeholder_id == kept_id}
    for role in document.every(RaciRole):
        if role.stakeholder_id == other_id:
            yield Swap(role, None if role.deliverable_id in held else role.having(stakeholder_id=kept_id))


def _places(document: Document, kept_id: str, other_id: str) -> Iterator[Swap]:
    """Where the other stood at moments at which the kept one stood nowhere."""
    held = {place.moment_id for place in document.every(MomentPlace) if place.stakeholder_id == kept_id}
    for place in document.every(MomentPlace):
        if place.stakeholder_id == other_id and place.moment_id not in held:
            yield Swap(place, place.having(stakeholder_id=kept_id))


def _impacts(document: Document, kept_id: str, other_id: str) -> Iterator[Swap]:
    """The impacts of value boards that are meant for the other; one that is for both is for the kept one once."""
    held = {served.card_id for served in document.every(Served) if served.stakeholder_id == kept_id}
    for served in document.every(Served):
        if served.stakeholder_id == other_id:
            yield Swap(served, None if served.card_id in held else served.having(stakeholder_id=kept_id))


def _too_long(document: Document, kept_id: str, other_id: str) -> EditRejected:
    kept, other = document.get(Stakeholder, kept_id), document.get(Stakeholder, other_id)
    return EditRejected("merge_too_long", name=kept.name, other=other.name, limit=NOTE_LIMIT)


def _ends_and_kind(tie: Relationship) -> tuple[frozenset[str | None], str]:
    return frozenset((tie.from_id, tie.to_id)), tie.kind
