"""Programs and what they are made of: tracks and cohorts. They hold sessions together that belong to one course."""

from datetime import date
from typing import Literal, get_args

from pydantic import field_validator
from sqlmodel import Field

from facilitator.domain.record import Record

ProgramKind = Literal["community_of_practice", "half_day_series", "microcourse"]
PROGRAM_KINDS: tuple[ProgramKind, ...] = get_args(ProgramKind)

HALF_DAY_SERIES: ProgramKind = "half_day_series"


class Program(Record):
    """A course or a community-of-practice stream; `number` is its place in the list, `kind` one of PROGRAM_KINDS.

    `code` begins the numbers of its certificates ("LEAD"), "" where nobody said. `issuer` hands them out,
    `signatory` signs them in the `role` that is given. `partners` are named one a line; `credit` is what is said of
    who made the course.
    """

    number: int
    title: str
    kind: str = "community_of_practice"
    code: str = ""
    issuer: str = ""
    signatory: str = ""
    role: str = ""
    partners: str = ""
    credit: str = ""

    @field_validator("kind")
    @classmethod
    def _is_a_kind(cls, kind: str) -> str:
        if kind not in PROGRAM_KINDS:
            raise ValueError("a program is of one of three kinds")
        return kind


class Track(Record):
    """A way through a program for one `audience`, say its leaders; `number` is its place in it."""

    program_id: str = Field(foreign_key="program.id", index=True)
    number: int
    title: str
    audience: str = ""


class Cohort(Record):
    """One group of people who go through a program; `number` is its place in it.

    `code` stands in the numbers of its certificates ("F26"). It runs from `begins_on` to `ends_on`; what is completed
    after `closes_on` does not count. `capacity` is how many can take part. Days and capacity are None, and
    `facilitators` "", where nobody said.
    """

    program_id: str = Field(foreign_key="program.id", index=True)
    number: int
    title: str
    code: str = ""
    begins_on: date | None = None
    ends_on: date | None = None
    closes_on: date | None = None
    capacity: int | None = Field(default=None, ge=1)
    facilitators: str = ""
