"""BoardMenu: what can be done with the open board as a whole and is not needed every minute."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction

from facilitator.boards.kind import Kind
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.ui.console.action_menu import ActionMenu

MORE_KEY = "Alt+M"

When = Callable[[Kind, Document, str], bool]
"""Whether something is offered for a board: its kind, the document and the board's id tell."""


@dataclass(frozen=True, slots=True)
class _Entry:
    action: QAction
    when: When | None


class BoardMenu(ActionMenu):
    """The button "More" with its menu."""

    def __init__(self, words: Words) -> None:
        super().__init__(words("console.more"), words("console.more_said"), MORE_KEY, words)
        self._entries: list[_Entry] = []

    def offer(self, words_key: str, act: Callable[[], object], key: str = "", *, when: When | None = None) -> QAction:
        """As `add`, for the boards that `when` says, for every one without it."""
        action = self.add(words_key, act, key)
        self._entries.append(_Entry(action, when))
        return action

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
