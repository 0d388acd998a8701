"""What is special to the cards of a change plan: roles of the house, in the team or not, and known by their name."""

from facilitator.boards.change_plan.model import EarlyWin, TeamRole
from facilitator.boards.change_plan.panels import PANELS, TEAM
from facilitator.boards.panels.edits import delete, new_card
from facilitator.content.change_plan import role_called, roles
from facilitator.domain.change import Change, Swap, composed
from facilitator.domain.document import Document
from facilitator.domain.editing import changed
from facilitator.domain.engagement import language_of
from facilitator.domain.refusal import EditRejected


def roles_there(document: Document, board_id: str) -> tuple[str, ...]:
    """The ids of the roles of the house that the team has, in the order of the house."""
    there = {each.role for each in document.every(TeamRole) if each.board_id == board_id}
    return tuple(each.id for each in roles() if each.id in there)


def role_card(document: Document, board_id: str, role_id: str) -> tuple[Swap, ...]:
    """The swaps that add the card of a role, with what it does, in the language of the engagement."""
    role, language = {each.id: each for each in roles()}[role_id], language_of(document)
    values = {"role": role.id, "title": role.name.within(language), "doing": role.does.within(language)}
    return new_card(document, board_id, TEAM, values)


def with_roles(document: Document, board_id: str, wanted: str) -> Change:
    """Give the team these roles of the house, ids with a space between, and no other ones; its own roles stay.

    Raises EditRejected: "nothing_to_do" where it has them, "role_held" (role, who) for a role that somebody has.
    """
    changes = []
    cards = [each for each in document.every(TeamRole) if each.board_id == board_id and each.role]
    gone = [each for each in cards if each.role not in wanted.split()]
    held = next((each for each in gone if each.who), None)
    if held:
        raise EditRejected("role_held", role=held.title, who=held.who)
    if gone:
        changes.append(delete(document, PANELS, [each.id for each in gone], lambda document, ids: ()))
        document = document.after(changes[-1])
    for role in roles():
        if role.id in wanted.split() and role.id not in roles_there(document, board_id):
            changes.append(Change("edit_board", role_card(document, board_id, role.id)))
            document = document.after(changes[-1])
    if not changes:
        raise EditRejected("nothing_to_do")
    return composed("edit_board", changes)


def win_turned(document: Document, item_id: str) -> Change:
    """An early win done, or planned again where it was; raises EditRejected("nothing_to_do") for another card."""
    win = document.find(EarlyWin, item_id)
    if win is None:
        raise EditRejected("nothing_to_do")
    return changed("edit_card", [(win, win.having(state="planned" if win.state == "done" else "done"))])


def with_other_role(document: Document, merged: Change, kept_id: str, other_id: str) -> Change:
    """What merges two cards, with the role of the house that only the other one was."""
    other, kept = document.find(TeamRole, other_id), document.after(merged).find(TeamRole, kept_id)
    if other is None or kept is None or kept.role or not other.role:
        return merged
    return composed(merged.label, (merged, changed(merged.label, [(kept, kept.having(role=other.role))])))


def with_its_role(change: Change) -> Change:
    """The change, with the role of the house on each card of the team that gets the name of one by it.

    A card that gets another name keeps the role that it has.
    """
    return Change(change.label, tuple(map(_with_its_role, change.swaps)))


def _with_its_role(swap: Swap) -> Swap:
    before, after = swap.before, swap.after
    if not isinstance(after, TeamRole) or (isinstance(before, TeamRole) and before.title == after.title):
        return swap
    role = role_called(after.title)
    return Swap(before, after.having(role=role)) if role else swap
