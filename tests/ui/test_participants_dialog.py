"""Participants in the console: by keys, from a list and a report, drawn at random, and never anywhere else."""

from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from box_board import records
from exchange.workbooks import workbook
from facilitator.domain.engagement import Engagement, Person, Segment, Session
from facilitator.domain.participation import Attendance, Enrolment, Shuffle
from facilitator.domain.program import Cohort, Program
from facilitator.ui.console import participant_work
from facilitator.ui.dialogs.participants_table import COLUMNS, FIELDS, PRESENCE
from facilitator.workshop.sessions import SessionValues, session_edited
from typing_keys import press, type_text, wait_for

FEBRUARY = date(2027, 2, 2)
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
DATA = Path(__file__).parents[1] / "data" / "attendance"


@pytest.fixture(autouse=True)
def seeded(console):
    console.live.attending.random = Random(5)


@pytest.fixture
def dialog(qtbot, console):
    QTest.keyClick(console, Qt.Key.Key_U, CONTROL)
    made = console.live.attending.dialog
    wait_for(made, qtbot)
    return made


def cells(dialog, column):
    table = dialog.table
    return [table.item(row, COLUMNS.index(column)).text() for row in range(table.rowCount())]


def add(dialog, *names):
    for name in names:
        dialog.line.setFocus()
        type_text(f"{name}\n")


def chosen(dialog, *rows):
    dialog.table.clearSelection()
    for row in rows:
        dialog.table.selectionModel().select(
            dialog.table.model().index(row, 0),
            dialog.table.selectionModel().SelectionFlag.Select | dialog.table.selectionModel().SelectionFlag.Rows,
        )


def test_names_are_typed_one_after_the_other(dialog, console):
    assert dialog.line.hasFocus()
    add(dialog, "Zoé Côté (elle)", "Max Roy - Ville de Laval")
    assert dialog.line.hasFocus()
    assert dialog.line.text() == ""
    assert cells(dialog, "name") == ["Max Roy", "Zoé Côté"]
    assert cells(dialog, "pronouns") == ["", "elle"]
    assert cells(dialog, "organization") == ["Ville de Laval", ""]
    assert dialog.counted == "2 people"
    assert len(list(console.desk.document.every(Attendance))) == 2


def test_a_name_that_is_there_is_told_and_stays_typed(dialog):
    add(dialog, "Max", "max")
    assert "already" in dialog.problem
    assert dialog.line.selectedText() == dialog.line.text() == "max"
    QTest.keyClick(dialog.line, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.problem.startswith("A name is typed")
    QTest.keyClick(dialog.line, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_cell_is_typed_by_keys_and_undone(dialog, console):
    add(dialog, "Mai")
    press(Qt.Key.Key_Down)
    dialog.table.setCurrentCell(0, FIELDS.index("pronunciation"))
    type_text("my\n")
    QApplication.processEvents()
    (person,) = (each for each in console.desk.document.every(Person) if each.name == "Mai")
    assert person.pronunciation == "my"
    dialog.undo()
    assert cells(dialog, "pronunciation") == [""]
    dialog.undo()
    assert cells(dialog, "name") == []
    before = console.desk.document
    dialog.undo()
    assert console.desk.document is before


def test_what_is_refused_stays_typed_in_its_cell(dialog, console):
    add(dialog, "Mai")
    dialog.table.setFocus()
    dialog.table.setCurrentCell(0, 0)
    press(Qt.Key.Key_F2)
    type_text("   \n")
    QApplication.processEvents()
    assert "empty" in dialog.problem
    assert QApplication.focusWidget().text() == "   "
    press(Qt.Key.Key_Escape)
    assert cells(dialog, "name") == ["Mai"]
    assert dialog.isVisible()


def test_space_turns_the_presence_of_the_chosen_rows(dialog):
    add(dialog, "Ana", "Bo", "Cy")
    dialog.table.setFocus()
    dialog.table.setCurrentCell(0, PRESENCE)
    press(Qt.Key.Key_Down, SHIFT)
    expected = [["present"] * 2, ["in part"] * 2, ["absent"] * 2, ["–"] * 2]
    for values in expected:
        press(Qt.Key.Key_Space)
        assert cells(dialog, "presence") == [*values, "–"]


def test_rows_are_removed_forgotten_and_two_are_made_one(dialog, console):
    add(dialog, "Ana", "Anna", "Bo")
    dialog.table.setFocus()
    chosen(dialog, 0, 1)
    assert dialog.merge.isEnabled()
    dialog.merge.click()
    assert [each.text().strip() for each in dialog.merging.keep] == ["Keep the name “Ana”", "Keep the name “Anna”"]
    assert len(cells(dialog, "name")) == 3
    dialog.merging.keep[1].click()
    assert cells(dialog, "name") == ["Anna", "Bo"]
    assert dialog.counted.startswith("✓ Ana is now one with Anna · ")
    dialog.table.setCurrentCell(1, 0)
    press(Qt.Key.Key_Delete, CONTROL)
    assert len(cells(dialog, "name")) == 1
    press(Qt.Key.Key_Delete, SHIFT)
    assert cells(dialog, "name") == []
    assert not list(console.desk.document.every(Person))
    for _ in range(3):
        dialog.undo()
    assert cells(dialog, "name") == ["Ana", "Anna", "Bo"]


def test_a_pasted_list_is_shown_first_and_enter_takes_it(qtbot, dialog, console):
    before = console.desk.document
    QGuiApplication.clipboard().setText("1. Ana\n2. Bo (he/him)\nx@y.ca\n")
    dialog.line.setFocus()
    press(Qt.Key.Key_V, CONTROL)
    preview = console.live.attending.preview
    wait_for(preview, qtbot)
    assert preview.heading == "Add 2 people?"
    assert preview.counts == "List · 2 new · 1 row is refused"
    assert preview.table.isColumnHidden(3)
    assert not preview.absent_rest.isVisible()
    assert console.desk.document is before
    press(Qt.Key.Key_Return)
    assert not preview.isVisible()
    assert cells(dialog, "name") == ["Ana", "Bo"]
    dialog.undo()
    assert cells(dialog, "name") == []


def preview_rows(preview):
    table = preview.table
    return [[table.item(row, column).text() for column in range(5)] for row in range(table.rowCount())]


def test_the_preview_tells_pronouns_and_with_whom_a_row_was_made_one_and_del_leaves_one_out(qtbot, dialog, console):
    add(dialog, "Zoé Côté")
    console.live.attending.show_list("Ana <ana@x.ca>\nA. Roy <ana@x.ca>\n")
    assert preview_rows(console.live.attending.preview) == [["Ana", "", "", "", "new · merged with A. Roy"]]
    console.live.attending.preview.reject()
    console.live.attending.show_list("Ana; Harbour Trust; she/her\nzoe cote\nZOÉ CÔTÉ\nBo\nBo\nCy\n")
    preview = console.live.attending.preview
    wait_for(preview, qtbot)
    assert preview_rows(preview) == [
        ["Ana", "Harbour Trust", "she/her", "", "new"],
        ["zoe cote", "", "", "", "in the list · as Zoé Côté · 2 rows made one"],
        ["Bo", "", "", "", "new · 2 rows made one"],
        ["Cy", "", "", "", "new"],
    ]
    preview.table.setFocus()
    preview.table.setCurrentCell(2, 0)
    press(Qt.Key.Key_Delete)
    assert preview.heading == "Add 3 people?"
    assert preview.counts.endswith("1 left out")
    assert preview.table.currentRow() == 2
    preview.put_button.click()
    assert cells(dialog, "name") == ["Ana", "Cy", "Zoé Côté"]


def test_minutes_stand_beside_those_that_were_planned(qtbot, dialog, console):
    planned = sum(each.minutes for each in console.desk.document.every(Segment))
    console.live.attending.show_list((DATA / "zoom.csv").read_bytes())
    preview = console.live.attending.preview
    wait_for(preview, qtbot)
    assert planned
    assert all(row[3].endswith(f" of {planned} min") for row in preview_rows(preview))


def test_a_pasted_chat_offers_whoever_wrote_in_it(qtbot, dialog, console):
    chat = (DATA.parent / "chat" / "zoom_new.txt").read_text(encoding="utf-8")
    QGuiApplication.clipboard().setText(chat)
    dialog.paste_list.click()
    preview = console.live.attending.preview
    wait_for(preview, qtbot)
    assert preview.counts.startswith("Meeting chat: whoever wrote in it · 3 new")
    assert [row[0] for row in preview_rows(preview)] == ["Camille Roux", "Idris Benali", "Nora Lind"]


def test_an_attendance_file_is_looked_for_beside_the_engagement(monkeypatch, dialog, console, tmp_path):
    asked = []
    monkeypatch.setattr(participant_work, "files_to_open", lambda *its: asked.append(its[-1]) or [])
    console.live.attending.folder = tmp_path
    dialog.file.click()
    assert asked == [tmp_path]


def test_a_report_dropped_on_the_console_opens_its_preview(qtbot, console):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(DATA / "teams_english.csv"))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(console, QDragEnterEvent(QPoint(9, 9), copy, data, left, none))
    QApplication.sendEvent(console, QDropEvent(QPointF(9, 9), copy, data, left, none))
    attending = console.live.attending
    wait_for(attending.preview, qtbot)
    assert attending.preview.heading == "Take the attendance of 3 people?"
    assert attending.preview.absent_rest.isVisible()
    press(Qt.Key.Key_Return)
    assert cells(attending.dialog, "minutes") == ["121", "98", "30"]
    assert attending.dialog.counted.startswith("3 people")


def test_a_report_in_a_workbook_dropped_on_the_console_says_which_sheet_it_is(qtbot, console, tmp_path):
    came = datetime(2026, 11, 22, 9, 0)
    rows = [["Name", "Join time", "Leave time"], ["Roux, Camille", came, came + timedelta(minutes=98)]]
    path = tmp_path / "attendance.xlsx"
    path.write_bytes(workbook(("Report", rows), ("Pay", [["secret"]], "hidden")))
    assert console.live.attending.open_file([path])
    attending = console.live.attending
    wait_for(attending.preview, qtbot)
    assert attending.preview.counts.startswith("Read from the sheet “Report”. · 1 hidden sheet was not read. · ")
    press(Qt.Key.Key_Return)
    assert cells(attending.dialog, "minutes") == ["98"]


def test_who_is_not_in_the_report_is_absent_where_that_is_ticked(qtbot, dialog, console):
    add(dialog, "Expected Guest")
    console.live.attending.show_list((DATA / "zoom.csv").read_bytes())
    preview = console.live.attending.preview
    wait_for(preview, qtbot)
    preview.absent_rest.click()
    preview.put_button.click()
    assert dict(zip(cells(dialog, "name"), cells(dialog, "presence"), strict=True))["Expected Guest"] == "absent"


def test_a_file_that_cannot_be_read_says_why(dialog, console, tmp_path):
    console.live.attending.show_list(b"PK\x03\x04")
    preview = console.live.attending.preview
    assert preview.heading == "This can’t be read"
    assert "workbook" in preview.problem
    assert not preview.put_button.isEnabled()
    preview.reject()
    console.live.attending._show_files([tmp_path / "gone.csv"])
    assert "gone.csv" in dialog.problem


def test_a_long_report_is_read_beside_the_window(qtbot, dialog, console):
    rows = "".join(f"Person {number % 900},2027-01-14 09:00,2027-01-14 10:00\n" for number in range(9_000))
    console.live.attending.show_list(f"Name,Join Time,Leave Time\n{rows}")
    preview = console.live.attending.preview
    assert preview.is_busy
    qtbot.waitUntil(lambda: not preview.is_busy, timeout=20_000)
    assert preview.heading == "Take the attendance of 900 people?"


def test_groups_are_drawn_read_drawn_again_and_copied_on_the_button_alone(qtbot, dialog, console):
    QGuiApplication.clipboard().setText("mine")
    add(dialog, "Ana", "Bo", "Cy", "Di")
    console.live.attending.edit(dialog.table.ids[0], "pronunciation", "A-na")
    dialog.pairs.click()
    drawing = console.live.attending.drawing
    wait_for(drawing, qtbot)
    assert drawing.heading == "2 groups"
    heads = [name for name, _ in drawing.rows if name.startswith("Group")]
    assert heads == ["Group 1", "Group 2"]
    assert ("Ana", "A-na") in drawing.rows
    first = drawing.rows
    drawing.draw_again()
    assert len(list(console.desk.document.every(Shuffle))) == 1
    assert "takes the place" in drawing.said
    assert QGuiApplication.clipboard().text() == "mine"
    drawing.copy()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [line[:9] for line in lines] == ["Group 1: ", "Group 2: "]
    assert sorted(", ".join(line[9:] for line in lines).split(", ")) == ["Ana", "Bo", "Cy", "Di"]
    press(Qt.Key.Key_Escape)
    assert dialog.isVisible()
    dialog.pairs.click()
    assert "Nobody" in console.live.attending.drawing.heading
    assert console.live.attending.drawing.rows != first


def test_a_drawing_that_was_used_stays_when_another_one_is_drawn(qtbot, dialog, console):
    add(dialog, *(f"Person {number}" for number in range(24)))
    dialog.pairs.click()
    drawing = console.live.attending.drawing
    wait_for(drawing, qtbot)
    drawing.copy()
    drawing.table.scrollToBottom()
    drawing.draw_again()
    assert len(list(console.desk.document.every(Shuffle))) == 2
    assert drawing.said == console.desk.words("people.drawing_added")
    assert drawing.table.rowAt(0) == 0
    drawing.accept()
    dialog.last.click()  # it was closed: it was read aloud
    console.live.attending.drawing.draw_again()
    assert len(list(console.desk.document.every(Shuffle))) == 3
    console.live.attending.drawing.draw_again()
    assert len(list(console.desk.document.every(Shuffle))) == 3


def test_no_key_copies_a_name(dialog, console):
    QGuiApplication.clipboard().setText("mine")
    add(dialog, "Ana", "Bo")
    console.live.attending.show_list("Cy\nDi\n")
    dialog.pairs.click()
    for table in (dialog.table, console.live.attending.preview.table, console.live.attending.drawing.table):
        table.setCurrentCell(1, 0)
        table.selectAll()
        QTest.keyClick(table, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "mine"


def test_an_order_is_a_numbered_row_each(dialog, console):
    add(dialog, "Ana", "Bo", "Cy")
    dialog.order.click()
    drawing = console.live.attending.drawing
    assert drawing.heading == "In this order"
    assert [name[:2] for name, _ in drawing.rows] == ["1.", "2.", "3."]
    drawing.copy()
    assert sorted(QGuiApplication.clipboard().text().splitlines()) == ["Ana", "Bo", "Cy"]
    drawing.reject()
    dialog.accept()
    console.live.attending.open()
    assert console.live.attending.dialog.last.isEnabled()


def test_everybody_known_and_a_cohort_by_one_button(make_desk, make_console):
    known = [Person(id="p1", name="Ana"), Person(id="p2", name="Bo")]
    console = make_console(make_desk(*records(), *known))
    dialog = console.live.attending.open()
    assert dialog.known.text().strip() == "Add all known (2)"
    dialog.known.click()
    assert cells(dialog, "name") == ["Ana", "Bo"]
    assert not dialog.known.isVisible()


def test_newcomers_are_enrolled_in_the_cohort(make_desk, make_console, qtbot):
    found = [each.having(cohort_id="c") if isinstance(each, Session) else each for each in records()]
    cohort = [Program(id="pr", number=1, title="Program"), Cohort(id="c", program_id="pr", number=1, title="Spring")]
    known = [Person(id="p1", name="Ana"), Enrolment(id="e1", cohort_id="c", person_id="p1")]
    console = make_console(make_desk(found[0], *cohort, *found[1:], *known))
    dialog = console.live.attending.open()
    assert dialog.known.text().strip() == "Add the cohort (1)"
    dialog.known.click()
    dialog.line.setText("Bo")
    dialog.add()
    assert dialog.enrol.text().strip() == "Enrol 1 in the cohort  Alt+I"
    wait_for(dialog, qtbot)
    press(Qt.Key.Key_I, Qt.KeyboardModifier.AltModifier)
    assert len(list(console.desk.document.every(Enrolment))) == 2
    assert not dialog.enrol.isVisible()
    assert "Enrolled in the cohort: 1" in dialog.counted
    assert dialog.table.hasFocus()
    press(Qt.Key.Key_I, Qt.KeyboardModifier.AltModifier)
    assert dialog.problem == ""


def test_names_stay_hidden_while_what_is_private_is(console):
    console.panel.private.toggle()
    QTest.keyClick(console, Qt.Key.Key_U, CONTROL)
    assert console.live.attending.dialog is None
    assert console.live.attending.open_file([DATA / "zoom.csv"])
    assert console.live.attending.preview is None
    console.panel.private.toggle()
    assert console.live.attending.open() is not None


def test_names_stay_hidden_also_without_any_board(make_desk, make_console):
    console = make_console(make_desk(*(each for each in records() if isinstance(each, (Engagement, Session, Segment)))))
    console.panel.private.toggle()
    assert console.live.attending.open() is None
    console.panel.private.toggle()
    assert console.live.attending.open() is not None


def test_without_a_session_a_sentence_says_so(make_desk, make_console):
    bare = [each for each in records() if type(each).__name__ not in ("Session", "Segment")]
    console = make_console(make_desk(*bare))
    assert console.live.attending.open() is None
    assert console.live.attending.dialog is None


def test_what_cannot_be_saved_is_told_and_the_name_stays(dialog, ledger):
    ledger.full = True
    add(dialog, "Ana")
    assert dialog.line.text() == "Ana"
    assert dialog.problem


def test_everything_private_stands_in_the_console_and_no_title_names_anybody(dialog, console):
    add(dialog, "Ana Secretname")
    dialog.order.click()
    for window in QApplication.topLevelWidgets():
        assert "Secretname" not in window.windowTitle()
    assert dialog.parent() is console
    assert console.live.attending.drawing.parent() is dialog


@pytest.mark.parametrize("language", ["en", "fr"])
def test_everything_that_takes_the_focus_has_a_name_and_fits_a_small_screen(make_desk, make_console, language):
    console = make_console(make_desk(*records(), Person(id="p1", name="Ana"), language=language))
    dialog = console.live.attending.open()
    dialog.known.click()
    console.live.attending.show_list((DATA / "zoom.csv").read_bytes())
    dialog.pairs.click()
    for window in (dialog, console.live.attending.preview, console.live.attending.drawing):
        for widget in window.findChildren(QWidget):
            named = type(widget.parent()).__name__ in ("NumberField", "QTableWidget", "ParticipantsTable")
            if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisibleTo(window) and not named:
                name = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
                assert name.strip() or type(widget).__name__ == "QScrollBar", widget
        least = window.minimumSizeHint()
        assert least.width() <= 960
        assert least.height() <= 540


def test_a_report_of_another_day_ticks_nobody_and_needs_a_step_more(qtbot, dialog, console):
    desk, work = console.desk, console.live.attending
    session = next(iter(desk.document.every(Session)))
    desk.ask(lambda document: session_edited(document, session.id, SessionValues(session.title, held_on=FEBRUARY)))
    work.show_list(
        "Name,Join Time,Leave Time\nAna Roy,2026-11-17 09:00,2026-11-17 10:00\n"
        "15145550199,2026-11-17 09:00,2026-11-17 10:00\n"
    )
    preview = work.preview
    wait_for(preview, qtbot)
    assert "17 November 2026" in preview.elsewhere
    assert not preview.put_button.isEnabled()
    assert [preview.table.item(row, 0).checkState() for row in range(2)] == [Qt.CheckState.Unchecked] * 2
    preview.put()
    assert cells(dialog, "name") == []
    preview.take_elsewhere.click()
    assert "telephone" in preview_rows(preview)[1][4]
    assert preview.table.item(1, 0).checkState() == Qt.CheckState.Unchecked
    preview.put_button.click()
    assert cells(dialog, "name") == ["Ana Roy"]


def test_space_ticks_who_comes_in(qtbot, dialog, console):
    console.live.attending.show_list("Ana\nBo\n")
    preview = console.live.attending.preview
    wait_for(preview, qtbot)
    preview.table.setFocus()
    preview.table.setCurrentCell(0, 1)
    press(Qt.Key.Key_Space)
    preview.put_button.click()
    assert cells(dialog, "name") == ["Bo"]


def test_before_the_day_of_a_session_marking_somebody_asks_once(dialog, console):
    desk = console.desk
    session = next(iter(desk.document.every(Session)))
    ahead = desk.today() + timedelta(days=3)
    desk.ask(lambda document: session_edited(document, session.id, SessionValues(session.title, held_on=ahead)))
    add(dialog, "Ana")
    dialog.table.setFocus()
    dialog.table.setCurrentCell(0, PRESENCE)
    press(Qt.Key.Key_Space)
    assert "nobody can have been there yet" in dialog.problem
    assert cells(dialog, "presence") == ["–"]
    press(Qt.Key.Key_Space)
    assert cells(dialog, "presence") == ["present"]


def test_one_name_with_two_addresses_is_told_before_it_is_taken(qtbot, dialog, console):
    table = (
        "Name,Organization,Email\nBen Carter,Northbay,b@x.ca\nben carter,Northbay,b2@x.ca\nBen Carter,Laval,b3@x.ca\n"
    )
    console.live.attending.show_list(table)
    preview = console.live.attending.preview
    wait_for(preview, qtbot)
    assert "in other letters: Ben Carter, ben carter." in preview.warned


def test_who_was_read_and_is_not_ticked_is_not_absent_by_that(qtbot, dialog, console):
    add(dialog, "Ana", "Bo", "Cy")
    table = "Name,Duration\nAna,30 min\nBo,30 min\n"
    console.live.attending.show_list(table)
    preview = console.live.attending.preview
    wait_for(preview, qtbot)
    preview.table.item(1, 0).setCheckState(Qt.CheckState.Unchecked)
    preview.absent_rest.click()
    preview.put_button.click()
    assert cells(dialog, "presence") == ["present", "–", "absent"]
