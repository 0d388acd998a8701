"""The keys that work whatever has the focus: hold and blank, in every window, also while a dialog is open."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

HOLD = ("F9",)
BLANK = ("F10",)


def add_live_keys(owner: QWidget, hold: Callable[[], object], blank: Callable[[], object]) -> None:
    """Let F9 hold and F10 blank, wherever in the app the key is pressed. Letters are for what people say.

    `owner` is the stage window: the console's dialogs never stand in front of it, so its keys are never disabled.
    """
    for keys, act in ((HOLD, hold), (BLANK, blank)):
        for key in keys:
            shortcut = QShortcut(QKeySequence(key), owner)
            shortcut.setContext(Qt.ShortcutContext.ApplicationShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(act)
