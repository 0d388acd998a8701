"""QuestionDialog: asks once before something that can't be taken back with twelve people watching; Enter does it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.content.words import Words
from facilitator.ui.buttons import button
from facilitator.ui.dialogs.saying_dialog import SayingDialog
from facilitator.ui.plain_label import PlainLabel

_WIDTH = 460


class QuestionDialog(SayingDialog):
    """`yes` names the button that Enter presses; `act` says whether it was done, `say` why not."""

    def __init__(
        self, title: str, question: str, yes: str, act: Callable[[], bool], words: Words, parent: QWidget
    ) -> None:
        super().__init__(title, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._act, self.question = act, question
        enter = button(yes, self.enter, main=True)
        enter.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(button(words("console.cancel"), self.reject, key=words("console.key_escape")))
        buttons.addWidget(enter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(12)
        for part in (PlainLabel(self.question, wraps=True), self._problem):
            layout.addWidget(part)
        layout.addLayout(buttons)
        self.resize(_WIDTH, self.sizeHint().height())
        enter.setFocus()

    def enter(self) -> None:
        """Do it."""
        if self._act():
            self.accept()
