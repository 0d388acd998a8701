"""What the lessons open elsewhere, with real files: the sheet as a handout, and the certificates of a cohort."""

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from exchange.workbooks import workbook
from facilitator.app import App
from facilitator.content.words import Words
from facilitator.opening import found_engagement
from facilitator.templates import founding
from facilitator.ui.dialogs.handout_dialog import HandoutDialog
from facilitator.ui.preferences import Preferences
from typing_keys import wait_for


@pytest.fixture
def workshop(tmp_path):
    path = tmp_path / "course.facilitator"
    found_engagement(path, founding("microcourse", "en")).close()
    preferences = Preferences(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    app = App(Words("en"), "light", "1280x720", preferences)
    app.open(path)
    yield app.workshop
    app.close()
    app.close()


def test_the_sheet_of_a_lesson_opens_the_handout_dialog_with_that_lesson_alone(workshop, qtbot):
    lessons = workshop.console.live.lessons.open()
    lessons.list.setCurrentRow(4)
    its = lessons.list.current
    lessons.sheet.click()
    dialog = next(each for each in QApplication.topLevelWidgets() if isinstance(each, HandoutDialog))
    assert dialog.chosen.order().pack == "lesson"
    qtbot.waitUntil(lambda: not dialog.is_busy, timeout=20_000)
    assert dialog.chosen.order().parts == (f"lesson:{its}",)
    assert dialog.shown.preview.said == "Page 1 of 2"
    dialog.reject()
    lessons.reject()


def test_certificates_open_over_the_lessons_for_the_chosen_cohort(workshop, qtbot):
    lessons = workshop.console.live.lessons.open()
    assert lessons.list.count() == 8 + 4
    lessons.certificates.click()
    wait_for(workshop.certificates.dialog, qtbot)
    assert workshop.certificates.dialog.parent() is lessons
    workshop.certificates.dialog.reject()
    lessons.reject()


def test_a_list_of_completions_in_a_workbook_is_known_when_it_is_dropped(workshop, tmp_path):
    path = tmp_path / "done.xlsx"
    path.write_bytes(workbook(("Done", [["Person", "Lesson", "Activity", "Day"], ["Amara", 1, "core", "2026-11-03"]])))
    live = workshop.console.live
    assert not live.templates.open_files([path])
    assert live.lessons.open_file([path])
    assert live.lessons.lists.preview.counts.text().startswith("Read from the sheet “Done”.")
    live.lessons.lists.preview.reject()
    live.lessons.dialog.reject()
