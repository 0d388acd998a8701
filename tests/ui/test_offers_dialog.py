"""Taking what is ready-made onto the board, by keys and by mouse, as one step."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from box_board import Crate
from facilitator.ui.dialogs.offers_dialog import OffersDialog
from typing_keys import press, type_text, wait_for

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def dialog(full_console, qtbot):
    return opened(full_console, qtbot)


def opened(console, qtbot):
    """The dialog, opened by its key."""
    QTest.keyClick(console, Key.Key_B, CTRL)
    made = console.findChildren(OffersDialog)[-1]
    wait_for(made, qtbot)
    return made


def names(desk):
    return [crate.name for crate in desk.document.every(Crate)]


def rows(dialog):
    """The headings on show, each with the names below it."""
    shown = []
    for place in range(dialog.list.topLevelItemCount()):
        row = dialog.list.topLevelItem(place)
        if row.isHidden():
            continue
        if row.isFirstColumnSpanned():
            shown.append((row.text(0), []))
        else:
            shown[-1][1].append(row.text(0))
    return shown


def test_offers_stand_under_their_headings_with_their_notes(dialog):
    assert rows(dialog) == [("Social", ["Safety", "Équité"]), ("Democratic", ["Openness"])]
    assert dialog.note.text() == "Nobody gets hurt."
    assert dialog.filter.hasFocus()


def test_space_ticks_and_enter_takes_all_that_is_ticked_in_one_step(dialog, full_desk, full_console):
    press(Key.Key_Down)
    press(Key.Key_Space)
    press(Key.Key_Down)
    press(Key.Key_Down)  # past the heading
    press(Key.Key_Space)
    assert dialog.list.chosen == ("safe", "open")
    before = names(full_desk)
    press(Key.Key_Return)
    assert names(full_desk) == [*before, "Safety", "Openness"]
    assert len(full_console.work.picked) == 2
    assert full_desk.undo()
    assert names(full_desk) == before


def test_a_filter_counts_neither_accents_nor_case_and_keeps_what_is_ticked(dialog, full_desk):
    press(Key.Key_Down)
    press(Key.Key_Space)
    type_text("EQUITE")
    assert rows(dialog) == [("Social", ["Équité"])]
    assert dialog.filter.hasFocus()
    press(Key.Key_Down)
    press(Key.Key_Space)
    press(Key.Key_Return)
    assert names(full_desk)[-2:] == ["Safety", "Équité"]


def test_a_filter_also_looks_into_notes_and_says_when_nothing_is_left(dialog):
    type_text("favours")
    assert rows(dialog) == [("Social", ["Équité"])]
    type_text("zz")
    assert rows(dialog) == []
    assert dialog.problem == "Nothing has these words; type fewer letters."


def test_a_click_anywhere_on_a_row_ticks_it(dialog):
    row = dialog.list.topLevelItem(2)
    place = dialog.list.visualItemRect(row).center()
    QTest.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert dialog.list.chosen == ("fair",)
    QTest.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(6, place.y()))
    assert dialog.list.chosen == ()


def test_what_is_on_the_board_already_can_not_be_ticked(full_desk, full_console, qtbot):
    full_desk.ask(lambda document: full_desk.kind("one").take(document, "one", ["safe"], full_desk.words))
    again = opened(full_console, qtbot)
    assert rows(again)[0] == ("Social", ["Safety (on the board)", "Équité"])
    taken = again.list.topLevelItem(1)
    place = again.list.visualItemRect(taken).center()
    QTest.mouseClick(again.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert again.list.chosen == ()


def test_enter_with_nothing_ticked_says_how_to_tick(dialog, full_desk):
    before = names(full_desk)
    press(Key.Key_Return)
    assert "Space" in dialog.problem
    assert dialog.isVisible()
    assert names(full_desk) == before


def test_what_can_not_be_saved_stays_ticked(dialog, full_desk, ledger):
    ledger.full = True
    press(Key.Key_Down)
    press(Key.Key_Space)
    press(Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.problem
    assert dialog.list.chosen == ("safe",)


def test_a_kind_without_offers_does_not_offer_them(look_console):
    texts = [action.text() for action in look_console.panel.menu.menu().actions() if action.isVisible()]
    assert "Pick from…" not in texts
    assert "Dots…" not in texts
