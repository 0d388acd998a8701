"""What a report or a list says of people. Mail addresses tell people of one file apart and go no further."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from facilitator.exchange.attendance.meeting import Meeting
from facilitator.exchange.attendance.names import is_number
from facilitator.exchange.attendance.times import Span
from facilitator.exchange.reading import RejectedRow
from facilitator.exchange.workbook import SheetText

Form = Literal["teams", "zoom", "table", "list", "chat"]


@dataclass(frozen=True, slots=True)
class Visit:
    """One row: somebody came in once, or was there in all.

    `addresses` and `key` say who it is (see `merging`); `span` is from when to when, `seconds` how long, None where the
    row does not say. `place` is its line.
    """

    name: str
    key: str
    addresses: frozenset[str] = frozenset()
    organization: str = ""
    pronouns: str = ""
    span: Span | None = None
    seconds: int | None = None
    place: int = 0

    @property
    def came(self) -> bool:
        """Whether the row tells that somebody was there."""
        return self.span is not None or self.seconds is not None


@dataclass(frozen=True, slots=True)
class Attended:
    """One person. `minutes` is None and `joins` 0 where it is a list of people, which knows of no times.

    So many `rows` were made one; `also` are the other names that stood there, not the same in other letters.
    """

    name: str
    organization: str = ""
    pronouns: str = ""
    minutes: int | None = None
    joins: int = 0
    rows: int = 1
    also: tuple[str, ...] = ()

    @property
    def is_number(self) -> bool:
        """Whether only a telephone number is known, which names nobody."""
        return is_number(self.name)


@dataclass(frozen=True, slots=True)
class AttendanceReading:
    """All that was read: people in the order in which they first stand there, each once.

    `rejoins` are rows that told of somebody again, `waiting` rows of people who were in the waiting room only then.
    `of` is the sheet of a workbook that it was read from, `meeting` what is told of the meeting itself.
    """

    form: Form
    people: tuple[Attended, ...]
    rejoins: int = 0
    waiting: int = 0
    rejected: Sequence[RejectedRow] = field(default=())
    of: SheetText | None = None
    meeting: Meeting = field(default=Meeting())

    @property
    def timed(self) -> bool:
        """Whether it tells how long anybody was there."""
        return any(each.minutes is not None for each in self.people)
