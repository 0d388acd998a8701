"""Planning anew: sums to the minute, what is kept is kept, minimums hold, dropping only in need, one step to undo."""

from datetime import timedelta

import pytest
from hypothesis import given

from agendas import agenda_of, at, begun, running_agendas, segment
from facilitator.domain.engagement import Segment, Session
from facilitator.domain.refusal import EditRejected
from facilitator.workshop.agenda import next_started, running, segments_of
from facilitator.workshop.clock import clock
from facilitator.workshop.replanning import replan, replanned

MINUTE = timedelta(minutes=1)


def late(*segments, by):
    """The second segment of an agenda begins so many minutes late."""
    document = begun(agenda_of(*segments))
    now = at(segments[0].minutes + by)
    document = document.after(next_started(document, "s", now))
    return document, now


def proposed(document, now, ends_at=None):
    return replan(running(document, now), now, ends_at)


def lengths(proposal):
    return [line.minutes for line in proposal.lines]


def test_segments_are_cut_in_proportion_to_what_they_can_give():
    document, now = late(segment(1, 10), segment(2, 20), segment(3, 10, method="break"), segment(4, 10), by=6)
    proposal = proposed(document, now)
    assert lengths(proposal) == [16, 10, 8]
    assert (proposal.finished_at, proposal.finishes_at, proposal.missing) == (at(56), at(50), 0)
    assert [line.begins_at for line in proposal.lines] == [at(16), at(32), at(42)]
    assert [line.began_at for line in proposal.lines] == [at(16), at(36), at(46)]
    assert proposal.dropped == ()


def test_something_is_dropped_only_where_the_minimums_are_not_enough():
    parts = segment(1, 10), segment(2, 20), segment(3, 8, cut_order=2), segment(4, 6, cut_order=1), segment(5, 10)
    enough, now = late(*parts, by=22)  # 10 + 4 + 3 + 5
    assert lengths(proposed(enough, now)) == [10, 4, 3, 5]
    document, now = late(*parts, by=23)
    proposal = proposed(document, now)
    assert [each.id for each in proposal.dropped] == ["g4"]
    assert sum(lengths(proposal)) == 21
    assert (proposal.missing, proposal.finishes_at) == (0, at(54))


@pytest.mark.parametrize(("seconds", "cut"), [(59, 0), (60, 1), (119, 1), (120, 2)])
def test_less_than_a_minute_late_is_on_time(seconds, cut):
    document = begun(agenda_of(segment(1, 10), segment(2, 20)))
    over = proposed(document, at(10, seconds))
    assert lengths(over) == [10, 20 - cut]
    assert over.finished_at == at(30, seconds)
    now = at(10, seconds)
    document = document.after(next_started(document, "s", now))
    went_on = proposed(document, now)
    assert lengths(went_on) == [20 - cut]
    assert (went_on.cuts, went_on.missing) == (bool(cut), 0)
    assert clock(running(document, now), now).ahead == -seconds


def test_what_can_not_be_reached_is_said_in_minutes():
    document, now = late(segment(1, 10), segment(2, 20), segment(3, 10, fixed=True, cut_order=1), by=25)
    proposal = proposed(document, now)
    assert lengths(proposal) == [10, 10]
    assert (proposal.missing, proposal.finishes_at) == (15, at(55))


def test_time_that_is_spent_is_not_planned_again():
    document = begun(agenda_of(segment(1, 10), segment(2, 20)))
    proposal = proposed(document, at(14, 1))
    assert lengths(proposal) == [10, 16]
    assert proposal.lines[1].begins_at == at(14, 1)
    after = document.after(replanned(document, "s", proposal))
    assert clock(running(after, at(14, 1)), at(14, 1)).ahead == -1


def test_the_running_segment_gives_what_is_left_of_it():
    document, now = late(segment(1, 10), segment(2, 20), segment(3, 20, fixed=True), by=5)
    assert lengths(proposed(document, now)) == [15, 20]
    assert lengths(proposed(document, now + 17 * MINUTE)) == [17, 20]


def test_planning_twice_does_not_halve_twice():
    document, now = late(segment(1, 10), segment(2, 20), segment(3, 10, cut_order=1), by=25)
    proposal = proposed(document, now)
    assert (lengths(proposal), proposal.missing) == ([10, 0], 5)
    after = document.after(replanned(document, "s", proposal))
    again = proposed(after, now)
    assert (lengths(again), again.missing, again.cuts) == ([10, 0], 5, False)


def test_nothing_gets_longer_where_there_is_time_to_spare():
    document = begun(begun(agenda_of(segment(1, 10), segment(2, 20))), "g2", at(4))
    proposal = proposed(document, at(4))
    assert not proposal.cuts
    assert proposal.finishes_at == at(24)
    with pytest.raises(EditRejected) as refused:
        replanned(document, "s", proposal)
    assert refused.value.key == "nothing_to_do"


def test_another_end_is_planned_for_and_kept():
    document = begun(agenda_of(segment(1, 10), segment(2, 20)))
    after = document.after(replanned(document, "s", proposed(document, at(0), at(24))))
    assert [each.minutes for each in segments_of(after, "s")] == [8, 16]
    runs = running(after, at(1))
    assert (runs.ends_at, clock(runs, at(1)).ahead) == (at(24), 0)


@given(running_agendas())
def test_whatever_the_agenda(case):
    document, now = case
    runs = running(document, now)
    if runs is None:
        return
    proposal = replan(runs, now)
    over = max(runs.since + proposal.lines[0].minutes * MINUTE, now)
    assert proposal.finishes_at == over + sum(lengths(proposal)[1:]) * MINUTE
    late = (proposal.finishes_at - runs.ends_at) // MINUTE
    assert [line.segment for line in proposal.lines] == [runs.segment, *runs.later]
    for line in proposal.lines:
        assert line.minutes <= line.segment.minutes
        assert line.minutes == line.segment.minutes or not line.segment.kept
        assert line.dropped or line.minutes >= line.segment.shortest
    assert all(each.cut_order is not None and each != runs.segment for each in proposal.dropped)
    cut = [line for line in proposal.lines if 0 < line.minutes < line.segment.minutes]
    if proposal.finished_at - runs.ends_at < MINUTE:
        assert not proposal.cuts
    elif proposal.missing:
        assert late == proposal.missing
        left = [line for line in proposal.lines[1:] if line.minutes]
        assert all(line.minutes == line.segment.shortest for line in left)
        assert all(line.segment.kept or line.segment.cut_order is None for line in left)
    else:
        assert late == 0 or (proposal.dropped and not cut and late < 0)


@given(running_agendas())
def test_one_undo_brings_the_plan_back(case):
    document, now = case
    runs = running(document, now)
    if runs is None or not replan(runs, now).cuts:
        return
    change = replanned(document, "s", replan(runs, now))
    after = document.after(change)
    assert after.after(change.reversed()) == document
    assert not replan(running(after, now), now).cuts
    kept = {swap.record.id for swap in change.swaps if isinstance(swap.record, Session)}
    assert not kept
    assert all(isinstance(swap.record, Segment) for swap in change.swaps)
