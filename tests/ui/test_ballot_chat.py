"""Dots typed in the meeting's chat: looked at, then taken as one step."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from box_board import Crate
from facilitator.domain.change import Change, adding
from facilitator.ui.dialogs.ballot_dialog import BallotDialog
from facilitator.ui.dialogs.votes_dialog import VotesDialog
from full_board import FULL
from typing_keys import press, wait_for

Key, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def dialog(full_console, full_desk, qtbot):
    elsewhere = Crate(id="b9", board_id="two", code="B9", name="Elsewhere", column="left", x=0, y=0)
    full_desk.ask(lambda document: Change("capture_list", adding((elsewhere,))))
    QTest.keyClick(full_console, Key.Key_R, CTRL)
    made = full_console.findChild(BallotDialog)
    wait_for(made, qtbot)
    return made


def read(dialog, qtbot, *lines):
    copied = [f"10:0{n}:00 From  {line.replace(': ', ' : ', 1)}" for n, line in enumerate(lines)]
    QGuiApplication.clipboard().setText("\n".join(copied))
    press(Key.Key_V, CTRL | SHIFT)
    shown = dialog.findChild(VotesDialog)
    wait_for(shown, qtbot)
    return shown


def told(shown):
    return [shown.table.item(row, 3).text() for row in range(shown.table.rowCount())]


def given(desk):
    return {person: dict(dots) for person, dots in FULL.ballot(desk.document, "one").people}


def test_votes_are_looked_at_and_taken_as_one_step_that_undo_takes_back(dialog, full_desk, qtbot):
    shown = read(
        dialog, qtbot, "Dana: B1 B1", "Eli: B1x9", "Li: B9 B3", "Sam: B77", "Zoé: B2 is long", "Dana: my vote: b2 B3x2"
    )
    assert told(shown) == [
        "replaced by a later vote",
        "9 dots, more than the budget of 5",
        "B3 · B9 is not on this board",
        "there is no B77",
        "not read as a vote",
        "B2, B3 ×2",
    ]
    assert shown.wrong == "Eli: 9 dots, more than the budget of 5\nSam: there is no B77"
    assert shown.heading == "Take 2 votes?"
    assert "1 over the budget" in shown.counts
    assert given(full_desk) == {}
    press(Key.Key_Return)
    assert given(full_desk) == {"Dana": {"b2": 1, "b3": 2}, "Li": {"b3": 1}}
    wait_for(dialog, qtbot)
    dialog.undo()
    assert given(full_desk) == {}
    dialog.undo()
    assert FULL.ballot(full_desk.document, "one").items


def test_what_a_vote_replaces_is_said_and_what_is_as_before_is_not_taken_again(dialog, full_desk, qtbot):
    read(dialog, qtbot, "Dana: B1 B1", "Eli: B2").take()
    wait_for(dialog, qtbot)
    shown = read(dialog, qtbot, "Dana: B1 B1", "Eli: B2", "Dana: B3")
    assert told(shown) == ["replaced by a later vote", "B2, as before", "B3, replaces B1 ×2"]
    assert shown.counts == "1 new · 1 as before · 1 replaced by a later one"
    shown.take()
    assert given(full_desk) == {"Dana": {"b3": 1}, "Eli": {"b2": 1}}


def test_esc_takes_nothing(dialog, full_desk, qtbot):
    read(dialog, qtbot, "Dana: B1")
    press(Key.Key_Escape)
    assert given(full_desk) == {}


def test_what_could_not_be_saved_is_said_and_stays_to_be_taken(dialog, full_desk, ledger, qtbot):
    shown = read(dialog, qtbot, "Dana: B1")
    ledger.full = True
    press(Key.Key_Return)
    assert shown.isVisible()
    assert shown.problem
    ledger.full = False
    press(Key.Key_Return)
    assert given(full_desk) == {"Dana": {"b1": 1}}


def test_a_long_chat_is_read_on_the_side_and_only_the_first_lines_are_listed(dialog, full_desk, qtbot):
    shown = read(dialog, qtbot, *(f"Person {n}: B1 B2, please" for n in range(2_000)))
    qtbot.waitUntil(lambda: shown.take_button.isEnabled(), timeout=20_000)
    assert shown.table.rowCount() == 500
    assert shown.heading == "Take 1000 votes?"
