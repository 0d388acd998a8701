"""The program overview: what it shows, what is changed in place, forms and lists over it, and what it writes."""

from dataclasses import replace
from datetime import date
from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QListWidget, QTableWidget

from box_board import records
from facilitator import catalogue, templates
from facilitator.boards.assessment.model import Respondent
from facilitator.domain.commitment import Commitment
from facilitator.domain.engagement import Board, Person, Segment, Session
from facilitator.domain.participation import Attendance, Enrolment, StudyGroup
from facilitator.domain.program import Cohort, Program, Track
from facilitator.ui.console import overview_work
from facilitator.ui.desk import Kinds
from facilitator.ui.dialogs import program_overview

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NAMES = ("Ana", "Bo", "Cy", "Di", "Eli", "Fay")


def program():
    return [
        Program(id="p", number=1, title="Leaders", kind="half_day_series"),
        Track(id="t", program_id="p", number=1, title="Staff", audience="Everybody"),
        Cohort(id="c", program_id="p", number=1, title="Spring"),
        Session(id="h1", number=2, title="Half day 1", cohort_id="c", held_on=date(2027, 1, 12), begins="09:00"),
        Session(id="h2", number=3, title="Half day 2", cohort_id="c", held_on=date(2027, 1, 26), begins="09:00"),
        Session(id="h3", number=4, title="Half day 3", cohort_id="c"),
        *(Person(id=each.lower(), name=each, organization="Laval") for each in NAMES),
        Person(id="guest", name="Guest"),
        *(Enrolment(id=f"e_{each.lower()}", cohort_id="c", person_id=each.lower()) for each in NAMES),
        Attendance(id="a1", session_id="h1", person_id="ana", presence="present"),
        Attendance(id="a2", session_id="h1", person_id="bo", presence="partial"),
        Attendance(id="a3", session_id="h1", person_id="guest", presence="present"),
        Commitment(id="k", person_id="ana", number=1, text="Call"),
    ]


@pytest.fixture(params=["en"])
def console(request, make_desk, make_console):
    window = make_console(make_desk(*records(), *program(), language=request.param))
    window.live.overview.lists.random = Random(1)
    window.live.agenda.open_session("h1")
    return window


@pytest.fixture
def desk(console):
    return console.desk


@pytest.fixture
def dialog(console):
    return console.live.overview.open()


def cells(dialog, row):
    table = dialog.table
    return {
        table.horizontalHeaderItem(place).text(): table.item(row, place).text() for place in range(table.columnCount())
    }


def pick(dialog, column, text):
    """Choose in place, by keys alone."""
    for _ in range(dialog.table.columns.index(column) - dialog.table.currentColumn()):
        QTest.keyClick(dialog.table, Qt.Key.Key_Right)
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    for _ in dialog.menu.actions():
        if dialog.menu.activeAction().text() != text:
            QTest.keyClick(dialog.menu, Qt.Key.Key_Down)
    QTest.keyClick(dialog.menu, Qt.Key.Key_Return)


def turn(dialog, column, text):
    """Choose in place by the button and the mouse."""
    dialog.turns[column].click()
    next(each for each in dialog.menu.actions() if each.text() == text).trigger()
    dialog.menu.close()


def fill(form, **texts):
    editors = {each.key: each for part in form.parts for each in part.editors}
    for key, text in texts.items():
        widget = editors[key].widget
        if hasattr(widget, "findData"):
            widget.setCurrentIndex(widget.findData(text))
            widget.activated.emit(widget.currentIndex())
        elif hasattr(widget, "setPlainText"):
            widget.setPlainText(text)
        else:
            widget.setText(text)
    form.save()


def test_its_key_opens_it_at_the_cohort_of_the_session_with_everybody_in_words(console):
    QTest.keyClick(console, Qt.Key.Key_G, CTRL | SHIFT)
    dialog = console.live.overview.dialog
    assert (dialog.chosen, dialog.counted) == ("c", "6 people")
    assert cells(dialog, 0) == {
        "Name": "Ana",
        "State": "active",
        "Track": "–",
        "Group": "–",
        "1 · 12\u00a0Jan": "✓ present",
        "2 · 26\u00a0Jan": "○ expected",
        "3": "○ expected",
        "Attended": "1 of 3",
        "Earned so far": "–",
        "Commitments": "1",
    }
    assert [cells(dialog, row)["1 · 12\u00a0Jan"] for row in (1, 2)] == ["◐ in part", "– not known"]
    assert dialog.table.horizontalHeaderItem(4).toolTip() == "Half day 1"
    assert [dialog.next.item(row).text() for row in range(dialog.next.count())] == [
        "Tuesday, 26 January 2027, 09:00 · Half day 2",
        "1 session has no date yet.",
    ]
    assert dialog.isModal()


def test_a_session_that_does_not_count_is_marked_and_said(make_desk, make_console):
    ama = Session(id="ama", number=5, title="Questions", cohort_id="c", agenda="ama_60")
    there = Attendance(id="a9", session_id="ama", person_id="ana", presence="present")
    dialog = make_console(make_desk(*records(), *program(), ama, there)).live.overview.open()
    dialog.show_cohort("c")
    shown = cells(dialog, 0)
    assert (shown["+"], shown["Attended"]) == ("✓ present", "1 of 3")
    assert "Questions (does not count)" in {
        dialog.table.horizontalHeaderItem(place).toolTip() for place in range(dialog.table.columnCount())
    }
    assert dialog.hint.endswith("Columns with + do not count for certificates and badges.")


def test_where_all_sessions_count_nothing_is_said_of_it(dialog):
    assert "+ do not count" not in dialog.hint


@pytest.mark.parametrize("console", ["fr"], indirect=True)
def test_all_of_it_is_in_french_too(dialog):
    assert cells(dialog, 1)["1 · 12\u00a0janv."] == "◐ en partie"
    assert "26 janvier 2027" in dialog.next.item(0).text()
    assert dialog.windowTitle() == "Vue d’ensemble du programme"


def test_names_that_are_hidden_stay_hidden(console):
    console.work.hide_private(True)
    assert console.live.overview.open() is None
    assert console.desk.words("program.hidden") in console.panel.capture.message


def test_without_a_cohort_it_says_where_one_is_made(make_desk, make_console):
    console = make_console(make_desk(*records()))
    assert console.live.overview.open() is None
    assert console.desk.words("program.none") in console.panel.capture.message


def test_state_and_track_are_changed_in_place_by_keys_and_undone_step_by_step(desk, dialog):
    pick(dialog, "state", "paused")
    assert desk.document.get(Enrolment, "e_ana").state == "paused"
    pick(dialog, "track", "Staff")
    assert (cells(dialog, 0)["State"], cells(dialog, 0)["Track"]) == ("paused", "Staff")
    QTest.keyClick(dialog, Qt.Key.Key_Z, CTRL)
    assert cells(dialog, 0)["Track"] == "–"
    dialog.undo_button.click()
    assert desk.document.get(Enrolment, "e_ana").state == "active"
    assert not dialog.undo_button.isEnabled()


def test_several_rows_are_changed_at_once_as_one_step_by_the_button_too(desk, dialog):
    dialog.table.selectAll()
    turn(dialog, "state", "completed")
    assert len(dialog.table.chosen) == 6  # they stay chosen
    assert {each.state for each in desk.document.every(Enrolment)} == {"completed"}
    dialog.undo()
    assert {each.state for each in desk.document.every(Enrolment)} == {"active"}


def test_who_withdrew_is_shown_when_asked_for(dialog):
    pick(dialog, "state", "withdrawn")
    assert (dialog.counted, cells(dialog, 0)["Name"]) == ("5 people", "Bo")
    assert dialog.table.chosen == ("e_bo",)
    dialog.state.setCurrentIndex(dialog.state.findData("withdrawn"))
    assert (dialog.counted, cells(dialog, 0)["Name"]) == ("1 person", "Ana")
    dialog.state.setCurrentIndex(dialog.state.findData("paused"))
    assert dialog.hint == dialog._words("program.empty")
    assert not dialog.turns["state"].isEnabled()


def test_a_group_that_is_full_is_refused_in_the_dialog_and_nothing_changes(desk, console, dialog):
    desk.ask(lambda document: study_group(document))
    dialog.table.selectAll()
    turn(dialog, "group", "Group 1")
    assert {each.study_group_id for each in desk.document.every(Enrolment)} == {"g"}
    dialog.enrol.click()
    assert dialog.counted == "7 people"
    names = [cells(dialog, row)["Name"] for row in range(7)]
    dialog.table.selectRow(names.index("Guest"))
    turn(dialog, "group", "Group 1")
    assert dialog.problem == desk.words("refusals.study_group_full", title="Group 1", most=6)
    assert not dialog.enrol.isVisibleTo(dialog)


def study_group(document):
    from facilitator.domain.change import Change, adding

    return Change("add_study_group", adding((StudyGroup(id="g", cohort_id="c", number=1, title="Group 1"),)))


def test_an_enrolment_is_edited_in_a_form_that_keeps_what_was_refused(desk, console, dialog):
    desk.ask(lambda document: closed(document))
    QTest.keyClick(dialog.table, Qt.Key.Key_F2)
    form = console.live.overview.forms.form
    assert form.windowTitle() == desk.words("program.title")
    fill(form, enrolled_on="2027-06-01", certificate_name="Dr. Ana", named="no")
    assert form.problem == desk.words("refusals.enrolled_late", day="2027-06-01", closes="2027-05-01")
    fill(form, enrolled_on="2027-01-11")
    saved = desk.document.get(Enrolment, "e_ana")
    assert (saved.enrolled_on, saved.certificate_name, saved.named) == (date(2027, 1, 11), "Dr. Ana", False)
    dialog.undo()
    assert desk.document.get(Enrolment, "e_ana").certificate_name == ""


def closed(document):
    from facilitator.domain.editing import changed

    cohort = document.get(Cohort, "c")
    return changed("edit_cohort", [(cohort, cohort.having(closes_on=date(2027, 5, 1)))])


def test_everything_of_a_program_and_of_a_cohort_is_edited_in_forms(desk, console, dialog):
    dialog.further["program"].click()
    fill(console.live.overview.forms.form, kind="microcourse", code="LEAD", partners="A\nB")
    saved = desk.document.get(Program, "p")
    assert (saved.kind, saved.code, saved.partners) == ("microcourse", "LEAD", "A\nB")
    dialog.further["cohort"].click()
    form = console.live.overview.forms.form
    fill(form, begins_on="2027-05-01", ends_on="2027-04-01", capacity="5")
    assert form.problem == desk.words("refusals.cohort_ends", begins="2027-05-01", ends="2027-04-01")
    fill(form, begins_on="2027-01-01")
    assert desk.document.get(Cohort, "c").capacity == 5
    assert dialog.wrong.text() == "Spring: 6 people for 5 places."


def test_the_next_season_is_made_in_one_step_and_shown(desk, console, dialog):
    dialog.further["duplicate"].click()
    form = console.live.overview.forms.form
    fill(form, first_day="1 Feb 2028")
    assert form.problem == desk.words("refusals.cohort_title_taken", title="Spring")
    fill(form, title="Fall")
    assert dialog.cohort.currentText() == "Leaders · Fall"
    assert [dialog.cohort.itemText(place) for place in range(3)] == [
        "Leaders · Spring",
        "Leaders · Fall",
        "Leaders: all cohorts",
    ]
    made = next(each for each in desk.document.every(Cohort) if each.id != "c")
    days = [each.held_on for each in desk.document.every(Session) if each.cohort_id == made.id]
    assert days == [date(2028, 2, 1), date(2028, 2, 15), None]
    dialog.undo()
    assert [each.id for each in desk.document.every(Cohort)] == ["c"]
    assert dialog.chosen == "c"


def test_boards_of_the_agendas_are_made_anew_for_the_next_season(make_desk, make_console):
    board = next(each for each in records() if isinstance(each, Board))
    segment = Segment(id="s", session_id="h1", number=1, minutes=30, title="Work", board_id=board.id)
    console = make_console(make_desk(*records(), *program(), segment))
    console.live.agenda.open_session("h1")
    dialog = console.live.overview.open()
    dialog.further["duplicate"].click()
    fill(console.live.overview.forms.form, title="Fall", first_day="1 Feb 2028")
    titles = [each.title for each in console.desk.boards()]
    assert f"{board.title} – Fall" in titles


def test_all_cohorts_stand_in_one_table_and_what_needs_one_says_so(console, dialog):
    dialog.further["duplicate"].click()
    fill(console.live.overview.forms.form, title="Fall", first_day="1 Feb 2028")
    dialog.cohort.setCurrentIndex(2)
    assert cells(dialog, 0) | {"Cohort": "Spring", "1": "✓ present", "3": "○ expected"} == cells(dialog, 0)
    assert dialog.next.item(0).text().endswith("Half day 2 · Spring")
    for name in ("groups", "cohort", "duplicate"):
        dialog.say("")
        dialog.further[name].click()
        assert dialog.problem == dialog._words("program.needs_cohort")


def test_study_groups_are_drawn_hosted_and_removed_in_their_list(desk, console, dialog):
    dialog.further["groups"].click()
    lines = console.live.overview.lists.lines
    lines.further[0].click()
    assert lines.list.count() == 1
    assert lines.list.item(0).text() == "Group 1 · 6 people: Ana, Bo, Cy, Di, Eli, Fay"
    QTest.keyClick(lines.list, Qt.Key.Key_Return)
    fill(console.live.overview.forms.form, title="Early birds", plan="Tuesdays", host="bo")
    assert lines.list.item(0).text() == "Early birds · 6 people: Ana, Bo, Cy, Di, Eli, Fay · host: Bo"
    QTest.keyClick(lines.list, Qt.Key.Key_Delete)
    assert lines.list.count() == 0
    assert not list(desk.document.every(StudyGroup))
    dialog.undo()
    assert next(iter(desk.document.every(StudyGroup))).plan == "Tuesdays"


def test_too_few_for_a_study_group_is_said_in_the_list(desk, console, dialog):
    dialog.table.selectAll()
    turn(dialog, "state", "withdrawn")
    dialog.further["groups"].click()
    lines = console.live.overview.lists.lines
    lines.further[0].click()
    assert lines.problem == desk.words("refusals.study_group_few", count=0, least=4)


def test_tracks_are_added_edited_and_removed_in_their_list(desk, console, dialog):
    dialog.further["tracks"].click()
    lines = console.live.overview.lists.lines
    assert lines.list.item(0).text() == "Staff · Everybody"
    lines.add.click()
    fill(console.live.overview.forms.form, title="Leaders", audience="Directors")
    assert [lines.list.item(row).text() for row in range(2)] == ["Staff · Everybody", "Leaders · Directors"]
    assert lines.list.currentRow() == 1
    QTest.keyClick(lines.list, Qt.Key.Key_Delete)
    assert [each.title for each in desk.document.every(Track)] == ["Staff"]


def test_a_list_and_a_calendar_are_written_and_never_over_another_file(dialog, tmp_path, monkeypatch):
    proposed = []

    def choose(parent, title, path, suffix):
        proposed.append(path.name)
        return tmp_path / f"list{suffix}"

    monkeypatch.setattr(program_overview, "file_to_save", choose)
    dialog.list_button.click()
    text = (tmp_path / "list.csv").read_text("utf-8-sig")
    assert text.splitlines()[0].startswith("Name,Organization,Cohort,State,Track,Study group,Enrolled on,Half day 1")
    assert "Ana,Laval,Spring,active,,,,present,expected,expected,1 of 3,,1" in text.splitlines()
    dialog.calendar_button.click()
    assert "SUMMARY:Half day 1" in (tmp_path / "list.ics").read_text("utf-8")
    assert dialog.told.startswith(dialog._words("program.written", path=tmp_path / "list.ics"))
    assert dialog.problem == ""
    assert proposed == ["leaders-spring-PRIVATE.csv", "leaders-spring.ics"]
    before = (tmp_path / "list.csv").read_bytes()
    dialog.list_button.click()
    assert dialog.problem == dialog._words("refusals.output_exists", path=tmp_path / "list.csv")
    assert (tmp_path / "list.csv").read_bytes() == before


def test_its_key_is_in_the_session_menu(console):
    texts = {each.text(): each.shortcut().toString() for each in console.live.menu.menu().actions()}
    assert texts["Program overview…"] == overview_work.OVERVIEW_KEY


def test_nobodys_name_reaches_the_stage_a_window_title_or_the_clipboard(console, desk, dialog):
    QGuiApplication.clipboard().setText("before")
    before = desk.stage_picture()
    turn(dialog, "state", "paused")
    QTest.keyClick(dialog.table, Qt.Key.Key_C, CTRL)
    QTest.keyClick(dialog.table, Qt.Key.Key_F2)
    form = console.live.overview.forms.form
    dialog.further["groups"].click()
    lines = console.live.overview.lists.lines
    lines.further[0].click()
    QTest.keyClick(lines.list, Qt.Key.Key_C, CTRL)
    titles = [each.windowTitle() + each.accessibleName() for each in (console, dialog, form, lines)]
    assert not any(name in title for name in NAMES for title in titles)
    assert desk.stage_picture() == before
    assert QGuiApplication.clipboard().text() == "before"


@pytest.mark.parametrize("console", ["en", "fr"], indirect=True)
def test_every_field_and_button_is_named_and_all_of_it_fits_a_small_screen(console, dialog):
    dialog.further["duplicate"].click()
    fill(
        console.live.overview.forms.form,
        title="A cohort with quite a long title, of many words",
        first_day="2028-02-01",
    )
    dialog.cohort.setCurrentIndex(2)
    QTest.keyClick(dialog.table, Qt.Key.Key_F2)
    form = console.live.overview.forms.form
    dialog.cohort.setCurrentIndex(0)
    dialog.further["groups"].click()
    for window in (dialog, form, console.live.overview.lists.lines):
        assert nameless(window) == []
        assert window.minimumSizeHint().width() <= 1240, type(window).__name__
        assert window.minimumSizeHint().height() <= 660, type(window).__name__


def nameless(window):
    """The fields, lists and buttons that a screen reader would have no name for."""
    kinds = (QAbstractButton, QLineEdit, QComboBox, QTableWidget, QListWidget)
    shown = [each for kind in kinds for each in window.findChildren(kind) if each.isVisibleTo(window)]
    assert shown
    texts = [QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name).strip() for each in shown]
    return [type(each).__name__ for each, text in zip(shown, texts, strict=True) if not text]


def test_who_withdraws_leaves_the_list_with_a_word(dialog, desk):
    dialog.table.setCurrentCell(0, 1)
    dialog._put("state", ["e_ana"], "withdrawn")
    assert "e_ana" not in dialog.table.ids
    assert dialog.told.startswith("✓ 1 person is not shown any more: the list shows “All but withdrawn”.")


def test_certificates_open_with_the_cohort_of_the_session(console):
    asked = []
    work = console.live.overview
    work.certificatesRequested.connect(lambda its, parent: asked.append((its, parent is work.dialog)))
    work.open_certificates()
    work.dialog.further["certificates"].click()
    assert asked == [("c", True)] * 2
    work.count_steps(1)
    assert work.dialog.undo_button.isEnabled()
    work.count_steps(-1)
    assert not work.dialog.undo_button.isEnabled()


def test_what_was_earned_has_the_room_for_its_words(dialog):
    table, (row, *_) = dialog.table, dialog._acts.rows("c", "")
    earned = replace(row, certificate="part", badges=("four",))
    table.show_rows([earned], dialog._acts.heads("c"), with_cohort=False)
    place = table.columns.index("certificate")
    assert table.columnWidth(place) > table.fontMetrics().horizontalAdvance(table.item(0, place).text())


def test_each_of_a_cohort_gets_a_board_of_their_own_in_one_step(make_desk, make_console):
    kinds = Kinds(catalogue.kind_of, (("capacity", "Capacity"), ("checklist", "Checklist")), templates.new_board)
    console = make_console(make_desk(*records()[:1], *program(), kinds=kinds, types=catalogue.RECORD_TYPES))
    console.live.agenda.open_session("h1")
    dialog, desk = console.live.overview.open(), console.desk
    (action,) = dialog.own_boards.menu().actions()  # a checklist is for a group
    action.trigger()
    asked = {each.person_id for each in desk.document.every(Respondent)}
    assert asked == {each.lower() for each in NAMES}
    assert dialog.told == "6 boards added."
    action.trigger()
    assert dialog.told == "6 people had theirs already."
    dialog.undo()
    assert not any(desk.document.every(Board))
    assert not any(desk.document.every(Respondent))
