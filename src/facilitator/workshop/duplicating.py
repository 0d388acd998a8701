"""A cohort for the next season: its sessions with their agendas and empty boards of the same sort; a pure edit."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from facilitator.domain.change import Change, adding, composed
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Session
from facilitator.domain.participation import OneToOne
from facilitator.domain.program import Cohort
from facilitator.domain.refusal import EditRejected
from facilitator.domain.words_of_people import name
from facilitator.workshop.agenda import segments_of
from facilitator.workshop.cohort_boards import title_in_cohort
from facilitator.workshop.sessions import SessionValues, cohort_added, copied, session_added, sessions_in

BoardLike = Callable[[Document, Board, str], Change]
"""Makes an empty board, with a title, that works as another one does."""


def first_session(document: Document, cohort_id: str) -> Session | None:
    """The session of a cohort, for all of it, from which days are counted: the first dated one, else the first one."""
    sessions = _for_all(document, cohort_id)
    dated = [each for each in sessions if each.held_on]
    return min(dated, key=lambda each: (each.held_on or date.max, each.begins, each.number), default=None) or next(
        iter(sessions), None
    )


def cohort_duplicated(
    document: Document, cohort_id: str, title: str, first_day: date | None, board_like: BoardLike
) -> Change:
    """Make a cohort after the last one with the same sessions, agendas and times of the day, in one step.

    The first session falls on `first_day`, all other days are as far from it as before, those of the cohort, too; with
    None no session has a day. The boards that the agendas turn to become new, empty ones, called by the new cohort.
    People, attendance, what was said, 1:1s with somebody, and the code of the cohort stay behind.

    Raises EditRejected: "gone", what a title may not be, "cohort_title_taken" (title), "day_too_far" (day).
    """
    cohort, called = document.get(Cohort, cohort_id), name(title)
    if any(each.program_id == cohort.program_id and each.title == called for each in document.every(Cohort)):
        raise EditRejected("cohort_title_taken", title=called)
    first = first_session(document, cohort_id)
    begun = first.held_on if first else None

    def moved(day: date | None) -> date | None:
        if first_day is None or day is None or begun is None:
            return None
        try:
            return day + (first_day - begun)
        except OverflowError:
            raise EditRejected("day_too_far", day=first_day.isoformat()) from None

    founded = cohort_added(document, cohort.program_id, called)
    after = next(each for each in founded.added() if isinstance(each, Cohort)).having(
        begins_on=moved(cohort.begins_on),
        ends_on=moved(cohort.ends_on),
        closes_on=moved(cohort.closes_on),
        capacity=cohort.capacity,
        facilitators=cohort.facilitators,
    )
    changes = [Change("add_cohort", adding((after,)))]
    at = document.after(changes[-1])
    boards: dict[str, str] = {}
    known = [each.title for each in document.every(Cohort)]
    for board in _boards(document, _for_all(document, cohort_id)):
        changes.append(board_like(at, board, title_in_cohort(board.title, called, known)))
        at = at.after(changes[-1])
        boards[board.id] = next(each.id for each in changes[-1].added() if isinstance(each, Board))
    for session in _for_all(document, cohort_id):
        day = first_day if begun is None and session == first else moved(session.held_on)
        plan = [replace(each, board_id=boards.get(each.board_id or "")) for each in copied(document, session.id)]
        values = SessionValues(session.title, after.id, day, session.begins)
        changes.append(session_added(at, values, plan, session.agenda, for_two=session.for_two))
        at = at.after(changes[-1])
    return composed("duplicate_cohort", changes)


def _for_all(document: Document, cohort_id: str) -> tuple[Session, ...]:
    """The sessions of a cohort without 1:1s that are with somebody."""
    return tuple(each for each in sessions_in(document, cohort_id) if document.find(OneToOne, each.id) is None)


def _boards(document: Document, sessions: Iterable[Session]) -> list[Board]:
    """The boards that the agendas of these sessions turn to, in their order."""
    wanted = {segment.board_id for session in sessions for segment in segments_of(document, session.id)}
    return sorted((each for each in document.every(Board) if each.id in wanted), key=lambda each: each.number)
