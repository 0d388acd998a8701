"""What organizations said on all 1:1 boards of an engagement, ready for the rules. Raw: for the facilitator alone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from facilitator.boards.assessment.model import Assessment, SummaryRelease
from facilitator.boards.assessment.own.reading import Answered, answered_on, respondent_on
from facilitator.boards.assessment.rules.group_shapes import Consent, Organization, Release, Theme
from facilitator.boards.grouped.shapes import Thresholds
from facilitator.content.instruments import Instrument
from facilitator.content.naming import plain
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board


@dataclass(frozen=True, slots=True)
class Collected:
    """The organizations, what each is called by its id, and the titles of boards of which nobody said whose they are.

    What is on those is left out: two of them might be of one organization.
    """

    organizations: tuple[Organization, ...]
    names: Mapping[str, str]
    nameless: tuple[str, ...]


def collected(document: Document, asked: Instrument) -> Collected:
    """What was said on all 1:1 boards with an instrument, as far as anything was; one entry a board."""
    organizations, names, nameless = [], {}, []
    for board in _boards(document, asked):
        answered = answered_on(document, board.id)
        if not any(each.answer.scored for each in answered.values()):
            continue
        who = respondent_on(document, board.id)
        unit = _unit(asked, board, who.organization, who.person_id)
        if unit is None:
            nameless.append(board.title)
            continue
        its_id, name = unit
        names[its_id] = name
        said = tuple(each.said for each in answered.values())
        consent = cast(Consent, who.consent)
        organizations.append(Organization(its_id, (said,), consent, frozenset(_themes(answered))))
    return Collected(tuple(organizations), names, tuple(nameless))


def earlier_releases(document: Document, asked: Instrument) -> tuple[Release, ...]:
    """The summaries with an instrument that were released in this engagement, on whichever board."""
    boards = {each.id for each in document.every(Assessment) if each.instrument == asked.id}
    return tuple(
        Release(each.band, Thresholds(each.group_least, each.cell_least), each.members, each.answers, each.changed)
        for each in document.every(SummaryRelease)
        if each.board_id in boards
    )


def _boards(document: Document, asked: Instrument) -> Iterator[Board]:
    own = {each.id for each in document.every(Assessment) if each.instrument == asked.id and not each.summary}
    boards = (board for board in document.every(Board) if board.id in own)
    return iter(sorted(boards, key=lambda board: (board.number, board.id)))


def _unit(asked: Instrument, board: Board, organization: str, person_id: str | None) -> tuple[str, str] | None:
    """Who is protected as one, (id, name): the organization; a person only where an instrument is about persons."""
    if organization:
        return f"organization {plain(organization)}", organization
    if asked.subject == "person":
        return (f"person {person_id}" if person_id else f"board {board.id}"), board.title
    return None


def _themes(answered: Mapping[str, Answered]) -> Iterator[Theme]:
    for each in answered.values():
        yield from (Theme("constraint", tag) for tag in each.constraints)
        yield from (Theme("opportunity", tag) for tag in each.opportunities)
