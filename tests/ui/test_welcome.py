"""The welcome window and what the app remembers."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSettings, QSize, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton

from facilitator.content import agendas
from facilitator.content.own_folder import VARIABLE
from facilitator.content.whole_templates import OwnText
from facilitator.content.words import Words
from facilitator.exchange.template_file import TEMPLATE_SUFFIX, template_bytes
from facilitator.templates import house_templates
from facilitator.ui.preferences import Preferences
from facilitator.ui.stage.stage_window import SIZES
from facilitator.ui.welcome.welcome_window import NewEngagement, WelcomeWindow

WORDS = Words("en")


@pytest.fixture
def recent(tmp_path):
    paths = [tmp_path / "town.facilitator", tmp_path / "county.facilitator"]
    for path in paths:
        path.touch()
    return paths


@pytest.fixture
def welcome(qtbot, recent, tmp_path):
    window = WelcomeWindow(house_templates, recent, tmp_path, WORDS)
    qtbot.addWidget(window)
    window.asked = []
    for name in ("openRequested", "newRequested", "sampleRequested"):
        getattr(window, name).connect(lambda value, name=name: window.asked.append((name, value)))
    window.show()
    return window


def press(window, text):
    next(button for button in window.findChildren(QPushButton) if button.accessibleName() == text).click()


def test_a_new_engagement_comes_from_the_template_chosen(welcome, tmp_path):
    assert welcome.template.count() == len(agendas.templates())
    welcome.template.setCurrentRow(2)
    welcome.title.setText("Online permits")
    welcome.language.setCurrentIndex(welcome.language.findData("fr"))
    press(welcome, "Create")
    template = agendas.templates()[2].id
    assert welcome.asked == [("newRequested", NewEngagement(template, "Online permits", "fr", tmp_path))]


def test_the_sample_is_offered_in_both_languages(welcome):
    press(welcome, "Open the sample in English")
    press(welcome, "Open the sample in French")
    assert welcome.asked == [("sampleRequested", "en"), ("sampleRequested", "fr")]


def test_recent_files_open_by_enter(welcome, recent):
    welcome._opening.recent.setFocus()
    welcome._opening.recent.setCurrentRow(1)
    QTest.keyClick(welcome._opening.recent, Qt.Key.Key_Return)
    assert welcome.asked == [("openRequested", recent[1])]


def test_a_file_is_chosen_in_the_file_dialog(welcome, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("/home/me/town.facilitator", ""))
    press(welcome, "Open a file…")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    press(welcome, "Open a file…")
    assert welcome.asked == [("openRequested", Path("/home/me/town.facilitator"))]


def test_a_problem_is_said_in_the_window(welcome):
    welcome.say(WORDS("refusals.file_empty", path="town"))
    assert welcome.problem == WORDS("refusals.file_empty", path="town")


@pytest.fixture
def preferences(tmp_path):
    return Preferences(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


def test_recent_files_are_the_latest_first_and_only_those_still_there(preferences, tmp_path):
    paths = [tmp_path / f"{number}.facilitator" for number in range(10)]
    for path in paths:
        path.touch()
        preferences.remember(path)
    preferences.remember(paths[5])
    paths[8].unlink()
    found = [path.name for path in preferences.recent()]
    assert found == [f"{number}.facilitator" for number in (5, 9, 7, 6, 4, 3, 2)]


def test_one_recent_file_is_remembered_too(preferences, tmp_path):
    (tmp_path / "a.facilitator").touch()
    preferences.remember(tmp_path / "a.facilitator")
    assert preferences.recent() == [tmp_path / "a.facilitator"]


def test_the_stage_is_as_large_as_last_time_or_as_fits(preferences):
    assert preferences.stage_size(QSize(1366, 768)) == SIZES[0]
    assert preferences.stage_size(QSize(1680, 1050)) == SIZES[1]
    assert preferences.stage_size(QSize(3840, 2160)) == SIZES[2]
    assert preferences.stage_size(QSize(1024, 600)) == SIZES[0]
    preferences.keep_stage_size(SIZES[1])
    assert preferences.stage_size(QSize(3840, 2160)) == SIZES[1]


def button_named(window, text):
    return next(button for button in window.findChildren(QPushButton) if button.accessibleName() == text)


def test_enter_creates_the_engagement_once_from_everywhere_in_its_card(welcome):
    for place in (welcome.template, welcome.title, welcome.language, welcome.folder, button_named(welcome, "Create")):
        welcome.asked.clear()
        place.setFocus()
        QTest.keyClick(place, Qt.Key.Key_Return)
        assert [name for name, _ in welcome.asked] == ["newRequested"]


def test_enter_presses_the_button_that_has_the_focus(welcome):
    sample = button_named(welcome, "Open the sample in French")
    sample.setFocus()
    QTest.keyClick(sample, Qt.Key.Key_Enter)
    assert welcome.asked == [("sampleRequested", "fr")]


def test_the_folder_offered_is_there(qtbot, tmp_path):
    window = WelcomeWindow(house_templates, [], tmp_path / "Documents", WORDS)
    qtbot.addWidget(window)
    assert window.folder.text() == str(Path.home())


def test_a_home_that_nobody_has_is_said_in_a_sentence(welcome):
    welcome.folder.setText("~nobody_at_all/work")
    press(welcome, "Create")
    assert welcome.asked == []
    said = WORDS("refusals.home_unknown", path="~nobody_at_all/work")
    assert said in [label.text() for label in welcome.findChildren(QLabel)]


def test_what_was_on_air_is_offered_first_whatever_its_name(welcome):
    welcome.backRequested.connect(lambda: welcome.asked.append("back"))
    name = "A very long name of a municipality " * 4
    welcome.offer_back(name, "Silent listing & rounds")
    offer = welcome.focusWidget()
    assert offer.accessibleName() == f"Back on air: {name} · Silent listing & rounds"
    assert "…" in offer.text()
    assert "rounds" in offer.text()
    assert welcome.minimumSizeHint().width() <= 1020
    QTest.keyClick(offer, Qt.Key.Key_Return)
    assert welcome.asked == ["back"]
    QTest.keyClick(welcome, Qt.Key.Key_Escape)
    assert not offer.isVisible()
    assert welcome.asked == ["back"]


def drop(widget, path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    how = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), *how)
    QApplication.sendEvent(widget, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(widget, QDropEvent(QPointF(5, 5), *how))


def test_a_template_dropped_on_it_goes_to_the_library_and_an_engagement_is_opened(welcome, tmp_path, monkeypatch):
    monkeypatch.setenv(VARIABLE, str(tmp_path / "own"))
    path = tmp_path / f"ferry{TEMPLATE_SUFFIX}"
    path.write_bytes(template_bytes(replace(house_templates()[0], name=OwnText("Ferry day", ""))))
    drop(welcome, path)
    assert welcome.shelf.dialog.note == "Imported: “Ferry day”."
    assert len(list((tmp_path / "own" / "templates").iterdir())) == 1
    assert welcome.asked == []
    welcome.shelf.dialog.close()
    drop(welcome, tmp_path / "town.facilitator")
    assert welcome.asked == [("openRequested", tmp_path / "town.facilitator")]
