"""The preview: one page after another, whole or as wide as there is room."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facilitator.content.words import Words
from facilitator.handouts.made import MadeHandout
from facilitator.ui.dialogs.handout_preview import HandoutPreview
from pages_made import PDF

MADE = MadeHandout("Town", "-en-letter", PDF, (1, 2, 3), 3)


@pytest.fixture
def preview(qtbot):
    made = HandoutPreview(Words("en"))
    qtbot.addWidget(made)
    made.resize(600, 500)
    made.show()
    made.show_pages(MADE)
    qtbot.waitUntil(lambda: made.sheet.accessibleDescription() != "")
    return made


def turned(qtbot, preview, act):
    act()
    qtbot.waitUntil(lambda: preview.sheet.accessibleDescription() != "")
    return preview.said


def test_keys_turn_the_pages_and_stop_at_the_ends(qtbot, preview):
    def press(key):
        return turned(qtbot, preview, lambda: QTest.keyClick(preview.sheet, key))

    assert press(Qt.Key.Key_PageUp) == "Page 1 of 3"
    assert press(Qt.Key.Key_PageDown) == "Page 2 of 3"
    assert "Second" in preview.sheet.accessibleDescription()
    assert press(Qt.Key.Key_End) == "Page 3 of 3"
    assert press(Qt.Key.Key_PageDown) == "Page 3 of 3"
    assert press(Qt.Key.Key_Home) == "Page 1 of 3"
    assert preview.sheet.accessibleName() == "Preview: Page 1 of 3"


def test_buttons_and_the_wheel_turn_the_pages(qtbot, preview):
    assert [each.isEnabled() for each in (preview.before, preview.after)] == [False, True]
    assert turned(qtbot, preview, preview.after.click) == "Page 2 of 3"
    spot = QPointF(preview.sheet.viewport().rect().center())
    its = (QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier)
    event = QWheelEvent(spot, spot, *its, Qt.ScrollPhase.NoScrollPhase, False)
    assert turned(qtbot, preview, lambda: QApplication.sendEvent(preview.sheet.viewport(), event)) == "Page 3 of 3"
    assert [each.isEnabled() for each in (preview.before, preview.after)] == [True, False]


def test_a_page_is_seen_whole_or_as_wide_as_there_is_room(qtbot, preview):
    whole = preview.image.deviceIndependentSize()
    assert whole.height() <= preview.sheet.height()
    preview.wide.setChecked(True)
    qtbot.waitUntil(lambda: preview.image.deviceIndependentSize().width() > whole.width() + 100)
    assert preview.image.deviceIndependentSize().width() <= preview.sheet.viewport().width()
    assert preview.sheet.verticalScrollBar().maximum() > 0
    assert preview.sheet.horizontalScrollBar().maximum() == 0
    shape = preview.image.deviceIndependentSize()
    assert shape.height() / shape.width() == pytest.approx(792 / 612, abs=0.01)


def test_the_page_is_white_paper_with_ink(preview):
    image = preview.image.toImage()
    assert image.pixelColor(3, 3) == QColor("white")
    ink = sum(image.pixelColor(x, y).lightness() < 120 for x in range(0, 350) for y in range(20, 60))
    assert ink > 20


def test_a_larger_window_shows_a_larger_page(qtbot, preview):
    small = preview.image.height()
    preview.resize(900, 900)
    qtbot.waitUntil(lambda: preview.image.height() > small + 100)


def test_the_page_that_was_looked_at_stays_with_other_choices(qtbot, preview):
    turned(qtbot, preview, lambda: preview.turn(2))
    preview.show_pages(MadeHandout("Town", "", PDF, (4, 5, 7), 9))
    assert preview.said == "Page 7 of 9"
    preview.show_pages(None)
    assert (preview.said, preview.image.isNull()) == ("", True)
    assert not preview.before.isEnabled()


def test_a_page_that_cannot_be_drawn_is_told(qtbot):
    preview = HandoutPreview(Words("en"))
    qtbot.addWidget(preview)
    preview.show()
    with qtbot.waitSignal(preview.failed):
        preview.show_pages(MadeHandout("Town", "", b"%PDF-1.7 and no more", (1,), 1))
    assert (preview.said, preview.image.isNull()) == ("", True)
