"""MomentDialog: asks what a moment of a board is to be called before it is kept."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.content.words import Words
from facilitator.ui.buttons import button
from facilitator.ui.dialogs.saying_dialog import SayingDialog
from facilitator.ui.editors import LineField
from facilitator.ui.plain_label import PlainLabel


class MomentDialog(SayingDialog):
    """One line, filled with the session's title and the day.

    `keep` keeps the moment under a title and says whether it was saved; `problem` shows why it was not.
    """

    def __init__(self, session: str, today: date, keep: Callable[[str], bool], words: Words, parent: QWidget) -> None:
        super().__init__(words("console.keep_moment_title"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._keep = keep
        day = words.date(today)
        self.line = LineField()
        self.line.setText(words("console.moment_of", title=session, date=day) if session else day)
        self.line.setAccessibleName(words("console.moment_name"))
        self.line.selectAll()
        save = button(words("console.keep"), self._enter, main=True)
        save.setDefault(True)
        cancel = button(words("console.cancel"), self.reject, key=words("console.key_escape"))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(8)
        layout.addWidget(PlainLabel(words("console.keep_moment_about"), wraps=True))
        layout.addWidget(PlainLabel(words("console.moment_name"), "fieldLabel"))
        layout.addWidget(self.line)
        layout.addWidget(self._problem)
        layout.addLayout(buttons)
        self.resize(460, self.sizeHint().height())
        self.line.setFocus()

    def say(self, problem: str) -> None:
        """Say why the moment can't be kept; the dialog stays, so that it can be mended."""
        super().say(problem)
        self.line.setFocus()

    def _enter(self) -> None:
        if self._keep(self.line.text()):
            self.accept()
