"""TitleDialog: asks for one line, the title of something that is added or renamed."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.content.words import Words
from facilitator.ui.buttons import button
from facilitator.ui.dialogs.saying_dialog import SayingDialog
from facilitator.ui.editors import LineField
from facilitator.ui.plain_label import PlainLabel

_WIDTH = 440


class TitleDialog(SayingDialog):
    """`heading` says what is named; `save` gets the title and says whether it was saved, `say` shows why it was not."""

    def __init__(self, heading: str, title: str, save: Callable[[str], bool], words: Words, parent: QWidget) -> None:
        super().__init__(heading, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._title, self._save = title, save
        self.line = LineField()
        self.line.setText(title)
        self.line.setAccessibleName(words("session.title"))
        self.line.selectAll()
        enter = button(words("clock.save"), self.enter, main=True)
        enter.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(button(words("console.cancel"), self.reject, key=words("console.key_escape")))
        buttons.addWidget(enter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(8)
        for part in (PlainLabel(words("session.title"), "fieldLabel"), self.line, self._problem):
            layout.addWidget(part)
        layout.addLayout(buttons)
        self.resize(_WIDTH, self.sizeHint().height())
        self.line.setFocus()

    def say(self, problem: str) -> None:
        """Say why it was not saved; the line stays, to be mended."""
        super().say(problem)
        self.line.setFocus()

    def enter(self) -> None:
        """Save it, unless it is what it was."""
        typed = self.line.text()
        if (typed and typed == self._title) or self._save(typed):
            self.accept()
