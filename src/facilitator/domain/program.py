"""Programs and their cohorts: what holds sessions together that belong to one course or community of practice."""

from sqlmodel import Field

from facilitator.domain.record import Record


class Program(Record):
    """A course or a community-of-practice stream; `number` is its place in the list."""

    number: int
    title: str


class Cohort(Record):
    """One group of people who go through a program; `number` is its place in it."""

    program_id: str = Field(foreign_key="program.id", index=True)
    number: int
    title: str
