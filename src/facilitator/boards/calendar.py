"""The days to keep of boards, and the sessions of cohorts, as a calendar file."""

import hashlib
from collections.abc import Collection, Iterable, Iterator
from datetime import datetime, time

from facilitator.boards.described import Dated
from facilitator.domain.document import Document
from facilitator.domain.engagement import ENGAGEMENT_ID, Engagement, Session
from facilitator.domain.program import Cohort, Program
from facilitator.exchange import ics
from facilitator.workshop.agenda import segments_of, sessions_of
from facilitator.workshop.one_to_ones import is_for_two


def calendar_of(name: str, dates: Iterable[Dated], stamp: datetime) -> bytes:
    """An iCalendar file called `name`, written at `stamp`; a day that has moved replaces the one written before."""
    return ics.write(
        (ics.WholeDay(f"{each.id}@facilitator", each.day, each.title, each.note) for each in dates),
        name=name,
        stamp=stamp,
    )


def calendar_of_sessions(document: Document, cohort_ids: Collection[str], name: str, stamp: datetime) -> bytes | None:
    """The dated sessions of these cohorts as an iCalendar file called `name`, in the order of time; None for none.

    One with a time of the day is a meeting at that time, wherever one is, as long as its agenda; one without is a
    whole day. A session that has moved replaces the one written before, as long as the engagement keeps its title.
    Sessions between two stay out: a calendar is for everybody.
    """
    dated = (each for each in sessions_of(document) if each.cohort_id in cohort_ids and each.held_on)
    shown = [each for each in dated if not is_for_two(document, each)]
    shown.sort(key=lambda each: (each.held_on, each.begins, each.number))
    return ics.write(_events(document, shown), name=name, stamp=stamp) if shown else None


def _events(document: Document, sessions: Iterable[Session]) -> Iterator[ics.WholeDay | ics.Meeting]:
    title = document.get(Engagement, ENGAGEMENT_ID).title
    for each in sessions:
        cohort = document.get(Cohort, each.cohort_id or "")
        program = document.get(Program, cohort.program_id)
        # the ids of sessions are the same in every engagement: in one calendar, those of two clients must not meet
        uid = f"{hashlib.sha256(title.encode()).hexdigest()[:16]}.{each.id}@facilitator"
        its = each.title, f"{program.title} · {cohort.title}"
        assert each.held_on is not None  # only dated ones come here
        if each.begins:
            begins = datetime.combine(each.held_on, time.fromisoformat(each.begins))
            minutes = sum(segment.minutes for segment in segments_of(document, each.id))
            yield ics.Meeting(uid, begins, minutes, *its)
        else:
            yield ics.WholeDay(uid, each.held_on, *its)
