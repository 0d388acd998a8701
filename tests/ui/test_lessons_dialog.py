"""Lessons in the console: by keys alone, with the mouse, and never on the stage."""

from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from box_board import records
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Engagement, Person, Session
from facilitator.domain.learning import Activity, Completion, KeptBadge, Lesson
from facilitator.domain.participation import Enrolment
from facilitator.domain.poll import Poll, PollOption
from facilitator.domain.program import Cohort, Program
from facilitator.learning.founding import lessons_added
from facilitator.learning.lesson_edits import LessonValues
from facilitator.learning.lessons import activities_of, lessons_of
from facilitator.ui.console.field_editors import editor_for
from facilitator.ui.console.lesson_fields import lesson_fields, lesson_said
from privacy_probe import said_by
from typing_keys import press, type_text, wait_for

CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
TODAY = date(2027, 1, 14)


def course():
    """A program with the starter lessons, a cohort and two people in it."""
    program = Program(id="course", number=1, title="Culture", kind="microcourse", code="CULT")
    cohort = Cohort(id="winter", program_id="course", number=1, title="Winter", code="W27")
    base = Document.of([Engagement(id="engagement", title="Leaders"), program])
    founded = base.after(lessons_added(base, "course", TODAY))
    people = [Person(id="ana", name="Zqana Roy"), Person(id="ben", name="Zqben Roy")]
    enrolled = [Enrolment(id=f"e_{each.id}", cohort_id="winter", person_id=each.id) for each in people]
    its = [each for each in founded.records() if not isinstance(each, Engagement)]
    return [*its, cohort, *people, *enrolled, Session(id="s", number=1, title="Week 1", cohort_id="winter")]


@pytest.fixture
def desk(make_desk):
    return make_desk(*records(), *course())


@pytest.fixture
def dialog(qtbot, console):
    console.live.agenda.open_session("s")
    QTest.keyClick(console, Qt.Key.Key_E, CONTROL | SHIFT)
    made = console.live.lessons.dialog
    wait_for(made, qtbot)
    return made


def lesson(desk, number=1):
    return lessons_of(desk.document, "course")[number - 1]


def activities(desk, number=1):
    return activities_of(desk.document, lesson(desk, number).id)


def form_of(console, qtbot):
    form = console.live.lessons.form
    wait_for(form, qtbot)
    return form


def editors_of(form):
    return {editor.key: editor.widget for part in form.parts for editor in part.editors}


def completions(desk):
    return {(each.person_id, each.activity_id) for each in desk.document.every(Completion)}


def cell(table, row, column):
    return table.item(row, column).text()


def test_ticking_by_keys_gives_a_badge_and_undo_takes_it_back(desk, dialog):
    table = dialog.done_by
    table.setFocus()
    assert cell(table, 0, 1) == "– no badge"
    press(Qt.Key.Key_Space)
    assert completions(desk) == {("ana", activities(desk)[0].id)}
    assert (cell(table, 0, 1), cell(table, 0, 2)) == ("● Bronze", "✓")
    assert [each.level for each in desk.document.every(KeptBadge)] == [1]
    press(Qt.Key.Key_Z, CONTROL)
    assert completions(desk) == set()
    assert cell(table, 0, 1) == "– no badge"
    assert not dialog.undo_button.isEnabled()


def test_several_people_are_ticked_at_once_and_space_takes_it_back(desk, dialog):
    table = dialog.done_by
    table.setFocus()
    press(Qt.Key.Key_Down, SHIFT)
    press(Qt.Key.Key_Space)
    core = activities(desk)[0].id
    assert completions(desk) == {("ana", core), ("ben", core)}
    press(Qt.Key.Key_Space)
    assert completions(desk) == set()


def test_a_double_click_turns_one_cell(desk, dialog, qtbot):
    table = dialog.done_by
    where = table.visualItemRect(table.item(1, 2)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert completions(desk) == {("ben", activities(desk)[0].id)}


def test_enter_opens_what_somebody_wrote_and_saves_it(desk, dialog, console, qtbot):
    dialog.done_by.setFocus()
    press(Qt.Key.Key_Return)
    form = form_of(console, qtbot)
    assert form.windowTitle().startswith("What Zqana Roy wrote for “")
    type_text("Zqwords of mine")
    press(Qt.Key.Key_Return, CONTROL)
    wait_for(dialog, qtbot)
    (made,) = desk.document.every(Completion)
    assert (made.person_id, made.evidence, made.on) == ("ana", "Zqwords of mine", TODAY)
    assert cell(dialog.done_by, 0, 2) == "✓ +"
    assert "Zqwords of mine" in dialog.done_by.item(0, 2).toolTip()


def test_walking_over_lessons_shows_what_there_is_to_do(desk, dialog):
    dialog.list.setFocus()
    press(Qt.Key.Key_Down, times=2)  # over the head of the second week
    assert dialog.list.current == lesson(desk, 3).id
    assert dialog.table.rowCount() == len(activities(desk, 3))
    assert len(dialog.done_by.activities) == len(activities(desk, 3))


def test_a_lesson_is_edited_and_a_refused_text_stays_typed(desk, dialog, console, qtbot):
    dialog.list.setFocus()
    press(Qt.Key.Key_F2)
    form = form_of(console, qtbot)
    fields = editors_of(form)
    fields["released_on"].setFocus()
    fields["released_on"].selectAll()
    type_text("someday\n")
    assert form.isVisible()
    assert "someday" in form.problem
    fields["released_on"].selectAll()
    type_text("2027-02-01")
    fields["credit"].setFocus()
    type_text("The library\n")
    wait_for(dialog, qtbot)
    its = lesson(desk)
    assert (its.released_on, its.credit, its.title, its.card) == (date(2027, 2, 1), "The library", "", "")


def test_an_activity_is_added_moved_withdrawn_and_offered_by_keys(desk, dialog, console, qtbot):
    before = [each.id for each in activities(desk)]
    dialog.table.setFocus()
    press(Qt.Key.Key_Insert)
    form_of(console, qtbot)
    type_text("Ask three people")
    press(Qt.Key.Key_Return, CONTROL)
    wait_for(dialog, qtbot)
    new = activities(desk)[-1]
    assert new.text == "Ask three people"
    assert dialog.table.current.id == new.id
    dialog.table.setFocus()
    press(Qt.Key.Key_Up, ALT)
    assert [each.id for each in activities(desk)] == [*before[:-1], new.id, before[-1]]
    assert dialog.table.current.id == new.id
    press(Qt.Key.Key_Delete)
    assert desk.document.get(Activity, new.id).withdrawn
    assert new.id not in dialog.done_by.activities
    press(Qt.Key.Key_Delete)
    assert not desk.document.get(Activity, new.id).withdrawn


def test_days_of_release_are_two_a_week(desk, dialog, console, qtbot):
    dialog.days.click()
    form_of(console, qtbot)
    type_text("2027-03-01\n")
    wait_for(dialog, qtbot)
    assert [lesson(desk, number).released_on.day for number in (1, 2, 3)] == [1, 4, 8]


def test_a_poll_of_the_lesson_becomes_one_of_the_session(desk, dialog):
    rows = [row.is_poll for row in dialog.table.rows]
    assert not dialog.poll.isEnabled()
    dialog.table.selectRow(rows.index(True))
    dialog.poll.click()
    (poll,) = desk.document.every(Poll)
    assert poll.session_id == "s"
    assert len(list(desk.document.every(PollOption))) >= 2
    assert "Ctrl+J" in dialog.hint


def test_the_sheet_is_copied_as_text_and_names_nobody(dialog):
    QGuiApplication.clipboard().setText("before")
    dialog.done_by.setFocus()
    press(Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "before"
    dialog.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Lesson 1 of 8")
    assert "Zq" not in copied


def test_starter_lessons_come_with_one_button(make_desk, make_console, qtbot):
    desk = make_desk(*records(), Program(id="p", number=1, title="Ours", kind="microcourse"))
    console = make_console(desk)
    dialog = console.live.lessons.open()
    wait_for(dialog, qtbot)
    assert dialog.starters.isVisible()
    dialog.starters.click()
    assert len(list(desk.document.every(Lesson))) == 8
    assert not dialog.starters.isVisible()


def test_nothing_opens_while_private_is_hidden_or_without_a_program(make_desk, make_console, console):
    console.work.hide_private(True)
    assert console.live.lessons.open() is None
    assert "Ctrl+H" in console.panel.capture.message
    console.work.hide_private(False)
    assert console.live.lessons.open()
    empty = make_console(make_desk(*records()))
    assert empty.live.lessons.open() is None
    assert "Ctrl+Shift+O" in empty.panel.capture.message


def test_nothing_of_it_stays_in_the_console_or_reaches_the_stage(desk, dialog, console, qtbot):
    dialog.done_by.setFocus()
    press(Qt.Key.Key_Space)
    assert "Zqana" in cell(dialog.done_by, 0, 0)
    dialog.accept()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert "Zq" not in said_by(console)
    assert "Zq" not in repr(desk.stage_picture())


def titles(desk):
    return [each.outline for each in lessons_of(desk.document, "course")]


def test_a_lesson_moves_by_keys_and_by_dragging_and_the_days_stay(desk, dialog):
    before, days = titles(desk), [each.released_on for each in lessons_of(desk.document, "course")]
    dialog.list.setFocus()
    press(Qt.Key.Key_Down, ALT)
    assert titles(desk)[:3] == [before[1], before[0], before[2]]
    assert dialog.list.current == lesson(desk, 2).id
    press(Qt.Key.Key_Up, ALT)
    press(Qt.Key.Key_Up, ALT)
    assert titles(desk) == before
    assert dialog.problem
    rows = dialog.list  # week 1, lessons 1 and 2, week 2, lessons 3 and 4
    event = QDropEvent(
        QPointF(rows.visualItemRect(rows.item(5)).bottomLeft()),
        Qt.DropAction.MoveAction,
        QMimeData(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    rows.dropEvent(event)
    assert event.dropAction() == Qt.DropAction.IgnoreAction
    assert titles(desk)[:4] == [before[1], before[2], before[3], before[0]]
    assert [each.released_on for each in lessons_of(desk.document, "course")] == days
    press(Qt.Key.Key_Z, CONTROL)
    assert titles(desk) == before


def test_a_list_dropped_on_the_console_is_previewed_and_taken_as_one_step(desk, console, qtbot, tmp_path):
    source = tmp_path / "done.csv"
    source.write_text("Nom;Leçon;Activité;Jour\nZqana Roy;1;core;2027-01-12\nPersonne;1;core;2027-01-12\n", "cp1252")
    console.live.agenda.open_session("s")
    assert console.live.lessons.open_file([source])
    preview = console.live.lessons.lists.preview
    wait_for(preview, qtbot)
    assert preview.counts.text() == "1 activity is new\n1 row is refused"
    assert "Line 3: Nobody called “Personne” is enrolled" in preview.rows.item(0).text()
    assert not preview.put.isEnabled()
    preview.take()
    assert completions(desk) == set()
    preview.partly.setChecked(True)
    press(Qt.Key.Key_Return)
    assert completions(desk) == {("ana", activities(desk)[0].id)}
    dialog = console.live.lessons.dialog
    assert cell(dialog.done_by, 0, 1) == "● Bronze"
    dialog.undo()
    assert completions(desk) == set()


def test_other_files_and_hidden_names_open_no_list(console, tmp_path):
    source = tmp_path / "web.csv"
    source.write_text("name,category\nLibrary,internal\n", "utf-8")
    assert not console.live.lessons.open_file([source])
    assert not console.live.lessons.open_file([source, source])
    assert not console.live.lessons.open_file([tmp_path / "nowhere.csv"])
    source.write_text("person,lesson,activity,day\nZqana Roy,1,core,2027-01-12\n", "utf-8")
    console.panel.private.toggle()
    assert console.live.lessons.open_file([source])
    assert console.live.lessons.lists.preview is None


def test_a_tick_where_a_text_is_asked_for_says_so(desk, dialog):
    table = dialog.done_by
    texts = [place for place, each in enumerate(activities(desk)) if each.proof == "text"]
    table.setFocus()
    table.setCurrentCell(0, 2 + texts[0])
    press(Qt.Key.Key_Space)
    assert cell(table, 0, 2 + texts[0]) == "✓ ?"
    assert "your word for it" in table.item(0, 2 + texts[0]).toolTip()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_all_of_it_fits_a_small_screen(make_desk, make_console, language):
    console = make_console(make_desk(*records(), *course(), language=language))
    console.live.agenda.open_session("s")
    assert console.live.lessons.open().minimumSizeHint().width() <= 1240


def test_what_several_wrote_is_noted_one_at_a_time(dialog, console):
    dialog.done_by.setFocus()
    press(Qt.Key.Key_Down, SHIFT)
    dialog.write.click()
    assert "one person at a time" in dialog.problem
    assert console.live.lessons.form is None


def test_a_release_day_without_its_year_may_be_past(qtbot):
    words, today = Words("en"), date(2026, 11, 22)
    day = next(each for each in lesson_fields(LessonValues("L"), words) if each.key == "released_on")
    editor = editor_for(day, words, lambda: today)
    qtbot.addWidget(editor.widget)
    editor.widget.setText("10 Nov")
    editor.settle()
    assert editor.widget.text() == "2026-11-10"
    said = {"title": "L", "objectives": "", "card": "", "released_on": "10 Nov", "credit": ""}
    assert lesson_said(said, today).released_on == date(2026, 11, 10)
