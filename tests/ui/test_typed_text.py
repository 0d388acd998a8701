"""Letters are told from commands, AltGr included."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from facilitator.ui.typed_text import typed_text

NONE, CTRL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.mark.parametrize(
    ("text", "held", "typed"),
    [
        ("é", NONE, "é"),
        ("E", Qt.KeyboardModifier.ShiftModifier, "E"),
        ("#", CTRL | ALT, "#"),
        ("s", CTRL, ""),
        ("s", ALT, ""),
        (" ", NONE, ""),
        ("\r", NONE, ""),
        ("", NONE, ""),
    ],
)
def test_what_a_key_types(text, held, typed):
    assert typed_text(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, held, text)) == typed
