"""Banner: what must not be overlooked, on the console only: an edit that was not saved, an error nobody foresaw."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout

from facilitator.content.words import Words
from facilitator.ui.buttons import button
from facilitator.ui.plain_label import PlainLabel


class Banner(QFrame):
    """One sentence with what can be done about it; hidden while there is nothing to say."""

    def __init__(
        self,
        words: Words,
        retry: Callable[[], object],
        close: Callable[[], object],
        go: Callable[[], object],
    ) -> None:
        super().__init__()
        self.setObjectName("banner")
        self._text = PlainLabel("", wraps=True)
        self._retry = button(words("console.retry"), retry)
        self._close = button(words("console.close_all_the_same"), close)
        self.go = button(words("console.go_to_pending"), go)
        self.go.setAutoDefault(True)  # so that Enter presses it
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 12, 8)
        layout.addWidget(self._text, 1)
        layout.addWidget(self.go)
        layout.addWidget(self._retry)
        layout.addWidget(self._close)
        layout.addWidget(button(words("console.dismiss"), self.hide))
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
        self.show()
        if can_go:
            self.go.setFocus()
