"""ShownBoard: the board that is open, as every part of the console that shows it needs it."""

from dataclasses import dataclass

from facilitator.boards.described import Item, ItemGroup, ItemLink
from facilitator.boards.kind import Kind
from facilitator.domain.view import View


@dataclass(frozen=True, slots=True)
class ShownBoard:
    """A board with its kind and its view as the canvas shows it, its items in reading order, their groups and links.

    `private_hidden` says that nothing private may be in sight.
    """

    board_id: str
    kind: Kind
    view: View
    items: tuple[Item, ...]
    groups: tuple[ItemGroup, ...]
    links: tuple[ItemLink, ...]
    private_hidden: bool

    def heading_of(self, item_id: str) -> str:
        """Code and name of an item, the title for the board's own id, both ends of a link, "" for what is none."""
        if item_id == self.board_id:
            return self.view.title
        for item in self.items:
            if item.id == item_id:
                return f"{item.code}  {item.name}" if item.code else item.name
        for link in self.links:
            if link.id == item_id:
                names = {self.board_id: self.view.title} | {item.id: item.name for item in self.items}
                return f"{names.get(link.from_id, '')} → {link.name} → {names.get(link.to_id, '')}"
        return ""
