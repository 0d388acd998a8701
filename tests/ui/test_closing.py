"""Closing the console: what was typed is saved first, and what can't be saved is never lost without a word."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from box_board import KIND, Crate, CrateSecret, CrateTie
from typing_keys import press


@pytest.fixture
def ends(console):
    heard = []
    console.ended.connect(lambda: heard.append(True))
    return heard


def said(console, *pending):
    words = console.desk.words
    return words("console.close_pending", what=words.list(pending))


def close_button(console):
    name = console.desk.words("console.close_and_lose")
    return next(each for each in console.banner.findChildren(QPushButton) if each.accessibleName() == name)


def editor(console, key):
    return next(each for each in console.inspector.editors if each.key == key)


def test_it_closes_when_all_is_saved(console, ends):
    assert console.close()
    assert ends == [True]
    assert console.close()
    assert ends == [True]


def test_a_name_that_is_being_typed_is_saved(desk, console, ends):
    console.panel.canvas.begin_rename("b1")
    console.panel.canvas.editor.setText("Mayor")
    assert console.close()
    assert desk.document.get(Crate, "b1").name == "Mayor"
    assert ends == [True]


def test_a_refused_name_keeps_the_window_open(desk, console, ends):
    console.panel.canvas.begin_rename("b1")
    console.panel.canvas.editor.setText("\u202e")
    assert not console.close()
    assert console.isVisible()
    assert console.banner.text == said(console, "a name on the canvas")
    assert console.panel.canvas.editor.text() == "\u202e"
    assert ends == []


def test_a_detail_that_cannot_be_saved_keeps_the_window_open(desk, console, ledger, ends):
    console.panel.canvas.pick(["b1"])
    editor(console, "note").widget.setPlainText("Call Dana")
    ledger.full = True
    assert not console.close()
    assert console.banner.text == said(console, "details of B1  Clerk", "1 edit")
    assert ends == []
    ledger.full = False
    assert console.close()
    assert desk.document.get(CrateSecret, "b1").note == "Call Dana"
    assert ends == [True]


def test_a_refused_detail_of_an_item_that_is_not_shown_keeps_the_window_open(console, ends):
    console.panel.canvas.pick(["b1"])
    editor(console, "name").widget.setText("  ")
    console.panel.canvas.pick(["b2"])
    assert not console.close()
    assert console.banner.text == said(console, "details of B1  Clerk")
    assert ends == []


@pytest.mark.parametrize("typed", ["\n", "  \n ", " "])
def test_blanks_that_nobody_sees_are_no_details_that_wait(console, ends, typed):
    console.panel.canvas.pick(["b1"])
    editor(console, "note").widget.setPlainText(typed)
    line = editor(console, "name").widget
    line.setText(f"  {line.text()} ")
    console.panel.canvas.pick(["b2"])
    assert console.inspector.drafts == {}
    assert console.close()
    assert ends == [True]


def test_enter_on_the_banner_goes_to_the_details_that_wait(console, ends):
    console.panel.canvas.pick(["b1"])
    editor(console, "name").widget.setText("  ")
    console.work.open("two")
    assert not console.close()
    press(Qt.Key.Key_Return)
    assert console.work.board_id == "one"
    assert console.work.picked == ("b1",)
    assert editor(console, "name").widget.hasFocus()
    assert editor(console, "name").widget.text() == "  "


def test_text_in_the_capture_line_keeps_the_window_open(desk, console, ends):
    QTest.keyClicks(console.panel.capture.line, "Library")
    assert not console.close()
    assert console.banner.text == said(console, "the text in the capture line")
    console.panel.capture.line.entered.emit(0)
    assert console.banner.text == ""
    assert console.close()
    assert KIND.items(desk.view("one"))[-1].name == "Library"


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_the_first_thing_that_a_key_does_is_to_go_back_to_what_was_typed(console, ends, key):
    QTest.keyClicks(console.panel.capture.line, "Library")
    assert not console.close()
    assert QApplication.focusWidget().accessibleName() == console.desk.words("console.go_back")
    press(key)
    assert console.banner.text == ""
    assert console.panel.capture.line.hasFocus()
    assert console.panel.capture.line.text() == "Library"
    assert ends == []


def test_where_nothing_is_to_be_lost_the_banner_leaves_the_keys_where_they_are(console):
    console.panel.capture.line.setFocus()
    console.banner.say("The disk is full.", can_retry=True)
    assert console.panel.capture.line.hasFocus()


def test_esc_goes_back_from_the_way_to_the_details_too(console):
    console.panel.canvas.pick(["b1"])
    editor(console, "name").widget.setText("  ")
    console.panel.canvas.pick(["b2"])
    console.panel.canvas.setFocus()
    assert not console.close()
    assert console.banner.go.hasFocus()
    press(Qt.Key.Key_Escape)
    assert console.banner.text == ""
    assert console.panel.canvas.hasFocus()


def test_a_pasted_list_keeps_the_window_open(console, ends):
    console.work.paste("Library\nSchool")
    assert not console.close()
    assert console.banner.text == said(console, "the pasted list")
    console.work.capturing.preview.reject()
    assert console.close()


def test_an_edit_that_waits_is_tried_once_more(desk, console, ledger, ends):
    ledger.full = True
    desk.ask(lambda document: KIND.rename(document, "b1", "Mayor"))
    console.banner.hide()
    assert not console.close()
    assert console.banner.text == said(console, "1 edit")
    assert console.banner._retry.isVisible()
    ledger.full = False
    assert console.close()
    assert desk.document.get(Crate, "b1").name == "Mayor"


def test_closing_all_the_same_asks_for_nothing_more(desk, console, ledger, ends, changes):
    console.panel.canvas.pick(["b1"])
    line = editor(console, "name").widget
    line.setFocus()
    line.setText("Mayor")
    QTest.keyClicks(console.panel.capture.line, "Library")
    ledger.full = True
    assert not console.close()
    ledger.full = False
    console.ended.connect(console.panel.canvas.setFocus)  # the field loses the focus once the file is closed
    close_button(console).click()
    assert not console.isVisible()
    assert ends == [True]
    assert changes == []


def test_the_way_to_lose_it_is_offered_only_where_something_would_be_lost(console):
    console.say_unforeseen()
    assert not close_button(console).isVisible()


# --- while the window stays open ---


def test_trying_again_takes_the_captured_line_once(desk, console, ledger):
    line = console.panel.capture.line
    ledger.full = True
    QTest.keyClicks(line, "Library")
    for _ in range(3):
        line.entered.emit(0)
    assert line.text() == "Library"
    ledger.full = False
    console.banner._retry.click()
    assert line.text() == ""
    assert [item.name for item in KIND.items(desk.view("one"))].count("Library") == 1


def test_lines_captured_while_nothing_can_be_saved_are_all_kept(desk, console, ledger):
    line = console.panel.capture.line
    ledger.full = True
    for name in ("Library", "School", "Museum"):
        line.setText(name)
        line.entered.emit(0)
    line.setText("Half a thou")
    ledger.full = False
    console.banner._retry.click()
    assert [item.name for item in KIND.items(desk.view("one"))[-3:]] == ["Library", "School", "Museum"]
    assert line.text() == "Half a thou"
    assert console.banner.text == ""


def test_the_banner_stays_until_everything_is_saved(desk, console, ledger):
    ledger.full = True
    desk.ask(lambda document: KIND.rename(document, "b1", "Mayor"))
    ledger.full = False
    desk.ask(lambda document: KIND.nudge(document, ["b3"], "up"))
    assert console.banner.text == desk.words("refusals.disk_full")
    console.banner._retry.click()
    assert console.banner.text == ""


def test_a_list_that_was_cancelled_is_not_added_by_trying_again(desk, console, ledger):
    console.work.paste("Library\nSchool")
    ledger.full = True
    console.work.capturing.preview.add()
    console.work.capturing.preview.reject()
    ledger.full = False
    assert desk.retry() is None
    assert len(KIND.items(desk.view("one"))) == 3


def test_a_name_saved_later_closes_its_line(desk, console, ledger):
    ledger.full = True
    console.panel.canvas.begin_rename("b1")
    console.panel.canvas.editor.setText("Mayor")
    console.panel.canvas.editor.commit()
    assert console.panel.canvas.editor.text() == "Mayor"
    ledger.full = False
    desk.retry()
    assert console.panel.canvas.editor is None
    assert desk.document.get(Crate, "b1").name == "Mayor"


def test_a_refused_name_is_not_dropped_for_another_name_or_board(console):
    canvas = console.panel.canvas
    canvas.begin_rename("b1")
    canvas.editor.setText("\u202e")
    canvas.begin_rename("b2")
    assert (canvas.editor.item_id, canvas.editor.text()) == ("b1", "\u202e")
    console.boards.boardChosen.emit("two")
    assert console.work.board_id == "one"
    assert (canvas.editor.item_id, canvas.editor.text()) == ("b1", "\u202e")
    canvas.finish_rename()
    console.boards.boardChosen.emit("two")
    assert console.work.board_id == "two"


def test_an_unsaved_name_does_not_keep_one_from_another_board(desk, console, ledger):
    ledger.full = True
    console.panel.canvas.begin_rename("b1")
    console.panel.canvas.editor.setText("Mayor")
    console.work.open("two")
    assert console.work.board_id == "two"
    ledger.full = False
    desk.retry()
    assert desk.document.get(Crate, "b1").name == "Mayor"


def test_an_unsaved_link_is_saved_on_its_own_board(desk, console, ledger):
    ledger.full = True
    console.panel.canvas.linkRequested.emit("b1", "b2")
    console.work.open("two")
    ledger.full = False
    desk.retry()
    made = [tie for tie in desk.document.every(CrateTie) if tie.to_id == "b2"]
    assert [tie.board_id for tie in made] == ["one"]
