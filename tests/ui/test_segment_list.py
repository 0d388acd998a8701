"""The agenda as a list that is worked with: adding, moving, removing by keys and by the menu, times, hints."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from box_board import records
from facilitator.domain.chat import ChatLine
from facilitator.domain.engagement import Board, Segment, Session
from facilitator.ui import style
from facilitator.ui.console.rows import ASIDE
from facilitator.ui.console.segment_rows import BEGINS, name_lines
from facilitator.workshop.agenda import segments_of
from facilitator.workshop.segments import SegmentValues, segment_edited
from facilitator.workshop.sessions import SessionValues, session_edited

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SAID = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def agenda(console):
    return console.live.agenda


@pytest.fixture
def rows(agenda):
    agenda.list.setFocus()
    return agenda.list


def titles(desk):
    return [segment.title for segment in segments_of(desk.document, "session_1")]


def asked(console):
    """The segment dialog that is open."""
    return next(each for each in console.children() if type(each).__name__ == "SegmentDialog" and each.isVisible())


def enter(console, title):
    dialog = asked(console)
    dialog.title.setText(title)
    dialog.enter()
    assert not dialog.isVisible()


def test_insert_adds_a_segment_after_the_row_and_with_ctrl_before_it(console, desk, agenda, rows, changes):
    rows.setCurrentRow(0)
    QTest.keyClick(rows, Qt.Key.Key_Insert)
    enter(console, "Aim")
    assert titles(desk) == ["Welcome", "Aim", "Silent listing"]
    assert agenda.segment.title == "Aim"
    QTest.keyClick(rows, Qt.Key.Key_Insert, CTRL)
    enter(console, "Care for names")
    assert titles(desk) == ["Welcome", "Care for names", "Aim", "Silent listing"]
    assert [change.label for change in changes] == ["add_segment", "add_segment"]
    console.undo()
    console.undo()
    assert titles(desk) == ["Welcome", "Silent listing"]


def test_a_new_segment_needs_a_title_and_keeps_what_was_typed(console, desk, agenda):
    agenda.add_button.click()
    dialog = asked(console)
    dialog.prompt.setPlainText("Who else?")
    dialog.enter()
    assert dialog.problem == desk.words("refusals.name_empty")
    dialog.reject()
    assert (dialog.isVisible(), dialog.problem) == (True, desk.words("console.entry_not_saved"))
    dialog.reject()
    assert not dialog.isVisible()
    assert titles(desk) == ["Welcome", "Silent listing"]


def test_alt_with_an_arrow_moves_the_segment_and_stays_with_it(desk, agenda, rows, changes):
    rows.setCurrentRow(0)
    QTest.keyClick(rows, Qt.Key.Key_Down, ALT)
    assert titles(desk) == ["Silent listing", "Welcome"]
    assert (agenda.segment.id, rows.currentRow()) == ("g1", 1)
    told = []
    desk.refused.connect(told.append)
    QTest.keyClick(rows, Qt.Key.Key_Down, ALT)
    QTest.keyClick(rows, Qt.Key.Key_Up, ALT)
    assert titles(desk) == ["Welcome", "Silent listing"]
    assert [change.label for change in changes] == ["move_segment", "move_segment"]
    assert told == []


def test_a_double_click_edits_and_starts_nothing(console, desk, rows):
    place = rows.visualItemRect(rows.item(1)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked(console).title.text() == "Silent listing"
    assert desk.document.get(Session, "session_1").running_segment_id == ""


def dropped(rows, place):
    data = QMimeData()  # the event does not keep it
    moves, button = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
    event = QDropEvent(QPointF(place), moves, data, button, Qt.KeyboardModifier.NoModifier)
    rows.dropEvent(event)
    took_its_row_away = event.dropAction() == moves
    assert not took_its_row_away


def test_a_segment_is_dragged_to_another_place(make_desk, make_console):
    more = [Segment(id=f"g{n}", session_id="session_1", number=n, minutes=5, title=f"Part {n}") for n in (3, 4)]
    console = make_console(make_desk(*records(), *more))
    rows, desk = console.live.agenda.list, console.desk
    assert rows.dragDropMode() == rows.DragDropMode.InternalMove
    rows.setCurrentRow(0)
    dropped(rows, rows.visualItemRect(rows.item(2)).bottomLeft())
    assert titles(desk) == ["Silent listing", "Part 3", "Welcome", "Part 4"]
    assert (console.live.agenda.segment.id, rows.count()) == ("g1", 4)
    dropped(rows, rows.visualItemRect(rows.item(0)).topLeft())
    assert titles(desk) == ["Welcome", "Silent listing", "Part 3", "Part 4"]
    dropped(rows, rows.visualItemRect(rows.item(0)).bottomLeft())  # where it is already
    dropped(rows, QPoint(5, rows.viewport().height() - 1))
    assert titles(desk) == ["Silent listing", "Part 3", "Part 4", "Welcome"]
    console.undo()
    assert titles(desk) == ["Welcome", "Silent listing", "Part 3", "Part 4"]


def test_a_long_name_takes_two_lines_and_is_cut_in_the_second_one_only():
    font = style.app_font()
    assert name_lines("Welcome", font, 150) == ["Welcome"]
    assert name_lines("Your own web: inside and outside", font, 150) == ["Your own web: inside", "and outside"]
    first, second = name_lines("🎉 Your own web: inside and outside of the organization", font, 150)
    assert first.startswith("🎉 Your own")
    assert second.endswith("…")


def test_a_row_with_a_long_name_is_higher_whether_the_list_scrolls_or_not(make_desk, make_console):
    long = Segment(id="g3", session_id="session_1", number=3, minutes=5, title="Relationship and influence of all")
    console = make_console(make_desk(*records(), long))
    rows = console.live.agenda.list
    heights = [rows.visualItemRect(rows.item(row)).height() for row in range(3)]
    assert heights[0] == heights[1] < heights[2]


def test_del_removes_the_segment_but_never_the_running_one(console, desk, rows):
    told = []
    desk.refused.connect(told.append)
    console.live.timing.start("g1")
    rows.setCurrentRow(0)
    QTest.keyClick(rows, Qt.Key.Key_Delete)
    assert told == [desk.words("refusals.segment_runs_on")]
    rows.setCurrentRow(1)
    QTest.keyClick(rows, Qt.Key.Key_Delete)
    assert titles(desk) == ["Welcome"]
    console.undo()
    assert titles(desk) == ["Welcome", "Silent listing"]


def test_the_menu_offers_all_of_it_with_the_mouse(console, desk, agenda, rows):
    menu = rows.menu_of(1)
    deeds = {action.text(): action for action in menu.actions()}
    words = ("start", "edit", "add_after", "add_before", "move_up", "move_down", "remove")
    assert list(deeds) == [desk.words(f"session.segment_{name}") for name in words]
    deeds["Move up"].trigger()
    assert titles(desk) == ["Silent listing", "Welcome"]
    rows.menu_of(0).actions()[0].trigger()
    assert desk.document.get(Session, "session_1").running_segment_id == "g2"
    rows.menu_of(1).actions()[1].trigger()
    assert asked(console).title.text() == "Welcome"


def test_an_empty_agenda_offers_to_add_a_segment(make_desk, make_console):
    console = make_console(make_desk(*[each for each in records() if not isinstance(each, Segment)]))
    rows = console.live.agenda.list
    assert [action.text() for action in rows.menu_of(-1).actions()] == ["Add one after it…"]
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_Delete)
    QTest.keyClick(rows, Qt.Key.Key_Insert)
    enter(console, "Welcome")
    assert titles(console.desk) == ["Welcome"]


def test_without_a_session_there_is_a_button_for_one(make_desk, make_console):
    console = make_console(make_desk(*[each for each in records() if not isinstance(each, Segment | Session)]))
    agenda = console.live.agenda
    assert agenda.new_session.isVisible()
    assert not agenda.list.isVisible()
    agenda.new_session.click()
    dialog = next(each for each in console.children() if type(each).__name__ == "SessionDialog")
    dialog.title.setText("First meeting")
    dialog.enter()
    assert (agenda.session_title, agenda.new_session.isVisible()) == ("First meeting", False)


def test_times_stand_beside_segments_once_it_is_known_when_the_session_begins(console, desk, rows):
    assert (rows.item(1).text(), rows.item(1).data(BEGINS)) == ("Silent listing", "")
    desk.ask(lambda at: session_edited(at, "session_1", SessionValues("Who has a stake?", begins="9:30")))
    console.show_lists()
    assert [rows.item(row).data(SAID) for row in (0, 1)] == [
        "Welcome, 10 minutes, begins at 09:30",
        "Silent listing, 20 minutes, begins at 09:40",
    ]
    assert [rows.item(1).data(role) for role in (BEGINS, ASIDE)] == ["09:40", "20"]


def test_hints_are_told_in_one_line_until_the_session_runs(console, desk, agenda):
    assert agenda.hints.said == (
        "Within the first 15 minutes nothing lets everybody speak once: begin with a check-in.",
        "The session ends with “Silent listing”: leave time for commitments and the parking lot.",
    )
    assert agenda.hints.isVisible()
    assert agenda.hints.accessibleName() == "2 hints on this agenda"
    agenda.hints.list.actions()[1].trigger()
    assert agenda.segment.id == "g2"
    below = agenda.hints.mapToGlobal(QPoint(0, 0)).y()
    QTest.mouseClick(agenda.hints, Qt.MouseButton.LeftButton)
    assert agenda.hints.list.isVisible()
    assert agenda.hints.list.geometry().bottom() < below
    agenda.hints.list.close()
    console.live.timing.start("g1")
    console.show_lists()
    assert not agenda.hints.isVisible()


def test_a_row_tells_what_it_has_no_room_for(console, desk, rows):
    desk.ask(lambda at: segment_edited(at, "g2", SegmentValues("Silent listing", 20, "silent", board_id="two")))
    console.show_lists()
    assert rows.item(1).toolTip() == "Silent listing\nSilent brainstorming\nBrings “Second board” to the stage"


def test_chat_that_belongs_to_no_session_is_in_the_tray_of_every_session(make_desk, make_console):
    console = make_console(make_desk(*records(), ChatLine(id="l", number=1, text="Hello")))
    assert console.live.session_id == "session_1"
    assert console.live.chat.list.count() == 1


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_low_window_has_room_for_many_boards_two_sessions_and_a_clock(qtbot, make_desk, make_console, language):
    boards = [Board(id=f"x{number}", number=number, kind="boxes", title=f"Board {number}") for number in range(3, 9)]
    other = Session(id="t", number=2, title="Again")
    console = make_console(make_desk(*records(), *boards, other, language=language))
    assert console.live.agenda.hints.isVisible()
    assert console.minimumSizeHint().height() <= 680
    console.live.timing.start("g1")
    console.show_lists()
    assert console.minimumSizeHint().height() <= 680
    console.resize(1280, 900)
    QApplication.processEvents()
    high, stage = console.boards.height(), console.stage
    preview = stage.surface.width()
    qtbot.waitUntil(lambda: stage.controls.y() > preview * 9 / 16)
    console.resize(1280, 680)
    qtbot.waitUntil(lambda: stage.controls.x() > stage.surface.width())
    QApplication.processEvents()
    assert 60 <= console.boards.height() < high
    assert console.live.agenda.list.height() >= 100
    assert abs(stage.surface.width() - stage.surface.height() * 16 / 9) <= 2
    console.resize(1280, 900)
    qtbot.waitUntil(lambda: stage.surface.width() == preview)
