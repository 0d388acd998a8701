"""Polls by keys: written, put on the stage, answered from the chat, counted, revealed, changed, taken away."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QListWidget, QPushButton, QTableWidget

from box_board import records
from facilitator.domain.change import Change, adding
from facilitator.domain.chat import ChatLine
from facilitator.domain.poll import Poll
from facilitator.domain.screens import ScreenWanted
from facilitator.ui.dialogs.poll_form import PollForm
from facilitator.ui.dialogs.votes_dialog import VotesDialog
from facilitator.workshop import polls
from typing_keys import press, type_text, wait_for

Key, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SESSION = "session_1"


@pytest.fixture
def desk(make_desk):
    made = make_desk(*records())
    made.show_on_stage("one")
    return made


@pytest.fixture
def console(make_console, desk):
    return make_console(desk)


@pytest.fixture
def asked(desk):
    """The desk with a poll of three options."""
    desk.ask(lambda document: polls.new_poll(document, SESSION, "Which first?", ["The web", "The board", "Neither"]))
    return desk


@pytest.fixture
def dialog(asked, console, qtbot):
    QTest.keyClick(console, Key.Key_J, CTRL)
    made = console.live.polls.dialog
    wait_for(made, qtbot)
    return made


def chat(*lines):
    """These lines in the clipboard, as Zoom writes them: "Dana: 2"."""
    copied = [f"10:0{n}:00 From  {line.replace(': ', ' : ', 1)}" for n, line in enumerate(lines)]
    QGuiApplication.clipboard().setText("\n".join(copied))


def first(desk):
    return polls.polls_of(desk.document, SESSION)[0]


def counts(desk, poll=None):
    poll = poll or first(desk)
    totals = polls.totals(desk.document, poll.id)
    return [totals[each.id] for each in polls.options_of(desk.document, poll.id)]


def table(shown):
    return [
        [shown.item(row, column).text() for column in range(shown.columnCount())] for row in range(shown.rowCount())
    ]


def child(dialog, kind, qtbot):
    found = dialog.findChild(kind)
    wait_for(found, qtbot)
    return found


def test_a_poll_is_written_with_keys_alone_and_stands_on_the_stage(console, desk, qtbot):
    QTest.keyClick(console, Key.Key_J, CTRL)
    wait_for(console.live.polls.dialog, qtbot)
    press(Key.Key_N, CTRL)
    child(console.live.polls.dialog, PollForm, qtbot)
    type_text("Which first?\nThe web\nThe board\n\n\n")
    poll = first(desk)
    assert poll.question == "Which first?"
    assert [each.text for each in polls.options_of(desk.document, poll.id)] == ["The web", "The board"]
    assert desk.feed.screen == ScreenWanted("poll", poll.id)
    assert console.live.polls.dialog.poll_id == poll.id


def test_what_can_not_be_asked_is_said_in_the_form_and_nothing_typed_is_lost(console, desk, qtbot):
    dialog = console.live.polls.open()
    wait_for(dialog, qtbot)
    press(Key.Key_N, CTRL)
    form = child(dialog, PollForm, qtbot)
    type_text("Which first?\nThe web")
    press(Key.Key_Return, CTRL)
    assert form.isVisible()
    assert "2" in form.problem
    press(Key.Key_Escape)
    assert not form.isVisible()
    again = console.live.polls.write_new()
    assert (again.question.text(), again.options[0].text()) == ("Which first?", "The web")
    assert not list(desk.document.every(Poll))


def test_one_key_asks_the_temperature_on_the_stage_once(console, desk):
    QTest.keyClick(console, Key.Key_T, CTRL | SHIFT)
    poll = first(desk)
    assert poll.scale
    assert desk.feed.screen == ScreenWanted("poll", poll.id)
    QTest.keyClick(console, Key.Key_T, CTRL | SHIFT)
    assert len(list(desk.document.every(Poll))) == 1


def test_a_poll_that_waits_behind_a_blank_says_so(dialog, desk, console):
    console.blank()
    press(Key.Key_F5)
    assert dialog.problem == desk.words("console.waits_behind_blank")
    press(Key.Key_T, CTRL | SHIFT)
    assert dialog.problem == desk.words("console.waits_behind_blank")


def test_one_key_takes_the_votes_of_the_copied_chat(dialog, desk):
    chat("Dana: 2", "Eli: b)", "Li: the web", "Sam: hello there everybody", "Dana: 1")
    press(Key.Key_V, CTRL)
    assert counts(desk) == [2, 1, 0]
    assert "3" in dialog.said.text()
    assert table(dialog.table) == [["", "2"], ["", "1"], ["", "0"]]
    assert dialog.voted.text() == "3 voted in the chat: Dana, Eli, Li"
    chat("Dana: 2", "Eli: b)", "Li: the web", "Sam: hello there everybody", "Dana: 1", "Sam: 3")
    press(Key.Key_V, CTRL)
    assert counts(desk) == [2, 1, 1]
    press(Key.Key_Z, CTRL)
    assert counts(desk) == [2, 1, 0]


def test_what_needs_a_look_is_shown_before_it_is_taken(dialog, desk, qtbot):
    chat("Dana: 2", "Eli: 7", "Li: +1", "Sam: 3")
    press(Key.Key_V, CTRL)
    shown = child(dialog, VotesDialog, qtbot)
    assert counts(desk) == [0, 0, 0]
    assert [row[1:] for row in table(shown.table)] == [
        ["Dana", "2", "2 The board"],
        ["Eli", "7", "there is no option 7"],
        ["Li", "+1", "not read as a vote"],
        ["Sam", "3", "3 Neither"],
    ]
    press(Key.Key_Return)
    assert counts(desk) == [0, 1, 1]
    assert dialog.said.text() == "2 votes taken. Ctrl+Z takes them back."


def test_what_seems_a_vote_is_named_and_goes_to_the_tray_with_what_is_none(dialog, desk, qtbot):
    chat("Dana: 2", "Eli: C please", "Sam: hello there everybody")
    press(Key.Key_V, CTRL)
    shown = child(dialog, VotesDialog, qtbot)
    assert [row[1:] for row in table(shown.table)][1] == ["Eli", "C please", "unclear: 3 Neither?"]
    press(Key.Key_Return)
    assert counts(desk) == [0, 1, 0]
    tray = {line.text: line.left_out for line in desk.document.every(ChatLine)}
    assert tray == {"2": True, "C please": False, "hello there everybody": False}


def test_votes_without_names_are_shown_before_they_are_taken(dialog, desk, qtbot):
    QGuiApplication.clipboard().setText("2\n3\n2")
    press(Key.Key_V, CTRL)
    child(dialog, VotesDialog, qtbot)
    assert counts(desk) == [0, 0, 0]
    press(Key.Key_Return)
    assert counts(desk) == [0, 2, 1]


def test_votes_count_from_a_chosen_line_on(dialog, desk, qtbot):
    chat("Dana: 2", "Eli: 3", "Li: 1")
    press(Key.Key_V, CTRL | SHIFT)
    shown = child(dialog, VotesDialog, qtbot)
    shown.table.setFocus()
    shown.table.setCurrentCell(1, 0)
    press(Key.Key_Space)
    assert table(shown.table)[0][3] == "said before, does not count"
    assert shown.heading == "Take 2 votes?"
    press(Key.Key_Space)
    assert shown.heading == "Take 3 votes?"
    press(Key.Key_Space)
    press(Key.Key_Return)
    assert counts(desk) == [1, 0, 1]


def test_what_was_said_to_one_poll_does_not_count_for_the_next(dialog, desk):
    chat("Dana: 2", "Eli: 3")
    press(Key.Key_V, CTRL)
    press(Key.Key_T, CTRL | SHIFT)
    chat("Dana: 2", "Eli: 3", "Dana: 5")
    press(Key.Key_V, CTRL)
    first_poll, check = polls.polls_of(desk.document, SESSION)
    assert counts(desk, first_poll) == [0, 1, 1]
    assert counts(desk, check) == [0, 0, 0, 0, 1]
    chat("Dana: 2", "Eli: 3", "Dana: 5", "Eli: 4")
    press(Key.Key_V, CTRL)
    assert counts(desk, check) == [0, 0, 0, 1, 1]


def test_what_was_in_the_tray_before_the_poll_was_shown_does_not_count(dialog, desk, console):
    said = "10:00:00 From  Dana : 2\n10:01:00 From  Eli : 3"
    console.live.chatting.open(said)
    console.live.chatting.preview.put()
    dialog.choose(first(desk).id)
    dialog._acts.turn_on_stage(first(desk).id)
    QGuiApplication.clipboard().setText(f"{said}\n10:02:00 From  Eli : 1")
    dialog._acts.take_votes(first(desk).id)
    assert counts(desk) == [1, 0, 0]


def test_the_poll_that_participants_see_is_the_one_that_opens(asked, console, desk):
    desk.ask(lambda document: polls.new_poll(document, SESSION, "And then?", ["One thing", "Another"]))
    console.live.polls.turn_on_stage(first(desk).id)
    assert console.live.polls.open().poll_id == first(desk).id


def test_the_average_of_a_temperature_check_is_told(dialog, desk):
    press(Key.Key_T, CTRL | SHIFT)
    chat("Dana: 2", "Eli: 5")
    press(Key.Key_V, CTRL)
    assert "average 3.5" in dialog.note.text()


def test_votes_are_read_from_the_tray_too(dialog, desk, qtbot):
    tray = [ChatLine(id=f"c{n}", session_id=SESSION, number=n, author="Dana", text=str(n)) for n in (1, 2)]
    desk.ask(lambda document: Change("paste_chat", adding(tray)))
    QGuiApplication.clipboard().setText("nothing of the sort")
    shown = dialog._acts.look_at_votes(dialog.poll_id)
    wait_for(shown, qtbot)
    assert shown.heading == "There is no new vote in it"
    shown.source.setCurrentIndex(1)
    shown.source.activated.emit(1)
    assert [row[3] for row in table(shown.table)] == ["replaced by a later vote", "2 The board"]
    shown.take()
    assert counts(desk) == [0, 1, 0]


def test_an_empty_clipboard_is_told_in_the_window_of_the_votes(dialog, qtbot):
    QGuiApplication.clipboard().clear()
    press(Key.Key_V, CTRL)
    shown = child(dialog, VotesDialog, qtbot)
    assert shown.problem
    assert not shown.take_button.isEnabled()


def test_hands_are_typed_and_totals_revealed_and_hidden(dialog, desk):
    dialog.table.setFocus()
    type_text("4\n")
    QApplication.processEvents()
    type_text("+")
    assert counts(desk) == [4, 1, 0]
    press(Key.Key_R, CTRL)
    assert first(desk).shown
    assert dialog.totals.isChecked()
    press(Key.Key_R, CTRL)
    assert not first(desk).shown


def test_words_are_changed_and_a_chosen_option_stays(dialog, desk, qtbot):
    chat("Dana: 2")
    press(Key.Key_V, CTRL)
    press(Key.Key_F2)
    form = child(dialog, PollForm, qtbot)
    form.options[1].clear()
    press(Key.Key_Return, CTRL)
    assert "The board" in form.problem
    form.options[1].setText("The value board")
    press(Key.Key_Return, CTRL)
    assert [each.text for each in polls.options_of(desk.document, first(desk).id)][1] == "The value board"
    assert counts(desk) == [0, 1, 0]


def test_a_poll_goes_off_the_stage_and_away_and_comes_back(dialog, desk):
    press(Key.Key_F5)
    assert desk.feed.screen == ScreenWanted("poll", first(desk).id)
    press(Key.Key_F5)
    assert desk.feed.screen is None
    press(Key.Key_F5)
    dialog.list.setFocus()
    press(Key.Key_Delete)
    assert not list(desk.document.every(Poll))
    assert desk.feed.screen is None
    assert dialog.poll_id == ""
    press(Key.Key_Z, CTRL)
    assert dialog.poll_id == first(desk).id


def test_votes_are_cleared_at_once_and_back_with_undo(dialog, desk):
    chat("Dana: 2")
    press(Key.Key_V, CTRL)
    dialog.clear.click()
    assert counts(desk) == [0, 0, 0]
    press(Key.Key_Z, CTRL)
    assert counts(desk) == [0, 1, 0]


def test_what_could_not_be_saved_is_said_in_the_window(dialog, ledger, desk):
    ledger.full = True
    chat("Dana: 2")
    press(Key.Key_V, CTRL)
    assert dialog.problem
    assert counts(desk) == [0, 0, 0]


def test_hiding_what_is_private_closes_the_polls_and_keeps_them_closed(dialog, console):
    console.panel.private.toggle()
    assert console.live.polls.dialog is None
    assert console.live.polls.open() is None
    console.panel.private.toggle()
    assert console.live.polls.open() is not None


def test_every_field_and_button_of_the_windows_has_a_name(dialog, qtbot):
    chat("Dana: 2")
    windows = [dialog, dialog._acts.look_at_votes(dialog.poll_id), dialog._acts.write_new()]
    for window in windows:
        for kind in (QPushButton, QLineEdit, QComboBox, QTableWidget, QListWidget):
            assert all(each.accessibleName() for each in window.findChildren(kind)), (window.windowTitle(), kind)
        fits = window.minimumSizeHint()
        assert (fits.width(), fits.height()) <= (720, 450), window.windowTitle()


def test_polls_of_no_session_stand_in_the_list_too(asked, console):
    asked.ask(lambda document: polls.new_poll(document, "", "Asked between sessions?", ["One", "Two"]))
    questions = [each.question for each in console.live.polls.polls()]
    assert questions == ["Which first?", "Asked between sessions?"]
