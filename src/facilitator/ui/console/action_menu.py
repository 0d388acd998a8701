"""ActionMenu: a button with a menu, every entry of which can have a key that works everywhere in the window."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QPushButton

from facilitator.content.words import Words
from facilitator.ui.console.menu_button import open_below


class ActionMenu(QPushButton):
    """A button named `name`; `said` is what a screen reader says of it, `key` opens the menu."""

    def __init__(self, name: str, said: str, key: str, words: Words) -> None:
        super().__init__(name)
        self._words = words
        self.setAutoDefault(False)
        self.setAccessibleName(f"{said} ({key})")
        self.setToolTip(f"{said} ({key})")
        self.setMenu(QMenu(self))

    def add(self, words_key: str, act: Callable[[], object], key: str = "") -> QAction:
        """Offer something under the words of `words_key`, with a key ("Ctrl+M") or none ("")."""
        action = QAction(self._words(words_key).replace("&", "&&"), self)
        if key:
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            self.addAction(action)  # a key of the button works in its whole window, also while the menu is closed
        action.triggered.connect(lambda: act())
        self.menu().addAction(action)
        return action

    def open_menu(self) -> None:
        """Show the menu below the button, its first line active."""
        if self.isVisible():
            open_below(self, self.menu())

    def part(self) -> None:
        """Draw a line before what is added next."""
        self.menu().addSeparator()
