"""What a key says that is text rather than a command."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_COMMANDS = _CTRL | _ALT | Qt.KeyboardModifier.MetaModifier


def typed_text(event: QKeyEvent) -> str:
    """The letters that the key types, "" for a command, a space or nothing to see.

    Ctrl and Alt together are AltGr on Windows, which types # and @ on French keyboards.
    """
    held = event.modifiers() & _COMMANDS
    is_text = held in (Qt.KeyboardModifier.NoModifier, _CTRL | _ALT)
    text = event.text()
    return text if is_text and text.strip() and text.isprintable() else ""
