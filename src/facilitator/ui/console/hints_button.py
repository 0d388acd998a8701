"""HintsButton: how many things about the agenda are worth a thought, and which."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QMenu, QPushButton

from facilitator.content.words import Words
from facilitator.ui.buttons import set_text
from facilitator.workshop.agenda_checks import Hint


class HintsButton(QPushButton):
    """One calm line, hidden where there is nothing; it opens the list, and a line of that goes to its segment."""

    def __init__(self, words: Words, go_to: Callable[[str], object]) -> None:
        super().__init__()
        self._words, self._go_to = words, go_to
        self._hints: tuple[Hint, ...] = ()
        self.setAutoDefault(False)
        self.setObjectName("tab")
        self.setMenu(QMenu(self))
        self._name()
        self.hide()

    @property
    def said(self) -> tuple[str, ...]:
        """The hints in words."""
        return tuple(self._words(f"session.hint_{hint.key}", **hint.values) for hint in self._hints)

    def show_hints(self, hints: Sequence[Hint]) -> None:
        """Show these."""
        self.setVisible(bool(hints))
        if tuple(hints) == self._hints:
            return
        self._hints = tuple(hints)
        self._name()
        self.menu().clear()
        for hint, text in zip(self._hints, self.said, strict=True):
            action = self.menu().addAction(text.replace("&", "&&"))
            action.triggered.connect(lambda checked=False, hint=hint: self._go_to(hint.segment_ids[0]))

    def _name(self) -> None:
        said = self._words("session.hints", count=len(self._hints))
        set_text(self, said)
        self.setAccessibleName(said)
