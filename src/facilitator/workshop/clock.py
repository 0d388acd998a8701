"""The clock of a running session, reckoned from wall time alone, and what participants may see of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from facilitator.domain.engagement import Segment, Session
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

    @property
    def would_end(self) -> datetime:
        """When the session ends if every later segment takes its time."""
        return self.ends_at - timedelta(seconds=self.ahead)


def clock(runs: Running, now: datetime) -> Clock:
    """The clock now; a clock of the computer that was set back counts as if no time had passed."""
    elapsed = max(0, int((now - runs.since).total_seconds()))
    left = runs.segment.minutes * _MINUTE - elapsed
    rest = max(0, left) + _MINUTE * sum(segment.minutes for segment in runs.later)
    there = max(now, runs.since).replace(microsecond=0)
    ahead = int((runs.ends_at - (there + timedelta(seconds=rest))).total_seconds())
    return Clock(runs.segment, left, ahead, runs.ends_at)


def starting_times(
    session: Session, segments: Sequence[Segment], runs: Running | None, now: datetime | None
) -> Mapping[str, time]:
    """When segments begin, by their ids, on the clock of this computer: those that run or come, and have minutes.

    While the session runs it is reckoned from the running segment, else from when it is planned to begin; {} where
    nobody said when.
    """
    if runs and now and runs.session.id == session.id:
        over = runs.since + timedelta(minutes=runs.segment.minutes)
        begun = runs.since.astimezone().time().replace(second=0, microsecond=0)
        return {runs.segment.id: begun} | _one_after_another(runs.later, max(over, now).astimezone())
    if not session.begins:
        return {}
    any_day = datetime.combine(date.min, time.fromisoformat(session.begins))  # on 9999-12-31 no midnight could pass
    return _one_after_another(segments, any_day)


def _one_after_another(segments: Sequence[Segment], at: datetime) -> dict[str, time]:
    times = {}
    for segment in segments:
        if segment.minutes:
            times[segment.id] = at.time().replace(second=0, microsecond=0)
            at += timedelta(minutes=segment.minutes)
    return times


def clock_view(shown: Clock, language: Language) -> ClockView:
    """What participants may see: the nearest minute, the seconds of the last minute, or that the time is up."""
    if shown.left <= 0:
        return ClockView("over", 0, language)
    if shown.left < _MINUTE:
        return ClockView("seconds", shown.left, language)
    return ClockView("minutes", (shown.left + _MINUTE // 2) // _MINUTE, language)
