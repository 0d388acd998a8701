"""The app put together: real files, real board kinds, both windows."""

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSettings, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from facilitator import app as app_module
from facilitator.app import App, stage_size
from facilitator.content.words import Words
from facilitator.domain.change import Change, adding, removing
from facilitator.domain.engagement import Board, Engagement
from facilitator.domain.refusal import StoreError
from facilitator.opening import found_engagement, open_engagement
from facilitator.sample import founding_of_sample
from facilitator.ui.dialogs.export_dialog import ExportDialog
from facilitator.ui.dialogs.handout_dialog import HandoutDialog
from facilitator.ui.ending import close_on_signals
from facilitator.ui.preferences import Preferences
from facilitator.ui.stage.stage_window import SIZES
from facilitator.ui.welcome.welcome_window import NewEngagement
from typing_keys import wait_for


@pytest.fixture
def preferences(tmp_path):
    return Preferences(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def app(preferences):
    preferences.keep_glides(False)  # pictures are compared as they are in the end
    made = App(Words("en"), "light", "1280x720", preferences)
    yield made
    made.close()
    made.close()  # a failed test may leave something unsaved


@pytest.fixture
def sample(tmp_path):
    path = tmp_path / "sample.facilitator"
    found_engagement(path, founding_of_sample("en")).close()
    return path


def test_a_keystroke_in_the_capture_bar_ends_on_disk_and_on_the_stage(app, sample):
    app.open(sample)
    workshop = app.workshop
    workshop.console.looking.to_stage()
    line = workshop.console.panel.capture.line
    QTest.keyClicks(line, "Heritage committee !3")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert "Heritage" in repr(workshop.stage.picture)
    app.close()
    with open_engagement(sample) as engagement:
        assert "Heritage committee" in repr(list(engagement.journal.document.records()))
        assert engagement.journal.undo_label == "add_stakeholder"


def test_the_clock_goes_to_the_stage_when_asked_and_is_right_after_opening_again(app, sample, preferences):
    app.open(sample)
    workshop = app.workshop
    workshop.console.looking.to_stage()
    workshop.console.live.timing.next()
    bare = workshop.stage.picture
    workshop.console.live.timing.turn_stage_clock()
    assert workshop.stage.picture.groups[-1].label == "6 min left"
    assert workshop.stage.picture.groups[:-1] == bare.groups
    assert workshop.console.stage.surface.picture == workshop.stage.picture
    app.close()
    again = App(Words("en"), "light", None, preferences)
    again.open(sample)
    assert again.workshop.console.live.agenda.strip.time.endswith("left")
    assert not again.workshop.console.live.agenda.strip.stage_button.isChecked()
    again.close()


def test_undo_survives_closing_and_opening(app, sample, preferences):
    app.open(sample)
    line = app.workshop.console.panel.capture.line
    QTest.keyClicks(line, "Heritage committee")
    QTest.keyClick(line, Qt.Key.Key_Return)
    app.close()
    again = App(Words("fr"), "light", None, preferences)
    again.open(sample)
    assert again.workshop.console.panel.undo.isEnabled()
    again.workshop.desk.undo()
    assert "Heritage" not in repr(list(again.workshop.desk.document.records()))
    again.close()


def test_every_board_of_the_sample_goes_on_stage_without_its_secrets(app, sample, tmp_path):
    clean = tmp_path / "clean.facilitator"
    records = list(founding_of_sample("en").added())
    private = tuple(record for record in records if record.private)
    assert len(private) > 20
    change = founding_of_sample("en")
    with found_engagement(clean, change) as engagement:
        engagement.journal.do(Change("delete", removing(reversed(private))))
    images = []
    for path in (sample, clean):
        app.open(path)
        workshop = app.workshop
        for board in workshop.desk.boards():
            workshop.console.work.open(board.id)
            workshop.console.looking.to_stage()
            workshop.console.panel.canvas.pick(list(workshop.console.panel.canvas.names)[:1])
            images.append(workshop.stage.surface.image.copy())
        app.close()
    assert images[:3] == images[3:]
    assert images[0] != images[1] != images[2]


def test_a_file_that_cannot_be_opened_is_refused_and_the_welcome_window_says_why(app, tmp_path):
    missing = tmp_path / "missing.facilitator"
    with pytest.raises(StoreError, match="file_missing"):
        app.open(missing)
    app.welcome()
    app.welcome_window.openRequested.emit(missing)
    assert app.welcome_window.problem == Words("en")("refusals.file_missing", path=str(missing))
    assert app.workshop is None


@pytest.fixture
def failing(preferences):
    """An app that fails in a way nobody foresaw whenever it is to show an engagement."""
    made = App(Words("en"), "no such theme", None, preferences)
    yield made
    made.close()


def test_what_nobody_foresaw_is_said_and_the_file_is_not_kept_locked(failing, preferences, sample):
    failing.welcome()
    with pytest.raises(Exception, match="no such theme"):
        failing.open(sample)
    open_engagement(sample).close()  # or StoreError("in_use")
    assert failing.workshop is None
    assert preferences.recent() == []
    failing.struck.emit()  # as the hook does that catches what nobody foresaw
    assert failing.welcome_window.problem == Words("en")("welcome.unforeseen")


def test_a_board_of_an_unknown_kind_is_said(app, tmp_path):
    path = tmp_path / "newer.facilitator"
    board = Board(id="web", number=1, kind="from_the_future", title="Web")
    change = Change("found_engagement", adding((Engagement(id="engagement", title="Permits"), board)))
    found_engagement(path, change).close()
    app.welcome()
    app.welcome_window.openRequested.emit(path)
    assert app.welcome_window.problem
    assert app.workshop is None


def test_a_file_that_cannot_be_opened_at_the_start_is_said_in_a_window(app, tmp_path):
    path = tmp_path / "damaged.facilitator"
    path.write_bytes(b"no engagement" * 100)
    app.start(path)
    assert app.welcome_window.isVisible()
    assert app.welcome_window.problem == Words("en")("refusals.not_an_engagement", path=str(path))


def test_whatever_goes_wrong_at_the_start_there_is_a_window(failing, sample):
    with pytest.raises(Exception, match="no such theme"):
        failing.start(sample)
    assert failing.welcome_window.isVisible()


def test_it_starts_with_the_file_or_the_welcome_window(app, sample):
    app.start(None)
    assert app.welcome_window.isVisible()
    app.welcome_window.openRequested.emit(sample)
    assert app.workshop.console.isVisible()
    assert app.welcome_window is None


@pytest.mark.skipif(sys.platform == "win32", reason="folders under files")
def test_what_the_system_refuses_is_said(app, tmp_path):
    blocked = tmp_path / "file"
    blocked.touch()
    app.welcome()
    for folder in (tmp_path / ("n" * 300), blocked):
        app.welcome_window.say("")
        app.welcome_window.newRequested.emit(NewEngagement("stakeholder_workshop_90", "Permits", "en", folder))
        assert str(folder) in app.welcome_window.problem
    assert app.workshop is None


@pytest.mark.skipif(sys.platform == "win32", reason="folders under files")
def test_a_sample_that_has_no_room_is_said(app, tmp_path, monkeypatch):
    blocked = tmp_path / "file"
    blocked.touch()
    monkeypatch.setattr(app_module.QStandardPaths, "writableLocation", lambda place: str(blocked / "data"))
    app.welcome()
    app.welcome_window.sampleRequested.emit("en")
    assert app.welcome_window.problem == Words("en")(
        "refusals.system", path=str(blocked / "data"), why="a part of its path is no folder"
    )


def test_told_to_end_it_says_what_is_not_saved_and_ends_when_told_again(app, sample):
    app.open(sample)
    console = app.workshop.console
    console.panel.capture.line.setText("Half a thou")
    app.close()
    assert console.isVisible()
    assert "capture line" in console.banner.text
    app.close()
    assert not console.isVisible()
    assert not app.workshop.stage.isVisible()
    open_engagement(sample).close()


def test_nothing_typed_is_lost_when_the_file_cannot_be_written(app, sample):
    app.open(sample)
    console = app.workshop.console
    writable(app, False)
    console.work.pick(("developers",))
    console.inspector.focus_field("owner")  # which opens its part
    typed = {"note": "A long note. " * 100, "owner": "Dana Roy"}
    for editor in console.inspector.editors:
        editor.resume(typed.get(editor.key))
    assert not console.close()
    assert app.workshop.desk.unsaved == 2
    writable(app, True)
    assert console.close()
    with open_engagement(sample) as engagement:
        kept = repr(list(engagement.journal.document.records()))
    assert "A long note. A long note." in kept
    assert "Dana Roy" in kept


def writable(app, yes):
    app.workshop._engagement._file._connection.exec_driver_sql(f"PRAGMA query_only={'OFF' if yes else 'ON'}")


def test_a_new_engagement_opens_with_its_boards(app, tmp_path):
    app.welcome()
    app.welcome_window.newRequested.emit(NewEngagement("stakeholder_workshop_90", "Ça & là", "fr", tmp_path))
    assert app.welcome_window is None
    assert (tmp_path / "ca-la.facilitator").exists()
    assert stat.S_IMODE((tmp_path / "ca-la.facilitator").stat().st_mode) == 0o600
    assert app.workshop.desk.engagement.title == "Ça & là"
    assert app.workshop.console.boards.count() >= 1


def test_the_sample_is_copied_never_opened_in_place(app, preferences):
    app.welcome()
    app.welcome_window.sampleRequested.emit("fr")
    first = preferences.recent()[0]
    assert app.workshop.desk.engagement.language == "fr"
    app.close()
    app.welcome()
    app.welcome_window.sampleRequested.emit("fr")
    assert preferences.recent()[0] != first


def test_closing_the_console_closes_the_stage_and_the_file(app, sample):
    app.open(sample)
    workshop = app.workshop
    workshop.stage.close()
    assert workshop.stage.isVisible()
    assert workshop.console.panel.capture.message == Words("en")("console.stage_stays")
    workshop.console.close()
    assert not workshop.stage.isVisible()
    open_engagement(sample).close()


def test_letters_typed_with_the_stage_in_front_go_into_the_capture_bar(qtbot, app, sample):
    app.open(sample)
    stage, console = app.workshop.stage, app.workshop.console
    wait_for(stage, qtbot)
    before = stage.grab().toImage()
    QTest.keyClicks(stage, "Fish!4")
    assert console.panel.capture.line.text() == "Fish!4"
    assert stage.grab().toImage() == before
    qtbot.waitUntil(lambda: QApplication.activeWindow() is console)
    assert console.panel.capture.line.hasFocus()


def test_an_open_dialog_gets_no_half_words_from_the_stage(qtbot, app, sample):
    app.open(sample)
    stage, console = app.workshop.stage, app.workshop.console
    console.help()
    QTest.keyClicks(stage, "Fish")
    assert console.panel.capture.line.text() == ""


def test_the_size_of_the_stage_is_chosen_and_kept(app, sample, preferences):
    app.open(sample)
    app.workshop.console.stageSizeRequested.emit(SIZES[2])
    stage = app.workshop.stage
    assert stage.stage_size == QSize(1920, 1080)
    said = f"Stage {stage.fitted_size.width()} × {stage.fitted_size.height()}"  # the screen of tests is a small one
    assert said in [each.text().strip() for each in app.workshop.console.bar.findChildren(QPushButton)]
    assert stage_size(None, preferences) == SIZES[2]
    assert stage_size("1600x900", preferences) == SIZES[1]


def test_a_handout_is_made_from_the_document_as_it_is(app, sample, qtbot, tmp_path):
    app.open(sample)
    app.workshop.handouts.open(app.workshop.console)
    dialog = app.workshop.console.findChildren(HandoutDialog)[0]
    assert dialog.chosen.session.currentData() == app.workshop.console.live.agenda.session_id == "session_1"
    dialog.shown.save.click()
    qtbot.waitUntil(lambda: dialog.path is not None, timeout=60_000)
    assert dialog.path.read_bytes().startswith(b"%PDF")
    assert dialog.path.parent == tmp_path
    dialog.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert app.workshop.console.findChildren(HandoutDialog) == []


def test_a_board_is_exported_and_an_older_file_stays_unless_that_is_pressed(app, sample, qtbot, tmp_path):
    app.open(sample)
    app.workshop.export("stakeholder_web")
    dialog = app.workshop.console.findChildren(ExportDialog)[0]
    dialog.format.setCurrentIndex(dialog.format.findData("kumu"))
    path = Path(dialog.path.text())
    assert (path.parent, path.suffix) == (tmp_path, ".json")
    path.write_text("mine")
    dialog.save.click()
    qtbot.waitUntil(lambda: "exists already" in dialog.said)
    assert path.read_text() == "mine"
    dialog.save.click()
    qtbot.waitUntil(lambda: dialog.files == (path,))
    assert "Chief administrative officer" in path.read_text("utf-8")
    dialog.audience.setCurrentIndex(dialog.audience.findData(True))
    assert "-PRIVATE" in dialog.path.text()
    dialog.path.setText(str(tmp_path / "unmarked.json"))
    dialog.save.click()
    qtbot.waitUntil(lambda: "must say that the file is private" in dialog.said)
    assert not (tmp_path / "unmarked.json").exists()
    dialog.close()


def test_all_boards_go_into_one_file_called_like_the_engagement_and_into_a_mail(app, sample, qtbot, tmp_path):
    app.open(sample)
    app.workshop.export("stakeholder_web")
    dialog = app.workshop.console.findChildren(ExportDialog)[0]
    dialog.format.setCurrentIndex(dialog.format.findData("xlsx-all"))
    assert Path(dialog.path.text()) == tmp_path / "online-permits.xlsx"
    dialog.save.click()
    qtbot.waitUntil(lambda: dialog.files == (tmp_path / "online-permits.xlsx",))

    def mail():
        held = QApplication.clipboard().mimeData()
        return (held.html(), held.text()) if held else ("", "")

    for form, title in (("html-all", "Online permits"), ("html", "Stakeholder web")):
        dialog.format.setCurrentIndex(dialog.format.findData(form))
        dialog.copy.click()
        qtbot.waitUntil(lambda title=title: f">{title}</h1>" in mail()[0])
    assert "Civic value board" not in mail()[1]
    dialog.close()


def test_an_export_without_names_names_nobody_in_the_file_in_its_name_or_in_a_mail(app, sample, qtbot, tmp_path):
    app.open(sample)
    app.workshop.export("stakeholder_web")
    dialog = app.workshop.console.findChildren(ExportDialog)[0]
    dialog.format.setCurrentIndex(dialog.format.findData("xlsx-all"))
    dialog.format.setCurrentIndex(dialog.format.findData("html-all"))
    dialog.anonymous.setChecked(True)
    qtbot.waitUntil(lambda: "may still tell who it is" in dialog.left_told)
    path = Path(dialog.path.text())
    assert "anonymous" in path.name
    assert "permits" not in path.name
    dialog.save.click()
    qtbot.waitUntil(lambda: dialog.files == (path,))
    dialog.copy.click()
    qtbot.waitUntil(lambda: dialog.said == dialog._words("export.copied"))
    for told in (path.read_text("utf-8"), QApplication.clipboard().mimeData().html()):
        assert "Willowmarch" not in told
        assert "a municipality" in told.lower()
    dialog.close()


def test_an_error_in_a_slot_is_noticed_on_the_console(app, sample):
    app.open(sample)
    app.struck.emit()
    assert app.workshop.console.banner.text == Words("en")("console.unforeseen") or "saved up to" in (
        app.workshop.console.banner.text
    )


def test_no_button_of_a_real_engagement_is_without_words(app, sample):
    app.open(sample)
    QApplication.processEvents()
    for button in app.workshop.console.findChildren(QPushButton):
        assert button.text().strip() or (button.accessibleName() and button.toolTip() and not button.icon().isNull())


@pytest.fixture
def deaf():
    """The signal handlers as they were are put back."""
    handlers = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    yield
    signal.set_wakeup_fd(-1)
    for number, handler in handlers.items():
        signal.signal(number, handler)


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_signal_in_the_middle_of_an_edit_waits_for_its_end(qtbot, deaf, app, sample):
    app.open(sample)
    console = app.workshop.console
    close_on_signals(app.close)
    app.workshop.desk.signals.documentChanged.connect(lambda change: os.kill(os.getpid(), signal.SIGTERM))
    line = console.panel.capture.line
    QTest.keyClicks(line, "Heritage committee")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert line.text() == ""
    assert console.isVisible()
    qtbot.waitUntil(lambda: not console.isVisible())


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_the_end_of_the_session_closes_the_app_with_its_file_whole(sample):
    script = (
        "import sys; from pathlib import Path; from PySide6.QtCore import QTimer; import facilitator.app as a\n"
        "shown = a.Workshop.show\n"
        "def show(self): shown(self); QTimer.singleShot(0, lambda: print('open', flush=True))\n"
        "a.Workshop.show = show\n"
        f"sys.exit(a.run(Path({str(sample)!r}), language='en'))\n"
    )
    child = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, env={**os.environ})
    assert child.stdout.readline().strip() == b"open"
    child.send_signal(signal.SIGTERM)
    assert child.wait(20) == 0
    open_engagement(sample).close()
