"""What organizations said on all 1:1 boards of an engagement, ready for the rules. Raw: for the facilitator alone.

Where an instrument is about persons, it is each of them who is protected as one, not their organization: they stand in
the place of organizations here, and in the rules. Leaders of one municipality are as many as they are.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from facilitator.boards.assessment.group.parts import DIVISIONS, parts
from facilitator.boards.assessment.model import Assessment, Respondent, SummaryRelease
from facilitator.boards.assessment.own.reading import Answered, answered_on, respondent_on
from facilitator.boards.assessment.rules.group_shapes import Consent, Organization, Release, Theme
from facilitator.boards.assessment.rules.values import one_each
from facilitator.boards.grouped.shapes import Thresholds
from facilitator.content.instruments import Instrument
from facilitator.content.naming import plain
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Person


@dataclass(frozen=True, slots=True)
class Collected:
    """The organizations, what each is called by its id, and the titles of boards of which nobody said whose they are.

    What is on those is left out: two of them might be of one organization, or person. `parts` are the names of the
    parts by which organizations are compared, by id.
    """

    organizations: tuple[Organization, ...]
    names: Mapping[str, str]
    nameless: tuple[str, ...]
    parts: Mapping[str, str]


def collected(document: Document, asked: Instrument) -> Collected:
    """What was said on all 1:1 boards with an instrument, as far as anything was; one entry a board."""
    organizations, names, nameless = [], {}, []
    divided = parts(document)
    for board in _boards(document, asked):
        answered = answered_on(document, board.id)
        if not any(each.answer.scored for each in answered.values()):
            continue
        who = respondent_on(document, board.id)
        unit = _unit(document, asked, who)
        if unit is None:
            nameless.append(board.title)
            continue
        its_id, name = unit
        names[its_id] = name
        said = tuple(each.said for each in answered.values())
        consent = cast(Consent, who.consent)
        segments = divided.of.get(who.person_id or "", {})
        organizations.append(Organization(its_id, (said,), consent, frozenset(_themes(answered)), segments))
    return Collected(tuple(organizations), names, tuple(nameless), divided.names)


def divisions(document: Document, asked: Instrument) -> tuple[str, ...]:
    """By what the organizations that are in can be compared: by what makes at least two parts of them."""
    inside = [each for each in one_each(collected(document, asked).organizations) if each.consent == "include"]
    if not asked.dimensions:
        return ()
    return tuple(each for each in DIVISIONS if len({one.segments.get(each, "") for one in inside} - {""}) > 1)


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


def _unit(document: Document, asked: Instrument, who: Respondent) -> tuple[str, str] | None:
    """Who is protected as one, (id, name), None where nobody said: see `about_persons`."""
    if about_persons(asked):
        person = document.find(Person, who.person_id or "")
        return (f"person {person.id}", person.name) if person else None
    return (f"organization {plain(who.organization)}", who.organization) if who.organization else None


def about_persons(asked: Instrument) -> bool:
    """Whether each person is protected as one, not each organization."""
    return asked.subject == "person"


def _themes(answered: Mapping[str, Answered]) -> Iterator[Theme]:
    for each in answered.values():
        yield from (Theme("constraint", tag) for tag in each.constraints)
        yield from (Theme("opportunity", tag) for tag in each.opportunities)
