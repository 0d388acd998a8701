"""BoardMenu: what can be done with the open board as a whole and is not needed every minute."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from facilitator.boards.kind import Kind
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.ui.console.menu_button import open_below

MORE_KEY = "Alt+M"

When = Callable[[Kind, Document, str], bool]
"""Whether something is offered for a board: its kind, the document and the board's id tell."""


@dataclass(frozen=True, slots=True)
class _Entry:
    action: QAction
    when: When | None


class BoardMenu(QPushButton):
    """The button "More" with its menu. Every entry can have a key, which works everywhere in the console."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words("console.more"), parent)
        self._words = words
        self._entries: list[_Entry] = []
        self.setAutoDefault(False)
        said = f"{words('console.more_said')} ({MORE_KEY})"
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.setMenu(QMenu(self))

    def add(self, words_key: str, act: Callable[[], object], key: str = "", *, when: When | None = None) -> QAction:
        """Offer something under the words of `words_key`, with a key ("Ctrl+M") or none ("").

        It is offered for the boards that `when` says, for every one without it.
        """
        action = QAction(self._words(words_key).replace("&", "&&"), self)
        if key:
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            self.addAction(action)  # a key of the button works in its whole window, also while the menu is closed
        action.triggered.connect(lambda: act())
        self.menu().addAction(action)
        self._entries.append(_Entry(action, when))
        return action

    def open_menu(self) -> None:
        """Show the menu below the button, its first line active."""
        if self.isVisible():
            open_below(self, self.menu())

    def part(self) -> None:
        """Draw a line before what is added next."""
        self.menu().addSeparator()

    def show_board(self, kind: Kind, document: Document, board_id: str) -> None:
        """Offer what fits this board."""
        for entry in self._entries:
            fits = entry.when is None or entry.when(kind, document, board_id)
            entry.action.setVisible(fits)
            entry.action.setEnabled(fits)

    def show_none(self) -> None:
        """There is no board to do anything with."""
        for entry in self._entries:
            entry.action.setEnabled(False)
