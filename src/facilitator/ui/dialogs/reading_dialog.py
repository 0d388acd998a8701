"""ReadingDialog: what dialogs have in common that look at something long before anything is done with it."""

from PySide6.QtWidgets import QProgressBar, QWidget

from facilitator.content.words import Words
from facilitator.domain.refusal import Refusal
from facilitator.ui.dialogs.latest import Latest
from facilitator.ui.dialogs.saying_dialog import SayingDialog
from facilitator.ui.errors import raise_again, sentence


class ReadingDialog(SayingDialog):
    """Reads by `_latest`, with a `_progress` that says `reading`; closing it drops what is still being read."""

    def __init__(self, title: str, reading: str, words: Words, parent: QWidget) -> None:
        super().__init__(title, parent)
        self._words = words
        self._latest = Latest(self)
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setAccessibleName(reading)

    @property
    def is_busy(self) -> bool:
        """Whether something is being read."""
        return self._latest.is_busy

    def done(self, result: int) -> None:
        self._latest.drop()
        super().done(result)

    def _say_unread(self, error: Exception) -> None:
        """Say why it can't be read; what is no refusal closes the dialog and is told as something unforeseen."""
        if isinstance(error, Refusal):
            self.say(sentence(error, self._words))
        else:
            self.reject()
            raise_again(error)
