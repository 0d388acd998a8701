"""Votes in a chat, looked at line by line: nothing vanishes, nothing counts twice, and everything can be settled."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from box_board import records
from facilitator.domain.chat import ChatLine
from facilitator.ui.dialogs.votes_dialog import VotesDialog
from facilitator.workshop import polls
from typing_keys import press, type_text, wait_for

Key, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SESSION = "session_1"


@pytest.fixture
def desk(make_desk):
    made = make_desk(*records())
    made.show_on_stage("one")
    made.ask(lambda document: polls.new_poll(document, SESSION, "Which first?", ["The web", "The board", "Neither"]))
    return made


@pytest.fixture
def console(make_console, desk):
    return make_console(desk)


@pytest.fixture
def work(console):
    return console.live.polls


def chat(*lines, hour=10):
    """These lines in the clipboard, as Zoom writes them; "Dana > Eli: 2" is a direct message."""
    said = ""
    for number, line in enumerate(lines):
        author, _, text = line.partition(": ")
        name, _, to = author.partition(" > ")
        said += f"{hour:02}:0{number}:00 From {name} to {f'{to}(Direct Message)' if to else 'Everyone'}:\n\t{text}\n"
    QGuiApplication.clipboard().setText(said)
    return said


def poll(desk, place=0):
    return polls.polls_of(desk.document, SESSION)[place]


def votes(desk, place=0):
    options = {each.id: each.number for each in polls.options_of(desk.document, poll(desk, place).id)}
    return {person: options[choice] for person, choice in polls.votes_of(desk.document, poll(desk, place).id).items()}


def look(work, desk, qtbot, place=0):
    shown = work.look_at_votes(poll(desk, place).id)
    wait_for(shown, qtbot)
    return shown


def told(shown):
    return [(shown.table.item(row, 2).text(), shown.table.item(row, 3).text()) for row in range(shown.table.rowCount())]


def tray(desk):
    return {line.text: line.left_out for line in desk.document.every(ChatLine)}


def test_every_line_is_listed_with_what_it_comes_to(work, desk, qtbot):
    chat(
        "Dana: three",
        "Eli: C) but only if safe",
        "Li: 2 the mayor scares me",
        "Sam: 1 or 2",
        "Kim: I have to leave at noon",
        "Zoé > Dana: 2",
    )
    shown = look(work, desk, qtbot)
    assert told(shown) == [
        ("three", "3 Neither"),
        ("C) but only if safe", "3 Neither · says more"),
        ("2 the mayor scares me", "unclear: 2 The board?"),
        ("1 or 2", "not read as a vote"),
        ("I have to leave at noon", "no vote in it"),
    ]
    assert shown.counts == "2 new · 2 lines not read as votes · 1 other line · 1 direct message skipped"
    assert shown.table.currentRow() == 2


def test_a_number_or_letter_on_a_line_sets_its_vote_and_del_takes_it_out(work, desk, qtbot):
    chat("Dana: 1 or 2", "Eli: 3", "Li: see you", "Sam: 1")
    shown = look(work, desk, qtbot)
    assert shown.table.hasFocus()
    press(Key.Key_2)
    assert told(shown)[0] == ("1 or 2", "2 The board, as you said")
    press(Key.Key_Down)
    press(Key.Key_Delete)
    assert told(shown)[1] == ("3", "taken out by you")
    press(Key.Key_Down)
    type_text("c")
    press(Key.Key_Down)
    press(Key.Key_0)
    assert shown.votes_for.currentText() == "no vote"
    shown.votes_for.setCurrentIndex(0)
    shown.votes_for.activated.emit(0)
    assert told(shown)[3] == ("1", "1 The web")
    press(Key.Key_Return)
    assert votes(desk) == {"Dana": 2, "Li": 3, "Sam": 1}
    chat("Dana: 1 or 2", "Eli: 3", "Li: see you", "Sam: 1", "Kim: 2")
    work.take_votes(poll(desk).id)
    assert votes(desk) == {"Dana": 2, "Li": 3, "Sam": 1, "Kim": 2}


def test_a_vote_that_is_taken_out_later_is_taken_back(work, desk, qtbot):
    chat("Dana: 1", "Eli: 3")
    work.take_votes(poll(desk).id)
    shown = look(work, desk, qtbot)
    assert not shown.take_button.isEnabled()
    shown.table.setCurrentCell(1, 0)
    press(Key.Key_0)
    press(Key.Key_Return)
    assert votes(desk) == {"Dana": 1}
    desk.undo()
    assert votes(desk) == {"Dana": 1, "Eli": 3}


def test_what_is_not_sure_is_looked_at_before_it_is_taken(work, desk, console, qtbot):
    chat("Dana: 1", "Eli: C) but only if safe")
    work.take_votes(poll(desk).id)
    assert votes(desk) == {}
    wait_for(console.findChild(VotesDialog), qtbot)
    press(Key.Key_Return)
    assert votes(desk) == {"Dana": 1, "Eli": 3}


def test_direct_messages_are_told_when_votes_are_taken_at_once(work, desk, console):
    chat("Dana: 1", "Eli > Dana: 3")
    work.take_votes(poll(desk).id)
    assert votes(desk) == {"Dana": 1}
    assert console.panel.capture.message.endswith("1 direct message skipped.")


def test_what_counted_for_one_poll_does_not_count_for_another_whatever_part_was_copied(work, desk, qtbot):
    desk.ask(lambda document: polls.new_poll(document, SESSION, "And then?", ["One thing", "Another", "A third"]))
    chat("Kim: hello", "Dana: 2", "José: 3")
    work.turn_on_stage(poll(desk).id)
    work.turn_on_stage(poll(desk, 1).id)
    work.take_votes(poll(desk).id)
    longer = chat("Kim: hello", "Dana: 2", "José: 3", "Eli: 1").splitlines(keepends=True)
    QGuiApplication.clipboard().setText("".join(longer[2:]))  # the beginning was not copied this time
    shown = look(work, desk, qtbot, 1)
    assert told(shown) == [
        ("2", "said before, does not count"),
        ("3", "said before, does not count"),
        ("1", "1 One thing"),
    ]
    shown.table.setCurrentCell(1, 0)
    press(Key.Key_Space)
    assert told(shown)[1] == ("3", "3 A third")
    press(Key.Key_Return)
    assert votes(desk, 1) == {"José": 3, "Eli": 1}


def test_a_line_said_before_is_taken_alone_by_its_number(work, desk, qtbot):
    chat("Dana: 2", "José: 3")
    work.take_votes(poll(desk).id)
    desk.ask(lambda document: polls.new_poll(document, SESSION, "And then?", ["One thing", "Another", "A third"]))
    work.turn_on_stage(poll(desk, 1).id)
    shown = look(work, desk, qtbot, 1)
    shown.table.setCurrentCell(0, 0)
    press(Key.Key_2)
    assert told(shown) == [("2", "2 Another, as you said"), ("3", "said before, does not count")]


def test_what_an_earlier_poll_took_is_known_after_a_restart(work, desk, make_console, qtbot):
    chat("Dana: 2", "José: 3")
    work.take_votes(poll(desk).id)
    again = make_console(desk)
    desk.ask(lambda document: polls.new_poll(document, SESSION, "And then?", ["One thing", "Another", "A third"]))
    chat("Dana: 2", "José: 3", "Eli: 1")
    again.live.polls.take_votes(poll(desk, 1).id)
    assert votes(desk, 1) == {"Eli": 1}


def test_an_earlier_time_than_that_of_the_poll_is_before_it(work, desk, clock, qtbot):
    clock.time += timedelta(minutes=5)
    local = clock.time.astimezone()
    work.turn_on_stage(poll(desk).id)
    clock.time += timedelta(minutes=2)
    lines = [
        f"{(local + timedelta(minutes=shift)):%H:%M}:00 From {name} to Everyone:\n\t{text}\n"
        for shift, name, text in ((-3, "José", "3"), (0, "Dana", "2"), (1, "Eli", "1"))
    ]
    QGuiApplication.clipboard().setText("".join(lines))
    work.take_votes(poll(desk).id)
    assert votes(desk) == {"Dana": 2, "Eli": 1}


def test_times_by_another_clock_say_nothing(work, desk, clock):
    work.turn_on_stage(poll(desk).id)
    chat("Dana: 2", "Eli: 1", hour=(clock.time.astimezone().hour + 12) % 24)
    work.take_votes(poll(desk).id)
    assert votes(desk) == {"Dana": 2, "Eli": 1}


def test_pasting_the_chat_offers_the_votes_first_and_then_the_other_lines(console, work, desk, qtbot):
    work.turn_on_stage(poll(desk).id)
    chat("Dana: 2", "Eli: C) but only if safe", "Li: ferry company", "Dana: 1", "Sam: 7")
    QTest.keyClick(console, Key.Key_V, CTRL)
    votes_shown = console.findChild(VotesDialog)
    wait_for(votes_shown, qtbot)
    assert "Which first?" in votes_shown.about
    assert console.live.chatting.preview is None
    press(Key.Key_Return)
    assert votes(desk) == {"Dana": 1, "Eli": 3}
    assert tray(desk) == {"2": True, "1": True}
    preview = console.live.chatting.preview
    wait_for(preview, qtbot)
    assert preview.heading == "Put 3 lines into the tray?"
    press(Key.Key_Return)
    assert tray(desk) == {"2": True, "1": True, "C) but only if safe": False, "ferry company": False, "7": False}


def test_escape_from_the_votes_leads_to_all_lines(console, work, desk, qtbot):
    work.turn_on_stage(poll(desk).id)
    chat("Dana: 2", "Li: ferry company")
    QTest.keyClick(console, Key.Key_V, CTRL)
    wait_for(console.findChild(VotesDialog), qtbot)
    press(Key.Key_Escape)
    preview = console.live.chatting.preview
    wait_for(preview, qtbot)
    assert (preview.heading, votes(desk)) == ("Put 2 lines into the tray?", {})
    preview.reject()


def test_without_a_new_vote_the_chat_goes_to_the_tray_at_once(console, work, desk, qtbot):
    work.turn_on_stage(poll(desk).id)
    chat("Dana: 2", "Li: 1")
    work.take_votes(poll(desk).id)
    chat("Dana: 2", "Li: 1", "Li: ferry company")
    QTest.keyClick(console, Key.Key_V, CTRL)
    assert console.findChild(VotesDialog) is None
    assert console.live.chatting.preview.heading == "Put 1 line into the tray?"
    console.live.chatting.preview.reject()
    console.activateWindow()
    QApplication.processEvents()
    chat("Dana: 2", "Li: 1", "Li: 3")
    QTest.keyClick(console, Key.Key_V, CTRL)
    wait_for(console.findChild(VotesDialog), qtbot)
    press(Key.Key_Return)
    assert votes(desk) == {"Dana": 2, "Li": 3}
    assert not console.live.chatting.preview.isVisible()  # nothing is left for the tray


def test_votes_that_wait_in_the_tray_are_dealt_with_there(console, work, desk):
    said = chat("Dana: 2", "Li: ferry company")
    console.live.chatting.open(said)
    console.live.chatting.preview.put()
    work.take_votes(poll(desk).id)
    assert tray(desk) == {"2": True, "ferry company": False}
    desk.undo()
    assert (tray(desk), votes(desk)) == ({"2": False, "ferry company": False}, {})
