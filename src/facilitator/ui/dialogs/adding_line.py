"""AddLine: a line for one name at a time."""

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

from facilitator.ui.editors import LineField


class AddLine(LineField):
    """Tells of a text of several lines instead of taking it as one."""

    def __init__(self, several: Callable[[str], object]) -> None:
        super().__init__()
        self._several = several

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = QGuiApplication.clipboard().text() if event.matches(QKeySequence.StandardKey.Paste) else ""
        if "\n" in text.strip():
            self._several(text)
        else:
            super().keyPressEvent(event)
