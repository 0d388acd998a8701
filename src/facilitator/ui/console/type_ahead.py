"""TypeAhead: letters that no field takes go where what is heard is typed."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent

from facilitator.ui.typed_text import typed_text


class TypeAhead(QObject):
    """Hands them to `type_on`; as a filter of events it takes them from a list before that looks a row up."""

    def __init__(self, type_on: Callable[[str], object], parent: QObject) -> None:
        super().__init__(parent)
        self._type_on = type_on

    def press(self, event: QKeyEvent) -> bool:
        """Hand on what a key types; returns whether it types anything."""
        text = typed_text(event)
        if text:
            self._type_on(text)
        return bool(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Letters typed while a list has the focus are not for looking a row up: somebody has said something."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self.press(event):
            return True
        return super().eventFilter(watched, event)
