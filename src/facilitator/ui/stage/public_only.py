"""PublicOnly: keeps private marks out of what is typed in the stage window, where everybody reads along."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QValidator

from facilitator.workshop.capture import without_private_marks


class PublicOnly(QValidator):
    """As a line's validator it takes a mark out with the key that completes it, before anything is painted or told.

    A line forgets with it how to bring the mark back by an undo. Unless it `takes_out`, all stays.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.takes_out = True
        self._took = False

    def took(self) -> bool:
        """Whether anything was taken out since this was asked last."""
        took, self._took = self._took, False
        return took

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """See `QValidator`."""
        public = without_private_marks(text) if self.takes_out else text
        if public != text:
            self._took = True
            position = min(len(without_private_marks(text[:position])), len(public))
        return QValidator.State.Acceptable, public, position
