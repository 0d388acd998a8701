"""The facilitator's own library from the windows: kept from the menu, offered again, taken out by Del."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facilitator.boards.case_cards.library import library
from facilitator.content.own_folder import VARIABLE
from facilitator.ui.dialogs.keep_dialog import KeepDialog
from facilitator.ui.dialogs.offers_dialog import OffersDialog
from facilitator.workshop.capture import AddLine
from typing_keys import press, type_text, wait_for

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def own(tmp_path, monkeypatch):
    monkeypatch.setenv(VARIABLE, str(tmp_path / "own"))
    return tmp_path / "own" / "cases"


@pytest.fixture
def cases(own, board_console):
    """The console on two cases."""
    console = board_console("case_cards")
    kind = console.desk.kind("case_cards")
    for title in ("Keys", "Snow"):
        console.desk.ask(lambda document, title=title: kind.add(document, "case_cards", AddLine(title), "data"))
    return console


def keep_action(console):
    text = console.desk.words("console.keep_action")
    return next(each for each in console.panel.menu.menu().actions() if each.text() == text)


def pick(console, *places):
    console.work.pick([console.work.showing_now.items[place].id for place in places])


def kept(console, qtbot, *places):
    """Keep these cards, past the caution where there is one."""
    pick(console, *places)
    keep_action(console).trigger()
    for dialog in console.findChildren(KeepDialog):
        if dialog.isVisible():
            wait_for(dialog, qtbot)
            press(Key.Key_Return)
            wait_for(console, qtbot)


def offers(console, qtbot):
    QTest.keyClick(console, Key.Key_B, CTRL)
    made = console.findChildren(OffersDialog)[-1]
    wait_for(made, qtbot)
    return made


def test_the_first_time_a_window_cautions_and_after_that_it_is_quiet(cases, qtbot):
    pick(cases, 0)
    keep_action(cases).trigger()
    (dialog,) = cases.findChildren(KeepDialog)
    wait_for(dialog, qtbot)
    assert "outlives this engagement" in dialog.caution.text()
    assert not library().cases
    press(Key.Key_Return)
    assert not dialog.isVisible()
    assert [each.title for each in library().cases] == ["Keys"]
    assert cases.panel.capture.message.startswith("Kept in your library: “Keys”.")
    pick(cases, 1)
    keep_action(cases).trigger()
    assert [each.title for each in library().cases] == ["Keys", "Snow"]


def test_escape_keeps_nothing(cases, qtbot):
    pick(cases, 0)
    keep_action(cases).trigger()
    wait_for(cases.findChildren(KeepDialog)[0], qtbot)
    press(Key.Key_Escape)
    assert not library().cases


def test_nothing_picked_is_said(cases):
    cases.work.pick([])
    keep_action(cases).trigger()
    assert cases.findChildren(KeepDialog) == []
    assert cases.panel.capture.message == cases.desk.words("refusals.keep_none")


def test_a_folder_that_can_not_be_written_is_told_in_the_window(cases, own, qtbot):
    own.parent.parent.mkdir(exist_ok=True)
    own.parent.write_text("in the way")
    pick(cases, 0)
    keep_action(cases).trigger()
    dialogs = cases.findChildren(KeepDialog)
    said = dialogs[0].problem if dialogs else cases.panel.capture.message
    if dialogs and not said:
        wait_for(dialogs[0], qtbot)
        press(Key.Key_Return)
        said = dialogs[0].problem
    assert str(own.parent) in said


def test_a_kept_case_is_found_by_a_word_that_only_its_text_has_and_taken_back_onto_a_board(cases, qtbot):
    kind, first = cases.desk.kind("case_cards"), cases.work.showing_now.items[0].id
    cases.desk.ask(lambda document: kind.set_field(document, first, "tried", "Padlöcks everywhere"))
    kept(cases, qtbot, 0)
    cases.desk.ask(lambda document: kind.delete(document, [first]))
    dialog = offers(cases, qtbot)
    type_text("padlocks")
    assert [row.text(0) for row in dialog.list.findItems("*", Qt.MatchFlag.MatchWildcard) if not row.isHidden()] == [
        "My library",
        "Keys",
    ]
    press(Key.Key_Down)
    press(Key.Key_Space)
    press(Key.Key_Return)
    assert [item.name for item in cases.work.showing_now.items] == ["Snow", "Keys"]


def test_del_twice_takes_out_what_is_own_also_while_it_stands_on_the_board(cases, qtbot):
    kept(cases, qtbot, 0)
    kept(cases, qtbot, 1)
    dialog = offers(cases, qtbot)
    assert dialog.gone.isVisible()
    press(Key.Key_Down)
    assert dialog.list.current.name == "Keys"
    press(Key.Key_Delete)
    assert "“Keys”" in dialog.problem
    assert len(library().cases) == 2
    press(Key.Key_Down)
    assert dialog.problem == ""
    press(Key.Key_Delete)
    press(Key.Key_Delete)
    assert [each.title for each in library().cases] == ["Keys"]
    assert dialog.problem == "“Snow” is no longer in your library."
    press(Key.Key_Up)
    press(Key.Key_Delete, times=2)
    assert not dialog.gone.isVisible()
    assert [item.name for item in cases.work.showing_now.items] == ["Keys", "Snow"]


def test_examples_can_not_be_taken_out(cases, qtbot):
    dialog = offers(cases, qtbot)
    assert not dialog.gone.isVisible()
    press(Key.Key_Down)
    press(Key.Key_Delete, times=2)
    assert dialog.problem == ""
    assert dialog.list.current.id == "house:helsinki_playbook"


def test_a_broken_file_is_told_where_the_others_are_offered(cases, own, qtbot):
    own.mkdir(parents=True)
    (own / "bad.json").write_text("{")
    dialog = offers(cases, qtbot)
    assert "“bad.json”" in dialog.problem
    assert dialog.list.current.id == "house:helsinki_playbook"


def test_boards_of_other_kinds_offer_no_library(console, cases):
    assert keep_action(cases).isVisible()
    assert not keep_action(console).isVisible()
