"""The page before sharing, over a real stage window, a real file and its backups: faults go in, lines turn."""

import shutil
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QRect, QSettings, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from box_board import new_board, records, secrets
from engagements import adding_stakeholder, journal_of, new_file
from facilitator.app import App
from facilitator.content.words import Words
from facilitator.domain.picture import Text
from facilitator.opening import found_engagement
from facilitator.sample import founding_of_sample
from facilitator.store.backups import BackupFolder, EngagementBackups
from facilitator.ui.before_sharing import BeforeSharing
from facilitator.ui.desk import Kinds
from facilitator.ui.dialogs.preflight_page import PreflightPage
from facilitator.ui.preferences import Preferences
from facilitator.ui.regular_backups import RegularBackups
from facilitator.ui.stage.stage_window import SIZES, StageWindow
from look_board import LookBoard

SCREEN = QRect(0, 0, 2560, 1440)


class StubbornStage(StageWindow):
    """A stage on a desktop that does not let a minimized window come back by itself."""

    def changeEvent(self, event):
        QWidget.changeEvent(self, event)


class CrowdedBoard(LookBoard):
    """Boxes whose words get smaller, as many as there are of them."""

    shrunk = 1.0

    def picture(self, view, theme):
        made = super().picture(view, theme)
        return replace(made, groups=tuple(map(self._shrunk, made.groups)))

    def _shrunk(self, group):
        if group.role != "item":
            return group
        shapes = (
            replace(each, size=each.size * self.shrunk) if isinstance(each, Text) else each for each in group.shapes
        )
        return replace(group, shapes=tuple(shapes))


@pytest.fixture
def board():
    return CrowdedBoard()


@pytest.fixture
def desk(make_desk, board):
    made = make_desk(*records(), *secrets(), kinds=Kinds(lambda kind_id: board, (), new_board))
    made.glides = False
    return made


@pytest.fixture
def window(qtbot):
    """What stands for the console: the page needs nothing of it but that it is not the stage."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    return made


@pytest.fixture
def file(tmp_path):
    file = new_file(tmp_path / "town.facilitator")
    yield file
    file.close()


@pytest.fixture
def backups(qapp, file, tmp_path, desk, clock):
    folder = BackupFolder(tmp_path / "backups" / "town", now=clock)
    regular = RegularBackups(EngagementBackups(file, folder), desk.words)
    regular.begin()
    wait_for_backup(regular)
    yield regular
    regular.end()


def wait_for_backup(backups):
    """The copy is looked through on another thread."""
    while backups._work.is_busy:
        QApplication.processEvents()


@pytest.fixture
def disk():
    """Bytes that are free; a test may change them, or take the disk away."""
    return {"free": 3_000_000_000}


@pytest.fixture
def stage(qtbot, desk):
    window = StubbornStage(desk.stage_picture(), SIZES[0], lambda window: SCREEN.size())
    window.show()
    window.move(50, 60)
    yield window
    window.end()
    window.deleteLater()


@pytest.fixture
def sharing(window, desk, stage, backups, file, disk, tmp_path, clock):
    def free(folder):
        if disk["free"] is None:
            raise OSError("gone")
        return disk["free"]

    preferences = Preferences(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    preferences.keep_quiet_day(clock().astimezone().date())
    made = BeforeSharing(
        desk,
        stage,
        backups,
        preferences,
        file.path,
        open_board=lambda: "one",
        in_place=lambda: file.is_in_place,
        free=free,
        screens=lambda: [SCREEN],
        now=clock,
        parent=window,
    )
    yield made
    made.end()


@pytest.fixture
def page(sharing, window):
    return sharing.open_page(window)


def turned(page):
    """The lines that are not in order, but for what to share."""
    words = {name: row.state for name, row in page.rows.items()}
    assert words.pop("window") == "Remember"
    return {name: word for name, word in words.items() if word != "In order"}


def test_when_all_is_well_every_line_is_in_order(page):
    assert turned(page) == {}
    assert page.said == "Nothing stands in the way of sharing."


def minimize(stage, **_):
    stage.setWindowState(Qt.WindowState.WindowMinimized)


def hide(stage, **_):
    stage.hide()


def hang_off(stage, **_):
    stage.move(SCREEN.right() - 300, 100)


def stretch(stage, **_):
    stage.setFixedSize(1270, 700)


def show_private(desk, **_):
    desk.feed.switch(desk.document, "one", frozenset({"mood"}))


def fill_disk(disk, **_):
    disk["free"] = 120_000_000


def lose_disk(disk, **_):
    disk["free"] = None


def lose_backups(backups, **_):
    for backup in backups.backups.folder.listed():
        backup.path.unlink()


def damage_backup(backups, **_):
    path = backups.backups.folder.listed()[0].path
    path.write_bytes(path.read_bytes()[:-1] + b"?")


def move_file(file, **_):
    shutil.copyfile(file.path, file.path.with_name("other"))
    file.path.with_name("other").replace(file.path)


def fail_to_save(desk, ledger, **_):
    ledger.full = True
    desk.ask(lambda document: new_board(document, "boxes", "Third board"))


def crowd(board, **_):
    board.shrunk = 0.5


def lag_behind(file, clock, **_):
    journal_of(file).do(adding_stakeholder(1))
    clock.time += timedelta(minutes=20)


def turn_notifications_on(sharing, **_):
    sharing.keep_quiet(False)


FAULTS = {
    minimize: ("stage", "To mend"),
    hide: ("stage", "To mend"),
    hang_off: ("stage", "To mend"),
    stretch: ("size", "To mend"),
    crowd: ("text", "To mend"),
    show_private: ("layers", "To mend"),
    fill_disk: ("disk", "To mend"),
    lose_disk: ("disk", "To mend"),
    lose_backups: ("backup", "To mend"),
    damage_backup: ("backup", "To mend"),
    lag_behind: ("backup", "Look at it"),
    move_file: ("saved", "To mend"),
    fail_to_save: ("saved", "To mend"),
    turn_notifications_on: ("notifications", "Remember"),
}


@pytest.fixture
def inject(sharing, stage, desk, ledger, disk, backups, file, board, clock):
    """A function that makes one thing go wrong."""
    things = {"sharing": sharing, "stage": stage, "desk": desk, "ledger": ledger, "disk": disk, "backups": backups}
    return lambda fault: fault(**things, file=file, board=board, clock=clock)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_each_fault_turns_exactly_its_own_line(page, inject, fault):
    inject(fault)
    QTest.keyClick(page, Qt.Key.Key_F5)
    own, word = FAULTS[fault]
    assert turned(page) == {own: word}


@pytest.mark.parametrize(
    "fault", [minimize, hide, hang_off, stretch, show_private, lose_backups, damage_backup, lag_behind, fail_to_save]
)
def test_its_button_mends_it_and_the_line_turns_back_by_itself(page, inject, fault, backups, ledger, qtbot):
    inject(fault)
    page.check()
    ledger.full = False
    button = page.rows[FAULTS[fault][0]].mend
    assert button.isVisible()
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: turned(page) == {}, timeout=5000)
    assert not button.isVisible()
    assert page.said == "Nothing stands in the way of sharing."


@pytest.mark.parametrize("fault", [hide, hang_off, show_private, fail_to_save, turn_notifications_on])
def test_what_goes_wrong_while_the_page_is_open_is_seen_without_asking(page, inject, fault, qtbot):
    inject(fault)
    qtbot.waitUntil(lambda: turned(page) != {}, timeout=5000)
    assert set(turned(page)) == {FAULTS[fault][0]}


def test_where_the_screen_is_small_a_size_that_fits_is_offered(page, stage, sharing):
    stage.set_size(SIZES[2])
    stage._room = lambda window: QSize(1700, 1000)
    stage.set_size(SIZES[2])
    page.check()
    assert turned(page) == {"size": "Look at it"}
    assert page.rows["size"].mend.text() == " Choose 1600 × 900"
    page.rows["size"].mend.click()
    page.check()
    assert stage.size() == SIZES[1]
    assert turned(page) == {}


def test_the_board_that_is_open_is_looked_at_before_any_is_on_the_stage(page, board, desk):
    assert "“First board”: “Clerk”" in page.rows["text"].said
    desk.show_on_stage("two")
    page.check()
    assert "First board" not in page.rows["text"].said


def test_behind_a_blank_the_board_that_waits_is_looked_at(page, desk, board):
    desk.show_on_stage("one")
    desk.feed.blank()
    board.shrunk = 0.5
    page.check()
    assert "“First board”" in page.rows["text"].said


def test_the_tick_is_for_this_day_only(page, sharing, clock):
    assert page.quiet.isChecked()
    assert sharing.quiet
    clock.time += timedelta(days=1)
    assert not sharing.quiet
    page.quiet.click()
    page.quiet.click()
    assert sharing.quiet


def test_why_a_backup_could_not_be_made_is_said_on_the_page(page, backups, file, clock):
    backups.backups.folder._free = lambda folder: 0
    journal_of(file).do(adding_stakeholder(1))
    backups.back_up()
    assert "no room for a copy" in page.problem
    page.check()
    assert page.problem == ""


def test_the_page_stands_before_its_window_and_can_be_used_by_keys_alone(page, window, sharing):
    assert page.parent() is window
    assert page.windowTitle() == "Before sharing"
    for name, row in page.rows.items():
        assert row._said.accessibleName().endswith(row.said), name
        assert row.state in row._said.accessibleName()
        assert row._said.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert page.height() <= window.height()
    assert page.focusWidget() is page.again
    assert sharing.open_page(window) is page
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert sharing._page is None


def test_the_first_thing_to_mend_has_the_focus(sharing, window, stage, desk):
    desk.feed.switch(desk.document, "one", frozenset({"mood"}))
    page = sharing.open_page(window)
    assert page.focusWidget() is page.rows["layers"].mend


def test_it_is_in_the_session_menu_with_its_key(make_console, desk, qtbot):
    console = make_console(desk)
    with qtbot.waitSignal(console.live.preflightRequested):
        QTest.keyClick(console, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)


def test_in_the_app_the_page_is_the_consoles_and_ends_with_it(tmp_path, qtbot):
    path = tmp_path / "sample.facilitator"
    found_engagement(path, founding_of_sample("fr")).close()
    preferences = Preferences(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    app = App(Words("fr"), "light", "1280x720", preferences)
    app.open(path)
    workshop = app.workshop
    with qtbot.waitSignal(workshop.backups.made, timeout=5000):  # asked for a backup, it does not wait for its time
        workshop.console.live.preflightRequested.emit()
    pages = [each for each in QApplication.topLevelWidgets() if isinstance(each, PreflightPage) and each.isVisible()]
    assert [page.parent() for page in pages] == [workshop.console]
    qtbot.waitUntil(lambda: pages[0].rows["backup"].state == "En ordre", timeout=5000)
    assert pages[0].rows["layers"].state == "En ordre"
    app.close()
    assert not workshop.before_sharing._soon.isActive()  # nothing may look into the closed file
    assert not [each for each in QApplication.topLevelWidgets() if isinstance(each, PreflightPage) and each.isVisible()]
