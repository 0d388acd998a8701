"""GroupChooser: which group the table shows, where the items of different groups have different fields."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal

from facilitator.boards.described import Field, Item, ItemGroup
from facilitator.content.words import Words
from facilitator.ui.choosing import ChoiceBox

_WIDTH = 230


class GroupChooser(ChoiceBox):
    """Out of sight where one table holds everything. `turned` says that another group is wanted.

    Remembers for the session, board by board, which group was wanted last.
    """

    turned = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._board_id = ""
        self._of_boards: dict[str, str] = {}
        self._groups: tuple[ItemGroup, ...] = ()
        self.setFixedWidth(_WIDTH)
        self.setAccessibleName(words("console.table_group"))
        self.setToolTip(words("console.table_group_keys"))
        self.setAccessibleDescription(words("console.table_group_keys"))
        self.activated.connect(lambda place: self._turn_to(self._groups[place].id))
        self.hide()

    @property
    def group(self) -> str:
        """The group to show, "" for all of them."""
        wanted = self._of_boards.get(self._board_id, "")
        ids = [group.id for group in self._groups]
        return wanted if wanted in ids else next(iter(ids), "")

    def offer(self, board_id: str, groups: Sequence[ItemGroup], counts: Mapping[str, int]) -> None:
        """Offer these groups of a board, with how many items are in each; () where one table holds all."""
        self._board_id, self._groups = board_id, tuple(groups)
        texts = [
            self._words("console.table_group_of", group=each.name, count=counts.get(each.id, 0)) for each in groups
        ]
        if texts != [self.itemText(place) for place in range(self.count())]:
            self.clear()
            self.addItems(texts)
        self.setCurrentIndex([each.id for each in groups].index(self.group) if groups else -1)
        self.setVisible(bool(groups))

    def want(self, board_id: str, group: str) -> None:
        """Have this group shown when the board's table is shown next."""
        self._of_boards[board_id] = group

    def turn(self, step: int) -> None:
        """Ask for the next group, or the one before; past the last one for the first."""
        ids = [each.id for each in self._groups]
        if ids:
            self._turn_to(ids[(ids.index(self.group) + step) % len(ids)])

    def _turn_to(self, group: str) -> None:
        if group != self.group:
            self._of_boards[self._board_id] = group
            self.turned.emit()


def groups_apart(
    items: Sequence[Item], groups: Sequence[ItemGroup], fields_of: Callable[[str], Sequence[Field]]
) -> tuple[ItemGroup, ...]:
    """The groups, also such as the kind does not name, where their items have different fields; else ()."""
    first: dict[str, str] = {}
    for item in items:
        first.setdefault(item.group, item.id)
    if len({tuple(field.key for field in fields_of(item_id)) for item_id in first.values()}) < 2:
        return ()
    known = {group.id for group in groups}
    return (*groups, *(ItemGroup(each, each) for each in first if each not in known))
