"""The clock of the agenda: starting by keys, time left, ahead and behind, after a restart, at most once a second."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from box_board import KIND, records
from facilitator.content.words import Words
from facilitator.domain.engagement import Segment, Session
from facilitator.ui.console.clock_strip import standing
from facilitator.ui.session_clock import SessionClock
from facilitator.ui.time_words import duration
from facilitator.workshop.agenda import started
from facilitator.workshop.capture import AddLine
from facilitator.workshop.clock import Clock
from facilitator.workshop.sessions import SessionValues, session_edited

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def agenda(console):
    return console.live.agenda


def later(console, clock, **time):
    """Let time pass, and the second tick."""
    clock.time += timedelta(**time)
    console.live.timing.clock.tick()


def ends(clock, minutes):
    return (clock.time + timedelta(minutes=minutes)).astimezone().strftime("%H:%M")


def test_enter_starts_a_segment_which_counts_down_and_over(console, agenda, clock):
    end = ends(clock, 20)
    assert (agenda.strip.time, agenda.strip.standing) == ("", "")
    agenda.list.setCurrentRow(1)
    QTest.keyClick(agenda.list, Qt.Key.Key_Return)
    assert (agenda.strip.time, agenda.strip.standing) == ("20:00 left", f"on time · ends {end}")
    later(console, clock, minutes=7, seconds=56)
    assert agenda.strip.time == "12:04 left"
    later(console, clock, minutes=13)
    assert (agenda.strip.time, agenda.strip.standing) == ("0:56 over", f"on time · ends {end}")
    later(console, clock, seconds=4)
    would = ends(clock, 0)
    standing = f"1 min behind · would end {would} · planned {end}"
    assert (agenda.strip.time, agenda.strip.standing) == ("1:00 over", standing)


def test_the_next_segment_has_a_key_and_after_the_last_the_session_ends(console, agenda, clock):
    end = ends(clock, 30)
    QTest.keyClick(console, Qt.Key.Key_N, ALT)
    assert agenda.strip.time == "10:00 left"
    later(console, clock, minutes=6)
    QTest.keyClick(console, Qt.Key.Key_N, ALT)
    assert (agenda.strip.time, agenda.strip.standing) == (
        "20:00 left",
        f"4 min ahead · would end {ends(clock, 20)} · planned {end}",
    )
    assert agenda.list.currentRow() == 1
    assert console.prompt.text == "Who else?"
    QTest.keyClick(console, Qt.Key.Key_N, ALT)
    assert agenda.strip.time == ""
    assert console.desk.document.get(Session, "session_1").started_at == ""


def test_the_agenda_is_reached_by_a_key(console, agenda):
    console.panel.canvas.setFocus()
    QTest.keyClick(console, Qt.Key.Key_A, ALT)
    assert agenda.list.hasFocus()


def test_the_row_that_runs_is_marked_and_named(console, agenda):
    console.live.timing.start("g2")
    console.show_lists()
    rows = [agenda.list.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in (0, 1)]
    assert rows == ["Welcome, 10 minutes", "Silent listing, 20 minutes, running"]


def test_a_segment_that_runs_is_not_started_again_by_accident(console, desk, agenda, clock):
    told = []
    desk.refused.connect(told.append)
    console.live.timing.start("g1")
    later(console, clock, minutes=3)
    QTest.keyClick(agenda.list, Qt.Key.Key_Return)
    assert agenda.strip.time == "7:00 left"
    assert told == [desk.words("refusals.segment_runs")]


def test_the_clock_stops_by_its_button_and_undo_lets_it_run_on(console, agenda, clock):
    console.live.timing.start("g1")
    later(console, clock, minutes=3)
    agenda.strip.stop_button.click()
    assert agenda.strip.time == ""
    assert not console.live.timing.clock._second.isActive()
    clock.time += timedelta(minutes=2)
    console.undo()
    assert agenda.strip.time == "5:00 left"
    assert console.live.timing.clock._second.isActive()


def test_a_restart_goes_on_with_the_right_time(console, desk, make_desk, make_console, clock):
    console.live.timing.start("g2")
    clock.time += timedelta(minutes=5)
    again = make_console(make_desk(*desk.document.records()))
    assert again.live.agenda.strip.time == "15:00 left"
    assert again.live.agenda.list.currentRow() == 1
    assert again.live.timing.clock._second.isActive()


def test_the_session_that_runs_is_the_one_that_is_shown(make_desk, make_console, clock):
    other = [
        Session(id="session_2", number=2, title="Again"),
        Segment(id="h1", session_id="session_2", number=1, minutes=7, title="Look back"),
    ]
    console = make_console(make_desk(*records(), *other))
    assert console.live.agenda.session_id == "session_1"
    console.live.timing.start("h1")
    assert (console.live.agenda.session_id, console.live.agenda.strip.time) == ("session_2", "7:00 left")
    assert console.live.agenda.list.count() == 1
    console.show_lists()
    assert console.live.agenda.session_id == "session_2"


OTHER = (
    Session(id="session_2", number=2, title="Again"),
    Segment(id="h1", session_id="session_2", number=1, minutes=7, title="Look back"),
)


@pytest.fixture
def two(make_desk, make_console):
    """A console with two sessions, of which the first one runs and the agenda of the second one is shown."""
    console = make_console(make_desk(*records(), *OTHER))
    console.live.timing.start("g1")
    console.live.agenda.open_session("session_2")
    return console


def test_the_clock_of_another_session_is_named_and_leads_back(two, clock):
    agenda = two.live.agenda
    later(two, clock, minutes=5)
    assert (agenda.session_id, agenda.strip.time) == ("session_2", "5:00 left")
    assert agenda.strip.elsewhere == "Who has a stake?: 5:00 left"
    two.show_lists()
    assert agenda.strip.elsewhere == "Who has a stake?: 5:00 left"
    QTest.mouseClick(agenda.strip.back_button, Qt.MouseButton.LeftButton)
    assert (agenda.session_id, agenda.segment.id, agenda.strip.elsewhere) == ("session_1", "g1", "")
    assert agenda.strip.time == "5:00 left"


def test_a_session_without_segments_leaves_the_clock_of_the_running_one_in_sight(make_desk, make_console):
    console = make_console(make_desk(*records(), OTHER[0]))
    console.live.timing.start("g1")
    console.live.agenda.open_session("session_2")
    strip = console.live.agenda.strip
    assert (strip.isVisible(), strip.elsewhere) == (True, "Who has a stake?: 10:00 left")


def test_the_next_segment_is_that_of_the_session_that_is_shown_once_it_was_asked(two):
    running = two.live.timing.clock
    QTest.keyClick(two, Qt.Key.Key_N, ALT)
    assert running.running.segment.id == "g1"
    QTest.keyClick(asked(two), Qt.Key.Key_Return)
    assert (running.running.segment.id, two.live.agenda.session_id) == ("h1", "session_2")


def test_the_next_segment_of_the_session_that_runs_and_is_shown_asks_nothing(two):
    two.live.agenda.open_session("session_1")
    QTest.keyClick(two, Qt.Key.Key_N, ALT)
    assert two.live.timing.clock.running.segment.id == "g2"


def asked(console):
    return next(each for each in console.children() if type(each).__name__ == "QuestionDialog" and each.isVisible())


def test_another_session_starts_only_once_it_was_asked(two):
    agenda, ticking = two.live.agenda, two.live.timing.clock
    QTest.keyClick(agenda.list, Qt.Key.Key_Return)
    dialog = asked(two)
    assert dialog.question == "“Who has a stake?” is running: end it and start “Again”?"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert ticking.running.segment.id == "g1"
    QTest.keyClick(agenda.list, Qt.Key.Key_Return)
    dialog = asked(two)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert (ticking.running.segment.id, agenda.strip.elsewhere) == ("h1", "")
    two.undo()
    assert ticking.running.segment.id == "g1"


def test_what_can_not_be_saved_is_said_in_the_question(two, ledger):
    dialog = two.live.timing.start("h1")
    ledger.full = True
    dialog.enter()
    assert (dialog.isVisible(), dialog.problem) == (True, two.desk.words("refusals.disk_full"))


def test_a_session_that_starts_late_is_behind_by_what_it_was_planned_for(console, desk, agenda, clock):
    clock.time = clock.time.astimezone().replace(hour=12, minute=57)
    desk.ask(lambda at: session_edited(at, "session_1", SessionValues("Who has a stake?", None, None, "12:45")))
    QTest.keyClick(console, Qt.Key.Key_N, ALT)
    assert agenda.strip.standing == "12 min behind · would end 13:27 · planned 13:15"


def test_a_step_that_belongs_to_no_board_names_none(console, agenda):
    console.live.timing.start("g1")
    console.undo()
    assert console.panel.capture.message == "Undone: Start a segment"
    console.redo()
    assert console.panel.capture.message == "Done again: Start a segment"


def test_an_edit_of_something_else_never_moves_the_clock_between_two_seconds(qtbot, desk, clock):
    ticking = SessionClock(desk, clock)
    heard = []
    ticking.changed.connect(lambda: heard.append(ticking.clock))
    desk.ask(lambda document: started(document, "g1", clock.time))
    assert len(heard) == 1
    clock.time += timedelta(seconds=0.9)
    desk.ask(lambda document: KIND.add(document, "one", AddLine("Library"), "left"))
    assert len(heard) == 1
    assert ticking._second.interval() == 1000
    assert ticking._second.timerType() == Qt.TimerType.PreciseTimer


def test_the_clock_is_in_sight_whatever_the_list_shows(make_desk, make_console):
    many = [Segment(id=f"m{n}", session_id="session_1", number=n, minutes=5, title=f"Part {n}") for n in range(3, 30)]
    console = make_console(make_desk(*records(), *many))
    console.live.timing.start("g1")
    console.live.agenda.list.scrollToBottom()
    strip = console.live.agenda.strip
    assert strip.visibleRegion().boundingRect() == strip.rect()
    assert strip.height() >= strip.sizeHint().height()


def test_without_an_agenda_there_is_no_clock(make_desk, make_console):
    console = make_console(make_desk(*[each for each in records() if not isinstance(each, Segment | Session)]))
    assert not console.live.agenda.strip.isVisible()
    console.live.timing.next()
    assert console.live.agenda.strip.time == ""


@pytest.mark.parametrize(
    ("ahead", "said"),
    [(59, "on time"), (60, "1 min ahead"), (119, "1 min ahead"), (-59, "on time"), (-60, "1 min behind")],
)
def test_ahead_and_behind_in_whole_minutes(console, clock, ahead, said):
    segment = console.desk.document.get(Segment, "g1")
    assert standing(Clock(segment, 0, ahead, clock.time), Words("en")).startswith(said)


def test_the_same_in_french(console, clock):
    segment = console.desk.document.get(Segment, "g1")
    end = clock.time.astimezone().strftime("%H:%M")
    would = (clock.time + timedelta(seconds=130)).astimezone().strftime("%H:%M")
    said = standing(Clock(segment, 0, -130, clock.time), Words("fr"))
    assert said == f"3 min de retard, fin à {would}, prévue à {end}"


def test_long_times_have_hours():
    assert [duration(each) for each in (0, 59, 724, 3600, 4324)] == ["0:00", "0:59", "12:04", "1:00:00", "1:12:04"]
