"""The days that a change plan asks people to keep: what helps a group on, early wins, reviews."""

from collections.abc import Iterator

from facilitator.boards.change_plan.model import AffectedGroup, EarlyWin
from facilitator.boards.change_plan.panels import GROUPS, WINS
from facilitator.boards.described import Dated
from facilitator.boards.panels.reading import cards_of
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board
from facilitator.workshop.reviewing import review_sessions


def dates_of(document: Document, board_id: str, words: Words) -> tuple[Dated, ...]:
    """In the order of time; a win that is done has no date any more. Raises EditRejected("gone") for no such board."""
    document.get(Board, board_id)
    found = (*_groups(document, board_id, words), *_wins(document, board_id, words), *_reviews(document, words))
    return tuple(sorted(found, key=lambda each: (each.day, each.title)))


def _groups(document: Document, board_id: str, words: Words) -> Iterator[Dated]:
    for each in cards_of(document, board_id, GROUPS):
        if isinstance(each, AffectedGroup) and each.due:
            action = " ".join(each.action.split())
            told = words("change.date_action", group=each.name, action=action)
            title = told if action else words("change.date_group", group=each.name)
            yield Dated(f"group-{each.id}", each.due, title, each.owner)


def _wins(document: Document, board_id: str, words: Words) -> Iterator[Dated]:
    for each in cards_of(document, board_id, WINS):
        if isinstance(each, EarlyWin) and each.due and each.state != "done":
            yield Dated(f"win-{each.id}", each.due, words("change.date_win", win=each.text), each.owner)


def _reviews(document: Document, words: Words) -> Iterator[Dated]:
    for session, its in review_sessions(document):
        if session.held_on:
            note = words(
                "value.date_review_note",
                minutes=its.minutes,
                looks_at=its.looks_at.within(words.language),
                output=its.output.within(words.language),
            )
            yield Dated(f"review-{session.id}", session.held_on, session.title, note)
