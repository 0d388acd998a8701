"""The records that every engagement has, whatever its boards: itself, boards, sessions, segments, people."""

from datetime import date
from typing import ClassVar

from sqlmodel import Field

from facilitator.domain.document import Document
from facilitator.domain.language import Language
from facilitator.domain.record import Record

ENGAGEMENT_ID = "engagement"
SUFFIX = ".facilitator"
"""How the name of an engagement file ends."""


class Engagement(Record):
    """One client's work; there is exactly one, with the id "engagement". `language` is that of stage and handouts."""

    title: str
    organization: str = ""
    language: str = "en"


class Session(Record):
    """One live meeting. `agenda` is the id of the agenda it was made from, "" if none."""

    number: int
    title: str
    agenda: str = ""
    held_on: date | None = None


class Segment(Record):
    """One timed part of a session's agenda; `minutes` its planned length, `cut_order` 1 = drop first, None = never."""

    session_id: str = Field(foreign_key="session.id")
    number: int
    minutes: int
    title: str
    method: str = ""
    prompt: str = ""
    materials: str = ""
    cut_order: int | None = None


class Board(Record):
    """A picture that a group works on. `kind` names its folder in boards/, `number` its place in the list."""

    number: int
    kind: str
    title: str
    question: str = ""


class Person(Record):
    """Somebody who takes part. Private: names of participants are for the facilitator until she hands them out."""

    private: ClassVar[bool] = True

    name: str
    organization: str = ""


class SpokenCode(Record):
    """The last number given out for a code letter (the id): codes such as S7 are unique and never used twice."""

    last: int


ENGAGEMENT_RECORDS: tuple[type[Record], ...] = (Engagement, Session, Segment, Board, Person, SpokenCode)
"""In the order in which their tables refer to each other."""


def language_of(document: Document) -> Language:
    """The language of an engagement's stage and handouts."""
    return "fr" if document.get(Engagement, ENGAGEMENT_ID).language == "fr" else "en"


def by_code(code: str) -> tuple[str, int]:
    """Sort key that puts S2 before S10."""
    return code[:1], int(code[1:])
