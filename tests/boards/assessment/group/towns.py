"""Communities of organizations for tests: a 1:1 board each, and a summary board."""

from collections.abc import Callable
from datetime import date

from facilitator.boards.assessment.group.kind import KIND
from facilitator.boards.assessment.model import Assessment, OwnAnswer, Respondent
from facilitator.boards.assessment.own.kind import CAPACITY, OwnKind
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import Board, Engagement, Person
from facilitator.domain.language import Language
from facilitator.domain.record import Record

TODAY = date(2027, 3, 1)
Level = Callable[[int, int], int]
"""From the number of an organization and the place of a statement to its level."""


def spread(town: int, place: int) -> int:
    """Levels that are apart enough to be shown: half are low, half are high."""
    return (0, 4, 1, 3)[(town + place) % 4]


def community(
    count: int,
    *,
    kind: OwnKind = CAPACITY,
    level: Level = spread,
    consent: str = "include",
    language: Language = "en",
    organization: str = "",
) -> Document:
    """So many organizations that answered everything, "b1" to "b12", and a summary "s" that shows nothing yet.

    Each through one person, "p1" to "p12"; where `organization` is named, all of them are of that one.
    """
    summary = Board(id="s", number=99, kind=KIND.id, title="What we share", question="Where do we stand together?")
    records: list[Record] = [Engagement(id="engagement", title="Community", language=language), summary]
    records += [
        each.having(instrument=kind.id) if isinstance(each, Assessment) else each for each in KIND.found(summary, TODAY)
    ]
    for town in range(1, count + 1):
        board = Board(id=f"b{town}", number=town, kind=kind.id, title=f"Zqtown {town}")
        records += [board, *kind.found(board, TODAY)]
        person = Person(id=f"p{town}", name=f"Zqperson {town}", organization=organization or f"Zqtown {town}")
        who = {"person_id": person.id, "organization": person.organization, "consent": consent}
        records += [person, Respondent(id=board.id, **who)]
        for place, area in enumerate(kind.asked.areas):
            told = {"scored": "level", "level": level(town, place), "comment": "Zqcomment"}
            records.append(OwnAnswer(id=f"{board.id}.{area.id}", board_id=board.id, statement=area.id, **told))
    return Document.of(records)


def released(held: Document, day: str = "2027-03-01", **values: str) -> Document:
    """The document after a release in the list of releases."""
    return held.after(KIND.put_entry(held, "s", "releases", "", {"released_on": day, **values}, Words("en")))
