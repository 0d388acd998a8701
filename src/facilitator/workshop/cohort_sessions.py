"""Whom a file is for: the sessions that it is of, and the boards that belong to other cohorts than theirs."""

from dataclasses import dataclass

from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Session
from facilitator.domain.program import Cohort
from facilitator.domain.refusal import StoreError
from facilitator.workshop.cohort_boards import boards_of_other_cohorts, cohorts_of_boards
from facilitator.workshop.one_to_ones import group_sessions_of, is_for_two
from facilitator.workshop.sessions import sessions_in


def sessions_for(
    document: Document, *, session_id: str = "", cohort_id: str = "", person_id: str = ""
) -> tuple[str, ...] | None:
    """The ids of one session, else of those for a group of a cohort, of a person, or of both; None where none is said.

    Raises StoreError("cohort_unknown") (id, known).
    """
    if session_id:
        return (session_id,)
    theirs = group_sessions_of(document, person_id) if person_id else None
    if not cohort_id:
        return theirs
    known = [each.id for each in document.every(Cohort)]
    if cohort_id not in known:
        raise StoreError("cohort_unknown", id=cohort_id, known=", ".join(known) or "–")
    its = (each for each in sessions_in(document, cohort_id) if not is_for_two(document, each))
    return tuple(each.id for each in its if theirs is None or each.id in theirs)


def boards_apart(
    document: Document, *, session_id: str = "", cohort_id: str = "", person_id: str = ""
) -> frozenset[str]:
    """The ids of the boards that belong to other cohorts than these sessions do; none where none is said.

    Raises as `sessions_for`.
    """
    sessions = sessions_for(document, session_id=session_id, cohort_id=cohort_id, person_id=person_id)
    if sessions is None:
        return frozenset()
    found = (document.find(Session, each) for each in sessions)
    cohorts = {each.cohort_id for each in found if each and each.cohort_id}
    if cohort_id and not session_id:
        cohorts.add(cohort_id)
    return frozenset(boards_of_other_cohorts(document, cohorts, sessions))


@dataclass(frozen=True, slots=True)
class Whose:
    """Whom a file of several boards is for: of which `sessions` it tells, None for all, and which boards stay out."""

    sessions: tuple[str, ...] | None = None
    apart: frozenset[str] = frozenset()


EVERYBODY = Whose()


def of_cohort(document: Document, cohort_id: str) -> Whose:
    """A file for one cohort, "" for everybody; raises StoreError("cohort_unknown") (id, known)."""
    if not cohort_id:
        return EVERYBODY
    return Whose(sessions_for(document, cohort_id=cohort_id), boards_apart(document, cohort_id=cohort_id))


def cohorts_named(document: Document, words: Words) -> dict[str, str]:
    """The cohorts of each board that belongs to any, by the id of the board."""
    titles = {each.id: each.title for each in sorted(document.every(Cohort), key=lambda each: (each.number, each.id))}
    named = cohorts_of_boards(document)
    return {board_id: words.list([titles[each] for each in titles if each in its]) for board_id, its in named.items()}
