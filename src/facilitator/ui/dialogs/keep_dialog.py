"""KeepDialog: what to know before something goes into this person's own library for the first time."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.content.words import Words
from facilitator.ui.buttons import button
from facilitator.ui.dialogs.saying_dialog import SayingDialog
from facilitator.ui.plain_label import PlainLabel

_WIDTH = 460


class KeepDialog(SayingDialog):
    """A caution to read. Enter keeps; `keep` returns why nothing was kept, "" where it was."""

    def __init__(self, caution: str, keep: Callable[[], str], words: Words, parent: QWidget) -> None:
        super().__init__(words("console.keep_title"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._keep = keep
        self.caution = PlainLabel(caution, wraps=True)
        enter = button(words("console.keep"), self._enter, main=True, key=words("console.key_enter"))
        enter.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(button(words("console.cancel"), self.reject, key=words("console.key_escape")))
        buttons.addWidget(enter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(8)
        layout.addWidget(self.caution)
        layout.addWidget(self._problem)
        layout.addLayout(buttons)
        self.resize(_WIDTH, layout.totalHeightForWidth(_WIDTH))
        enter.setFocus()

    def _enter(self) -> None:
        problem = self._keep()
        self.say(problem)
        if not problem:
            self.accept()
