"""What can be done to a stakeholder web. Pure: every edit returns a Change or raises EditRejected."""

import re
from collections.abc import Iterable, Sequence
from typing import cast

from facilitator.boards.finding import choice_named, item_named
from facilitator.boards.stakeholder_web.model import (
    OF_STAKEHOLDER,
    RaciRole,
    Relationship,
    RelationshipNote,
    Served,
    Stakeholder,
    StakeholderAttitude,
    StakeholderInfluence,
    StakeholderNote,
    Web,
)
from facilitator.content import methods
from facilitator.content.methods import CategorySet
from facilitator.domain import words_of_people
from facilitator.domain.change import Change, Swap, adding, removing
from facilitator.domain.document import Document
from facilitator.domain.editing import changed, next_code
from facilitator.domain.record import Record, new_id
from facilitator.domain.refusal import EditRejected
from facilitator.workshop.capture import AddLine, LinkLine, private_mark_in

USUAL_RING = 3
CODE_LETTER = "S"
HUB_CODE = "S0"
"""What the hub is called in lines where a stakeholder is called like the project; codes of stakeholders begin at 1."""


def add_stakeholder(document: Document, board_id: str, line: AddLine, group: str) -> Change:
    """A new stakeholder in the sector that the line names, else in `group`, with its private scores if it has any.

    Raises EditRejected: "group_unknown" (group, known), or what a name may not be.
    """
    web = document.get(Web, board_id)
    category = category_named(document, web, line.group or group)
    name = words_of_people.name(line.name) if line.literal else stakeholder_name(line.name)
    code, taken = next_code(document, CODE_LETTER)
    its_id = new_id()
    records: list[Record] = [
        Stakeholder(
            id=its_id,
            board_id=board_id,
            code=code,
            name=name,
            category=category,
            ring=line.ring or USUAL_RING,
            origin="group" if web.made_from else "",
        )
    ]
    if line.influence is not None:
        records.append(StakeholderInfluence(id=its_id, influence=line.influence))
    if line.attitude is not None:
        records.append(StakeholderAttitude(id=its_id, attitude=line.attitude))
    return Change("add_stakeholder", (taken, *adding(records)))


def stakeholder_name(text: str, now: str = "") -> str:
    """A name as a stakeholder may be called, who is called `now`; quotation marks around it keep private marks literal.

    Raises EditRejected: what a name may not be, "name_mark" (mark) for one that would show an influence or an attitude.
    """
    name = words_of_people.name(text)
    mark = private_mark_in(name)
    if not mark or name == now:
        return name
    if not re.fullmatch('"[^"]+"', name):
        raise EditRejected("name_mark", mark=mark)
    return words_of_people.name(name[1:-1])


def relate(document: Document, board_id: str, line: LinkLine) -> Change:
    """Tie two stakeholders, or one and the hub, give their tie another kind, or untie them from all that ties them.

    Raises EditRejected: "name_unknown" (name), "name_ambiguous" (name, codes), "link_self" (code), "link_exists" and
    "link_missing" (start, end: codes), "link_kind" (kind, known).
    """
    start, start_code = _end_named(document, board_id, line.from_name)
    end, end_code = _end_named(document, board_id, line.to_name)
    if start == end:
        raise EditRejected("link_self", code=start_code)
    ties = [tie for tie in document.every(Relationship) if tie.board_id == board_id]
    between = [tie for tie in ties if {tie.from_id, tie.to_id} == {start, end}]
    if line.remove:
        if not between:
            raise EditRejected("link_missing", start=start_code, end=end_code)
        return delete(document, [tie.id for tie in between])
    kind = _kind_named(document, line.kind) if line.kind else "works_with"
    if not between:
        tie = Relationship(id=new_id(), board_id=board_id, from_id=start, to_id=end, kind=kind)
        return Change("relate", adding([tie]))
    found = next((tie for tie in between if tie.kind == kind), between[-1])
    after = found.having(from_id=start, to_id=end, kind=kind)
    if line.kind is None or after == found:
        raise EditRejected("link_exists", start=start_code, end=end_code)
    return Change("change_relationship", (Swap(found, after),))


def rename_stakeholder(document: Document, stakeholder_id: str, name: str) -> Change:
    """Give a stakeholder another name; raises EditRejected as `stakeholder_name`."""
    before = document.get(Stakeholder, stakeholder_id)
    return changed("rename_stakeholder", [(before, before.having(name=stakeholder_name(name, before.name)))])


def moved(
    document: Document,
    stakeholder_id: str,
    *,
    category: str | None = None,
    ring: int | None = None,
    placed: tuple[float, float] | None = None,
) -> tuple[Stakeholder, Stakeholder]:
    """A stakeholder before and after a move, which may be the same.

    Into another sector or ring (None: as it is), and by hand to a centre in stage pixels (None: by the layout).

    A category of the board's set that the stakeholder's own already shows as is left alone, so that what was filed
    under the full set keeps its finer category.
    """
    before = document.get(Stakeholder, stakeholder_id)
    web = document.get(Web, before.board_id)
    shown = methods.display_category(before.category, cast(CategorySet, web.category_set))
    fields: dict[str, object] = {"placed_x": None, "placed_y": None}
    if category is not None and category != shown:
        fields |= {"category": category, "subcategory": ""}
    if ring is not None:
        fields["ring"] = ring
    if placed is not None:
        fields |= {"placed_x": round(placed[0], 1), "placed_y": round(placed[1], 1)}
    return before, before.having(**fields)


def move_stakeholder(
    document: Document, stakeholder_id: str, *, category: str | None = None, ring: int | None = None
) -> Change:
    """Into another sector or ring (None: as it is), where the layout decides the place; see `moved`."""
    return changed("move_stakeholder", [moved(document, stakeholder_id, category=category, ring=ring)])


def release_all(document: Document, board_id: str) -> Change:
    """Forget where hands put stakeholders; raises EditRejected("nothing_to_do") if no hand did."""
    placed = [each for each in document.every(Stakeholder) if each.board_id == board_id and each.placed_x is not None]
    return changed("tidy", [(each, each.having(placed_x=None, placed_y=None)) for each in placed])


def delete(document: Document, ids: Sequence[str]) -> Change:
    """Remove stakeholders with their ties and private records, or ties alone.

    What is meant for a stakeholder on a value board stays meant for them, by their name there.
    Raises EditRejected: "hub_stays" for the hub, "gone" for an id that is nothing here, "nothing_to_do" for no id.
    """
    if any(document.find(Web, each) for each in ids):
        raise EditRejected("hub_stays")
    people = {each: found for each in ids if (found := document.find(Stakeholder, each))}
    ties = {each: document.get(Relationship, each) for each in ids if each not in people}
    for tie in document.every(Relationship):
        if tie.from_id in people or tie.to_id in people:
            ties[tie.id] = tie
    if not people and not ties:
        raise EditRejected("nothing_to_do")
    hanging: list[Record | None] = [document.find(RelationshipNote, its_id) for its_id in ties]
    hanging += [document.find(kind, its_id) for its_id in people for kind in OF_STAKEHOLDER]
    hanging += [role for role in document.every(RaciRole) if role.stakeholder_id in people]
    label = "delete_stakeholder" if people else "delete_relationship"
    there = [record for record in hanging if record]
    freed = (
        Swap(each, each.having(stakeholder_id=None)) for each in document.every(Served) if each.stakeholder_id in people
    )
    return Change(label, (*removing(there), *freed, *removing(ties.values()), *removing(people.values())))


def edit_stakeholder(document: Document, stakeholder_id: str, **fields: object) -> Change:
    """Change public fields of a stakeholder as they are."""
    before = document.get(Stakeholder, stakeholder_id)
    return changed("edit_stakeholder", [(before, before.having(**fields))])


def edit_relationship(document: Document, relationship_id: str, **fields: object) -> Change:
    """Change public fields of a tie as they are."""
    before = document.get(Relationship, relationship_id)
    return changed("change_relationship", [(before, before.having(**fields))])


def edit_hub(document: Document, board_id: str, **fields: object) -> Change:
    """Change what stands in the hub, or the set of categories around it."""
    before = document.get(Web, board_id)
    return changed("edit_board", [(before, before.having(**fields))])


def note_privately(document: Document, of: str, kind: type[Record], **fields: object) -> Change:
    """Set fields of the private record of this type about a stakeholder or a tie, whose id is `of`.

    Where nothing is known any more there is no record: None and "" never stand for a value.
    """
    before = document.find(kind, of)
    known = before.model_dump(exclude={"id"}) if before else {}
    known |= fields
    after = kind.model_validate({**known, "id": of})
    empty = all(value is None or value == "" for value in known.values())
    label = "note_privately" if kind in (StakeholderNote, RelationshipNote) else "detail_privately"
    return changed(label, [(before, None if empty else after)])


def category_named(document: Document, web: Web, wanted: str) -> str:
    """The category of the web's set that letters mean, by id or name; raises EditRejected("group_unknown")."""
    names = {each.id: each.name for each in methods.categories(cast(CategorySet, web.category_set))}
    return choice_named(document, wanted, names, "group_unknown", "group")


def _end_named(document: Document, board_id: str, wanted: str) -> tuple[str | None, str]:
    """The id and the code of the stakeholder that letters mean; for the hub None and the name of the project."""
    web = document.get(Web, board_id)
    there = [each for each in document.every(Stakeholder) if each.board_id == board_id]
    if wanted == board_id or means_hub(wanted, web, there):
        return None, web.project
    found = item_named(there, _name_of, wanted)
    return found.id, found.code


def means_hub(wanted: str, web: Web, there: Iterable[Stakeholder]) -> bool:
    """Whether letters mean the hub: HUB_CODE or the name of the project.

    Raises EditRejected("name_of_hub") (name, code, hub) where a stakeholder has that name, too.
    """
    typed = wanted.strip().casefold()
    if typed == web.project.casefold():
        for each in there:
            if each.name.casefold() == typed:
                raise EditRejected("name_of_hub", name=each.name, code=each.code, hub=HUB_CODE)
        return True
    return typed == HUB_CODE.casefold()


def _kind_named(document: Document, wanted: str) -> str:
    names = {kind.id: kind.name for kind in methods.line_kinds()}
    return choice_named(document, wanted, names, "link_kind", "kind")


def _name_of(stakeholder: Stakeholder) -> str:
    return stakeholder.name
