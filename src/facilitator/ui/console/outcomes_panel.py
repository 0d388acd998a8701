"""OutcomesPanel: what came out of the session, in the side column: to confirm, to edit, to read back to the group."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.content.words import Words
from facilitator.domain.outcome import Outcome
from facilitator.ui.buttons import button, set_text
from facilitator.ui.console.outcome_rows import OutcomeList
from facilitator.ui.console.outcome_texts import by_kind, counted_to_confirm
from facilitator.ui.plain_label import PlainLabel

OUTCOMES_KEY = "F4"
READ_BACK_KEY = "F3"


class OutcomesPanel(QWidget):
    """The rows, and buttons for their keys. `readBackRequested` asks to read back what is to be confirmed."""

    readBackRequested = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._reading: Sequence[str] | None = None
        self._said = PlainLabel("", "small", wraps=True)
        self.list = OutcomeList(words)
        self.list.turned.connect(self._show_picked)
        self.confirm = button("", self.list.confirm, main=True)
        self.read_back = button(words("outcome.read_back"), self._ask_read_back, key=READ_BACK_KEY)
        self.edit = button(words("outcome.edit"), self.list.begin_edit, key="F2")
        self.remove = button(words("outcome.remove"), self.list.remove, key=words("chat.key_delete"))
        self._hint = PlainLabel(words("outcome.move_keys"), "small", wraps=True)
        self._card = QFrame()
        self._card.setObjectName("card")
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(8, 6, 8, 6)
        inside.setSpacing(4)
        inside.addWidget(self.confirm)
        row = QHBoxLayout()
        row.addWidget(self.edit)
        row.addWidget(self.remove)
        row.addStretch(1)
        inside.addLayout(row)
        inside.addWidget(self._hint)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(5)
        layout.addWidget(self._said)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._card)
        layout.addWidget(self.read_back)
        self.show_outcomes(())

    def show_outcomes(self, outcomes: Sequence[Outcome]) -> None:
        """Show these, kind by kind."""
        waiting = counted_to_confirm(outcomes)
        self.list.show_sections(by_kind(outcomes, self._words))
        key = "outcome.waiting" if waiting else "outcome.all_confirmed" if outcomes else "outcome.empty"
        self._said.setText(self._words(key, count=waiting))
        self.read_back.setEnabled(bool(waiting) or self._reading is not None)

    def show_reading(self, ids: Sequence[str] | None) -> None:
        """Say that these are being read back, and pick them: Space then confirms them; None for nothing."""
        self._reading = ids
        name = self._words("outcome.read_back" if ids is None else "outcome.end_read_back")
        set_text(self.read_back, name, READ_BACK_KEY)
        if ids:
            self.list.pick(ids)
        self._show_picked()

    def _ask_read_back(self) -> None:
        self.list.setFocus()  # for the key that confirms
        self.readBackRequested.emit()

    def _show_picked(self) -> None:
        self._card.setVisible(bool(self.list.picked))
        waits = bool(self.list.open_ones)
        key = "by_group" if self._reading and waits else "confirm" if waits else "take_back"
        set_text(self.confirm, self._words(f"outcome.{key}"), self._words("outcome.key_space"))
