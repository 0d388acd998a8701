"""Several fields of a board's items set as one step, or none of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from facilitator.boards.kind import Kind
from facilitator.domain.change import Change, composed
from facilitator.domain.document import Document
from facilitator.domain.refusal import EditRejected


@dataclass(frozen=True, slots=True)
class Setting:
    """A value wanted for a field of an item."""

    item_id: str
    key: str
    value: str


class SettingsRejected(EditRejected):
    """Some values can't be had, so none was set; `refused` are those, each with why."""

    def __init__(self, refused: Sequence[tuple[Setting, EditRejected]]) -> None:
        super().__init__("settings", count=len(refused))
        self.refused = tuple(refused)


def set_together(kind: Kind, document: Document, settings: Sequence[Setting], label: str) -> Change:
    """All values as one step called `label` (of edits.json); what has its value already is left as it is.

    Raises SettingsRejected naming every value that can't be had, EditRejected("nothing_to_do") if nothing changes.
    """
    changes: list[Change] = []
    refused: list[tuple[Setting, EditRejected]] = []
    for each in settings:
        try:
            change = kind.set_field(document, each.item_id, each.key, each.value)
            document = document.after(change)
        except KeyError:
            refused.append((each, EditRejected("field_told")))
        except EditRejected as refusal:
            if refusal.key != "nothing_to_do":
                refused.append((each, refusal))
        else:
            changes.append(change)
    if refused:
        raise SettingsRejected(refused)
    if not changes:
        raise EditRejected("nothing_to_do")
    return composed(label, changes)
