"""What each line of a pasted list will do, in words."""

from collections.abc import Mapping, Sequence

from facilitator.boards.capturing import Reading
from facilitator.boards.described import Item
from facilitator.boards.kind import Kind
from facilitator.domain.change import Change
from facilitator.ui.desk import Desk


def described(readings: Sequence[Reading], kind: Kind, board_id: str, desk: Desk) -> list[str]:
    """What each line will do, from the board as it will be; "" for a line that can't be read."""
    document = desk.document
    for reading in readings:
        if reading.change:
            document = document.after(reading.change)
    view = kind.view(document, board_id, kind.own_showing())
    items = {item.id: item for item in kind.items(view)}
    groups = {group.id: group.name for group in kind.groups(view, desk.words)}
    return [_description(reading.change, items, groups, desk) for reading in readings]


def _description(change: Change | None, items: Mapping[str, Item], groups: Mapping[str, str], desk: Desk) -> str:
    if change is None:
        return ""
    for record in change.added():
        item = items.get(record.id)
        if item:
            return desk.words("console.will_add", code=item.code, group=groups.get(item.group, ""))
    return desk.step(change.label)
