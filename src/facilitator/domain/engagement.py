"""The records that every engagement has, whatever its boards: itself, boards, sessions, segments, people."""

from datetime import date, datetime, time
from typing import ClassVar

from pydantic import field_validator
from sqlmodel import Field

from facilitator.domain.brand import Brand
from facilitator.domain.chat import ChatLine
from facilitator.domain.commitment import Commitment
from facilitator.domain.document import Document
from facilitator.domain.language import Language
from facilitator.domain.learning import Activity, Certificate, Completion, KeptBadge, Lesson
from facilitator.domain.outcome import Outcome
from facilitator.domain.participation import Attendance, Enrolment, OneToOne, Shuffle, ShuffledPerson, StudyGroup
from facilitator.domain.poll import CountedVotes, Poll, PollOption, PollVote
from facilitator.domain.program import Cohort, Program, Track
from facilitator.domain.record import Record
from facilitator.domain.twin import Twin

ENGAGEMENT_ID = "engagement"
BREAK = "break"
"""The id of the method of a segment that is a break."""

SUFFIX = ".facilitator"
"""How the name of an engagement file ends."""

_LEAST_MINUTES = 3


class Engagement(Record):
    """One client's work; there is exactly one, with the id "engagement". `language` is that of stage and handouts."""

    title: str
    organization: str = ""
    language: str = "en"


class Session(Record):
    """One live meeting. `agenda` is the id of the agenda it was made from, "" if none, `cohort_id` whose it is.

    `for_two` says that it is a 1:1 although its agenda is none of the house. It is planned for `held_on` and `begins`
    then ("09:30", in the time of the place), "" where nobody said.

    While it runs, `running_segment_id` names the running segment, `segment_started_at` says since when it runs,
    `started_at` since when the session does, and `ends_at` when it is to end: moments in ISO 8601 with an offset, all
    four "" while it does not run. Nothing counts seconds, so the clock is right after a suspend or a restart.
    """

    number: int
    title: str
    agenda: str = ""
    cohort_id: str | None = Field(default=None, foreign_key="cohort.id", index=True)
    held_on: date | None = None
    begins: str = ""
    for_two: bool = False
    running_segment_id: str = ""
    segment_started_at: str = ""
    started_at: str = ""
    ends_at: str = ""

    @field_validator("begins")
    @classmethod
    def _is_a_time(cls, text: str) -> str:
        if text and time.fromisoformat(text).isoformat("minutes") != text:
            raise ValueError("a time of the day is hours and minutes")
        return text

    @field_validator("segment_started_at", "started_at", "ends_at")
    @classmethod
    def _is_a_moment(cls, text: str) -> str:
        if text and datetime.fromisoformat(text).tzinfo is None:
            raise ValueError("a moment needs its offset from UTC")
        return text


class Segment(Record):
    """One timed part of a session's agenda; `minutes` its planned length, `cut_order` 1 = drop first, None = never.

    A `fixed` one keeps its length when the agenda is planned anew, and so does every break; others can be cut to
    `minimum` minutes, None: to what `shortest` says. A segment that was dropped has 0 minutes.

    `board_id` is the board that the stage turns to when it starts, None: it stays as it is; `form` and `large` say how
    that board is shown then, and `spot` what stands in the spotlight (see `Showing`): the id of one of its items or
    groups, without the board's own id where that begins it, so that a copy says the same of another such board.
    """

    session_id: str = Field(foreign_key="session.id")
    number: int
    minutes: int
    title: str
    method: str = ""
    prompt: str = ""
    materials: str = ""
    cut_order: int | None = None
    fixed: bool = False
    minimum: int | None = None
    board_id: str | None = Field(default=None, foreign_key="board.id", index=True)
    form: str = ""
    large: bool = False
    spot: str = ""

    @property
    def kept(self) -> bool:
        """Whether planning anew leaves its length alone."""
        return self.fixed or self.method == BREAK

    @property
    def shortest(self) -> int:
        """The fewest minutes to which it can be cut: where nothing is said, half of it, and at least three."""
        if self.kept:
            return self.minutes
        least = max(_LEAST_MINUTES, -(-self.minutes // 2)) if self.minimum is None else self.minimum
        return min(self.minutes, least)


class Board(Record):
    """A picture that a group works on. `kind` names its folder in boards/, `number` its place in the list."""

    number: int
    kind: str
    title: str
    question: str = ""


class Person(Record):
    """Somebody who takes part. Private: names of participants are for the facilitator until she hands them out.

    `pronunciation` says how the name is spoken, `pronouns` how to speak of them, `note` whatever else helps.
    """

    private: ClassVar[bool] = True

    name: str
    organization: str = ""
    pronunciation: str = ""
    pronouns: str = ""
    note: str = ""


class SpokenCode(Record):
    """The last number given out for a code letter (the id): codes such as S7 are unique and never used twice."""

    last: int


ENGAGEMENT_RECORDS: tuple[type[Record], ...] = (
    Engagement,
    Brand,
    Twin,
    Program,
    Track,
    Cohort,
    Session,
    Board,
    Segment,
    Person,
    StudyGroup,
    OneToOne,
    Commitment,
    Lesson,
    Activity,
    Completion,
    KeptBadge,
    Certificate,
    SpokenCode,
    ChatLine,
    Outcome,
    Poll,
    PollOption,
    PollVote,
    CountedVotes,
    Enrolment,
    Attendance,
    Shuffle,
    ShuffledPerson,
)
"""In the order in which their tables refer to each other."""


def language_of(document: Document) -> Language:
    """The language of an engagement's stage and handouts."""
    return "fr" if document.get(Engagement, ENGAGEMENT_ID).language == "fr" else "en"


def by_code(code: str) -> tuple[str, int]:
    """Sort key that puts S2 before S10."""
    return code[:1], int(code[1:])
