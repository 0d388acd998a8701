"""What can be told of the agenda of a session: to participants as a view, to the facilitator who takes part."""

from datetime import date, datetime

from facilitator.content.agendas import purpose_of
from facilitator.content.naming import plain
from facilitator.domain.agenda_view import AgendaView, SegmentView
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Person, Session
from facilitator.domain.language import Language
from facilitator.workshop.agenda import segments_of, sessions_of
from facilitator.workshop.clock import starting_times
from facilitator.workshop.outcomes import outcomes_of
from facilitator.workshop.participants import participants
from facilitator.workshop.people import of_cohort


def agenda_view(document: Document, session_id: str, day: date, language: Language) -> AgendaView:
    """The agenda of a session as of `day`, as it was planned or planned anew, without what was dropped.

    Times are reckoned from when it is planned to begin, else from when it was started. Its purpose is that of the
    agenda of the house which it was made from, else what the boards ask that it brings to the stage. Raises
    EditRejected("gone").
    """
    session = document.get(Session, session_id)
    segments = [segment for segment in segments_of(document, session_id) if segment.minutes]
    started = datetime.fromisoformat(session.started_at).astimezone() if session.started_at else None
    begins = session.begins or (started.time().isoformat("minutes") if started else "")
    times = starting_times(session.having(begins=begins), segments, None, None)
    held_on = session.held_on or (started.date() if started else None)
    asked = [document.get(Board, each).question for each in dict.fromkeys(s.board_id for s in segments) if each]
    return AgendaView(
        title=session.title,
        purpose=purpose_of(session.agenda, language) or " ".join(filter(None, asked)),
        day=held_on,
        held=bool(started or (held_on and held_on <= day) or outcomes_of(document, session_id)),
        segments=tuple(
            SegmentView(each.title, each.minutes, each.method, each.prompt, times.get(each.id)) for each in segments
        ),
        session_id=session_id,
    )


def expected(document: Document, session_id: str) -> tuple[Person, ...]:
    """Who takes part in a session, by their names: its participants, else its cohort.

    Where neither is known, and there is no other session, those are all people of the engagement. Private.
    """
    here = tuple(each.person for each in participants(document, session_id))
    cohort_id = document.get(Session, session_id).cohort_id
    enrolled = of_cohort(document, cohort_id) if cohort_id else ()
    if here or enrolled or len(sessions_of(document)) > 1:
        return here or enrolled
    return tuple(sorted(document.every(Person), key=lambda person: (plain(person.name), person.id)))
