"""UncopiedTable: a table whose words no key puts into the clipboard, where they could be pasted into the meeting."""

from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QTableWidget


class UncopiedTable(QTableWidget):
    """Any other table of Qt copies its current cell with Ctrl+C."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not event.matches(QKeySequence.StandardKey.Copy):
            super().keyPressEvent(event)
