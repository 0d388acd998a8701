"""Whose board one is: somebody's from a 1:1, or everybody's. Whom is private."""

from facilitator.boards.kind import Kind
from facilitator.domain.document import Document
from facilitator.domain.engagement import Session
from facilitator.workshop.agenda import segments_of
from facilitator.workshop.one_to_ones import boards_between_two, is_for_two, with_whom


def people_of(kind: Kind, document: Document, board_id: str) -> frozenset[str] | None:
    """The ids of the people whose own board it is, whose kind this is; None where it is everybody's.

    It is theirs where it holds their answers, or where only 1:1s work on it; of these nobody may have said with whom.
    """
    between, respondent = boards_between_two(document).get(board_id), kind.respondent(document, board_id)
    if respondent is None:
        return between
    return (between or frozenset()) | {respondent}


def is_for_others(kind: Kind, document: Document, board_id: str, session_id: str) -> bool:
    """Whether showing a board in a session shows it to others than those whose 1:1 it is of.

    Never where the session's own agenda turns to it. Without a session ("") whose it is must be known.
    """
    people, session = people_of(kind, document, board_id), document.find(Session, session_id)
    if people is None or any(each.board_id == board_id for each in segments_of(document, session_id)):
        return False
    if session is not None and not is_for_two(document, session):
        return True
    person = with_whom(document, session.id) if session else None
    return bool(people) and (person is None or person.id not in people)
