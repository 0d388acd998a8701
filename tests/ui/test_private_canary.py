"""Nothing private reaches the stage: not its widgets, accessible tree, title or pixels, the clipboard or logs."""

import logging
import secrets as random

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from box_board import KIND, Crate, CrateSecret, records
from facilitator.domain.engagement import Person
from facilitator.graphics.render import rendered
from facilitator.ui.console.console_window import ConsoleWindow
from facilitator.ui.stage.stage_window import SIZES, StageWindow
from privacy_probe import said_by


def token():
    return "Zq" + random.token_hex(6)


@pytest.fixture
def tokens():
    return [token() for _ in range(7)]


@pytest.fixture
def bugged(make_desk, tokens):
    """A desk over the records with a token in every private field."""
    private = [CrateSecret(id=f"b{n + 1}", note=tokens[2 * n], mood=tokens[2 * n + 1]) for n in range(3)]
    return make_desk(*records(), *private, Person(id="p1", name=tokens[6]))


@pytest.fixture
def windows(qtbot, bugged, clock):
    """Console and stage in the midst of work, with private things on show in the console."""
    console = ConsoleWindow(bugged, clock)
    qtbot.addWidget(console)
    stage = StageWindow(bugged.stage_picture(), SIZES[2], lambda window: SIZES[2])
    bugged.signals.feedChanged.connect(lambda: stage.show_picture(bugged.stage_picture()))
    console.show()
    stage.show()
    console.looking.to_stage()
    console.panel.canvas.pick(["b1"])
    yield console, stage
    stage.end()
    stage.deleteLater()


def test_the_console_does_show_the_tokens(windows, tokens):
    console, _ = windows
    said = said_by(console)
    assert tokens[0] in said
    assert tokens[1] in said


def test_no_word_of_the_stage_holds_a_token(windows, tokens):
    console, stage = windows
    for picked in (["b2"], ["b3"], ["b1", "b2"], []):
        console.panel.canvas.pick(picked)
        said = said_by(stage) + repr(stage.picture)
        assert not any(each in said for each in tokens)


def test_the_stages_pixels_are_those_of_an_engagement_without_secrets(windows, make_desk):
    console, stage = windows
    clean = make_desk(*records())
    assert stage.surface.image == rendered(clean.picture(clean.view("one")), SIZES[2])
    assert console.stage.surface.picture == stage.picture


def test_private_edits_change_no_pixel_of_the_stage(bugged, windows, tokens):
    _, stage = windows
    before = stage.surface.image.copy()
    bugged.ask(lambda document: KIND.set_field(document, "b1", "note", token()))
    assert stage.surface.image == before
    assert bugged.feed.held_changes == 0


def test_held_blank_and_failed_stages_say_nothing_private(bugged, windows, tokens, monkeypatch, caplog):
    _, stage = windows
    bugged.feed.hold()
    bugged.ask(lambda document: KIND.rename(document, "b1", "Mayor"))
    assert not any(each in said_by(stage) for each in tokens)
    bugged.feed.blank()
    assert not any(each in said_by(stage) for each in tokens)
    bugged.feed.unblank()
    bugged.feed.release()

    def broken(kind, document, board_id, showing):
        raise ValueError(tokens[0])

    with caplog.at_level(logging.DEBUG), monkeypatch.context() as patched:
        patched.setattr(type(KIND), "view", broken)
        bugged.feed.refresh(bugged.document)
    assert stage.picture == bugged.blank_picture()
    assert "ValueError" in caplog.text
    assert not any(each in caplog.text for each in tokens)


def test_titles_and_clipboard_hold_nothing(windows, tokens):
    console, stage = windows
    console.panel.canvas.pick(["b1", "b2"])
    QTest.keyClick(console.panel.canvas, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    said = [console.windowTitle(), stage.windowTitle(), QGuiApplication.clipboard().text()]
    assert not any(each in text for each in tokens for text in said)


class Shows(QObject):
    """Remembers every widget that was shown as a window of its own."""

    def __init__(self):
        super().__init__()
        self.windows = []

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(type(watched).__name__)
        return False


def test_nothing_private_becomes_a_window_of_its_own(windows):
    console, _ = windows
    shows = Shows()
    QApplication.instance().installEventFilter(shows)
    for picked in (["b2"], ["b1", "b3"], [], ["b1"]):
        console.panel.canvas.pick(picked)
        console.panel.private.click()
    QApplication.instance().removeEventFilter(shows)
    assert shows.windows == []


def test_the_public_words_do_reach_the_stage(bugged, windows):
    _, stage = windows
    bugged.ask(lambda document: KIND.rename(document, "b1", "Mayor"))
    assert "Mayor" in repr(stage.picture)
    assert bugged.document.get(Crate, "b1").name == "Mayor"
