"""Ticking a checklist as one would on paper: a click on the box, or Space; and tidying a board as one step."""

import pytest
from PySide6.QtCore import QPointF, QSettings, Qt
from PySide6.QtTest import QTest

from facilitator.app import App
from facilitator.boards.checklist.model import ChecklistEntry
from facilitator.boards.value_board.model import Card
from facilitator.content.words import Words
from facilitator.opening import found_engagement
from facilitator.sample import founding_of_sample
from facilitator.ui.preferences import Preferences


@pytest.fixture
def workshop(qapp, tmp_path):
    path = tmp_path / "sample.facilitator"
    found_engagement(path, founding_of_sample("en")).close()
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    app = App(Words("en"), "light", "1280x720", Preferences(settings))
    app.open(path)
    yield app.workshop
    app.workshop.console.close_all_the_same()


def status(workshop, item):
    entry = workshop.desk.document.find(ChecklistEntry, f"checklist.{item}")
    return entry.status if entry else "not_started"


def test_a_click_on_the_box_ticks_and_a_click_on_the_text_selects(workshop):
    workshop.console.work.open("checklist")
    canvas = workshop.console.panel.canvas
    group = canvas.board.group("checklist.s3")
    box = canvas.mapFromScene(QPointF(*group.mark.centre))
    text = canvas.mapFromScene(QPointF(group.mark.right + 60, group.mark.centre[1]))
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=text)
    assert canvas.picked == ("checklist.s3",)
    assert status(workshop, "s3") == "not_started"
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert status(workshop, "s3") == "done"
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert status(workshop, "s3") == "not_started"


@pytest.mark.parametrize("part", ["canvas", "outline"])
def test_space_ticks_what_is_picked(workshop, part):
    workshop.console.work.open("checklist")
    workshop.console.work.pick(("checklist.s4",))
    widget = workshop.console.panel.canvas if part == "canvas" else workshop.console.outline
    widget.setFocus()
    QTest.keyClick(widget, Qt.Key.Key_Space)
    assert status(workshop, "s4") == "done"


def test_tidying_is_one_step_that_undoes(workshop):
    workshop.console.work.open("value_board")
    before = workshop.desk.document
    workshop.console.work.tidy()
    assert any(card.slot is not None for card in workshop.desk.document.every(Card))
    workshop.console.undo()
    assert workshop.desk.document == before
