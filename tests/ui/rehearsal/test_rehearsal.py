"""A rehearsal: the app's own windows, a made-up chat, and nothing left of it."""

import logging
import os
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facilitator.app import App
from facilitator.content.rehearsal import script
from facilitator.content.words import Words
from facilitator.domain.chat import ChatLine
from facilitator.ui.dialogs.chat_preview import ChatPreview
from facilitator.ui.on_air import OnAir
from facilitator.ui.preferences import Preferences
from facilitator.ui.rehearsal.rehearsal_folder import RehearsalFolder, remove_abandoned
from facilitator.ui.rehearsal.rehearsal_window import RehearsalWindow
from facilitator.ui.stage.stage_window import SIZES, StageWindow


@pytest.fixture
def home(tmp_path, monkeypatch):
    """Where everything goes that the app keeps, and what it makes for a while."""
    for name in ("temporary", "data", "settings", "air"):
        (tmp_path / name).mkdir()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    return tmp_path


@pytest.fixture
def settings(home):
    return QSettings(str(home / "settings" / "settings.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def app(home, settings, qapp):
    made = App(Words("en"), "light", "1280x720", Preferences(settings), OnAir(home / "air", 4))
    yield made
    made.close()
    made.close()


@pytest.fixture
def rehearse(app):
    def begin(language="en", **more):
        app.rehearse(language, **more)
        return app.workshop, next(each for each in QApplication.topLevelWidgets() if is_chat(each))

    return begin


def is_chat(widget):
    return isinstance(widget, RehearsalWindow) and widget.isVisible()


def kept(home):
    return [path for path in home.rglob("*") if path.is_file()]


def test_the_console_says_that_it_is_a_rehearsal(rehearse):
    workshop, window = rehearse()
    chips = [label.text() for label in workshop.console.bar.findChildren(type(workshop.console.bar._rehearsal))]
    assert "REHEARSAL" in chips
    assert workshop.console.bar._rehearsal.isVisible()
    assert window.parent() is None
    assert window.windowTitle() == "Rehearsal: the meeting’s chat"
    assert not any(isinstance(each, RehearsalWindow) for each in workshop.stage.findChildren(object))


def test_copied_lines_go_into_the_chat_tray_and_only_new_ones_the_second_time(rehearse):
    workshop, window = rehearse("fr")
    for _ in range(8):
        window.next()
    window.copy()
    console = workshop.console
    first = QGuiApplication.clipboard().text()
    assert first.count("From ") == 4
    take(console)
    assert {line.text for line in workshop.desk.document.every(ChatLine)} == {
        "Bonjour de l’urbanisme",
        "Association des constructeurs d’habitations",
        "Notaires",
        "Arpenteurs-géomètres",
        "association des constructeurs d’habitation",
    }
    for _ in range(6):
        window.next()
    window.copy()
    take(console)
    lines = sorted(workshop.desk.document.every(ChatLine), key=lambda line: line.number)
    assert [line.text for line in lines[5:]] == [
        "Désolée, un autre appel s’est prolongé",
        "Conseil scolaire",
        "et celui de langue anglaise",
    ]
    assert not any("Entre nous" in line.text for line in lines)


def take(console):
    """Paste the chat of the clipboard and take what is new of it."""
    console.live.chatting.paste()
    console.findChildren(ChatPreview)[-1].put()


def test_nothing_is_left_of_a_rehearsal(home, app, settings, rehearse, caplog):
    caplog.set_level(logging.DEBUG, logger="facilitator")
    workshop, window = rehearse()
    folder = next((home / "temporary").iterdir())
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    line = workshop.console.panel.capture.line
    QTest.keyClicks(line, "Zanzibar committee")
    QTest.keyClick(line, Qt.Key.Key_Return)
    workshop.console.looking.to_stage()
    workshop.console.stageSizeRequested.emit(SIZES[1])
    workshop.console.bar.glidesChosen.emit(False)
    for _ in range(12):
        window.next()
    window.save_attendance()
    window.copy()
    assert [path.name for path in folder.glob("*.csv")] == ["attendance.csv"]
    assert len(kept(home)) > 2
    app.close()
    assert kept(home) == []
    assert not folder.exists()
    assert settings.allKeys() == []
    assert QGuiApplication.clipboard().text() == ""
    names = {who.name for who in script().people} | {"Zanzibar"}
    assert not any(name in caplog.text for name in names)


def test_the_clipboard_keeps_what_somebody_else_put_there(app, rehearse):
    _, window = rehearse()
    for _ in range(6):
        window.next()
    window.copy()
    QGuiApplication.clipboard().setText("mine")
    app.close()
    assert QGuiApplication.clipboard().text() == "mine"


def test_after_a_rehearsal_one_is_where_one_began(app, rehearse, qtbot):
    app.welcome()
    workshop, window = rehearse(then_welcome=True)
    assert app.welcome_window is None
    workshop.console.close()
    assert not window.isVisible()
    assert app.welcome_window.isVisible()
    assert app.workshop is None


def test_a_rehearsal_is_asked_for_in_the_welcome_window(app):
    app.welcome()
    app.welcome_window.rehearsalRequested.emit("fr")
    assert "Toile des parties prenantes" in {board.title for board in app.workshop.desk.boards()}


def test_everything_can_be_done_by_keys(app, rehearse, qtbot):
    _, window = rehearse()
    with qtbot.waitActive(window):
        window.come_forward()
    QTest.keyClick(window, Qt.Key.Key_P)
    assert window.playing.runs
    QTest.keyClick(window, Qt.Key.Key_X)
    assert window.playing.speed == 4
    QTest.keyClick(window, Qt.Key.Key_P)
    assert not window.playing.runs
    before = window.list.count()
    for _ in range(6):
        QTest.keyClick(window.list, Qt.Key.Key_N)
    assert window.list.count() >= before + 5
    QTest.keyClick(window, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert window.said.endswith("in the clipboard.")
    QTest.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert window.said.startswith("Saved as attendance.csv")
    QTest.keyClick(window.start_button, Qt.Key.Key_Return)
    assert window.playing.runs


def test_a_closed_chat_comes_back_from_the_session_menu(rehearse):
    workshop, window = rehearse()
    window.turn()
    window.close()
    assert not window.playing.runs
    action = next(each for each in workshop.console.live.menu.actions() if each.text() == "Rehearsal: show the chat")
    assert action.shortcut().toString() == "Ctrl+Shift+R"
    action.trigger()
    assert window.isVisible()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_window_stays_as_narrow_as_it_began(app, rehearse, language):
    app._words = Words(language)
    _, window = rehearse(language)
    before = window.width()
    for _ in script().lines:
        window.next()
    QApplication.processEvents()
    assert window.said == Words(language)("rehearsal.over")
    assert window.minimumSizeHint().width() <= window.width() == before
    assert not window.next_button.isEnabled()


def test_nothing_is_copied_before_anybody_writes(rehearse):
    _, window = rehearse()
    window.copy()
    assert window.said == "Nobody has written yet."
    window.save_attendance()
    assert window.said == "Nobody has written yet."


def test_a_folder_in_use_stays_and_one_whose_app_was_killed_goes(tmp_path):
    mine = RehearsalFolder(tmp_path)
    script_text = (
        "import os, sys; from pathlib import Path\n"
        "from facilitator.ui.rehearsal.rehearsal_folder import RehearsalFolder\n"
        "folder = RehearsalFolder(Path(sys.argv[1])); (folder.path / 'x').write_text('x')\n"
        "print(folder.path, flush=True); os._exit(9)\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    killed = subprocess.run(
        [sys.executable, "-c", script_text, str(tmp_path)], capture_output=True, text=True, env=environment, check=False
    )
    left = Path(killed.stdout.strip())
    assert left.is_dir()
    (tmp_path / "facilitator-rehearsal-new").mkdir()
    assert remove_abandoned(tmp_path) == 1
    assert not left.exists()
    assert mine.path.is_dir()
    assert (tmp_path / "facilitator-rehearsal-new").is_dir()  # somebody is just making it
    mine.end()
    assert not mine.path.exists()


def test_the_chat_covers_as_little_of_the_stage_as_can_be(rehearse):
    workshop, window = rehearse()
    assert isinstance(workshop.stage, StageWindow)
    screen = window.screen().availableGeometry()
    assert screen.contains(window.geometry())
