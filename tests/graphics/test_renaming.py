"""Names are typed right over the items, and asked for; the line stays until the name was saved."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from canvas_hands import B1, LEFT, NONE, at, requests


def test_double_click_and_f2_rename_in_place(canvas, asked):
    QTest.mouseDClick(canvas.viewport(), LEFT, NONE, at(canvas, B1))
    assert canvas.editor.text() == "Clerk"
    QTest.keyClicks(canvas.editor, "City clerk")
    QTest.keyClick(canvas.editor, Qt.Key.Key_Return)
    assert requests(asked) == [("renameRequested", "b1", "City clerk")]
    assert canvas.editor.text() == "City clerk"  # until it was saved
    canvas.finish_rename()
    assert canvas.editor is None
    QTest.keyClick(canvas, Qt.Key.Key_F2)
    assert canvas.editor.item_id == "b1"


def test_esc_and_an_unchanged_name_rename_nothing(canvas, asked):
    canvas.begin_rename("b1")
    QTest.keyClick(canvas.editor, Qt.Key.Key_Return)
    assert canvas.editor is None
    canvas.begin_rename("b1")
    QTest.keyClicks(canvas.editor, "Other")
    QTest.keyClick(canvas.editor, Qt.Key.Key_Escape)
    assert canvas.editor is None
    assert requests(asked) == []


def test_a_name_being_typed_is_asked_for_before_another_is_begun(canvas, asked):
    canvas.begin_rename("b1")
    canvas.editor.setText("City clerk")
    canvas.begin_rename("b2")
    assert requests(asked) == [("renameRequested", "b1", "City clerk")]
    assert canvas.editor.item_id == "b1"  # until it was saved
    canvas.finish_rename()
    assert canvas.commit_rename()
    canvas.begin_rename("b2")
    assert canvas.editor.item_id == "b2"


def test_the_editor_is_a_plain_child_that_can_be_read(canvas):
    canvas.begin_rename("b1")
    assert canvas.editor.parent() is canvas.viewport()
    assert canvas.editor.completer() is None
    assert canvas.editor.font().pixelSize() >= 14
    assert canvas.viewport().rect().contains(canvas.editor.geometry())


def test_folded_items_can_be_reached_and_renamed(canvas, picture):
    canvas.show_board(picture, {"b1": "Clerk", "folded": "Library"}, {})
    canvas.pick(["b1"])
    assert canvas.focusNextPrevChild(True)
    assert canvas.picked == ("folded",)
    QTest.keyClick(canvas, Qt.Key.Key_F2)
    assert canvas.editor.text() == "Library"
    assert canvas.viewport().rect().contains(canvas.editor.geometry())
