"""The board menu: what it offers for which board, by mouse and by key; keeping a moment, and noting a review."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from box_board import records
from facilitator.catalogue import KINDS
from facilitator.domain.engagement import Board
from facilitator.ui.dialogs.moment_dialog import MomentDialog
from facilitator.ui.editors import is_for_window

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(look_desk):
    return look_desk


@pytest.fixture
def menu(look_console):
    return look_console.panel.menu


def offered(menu):
    return [action.text() for action in menu.menu().actions() if action.isVisible() and not action.isSeparator()]


def question(desk):
    return desk.document.get(Board, "one").question


def dialog(console):
    return next(each for each in console.findChildren(MomentDialog) if each.isVisible())


def test_it_offers_what_the_kind_of_the_board_can_do(menu, desk):
    texts = offered(menu)
    assert desk.words("console.keep_moment") in texts
    assert desk.words("console.review") in texts


def test_a_kind_that_keeps_no_moments_offers_none(make_console, make_desk):
    console = make_console(make_desk(*records()))
    texts = offered(console.panel.menu)
    assert console.desk.words("console.keep_moment") not in texts
    assert console.desk.words("console.review") not in texts


def test_a_moment_is_kept_by_key_under_the_sessions_title_and_the_day(look_console, desk):
    QTest.keyClick(look_console, Qt.Key.Key_M, CONTROL)
    shown = dialog(look_console)
    assert shown.line.text() == "Who has a stake?, 14 January 2027"
    assert shown.line.selectedText() == shown.line.text()
    QTest.keyClicks(shown.line, "Before the summer")
    QTest.keyClick(shown.line, Qt.Key.Key_Return)
    assert question(desk) == "kept: Before the summer"
    assert look_console.panel.capture.message == desk.words("console.moment_kept", title="Before the summer")


def test_a_moment_without_a_name_is_refused_where_it_is_typed(look_console, desk):
    QTest.keyClick(look_console, Qt.Key.Key_M, CONTROL)
    shown = dialog(look_console)
    shown.line.setText("  ")
    QTest.keyClick(shown.line, Qt.Key.Key_Return)
    assert shown.isVisible()
    assert shown._problem.text() == desk.words("refusals.name_empty")
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert not shown.isVisible()
    assert question(desk) == "Who is outside city hall?"


def test_what_cannot_be_saved_stays_in_the_dialog(look_console, desk, ledger):
    QTest.keyClick(look_console, Qt.Key.Key_M, CONTROL)
    shown = dialog(look_console)
    ledger.full = True
    QTest.keyClick(shown.line, Qt.Key.Key_Return)
    assert shown.isVisible()
    assert desk.unsaved == 0  # the dialog keeps it
    ledger.full = False
    QTest.keyClick(shown.line, Qt.Key.Key_Return)
    assert question(desk).startswith("kept: Who has a stake?")


def test_a_review_is_noted_for_today(look_console, menu, desk):
    text = desk.words("console.review")
    next(action for action in menu.menu().actions() if action.text() == text).trigger()
    assert question(desk) == "reviewed 2027-01-14"
    assert look_console.panel.capture.message == desk.words("console.reviewed", date="14 January 2027")


def test_without_a_board_nothing_is_offered(make_console, make_desk, qtbot):
    console = make_console(make_desk())
    assert not any(action.isEnabled() for action in console.panel.menu.menu().actions() if not action.isSeparator())
    QTest.keyClick(console, Qt.Key.Key_M, CONTROL)
    assert not [each for each in console.findChildren(MomentDialog) if each.isVisible()]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_no_two_keys_mean_the_same_in_the_console(look_console, desk, kind):
    look_console.panel.menu.show_board(kind, desk.document, "one")
    keys = [each.key().toString() for each in look_console.findChildren(QShortcut)]
    actions = [each for each in look_console.findChildren(QAction) if each.isEnabled()]
    keys += [each.shortcut().toString() for each in actions if not each.shortcut().isEmpty()]
    assert "Ctrl+S" in keys
    assert len(keys) == len(set(keys)), sorted(key for key in keys if keys.count(key) > 1)


@pytest.mark.parametrize("letter", "EISDMGTKHP")
def test_a_key_of_the_window_works_while_something_is_typed_in_the_capture_line(look_console, letter):
    line = look_console.panel.capture.line
    line.setFocus()
    line.setText("half a thought")
    line.setModified(True)
    key = Qt.Key[f"Key_{letter}"]
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, key, CONTROL, "")
    asked.ignore()
    QApplication.sendEvent(line, asked)
    assert not asked.isAccepted()  # so the shortcut has it
    assert is_for_window(asked)  # also on systems where a text field would take it
    keys = [each.key() for each in look_console.findChildren(QShortcut)]
    keys += [each.shortcut() for each in look_console.findChildren(QAction)]
    assert f"Ctrl+{letter}" in [each.toString() for each in keys]
    for kept in (Qt.Key.Key_A, Qt.Key.Key_V, Qt.Key.Key_Z):
        asked = QKeyEvent(QEvent.Type.ShortcutOverride, kept, CONTROL, "")
        asked.ignore()
        QApplication.sendEvent(line, asked)
        assert asked.isAccepted()  # it is for the text


def test_the_capture_line_with_the_focus_lets_a_moment_be_kept_and_findings_be_shown(look_console):
    line = look_console.panel.capture.line
    line.setFocus()
    QTest.keyClicks(line, "half a thought")
    QTest.keyClick(line, Qt.Key.Key_G, CONTROL)
    assert look_console.findings.list.hasFocus()
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_M, CONTROL)
    assert dialog(look_console).isVisible()
    assert line.text() == "half a thought"


def test_the_menus_open_by_key_with_a_line_to_choose_but_none_of_what_is_private(look_console, menu, desk):
    row, kind = look_console.panel.view_row, desk.kind("one")
    QTest.keyClick(look_console, Qt.Key.Key_C, ALT)
    assert QApplication.activePopupWidget() is None  # nothing was kept to compare with
    desk.ask(lambda document: kind.keep_moment(document, "one", "Spring", desk.today()))
    for key, shown in ((Qt.Key.Key_M, menu), (Qt.Key.Key_C, row.compare), (Qt.Key.Key_P, row.layers)):
        QTest.keyClick(look_console, key, ALT)
        assert shown.menu().isVisible()
        active = shown.menu().activeAction()
        assert active is None if shown is row.layers else active.isEnabled()
        assert f"(Alt+{chr(key)})" in shown.accessibleName()
        QTest.keyClick(shown.menu(), Qt.Key.Key_Escape)
        assert not shown.menu().isVisible()
