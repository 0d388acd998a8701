"""What a pack tells of sessions: what came out of each, and its polls whose totals were revealed."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from facilitator.content.agendas import is_one_to_one
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Session
from facilitator.domain.screens import PollScreen
from facilitator.workshop.agenda import sessions_of
from facilitator.workshop.outcomes import own_outcomes_screen
from facilitator.workshop.polls import revealed_screens

if TYPE_CHECKING:
    from facilitator.handouts.pack import Part

NO_SESSION = ""
"""Stands for what belongs to no session."""


def sessions_for_participants(document: Document) -> tuple[str, ...]:
    """The ids of the sessions whose outcomes a group may read, NO_SESSION last.

    What was said between two is not for the group: where there is a session for a group, 1:1 sessions are left out.
    """
    sessions = sessions_of(document)
    for_all = tuple(session.id for session in sessions if not is_one_to_one(session.agenda))
    return (*(for_all or tuple(session.id for session in sessions)), NO_SESSION)


def every_session(document: Document) -> tuple[str, ...]:
    """The ids of all sessions, NO_SESSION last."""
    return (*(session.id for session in sessions_of(document)), NO_SESSION)


def session_parts(document: Document, session_ids: tuple[str, ...], words: Words) -> "list[Part]":
    """The parts of a pack about these sessions, in their order; [] where there is nothing to tell."""
    from facilitator.handouts.outcomes import outcome_parts
    from facilitator.handouts.pack import Part
    from facilitator.handouts.polls import polls_pages

    def poll_part(session_id: str, screens: Sequence[PollScreen]) -> Part:
        session = document.find(Session, session_id)
        title = session.title if session else ""
        return Part(words("poll.part_title"), lambda words, width: polls_pages(title, screens, words))

    revealed = {each: revealed_screens(document, each) for each in session_ids}
    return [
        *outcome_parts([own_outcomes_screen(document, each) for each in session_ids], words),
        *(poll_part(each, screens) for each, screens in revealed.items() if screens),
    ]
