"""Banner: what must not be overlooked, on the console only: an edit that was not saved, an error nobody foresaw."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QWidget
from shiboken6 import isValid

from facilitator.content.words import Words
from facilitator.ui.buttons import button, set_text
from facilitator.ui.plain_label import PlainLabel


class Banner(QFrame):
    """One sentence with what can be done about it; hidden while there is nothing to say.

    Where it asks whether to close, it has the keys; Esc then goes back to where they were.
    """

    def __init__(
        self,
        words: Words,
        retry: Callable[[], object],
        close: Callable[[], object],
        go: Callable[[], object],
    ) -> None:
        super().__init__()
        self.setObjectName("banner")
        self._words = words
        self._before: QWidget | None = None
        self._text = PlainLabel("", wraps=True)
        self._retry = button(words("console.retry"), retry)
        self._close = button(words("console.close_and_lose"), close)
        self._dismiss = button(words("console.dismiss"), self.go_back)
        self._dismiss.setAutoDefault(True)
        self.go = button(words("console.go_to_pending"), go)
        self.go.setAutoDefault(True)  # so that Enter presses it
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 12, 8)
        layout.addWidget(self._text, 1)
        layout.addWidget(self.go)
        layout.addWidget(self._retry)
        layout.addWidget(self._close)
        layout.addWidget(self._dismiss)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence, "" while the banner is hidden."""
        return "" if self.isHidden() else self._text.text()

    def say(self, text: str, *, can_retry: bool = False, can_close: bool = False, can_go: bool = False) -> None:
        """Show the sentence, with a way to try again, to close and lose what it tells of, and to go there."""
        self._text.setText(text)
        self._retry.setVisible(can_retry)
        self._close.setVisible(can_close)
        self.go.setVisible(can_go)
        set_text(self._dismiss, self._words("console.go_back" if can_close else "console.dismiss"))
        before = QApplication.focusWidget()
        if before and not self.isAncestorOf(before):
            self._before = before
        self.show()
        if can_go:
            self.go.setFocus()
        elif can_close:
            self._dismiss.setFocus()

    def go_back(self) -> None:
        """Hide it; the keys go where they went before, if it had them."""
        now, before = QApplication.focusWidget(), self._before
        had_keys = now is not None and self.isAncestorOf(now)
        self._before = None
        self.hide()
        if had_keys and before and isValid(before):
            before.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
        else:
            super().keyPressEvent(event)
