"""LeftoverWork: what the handout dialog says of a pack without names, and the window that shows it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from facilitator.anonymous.leftovers import Leftover, leftovers
from facilitator.domain.document import Document
from facilitator.domain.language import Language
from facilitator.domain.refusal import Refusal
from facilitator.packs.catalogue import PACKS
from facilitator.packs.sorts import HandoutOrder
from facilitator.ui.desk import Desk
from facilitator.ui.dialogs.latest import Latest
from facilitator.ui.dialogs.leftovers_dialog import LeftoversDialog
from facilitator.ui.errors import raise_again


class LeftoverWork(QObject):
    """Looks through the desk's document on another thread, once for each state of it and each language.

    `looked` tells that it has. While `hides_private` says that nothing private may be in sight, it shows no place.
    """

    looked = Signal()

    def __init__(self, desk: Desk, hides_private: Callable[[], bool] = lambda: False) -> None:
        super().__init__()
        self._desk, self._hides_private = desk, hides_private
        self._latest = Latest(self)
        self._asked: tuple[Document, Language] | None = None
        self._found: Sequence[Leftover] | None = None

    def told(self, order: HandoutOrder) -> str:
        """How many places may still tell who it is in what is ordered; "" where names are to stay, and for none.

        As long as it is not known, "", and `looked` follows.
        """
        if not order.anonymous or PACKS[order.pack].private:
            return ""
        if not self._is_asked(order.language):
            self._look(order.language)
        return "" if self._found is None else self._desk.words("anonymous.left", count=len(self._found))

    def open(self, order: HandoutOrder, parent: QWidget) -> LeftoversDialog:
        """Show the places, and wait until that is closed; raises Refusal("leftovers_hidden")."""
        if self._hides_private():
            raise Refusal("leftovers_hidden")
        dialog = self.dialog(order, parent)
        dialog.exec()
        return dialog

    def dialog(self, order: HandoutOrder, parent: QWidget) -> LeftoversDialog:
        """The window that shows them."""
        document, words = self._desk.document, self._desk.words
        known = self._found if self._is_asked(order.language) else None
        return LeftoversDialog(leftovers(document, order.language, words) if known is None else known, words, parent)

    def drop(self) -> None:
        """Nobody wants to know any more."""
        self._latest.drop()
        if self._found is None:
            self._asked = None

    def _is_asked(self, language: Language) -> bool:
        return self._asked is not None and self._asked[0] is self._desk.document and self._asked[1] == language

    def _look(self, language: Language) -> None:
        document, words = self._desk.document, self._desk.words
        self._asked, self._found = (document, language), None
        self._latest.run(lambda: leftovers(document, language, words), self._tell, raise_again, quick=False)

    def _tell(self, found: Sequence[Leftover]) -> None:
        self._found = found
        self.looked.emit()
