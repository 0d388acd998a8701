"""The agenda of a session: which segment runs, and what starts and ends one. No clock inside: `now` is given."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from facilitator.domain.change import Change
from facilitator.domain.document import Document
from facilitator.domain.editing import changed
from facilitator.domain.engagement import Segment, Session
from facilitator.domain.record import Record
from facilitator.domain.refusal import EditRejected

FORGOTTEN = timedelta(hours=12)
"""How long after its planned end a session that nobody ended is taken for one that runs no longer."""

EARLY = timedelta(minutes=60)
"""How long before its planned beginning a session that is started counts as that planned one, started early."""

STILL = {"running_segment_id": "", "segment_started_at": "", "started_at": "", "ends_at": ""}
"""The fields of a session that does not run."""


@dataclass(frozen=True, slots=True)
class Running:
    """A session that runs, with all its segments in order, the running one, and since when and until when."""

    session: Session
    segments: tuple[Segment, ...]
    segment: Segment
    since: datetime
    ends_at: datetime

    @property
    def later(self) -> tuple[Segment, ...]:
        """The segments after the running one."""
        return self.segments[self.segments.index(self.segment) + 1 :]


def sessions_of(document: Document) -> tuple[Session, ...]:
    """The sessions in their order."""
    return tuple(sorted(document.every(Session), key=lambda session: (session.number, session.id)))


def segments_of(document: Document, session_id: str) -> tuple[Segment, ...]:
    """The segments of a session in their order."""
    its = (segment for segment in document.every(Segment) if segment.session_id == session_id)
    return tuple(sorted(its, key=lambda segment: (segment.number, segment.id)))


def running(document: Document, now: datetime) -> Running | None:
    """The session that runs, None where none does: none was started, its segment is gone, or it was forgotten."""
    for session in sessions_of(document):
        if not (session.running_segment_id and session.segment_started_at and session.ends_at):
            continue
        segments = segments_of(document, session.id)
        segment = next((each for each in segments if each.id == session.running_segment_id), None)
        ends_at = datetime.fromisoformat(session.ends_at)
        if segment and now - ends_at < FORGOTTEN:
            since = datetime.fromisoformat(session.segment_started_at)
            return Running(session, segments, segment, since, ends_at)
    return None


def started(document: Document, segment_id: str, now: datetime) -> Change:
    """Start a segment now, and with it the session where it does not run yet. Any other session stops.

    A session that is started around the time for which it is planned is to end when it was planned to, be it late,
    early or begun in the middle; else when all that follows has had its time. What time of day it is, and which day,
    is told by the offset of `now`, so it should be that of this computer.

    Raises EditRejected: "gone", "segment_runs" where it runs already.
    """
    segment = document.get(Segment, segment_id)
    session = document.get(Session, segment.session_id)
    runs = running(document, now)
    at = _text(now)
    if runs and runs.session == session:
        if runs.segment == segment:
            raise EditRejected("segment_runs")
        after = session.having(running_segment_id=segment_id, segment_started_at=at)
    else:
        segments = segments_of(document, session.id)
        rest = sum(each.minutes for each in segments if each.number >= segment.number)
        ends_at = _text(_planned_end(session, segments, now) or now + timedelta(minutes=rest))
        after = session.having(running_segment_id=segment_id, segment_started_at=at, started_at=at, ends_at=ends_at)
    return changed("start_segment", [(session, after), *_others_stopped(document, session.id)])


def next_started(document: Document, session_id: str, now: datetime) -> Change:
    """Start the segment after the running one, leaving out what was dropped; the first one where the session rests.

    After the last one the session ends. Raises EditRejected("no_segments") where there is none to start.
    """
    runs = running(document, now)
    its_own = runs is not None and runs.session.id == session_id
    waiting = runs.later if runs and its_own else segments_of(document, session_id)
    following = next((segment for segment in waiting if segment.minutes), None)
    if following:
        return started(document, following.id, now)
    if its_own:
        return stopped(document, session_id)
    raise EditRejected("no_segments")


def stopped(document: Document, session_id: str) -> Change:
    """Stop the clock of a session; raises EditRejected: "gone", "no_clock" where it does not run."""
    session = document.get(Session, session_id)
    if not session.running_segment_id:
        raise EditRejected("no_clock")
    return changed("stop_clock", [(session, session.having(**STILL))])


def _planned_end(session: Session, segments: Sequence[Segment], now: datetime) -> datetime | None:
    """When a session that is started now was planned to end; None where nobody said when, or for another time."""
    if not session.begins:
        return None
    whole = timedelta(minutes=sum(each.minutes for each in segments))
    for days in (0, -1, 1):  # midnight may lie between its planned beginning and now
        day = now.date() + timedelta(days=days)
        begins = datetime.combine(day, time.fromisoformat(session.begins), now.tzinfo)
        if session.held_on in (None, day) and begins - EARLY <= now < begins + whole:
            return begins + whole
    return None


def _others_stopped(document: Document, session_id: str) -> Iterator[tuple[Record, Record]]:
    for session in document.every(Session):
        if session.id != session_id and session.running_segment_id:
            yield session, session.having(**STILL)


def _text(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")
