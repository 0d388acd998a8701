"""Keyboard alone fills a value board, with its register, readings and dots; every step is undone and redone by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from facilitator.boards.value_board.model import Card, CardLink, CountedHands, Kpi, PersonDots, Reading, ValueFrame
from facilitator.ui.dialogs.ballot_dialog import BallotDialog
from facilitator.ui.dialogs.entry_dialog import EntryDialog
from facilitator.ui.dialogs.offers_dialog import OffersDialog
from typing_keys import press, type_text, wait_for

Key = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def console(board_console):
    """The console on an engagement with one empty value board."""
    return board_console("value_board")


def records(console):
    return sorted(console.desk.document.records(), key=lambda each: (type(each).__name__, each.id))


def every(console, type_):
    return list(console.desk.document.every(type_))


def dialog(console, qtbot, type_):
    made = console.findChildren(type_)[-1]
    wait_for(made, qtbot)
    return made


def back(console, qtbot):
    wait_for(console, qtbot)
    console.panel.canvas.setFocus()


def capture_and_link(console):
    for line in ("Fairness #guiding", "Permit desk #approach", "Short waits #impact", "Days to decide #kpi"):
        type_text(f"{line}\n")
    press(Key.Key_Escape, times=2)
    press(Key.Key_Tab)  # the first card; then each is linked to the next column's
    for _ in range(3):
        press(Key.Key_L, CTRL)
        type_text("1\n")
        press(Key.Key_Right)
    assert len(every(console, CardLink)) == 3


def take_an_offer(console, qtbot):
    press(Key.Key_B, CTRL)
    dialog(console, qtbot, OffersDialog)
    press(Key.Key_Down)
    press(Key.Key_Space)
    press(Key.Key_Return)
    assert len(every(console, Card)) == 5
    back(console, qtbot)


def fill_the_register(console):
    press(Key.Key_Escape)
    press(Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)  # the last card: the indicator
    heads = [each.accessibleName() for each in console.panel.view_row.forms.segments]
    press(Key.Key_1 + len(heads) - 1, ALT)
    press(Key.Key_K, CTRL)
    press(Key.Key_Escape)
    assert console.table.model.rowCount() == 1
    columns = [column.key for column in console.table.model.columns]
    press(Key.Key_Home)
    press(Key.Key_Right, times=columns.index("unit"))
    type_text("days")
    press(Key.Key_Return)
    assert [kpi.unit for kpi in every(console, Kpi)] == ["days"]


def add_a_reading(console, qtbot):
    press(Key.Key_N, CTRL)
    dialog(console, qtbot, EntryDialog)
    type_text("2026-11-02")
    press(Key.Key_Tab)
    type_text("38")
    press(Key.Key_Return)
    assert [reading.value for reading in every(console, Reading)] == [38]
    back(console, qtbot)


def give_dots_and_show_totals(console, qtbot):
    press(Key.Key_R, CTRL)
    made = dialog(console, qtbot, BallotDialog)
    type_text("Dana\n\n")
    type_text("2\n")
    QApplication.processEvents()  # an editor takes its value a little after Enter
    press(Key.Key_Right)
    type_text("+")
    made.totals.setFocus()
    press(Key.Key_Space)
    assert [(given.person, given.dots) for given in every(console, PersonDots)] == [("Dana", 2)]
    assert [counted.hands for counted in every(console, CountedHands)] == [1]
    assert [frame.dots_shown for frame in every(console, ValueFrame)] == [True]
    press(Key.Key_Escape)
    back(console, qtbot)


@pytest.mark.slow
def test_keyboard_alone_fills_a_value_board_and_takes_everything_back(console, qtbot):
    before = records(console)
    capture_and_link(console)
    take_an_offer(console, qtbot)
    fill_the_register(console)
    add_a_reading(console, qtbot)
    give_dots_and_show_totals(console, qtbot)
    after, steps = records(console), 0
    while console.desk.journal.undo_label and steps < 40:
        press(Key.Key_Z, CTRL)
        steps += 1
    assert records(console) == before
    assert steps == 4 + 3 + 1 + 1 + 1 + 3
    press(Key.Key_Y, CTRL, times=steps)
    assert records(console) == after


def test_neither_names_nor_hidden_totals_reach_the_stage_in_any_form(console):
    for line in ("Fairness #guiding", "Permit desk #approach"):
        type_text(f"{line}\n")
    desk, (card, _) = console.desk, every(console, Card)
    kind = desk.kind(console.work.board_id)
    desk.ask(lambda document: kind.give_dots(document, console.work.board_id, "Zyx Qwv", {card.id: 4}))
    for shown in (False, True):
        desk.ask(lambda document, on=shown: kind.set_ballot(document, console.work.board_id, shown=on))
        for form in kind.forms(desk.words):
            desk.showings.choose(console.work.board_id, form=form.id)
            desk.show_on_stage(console.work.board_id)
            view = desk.feed.shown
            assert "Zyx" not in repr(view) + repr(desk.stage_picture())
            assert {each.dots for each in view.cards} == ({4, 0} if shown else {None})
