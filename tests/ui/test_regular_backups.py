"""When backups are made: at opening, regularly while something is saved, at closing; never twice for the same."""

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest

from facilitator.app import App
from facilitator.content.own_folder import own_folder
from facilitator.content.words import Words
from facilitator.opening import backups_of, found_engagement, open_engagement
from facilitator.sample import founding_of_sample
from facilitator.store.copying import look_through
from facilitator.ui.preferences import Preferences
from facilitator.ui.regular_backups import INTERVAL


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "sample.facilitator"
    found_engagement(path, founding_of_sample("en")).close()
    return path


@pytest.fixture
def app(tmp_path):
    preferences = Preferences(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    preferences.keep_glides(False)
    made = App(Words("en"), "light", "1280x720", preferences)
    yield made
    made.close()
    made.close()  # a failed test may leave something unsaved


def listed(path):
    return backups_of(path).listed()


def add(workshop, name):
    line = workshop.console.panel.capture.line
    QTest.keyClicks(line, name)
    QTest.keyClick(line, Qt.Key.Key_Return)


def stakeholders(backup):
    return look_through(backup.path).rows["stakeholder"]


def opened(app, path, qtbot):
    """The workshop, once the backup at opening is made."""
    app.open(path)
    with qtbot.waitSignal(app.workshop.backups.made, timeout=5000):
        app.workshop.backups.begin()
    return app.workshop


def test_a_backup_is_made_at_opening_and_none_where_nothing_is_new(app, path, qtbot):
    opened(app, path, qtbot)
    assert len(listed(path)) == 1
    app.close()
    assert len(listed(path)) == 1
    app.open(path)
    app.workshop.backups.begin()
    app.workshop.backups._timer.timeout.emit()
    app.close()
    assert len(listed(path)) == 1


def test_what_was_saved_is_backed_up_with_the_next_tick_and_at_closing(app, path, qtbot):
    workshop = opened(app, path, qtbot)
    before = stakeholders(listed(path)[0])
    add(workshop, "Heritage committee")
    with qtbot.waitSignal(workshop.backups.made, timeout=5000):
        workshop.backups._timer.timeout.emit()
    assert workshop.backups._timer.interval() == INTERVAL == 300_000
    assert [stakeholders(backup) for backup in listed(path)] == [before + 1, before]
    add(workshop, "School board")
    app.close()
    assert [stakeholders(backup) for backup in listed(path)] == [before + 2, before + 1, before]


def test_the_backup_at_opening_comes_by_itself(app, path, qtbot):
    app.open(path)
    with qtbot.waitSignal(app.workshop.backups.made, timeout=10_000):
        pass
    assert len(listed(path)) == 1


def test_closing_at_once_still_backs_up(app, path):
    app.open(path)
    add(app.workshop, "Heritage committee")
    app.close()
    assert len(listed(path)) == 1
    open_engagement(path).close()


def test_a_backup_that_cannot_be_made_is_said_and_nothing_else_happens(app, path, qtbot):
    workshop = opened(app, path, qtbot)
    workshop.backups.backups.folder._free = lambda folder: 0
    add(workshop, "Heritage committee")
    with qtbot.waitSignal(workshop.backups.failed, timeout=5000) as told:
        workshop.backups.back_up()
    assert "no room for a copy" in told.args[0]
    add(workshop, "School board")
    app.close()
    assert len(listed(path)) == 1
    with open_engagement(path) as engagement:
        assert "School board" in repr(list(engagement.journal.document.records()))


def test_for_a_damaged_file_the_newest_whole_backup_is_named(app, path, qtbot):
    workshop = opened(app, path, qtbot)
    add(workshop, "Heritage committee")
    app.close()
    newest, before = listed(path)
    newest.path.write_bytes(newest.path.read_bytes()[:-100])
    path.write_bytes(path.read_bytes()[:-5000])
    app.start(path)
    said = app.welcome_window.problem
    assert said.startswith(Words("en")("refusals.file_damaged", path=str(path)))
    assert str(before.path) in said
    assert str(newest.path) not in said


def test_the_apps_own_folder_is_not_where_the_engagement_is(path):
    assert own_folder() not in path.parents
    assert backups_of(path).path.parent == own_folder() / "backups"
