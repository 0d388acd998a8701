"""Finding a card by words, by keys alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facilitator.ui.dialogs.find_dialog import FindDialog
from facilitator.workshop.capture import AddLine
from typing_keys import press, type_text, wait_for

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def cases(board_console):
    """The console on sixty cases; one speaks of snow in a text, one has a private note."""
    console = board_console("case_cards")
    desk = console.desk
    kind, board_id = desk.kind("case_cards"), "case_cards"
    for number in range(60):
        desk.ask(lambda document, n=number: kind.add(document, board_id, AddLine(f"Case of Ville-Élan {n}"), "data"))
    items = kind.items(kind.view(desk.document, board_id))
    desk.ask(lambda document: kind.set_field(document, items[41].id, "problem", "Streets\nfull of Snöw"))
    desk.ask(lambda document: kind.set_field(document, items[7].id, "note", "the secret cousin"))
    return console


def opened(console, qtbot):
    QTest.keyClick(console, Key.Key_F, CTRL)
    made = console.findChildren(FindDialog)[-1]
    wait_for(made, qtbot)
    return made


def test_one_of_sixty_is_found_by_a_word_of_its_text_and_picked(cases, qtbot):
    dialog = opened(cases, qtbot)
    assert len(dialog.found) == 60
    type_text("SNOW stre")
    assert dialog.list.count() == 1
    assert dialog.list.currentItem().text() == "C42  Case of Ville-Élan 41"
    assert dialog.note.text() == "What was hard: Streets full of Snöw"
    press(Key.Key_Return)
    assert cases.work.picked == dialog.found
    assert not dialog.isVisible()


def test_the_arrows_move_in_the_list_while_letters_go_on_to_the_line(cases, qtbot):
    dialog = opened(cases, qtbot)
    type_text("elan")
    press(Key.Key_Down, times=2)
    assert dialog.list.currentRow() == 2
    assert dialog.line.hasFocus()
    type_text(" 5")
    shown = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    assert 1 < len(shown) < 60
    assert all("5" in each for each in shown)
    press(Key.Key_Escape)
    assert cases.work.picked == ()


def test_words_that_stand_nowhere_are_said_and_enter_does_nothing(cases, qtbot):
    dialog = opened(cases, qtbot)
    type_text("zzz")
    assert dialog.problem == cases.desk.words("console.find_none")
    press(Key.Key_Return)
    assert dialog.isVisible()


def test_a_double_click_goes_there(cases, qtbot):
    dialog = opened(cases, qtbot)
    wanted = dialog.found[3]
    place = dialog.list.visualItemRect(dialog.list.item(3)).center()
    QTest.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert cases.work.picked == (wanted,)


def test_what_is_private_is_not_looked_at_while_it_is_hidden(cases, qtbot):
    dialog = opened(cases, qtbot)
    type_text("secret cousin")
    assert len(dialog.found) == 1
    press(Key.Key_Escape)
    wait_for(cases, qtbot)
    QTest.keyClick(cases, Key.Key_H, CTRL)
    dialog = opened(cases, qtbot)
    type_text("secret cousin")
    assert dialog.found == ()


def test_a_board_without_items_says_so(board_console):
    console = board_console("case_cards")
    QTest.keyClick(console, Key.Key_F, CTRL)
    assert console.findChildren(FindDialog) == []
    assert console.panel.capture.message == console.desk.words("console.find_nothing")


def test_other_kinds_are_searched_by_what_their_choices_say(full_console, qtbot):
    dialog = opened(full_console, qtbot)
    every = dialog.found
    first = full_console.work.showing_now.items[0]
    type_text(first.name)
    assert first.id in dialog.found
    assert len(dialog.found) <= len(every)


def test_the_key_works_while_something_is_typed(cases, qtbot):
    line = cases.panel.capture.line
    line.setFocus()
    type_text("half a th")
    QTest.keyClick(line, Key.Key_F, CTRL)
    dialog = cases.findChildren(FindDialog)[-1]
    wait_for(dialog, qtbot)
    press(Key.Key_Escape)
    assert line.text() == "half a th"
