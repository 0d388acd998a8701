"""OwnBoardsButton: which board each of a cohort gets for their own answers, chosen from a menu."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton

from facilitator.content.words import Words
from facilitator.ui import style
from facilitator.ui.icons import icon


class OwnBoardsButton(QPushButton):
    """Offers the kinds (id, name); `chosen` carries the id of the one that is to be made for each."""

    chosen = Signal(str)

    def __init__(self, kinds: Sequence[tuple[str, str]], words: Words) -> None:
        super().__init__(words("program.own_boards"))
        self.setToolTip(words("program.own_boards_which"))
        self.setAutoDefault(False)
        self.setIcon(icon("plus", style.INK, style.FAINT))
        menu = QMenu(self)
        menu.setAccessibleName(words("program.own_boards_which"))
        for kind_id, name in kinds:
            action = menu.addAction(name.replace("&", "&&"))
            action.triggered.connect(lambda checked=False, kind_id=kind_id: self.chosen.emit(kind_id))
        self.setMenu(menu)
        if not kinds:
            self.hide()
