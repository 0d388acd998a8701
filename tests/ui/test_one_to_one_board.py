"""A 1:1 by keys alone, on the console: every answer, what is beside it, and the stage that follows without a level."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from facilitator.boards.assessment.model import AnswerTag, NextStep, OwnAnswer
from facilitator.content.words import Words
from facilitator.templates import new_board
from facilitator.ui.stage.stage_window import SIZES, StageWindow
from privacy_probe import said_by
from typing_keys import press, type_text

Key, ALT, SHIFT = Qt.Key, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
ANSWERS = "answers"


@pytest.fixture
def console(board_console):
    """The console on an untouched capacity 1:1; the capture line has the keys."""
    return board_console("capacity")


def answers(console):
    return {each.statement: each for each in console.desk.document.every(OwnAnswer)}


def test_a_whole_1_to_1_is_answered_with_a_digit_and_enter(console):
    for number in range(28):
        type_text(f"{number % 5}\n")
    assert [each.level for each in answers(console).values()] == [number % 5 for number in range(28)]
    assert console.work.picked == ("capacity.cap_x4",)
    type_text("3\n")
    assert "Every statement is answered" in console.panel.capture.message
    assert console.panel.capture.line.text() == "3"


def test_the_stage_follows_from_statement_to_statement_and_shows_no_level(console):
    console.desk.glides = False
    stage = StageWindow(console.desk.stage_picture(), SIZES[0], lambda window: SIZES[2])
    console.desk.signals.feedChanged.connect(lambda: stage.show_picture(console.desk.stage_picture()))
    stage.show()
    console.looking.to_stage()
    assert "P1" in repr(stage.picture)
    type_text("3 Zqprivate\n")
    assert "P2" in stage.picture.alt
    assert "1 of 28 answered" in stage.picture.alt
    assert "Chosen" not in repr(stage.picture)
    console.desk.showings.choose("capacity", spotlight="capacity.cap_p1")
    console.looking.to_stage()
    assert "(Answered)" in stage.picture.alt
    console.desk.showings.switch("capacity", ANSWERS, on=True)
    assert "(3 Established)" in stage.picture.alt
    assert console.panel.sign.text
    console.desk.showings.all_off()
    assert "(Answered)" in stage.picture.alt
    assert console.panel.sign.text == ""
    assert "Zqprivate" not in said_by(stage)
    assert "Zqprivate" not in repr(stage.picture)
    stage.end()
    stage.deleteLater()


def test_what_stands_beside_an_answer_is_edited_in_the_inspector(console):
    type_text("1\n")
    kind, desk = console.desk.kind("capacity"), console.desk
    keys = [each.key for each in console.inspector.editors]
    assert keys[:6] == ["statement", "anchors", "answer", "target", "importance", "reason"]
    for key, value in (("importance", "3"), ("target", "4"), ("evidence", "document"), ("control", "time skills")):
        desk.ask(lambda document, key=key, value=value: kind.set_field(document, "capacity.cap_p1", key, value))
    told = answers(console)["cap_p1"]
    assert (told.importance, told.target, told.evidence) == (3, 4, "document")
    assert {each.tag for each in desk.document.every(AnswerTag)} == {"time", "skills"}


def test_next_steps_are_picked_from_what_is_suggested(console):
    type_text("1\n")
    kind = console.desk.kind("capacity")
    ids = [each.id for each in kind.offers(console.desk.document, "capacity", Words("en"))]
    assert ids == ["cap_step_p1"]
    console.desk.ask(lambda document: kind.take(document, "capacity", ids, Words("en")))
    assert [each.step for each in console.desk.document.every(NextStep)] == ["cap_step_p1"]


@pytest.mark.parametrize(("typed", "scored", "level"), [("2", "level", 2), ("0", "level", 0), ("?", "unknown", None)])
def test_one_key_in_the_inspector_answers_at_once(console, typed, scored, level):
    console.work.pick(["capacity.cap_t3"])
    box = next(each for each in console.inspector.editors if each.key == "answer").widget
    box.setFocus()
    QTest.keyClicks(box, typed)
    told = answers(console)["cap_t3"]
    assert (told.scored, told.level) == (scored, level)


def test_the_capture_line_says_in_which_dimension_the_next_answer_is(console):
    groups = [each for each in console.panel.capture.findChildren(QToolButton) if each.text()]
    assert [each.text() for each in groups] == ["Answer in Human resources:  ▾"]


def test_keys_go_to_the_next_and_the_previous_statement_without_an_answer(console):
    looking, work = console.looking, console.work
    type_text("P1 3\nP3 2\n")
    assert work.picked == ("capacity.cap_p2",), "what is asked"
    press(Key.Key_U, ALT)
    assert work.picked == ("capacity.cap_p4",)
    assert work.showing_now.view.showing.spotlight == "capacity.cap_p4"
    press(Key.Key_U, ALT | SHIFT)
    assert work.picked == ("capacity.cap_p2",)
    looking.next_open(-1)
    assert work.picked == ("capacity.cap_x4",)
    looking.next_open(1)
    assert work.picked == ("capacity.cap_p2",)


def test_where_all_is_answered_that_is_said(console):
    type_text("".join("3\n" for _ in range(28)))
    picked = console.work.picked
    console.looking.next_open(1)
    assert console.work.picked == picked
    assert console.panel.capture.message == Words("en")("console.nothing_open")


def test_a_level_alone_answers_the_statement_that_is_shown_and_goes_on(console):
    console.desk.showings.choose("capacity", spotlight="capacity.cap_t3")
    type_text("2\n")
    assert list(answers(console)) == ["cap_t3"]
    assert console.work.showing_now.view.showing.spotlight == ""
    assert "P1" in console.work.showing_now.view.at.id.upper()
    assert console.work.picked == ("capacity.cap_p1",)
    assert console.panel.capture.group == "people"
    press(Key.Key_U, ALT)
    assert console.work.picked == ("capacity.cap_p2",)
    type_text("1\n")
    assert list(answers(console)) == ["cap_t3", "cap_p2"]


def test_all_follow_the_statement_that_is_asked_and_the_answer_is_told(console):
    type_text("".join(f"P{number} 1\n" for number in range(1, 5)) + "T1 1\n")
    asked = next(each.id for each in console.desk.view("capacity").statements if not each.answered)
    group = next(each.group for each in console.work.showing_now.items if each.id == asked)
    assert console.work.picked == (asked,)
    assert console.panel.capture.group == group
    assert console.panel.capture.message == console.desk.words("console.done", step="T1: 1")
    type_text("T1 ?\n")
    assert console.panel.capture.message == console.desk.words("console.done", step="T1: ?")


def test_coming_back_to_the_board_the_line_is_for_what_is_asked(console):
    desk = console.desk
    desk.ask(lambda document: new_board(document, "question_queue", "Ask me anything"), lambda refusal: None)
    type_text("".join(f"P{number} 1\n" for number in range(1, 5)))
    group = console.panel.capture.group
    console.work.open("question_queue")
    assert console.panel.capture.group == "open"
    console.work.open("capacity")
    assert console.panel.capture.group == group != "people"
