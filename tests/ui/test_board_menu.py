"""The board menu: what it offers for which board, by mouse and by key; keeping a moment, and noting a review."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtTest import QTest

from box_board import records
from facilitator.domain.engagement import Board
from facilitator.ui.dialogs.moment_dialog import MomentDialog

CONTROL = Qt.KeyboardModifier.ControlModifier


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


def test_no_two_keys_mean_the_same_in_the_console(look_console):
    keys = [each.key().toString() for each in look_console.findChildren(QShortcut)]
    keys += [each.shortcut().toString() for each in look_console.findChildren(QAction) if not each.shortcut().isEmpty()]
    assert "Ctrl+M" in keys
    assert len(keys) == len(set(keys)), sorted(key for key in keys if keys.count(key) > 1)
