"""What is remembered between two starts, and what is not."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from facilitator.ui.preferences import Preferences
from facilitator.ui.stage.stage_window import SIZES

DAY = date(2027, 1, 14)


@pytest.fixture
def settings(tmp_path):
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


def test_a_quiet_day_is_remembered_for_that_day(settings):
    Preferences(settings).keep_quiet_day(DAY)
    assert Preferences(settings).is_quiet_on(DAY)
    assert not Preferences(settings).is_quiet_on(date(2027, 1, 15))


def test_of_a_rehearsal_nothing_is_remembered(settings, tmp_path):
    file = tmp_path / "town.facilitator"
    file.touch()
    before = {key: settings.value(key) for key in settings.allKeys()}
    passing = Preferences(settings).passing()
    passing.remember(Path(file))
    passing.keep_stage_size(SIZES[0])
    passing.keep_glides(False)
    passing.keep_quiet_day(DAY)
    assert {key: settings.value(key) for key in settings.allKeys()} == before
    assert passing.is_quiet_on(DAY)  # as long as it goes on
    passing.keep_quiet_day(None)
    assert not passing.is_quiet_on(DAY)


def test_a_rehearsal_begins_as_things_are(settings):
    kept = Preferences(settings)
    kept.keep_quiet_day(DAY)
    kept.keep_glides(False)
    assert kept.passing().is_quiet_on(DAY)
    assert not kept.passing().glides(usually=True)
