"""NewBoardButton: adds an empty board of a kind that is chosen from a menu."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QPushButton

from facilitator.boards.founding import board_added
from facilitator.domain.engagement import Board
from facilitator.journal import Saved
from facilitator.ui import style
from facilitator.ui.console.menu_button import open_below
from facilitator.ui.desk import Desk
from facilitator.ui.icons import icon

NEW_BOARD_KEY = "Alt+Shift+B"


class NewBoardButton(QPushButton):
    """Offers the kinds by name. The new board bears the name of its kind until it is given another.

    It becomes that of the session with the id that `session` tells, where that is a 1:1. `added` hears of its id once
    it is saved. A `flat` one is short: it stands beside the heading of the boards.
    """

    def __init__(
        self, desk: Desk, session: Callable[[], str], added: Callable[[str], object], *, flat: bool = False
    ) -> None:
        named = desk.words("console.new_board")
        super().__init__(desk.words("console.entry_add") if flat else named)
        self._session, self._added = session, added
        self.setAccessibleName(f"{named} ({NEW_BOARD_KEY})")
        self.setToolTip(f"{named} ({NEW_BOARD_KEY})")
        self.setObjectName("turn" if flat else "main")
        self.setIcon(icon("plus", "#FFFFFF", style.FAINT))
        menu = QMenu(self)
        for kind_id, name in desk.kinds.on_offer:
            action = menu.addAction(name.replace("&", "&&"))
            action.triggered.connect(lambda checked=False, kind_id=kind_id, name=name: self._add(desk, kind_id, name))
        self.setMenu(menu)

    def open_menu(self) -> None:
        """Show the kinds below the button, the first one active."""
        if self.isVisible():
            open_below(self, self.menu())

    def _add(self, desk: Desk, kind_id: str, name: str) -> None:
        session_id = self._session()
        desk.ask(lambda document: board_added(document, kind_id, name, session_id, desk.kinds), done=self._tell)

    def _tell(self, saved: Saved) -> None:
        for record in saved.change.added():
            if isinstance(record, Board):
                self._added(record.id)
