"""Where items are given, what can be typed stands in the capture line, all of it."""

import pytest

from facilitator.content.words import Words
from facilitator.ui.console.capture_bar import CaptureBar

MIDDLE = 644  # pixels of the middle column of a console that is 1280 wide


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_answers_of_a_1_to_1_can_be_read_in_a_small_window(qtbot, language):
    words = Words(language)
    bar = CaptureBar(words)
    qtbot.addWidget(bar)
    hint = words("assessment.capture_hint_own", code="C12")
    bar.show_groups((), hint=hint, answers=True)
    bar.resize(MIDDLE, 80)
    bar.show()
    assert bar.line.fontMetrics().horizontalAdvance(hint) < bar.line.width() - 8
    assert hint in bar.line.toolTip()


def test_the_keys_come_back_with_a_board_of_free_words(qtbot):
    words = Words("en")
    bar = CaptureBar(words)
    qtbot.addWidget(bar)
    bar.show()
    bar.show_groups((), hint="A code")
    bar.show_groups(())
    assert bar.line.toolTip() == ""
    assert bar.line.placeholderText() == words("console.capture_placeholder")
