"""FilterChooser: the button with the menus in which is ticked what the table shows."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from facilitator.boards.filtering import Filter, passing
from facilitator.content.words import Words
from facilitator.ui.choosing import ChoosingButton, ChoosingMenu

_WIDTH = 190


class FilterChooser(ChoosingButton):
    """Out of sight where a board has no filters. `chosen` says that others pass now.

    Remembers for the session, board by board, what is ticked. Each filter is a menu that stays open while it is ticked.
    """

    chosen = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._of_boards: dict[str, set[tuple[str, str]]] = {}
        self._ticked: set[tuple[str, str]] = set()
        self._offered: object = None
        self._filters: tuple[Filter, ...] = ()
        self.menus = QMenu(self)
        self.setFixedWidth(_WIDTH)
        self.setText(words("console.table_filter"))
        self.setAccessibleName(self.text())
        self.hide()

    @property
    def passing(self) -> frozenset[str] | None:
        """The ids of the items to show, None for all."""
        return passing(self._filters, self._ticked)

    def offer(self, board_id: str, filters: Sequence[Filter]) -> None:
        """Offer the filters of a board; menus that are open stay as they are as long as they would say the same."""
        self._filters = tuple(filters)
        self._ticked = self._of_boards.setdefault(board_id, set())
        names = [(each.id, each.name, [(choice.id, choice.name) for choice in each.choices]) for each in filters]
        if self._offered != (board_id, names):
            self._offered = board_id, names
            self._fill()
        self.setVisible(bool(filters))

    def tell(self, shown: int, count: int) -> None:
        """Say how many items are shown, of how many."""
        filtered = self.passing is not None
        told = self._words("console.table_filtered", shown=shown, count=count)
        self.setText(told if filtered else self._words("console.table_filter"))
        self.setAccessibleName(self.text())
        if self.menus.actions():
            self.menus.actions()[0].setEnabled(filtered)

    def open(self) -> None:
        """Show the menus below the button; none is active yet, as an active one would open by itself."""
        self.menus.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _fill(self) -> None:
        self.menus.clear()
        self.menus.addAction(self._words("console.table_show_all")).triggered.connect(self._show_all)
        self.menus.addSeparator()
        for each in self._filters:
            menu = ChoosingMenu(self.menus)
            menu.setTitle(each.name.replace("&", "&&"))
            for choice in each.choices:
                action = menu.addAction(choice.name.replace("&", "&&"))
                action.setCheckable(True)
                action.setChecked((each.id, choice.id) in self._ticked)
                action.toggled.connect(partial(self._tick, each.id, choice.id))
            self.menus.addMenu(menu)

    def _tick(self, filter_id: str, choice_id: str, wanted: bool) -> None:
        (self._ticked.add if wanted else self._ticked.discard)((filter_id, choice_id))
        self.chosen.emit()

    def _show_all(self) -> None:
        self._ticked.clear()
        self._fill()
        self.chosen.emit()
