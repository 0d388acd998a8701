"""Who is responsible, accountable, consulted or informed for what (RACI): deliverables and the roles in them."""

from facilitator.boards.stakeholder_web.model import Deliverable, RaciRole
from facilitator.domain import words_of_people
from facilitator.domain.change import Change, Swap
from facilitator.domain.document import Document
from facilitator.domain.editing import changed
from facilitator.domain.record import Record, new_id


def deliverables_of(document: Document, board_id: str) -> list[Deliverable]:
    """The deliverables of a board in their order."""
    found = [each for each in document.every(Deliverable) if each.board_id == board_id]
    return sorted(found, key=lambda each: each.number)


def roles_of(document: Document, stakeholder_id: str) -> dict[str, RaciRole]:
    """The roles of a stakeholder by deliverable."""
    return {role.deliverable_id: role for role in document.every(RaciRole) if role.stakeholder_id == stakeholder_id}


def set_role(document: Document, stakeholder_id: str, deliverable_id: str, role: str) -> Change:
    """Give a stakeholder a role ("R", "A", "C", "I") in a deliverable; "" takes it away."""
    document.get(Deliverable, deliverable_id)
    before = roles_of(document, stakeholder_id).get(deliverable_id)
    after: Record | None = None
    if role and before:
        after = before.having(role=role)
    elif role:
        after = RaciRole(id=new_id(), deliverable_id=deliverable_id, stakeholder_id=stakeholder_id, role=role)
    return changed("set_raci", [(before, after)])


def set_deliverables(document: Document, board_id: str, text: str) -> Change:
    """The deliverables of a board, one a line; roles stay with those that stay.

    As many lines as before are the same deliverables, maybe renamed; else those with the same name stay.
    """
    names = [words_of_people.name(line) for line in text.splitlines() if line.strip()]
    before = deliverables_of(document, board_id)
    if len(names) == len(before):
        return changed("set_raci", [(old, old.having(name=name)) for old, name in zip(before, names, strict=True)])
    left = {each.name: each for each in reversed(before)}
    pairs: list[tuple[Record | None, Record | None]] = []
    for number, name in enumerate(names, start=1):
        old = left.pop(name, None)
        new = Deliverable(id=old.id if old else new_id(), board_id=board_id, number=number, name=name)
        pairs.append((old, new))
    kept = {new.id for _, new in pairs if new}
    gone = [each for each in before if each.id not in kept]
    pairs += [(each, None) for each in gone]
    lost = {each.id for each in gone}
    roles = [Swap(role, None) for role in document.every(RaciRole) if role.deliverable_id in lost]
    return changed("set_raci", pairs, roles)
