"""The child of a kill trial that edits in the console's window, by keys."""

import os
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest

from facilitator.app import App
from facilitator.content.words import Words
from facilitator.ui.application import application
from facilitator.ui.capture_line import CaptureLine
from facilitator.ui.preferences import Preferences


def edit_in_window(path: Path, acknowledgements: int, names: list[str]) -> None:
    """Type names into the capture bar; a line goes to `acknowledgements` once the window may say "Saved"."""
    app = application("en")
    facilitator = App(Words("en"), "light", "1280x720", Preferences(QSettings()))
    facilitator.open(path)
    assert facilitator.workshop
    facilitator.workshop.desk.journal.subscribe(lambda _change: os.write(acknowledgements, b"saved\n") and None)
    line = facilitator.workshop.console.findChild(CaptureLine)
    for name in names:
        line.setText(name)
        QTest.keyClick(line, Qt.Key.Key_Return)
        app.processEvents()
