"""SayingDialog: what dialogs have in common that stay open and say in themselves why something could not be done."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from facilitator.ui.plain_label import PlainLabel

_BESIDE, _ABOVE = 40, 80  # pixels of the screen that are left to title bars and task bars


class SayingDialog(QDialog):
    """Opens in front of its window. What it says stands in `_problem`, which each dialog puts where it belongs.

    One that tells what was done, too, puts `_news` beside that.
    """

    def __init__(self, title: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._problem = PlainLabel("", "problem", wraps=True)
        self._news = PlainLabel("", "quiet", wraps=True)
        for each in (self._problem, self._news):
            each.hide()

    @property
    def problem(self) -> str:
        """Why what was asked for last could not be had, "" where nothing is in the way."""
        return self._problem.text()

    def say(self, problem: str) -> None:
        """Say why something could not be had, "" for nothing; what was typed or chosen stays."""
        for label, text in ((self._problem, problem), (self._news, "")):
            label.setText(text)
            label.setVisible(bool(text))

    def tell(self, told: str) -> None:
        """Tell what was done."""
        self.say("")
        self._news.setText(told)
        self._news.setVisible(bool(told))


def fit_to_screen(window: QWidget, width: int, height: int) -> None:
    """Give a window this size in pixels, or as much of it as the screen has room for."""
    room = QApplication.primaryScreen().availableSize()
    window.resize(min(width, room.width() - _BESIDE), min(height, room.height() - _ABOVE))
