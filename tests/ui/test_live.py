"""Live: what the console says of the stage, hold and blank by key, banners, the agenda."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from box_board import KIND, records
from facilitator.ui.dialogs.files import file_to_save, files_to_open, folder_to_use
from facilitator.ui.live_keys import add_live_keys
from facilitator.ui.stage.stage_window import SIZES, StageWindow
from facilitator.workshop.capture import AddLine


@pytest.fixture
def stage(desk, console):
    window = StageWindow(desk.stage_picture(), SIZES[0])
    desk.signals.feedChanged.connect(lambda: window.show_picture(desk.stage_picture()))
    add_live_keys(window, desk.showings.all_off, console.hold, console.blank)
    window.show()
    console.activateWindow()
    yield window
    window.end()
    window.deleteLater()


class Painted(QObject):
    """Remembers which pictures a surface was painted with."""

    def __init__(self, surface):
        super().__init__()
        self.pictures = []
        surface.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            self.pictures.append(watched.picture)
        return False


def add(desk, name):
    desk.ask(lambda document: KIND.add(document, "one", AddLine(name), "left"))


def test_the_bar_and_the_preview_tell_the_state(desk, console, stage):
    assert console.bar.state == "■ BLANK"
    console.looking.to_stage()
    assert console.bar.state == "● LIVE"
    assert console.stage.surface.picture == stage.picture == desk.picture(desk.view("one"))
    console.hold()
    add(desk, "Library")
    assert console.bar.state.startswith("❚❚ HELD")
    assert console.bar.state.endswith("· 1 change")
    assert stage.picture != desk.picture(desk.view("one"))
    console.hold()
    assert stage.picture == console.stage.surface.picture == desk.picture(desk.view("one"))


def test_a_board_shown_while_held_or_blank_waits_and_says_so(qtbot, desk, console, stage):
    console.looking.to_stage()
    console.hold()
    console.work.open("two")
    console.looking.to_stage()
    assert console.panel.capture.message == desk.words("console.waits_behind_hold")
    console.show_lists()
    marks = [console.boards.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in (0, 1)]
    assert marks == ["First board, 3, ● On stage", "Second board, 0, ○ Waiting"]
    console.hold()
    console.show_lists()
    assert "On stage" in console.boards.item(1).data(Qt.ItemDataRole.AccessibleTextRole)
    console.blank()
    console.work.open("one")
    console.looking.to_stage()
    assert console.panel.capture.message == desk.words("console.waits_behind_blank")
    assert stage.picture == desk.blank_picture()


@pytest.mark.parametrize(
    ("language", "state", "heading"),
    [
        ("en", "■ BLANK · held behind it", "Participants see · blank, held"),
        ("fr", "■ MASQUÉ · vue figée derrière", "Vue du groupe · masquée, figée"),
    ],
)
def test_a_blank_tells_that_something_is_held_behind_it(make_desk, make_console, language, state, heading):
    console = make_console(make_desk(*records(), language=language))
    console.looking.to_stage()
    console.hold()
    console.blank()
    assert console.bar.state == state
    assert heading in [label.text() for label in console.stage.findChildren(QLabel)]
    console.hold()
    assert console.bar.state == state.split(" · ")[0]


def test_blank_by_key_hides_the_board_at_once(desk, console, stage):
    console.looking.to_stage()
    console.panel.canvas.setFocus()
    painted = Painted(stage.surface)
    QTest.keyClick(console, Qt.Key.Key_F10)
    assert painted.pictures == [desk.blank_picture()]  # painted before anything else is done
    assert stage.picture == desk.blank_picture()
    QTest.keyClick(console, Qt.Key.Key_F10)
    assert stage.picture == desk.picture(desk.view("one"))


def test_no_letter_ever_blanks(desk, console, stage):
    console.looking.to_stage()
    for focused in (console.panel.canvas, console.outline, console.boards, stage):
        focused.setFocus()
        QTest.keyClick(focused, Qt.Key.Key_B)
        assert not desk.feed.blanked


def test_the_keys_work_on_the_stage_and_behind_a_dialog(desk, console, stage):
    console.looking.to_stage()
    console.help()
    QTest.keyClick(stage, Qt.Key.Key_F10)
    assert desk.feed.blanked
    QTest.keyClick(stage, Qt.Key.Key_F9)
    assert desk.feed.holding


def test_the_keys_work_while_a_file_is_being_chosen(qtbot, desk, console, stage):
    def press():
        chooser = QApplication.activeModalWidget()
        with qtbot.waitActive(chooser):
            chooser.activateWindow()
        QTest.keyClick(chooser, Qt.Key.Key_F10)
        chooser.reject()

    for choose in (
        lambda: files_to_open(console, "Open", "*.csv"),
        lambda: file_to_save(console, "Save", Path("town.csv"), ".csv"),
        lambda: folder_to_use(console, "Folder", Path()),
    ):
        QTimer.singleShot(0, press)
        assert not choose()
        assert desk.feed.blanked
        desk.feed.unblank()


def test_the_time_of_holding_runs(desk, console, stage, clock):
    console.looking.to_stage()
    console.hold()
    console.bar.show_feed()
    assert console.bar._second.isActive()
    console.hold()
    assert not console.bar._second.isActive()


def test_what_is_not_saved_stands_in_a_banner_until_it_is(desk, console, ledger):
    ledger.full = True
    add(desk, "Library")
    assert console.banner.text == desk.words("refusals.disk_full")
    console.banner._retry.click()
    assert console.banner.text == desk.words("refusals.disk_full")
    ledger.full = False
    console.banner._retry.click()
    assert console.banner.text == ""
    assert KIND.items(desk.view("one"))[-1].name == "Library"


def test_something_unforeseen_is_said_calmly_and_not_on_the_stage(desk, console, stage):
    console.looking.to_stage()
    add(desk, "Library")
    before = stage.picture
    console.say_unforeseen()
    at = desk.journal.saved_at.astimezone().strftime("%H:%M:%S")
    assert console.banner.text == desk.words("console.unforeseen_saved", time=at)
    assert stage.picture is before


def test_the_agenda_shows_the_session_and_its_prompt(console):
    assert console.live.agenda.heading == "Agenda · 30 min"
    assert console.prompt.text == "Say hello."
    console.live.agenda.list.setCurrentRow(1)
    assert console.prompt.text == "Who else?"


def test_the_size_of_the_stage_can_be_chosen(qtbot, console):
    asked = []
    console.stageSizeRequested.connect(asked.append)
    menu = console.bar._sizes.menu()
    menu.actions()[1].trigger()
    assert asked == [SIZES[1]]
    console.bar.show_size(SIZES[1], SIZES[0])
    assert [action.isChecked() for action in menu.actions()[:3]] == [False, True, False]
    assert console.bar._sizes.text().strip() == "Stage 1280 × 720"
