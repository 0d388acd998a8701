"""The days to keep of boards, and the sessions of cohorts, as a calendar file."""

import hashlib
from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, date, datetime, time, tzinfo
from itertools import combinations
from math import inf

from facilitator.boards.described import Dated
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import ENGAGEMENT_ID, Engagement, Session
from facilitator.domain.program import Cohort, Program
from facilitator.exchange import ics
from facilitator.workshop.agenda import segments_of, sessions_of
from facilitator.workshop.one_to_ones import is_for_two
from facilitator.workshop.session_names import title_with_cohort

_DAY = 24 * 60


def calendar_of(name: str, dates: Iterable[Dated], stamp: datetime) -> bytes:
    """An iCalendar file called `name`, written at `stamp`; a day that has moved replaces the one written before."""
    return ics.write(
        (ics.WholeDay(f"{each.id}@facilitator", each.day, each.title, each.note) for each in dates),
        name=name,
        stamp=stamp,
    )


def calendar_of_sessions(
    document: Document, cohort_ids: Collection[str], name: str, stamp: datetime, zone: tzinfo | None = None
) -> bytes | None:
    """The dated sessions of these cohorts as an iCalendar file called `name`, in the order of time; None for none.

    One with a time of the day is a meeting as long as its agenda, at that time in `zone`, None for that of this
    computer: people call in from several zones, and each calendar shows its own time. One without is a whole day. Of
    several cohorts the titles name each one's. A session that has moved replaces the one written before, as long as the
    engagement keeps its title. Sessions between two stay out: a calendar is for everybody.
    """
    shown = [each for each in _for_all(document, cohort_ids) if each.held_on]
    shown.sort(key=lambda each: (each.held_on, each.begins, each.number))
    return ics.write(_events(document, shown, zone), name=name, stamp=stamp) if shown else None


def told_of_calendar(document: Document, cohort_ids: Collection[str], words: Words) -> str:
    """What has to be known of that calendar: whose times they are, which sessions are not in it, which overlap."""
    its = _for_all(document, cohort_ids)
    undated = sum(each.held_on is None for each in its)
    pairs = [
        words("program.calendar_both", one=_named(document, one), other=_named(document, other))
        for one, other in combinations(its, 2)
        if _overlap(document, one, other)
    ]
    told = [words("program.calendar_zone")] if any(each.held_on and each.begins for each in its) else []
    told += [words("program.calendar_undated", count=undated)] if undated else []
    told += [words("program.calendar_overlap", sessions="; ".join(pairs))] if pairs else []
    return " ".join(told)


def _for_all(document: Document, cohort_ids: Collection[str]) -> list[Session]:
    its = (each for each in sessions_of(document) if each.cohort_id in cohort_ids)
    return [each for each in its if not is_for_two(document, each)]


def _named(document: Document, session: Session) -> str:
    return title_with_cohort(document, session)


def _overlap(document: Document, one: Session, other: Session) -> bool:
    """Whether two sessions have a minute in common; what has no time or no length has none."""
    (begins, ends), (other_begins, other_ends) = _span(document, one), _span(document, other)
    return begins < other_ends and other_begins < ends


def _span(document: Document, session: Session) -> tuple[float, float]:
    """From which minute to which a session lasts, counted from the first day of all."""
    if session.held_on is None or not session.begins:
        return inf, inf
    at = time.fromisoformat(session.begins)
    begins = session.held_on.toordinal() * _DAY + at.hour * 60 + at.minute
    return begins, begins + sum(each.minutes for each in segments_of(document, session.id))


def _moment(day: date, begins: str, zone: tzinfo | None) -> datetime | None:
    """That time of that day in a zone, None for this computer's; None at the very ends of the calendar."""
    at = datetime.combine(day, time.fromisoformat(begins), zone)
    try:
        return at.astimezone(UTC)
    except (OverflowError, ValueError):
        return None


def _events(
    document: Document, sessions: Iterable[Session], zone: tzinfo | None
) -> Iterator[ics.WholeDay | ics.Meeting]:
    title = document.get(Engagement, ENGAGEMENT_ID).title
    for each in sessions:
        cohort = document.get(Cohort, each.cohort_id or "")
        program = document.get(Program, cohort.program_id)
        # the ids of sessions are the same in every engagement: in one calendar, those of two clients must not meet
        uid = f"{hashlib.sha256(title.encode()).hexdigest()[:16]}.{each.id}@facilitator"
        its = _named(document, each), f"{program.title} · {cohort.title}"
        assert each.held_on is not None  # only dated ones come here
        begins = _moment(each.held_on, each.begins, zone) if each.begins else None
        if begins:
            minutes = sum(segment.minutes for segment in segments_of(document, each.id))
            yield ics.Meeting(uid, begins, minutes, *its)
        else:
            yield ics.WholeDay(uid, each.held_on, *its)
