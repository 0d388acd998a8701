"""What somebody set out to do, in the console: by keys alone, and never on the stage."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from box_board import records
from facilitator.domain.change import Change, adding
from facilitator.domain.commitment import Commitment
from facilitator.domain.engagement import Person, Session
from facilitator.domain.participation import Attendance, OneToOne
from facilitator.workshop.commitments import commitments_of
from privacy_probe import said_by
from typing_keys import press, type_text, wait_for

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(make_desk):
    people = [Person(id="ana", name="Zqana Roy"), Person(id="ben", name="Zqben Roy")]
    here = [Attendance(id=each.id, session_id="s", person_id=each.id) for each in people]
    return make_desk(*records(), Session(id="s", number=1, title="Monday"), *people, *here)


@pytest.fixture
def participants(qtbot, console):
    console.live.agenda.open_session("s")
    QTest.keyClick(console, Qt.Key.Key_U, CONTROL)
    made = console.live.attending.dialog
    wait_for(made, qtbot)
    return made


@pytest.fixture
def dialog(qtbot, console, participants):
    participants.table.go_to("ana")
    participants.commitments.click()
    made = console.live.attending.commitments.dialog
    wait_for(made, qtbot)
    return made


def add(qtbot, console, text, **more):
    press(Qt.Key.Key_N, CONTROL)
    form = console.live.attending.commitments.form
    wait_for(form, qtbot)
    type_text(text)
    editors = {editor.key: editor for part in form.parts for editor in part.editors}
    for key, value in more.items():
        editors[key].widget.setFocus()
        type_text(value)
    return form


def test_one_is_added_put_and_removed_by_keys(qtbot, console, desk, dialog):
    add(qtbot, console, "Ask two residents", with_whom="Sam", sign="They say so", due="in 2 weeks\n")
    wait_for(dialog, qtbot)
    (made,) = commitments_of(desk.document, "ana")
    assert (made.text, made.with_whom, made.sign) == ("Ask two residents", "Sam", "They say so")
    assert (made.due, made.state, made.session_id) == (desk.today().replace(day=28), "open", "s")
    dialog.table.setFocus()
    for state in ("done", "dropped", "open"):
        press(Qt.Key.Key_Space)
        assert desk.document.get(Commitment, made.id).state == state
    press(Qt.Key.Key_Delete)
    assert commitments_of(desk.document, "ana") == ()
    press(Qt.Key.Key_Z, CONTROL)
    assert commitments_of(desk.document, "ana") == (made,)


def test_one_is_edited_and_what_can_not_stand_is_said_in_the_form(qtbot, console, desk, dialog):
    form = add(qtbot, console, "Ask", due="someday\n")
    assert form.isVisible()
    assert "someday" in form.problem
    assert commitments_of(desk.document, "ana") == ()
    editors = {editor.key: editor for part in form.parts for editor in part.editors}
    editors["due"].widget.setFocus()
    editors["due"].widget.selectAll()
    type_text("2027-03-01\n")
    wait_for(dialog, qtbot)
    (made,) = commitments_of(desk.document, "ana")
    assert made.due == date(2027, 3, 1)
    dialog.table.setFocus()
    press(Qt.Key.Key_F2)
    form = console.live.attending.commitments.form
    wait_for(form, qtbot)
    principle = next(each for part in form.parts for each in part.editors if each.key == "principle").widget
    principle.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return, CONTROL)
    wait_for(dialog, qtbot)
    assert commitments_of(desk.document, "ana")[0].principle == "user"


def test_the_undo_of_the_participants_takes_back_what_was_done_there_and_no_more(
    qtbot, console, desk, participants, dialog
):
    add(qtbot, console, "Ask\n")
    wait_for(dialog, qtbot)
    dialog.undo()
    press(Qt.Key.Key_Escape)
    wait_for(participants, qtbot)
    assert not participants.undo_button.isEnabled()
    participants.commitments.click()
    wait_for(console.live.attending.commitments.dialog, qtbot)
    add(qtbot, console, "Ask\n")
    wait_for(console.live.attending.commitments.dialog, qtbot)
    press(Qt.Key.Key_Escape)
    wait_for(participants, qtbot)
    participants.undo()
    assert commitments_of(desk.document, "ana") == ()
    assert not participants.undo_button.isEnabled()


def test_nothing_of_it_is_copied_or_said_elsewhere(qtbot, console, desk, participants, dialog):
    add(qtbot, console, "Zqsecret\n")
    wait_for(dialog, qtbot)
    QGuiApplication.clipboard().setText("before")
    dialog.table.setFocus()
    press(Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "before"
    assert "Zqsecret" in dialog.table.item(0, 0).text()
    dialog.accept()
    participants.accept()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert "Zqsecret" not in said_by(console)


def test_commitments_are_of_one_and_packs_of_those_who_are_chosen(qtbot, console, participants):
    asked = []
    console.live.attending.packsRequested.connect(lambda *its: asked.append(its[:2]))
    participants.table.go_to("ana")
    assert participants.commitments.isEnabled()
    participants.packs.click()
    participants.table.selectAll()
    assert not participants.commitments.isEnabled()
    participants.packs.click()
    assert [(each[0], set(each[1])) for each in asked] == [("s", set()), ("s", {"ana", "ben"})]


def test_a_session_is_with_somebody_and_names_are_hidden_with_all_that_is_private(qtbot, console, desk):
    dialog = console.live.sessions.edit_session("s")
    assert [dialog.people.itemText(place) for place in range(1, 3)] == ["Zqana Roy", "Zqben Roy"]
    dialog.people.setCurrentIndex(2)
    dialog.enter()
    assert desk.document.get(OneToOne, "s").person_id == "ben"
    again = console.live.sessions.edit_session("s")
    assert again.fields().with_id == "ben"
    again.people.setCurrentIndex(0)
    again.enter()
    assert desk.document.find(OneToOne, "s") is None
    desk.journal.do(Change("edit_session", adding([OneToOne(id="s", person_id="ana")])))
    QTest.keyClick(console, Qt.Key.Key_H, CONTROL)
    hidden = console.live.sessions.edit_session("s")
    assert hidden.people.count() == 0
    hidden.title.setText("Tuesday")
    hidden.enter()
    assert desk.document.get(Session, "s").title == "Tuesday"
    assert desk.document.get(OneToOne, "s").person_id == "ana"


def test_f2_edits_whatever_has_the_focus_and_a_space_presses_nothing(qtbot, console, desk, dialog):
    work = console.live.attending.commitments
    assert dialog.table.hasFocus()
    press(Qt.Key.Key_Space)
    assert work.form is None
    add(qtbot, console, "Call the clerk")
    press(Qt.Key.Key_Return, CONTROL)
    wait_for(dialog, qtbot)
    assert dialog.table.hasFocus()
    before = work.form
    dialog.add.setFocus()
    press(Qt.Key.Key_F2)
    assert work.form is not before
