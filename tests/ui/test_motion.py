"""Whether things move: the environment, the desktop, what was chosen last, and the menu in which it is chosen."""

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QProxyStyle, QStyle

from facilitator.app import App
from facilitator.content.words import Words
from facilitator.opening import found_engagement
from facilitator.sample import founding_of_sample
from facilitator.ui.motion import VARIABLE, motion_forbidden, motion_usual
from facilitator.ui.preferences import Preferences


@pytest.fixture
def preferences(tmp_path):
    return Preferences(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.mark.parametrize(("value", "forbidden"), [("", False), ("0", False), ("1", True), ("yes", True)])
def test_the_environment_can_forbid_it(monkeypatch, value, forbidden):
    monkeypatch.setenv(VARIABLE, value)
    assert motion_forbidden() == forbidden


def test_a_desktop_without_animations_is_heard(qapp):
    class Still(QProxyStyle):
        def styleHint(self, hint, option=None, widget=None, returned=None):
            if hint == QStyle.StyleHint.SH_Widget_Animation_Duration:
                return 0
            return super().styleHint(hint, option, widget, returned)

    assert motion_usual(qapp.style())
    assert not motion_usual(Still())


def test_what_was_chosen_is_remembered(preferences):
    assert preferences.glides(usually=True)
    assert not preferences.glides(usually=False)
    preferences.keep_glides(False)
    assert not preferences.glides(usually=True)
    preferences.keep_glides(True)
    assert preferences.glides(usually=False)


@pytest.fixture
def workshop(preferences, tmp_path):
    path = tmp_path / "sample.facilitator"
    found_engagement(path, founding_of_sample("en")).close()
    app = App(Words("en"), "light", "1280x720", preferences)
    app.open(path)
    yield app.workshop
    app.close()


def test_the_stage_glides_from_board_to_board_unless_it_was_turned_off(workshop, preferences):
    desk, gliding = workshop.desk, workshop.stage.surface.gliding
    desk.show_on_stage("stakeholder_web")
    assert not gliding.active  # the board comes out of the blank at once
    desk.show_on_stage("value_board")
    assert gliding.active
    gliding.end()
    assert workshop.console.bar._glides.isChecked()
    workshop.console.bar._glides.trigger()
    desk.show_on_stage("stakeholder_web")
    assert not gliding.active
    assert not preferences.glides(usually=True)


def test_the_menu_cannot_allow_what_the_environment_forbids(monkeypatch, preferences, tmp_path):
    monkeypatch.setenv(VARIABLE, "1")
    path = tmp_path / "sample.facilitator"
    found_engagement(path, founding_of_sample("en")).close()
    app = App(Words("en"), "light", "1280x720", preferences)
    app.open(path)
    assert not app.workshop.desk.glides
    assert not app.workshop.console.bar._glides.isEnabled()
    app.close()
