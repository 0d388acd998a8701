"""What a pack tells of sessions: what came out of each, and its polls whose totals were revealed."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.screens import OutcomesScreen, PollScreen
from facilitator.workshop.agenda import sessions_of
from facilitator.workshop.one_to_ones import is_for_two
from facilitator.workshop.outcomes import own_outcomes_screen
from facilitator.workshop.polls import revealed_screens
from facilitator.workshop.session_names import titles_apart

if TYPE_CHECKING:
    from facilitator.handouts.pack import Part

NO_SESSION = ""
"""Stands for what belongs to no session."""


def sessions_for_participants(document: Document) -> tuple[str, ...]:
    """The ids of the sessions whose outcomes a group may read, NO_SESSION last.

    What was said between two is not for the group: where there is a session for a group, 1:1 sessions are left out.
    """
    sessions = sessions_of(document)
    for_all = tuple(session.id for session in sessions if not is_for_two(document, session))
    return (*(for_all or tuple(session.id for session in sessions)), NO_SESSION)


def every_session(document: Document) -> tuple[str, ...]:
    """The ids of all sessions, NO_SESSION last."""
    return (*(session.id for session in sessions_of(document)), NO_SESSION)


def session_parts(document: Document, session_ids: tuple[str, ...], words: Words) -> "list[Part]":
    """The parts of a pack about these sessions, one each, in their order; [] where there is nothing to tell.

    Where something came out of several, their titles name them.
    """
    named = titles_apart(document, session_ids)
    outcomes = [_called(own_outcomes_screen(document, each), named.get(each, "")) for each in session_ids]
    polls = [revealed_screens(document, each) for each in session_ids]
    several = sum(bool(screen.lines) for screen in outcomes) > 1
    told = [each for each in zip(session_ids, outcomes, polls, strict=True) if each[1].lines or each[2]]
    return [_part(f"outcomes:{its_id}", screen, revealed, several, words) for its_id, screen, revealed in told]


def _called(screen: OutcomesScreen, title: str) -> OutcomesScreen:
    return replace(screen, title=title) if title else screen


def _part(key: str, screen: OutcomesScreen, revealed: Sequence[PollScreen], several: bool, words: Words) -> "Part":
    """What came out with the polls below it, which alone seldom fill a page."""
    from facilitator.handouts.outcomes import outcomes_pages
    from facilitator.handouts.pack import Part
    from facilitator.handouts.polls import polls_below, polls_pages

    if not screen.lines:
        return Part(words("poll.part_title"), lambda words, width: polls_pages(screen.title, revealed, words), key=key)
    named = several and screen.title
    title = words("outcome.part_title_of", session=screen.title) if named else words("outcome.part_title")
    return Part(title, lambda words, width: [*outcomes_pages(screen, words), *polls_below(revealed, words)], key=key)
