"""The sheet of keys fits every window: a low one scrolls, by keys too."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from facilitator.content.words import Words
from facilitator.ui.dialogs.help_sheet import HelpSheet


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_low_window_has_all_of_the_sheet_by_scrolling(qtbot, language):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1280, 680)
    sheet = HelpSheet(Words(language), window)
    sheet.show()
    assert sheet.height() <= 640
    bar = sheet.area.verticalScrollBar()
    assert bar.maximum() > 0
    QTest.keyClick(sheet.area, Qt.Key.Key_Down)
    assert bar.value() > 0


def test_a_large_window_shows_all_of_it_at_once(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1920, 1080)
    sheet = HelpSheet(Words("fr"), window)
    sheet.show()
    assert sheet.area.verticalScrollBar().maximum() == 0
