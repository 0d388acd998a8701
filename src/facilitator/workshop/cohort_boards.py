"""Which boards are whose: the cohorts that each board belongs to, and those that belong to others only."""

import re
from collections.abc import Collection, Iterable

from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Session
from facilitator.domain.program import Cohort
from facilitator.domain.words_of_people import NAME_LIMIT
from facilitator.workshop.agenda import segments_of, sessions_of

_BETWEEN = re.compile(r"\s+[–—-]\s+|\s*[·:]\s+")


def cohorts_of_boards(document: Document) -> dict[str, frozenset[str]]:
    """The ids of the cohorts that each board belongs to, by the id of the board; nobody's boards are not among them.

    A board is of the cohort of every session whose agenda turns to it, or which it tells of; where there is no such
    session, of the cohorts that it is called after ("Checklist – Winter B"). One that only sessions without a cohort
    work on is nobody's.
    """
    cohort_of = {each.id: each.cohort_id for each in document.every(Session)}
    named = [(each.id, each.title) for each in document.every(Cohort)]
    worked = _sessions_of_boards(document)
    found: dict[str, frozenset[str]] = {}
    for board in document.every(Board):
        its = {cohort_of[each] for each in worked.get(board.id, ())}
        if board.id not in worked:
            its = {cohort_id for cohort_id, title in named if _before(board.title, title) is not None}
        if cohorts := frozenset(filter(None, its)):
            found[board.id] = cohorts
    return found


def boards_of_other_cohorts(
    document: Document, cohort_ids: Collection[str], session_ids: Collection[str] = ()
) -> dict[str, frozenset[str]]:
    """The boards that belong to cohorts, but to none of these, with the ids of theirs: they are not for these cohorts.

    A board that one of these sessions works on is never among them.
    """
    worked = _sessions_of_boards(document)
    return {
        board_id: its
        for board_id, its in cohorts_of_boards(document).items()
        if its.isdisjoint(cohort_ids) and worked.get(board_id, frozenset()).isdisjoint(session_ids)
    }


def boards_of_others_than(document: Document, cohort_id: str | None) -> frozenset[str]:
    """The ids of the boards that a new session in a cohort is not to turn to by itself; none for one in no cohort."""
    return frozenset(boards_of_other_cohorts(document, (cohort_id,))) if cohort_id else frozenset()


def sessions_of_board(document: Document, board_id: str) -> tuple[str, ...]:
    """The ids of the sessions that work on a board, in their order."""
    works = _sessions_of_boards(document).get(board_id, frozenset())
    return tuple(each.id for each in sessions_of(document) if each.id in works)


def board_of_session(document: Document, session_id: str) -> str:
    """The id of the board to open with a session: that of the segment that runs, else the first one; "" for none."""
    session = document.find(Session, session_id)
    segments = [each for each in segments_of(document, session_id) if document.find(Board, each.board_id or "")]
    runs = session.running_segment_id if session else ""
    return next((each.board_id or "" for each in sorted(segments, key=lambda each: each.id != runs)), "")


def _sessions_of_boards(document: Document) -> dict[str, frozenset[str]]:
    """The ids of the sessions that work on each board, by its id: by their agendas, or because it tells of them."""
    sessions = {each.id for each in document.every(Session)}
    boards = {each.id for each in document.every(Board)}
    found: dict[str, set[str]] = {}
    for record in document.records():  # boards have records of their own that name a session
        session_id = getattr(record, "session_id", None)
        board_id = getattr(record, "board_id", record.id)
        if session_id in sessions and board_id in boards:
            found.setdefault(board_id, set()).add(session_id)
    return {board_id: frozenset(its) for board_id, its in found.items()}


def title_in_cohort(title: str, cohort: str, known: Iterable[str]) -> str:
    """What a board is called in a cohort, whose name stands last, in place of those `known` ones that stand there."""
    base = title_without_cohort(title, known)
    if base.casefold().endswith(cohort.casefold()):
        return base
    ending = f" – {cohort}"
    return f"{base[: NAME_LIMIT - len(ending)].rstrip()}{ending}"[:NAME_LIMIT]


def title_without_cohort(title: str, known: Iterable[str]) -> str:
    """A title without the names of cohorts, of these `known` ones, that stand behind it; never an empty one."""
    names = sorted(known, key=len, reverse=True)
    while True:
        shorter = next(filter(None, (_before(title, each) for each in names)), None)
        if shorter is None:
            return title
        title = shorter


def _before(title: str, cohort: str) -> str | None:
    """What stands before the name of a cohort that ends a title, None where it does not end with it."""
    if not cohort or not title.casefold().endswith(cohort.casefold()):
        return None
    before = title[: len(title) - len(cohort)]
    between = list(_BETWEEN.finditer(before))
    return before[: between[-1].start()] if between and between[-1].end() == len(before) else None
