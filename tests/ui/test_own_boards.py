"""A 1:1 made in the session dialog brings the board of whom it is with, and the list says whose each board is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facilitator import catalogue, templates
from facilitator.domain.change import Change, Swap
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Engagement, Person, Session
from facilitator.ui.console.rows import PRIVATE
from facilitator.ui.desk import Kinds
from facilitator.workshop.agenda import segments_of
from privacy_probe import said_by
from typing_keys import press, wait_for

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def console(make_desk, make_console):
    people = [Person(id="ana", name="Ana Zqroy", organization="Elm"), Person(id="ben", name="Ben & <b>Zqlee</b>")]
    document = Document.of([Engagement(id="engagement", title="E"), *people])
    document = document.after(templates.new_board(document, "checklist", "Checklist"))
    kinds = Kinds(catalogue.kind_of, (), templates.new_board)
    desk = make_desk(*document.records(), kinds=kinds, types=catalogue.RECORD_TYPES)
    desk.glides = False
    return make_console(desk)


def new_session(console, with_id, agenda="agenda:capacity_1to1"):
    dialog = console.live.sessions.new_session()
    dialog.agenda.setCurrentIndex(dialog.agenda.findData(agenda))
    dialog.title.setText("1:1")
    dialog.people.setCurrentIndex(dialog.people.findData(with_id))
    dialog.enter()
    assert not dialog.isVisible()
    return max(console.desk.document.every(Session), key=lambda each: each.number)


def marks(console):
    QTest.qWait(0)  # the list follows once the window has done all else
    rows = (console.boards.item(place) for place in range(console.boards.count()))
    return [(each.text(), each.data(PRIVATE) or "") for each in rows]


def test_a_new_1_to_1_has_its_board_in_one_step_and_its_segments_turn_to_it(console):
    before = console.desk.document
    session = new_session(console, "ana")
    (board,) = [each for each in console.desk.document.every(Board) if each.kind == "capacity"]
    turned = {each.board_id for each in segments_of(console.desk.document, session.id) if each.board_id}
    assert turned == {board.id}
    console.undo()
    assert console.desk.document == before


def test_the_list_says_in_amber_whose_board_it_is_and_hides_it_with_what_is_private(console, qtbot):
    new_session(console, "ana")
    new_session(console, "ben")
    assert marks(console) == [
        ("Checklist", ""),
        ("Elm – Digital capacity, 1:1", "Ana Zqroy"),
        ("Digital capacity, 1:1 no. 2", "Ben & <b>Zqlee</b>"),
    ]
    assert "Ben &amp; &lt;b&gt;Zqlee" in console.boards.item(2).toolTip()
    wait_for(console, qtbot)
    console.panel.capture.line.setFocus()
    press(Key.Key_H, CTRL)
    assert [private for _, private in marks(console)] == ["", "", ""]
    assert not any("Zq" in console.boards.item(place).toolTip() for place in range(3))
    press(Key.Key_H, CTRL)
    assert marks(console)[1][1] == "Ana Zqroy"


def test_a_board_on_the_stage_leaves_the_room_to_its_title_and_is_still_told_aloud(console):
    new_session(console, "ana")
    board = next(each for each in console.desk.document.every(Board) if each.kind == "capacity")
    console.desk.show_on_stage(board.id)
    console.show_lists()
    row = console.boards.item(1)
    assert not row.data(PRIVATE)
    assert "Ana Zqroy" in row.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Zq" not in repr(console.desk.stage_picture())


def test_saying_later_whom_it_is_with_gives_them_the_board(console):
    session = new_session(console, "")
    dialog = console.live.sessions.edit_session(session.id)
    dialog.people.setCurrentIndex(dialog.people.findData("ana"))
    dialog.enter()
    assert [private for _, private in marks(console)] == ["", "Ana Zqroy"]
    assert "Ana Zqroy" in said_by(console.boards.viewport()) + console.boards.item(1).toolTip()
    console.undo()
    assert [private for _, private in marks(console)] == ["", ""]


def test_a_1_to_1_that_nobody_named_is_called_after_the_organization(console):
    dialog = console.live.sessions.new_session()
    choose(dialog.agenda, "agenda:capacity_1to1")
    assert dialog.title.text() == "Capacity one-to-one, 90 minutes"
    choose(dialog.people, "ana")
    assert dialog.title.text() == "Elm – Capacity one-to-one, 90 minutes"
    choose(dialog.people, "ben")  # of no organization: no person stands in a title
    assert dialog.title.text() == "Capacity one-to-one, 90 minutes"
    dialog.title.setFocus()
    dialog.title.selectAll()
    QTest.keyClicks(dialog.title, "Mine")
    choose(dialog.people, "ana")
    assert dialog.title.text() == "Mine"
    assert dialog.people.currentText() == "Ana Zqroy · Elm"


def choose(box, value):
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def test_a_new_1_to_1_turns_the_console_to_its_board_and_says_so_while_the_stage_stays(console):
    first = console.desk.boards()[0]
    console.work.open(first.id)
    console.looking.to_stage()
    new_session(console, "ana")
    made = next(each for each in console.desk.document.every(Board) if each.kind == "capacity")
    assert console.work.board_id == made.id
    assert console.desk.feed.board_id == first.id
    assert (
        console.panel.capture.message == "✓ Session “1:1” made; you work on its board “Elm – Digital capacity, 1:1” now"
    )
    new_session(console, "", agenda="")
    assert console.work.board_id == made.id
    assert console.panel.capture.message == "✓ Session “1:1” made"


def test_enter_names_a_session_of_which_the_title_was_typed_and_taken_out_again(console):
    dialog = console.live.sessions.new_session()
    QTest.keyClicks(dialog.title, "Cap")
    dialog.title.selectAll()
    QTest.keyClick(dialog.title, Qt.Key.Key_Backspace)
    dialog.agenda.setCurrentIndex(dialog.agenda.findData("agenda:capacity_1to1"))
    dialog.people.setCurrentIndex(dialog.people.findData("ana"))
    dialog.enter()
    assert not dialog.isVisible()
    (session,) = console.desk.document.every(Session)
    assert session.title == "Elm – Capacity one-to-one, 90 minutes"


def test_shift_tab_goes_from_the_title_to_the_agenda_where_typing_chooses(console, qtbot):
    dialog = console.live.sessions.new_session()
    wait_for(dialog, qtbot)
    assert dialog.title.hasFocus()
    QTest.keyClick(dialog.title, Qt.Key.Key_Backtab)
    assert dialog.agenda.hasFocus()
    QTest.keyClicks(dialog.agenda, "capacity")
    assert dialog.agenda.currentData() == "agenda:capacity_1to1"
    assert dialog.title.text() == "Capacity one-to-one, 90 minutes"


def test_a_session_as_in_another_ones_1_to_1_does_not_tell_whose_that_was(console):
    first = new_session(console, "ana")
    renamed = Change("edit", (Swap(first, first.having(title="Elm’s capacity")),))
    console.desk.ask(lambda document: renamed, lambda refusal: None)
    dialog = console.live.sessions.new_session()

    def named_after(choice):
        dialog.agenda.setCurrentIndex(dialog.agenda.findData(choice))
        dialog.agenda.activated.emit(dialog.agenda.currentIndex())
        return dialog.title.text()

    assert named_after("agenda:stakeholder_workshop_90") == "Stakeholder workshop, 90 minutes"
    assert named_after(f"session:{first.id}") == "Capacity one-to-one, 90 minutes"
