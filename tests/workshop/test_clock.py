"""The clock follows wall time: what is left, how far ahead or behind, and what participants see of it."""

import sqlite3
from contextlib import closing
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendas import START, agenda_of, at, begun, running_agendas, segment
from facilitator.domain.document import Document
from facilitator.domain.engagement import Segment, Session
from facilitator.domain.refusal import StoreError
from facilitator.domain.view import ClockView
from facilitator.opening import found_engagement, open_engagement
from facilitator.templates import founding
from facilitator.workshop.agenda import next_started, running, segments_of, started
from facilitator.workshop.clock import clock, clock_view, starting_times

DOCUMENT = begun(agenda_of(segment(1, 10), segment(2, 20)))


def shown(document, now):
    its = clock(running(document, now), now)
    return its.left, its.ahead


def test_a_segment_counts_down_and_then_the_session_falls_behind():
    assert shown(DOCUMENT, at(0)) == (600, 0)
    assert shown(DOCUMENT, at(7, 56)) == (124, 0)
    assert shown(DOCUMENT, at(10)) == (0, 0)
    assert shown(DOCUMENT, at(12, 30)) == (-150, -150)


def test_whoever_goes_on_early_is_ahead():
    document = DOCUMENT.after(next_started(DOCUMENT, "s", at(6)))
    assert shown(document, at(6)) == (1200, 240)
    assert shown(document, at(20)) == (360, 240)


def test_going_back_costs_what_has_to_be_done_again():
    document = begun(begun(DOCUMENT, "g2", at(10)), "g1", at(15))
    assert shown(document, at(15)) == (600, -15 * 60)


def test_it_is_right_after_a_suspend_whatever_the_time_zone():
    local = at(25).astimezone(ZoneInfo("America/Toronto"))
    assert shown(DOCUMENT, local) == (-900, -900)
    document = begun(agenda_of(segment(1, 10)), now=local)
    assert shown(document, at(26)) == (540, 0)
    assert document.get(Session, "s").started_at.endswith("+00:00")


def test_a_clock_that_was_set_back_counts_nothing():
    assert shown(DOCUMENT, at(-30)) == (600, 0)


@given(running_agendas())
def test_what_is_ahead_is_what_is_left_until_the_end(case):
    document, now = case
    runs = running(document, now)
    if runs is None:
        return
    its = clock(runs, now)
    rest = max(0, its.left) + 60 * sum(each.minutes for each in runs.later)
    assert now.replace(microsecond=0) + timedelta(seconds=rest + its.ahead) == its.ends_at


@pytest.mark.parametrize(
    ("left", "view"),
    [
        (480, ("minutes", 8)),
        (451, ("minutes", 8)),
        (449, ("minutes", 7)),
        (89, ("minutes", 1)),
        (60, ("minutes", 1)),
        (59, ("seconds", 59)),
        (1, ("seconds", 1)),
        (0, ("over", 0)),
        (-300, ("over", 0)),
    ],
)
def test_participants_see_minutes_and_in_the_last_one_seconds(left, view):
    now = at(10, -left)
    assert clock_view(clock(running(DOCUMENT, now), now), "fr") == ClockView(*view, "fr")


@given(st.datetimes(datetime(2027, 1, 1), datetime(2027, 12, 31)))
def test_no_moment_is_lost_in_the_file(moment):
    now = moment.replace(tzinfo=START.tzinfo)
    document = agenda_of(segment(1, 10))
    runs = running(document.after(started(document, "g1", now)), now)
    assert runs.since == now.replace(microsecond=0)


def test_a_restart_finds_the_clock_in_the_file(tmp_path):
    path = tmp_path / "town.facilitator"
    with found_engagement(path, founding("stakeholder_workshop_90", "en")) as engagement:
        journal = engagement.journal
        journal.do(next_started(journal.document, "session_1", START))
        journal.do(next_started(journal.document, "session_1", at(7)))
    with open_engagement(path) as engagement:
        assert engagement.faults() == []
        assert shown(engagement.journal.document, at(9)) == (180, -120)
        engagement.journal.undo()
        assert shown(engagement.journal.document, at(9)) == (-240, -240)


@pytest.mark.parametrize("moment", ["soon", "2027-01-14T10:00:00"])
def test_a_file_with_what_is_no_moment_is_damaged(tmp_path, moment):
    path = tmp_path / "town.facilitator"
    found_engagement(path, founding("stakeholder_workshop_90", "en")).close()
    with closing(sqlite3.connect(path)) as tool:
        tool.execute("UPDATE session SET ends_at = ?", (moment,))
        tool.commit()
    with pytest.raises(StoreError) as refused:
        open_engagement(path)
    assert refused.value.key == "record_damaged"


def times(document, now=None):
    session = document.get(Session, "s")
    runs = running(document, now) if now else None
    found = starting_times(session, segments_of(document, "s"), runs, now)
    return {its_id: f"{time:%H:%M}" for its_id, time in found.items()}


def here(moment):
    return moment.astimezone().strftime("%H:%M")


def test_segments_begin_one_after_another_from_when_the_session_does():
    document = agenda_of(segment(1, 10), segment(2, 0), segment(3, 20), segment(4, 5))
    assert times(document) == {}
    session = document.get(Session, "s")
    for day in (None, date.min, date.max):
        planned = Document.of([*document.every(Segment), session.having(begins="23:45", held_on=day)])
        assert times(planned) == {"g1": "23:45", "g3": "23:55", "g4": "00:15"}


def test_while_it_runs_later_segments_begin_when_the_running_one_ends_or_now():
    document = begun(agenda_of(segment(1, 10), segment(2, 20), segment(3, 5)), "g2")
    assert times(document, at(5)) == {"g2": here(at(0)), "g3": here(at(20))}
    assert times(document, at(27, 30)) == {"g2": here(at(0)), "g3": here(at(27))}
