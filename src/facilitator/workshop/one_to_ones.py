"""Sessions between two: whom each is with, and which boards are worked on there only. Whom is private."""

from collections.abc import Iterator

from facilitator.content.agendas import is_one_to_one
from facilitator.domain.change import Swap
from facilitator.domain.document import Document
from facilitator.domain.engagement import Person, Segment, Session
from facilitator.domain.participation import Attendance, Enrolment, OneToOne
from facilitator.domain.record import new_id
from facilitator.workshop.agenda import sessions_of

HERE_STATES = ("invited", "active", "paused", "completed")
"""The states of an enrolment with which somebody belongs to a cohort; who withdrew does not any more."""


def is_for_two(document: Document, session: Session) -> bool:
    """Whether a session is a 1:1: by its agenda, because it was said so, or because it is with somebody."""
    return session.for_two or is_one_to_one(session.agenda) or document.find(OneToOne, session.id) is not None


def with_whom(document: Document, session_id: str) -> Person | None:
    """Whom a 1:1 session is with; None where nobody said."""
    its = document.find(OneToOne, session_id)
    return document.find(Person, its.person_id) if its else None


def put_with(document: Document, session_id: str, person_id: str) -> Iterator[Swap]:
    """Swaps that make a session a 1:1 with somebody, "" with nobody; none where it is so.

    They are expected at it then, and who was is not any more, unless it is known whether they were there. Raises
    EditRejected("gone") for a person who is not there.
    """
    before = document.find(OneToOne, session_id)
    after = OneToOne(id=session_id, person_id=document.get(Person, person_id).id) if person_id else None
    if before == after:
        return
    yield Swap(before, after)
    here = {each.person_id: each for each in document.every(Attendance) if each.session_id == session_id}
    expected = here.get(before.person_id) if before else None
    if expected and not expected.presence and expected.minutes is None:
        yield Swap(expected, None)
    if after and after.person_id not in here:
        yield Swap(None, Attendance(id=new_id(), session_id=session_id, person_id=after.person_id))


def sessions_with(document: Document, person_id: str) -> tuple[Session, ...]:
    """The 1:1 sessions with somebody, in their order."""
    their = {each.id for each in document.every(OneToOne) if each.person_id == person_id}
    return tuple(each for each in sessions_of(document) if each.id in their)


def group_sessions_of(document: Document, person_id: str) -> tuple[str, ...]:
    """The ids of the sessions for a group that somebody's pack may tell of.

    Those of a cohort that others are enrolled in belong to them alone, unless this person takes part in one; where
    nobody is enrolled in it, to those who took part in any of its sessions. Those of a cohort of which nobody is known
    are for everybody who belongs to no other one. A 1:1 is never among them, also where there is no session for a
    group.
    """
    enrolled: dict[str, set[str]] = {}
    for each in document.every(Enrolment):
        enrolled.setdefault(each.cohort_id, set())
        if each.state in HERE_STATES:
            enrolled[each.cohort_id].add(each.person_id)
    groups = {each.id: each for each in document.every(Session) if not is_for_two(document, each)}
    attended, came = set[str](), dict[str, set[str]]()
    for one in document.every(Attendance):
        if one.session_id in groups:
            came.setdefault(groups[one.session_id].cohort_id or "", set()).add(one.person_id)
            attended |= {one.session_id} if one.person_id == person_id else set()
    known_of = {**came, **enrolled}
    elsewhere = any(cohort_id and person_id in known for cohort_id, known in known_of.items())

    def theirs(session: Session) -> bool:
        if not session.cohort_id or session.id in attended:
            return True
        known = known_of.get(session.cohort_id)
        return not elsewhere if known is None else person_id in known

    every = (each for each in sessions_of(document) if not is_for_two(document, each))
    return tuple(each.id for each in every if theirs(each))


def boards_between_two(document: Document) -> dict[str, frozenset[str]]:
    """The boards that only 1:1 sessions work on, each with the ids of the people whom these are with.

    There are none where nobody said; a board that a session for a group turns to, too, is the group's.
    """
    sessions = {each.id: each for each in document.every(Session)}
    with_ids = {each.id: each.person_id for each in document.every(OneToOne)}
    found: dict[str, set[str]] = {}
    for_groups: set[str] = set()
    for segment in document.every(Segment):
        session = sessions.get(segment.session_id)
        if segment.board_id is None or session is None:
            continue
        if is_for_two(document, session):
            people = found.setdefault(segment.board_id, set())
            people |= {with_ids[session.id]} if session.id in with_ids else set()
        else:
            for_groups.add(segment.board_id)
    return {board_id: frozenset(people) for board_id, people in found.items() if board_id not in for_groups}


def boards_of_others(document: Document, person_id: str) -> frozenset[str]:
    """The ids of the boards that a new session, with this person or for a group (""), is not to turn to by itself.

    These are the boards that 1:1s work on, but for those with this person alone: what belongs to somebody else must not
    come to this stage, nor be answered on.
    """
    own = frozenset({person_id} if person_id else ())
    return frozenset(board_id for board_id, people in boards_between_two(document).items() if people != own or not own)


def boards_withheld(document: Document) -> frozenset[str]:
    """The ids of the boards that a pack for a group leaves out: where there is a session for one, those of 1:1s.

    Of 1:1s that are known to be with somebody: with nobody named, a board may as well be everybody's.
    """
    if all(is_for_two(document, each) for each in document.every(Session)):
        return frozenset()
    return frozenset(board_id for board_id, people in boards_between_two(document).items() if people)
