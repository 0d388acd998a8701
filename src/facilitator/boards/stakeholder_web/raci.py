"""Who is responsible, accountable, consulted or informed for what (RACI): deliverables and the roles in them."""

from facilitator.boards.stakeholder_web.model import Deliverable, RaciRole
from facilitator.domain import words_of_people
from facilitator.domain.change import Change, Swap
from facilitator.domain.document import Document
from facilitator.domain.editing import changed
from facilitator.domain.record import Record, new_id

ROLE_KEY = "raci:"
"""How the key of the field of a role begins; the id of the deliverable follows."""


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

    Those with the same name stay, wherever their line is now. If as many are left as there are new names, they are
    renamed in their order; else they go, with their roles.
    """
    names = [words_of_people.name(line) for line in text.splitlines() if line.strip()]
    left = deliverables_of(document, board_id)
    stay: list[Deliverable | None] = []
    for name in names:
        same = next((each for each in left if each.name == name), None)
        stay.append(same)
        if same:
            left.remove(same)
    renamed = iter(left if stay.count(None) == len(left) else ())
    pairs: list[tuple[Record | None, Record | None]] = []
    for number, (old, name) in enumerate(zip(stay, names, strict=True), start=1):
        old = old or next(renamed, None)
        pairs.append((old, Deliverable(id=old.id if old else new_id(), board_id=board_id, number=number, name=name)))
    gone = [] if stay.count(None) == len(left) else left
    lost = {each.id for each in gone}
    roles = [Swap(role, None) for role in document.every(RaciRole) if role.deliverable_id in lost]
    return changed("set_raci", [*pairs, *((each, None) for each in gone)], roles)
