"""NewBoardButton: adds an empty board of a kind that is chosen from a menu."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QPushButton

from facilitator.domain.engagement import Board
from facilitator.journal import Saved
from facilitator.ui import style
from facilitator.ui.desk import Desk
from facilitator.ui.icons import icon


class NewBoardButton(QPushButton):
    """Offers the kinds by name. The new board bears the name of its kind until it is given another.

    `added` hears of its id once it is saved. A `flat` one is short: it stands beside the heading of the boards.
    """

    def __init__(self, desk: Desk, added: Callable[[str], object], *, flat: bool = False) -> None:
        named = desk.words("console.new_board")
        super().__init__(desk.words("console.entry_add") if flat else named)
        self._added = added
        self.setAccessibleName(named)
        self.setToolTip(named if flat else "")
        self.setObjectName("" if flat else "main")
        self.setIcon(icon("plus", "#FFFFFF", style.FAINT))
        menu = QMenu(self)
        for kind_id, name in desk.kinds.on_offer:
            action = menu.addAction(name.replace("&", "&&"))
            action.triggered.connect(lambda checked=False, kind_id=kind_id, name=name: self._add(desk, kind_id, name))
        self.setMenu(menu)

    def _add(self, desk: Desk, kind_id: str, name: str) -> None:
        desk.ask(lambda document: desk.kinds.new_board(document, kind_id, name), done=self._tell)

    def _tell(self, saved: Saved) -> None:
        for record in saved.change.added():
            if isinstance(record, Board):
                self._added(record.id)
