"""HintsButton: how many things about the agenda are worth a thought, and which."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QMenu, QPushButton

from facilitator.content.words import Words
from facilitator.ui import style
from facilitator.ui.buttons import set_text
from facilitator.ui.icons import icon
from facilitator.workshop.agenda_checks import Hint


class HintsButton(QPushButton):
    """Hidden where there is nothing; it opens the list above itself, and a line of that goes to its segment."""

    def __init__(self, words: Words, go_to: Callable[[str], object]) -> None:
        super().__init__()
        self._words, self._go_to = words, go_to
        self._hints: tuple[Hint, ...] = ()
        self.setAutoDefault(False)
        self.setObjectName("hints")
        self.setIcon(icon("learning", style.CHOSEN_EDGE, style.FAINT))
        self.setIconSize(QSize(16, 16))
        self.list = QMenu(self)
        self.clicked.connect(lambda: self.list.popup(self.above(self.list.sizeHint().height())))
        self._name()
        self.hide()

    @property
    def said(self) -> tuple[str, ...]:
        """The hints in words."""
        return tuple(self._words(f"session.hint_{hint.key}", **hint.values) for hint in self._hints)

    def above(self, height: int) -> QPoint:
        """Where on the screen something of this height ends at the button: below it the handout has its button."""
        return self.mapToGlobal(QPoint(0, -height))

    def show_hints(self, hints: Sequence[Hint]) -> None:
        """Show these."""
        self.setVisible(bool(hints))
        if tuple(hints) == self._hints:
            return
        self._hints = tuple(hints)
        self._name()
        self.list.clear()
        for hint, text in zip(self._hints, self.said, strict=True):
            action = self.list.addAction(text.replace("&", "&&"))
            action.triggered.connect(lambda checked=False, hint=hint: self._go_to(hint.segment_ids[0]))

    def _name(self) -> None:
        said = self._words("session.hints", count=len(self._hints))
        set_text(self, said)
        self.setAccessibleName(said)
