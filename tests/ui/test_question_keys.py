"""Keyboard alone runs an ask-me-anything session: questions from the chat, dots by code, answers struck, undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from facilitator.boards.question_queue.model import Question, QuestionDots, QuestionFrame, QuestionNote
from facilitator.ui.dialogs.ballot_dialog import BallotDialog
from facilitator.ui.dialogs.chat_preview import ChatPreview
from facilitator.ui.dialogs.duplicates_dialog import DuplicatesDialog
from facilitator.ui.dialogs.votes_dialog import VotesDialog
from typing_keys import press, wait_for

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def console(board_console):
    return board_console("question_queue")


def every(console, type_):
    return list(console.desk.document.every(type_))


def codes(console, panel="open"):
    view = console.work.showing_now.view
    return [card.code for each in view.panels if each.id == panel for card in each.cards]


def copied(*lines):
    told = [f"10:0{n}:00 From {who} to Everyone:\n\t{text}\n" for n, (who, text) in enumerate(lines)]
    QGuiApplication.clipboard().setText("".join(told))


def dialog(console, qtbot, type_):
    made = console.findChildren(type_)[-1]
    wait_for(made, qtbot)
    return made


def take_questions_from_the_chat(console, qtbot):
    copied(("Ana Zqx", "Who pays > 10 years?"), ("Eli", "When does it open? #1"), ("Dana", "when does it open #1"))
    press(Key.Key_V, CTRL)
    preview = dialog(console, qtbot, ChatPreview)
    qtbot.waitUntil(lambda: preview.put_button.isEnabled())
    press(Key.Key_Return)
    wait_for(console, qtbot)
    press(Key.Key_F7)
    press(Key.Key_Return, times=2)
    texts = {each.id: each.text for each in every(console, Question)}
    assert {texts[each.id]: each.asked_by for each in every(console, QuestionNote)} == {
        "Who pays > 10 years?": "Ana Zqx",
        "When does it open? #1": "Eli, Dana",
    }


def take_dots_from_the_chat(console, qtbot):
    copied(("Ana Zqx", "Q2 Q2 Q1"), ("Eli", "Q2x2"), ("Sam", "q1x9"))
    press(Key.Key_R, CTRL)
    ballot = dialog(console, qtbot, BallotDialog)
    press(Key.Key_V, CTRL | SHIFT)
    wait_for(ballot.findChild(VotesDialog), qtbot)
    press(Key.Key_Return)
    wait_for(ballot, qtbot)
    assert sum(each.dots for each in every(console, QuestionDots)) == 5
    assert codes(console) == ["Q1", "Q2"]
    ballot.totals.setFocus()
    press(Key.Key_Space)
    press(Key.Key_Escape)
    wait_for(console, qtbot)
    assert [each.shown for each in every(console, QuestionFrame)] == [True]
    assert codes(console) == ["Q2", "Q1"]


def answer_what_most_want_to_know(console):
    console.panel.canvas.setFocus()
    console.panel.canvas.pick([next(each.id for each in every(console, Question) if each.code == "Q2")])
    press(Key.Key_Space)
    assert (codes(console), codes(console, "answered")) == (["Q1"], ["Q2"])


@pytest.mark.slow
def test_keyboard_alone_runs_a_session_and_takes_everything_back(console, qtbot):
    before = sorted(console.desk.document.records(), key=repr)
    console.looking.to_stage()
    take_questions_from_the_chat(console, qtbot)
    take_dots_from_the_chat(console, qtbot)
    answer_what_most_want_to_know(console)
    assert "Zqx" not in repr(console.desk.stage_picture())
    assert "Who pays" in repr(console.desk.stage_picture())
    after, steps = sorted(console.desk.document.records(), key=repr), 0
    while console.desk.journal.undo_label and steps < 40:
        press(Key.Key_Z, CTRL)
        steps += 1
    assert sorted(console.desk.document.records(), key=repr) == before
    assert steps == 1 + 2 + 1 + 1 + 1
    press(Key.Key_Y, CTRL, times=steps)
    assert sorted(console.desk.document.records(), key=repr) == after


def test_two_that_are_the_same_become_one_by_keys(console, qtbot):
    for text in ("Who decides?", "Who decide?"):
        line = console.panel.capture.line
        line.setText(text)
        line.setFocus()
        press(Key.Key_Return)
    press(Key.Key_D, CTRL)
    found = dialog(console, qtbot, DuplicatesDialog)
    assert len(found.pairs) == 1
    press(Key.Key_Left)
    assert [each.text for each in every(console, Question)] == ["Who decides?"]
    assert [each.note for each in every(console, QuestionNote)] == ["Q2: Who decide?"]
