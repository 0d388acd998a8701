"""A pasted list is looked at first, mended if need be, and added as one step."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from box_board import KIND, Crate
from facilitator.ui.dialogs.paste_preview import PastePreview
from facilitator.ui.pasted import pasted_lines

LIST = "- Health unit\n• School board #right\n\n1. Clerk > Health unit\n2) Library ~9\n"


@pytest.fixture
def preview(console):
    console.work.paste(LIST)
    yield console.work.capturing.preview
    console.work.capturing.preview.close()


def column(preview, number):
    return [preview.table.item(row, number).text() for row in range(preview.table.rowCount())]


def test_bullets_numbers_and_blank_lines_are_left_out():
    assert pasted_lines(LIST) == ["Health unit", "School board #right", "Clerk > Health unit", "Library ~9"]
    assert pasted_lines("3 Sisters Café\n-1 of them\n2027 budget") == ["3 Sisters Café", "-1 of them", "2027 budget"]


def test_every_line_says_what_it_will_do_or_why_it_cannot(desk, preview):
    assert preview.heading == "Add 4 items?"
    does = column(preview, 1)
    assert does[:2] == ["✓ B4 in Left side", "✓ B5 in Right side"]
    assert does[2].startswith("✓")  # it links what a line before it adds
    assert does[3] == "✗ " + desk.words("refusals.capture_scale", column=9, mark="~", low=-2, high=2)


@pytest.mark.parametrize(
    ("pasted", "told"),
    [
        ("Mayor\nMarie Roy marie.roy@town.ca", True),
        ("Mayor\nMarie <marie@town.ca>", True),
        ("Mayor @2\nM@yor #right", False),
    ],
)
def test_mail_addresses_are_told_and_nothing_is_taken_away(qtbot, desk, console, pasted, told):
    console.work.paste(pasted)
    preview = console.work.capturing.preview
    said = desk.words("console.paste_addresses")
    label = next(each for each in preview.findChildren(QLabel) if each.text() == said)
    assert label.isVisible() == told
    assert preview.lines() == pasted.splitlines()
    preview.table.item(1, 0).setText("Marie")
    qtbot.waitUntil(lambda: not label.isVisible())
    preview.close()


def test_adding_is_one_step_and_what_cannot_be_added_stays(desk, preview, changes):
    preview.add()
    assert [change.label for change in changes] == ["capture_list"]
    assert {"Health unit", "School board"} <= {crate.name for crate in desk.document.every(Crate)}
    assert preview.lines() == ["Library ~9"]
    assert preview.isVisible()
    assert not preview.add_button.isEnabled()
    desk.undo()
    assert len(KIND.items(desk.view("one"))) == 3


def test_a_preview_goes_when_the_next_one_comes(console, preview):
    preview.close()
    console.work.paste(LIST)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert console.findChildren(PastePreview) == [console.work.capturing.preview]


def test_mending_a_line_is_judged_at_once_and_completes_the_list(desk, preview):
    preview.add()
    preview.table.item(0, 0).setText("Library")
    QApplication.processEvents()
    assert column(preview, 1) == ["✓ B6 in Left side"]
    preview.add()
    assert not preview.isVisible()
    assert KIND.items(desk.view("one"))[-1].name == "Library"


def test_emptied_lines_are_left_out(preview, changes):
    for row in (1, 2, 3):
        preview.table.item(row, 0).setText("")
    QApplication.processEvents()
    assert preview.heading == "Add 1 item?"
    preview.add()
    assert len(changes) == 1
    assert not preview.isVisible()


def test_nothing_is_added_when_it_cannot_be_saved(desk, preview, ledger, changes):
    ledger.full = True
    preview.add()
    assert changes == []
    assert preview.isVisible()
    assert len(preview.lines()) == 4


def test_lines_go_to_the_group_of_the_capture_bar(desk, console):
    console.panel.capture.step(1)
    console.work.paste("Health unit\nLibrary")
    console.work.capturing.preview.add()
    assert [item.group for item in KIND.items(desk.view("one"))[-2:]] == ["right", "right"]


def test_markup_in_lines_is_literal(console):
    console.work.paste("<b>Library</b>\n<img src=x>")
    assert console.work.capturing.preview.lines() == ["<b>Library</b>", "<img src=x>"]
    console.work.capturing.preview.close()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
@pytest.mark.parametrize("place", ["table", "add_button"])
def test_enter_adds_wherever_the_focus_is(preview, changes, key, place):
    getattr(preview, place).setFocus()
    QTest.keyClick(QApplication.focusWidget(), key)
    assert [change.label for change in changes] == ["capture_list"]
    assert preview.lines() == ["Library ~9"]
    QTest.keyClick(QApplication.focusWidget(), key)  # nothing left to add: what waits is neither added nor lost
    assert preview.isVisible()
    assert len(changes) == 1


def test_enter_on_cancel_cancels(preview, changes):
    preview.cancel.setFocus()
    QTest.keyClick(preview.cancel, Qt.Key.Key_Return)
    assert changes == []
    assert not preview.isVisible()


def test_enter_in_an_open_line_ends_the_mending_and_adds_nothing(preview, changes):
    preview.table.setFocus()
    preview.table.setCurrentCell(3, 0)
    QTest.keyClick(preview.table, Qt.Key.Key_F2)
    line = preview.table.findChild(QLineEdit)
    line.setText("Library")
    QTest.keyClick(line, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert changes == []
    assert preview.isVisible()
    assert preview.lines()[3] == "Library"
    QTest.keyClick(preview.table, Qt.Key.Key_Return)
    assert len(changes) == 1
    assert not preview.isVisible()


def test_letters_and_space_on_a_row_do_not_replace_the_line(preview):
    preview.table.setFocus()
    preview.table.setCurrentCell(0, 0)
    QTest.keyClicks(preview.table, "x ")
    assert preview.table.findChild(QLineEdit) is None
    assert preview.lines()[0] == "Health unit"
