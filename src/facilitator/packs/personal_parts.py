"""What a personal pack tells of one person alone: commitments, next steps, and what their 1:1 sessions came to."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from facilitator.boards.listed import boards_of
from facilitator.catalogue import kind_of
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Person, Session
from facilitator.domain.refusal import StoreError
from facilitator.workshop.commitments import commitments_of
from facilitator.workshop.one_to_ones import boards_between_two, is_for_two, sessions_with, with_whom
from facilitator.workshop.outcomes import own_outcomes_screen
from facilitator.workshop.people import is_named

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from facilitator.handouts.pack import Part
    from facilitator.handouts.personal import OwnPages

OWN = "own"
"""The key of the first part of one's own."""

_NEXT_STEP = "next_step"
_ANY_WIDTH = 480.0  # points: whether there is anything to tell does not hang on it


def group_session_asked(document: Document, person_id: str, session_id: str) -> str:
    """The session for a group that a pack is to tell of, "" for all of them: one's own 1:1 stands in any pack.

    Raises StoreError("session_of_other") for a 1:1 that is not with this person.
    """
    session = document.find(Session, session_id)
    if session is None or not is_for_two(document, session):
        return session_id
    person = with_whom(document, session_id)
    if person is None or person.id != person_id:
        raise StoreError("session_of_other", id=session_id)
    return ""


def own_boards(document: Document, person_id: str) -> tuple[Board, ...]:
    """The boards that tell of this person alone: those that they answer on, and those of 1:1s with nobody else."""
    owners = _owners(document)
    return tuple(board for board in boards_of(document) if owners.get(board.id) == frozenset({person_id}))


def boards_of_nobody_alone(document: Document, boards: Sequence[Board]) -> tuple[Board, ...]:
    """Those of the boards that tell of no single person, and that are not of 1:1 sessions only."""
    owners = _owners(document)
    return tuple(board for board in boards if board.id not in owners)


def own_pages_part(document: Document, person_id: str, session_ids: Sequence[str], words: Words) -> "Part":
    """Commitments, next steps of these sessions that name the person, and with what they took part in between two."""
    from facilitator.handouts.pack import Part
    from facilitator.handouts.personal import own_pages

    own = _own_pages(document, person_id, session_ids)
    return Part(words("personal.own_title"), lambda words, width: own_pages(own, words), key=OWN)


def has_own_pages(document: Document, person_id: str, session_ids: Sequence[str]) -> bool:
    """Whether `own_pages_part` has anything to tell but lines to write on."""
    own = _own_pages(document, person_id, session_ids)
    return bool(own.commitments or own.steps or own.sessions)


def _own_pages(document: Document, person_id: str, session_ids: Sequence[str]) -> "OwnPages":
    from facilitator.handouts.personal import OwnPages

    lines = [line for each in session_ids for line in own_outcomes_screen(document, each).lines]
    steps = [line for line in lines if line.kind == _NEXT_STEP and is_named(document, person_id, line.who)]
    return OwnPages(
        name=document.get(Person, person_id).name,
        commitments=commitments_of(document, person_id),
        steps=tuple(steps),
        sessions=tuple((each.title, each.held_on) for each in sessions_with(document, person_id)),
    )


def own_result_parts(document: Document, boards: Sequence[Board], words: Words) -> "list[Part]":
    """What the answers on these boards come to, a part each; none of a board that holds no such answers."""
    return [part for part in (_result_part(document, board, words) for board in boards) if part]


def without_answers(document: Document, boards: Sequence[Board], words: Words) -> tuple[Board, ...]:
    """Those of the boards that are not there to hold one person's answers, such as maps."""
    answered = {part.key for part in own_result_parts(document, boards, words)}
    asking = (each for each in boards if kind_of(each.kind).respondent(document, each.id) is None)
    return tuple(board for board in asking if _key(board) not in answered)


def _owners(document: Document) -> dict[str, frozenset[str]]:
    """Whom each board tells of that is not for a group, by the board's id; nobody where that was not said."""
    owners = boards_between_two(document)
    for board in boards_of(document):
        person_id = kind_of(board.kind).respondent(document, board.id)
        if person_id is not None:
            owners[board.id] = frozenset({person_id})
    return owners


def _result_part(document: Document, board: Board, words: Words) -> "Part | None":
    from facilitator.handouts.pack import Part

    def story(words: Words, width: float) -> "list[Flowable]":
        return kind_of(board.kind).own_results(document, board.id, words, width)

    return Part(board.title, story, key=_key(board)) if story(words, _ANY_WIDTH) else None


def _key(board: Board) -> str:
    return f"own:{board.id}"
