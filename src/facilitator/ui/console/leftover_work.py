"""LeftoverWork: what the handout dialog says of a pack without names, and the window that shows it."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from facilitator.anonymous.leftovers import Leftover, leftovers
from facilitator.domain.document import Document
from facilitator.domain.language import Language
from facilitator.domain.refusal import Refusal
from facilitator.packs import PACKS
from facilitator.ui.desk import Desk
from facilitator.ui.dialogs.handout_choices import HandoutOrder
from facilitator.ui.dialogs.leftovers_dialog import LeftoversDialog


class LeftoverWork:
    """Looks through the desk's document, once for each state of it and each language.

    While `hides_private` says that nothing private may be in sight, it shows no place.
    """

    def __init__(self, desk: Desk, hides_private: Callable[[], bool] = lambda: False) -> None:
        self._desk, self._hides_private = desk, hides_private
        self._looked_at: tuple[Document, Language] | None = None
        self._found: tuple[Leftover, ...] = ()

    def told(self, order: HandoutOrder) -> str:
        """How many places may still tell who it is in what is ordered; "" where names are to stay, and for none."""
        if not order.anonymous or PACKS[order.pack].private:
            return ""
        return self._desk.words("anonymous.left", count=len(self._look(order.language)))

    def open(self, order: HandoutOrder, parent: QWidget) -> LeftoversDialog:
        """Show the places, and wait until that is closed; raises Refusal("leftovers_hidden")."""
        if self._hides_private():
            raise Refusal("leftovers_hidden")
        dialog = self.dialog(order, parent)
        dialog.exec()
        return dialog

    def dialog(self, order: HandoutOrder, parent: QWidget) -> LeftoversDialog:
        """The window that shows them."""
        return LeftoversDialog(self._look(order.language), self._desk.words, parent)

    def _look(self, language: Language) -> Sequence[Leftover]:
        document = self._desk.document
        if self._looked_at is None or self._looked_at[0] is not document or self._looked_at[1] != language:
            self._found = leftovers(document, language, self._desk.words)
            self._looked_at = document, language
        return self._found
