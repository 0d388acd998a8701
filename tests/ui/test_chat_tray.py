"""The chat in the console: pasted, previewed, sent by keys, left out, never seen on the stage."""

import secrets as random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from box_board import Crate, records
from facilitator.domain.chat import ChatLine
from facilitator.graphics.render import rendered
from facilitator.ui.console.chat_rows import FATE, WHO
from facilitator.ui.stage.stage_window import SIZES, StageWindow
from privacy_probe import said_by

CHAT = """10:02:11 From Camille Roux to Everyone:
\tPompiers
10:02:40 From Idris Benali to Everyone:
\tEcole > du Port
10:03:05 From Idris Benali to Everyone:
\tReacted to "Pompiers" with 👍
10:03:40 From Nora Lind to Camille Roux(Direct Message):
\tprivate budget
10:04:10 From Ana to Everyone:
\tpompiers !
"""
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def tray(console):
    return console.live.chat


def paste(console, text=CHAT, *, keys=CONTROL | SHIFT):
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(console.focusWidget() or console, Qt.Key.Key_V, keys)
    return console.live.chatting.preview


def put(console, text=CHAT):
    preview = paste(console, text)
    QTest.keyClick(preview, Qt.Key.Key_Return)
    back(console)


def back(console):
    """The console is the active window again, as a desktop makes it once a dialog is closed."""
    console.activateWindow()
    QApplication.processEvents()


def press(tray, key):
    QTest.keyClick(tray.list, key)
    QApplication.processEvents()


def rows(tray):
    items = [tray.list.item(row) for row in range(tray.list.count())]
    return [(item.text(), item.data(WHO), item.data(FATE)) for item in items]


def names(desk):
    return [(crate.name, crate.column) for crate in desk.document.every(Crate)][3:]


def lines(desk):
    return list(desk.document.every(ChatLine))


@pytest.mark.parametrize("keys", [CONTROL, CONTROL | SHIFT])
def test_a_chat_opens_its_preview_by_either_key(console, keys):
    for focused in (console.panel.capture.line, console.outline, console.live.chat.list):
        focused.setFocus()
        preview = paste(console, keys=keys)
        assert preview.isVisible()
        assert preview.heading == "Put 3 lines into the tray?"
        assert preview.counts == "Read as: Zoom · 3 new · 1 direct message skipped · 1 reaction skipped"
        assert not preview.shape.isVisible()
        preview.reject()
    assert lines(console.desk) == []


def test_its_lines_stand_in_the_tray_with_what_says_the_same_together(console, tray, desk):
    put(console)
    assert rows(tray) == [
        ("Pompiers", "Camille Roux 10:02:11, Ana 10:04:10", "2 times"),
        ("Ecole > du Port", "Idris Benali 10:02:40", ""),
    ]
    assert console.lists.heads[2].text().strip() == "Chat 2"
    assert tray.list.hasFocus()
    said = tray.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Pompiers — Camille Roux 10:02:11, Ana 10:04:10, 2 times"
    assert {line.session_id for line in lines(desk)} == {"session_1"}
    desk.undo()
    QApplication.processEvents()
    assert rows(tray) == []


def test_enter_sends_to_the_group_that_is_chosen_and_the_keys_of_groups_to_others(console, tray, desk):
    put(console)
    console.panel.capture.begin("right")
    assert tray.send.text().strip() == "Send to Right side  Enter"
    press(tray, Qt.Key.Key_Return)
    assert names(desk) == [("Pompiers", "right")]
    assert console.panel.capture.message == "✓ B4 added · Ctrl+Z undoes it"
    assert [bool(line.taken_as) for line in lines(desk)] == [True, False, True]
    tray.list.setFocus()
    QTest.keyClick(tray.list, Qt.Key.Key_1, CONTROL | SHIFT)
    QApplication.processEvents()
    assert names(desk) == [("Pompiers", "right"), ("Ecole > du Port", "left")]
    assert rows(tray) == []
    desk.undo()
    QApplication.processEvents()
    assert [row[0] for row in rows(tray)] == ["Ecole > du Port"]
    QTest.keyClick(tray.list, Qt.Key.Key_9, CONTROL | SHIFT)
    assert console.panel.capture.message == "This board has no group 9."
    assert len(names(desk)) == 1


SIX = "".join(f"10:0{n}:00 From Ana to Everyone:\n\tLine {n}\n" for n in range(1, 7))


def test_all_lines_that_are_picked_go_at_once_to_one_group(console, tray, desk):
    put(console, SIX)
    QTest.keyClick(tray.list, Qt.Key.Key_A, CONTROL)
    assert tray.send.text().strip() == "Send 6 lines to Left side  Enter"
    press(tray, Qt.Key.Key_Return)
    assert names(desk) == [(f"Line {n}", "left") for n in range(1, 7)]
    assert rows(tray) == []


def test_picked_lines_go_by_the_key_of_a_group_and_the_others_stay(console, tray, desk):
    put(console, SIX)
    QTest.keyClick(tray.list, Qt.Key.Key_Down, SHIFT)
    QTest.keyClick(tray.list, Qt.Key.Key_2, CONTROL | SHIFT)
    QApplication.processEvents()
    assert names(desk) == [("Line 1", "right"), ("Line 2", "right")]
    assert [row[0] for row in rows(tray)] == ["Line 3", "Line 4", "Line 5", "Line 6"]
    QTest.keyClick(tray.list, Qt.Key.Key_Down, SHIFT)
    press(tray, Qt.Key.Key_Delete)
    assert [row[0] for row in rows(tray)] == ["Line 5", "Line 6"]


def test_sending_several_stops_at_the_one_that_is_refused(console, tray, desk):
    put(console, SIX.replace("Line 2", "x" * 300))
    QTest.keyClick(tray.list, Qt.Key.Key_A, CONTROL)
    press(tray, Qt.Key.Key_Return)
    assert names(desk) == [("Line 1", "left")]
    assert tray.editing
    assert tray.editor.text() == "x" * 300


def test_words_can_be_changed_before_they_are_sent(console, tray, desk):
    put(console)
    press(tray, Qt.Key.Key_F2)
    assert tray.editor.hasFocus()
    tray.editor.setText("Fire service")
    QTest.keyClick(tray.editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert names(desk) == [("Fire service", "left")]
    assert not tray.editor.isVisible()
    press(tray, Qt.Key.Key_F2)
    tray.editor.setText("never mind")
    QTest.keyClick(tray.editor, Qt.Key.Key_Escape)
    assert not tray.editor.isVisible()
    assert tray.list.hasFocus()
    assert [line.text for line in lines(desk)] == ["Pompiers", "Ecole > du Port", "pompiers !"]
    assert len(names(desk)) == 1


def test_what_is_refused_opens_to_be_mended(console, tray, desk):
    put(console, "10:02:11 From A to Everyone:\n\t" + "x" * 300 + "\n10:03:00 From B : y\n")
    press(tray, Qt.Key.Key_Return)
    assert names(desk) == []
    assert "300" in console.panel.capture.message
    assert tray.editing


def test_a_line_is_left_out_and_brought_back(console, tray, desk):
    put(console)
    press(tray, Qt.Key.Key_Delete)
    assert [row[0] for row in rows(tray)] == ["Ecole > du Port"]
    assert [line.left_out for line in lines(desk)] == [True, False, True]
    tray.show_all.click()
    assert rows(tray)[0] == ("Pompiers", "Camille Roux 10:02:11, Ana 10:04:10", "left out")
    tray.list.setCurrentRow(0)
    press(tray, Qt.Key.Key_Delete)
    assert not any(line.left_out for line in lines(desk))


def test_what_is_taken_says_its_code_and_can_be_seen(console, tray):
    put(console)
    press(tray, Qt.Key.Key_Return)
    tray.show_all.click()
    assert rows(tray)[0][2] == "2 times, B4 on the board"
    put(console, CHAT + "10:09:00 From Bo to Everyone:\n\tPOMPIERS\n")
    assert ("POMPIERS", "Bo 10:09:00", "B4 on the board") in rows(tray)


def test_a_longer_chat_adds_only_what_is_new(console, tray, desk):
    put(console)
    preview = paste(console, CHAT + "10:09:00 From Bo to Everyone:\n\tMédias\n")
    assert preview.counts.startswith("Read as: Zoom · 1 new · 3 here already")
    QTest.keyClick(preview, Qt.Key.Key_Return)
    back(console)
    assert len(lines(desk)) == 4
    preview = paste(console)
    assert preview.heading == "There is nothing new in this chat."
    assert not preview.put_button.isEnabled()
    preview.reject()


def test_what_is_said_again_comes_in_again(console, tray, desk):
    said = "[10:02] Ana\nyes\n[10:02] Ana\nyes\n"
    put(console, said)
    put(console, said + "[10:02] Ana\nyes\n")
    assert [line.text for line in lines(desk)] == ["yes"] * 3
    assert rows(tray) == [("yes", "Ana 10:02", "3 times")]


def test_words_that_are_being_changed_survive_what_comes_in_meanwhile(console, tray, desk):
    put(console)
    press(tray, Qt.Key.Key_F2)
    tray.editor.setText("Fire service")
    console.live.chatting.open(CHAT + "10:09:00 From Bo to Everyone:\n\tPOMPIERS\n")
    console.live.chatting.preview.put()
    QApplication.processEvents()
    assert (tray.editor.isVisible(), tray.editor.text()) == (True, "Fire service")
    QTest.keyClick(tray.editor, Qt.Key.Key_Return)
    assert [bool(line.taken_as) for line in lines(desk)] == [True, False, True, True]


def test_letters_and_digits_in_the_tray_are_for_the_capture_bar(console, tray, desk):
    put(console)
    QTest.keyClicks(tray.list, "2")
    QTest.keyClicks(console.focusWidget(), "nd ferry operator")
    assert console.panel.capture.line.text() == "2nd ferry operator"
    assert names(desk) == []
    QTest.keyClick(console.panel.capture.line, Qt.Key.Key_2, CONTROL | SHIFT)
    assert (console.panel.capture.group, names(desk)) == ("right", [])
    QTest.keyClick(console, Qt.Key.Key_F7)
    assert tray.list.hasFocus()


def test_a_saved_chat_is_opened_like_a_pasted_one(console, tmp_path):
    saved, table = tmp_path / "meeting_saved_chat.txt", tmp_path / "people.csv"
    saved.write_text(CHAT, "utf-16")
    table.write_text("Name,Role\nAna,Clerk\n", "utf-8")
    assert console.live.chatting.open_file([saved])
    assert console.live.chatting.preview.heading == "Put 3 lines into the tray?"
    console.live.chatting.preview.reject()
    assert not console.live.chatting.open_file([table])
    assert not console.live.chatting.open_file([saved, table])
    assert not console.live.chatting.open_file([tmp_path / "nothing.txt"])
    assert not console.live.chatting.preview.isVisible()


def test_an_unknown_shape_is_looked_at_first(console, desk):
    preview = paste(console, "Mairie: rue du Port\nPompiers\nÉcole\n")
    assert preview.shape.isVisible()
    assert preview.shape.currentText() == "one message a line"
    preview.shape.setCurrentIndex(preview.shape.findData("named"))
    preview.shape.activated.emit(preview.shape.currentIndex())
    cells = [preview.table.item(0, column).text() for column in range(3)]
    assert cells == ["", "Mairie", "rue du Port"]
    preview.put()
    said = [(line.author, line.text) for line in lines(desk)]
    assert said == [("Mairie", "rue du Port"), ("Mairie", "Pompiers"), ("Mairie", "École")]


def test_a_list_in_one_message_comes_in_as_lines_that_are_known_again(console, tray, desk):
    listed = "10:02:11 From Ana to Everyone:\n\t- Harbour master\n\t- Ferry company\n\n\t3. Ferry company\n"
    prose = (
        "10:03:00 From Bo to Everyone:\n\tI have one worry" + " about the winter timetable" * 3 + ".\n\tThat is all.\n"
    )
    put(console, listed + prose)
    assert [(line.said_at, line.author, line.text) for line in lines(desk)][:3] == [
        ("10:02:11", "Ana", "Harbour master"),
        ("10:02:11", "Ana", "Ferry company"),
        ("10:02:11", "Ana", "Ferry company"),
    ]
    assert len(rows(tray)) == 3
    preview = paste(console, listed + prose)
    assert preview.heading == "There is nothing new in this chat."
    assert "4 here already" in preview.counts
    preview.reject()


def test_a_list_of_lines_is_no_chat(console):
    QGuiApplication.clipboard().setText("Mairie: rue\nPompiers: ville\n")
    console.paste()
    assert console.live.chatting.preview is None
    assert console.work.capturing.preview.isVisible()
    console.work.capturing.preview.reject()


def test_nothing_to_read_is_said(console):
    preview = paste(console, "  ")
    assert preview.heading == "This chat can’t be read."
    assert preview.problem
    preview.reject()


def test_a_long_chat_is_read_aside_and_can_be_broken_off(console, qtbot, desk):
    long = CHAT + "".join(f"10:{n % 60:02}:00 From A to Everyone:\n\tline {n}\n" for n in range(9_000))
    preview = paste(console, long)
    assert preview.is_busy
    assert preview.heading == "Reading the chat…"
    assert console.work.settle() == ["a pasted chat"]
    QTest.keyClick(preview, Qt.Key.Key_Escape)
    back(console)
    assert not preview.isVisible()
    assert console.work.settle() == []
    preview = paste(console, long)
    qtbot.waitUntil(lambda: not preview.is_busy, timeout=20_000)
    assert "8,003 more lines" in preview.counts or "8003 more lines" in preview.counts
    preview.put()
    assert len(lines(desk)) == 1_000


def test_a_text_far_too_long_for_a_list_is_read_aside_too(console, qtbot):
    preview = paste(console, "a line of text\n" * 15_000, keys=CONTROL)
    assert preview.is_busy
    qtbot.waitUntil(lambda: not preview.is_busy, timeout=20_000)
    assert preview.shape.currentData() == "plain"
    preview.reject()


def test_a_full_disk_keeps_the_preview(console, ledger, desk):
    preview = paste(console)
    ledger.full = True
    preview.put()
    assert preview.isVisible()
    assert preview.problem
    ledger.full = False
    preview.put()
    assert len(lines(desk)) == 3


def test_authors_go_out_of_sight_with_what_is_private(console, tray):
    put(console)
    console.panel.private.click()
    QApplication.processEvents()
    assert [row[1] for row in rows(tray)] == ["", ""]
    assert paste(console).table.isColumnHidden(1)
    console.live.chatting.preview.reject()


def test_no_author_and_no_private_message_reaches_the_stage(make_console, make_desk, caplog):
    """With these lines in the tray, sent and left out, the stage is that of an engagement without any chat."""
    desk = make_desk(*records())
    author, private, out = (f"Zq{random.token_hex(6)}" for _ in range(3))
    stage = StageWindow(desk.stage_picture(), SIZES[2], lambda window: SIZES[2])
    desk.signals.feedChanged.connect(lambda: stage.show_picture(desk.stage_picture()))
    stage.show()
    console = make_console(desk)
    console.looking.to_stage()
    put(
        console,
        f"10:00:00 From {author} to Everyone:\n\tMedia\n10:01:00 From {author} to Bo(Direct Message):\n\t{private}\n"
        f"10:02:00 From {author} to Everyone:\n\t{out}\n",
    )
    press(console.live.chat, Qt.Key.Key_Return)
    press(console.live.chat, Qt.Key.Key_Delete)
    assert author in said_by(console) + repr(console.live.chat._all)
    said = said_by(stage) + repr(stage.picture)
    assert "Media" in said
    assert not any(token in said for token in (author, private, out))
    assert private not in repr(list(desk.document.records()))
    clean = make_desk(*(record for record in desk.document.records() if not isinstance(record, ChatLine)))
    assert stage.surface.image == rendered(clean.picture(clean.view("one")), SIZES[2])
    assert console.windowTitle() == "Facilitator – Console"
    assert not any(token in caplog.text for token in (author, private, out))
    stage.end()
    stage.deleteLater()
