"""Back on air with the real app: what participants saw comes back in one step, or calm paper does."""

import sqlite3
from datetime import timedelta

import pytest
from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from facilitator.app import App
from facilitator.boards.stakeholder_web.model import Stakeholder
from facilitator.content.words import Words
from facilitator.domain.change import Change, Swap
from facilitator.domain.engagement import Board
from facilitator.domain.poll import Poll
from facilitator.domain.record import Record
from facilitator.domain.refusal import StoreError
from facilitator.domain.screens import ScreenWanted
from facilitator.opening import found_engagement
from facilitator.sample import founding_of_sample
from facilitator.store.tables import SCHEMA_VERSION
from facilitator.ui.errors import start_log
from facilitator.ui.on_air import OnAir
from facilitator.ui.preferences import Preferences
from facilitator.workshop import agenda, polls
from facilitator.workshop.shown import Blank

WEB = "stakeholder_web"
TOKEN = "Zqxj"


@pytest.fixture
def sample(tmp_path):
    path = tmp_path / "sample.facilitator"
    found_engagement(path, founding_of_sample("en")).close()
    return path


@pytest.fixture
def on_air(tmp_path):
    return OnAir(tmp_path / "local" / "on-air", SCHEMA_VERSION)


@pytest.fixture
def start(tmp_path, on_air):
    """A function that starts the app as it starts after a reboot; all of them are ended."""
    started = []

    def make(path=None, language="en", on_air=on_air):
        settings = QSettings(str(tmp_path / "local" / "settings.ini"), QSettings.Format.IniFormat)
        preferences = Preferences(settings)
        preferences.keep_glides(False)
        app = App(Words(language), "light", "1280x720", preferences, on_air)
        started.append(app)
        app.start(path)
        return app

    yield make
    for app in started:
        app.close()
        app.close()


def ended_from_outside(app):
    """As `kill` or the end of the desktop session does; returns what participants saw last."""
    seen = seen_by_participants(app)
    app.close()
    return seen


def seen_by_participants(app):
    feed, stage = app.workshop.feed, app.workshop.stage
    said = feed.shown, feed.mode, feed.held_since, feed.held_changes, feed.state, feed.clock
    return (*said, stage.picture, stage.surface.image.copy(), stage.stage_size)


def add(app, name):
    line = app.workshop.console.panel.capture.line
    QTest.keyClicks(line, name)
    QTest.keyClick(line, Qt.Key.Key_Return)


def rename(app, stakeholder, name):
    journal = app.workshop.desk.journal
    before = journal.document.get(Stakeholder, stakeholder)
    journal.do(Change("edit", (Swap(before, before.having(name=name)),)))


def kept_files(on_air):
    return sorted(on_air._folder.glob("*")) if on_air._folder.is_dir() else []


def shown_as(app, **look):
    desk = app.workshop.desk
    desk.showings.choose(WEB, **look)
    app.workshop.console.work.open(WEB)
    app.workshop.console.looking.to_stage()


def held_session(app):
    """A segment runs, a board in another form is held, and edits go on."""
    workshop = app.workshop
    workshop.console.live.timing.next()
    workshop.console.live.timing.turn_stage_clock()
    shown_as(app, form="levels", large=True)
    workshop.console.hold()
    add(app, "Heritage committee #community")
    rename(app, "developers", "Builders")


@pytest.mark.parametrize("what", ["live", "held", "blank", "held and blank", "screen", "spotlight"])
def test_participants_see_again_what_they_saw(start, sample, what):
    app = start(sample)
    workshop = app.workshop
    workshop.console.stageSizeRequested.emit(QSize(1600, 900))
    if "held" in what:
        held_session(app)
    else:
        shown_as(app, form="levels", spotlight="council" if what == "spotlight" else "")
    if "blank" in what:
        workshop.console.blank()
    if what == "screen":
        workshop.desk.show_screen(ScreenWanted("read_back", WEB))
        assert workshop.feed.screen
    before = ended_from_outside(app)
    assert (before[1] == "blank") == ("blank" in what)
    again = start(sample)
    assert seen_by_participants(again) == before
    assert again.workshop.console.panel.capture.message == Words("en")("console.back_on_air")
    again.workshop.feed.unblank()
    again.workshop.feed.release()
    assert again.workshop.feed.shown != Blank("asked")


def test_a_poll_stays_in_place_of_the_board(start, sample):
    app = start(sample)
    desk = app.workshop.desk
    shown_as(app)
    saved = desk.ask(lambda document: polls.new_poll(document, "", "Which day?", ["Monday", "Friday"]))
    poll = next(record.id for record in saved.change.added() if isinstance(record, Poll))
    desk.show_screen(ScreenWanted("poll", poll))
    before = ended_from_outside(app)
    workshop = start(sample).workshop
    assert workshop.feed.screen == ScreenWanted("poll", poll)
    assert (workshop.feed.shown, workshop.stage.picture) == (before[0], before[6])
    workshop.desk.undo()  # the poll is no more
    assert workshop.feed.shown == workshop.desk.view(WEB, workshop.feed.showing)


def test_the_console_stands_as_it_stood(start, sample):
    app = start(sample)
    held_session(app)
    console = app.workshop.console
    other = next(board.id for board in app.workshop.desk.boards() if board.id != WEB)
    console.work.open(other)
    segment, session = console.live.timing.clock.running.segment, console.live.session_id
    ended_from_outside(app)
    again = start(sample).workshop.console
    assert again.work.board_id == other
    assert again.live.timing.clock.running.segment == segment
    assert again.live.session_id == session
    assert again.live.agenda.strip.stage_button.isChecked()
    showing = again.desk.showings.for_stage(WEB)
    assert (showing.form, showing.large) == ("levels", True)
    assert "2 changes" in again.bar.state


def test_following_again_shows_everything_that_was_done_meanwhile(start, sample):
    app = start(sample)
    held_session(app)
    ended_from_outside(app)
    workshop = start(sample).workshop
    assert "Builders" not in repr(workshop.stage.picture)
    add_more = workshop.console.panel.capture.line
    QTest.keyClicks(add_more, "Rowing club")
    QTest.keyClick(add_more, Qt.Key.Key_Return)
    assert workshop.feed.held_changes == 3
    workshop.console.hold()
    assert workshop.feed.shown == workshop.desk.view(WEB, workshop.feed.showing)
    assert "Builders" in repr(workshop.stage.picture)


def test_held_again_after_coming_back_it_comes_back_once_more(start, sample):
    app = start(sample)
    held_session(app)
    before = ended_from_outside(app)
    for _ in range(2):
        app = start(sample)
        assert seen_by_participants(app) == before
        app.close()


def test_edits_alone_write_nothing_and_are_counted_all_the_same(start, sample, on_air):
    app = start(sample)
    held_session(app)
    (file,) = kept_files(on_air)
    before = file.read_bytes()
    for number in range(5):
        rename(app, "developers", f"Builders {number}")
    app.workshop.desk.undo()
    assert file.read_bytes() == before
    ended_from_outside(app)
    assert file.read_bytes() == before
    assert start(sample).workshop.feed.held_changes == 8


@pytest.mark.parametrize("place", range(3))
def test_what_was_deleted_from_a_held_board_is_in_its_picture_still(start, sample, place):
    app = start(sample)
    desk = app.workshop.desk
    board = desk.boards()[place].id
    kind = desk.kind(board)
    desk.show_on_stage(board)
    app.workshop.console.hold()
    items = [item.id for item in kind.items(desk.view(board))]
    for ids in (items[:2], items[-1:]):
        desk.ask(lambda document, ids=ids: kind.delete(document, ids))
    desk.undo()
    desk.redo()
    before = ended_from_outside(app)
    again = start(sample)
    assert seen_by_participants(again) == before
    assert again.workshop.feed.shown != desk.kinds.of(desk.boards()[place].kind).view(desk.document, board)


# --- the offer ---


def press(key):
    QTest.keyClick(QApplication.focusWidget() or QApplication.activeWindow(), key)


def test_the_welcome_window_offers_it_and_enter_takes_it(start, sample, qtbot):
    app = start(sample)
    held_session(app)
    segment = app.workshop.console.live.timing.clock.running.segment.title
    before = ended_from_outside(app)
    again = start()
    window = again.welcome_window
    with qtbot.waitActive(window):
        window.activateWindow()
    assert again.workshop is None  # nothing is on any stage before that step
    assert window.focusWidget().accessibleName() == f"Back on air: sample · {segment}"
    press(Qt.Key.Key_Return)
    assert seen_by_participants(again) == before
    assert again.welcome_window is None


def test_without_a_segment_the_offer_names_the_board_in_the_language_of_the_app(start, sample):
    app = start(sample)
    shown_as(app)
    title = app.workshop.desk.document.get(Board, WEB).title
    ended_from_outside(app)
    again = start(language="fr")
    assert again.welcome_window.focusWidget().accessibleName() == f"De retour en ondes\u202f: sample · {title}"


def test_esc_leaves_it_and_other_choices_start_afresh(start, sample, on_air, qtbot):
    app = start(sample)
    shown_as(app)
    ended_from_outside(app)
    (file,) = kept_files(on_air)
    kept = file.read_bytes()
    again = start()
    window = again.welcome_window
    with qtbot.waitActive(window):
        window.activateWindow()
    offer = window.focusWidget()
    press(Qt.Key.Key_Escape)
    assert not offer.isVisible()
    assert window.template.hasFocus()
    assert file.read_bytes() == kept
    window.openRequested.emit(sample)
    assert again.workshop.feed.shown == Blank("start")
    assert file.read_bytes() == kept


def test_closed_in_order_nothing_is_offered(start, sample, on_air):
    app = start(sample)
    held_session(app)
    assert len(kept_files(on_air)) == 1
    assert app.workshop.console.close()
    assert kept_files(on_air) == []
    assert start().welcome_window.template.isVisible()
    assert start(sample).workshop.feed.shown == Blank("start")


def test_told_to_end_twice_it_ends_without_what_is_not_saved_and_comes_back(start, sample):
    app = start(sample)
    shown_as(app)
    app.workshop.console.panel.capture.line.setText("Half a thou")
    app.close()
    assert app.workshop.console.isVisible()
    app.close()
    assert not app.workshop.console.isVisible()
    assert start(sample).workshop.feed.mode == "live"


def test_closed_by_hand_after_being_told_to_end_it_is_closed_in_order(start, sample, on_air):
    app = start(sample)
    shown_as(app)
    line = app.workshop.console.panel.capture.line
    line.setText("Half a thou")
    app.close()
    line.clear()
    assert app.workshop.console.close()
    assert kept_files(on_air) == []


def test_what_is_on_air_in_another_window_is_not_offered_and_stays(start, sample, on_air, caplog):
    app = start(sample)
    shown_as(app)
    buttons = start().welcome_window.findChildren(QPushButton)
    assert len(buttons) > 3
    assert not any("Back on air" in button.accessibleName() for button in buttons)
    assert "not offered: StoreError" in caplog.text
    assert len(kept_files(on_air)) == 1


def test_an_idle_stage_is_not_on_air(start, sample, on_air):
    app = start(sample)
    assert kept_files(on_air) == []
    app.workshop.feed.blank()
    assert len(kept_files(on_air)) == 1
    app.workshop.feed.unblank()
    assert kept_files(on_air) == []
    app.workshop.console.live.timing.next()
    assert len(kept_files(on_air)) == 1
    app.workshop.console.live.timing.stop()
    assert kept_files(on_air) == []


def test_with_nowhere_to_keep_it_there_is_no_trace(start, sample, on_air):
    app = start(sample, on_air=None)
    held_session(app)
    ended_from_outside(app)
    assert kept_files(on_air) == []
    assert start(sample, on_air=None).workshop.feed.shown == Blank("start")
    assert start(on_air=None).welcome_window.template.isVisible()


def test_where_it_cannot_be_kept_the_session_goes_on(start, sample, tmp_path, caplog):
    (tmp_path / "local").mkdir()
    (tmp_path / "local" / "on-air").write_text("a file where the folder would be")
    app = start(sample)
    shown_as(app)
    assert app.workshop.feed.mode == "live"
    assert "on air state not kept" in caplog.text
    assert app.workshop.console.close()


class FillingDisk(OnAir):
    """A disk that gets full."""

    full = False

    def keep(self, state):
        if self.full:
            raise StoreError("output_unwritable", path="", why="")
        super().keep(state)


def test_a_state_that_is_out_of_date_and_cannot_be_replaced_is_removed(start, sample, tmp_path):
    on_air = FillingDisk(tmp_path / "local" / "on-air", SCHEMA_VERSION)
    app = start(sample, on_air=on_air)
    shown_as(app)
    assert len(kept_files(on_air)) == 1
    on_air.full = True
    app.workshop.console.blank()
    assert kept_files(on_air) == []  # else it would come back with the board
    on_air.full = False
    app.workshop.console.hold()
    assert on_air.of(sample).stage.blanked


# --- what can't come back ---


def test_what_was_held_and_cannot_be_built_again_is_blank_and_said(start, sample):
    app = start(sample)
    shown_as(app)
    app.workshop.console.hold()
    for number in range(60):  # the newest ones are looked at when the file is opened
        rename(app, "developers", f"Builders {number}")
    mark = app.workshop.desk.journal.mark.seq
    ended_from_outside(app)
    with sqlite3.connect(sample) as file:
        file.execute("UPDATE journal SET swaps = replace(swaps, 'Builders', 'Growers') WHERE seq = ?", (mark - 55,))
    file.close()
    again = start(sample)
    assert again.workshop.feed.shown == Blank("asked")
    assert again.workshop.stage.picture == again.workshop.desk.blank_picture()
    assert again.workshop.console.banner.text == Words("en")("console.back_held_lost")
    again.workshop.console.blank()
    assert again.workshop.feed.mode == "live"
    assert "Builders 59" in repr(again.workshop.stage.picture)


def test_a_state_of_another_file_that_took_the_place_is_ignored(start, sample, caplog):
    app = start(sample)
    shown_as(app)
    ended_from_outside(app)
    sample.unlink()
    found_engagement(sample, founding_of_sample("fr")).close()
    assert start(sample).workshop.feed.shown == Blank("start")
    assert "not of this file" in caplog.text


def test_a_backup_from_before_is_not_taken_for_it(start, sample):
    older = sample.read_bytes()
    app = start(sample)
    shown_as(app)
    add(app, "Heritage committee")
    app.workshop.console.hold()
    ended_from_outside(app)
    sample.write_bytes(older)
    assert start(sample).workshop.feed.shown == Blank("start")


def test_a_board_that_was_deleted_after_is_blank_as_it_was(start, sample):
    app = start(sample)
    shown_as(app, form="levels")
    app.workshop.console.hold()
    held, desk = app.workshop.feed.shown, app.workshop.desk
    other = next(board.id for board in desk.boards() if board.id != WEB)
    app.workshop.console.work.open(other)
    desk.show_on_stage(other)
    before = ended_from_outside(app)
    again = start(sample)
    assert seen_by_participants(again) == before
    assert again.workshop.feed.shown == held
    assert again.workshop.feed.board_id == other


# --- nothing private, no words ---


@pytest.mark.parametrize("held", [False, True])
def test_everything_private_is_off_after_it(start, sample, held):
    app = start(sample)
    desk = app.workshop.desk
    shown_as(app, form="levels")
    plain = app.workshop.stage.surface.image.copy()
    desk.showings.switch(WEB, "attitude", on=True)
    if held:
        app.workshop.console.hold()
    assert app.workshop.stage.surface.image != plain
    app.close()
    again = start(sample).workshop
    assert again.feed.boards_with_layers == ()
    assert again.stage.surface.image == plain
    again.feed.release()
    assert again.stage.surface.image == plain


def test_a_form_that_shows_something_private_gives_way_to_the_first_one(start, sample):
    app = start(sample)
    desk = app.workshop.desk
    form = next(form for form in desk.showings.forms(WEB) if form.needs)
    for layer in form.needs:
        desk.showings.switch(WEB, layer, on=True)
    shown_as(app, form=form.id)
    assert app.workshop.feed.showing.form == form.id
    app.close()
    again = start(sample).workshop
    assert again.feed.showing.form == ""
    assert again.feed.shown == again.desk.view(WEB, again.feed.showing)


def bugged(record: Record, number: int) -> Record:
    """The record with a token in every text that people wrote."""
    refers = {name for name, field in type(record).model_fields.items() if getattr(field, "foreign_key", None)}
    spoken = {"name", "title", "note", "text", "question", "prompt", "problem", "project", "owner", "organization"}
    texts = spoken & set(type(record).model_fields) - refers
    return record.having(**{name: f"{TOKEN}{number}{name}" for name in texts})


def test_no_word_of_anybody_is_in_any_file_that_is_written(start, tmp_path, on_air):
    records = [bugged(record, number) for number, record in enumerate(founding_of_sample("en").added())]
    path = tmp_path / "town.facilitator"
    found_engagement(path, Change("found_engagement", tuple(Swap(None, record) for record in records))).close()
    start_log(tmp_path / "local")
    app = start(path)
    desk = app.workshop.desk
    desk.showings.switch(WEB, "attitude", on=True)
    held_session(app)
    app.workshop.console.blank()
    app.close()
    (file,) = kept_files(on_air)
    file.write_text(file.read_text("utf-8")[:-9], "utf-8")
    start(path).close()
    written = [each for each in (tmp_path / "local").rglob("*") if each.is_file()]
    assert {each.suffix for each in written} >= {".json", ".ini", ".log"}
    for each in written:
        assert TOKEN.encode() not in each.read_bytes(), each
        assert b"attitude" not in each.read_bytes(), each


# --- time ---


def test_the_clock_is_right_after_two_hours_asleep_and_after_a_kill(console, clock):
    live = console.live
    console.desk.ask(lambda document: agenda.started(document, "g1", clock.time))
    clock.time += timedelta(minutes=2)
    live.timing.clock.tick()
    assert live.timing.clock.clock.left == 8 * 60
    clock.time += timedelta(hours=2)  # asleep: no tick came
    live.timing.clock.tick()
    assert live.timing.clock.clock.left == 8 * 60 - 2 * 3600
    assert live.timing.clock.clock.ahead == -(2 * 3600 - 8 * 60)
