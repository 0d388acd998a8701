"""Re-planning and editing a segment: what the dialogs show, what Enter does, and that it is one step."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from box_board import records
from facilitator.domain.engagement import Segment, Session
from facilitator.workshop.segments import SegmentValues, segment_edited

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def late(make_desk, make_console, clock):
    """A console six minutes late, with three segments and a break to come."""
    more = [
        Segment(id="g3", session_id="session_1", number=3, minutes=10, title="Break", method="break"),
        Segment(id="g4", session_id="session_1", number=4, minutes=10, title="Close", cut_order=1),
    ]
    console = make_console(make_desk(*records(), *more))
    console.live.timing.start("g1")
    clock.time += timedelta(minutes=16)
    console.live.timing.next()
    return console


def minutes(console):
    return {each.id: each.minutes for each in console.desk.document.every(Segment)}


def times(dialog, column):
    return [dialog.table.item(row, column).text() for row in range(dialog.table.rowCount())]


def hour(moment, **later):
    return (moment + timedelta(**later)).astimezone().strftime("%H:%M")


def test_one_key_shows_old_and_new_times_and_changes_nothing(late, clock):
    before = late.desk.document
    QTest.keyClick(late, Qt.Key.Key_R, ALT)
    dialog = late.live.timing.replan()
    assert times(dialog, 0) == ["Silent listing", "Break", "Close"]
    now = clock.time
    starts = [hour(now), hour(now, minutes=20), hour(now, minutes=30)]
    assert times(dialog, 1) == [f"{start} · {count} min" for start, count in zip(starts, (20, 10, 10), strict=True)]
    starts = [hour(now), hour(now, minutes=16), hour(now, minutes=26)]
    assert times(dialog, 2) == [f"{start} · {count} min" for start, count in zip(starts, (16, 10, 8), strict=True)]
    assert times(dialog, 3) == ["−4 min", "kept", "−2 min"]
    ended = late.desk.words("clock.reached", finished=hour(now, minutes=40), finishes=hour(now, minutes=34), ends="")
    assert dialog.said == ended
    assert late.desk.document is before


def test_enter_applies_it_as_one_step_that_undo_takes_back(qtbot, late, clock):
    before = minutes(late)
    dialog = late.live.timing.replan()
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert minutes(late) == {"g1": 10, "g2": 16, "g3": 10, "g4": 8}
    assert late.live.agenda.strip.time == "16:00 left"
    assert late.live.agenda.strip.standing.startswith("on time")
    late.undo()
    assert minutes(late) == before
    assert late.live.agenda.strip.standing.startswith("6 min behind")


def test_escape_leaves_the_plan(qtbot, late):
    before = late.desk.document
    dialog = late.live.timing.replan()
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    QTest.keyClick(dialog.table, Qt.Key.Key_Escape)
    assert late.desk.document is before


def test_what_has_to_go_is_said(late, clock):
    clock.time += timedelta(minutes=20)
    dialog = late.live.timing.replan()
    ends = late.desk.words(
        "clock.reached", finished=hour(clock.time, minutes=20), finishes=hour(clock.time, minutes=10), ends=""
    )
    assert dialog.said == f"{ends} Shortening is not enough, so this is left out: “Close”."
    assert times(dialog, 2)[-1] == "–"
    assert times(dialog, 3)[-1] == "left out"


def test_what_is_not_enough_is_said_in_minutes(late, clock):
    clock.time += timedelta(minutes=30)
    dialog = late.live.timing.replan()
    assert dialog.said == (
        f"{hour(clock.time, minutes=4)} can’t be reached: with everything at its shortest, the session ends "
        f"6 minutes late, at {hour(clock.time, minutes=10)}. "
        "Shortening is not enough, so this is left out: “Close”."
    )
    dialog.apply_button.click()
    assert minutes(late) == {"g1": 10, "g2": 20, "g3": 10, "g4": 0}


def test_another_end_is_planned_for_as_it_is_typed(late, clock):
    dialog = late.live.timing.replan()
    end = hour(clock.time, minutes=32)
    QTest.keyClick(dialog.end, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(dialog.end, end)
    assert dialog.end.text() == end
    assert times(dialog, 3) == ["−5 min", "kept", "−3 min"]
    dialog.apply_button.click()
    runs = late.live.timing.clock.running
    assert hour(runs.ends_at) == end
    assert late.live.agenda.strip.standing.startswith("on time")


@pytest.mark.parametrize(
    ("began", "asked", "later"),
    [((23, 50), "23:58", 8), ((23, 50), "0010", 20), ((23, 20), "0 h 05", 45), ((23, 20), "0h05", 45)],
)
def test_an_end_on_the_other_side_of_midnight_is_the_nearest(make_desk, make_console, clock, began, asked, later):
    clock.time = clock.time.astimezone().replace(hour=began[0], minute=began[1])
    console = make_console(make_desk(*records()))
    console.live.timing.start("g1")
    dialog = console.live.timing.replan()
    dialog.end.clear()
    QTest.keyClicks(dialog.end, asked)
    assert dialog.proposal.ends_at == clock.time + timedelta(minutes=later)


def test_arrows_step_the_end_also_over_midnight(make_desk, make_console, clock):
    clock.time = clock.time.astimezone().replace(hour=23, minute=29)
    console = make_console(make_desk(*records()))
    console.live.timing.start("g1")
    end = console.live.timing.replan().end
    for key, text in (("Up", "00:00"), ("PageDown", "23:50"), ("Down", "23:49"), ("PageUp", "23:59")):
        QTest.keyClick(end, Qt.Key[f"Key_{key}"])
        assert end.text() == text


def test_an_end_that_is_no_time_is_refused_in_words_and_mended(late, clock):
    dialog = late.live.timing.replan()
    planned = dialog.end.text()
    dialog.end.clear()
    assert dialog.apply_button.isEnabled()  # nothing there is the end that was planned
    QTest.keyClicks(dialog.end, "noon")
    assert not dialog.apply_button.isEnabled()
    assert dialog.problem == ""
    QTest.keyClick(dialog.end, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.problem == late.desk.words("refusals.time_unreadable", text="noon")
    QTest.keyClick(dialog.end, Qt.Key.Key_Up)
    assert dialog.end.text() == "noon"
    dialog.end.setText(planned.replace(":", ""))
    assert (dialog.problem, dialog.apply_button.isEnabled()) == ("", True)
    QTest.keyClick(dialog.end, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert minutes(late)["g2"] == 16


def test_half_a_minute_late_is_nothing_to_plan_for(console, clock):
    clock.time += timedelta(seconds=40)
    console.live.timing.start("g1")
    end = hour(clock.time, minutes=30)
    clock.time += timedelta(minutes=10, seconds=40)
    console.live.timing.clock.tick()
    assert console.live.agenda.strip.standing == f"on time · ends {end}"
    dialog = console.live.timing.replan()
    assert not dialog.apply_button.isEnabled()
    assert dialog.said == f"There is nothing to shorten: the session ends at {end}, and it is to end at {end}."


def test_there_is_nothing_to_apply_while_on_time(console, clock):
    console.live.timing.start("g1")
    dialog = console.live.timing.replan()
    assert not dialog.apply_button.isEnabled()
    end = hour(clock.time, minutes=30)
    assert dialog.said == f"There is nothing to shorten: the session ends at {end}, and it is to end at {end}."


def test_planning_anew_needs_a_clock_that_runs(console, desk):
    told = []
    desk.refused.connect(told.append)
    QTest.keyClick(console, Qt.Key.Key_R, ALT)
    assert told == [desk.words("refusals.no_clock")]
    assert console.live.timing.replan() is None


def test_a_disk_that_is_full_is_said_in_banner_and_dialog_and_the_dialog_stays(late, ledger):
    dialog = late.live.timing.replan()
    ledger.full = True
    dialog.apply_button.click()
    assert dialog.isVisible()
    assert dialog.problem == late.desk.words("refusals.disk_full")
    assert late.desk.unsaved == 0
    ledger.full = False
    dialog.apply_button.click()
    assert not dialog.isVisible()
    assert minutes(late)["g2"] == 16


def test_a_plan_that_was_edited_meanwhile_is_not_overwritten(late):
    dialog = late.live.timing.replan()
    late.desk.ask(lambda document: _longer(document))
    dialog.apply_button.click()
    assert dialog.isVisible()
    assert minutes(late)["g2"] == 25


def _longer(document):
    return segment_edited(document, "g2", SegmentValues("Silent listing", 25))


def test_f2_edits_a_segment(qtbot, console):
    console.live.agenda.list.setFocus()
    console.live.agenda.list.setCurrentRow(1)
    dialog = console.live.timing.edit("g2")
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    assert dialog.minimum.text() == console.desk.words("clock.minimum_usual")
    dialog.title.setText("Quiet writing")
    dialog.minutes.setValue(15)
    dialog.minimum.setValue(4)
    QTest.keyClick(dialog.minutes, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    segment = console.desk.document.get(Segment, "g2")
    assert (segment.title, segment.minutes, segment.minimum, segment.fixed) == ("Quiet writing", 15, 4, False)
    console.show_lists()
    assert console.live.agenda.heading == "Agenda · 25 min"
    console.undo()
    assert console.desk.document.get(Segment, "g2").title == "Silent listing"


def test_f2_in_the_list_opens_the_dialog(console):
    asked = []
    console.live.agenda.editRequested.connect(asked.append)
    console.live.agenda.list.setCurrentRow(0)
    QTest.keyClick(console.live.agenda.list, Qt.Key.Key_F2)
    assert asked == ["g1"]


def test_a_refused_value_is_said_and_what_was_typed_stays(console):
    dialog = console.live.timing.edit("g1")
    dialog.minimum.setValue(11)
    dialog.enter()
    assert dialog.isVisible()
    assert dialog.problem == console.desk.words("refusals.segment_minimum", most=10)
    dialog.fixed.setChecked(True)
    assert not dialog.minimum.isEnabled()


def test_without_a_board_there_is_nothing_to_say_about_how_it_is_shown(console):
    dialog = console.live.timing.edit("g1")
    assert not dialog.form.isEnabled()
    assert not dialog.large.isEnabled()


def test_a_break_is_always_kept(late):
    dialog = late.live.timing.edit("g3")
    assert not dialog.fixed.isEnabled()
    assert not dialog.minimum.isEnabled()
    dialog.minutes.setValue(12)
    dialog.enter()
    segment = late.desk.document.get(Segment, "g3")
    assert (segment.minutes, segment.fixed) == (12, False)


def test_saving_nothing_new_just_closes(console):
    before = console.desk.document
    dialog = console.live.timing.edit("g1")
    dialog.enter()
    assert not dialog.isVisible()
    assert console.desk.document is before
    assert console.live.timing.edit("gone") is None


def test_what_was_dropped_says_so_in_the_list(late, clock):
    clock.time += timedelta(minutes=20)
    late.live.timing.replan().apply_button.click()
    late.show_lists()
    assert minutes(late)["g4"] == 0
    assert late.live.agenda.list.item(3).data(Qt.ItemDataRole.AccessibleTextRole).endswith("left out")
    assert late.desk.document.get(Session, "session_1").running_segment_id == "g2"
