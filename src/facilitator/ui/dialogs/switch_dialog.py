"""SwitchDialog: asks once before the session that runs is ended by the start of another one."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.content.words import Words
from facilitator.ui.buttons import button
from facilitator.ui.dialogs.saying_dialog import SayingDialog
from facilitator.ui.plain_label import PlainLabel

_WIDTH = 460


class SwitchDialog(SayingDialog):
    """`running` and `title` are the titles of both sessions; `switch` says whether it was saved, `say` why not."""

    def __init__(self, running: str, title: str, switch: Callable[[], bool], words: Words, parent: QWidget) -> None:
        super().__init__(words("clock.switch_title"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._switch = switch
        self.question = words("clock.switch_question", running=running, title=title)
        enter = button(words("clock.switch"), self.enter, main=True)
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
        """End the one and start the other."""
        if self._switch():
            self.accept()
