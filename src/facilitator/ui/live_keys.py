"""The keys that work whatever has the focus, in every window, also while a dialog is open: all that hides something."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

LAYERS_OFF = ("F8",)
HOLD = ("F9",)
BLANK = ("F10",)


def add_live_keys(
    owner: QWidget, layers_off: Callable[[], object], hold: Callable[[], object], blank: Callable[[], object]
) -> None:
    """Let F8 take everything private off the stage, F9 hold and F10 blank, wherever in the app the key is pressed.

    `owner` is the stage window: the console's dialogs never stand in front of it, so its keys are never disabled.
    """
    for keys, act in ((LAYERS_OFF, layers_off), (HOLD, hold), (BLANK, blank)):
        for key in keys:
            shortcut = QShortcut(QKeySequence(key), owner)
            shortcut.setContext(Qt.ShortcutContext.ApplicationShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(act)
