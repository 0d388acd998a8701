"""Names, organizations, pronunciations, pronouns and notes of participants reach nothing but the console's dialogs."""

import logging
import secrets as random
from random import Random

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from box_board import records
from facilitator.graphics.render import rendered
from facilitator.ui.stage.stage_window import SIZES, StageWindow
from facilitator.workshop.participants import participants
from privacy_probe import said_by

FIELDS = ("name", "organization", "pronunciation", "pronouns", "note")


class Spoken(QObject):
    """Hears every window that gets a title or comes up, and what it is the child of."""

    def __init__(self):
        super().__init__()
        self.titles, self.parents = [], []

    def eventFilter(self, watched, event):
        if isinstance(watched, QWidget) and watched.isWindow():
            if event.type() in (QEvent.Type.WindowTitleChange, QEvent.Type.Show):
                self.titles.append(f"{watched.windowTitle()} {watched.accessibleName()}")
            if event.type() == QEvent.Type.Show:
                self.parents.append(watched.parent())
        return False


@pytest.fixture
def stage(console):
    desk = console.desk
    made = StageWindow(desk.stage_picture(), SIZES[2], lambda window: SIZES[2])
    desk.signals.feedChanged.connect(lambda: made.show_picture(desk.stage_picture()))
    made.show()
    console.looking.to_stage()
    yield made
    made.end()
    made.deleteLater()


def scripted(console, words):
    """All that can be done with participants, with these words for the fields of three people."""
    attending = console.live.attending
    attending.random = Random(1)
    dialog = attending.open()
    rows = "".join(f"{each['name']},{each['organization']},2027-01-14 10:00,2027-01-14 10:40\n" for each in words)
    attending.show_list(f"Name,Organization,Join Time,Leave Time\n{rows}")
    attending.preview.put_button.click()
    by_name = {each.person.name: each.person.id for each in attending.people()}
    for each in words:
        for field in FIELDS:
            if field != "name":
                attending.edit(by_name[each["name"]], field, each[field])
    ids = list(by_name.values())
    attending.turn_presence(ids)
    for act in (dialog.pairs, dialog.order):
        act.click()
        attending.drawing.draw_again()
        attending.drawing.accept()
    attending.merge(ids[0], ids[1])
    attending.remove(ids[2:])
    dialog.undo()
    dialog.undo()
    console.undo()
    console.redo()
    attending.add("")
    dialog.refresh()
    return dialog


def told(letter=""):
    return [{field: f"Zq{letter}{random.token_hex(5)}" for field in FIELDS} for _ in range(3)]


def test_the_stage_the_log_the_titles_and_the_clipboard_hold_no_token(console, stage, caplog):
    words, spoken = told(), Spoken()
    tokens = [each[field] for each in words for field in FIELDS]
    QGuiApplication.clipboard().setText("mine")
    before = stage.surface.image.copy()
    QApplication.instance().installEventFilter(spoken)
    try:
        with caplog.at_level(logging.DEBUG):
            dialog = scripted(console, words)
    finally:
        QApplication.instance().removeEventFilter(spoken)
    assert [each.person.name for each in participants(console.desk.document, "session_1")] == sorted(
        each["name"] for each in words
    )
    assert tokens[0] in dialog.table.item(0, 0).text() + dialog.table.item(1, 0).text() + dialog.table.item(2, 0).text()
    assert spoken.titles
    public = [said_by(stage), repr(stage.picture), caplog.text, *spoken.titles, QGuiApplication.clipboard().text()]
    for each in QApplication.topLevelWidgets():
        public.append(each.windowTitle())
    assert not any(token in text for token in tokens for text in public)
    assert stage.surface.image == before
    assert stage not in spoken.parents


def test_two_runs_that_differ_in_names_alone_show_the_same_pixels(make_desk, make_console):
    pictures = []
    for words in (told("a"), told("b")):
        console = make_console(make_desk(*records()))
        console.looking.to_stage()
        scripted(console, words)
        pictures.append(rendered(console.desk.stage_picture(), SIZES[2]))
        console.live.attending.dialog.accept()
    assert pictures[0] == pictures[1]
