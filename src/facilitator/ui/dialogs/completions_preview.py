"""CompletionsPreview: what a list of who completed what would note, before anything is done."""

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from facilitator.boards.completion_taking import CompletionPlan, rejected_completions, told_completions
from facilitator.content.words import Words
from facilitator.ui.buttons import button
from facilitator.ui.dialogs.saying_dialog import SayingDialog, fit_to_screen
from facilitator.ui.plain_label import PlainLabel

_WIDTH, _HEIGHT = 760, 420
_SHOWN = 200


class CompletionsPreview(SayingDialog):
    """Counts, and each row that can't be read with what to do. Enter notes the others once that is ticked.

    `take` notes all that could be read as one step and says whether that was saved; `say` tells why it was not.
    """

    def __init__(
        self, heading: str, plan: CompletionPlan, take: Callable[[], bool], words: Words, parent: QWidget
    ) -> None:
        super().__init__(words("lesson.list_title"), parent)
        self._plan, self._take = plan, take
        told, rejected = told_completions(plan, words), rejected_completions(plan, words)
        self.counts = PlainLabel("\n".join(told), "quiet", wraps=True)
        self.rows = QListWidget()
        self.rows.setAccessibleName(words("lesson.list_wrong"))
        self.rows.setWordWrap(True)
        self.rows.addItems(rejected[:_SHOWN])
        self.rows.setVisible(bool(rejected))
        self.partly = QCheckBox(words("lesson.list_partly"))
        self.partly.setVisible(bool(rejected) and plan.change is not None)
        self.put = button(words("lesson.list_take"), self.take, main=True, key=words("console.key_enter"))
        self.put.setDefault(True)
        self.cancel = button(words("console.cancel"), self.reject, key=words("console.key_escape"))
        self.cancel.setAutoDefault(True)  # Enter on it is not to take anything
        self.partly.toggled.connect(lambda on: self._let())
        layout, below = QVBoxLayout(self), QHBoxLayout()
        layout.setContentsMargins(18, 14, 18, 14)
        for each in (PlainLabel(heading, "title", wraps=True), self.counts):
            layout.addWidget(each)
        layout.addWidget(self.rows, 1)
        layout.addWidget(self.partly)
        layout.addWidget(self._problem)
        layout.addStretch(0 if rejected else 1)
        below.addStretch(1)
        below.addWidget(self.cancel)
        below.addWidget(self.put)
        layout.addLayout(below)
        self._let()
        fit_to_screen(self, _WIDTH, _HEIGHT if rejected else _HEIGHT // 2)

    def take(self) -> None:
        """Note what could be read, as one step."""
        if self.put.isEnabled() and self._take():
            self.accept()

    def _let(self) -> None:
        self.put.setEnabled(self._plan.change is not None and (not self._plan.rejected or self.partly.isChecked()))
