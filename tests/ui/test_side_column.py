"""The right side of the console: both halves on a high window, one at a time on a low one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest


def at_height(console, height):
    console.resize(1280, height)
    QTest.qWait(0)


@pytest.fixture
def low(console):
    at_height(console, 680)
    return console


def test_a_high_window_shows_lists_above_details(console):
    at_height(console, 900)
    assert console.outline.isVisible()
    assert console.inspector.isVisible()
    assert not console.lists.heads[4].isVisible()


def test_on_a_low_window_details_have_the_whole_column(low):
    low.panel.canvas.setFocus()
    low.work.pick(["b1"])
    QTest.qWait(0)
    assert low.inspector.isVisible()
    assert not low.outline.isVisible()
    assert low.inspector.height() > 480
    assert low.inspector.width() >= 300


def test_the_low_window_keeps_the_list_that_is_worked_in(low):
    low.lists.go_to_outline()
    low.outline.setFocus()
    low.work.pick(["b1"])
    assert low.outline.isVisible()


def test_what_is_captured_leaves_the_list_in_sight(low):
    low.panel.capture.line.setFocus()
    QTest.keyClicks(low.panel.capture.line, "Clerk")
    QTest.keyClick(low.panel.capture.line, Qt.Key.Key_Return)
    assert len(low.work.picked) == 1
    assert low.outline.isVisible()


def test_enter_in_the_outline_goes_to_the_details(low):
    low.lists.go_to_outline()
    low.work.pick(["b1"])
    low.work.begin_edit(("b1",))
    assert low.inspector.isVisible()
    assert low.inspector.editors[0].widget.hasFocus()


def test_heads_turn_between_lists_and_details(low):
    QTest.mouseClick(low.lists.heads[4], Qt.MouseButton.LeftButton)
    assert low.inspector.isVisible()
    assert not low.outline.isVisible()
    low.lists.go_to_findings()
    assert low.findings.isVisible()
    assert not low.inspector.isVisible()
    low.lists.go_to_outline()
    assert low.outline.isVisible()
    assert low.outline.hasFocus()


def test_a_window_made_higher_shows_both_again(low):
    low.side.show_details()
    at_height(low, 900)
    assert low.outline.isVisible()
    assert low.inspector.isVisible()
    assert low.lists.place == 0


def standing(lists):
    """The heads in sight, row by row: the first words that stand at each height, whole or not."""
    rows = {}
    for head in lists.heads:
        if head.isVisible():
            rows.setdefault(head.y(), []).append(head.text().split()[0])
    return list(rows.values())


def test_heads_that_find_no_room_stand_in_a_second_row_in_their_order(low):
    lists = low.lists
    low.side.setMaximumWidth(600)
    for width, rows in ((600, 1), (180, 2), (260, 1), (600, 1)):
        lists.setFixedWidth(width)
        QTest.qWait(0)
        texts = standing(lists)
        assert len(texts) == rows
        assert [text for row in texts for text in row] == ["All", "Gaps", "Chat", "Outcomes", "Details"]
        for head in lists.heads:
            assert head.width() >= head.sizeHint().width()


def test_the_console_fits_a_screen_of_1280_by_720(console):
    needed = console.minimumSizeHint()
    assert needed.width() <= 1280
    assert needed.height() <= 680


def test_a_list_with_high_rows_has_the_larger_share_until_another_one_is_turned_to(console):
    console.resize(1440, 900)
    QTest.qWait(0)
    lists, details = console.lists.height(), console.inspector.height()
    console.lists.go_to_chat()
    QTest.qWait(0)
    assert console.lists.height() > console.inspector.height()
    assert console.live.chat.list.height() >= 5 * 44
    console.lists.go_to_outline()
    QTest.qWait(0)
    assert (console.lists.height(), console.inspector.height()) == (lists, details)


def test_a_share_that_was_dragged_is_kept_for_lists_like_it(console):
    console.resize(1440, 900)
    console.lists.go_to_chat()
    QTest.qWait(0)
    console.side.setSizes([450, 350])
    console.side.splitterMoved.emit(450, 1)
    dragged = console.side.sizes()
    console.lists.go_to_findings()
    console.lists.go_to_outcomes()
    QTest.qWait(0)
    assert console.side.sizes() == dragged
