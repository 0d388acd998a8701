"""OutlineRows: the rows of the outline, brought up to date with as few new ones as can be."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from facilitator.boards.described import Item, ItemGroup, ItemLink
from facilitator.content.words import Words
from facilitator.ui.console.rows import ASIDE, PRIVATE

ID = Qt.ItemDataRole.UserRole
"""The id of the board, an item or a link; nothing for a group."""
GROUP = Qt.ItemDataRole.UserRole + 10
"""The id of the group that a row heads or belongs to."""

_SPOKEN = Qt.ItemDataRole.AccessibleTextRole
_Told = tuple[str, str, str]  # a row's id, what it shows, what is read aloud


class OutlineRows:
    """One row for the board, below it its groups, below these their items, below each of these its links.

    A group is open and an item is folded until somebody does otherwise; that lasts for the session.
    """

    def __init__(self, tree: QTreeWidget, words: Words) -> None:
        self._tree, self._words = tree, words
        self._shown: tuple[object, ...] = ()
        self._rows: dict[str, list[QTreeWidgetItem]] = {}
        self._heads: dict[str, QTreeWidgetItem] = {}
        self._links: dict[str, tuple[_Told, ...]] = {}
        self._folded: set[str] = set()
        self._opened: set[str] = set()
        tree.itemExpanded.connect(lambda row: self._remember(row, opened=True))
        tree.itemCollapsed.connect(lambda row: self._remember(row, opened=False))

    def show(
        self,
        board: tuple[str, str],
        items: Sequence[Item],
        groups: Sequence[ItemGroup],
        links: Sequence[ItemLink],
        badges: Mapping[str, str],
    ) -> bool:
        """Show this; returns whether rows were made anew, so that what was selected may not be any more."""
        shown = (board, tuple(items), tuple(groups), tuple(links), tuple(badges.items()))
        if shown == self._shown:
            return False
        self._shown = shown
        known = {group.id for group in groups}
        groups = [
            *groups,
            *(ItemGroup(each, each) for each in dict.fromkeys(i.group for i in items) if each not in known),
        ]
        anew = self._heads_for(board, groups)
        within: dict[str, list[Item]] = {group.id: [] for group in groups}
        for item in items:
            within[item.group].append(item)
        told = _links_of(items, links, board, self._words)
        for group in groups:
            head, members = self._heads[group.id], within[group.id]
            head.setData(0, ASIDE, str(len(members)))
            head.setData(0, _SPOKEN, self._words("console.outline_group", group=group.name, count=len(members)))
            if [row.data(0, ID) for row in rows_below(head)] != [item.id for item in members]:
                self._refill(head, members)
                anew = True
            for row, item in zip(rows_below(head), members, strict=True):
                self._tell(row, item, group, badges.get(item.id, ""))
                anew |= self._show_links(row, item.id, told.get(item.id, ()))
        return anew

    def row(self, item_id: str, beside: QTreeWidgetItem | None = None) -> QTreeWidgetItem | None:
        """The row of an item or link; of the two of a link the one that is `beside`, else the first."""
        rows = self._rows.get(item_id, [])
        return beside if beside in rows else next(iter(rows), None)

    def _heads_for(self, board: tuple[str, str], groups: Sequence[ItemGroup]) -> bool:
        """Make sure that there is a row for the board and one for each group; returns whether they were made anew."""
        root = self._tree.topLevelItem(0)
        if root is None or root.data(0, ID) != board[0] or list(self._heads) != [group.id for group in groups]:
            self._tree.clear()
            self._rows, self._heads, self._links = {}, {}, {}
            root = _row(self._tree.font(), bold=True)
            root.setData(0, ID, board[0])
            self._rows[board[0]] = [root]
            for group in groups:
                head = _row(self._tree.font(), bold=True)
                head.setFlags(Qt.ItemFlag.ItemIsEnabled)
                head.setData(0, GROUP, group.id)
                self._heads[group.id] = head
                root.addChild(head)
            self._tree.addTopLevelItem(root)
            root.setExpanded(True)
            for group in groups:
                self._heads[group.id].setExpanded(group.id not in self._folded)
            anew = True
        else:
            anew = False
        root.setText(0, board[1])
        for group in groups:
            self._heads[group.id].setText(0, group.name)
        return anew

    def _refill(self, head: QTreeWidgetItem, members: Iterable[Item]) -> None:
        for row in head.takeChildren():
            self._forget(row)
        rows = []
        for item in members:
            for before in self._rows.pop(item.id, ()):  # it was in another group
                above = before.parent()
                if above:
                    above.removeChild(before)
                    self._forget(before)
            row = QTreeWidgetItem()
            row.setData(0, ID, item.id)
            self._rows[item.id] = [row]
            rows.append(row)
        head.addChildren(rows)
        head.setExpanded(str(head.data(0, GROUP)) not in self._folded)

    def _forget(self, row: QTreeWidgetItem) -> None:
        """A row and those below it are no more."""
        for each in (row, *rows_below(row)):
            item_id = each.data(0, ID)
            left = [other for other in self._rows.get(item_id, ()) if other is not each]
            if left:
                self._rows[item_id] = left
            else:
                self._rows.pop(item_id, None)
        self._links.pop(row.data(0, ID), None)

    def _tell(self, row: QTreeWidgetItem, item: Item, group: ItemGroup, badge: str) -> None:
        shown = f"{item.code}  {item.name}" if item.code else item.name
        spoken = ", ".join(filter(None, (" ".join(filter(None, (item.code, item.name))), group.name)))
        for role, text in (
            (Qt.ItemDataRole.DisplayRole, shown),
            (_SPOKEN, spoken),
            (PRIVATE, badge),
            (GROUP, group.id),
        ):
            if row.data(0, role) != text:
                row.setData(0, role, text)

    def _show_links(self, row: QTreeWidgetItem, item_id: str, told: tuple[_Told, ...]) -> bool:
        if self._links.get(item_id, ()) == told:
            return False
        for before in row.takeChildren():
            self._forget(before)
        self._links[item_id] = told
        for link_id, text, spoken in told:
            below = QTreeWidgetItem([text])
            below.setData(0, ID, link_id)
            below.setData(0, _SPOKEN, spoken)
            self._rows.setdefault(link_id, []).append(below)
            row.addChild(below)
        row.setExpanded(item_id in self._opened)
        return True

    def _remember(self, row: QTreeWidgetItem, *, opened: bool) -> None:
        item_id, group = row.data(0, ID), row.data(0, GROUP)
        if item_id:
            (self._opened.add if opened else self._opened.discard)(item_id)
        elif group:
            (self._folded.discard if opened else self._folded.add)(group)


def rows_below(row: QTreeWidgetItem) -> Iterator[QTreeWidgetItem]:
    """The rows right below one."""
    return (below for place in range(row.childCount()) if (below := row.child(place)))


def _links_of(
    items: Sequence[Item], links: Sequence[ItemLink], board: tuple[str, str], words: Words
) -> dict[str, tuple[_Told, ...]]:
    """The links of each item as it stands at one end of them."""
    names = {board[0]: board[1]} | {item.id: item.name for item in items}
    told: dict[str, list[_Told]] = {}
    for link in links:
        start, end = names.get(link.from_id, ""), names.get(link.to_id, "")
        spoken = words("console.outline_link", start=start, link=link.name, end=end)
        told.setdefault(link.from_id, []).append((link.id, f"→ {link.name} → {end}", spoken))
        told.setdefault(link.to_id, []).append((link.id, f"← {link.name} ← {start}", spoken))
    return {item_id: tuple(of_item) for item_id, of_item in told.items()}


def _row(font: QFont, *, bold: bool) -> QTreeWidgetItem:
    row = QTreeWidgetItem()
    font = QFont(font)
    font.setBold(bold)
    row.setFont(0, font)
    return row
