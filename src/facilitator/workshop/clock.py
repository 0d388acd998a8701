"""The clock of a running session, reckoned from wall time alone, and what participants may see of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from facilitator.domain.engagement import Segment
from facilitator.domain.language import Language
from facilitator.domain.view import ClockView
from facilitator.workshop.agenda import Running

_MINUTE = 60


@dataclass(frozen=True, slots=True)
class Clock:
    """How a session stands. `left` are the seconds of the running segment, below zero once it is over its time.

    `ahead` says by how many seconds the session would end before `ends_at`, the planned end, if every later segment
    took its time; below zero it is behind.
    """

    segment: Segment
    left: int
    ahead: int
    ends_at: datetime


def clock(runs: Running, now: datetime) -> Clock:
    """The clock now; a clock of the computer that was set back counts as if no time had passed."""
    elapsed = max(0, int((now - runs.since).total_seconds()))
    left = runs.segment.minutes * _MINUTE - elapsed
    rest = max(0, left) + _MINUTE * sum(segment.minutes for segment in runs.later)
    there = max(now, runs.since).replace(microsecond=0)
    ahead = int((runs.ends_at - (there + timedelta(seconds=rest))).total_seconds())
    return Clock(runs.segment, left, ahead, runs.ends_at)


def clock_view(shown: Clock, language: Language) -> ClockView:
    """What participants may see: the nearest minute, the seconds of the last minute, or that the time is up."""
    if shown.left <= 0:
        return ClockView("over", 0, language)
    if shown.left < _MINUTE:
        return ClockView("seconds", shown.left, language)
    return ClockView("minutes", (shown.left + _MINUTE // 2) // _MINUTE, language)
