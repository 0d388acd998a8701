"""The page of the program overview that shows how far checklists have come: by keys, by mouse, and as a list."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QTableWidget

from facilitator.boards.checklist.view import entry_id
from facilitator.catalogue import CHECKLIST, RECORD_TYPES, kind_of
from facilitator.domain.engagement import Board, Engagement, Segment, Session
from facilitator.domain.program import Cohort, Program
from facilitator.templates import new_board
from facilitator.ui.desk import Kinds
from facilitator.ui.dialogs import program_overview

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def held():
    return [
        Program(id="p", number=1, title="Leaders", kind="half_day_series"),
        Cohort(id="c", program_id="p", number=1, title="Spring"),
        Session(id="h", number=2, title="Half day 1", cohort_id="c"),
        Board(id="list", number=8, kind="checklist", title="Town of Elm"),
        Board(id="other", number=9, kind="checklist", title="Village of Oak"),
        Segment(id="g", session_id="h", number=1, title="G", minutes=5, board_id="other"),
    ]


@pytest.fixture
def make(make_desk, make_console):
    """A function that opens the console over these records, with the kinds of the catalogue."""

    def opened(*some, language="en"):
        kinds = Kinds(kind_of, (), new_board)
        held = (Engagement(id="engagement", title="Online permits"), *some)
        return make_console(make_desk(*held, language=language, kinds=kinds, types=RECORD_TYPES))

    return opened


@pytest.fixture(params=["en"])
def console(request, make):
    return make(*held(), language=request.param)


@pytest.fixture
def dialog(console):
    return console.live.overview.open()


def texts(dialog):
    table = dialog.standings.table
    return [[table.item(row, place).text() for place in range(table.columnCount())] for row in range(table.rowCount())]


def test_its_key_turns_to_it_and_back_and_the_first_row_is_current(dialog):
    assert not dialog.on_boards
    QTest.keyClick(dialog, Qt.Key.Key_2, ALT)
    assert dialog.on_boards
    assert dialog.standings.table.currentRow() == 0
    assert (dialog.counted, dialog.segments[1].isChecked()) == ("2 checklists", True)
    assert [[*row[:2], row[4]] for row in texts(dialog)] == [
        ["Village of Oak", "Spring", "○ Not started, 0 of 9"],
        ["Town of Elm", "–", "○ Not started, 0 of 9"],
    ]
    QTest.keyClick(dialog, Qt.Key.Key_1, ALT)
    assert not dialog.on_boards
    assert dialog.counted == "0 people"


def test_enter_opens_that_checklist_in_the_console_and_closes_the_overview(console, dialog):
    dialog.turn_to(1)
    QTest.keyClick(dialog.standings.table, Qt.Key.Key_Down)
    QTest.keyClick(dialog.standings.table, Qt.Key.Key_Return)
    assert console.work.board_id == "list"
    assert console.live.overview.dialog is None


def test_a_double_click_and_the_button_open_it_too(console):
    for act in (lambda page: page.table.cellDoubleClicked.emit(0, 2), lambda page: page.open_button.click()):
        dialog = console.live.overview.open()
        dialog.turn_to(1)
        dialog.standings.table.setCurrentCell(0, 2)
        act(dialog.standings)
        assert console.work.board_id == "other"


def test_it_follows_what_changes(console, dialog):
    dialog.turn_to(1)
    console.desk.ask_for(
        dialog.say, lambda document: CHECKLIST.set_field(document, entry_id("other", "v1"), "status", "done")
    )
    assert texts(dialog)[0][4] == "◐ Under way, 1 of 9"
    assert dialog.standings.table.currentRow() == 0


def test_the_list_of_this_page_is_written_and_never_over_another_file(dialog, tmp_path, monkeypatch):
    monkeypatch.setattr(program_overview, "file_to_save", lambda parent, title, path, suffix: tmp_path / f"l{suffix}")
    dialog.turn_to(1)
    dialog.standings.list_button.click()
    lines = (tmp_path / "l.csv").read_text("utf-8-sig").splitlines()
    assert lines[0].startswith("Checklist,Cohort,")
    assert lines[1].startswith('Village of Oak,Spring,0,,"○ Not started, 0 of 9"')
    assert len(lines) == 3
    dialog.standings.list_button.click()
    assert dialog.problem == dialog._words("refusals.output_exists", path=tmp_path / "l.csv")


def test_without_a_checklist_it_says_how_one_gets_there(make):
    dialog = make(*held()[:2]).live.overview.open()
    dialog.turn_to(1)
    assert texts(dialog) == []
    assert not dialog.standings.open_button.isEnabled()
    assert "Add a board" in dialog.standings.said


def test_no_key_puts_it_into_the_clipboard(dialog):
    QGuiApplication.clipboard().setText("before")
    dialog.turn_to(1)
    QTest.keyClick(dialog.standings.table, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "before"


@pytest.mark.parametrize("console", ["en", "fr"], indirect=True)
def test_everything_is_named_and_fits_a_small_screen(dialog):
    dialog.turn_to(1)
    assert nameless(dialog) == []
    assert dialog.minimumSizeHint().width() <= 1240
    assert dialog.minimumSizeHint().height() <= 660


def nameless(window):
    """The fields, tables and buttons that a screen reader would have no name for."""
    found = [*window.findChildren(QAbstractButton), *window.findChildren(QTableWidget), *window.findChildren(QComboBox)]
    shown = [each for each in found if each.isVisibleTo(window)]
    assert shown
    return [each for each in shown if not QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name)]


@pytest.mark.parametrize("console", ["en", "fr"], indirect=True)
def test_heads_of_the_columns_that_every_program_has_are_never_cut(dialog):
    QTest.keyClick(dialog, Qt.Key.Key_2, ALT)
    table, header = dialog.standings.table, dialog.standings.table.horizontalHeader()
    for place in range(4):
        head = table.horizontalHeaderItem(place).text()
        assert header.sectionSize(place) > header.fontMetrics().horizontalAdvance(head) + 8, head
