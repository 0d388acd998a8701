"""Where the next line goes follows a click on a panel's ground or name, and a panel's own row in the outline."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facilitator.boards.panels.layout import layout_of
from facilitator.boards.speaker_series.model import Speaker, TakeAway
from facilitator.content.theme import theme
from typing_keys import press, type_text

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def series(board_console):
    """A console on a speaker series that is still empty."""
    return board_console("speaker_series")


def click_on_panel(console, panel, down):
    """Click on the ground of a panel, as far down as that part of it."""
    laid = layout_of(console.work.showing_now.view, theme("light"))
    rect = next(each.rect for each in laid.panels if each.panel.id == panel)
    at = console.panel.canvas.mapFromScene(rect.centre[0], rect.y + down * rect.height)
    QTest.mouseClick(console.panel.canvas.viewport(), LEFT, pos=at)


def test_the_first_target_is_the_one_that_stays_private(series):
    assert series.panel.capture.group == "speakers"


@pytest.mark.parametrize("down", [0.05, 0.3, 0.95])
def test_a_click_anywhere_in_a_panel_makes_it_the_target(series, down):
    click_on_panel(series, "data", down)
    assert series.panel.capture.group == "data"
    click_on_panel(series, "speakers", down)
    type_text("Mia Wong")
    press(Qt.Key.Key_Return)
    assert [each.name for each in series.desk.document.every(Speaker)] == ["Mia Wong"]
    assert not list(series.desk.document.every(TakeAway))


def test_the_row_of_a_panel_makes_it_the_target_by_mouse_and_by_keys(series):
    outline = series.outline
    rows = [outline.topLevelItem(0).child(place) for place in range(2)]
    QTest.mouseClick(outline.viewport(), LEFT, pos=outline.visualItemRect(rows[1]).center())
    assert series.panel.capture.group == "user"
    outline.setFocus()
    press(Qt.Key.Key_Up)
    assert series.panel.capture.group == "speakers"
    assert outline.hasFocus()


def test_what_is_no_panel_leaves_the_target_as_it_is(series):
    series.panel.capture.choose("data")
    QTest.mouseClick(series.panel.canvas.viewport(), LEFT, pos=series.panel.canvas.mapFromScene(30, 20))
    assert series.panel.capture.group == "data"
