"""Ctrl+1 to Ctrl+4 while the stage is worked on: what comes out of the session is caught right there."""

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication

from facilitator.app import App
from facilitator.boards.stakeholder_web.model import Stakeholder
from facilitator.content.words import Words
from facilitator.domain.outcome import Outcome
from facilitator.opening import found_engagement
from facilitator.sample import founding_of_sample
from facilitator.ui.preferences import Preferences
from typing_keys import press, type_text, wait_for

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
WORDS = Words("fr")


@pytest.fixture
def workshop(qtbot, tmp_path):
    """The sample in French, at work on the stage, in a console in English."""
    path = tmp_path / "sample.facilitator"
    found_engagement(path, founding_of_sample("fr")).close()
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    app = App(Words("en"), "light", "1280x720", Preferences(settings))
    app.open(path)
    workshop = app.workshop
    workshop.console.looking.to_stage()
    workshop.stage_work.begin()
    wait_for(workshop.stage, qtbot)
    yield workshop
    workshop.stage_work.end()
    app.close()
    app.close()


@pytest.fixture
def bar(workshop):
    return workshop.stage_work.surface.bar


def caught(workshop):
    return [(each.kind, each.text) for each in workshop.desk.document.every(Outcome)]


def test_the_key_names_the_kind_and_enter_saves_it_and_goes_back_to_items(workshop, bar):
    before, items = len(caught(workshop)), len(list(workshop.desk.document.every(Stakeholder)))
    type_text("Bibli")
    press(Key.Key_2, CTRL)
    assert QApplication.activeWindow() is workshop.stage
    assert bar.line.hasFocus()
    assert bar.line.text() == ""
    assert bar.line.accessibleDescription() == WORDS("stage.work_catch", kind=WORDS("outcome.next_step"))
    type_text("Revoir ~2 options")
    press(Key.Key_4, CTRL)  # it is something else after all
    press(Key.Key_Return)
    assert caught(workshop)[before:] == [("parking", "Revoir ~2 options")]
    code = max(workshop.desk.document.every(Outcome), key=lambda each: each.number).code
    assert bar.message == WORDS("stage.work_caught", code=code)
    assert bar.line.text() == "Bibli"
    type_text("othèque\n")
    assert len(list(workshop.desk.document.every(Stakeholder))) == items + 1
    assert not workshop.console.live.catch_line.isVisible()


def test_esc_goes_back_to_items_and_the_words_come_back(workshop, bar):
    before = caught(workshop)
    press(Key.Key_1, CTRL)
    type_text("Commencer petit")
    press(Key.Key_Escape)
    assert bar.line.text() == ""
    assert bar.line.accessibleDescription() == bar.target.text
    assert workshop.stage_work.surface is not None
    assert WORDS("stage.work_end") != bar.message
    press(Key.Key_3, CTRL)
    assert bar.line.text() == "Commencer petit"
    assert caught(workshop) == before


def test_what_was_caught_half_is_there_after_an_end_and_is_asked_for(workshop, bar):
    type_text("Bibli")
    press(Key.Key_1, CTRL)
    type_text("Commencer")
    workshop.stage_work.end()
    assert Words("en")("console.pending_stage") in workshop.console.work.settle()
    workshop.stage_work.begin()
    again = workshop.stage_work.surface.bar
    assert again.drafts == ("Bibli", "Commencer")
    again.put(("", ""))


def test_what_is_refused_is_said_there_and_stays(workshop, bar):
    before = caught(workshop)
    press(Key.Key_1, CTRL)
    bar.line.setText("x" * 5000)
    press(Key.Key_Return)
    assert caught(workshop) == before
    assert bar.message
    assert bar.catching
    bar.line.clear()


def test_private_marks_are_taken_out_again_once_it_is_for_items(workshop, bar):
    press(Key.Key_1, CTRL)
    press(Key.Key_Escape)
    type_text("Bibli !3")
    assert bar.line.text() == "Bibli "
    bar.line.clear()


def test_with_the_keys_in_the_console_or_a_held_stage_it_is_the_console_that_catches(qtbot, workshop, bar):
    workshop.feed.hold()
    press(Key.Key_1, CTRL)
    assert workshop.console.live.catch_line.isVisible()
    press(Key.Key_Escape)
    workshop.feed.release()
    wait_for(workshop.console, qtbot)
    press(Key.Key_1, CTRL)
    assert workshop.console.live.catch_line.text.hasFocus()
    assert not bar.catching
