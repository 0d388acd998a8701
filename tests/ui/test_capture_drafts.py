"""What is typed and not entered stays with its board: an answer from a 1:1 never lands on another board."""

import pytest
from PySide6.QtCore import Qt

from box_board import KIND, new_board, records
from facilitator.domain.engagement import Board
from facilitator.ui.desk import Kinds
from typing_keys import press, type_text

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def two(make_desk, make_console):
    kinds = Kinds(lambda kind_id: KIND, (), new_board)
    console = make_console(make_desk(*records(), kinds=kinds))
    boards = [board.id for board in console.desk.boards()]
    assert len(boards) > 1
    console.work.open(boards[0])
    console.panel.capture.line.setFocus()
    return console, boards


def test_a_draft_stays_with_its_board(two):
    console, boards = two
    line = console.panel.capture.line
    type_text("what Ana said")
    press(Key.Key_Tab, CTRL)
    assert console.work.board_id == boards[1]
    assert line.text() == ""
    before = console.desk.document
    press(Key.Key_Return)
    assert console.desk.document == before
    type_text("for the second")
    console.work.open(boards[0])
    assert line.text() == "what Ana said"
    console.work.open(boards[1])
    assert line.text() == "for the second"


def test_undo_of_typing_never_brings_it_back_on_another_board(two):
    console, boards = two
    type_text("what Ana said")
    console.work.open(boards[1])
    console.panel.capture.line.undo()
    assert console.panel.capture.line.text() == ""


def test_a_draft_elsewhere_is_still_told_of_with_the_title_of_its_board(two):
    console, boards = two
    type_text("what Ana said")
    console.work.open(boards[1])
    title = console.desk.document.get(Board, boards[0]).title
    assert any(title in told for told in console.work.capturing.pending())
    console.work.open(boards[0])
    console.panel.capture.line.clear()
    console.work.open(boards[1])
    assert console.work.capturing.pending() == []


def test_a_line_that_is_saved_later_leaves_its_own_board_and_not_what_is_typed_elsewhere(two, ledger):
    console, boards = two
    ledger.full = True
    type_text("what Ana said")
    press(Key.Key_Return)
    console.work.open(boards[1])
    type_text("what Ana said")
    ledger.full = False
    assert console.desk.retry()
    assert console.panel.capture.line.text() == "what Ana said"
    console.work.open(boards[0])
    assert console.panel.capture.line.text() == ""
