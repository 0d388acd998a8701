"""NewBoardButton: adds an empty board of a kind that is chosen from a menu."""

from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from facilitator.ui import style
from facilitator.ui.desk import Desk
from facilitator.ui.icons import icon


class NewBoardButton(QPushButton):
    """Offers the kinds by name. The new board bears the name of its kind until it is given another."""

    def __init__(self, desk: Desk, *, flat: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(desk.words("console.new_board"), parent)
        self.setAccessibleName(desk.words("console.new_board"))
        self.setObjectName("" if flat else "main")
        self.setIcon(icon("plus", "#FFFFFF", style.FAINT))
        menu = QMenu(self)
        for kind_id, name in desk.kinds.on_offer:
            action = menu.addAction(name.replace("&", "&&"))
            action.triggered.connect(
                lambda checked=False, kind_id=kind_id, name=name: desk.ask(
                    lambda document: desk.kinds.new_board(document, kind_id, name)
                )
            )
        self.setMenu(menu)
